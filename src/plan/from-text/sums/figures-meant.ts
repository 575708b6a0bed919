/** The amount that a side of a question means: a number in it, a company's figure, an estimate or a deal on record. */
import { outlineOn } from "../../../knowledge/as-of.ts";
import { pickPoint, rankMetrics } from "../../../knowledge/metrics.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentWords } from "../../../knowledge/words.ts";
import { findPeriods } from "../../dates.ts";
import { GENERIC } from "../asks.ts";
import { measuresIn } from "../measures.ts";
import type { Reading } from "../reading.ts";
import { dealMeant } from "./deal-meant.ts";
import type { Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

export type Side = {
  expression: string;
  label: string;
  terms: readonly Term[];
  /** A figure on record, not a number of the question. */
  record: boolean;
  /** "GW", "USD", "%": what it counts. */
  unit: string;
};

/** What one side leaves out the other may say: whose it is, of which year, what is measured. */
export type Beside = { orgs: readonly string[]; text: string };

const ENOUGH = 3.4;

export function sideMeant(sum: Sum, start: number, end: number, beside: Beside): Side | null {
  const within = sum.terms.filter((term) => term.start >= start && term.end <= end && term.kind !== "year");
  const [only, ...more] = within;
  if (more.length > 0) return null;
  if (only)
    return { expression: write(only), label: only.text, terms: [only], record: false, unit: baseUnit(only.unit) };
  const text = sum.text.slice(start, end).trim();
  return text === "" ? null : figureNamed(sum.reading, text, beside);
}

/** Power in gigawatts whatever its scale; money without what it is for. */
const baseUnit = (unit: string): string => {
  const [top = ""] = unit.split("/");
  return /^[kMGT]?W$/.test(top) ? "GW" : /Wh$/.test(top) ? "TWh" : top;
};

export function figureNamed(reading: Reading, text: string, beside: Beside): Side | null {
  return metricNamed(reading, text, beside) ?? dealNamed(reading, text, beside);
}

function metricNamed(reading: Reading, text: string, beside: Beside): Side | null {
  const { library, asOf } = reading;
  const names = readNames(library, text);
  const said = measuresIn(text);
  const measures =
    said.length > 0 ? said : names.orgs.length > 0 || findPeriods(text).length > 0 ? measuresIn(beside.text) : [];
  const metrics = names.mentions.flatMap(({ refs }) => refs.flatMap((ref) => (ref.type === "metric" ? [ref.id] : [])));
  const orgs = names.orgs.length > 0 ? names.orgs : beside.orgs;
  if ((measures.length === 0 && metrics.length === 0) || (orgs.length === 0 && metrics.length === 0)) return null;
  const period = findPeriods(text)[0] ?? findPeriods(beside.text)[0] ?? null;
  const owners = new Set(orgs.flatMap((id) => contentWords(library.organisations.get(id)?.name ?? id)));
  const words = contentWords(text).filter((word) => !GENERIC.has(word) && !owners.has(word) && !/^\d/.test(word));
  const [best] = rankMetrics(library, { orgs, metrics, measures, words, period }, asOf);
  if (!best || best.score < ENOUGH) return null;
  const point = pickPoint(best.metric, { period, words, measures }, asOf)?.point;
  if (!point || (point.low ?? point.high) === null) return null;
  // Another year than the one that is asked for is another number.
  if (period !== null && point.period !== "point" && !samePeriod(point.period, period)) return null;
  return {
    expression: `@${best.metric.id}:${point.id}`,
    label: best.metric.name,
    terms: [],
    record: true,
    unit: point.unit === "percent" ? "%" : point.unit,
  };
}

const samePeriod = (have: string, asked: string): boolean => {
  const clean = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .replace(/^(?:fy|cy)/, "");
  return clean(have) === clean(asked) || clean(have).includes(clean(asked));
};

function dealNamed(reading: Reading, text: string, beside: Beside): Side | null {
  const names = readNames(reading.library, text);
  if (names.deals.length === 0 && names.orgs.length === 0) return null;
  // "The Azure one" is of the kind that the other side names.
  const kind = /\bones?\b/i.test(text)
    ? (/\b(?:contracts?|deals?|investments?|loans?|leases?)\b/i.exec(beside.text)?.[0] ?? "")
    : "";
  const deal = dealMeant(reading, `${text} ${kind}`, "money");
  const unit = deal ? outlineOn(deal, reading.asOf)?.money?.figure.unit : undefined;
  if (!deal || !unit) return null;
  return { expression: `@${deal.id}.value`, label: deal.name.slice(0, 80), terms: [], record: true, unit };
}
