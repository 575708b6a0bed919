/** The amount that a side of a question means: a number in it, a company's figure, an estimate or a deal on record. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { outlineOn } from "../../../knowledge/as-of.ts";
import { pickPoint, rankMetrics } from "../../../knowledge/metrics.ts";
import { rankDeals, readNames } from "../../../knowledge/resolve.ts";
import { contentWords } from "../../../knowledge/words.ts";
import { findPeriods } from "../../dates.ts";
import { GENERIC } from "../asks.ts";
import { measuresIn } from "../measures.ts";
import type { Reading } from "../reading.ts";
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

const MONEY = new Set(["USD", "EUR", "GBP"]);
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

function figureNamed(reading: Reading, text: string, beside: Beside): Side | null {
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

/** How much better the first deal must be than the second. */
const CLEARLY = 1.15;
/** How many times larger than all others a deal must be to be meant without being named. */
const DWARFS = 2.5;

function dealNamed(reading: Reading, text: string, beside: Beside): Side | null {
  const { library, asOf } = reading;
  const names = readNames(library, text);
  if (names.deals.length === 0 && names.orgs.length === 0) return null;
  const orgs = names.orgs.length === 1 ? [...new Set([...names.orgs, ...beside.orgs])] : names.orgs;
  const rest = names.rest.filter((word) => !GENERIC.has(word));
  const worth = (deal: Deal): number => {
    const money = outlineOn(deal, asOf)?.money?.figure;
    return money?.high ?? money?.low ?? 0;
  };
  const ranked = rankDeals(library, { ...names, orgs, rest }, asOf).filter(({ deal }) => {
    const money = outlineOn(deal, asOf)?.money?.figure;
    return money !== undefined && MONEY.has(money.unit) && money.per === undefined;
  });
  const [first, second] = ranked;
  if (!first) return null;
  // Several fit about as well: "the Oracle contract" is the one that dwarfs the others, and the answer names it.
  const close = ranked.filter(({ score }) => first.score < score * CLEARLY).map(({ deal }) => deal);
  close.sort((a, b) => worth(b) - worth(a));
  const [largest, next] = close;
  if (!largest || (next && second && worth(largest) < worth(next) * DWARFS)) return null;
  return {
    expression: `@${largest.id}.value`,
    label: largest.name.slice(0, 80),
    terms: [],
    record: true,
    unit: outlineOn(largest, asOf)?.money?.figure.unit ?? "",
  };
}
