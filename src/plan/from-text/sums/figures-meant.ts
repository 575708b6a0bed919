/** The amount that a side of a question means: a number in it, a company's figure, an estimate or a deal on record. */

import { parseUnit } from "../../../calculator/units.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { pickPoint, rankMetrics } from "../../../knowledge/metrics.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { contentWords } from "../../../knowledge/words.ts";
import { findPeriods } from "../../dates.ts";
import { GENERIC } from "../asks.ts";
import { measuresIn } from "../measures.ts";
import { isNoInvestorsOwn } from "../pairs/own-part.ts";
import type { Reading } from "../reading.ts";
import {
  type Counts,
  figureSought,
  figuresOf,
  isExplained,
  OF_A_DEAL,
  type Recorded,
  tellingWords,
} from "./figure-sought.ts";
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
  /** The record that it is of. */
  of?: Ref;
  /** In base units. */
  size: number;
};

/** What one side leaves out the other may say: whose it is, of which year, what is measured. */
export type Beside = {
  orgs: readonly string[];
  text: string;
  /** The record of the other side, and its figure: it is not set against itself. */
  record: Ref | null;
  not: string | null;
  /** What a number of the other side counts: "GW", "USD". */
  unit: string | null;
};

const ENOUGH = 3.4;

export function sideMeant(sum: Sum, start: number, end: number, beside: Beside): Side | null {
  const within = sum.terms.filter((term) => term.start >= start && term.end <= end && term.kind !== "year");
  const [only, ...more] = within;
  if (more.length > 0) return null;
  const text = sum.text.slice(start, end).trim();
  if (POINTS_BACK.test(text)) return spokenOf(sum.reading);
  if (!only) return text === "" ? null : figureNamed(sum.reading, text, beside);
  const unit = baseUnit(only.unit);
  const found = recordedAs(sum.reading, text, only, beside.record);
  if (found)
    return {
      expression: found.expression,
      label: found.label,
      terms: [only],
      record: true,
      unit,
      of: found.record,
      size: sizeOf(found),
    };
  const size = only.high * (parseUnit(only.unit.split("/")[0] ?? "")?.factor ?? 1);
  return { expression: write(only), label: only.text, terms: [only], record: false, unit, size };
}

/** "Hyperion's $27B": the figure on record that the number is, so that the answer has its source. */
function recordedAs(reading: Reading, text: string, { kind, unit, high }: Term, within: Ref | null): Recorded | null {
  const what = kind === "money" ? "money" : kind === "power" ? "power" : null;
  const found = what ? figureSought(reading, text, what, within) : null;
  // What a gigawatt costs is no plain amount of the same size.
  if (!found || found.figure.unit !== baseUnit(unit) || found.figure.per !== undefined) return null;
  const size = high * (what === "power" ? (parseUnit(unit)?.factor ?? 1) : 1);
  const same = (value: number | null) => value !== null && Math.abs(value - size) <= size * 0.002;
  return same(found.figure.low) || same(found.figure.high) ? found : null;
}

const POINTS_BACK = /^(?:that|it|this|those|these|the (?:deal|contract|investment|amount|money))$/i;

/** "What share of the round is that": the money that was last spoken of. */
function spokenOf(reading: Reading): Side | null {
  const [id, part] = reading.conversation.figure?.slice(1).split(":") ?? [];
  if (!id || !part) return null;
  const type = reading.library.metrics.has(id) ? "metric" : "deal";
  const of: Ref = { type, id };
  if (type === "deal") {
    const found = figuresOf(reading, of, "money").find(({ figure }) => figure.id === part);
    return found
      ? {
          expression: found.expression,
          label: found.label,
          terms: [],
          record: true,
          unit: found.figure.unit,
          of,
          size: sizeOf(found),
        }
      : null;
  }
  const metric = reading.library.metrics.get(id);
  const point = metric ? pointsOn(metric, reading.asOf).find((entry) => entry.point.id === part)?.point : undefined;
  if (!metric || !point) return null;
  const size = point.high ?? point.low ?? 0;
  return { expression: `@${id}:${part}`, label: metric.name, terms: [], record: true, unit: point.unit, of, size };
}

/** Power in gigawatts whatever its scale; money without what it is for. */
const baseUnit = (unit: string): string => {
  const [top = ""] = unit.split("/");
  return /^[kMGT]?W$/.test(top) ? "GW" : /Wh$/.test(top) ? "TWh" : top;
};

/** Whoever a text names first, also by the name of a deal: "SoftBank bridge loan". */
function namesIn({ library }: Reading, text: string): string[] {
  const { orgs, deals } = readNames(library, text);
  const parties = deals.flatMap((id) => library.deals.get(id)?.parties.map(({ org }) => org) ?? []);
  return [...orgs, ...parties]
    .map((org) => orgName(library, org))
    .filter((name) => text.toLowerCase().includes(name.toLowerCase()))
    .sort((a, b) => text.toLowerCase().indexOf(a.toLowerCase()) - text.toLowerCase().indexOf(b.toLowerCase()));
}
const ITS = /^\s*(?:its|their) (?:own )?/i;
export function figureNamed(reading: Reading, said: string, beside: Beside): Side | null {
  // "Its OpenAI investment" is of whoever the other side names.
  const [owner] = ITS.test(said) ? namesIn(reading, beside.text) : [];
  const text = owner ? said.replace(ITS, `${owner}'s `) : said;
  const found = metricNamed(reading, text, beside) ?? dealNamed(reading, text, beside);
  const asked = { library: reading.library, names: readNames(reading.library, text), question: text };
  const amount = found && { of: "equity" as const, label: found.label, unit: "USD" as const };
  return isNoInvestorsOwn(asked, found?.of, amount) ? null : found;
}

function metricNamed(reading: Reading, said: string, beside: Beside): Side | null {
  // "Meta's" leaves out what of Meta's.
  const text = said.replace(/['’]s?\s*$/, "");
  const { library, asOf } = reading;
  const names = readNames(library, text);
  const alike = beside.record?.type === "metric" ? library.metrics.get(beside.record.id) : undefined;
  const own = measuresIn(text);
  const measures =
    // "The OpenAI contract" beside somebody's revenue is no revenue.
    own.length > 0
      ? own
      : OF_A_DEAL.test(text)
        ? []
        : names.orgs.length > 0 || findPeriods(text).length > 0
          ? measuresIn(beside.text)
          : [];
  const metrics = names.mentions.flatMap(({ refs }) => refs.flatMap((ref) => (ref.type === "metric" ? [ref.id] : [])));
  // "Big four 2026 capex over 2025's" leaves out whose.
  const orgs = names.orgs.length > 0 ? names.orgs : (alike?.subjects ?? beside.orgs);
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
  const of: Ref = { type: "metric", id: best.metric.id };
  const unit = point.unit === "percent" ? "%" : point.unit;
  // A record may hold a figure of another measure beside its own, by whose name that would be told as its own.
  const isOwn = point.measure === best.metric.measure;
  const owner = orgName(library, best.metric.subjects[0] ?? "");
  const side = {
    label: isOwn ? best.metric.name : `${owner}, ${point.label}`,
    terms: [],
    record: true,
    unit,
    of,
    size: point.high ?? point.low ?? 0,
  };
  // Words that are not of the measure tell another figure of the same record, or something that it does not have.
  const what = unit === "GW" ? "power" : unit === "%" ? "percent" : "money";
  const part = figureSought(reading, text, what, of, period === null ? [] : [period]);
  if (part && !isExplained(part)) return null;
  // An operating loss that is said is no net loss, whatever else its label says.
  const isOther = part && "measure" in part.figure && own.includes(point.measure) && !own.includes(part.figure.measure);
  if (part?.told && part.figure.id !== point.id && !isOther)
    return { ...side, expression: part.expression, label: part.figure.label, size: sizeOf(part) };
  return { ...side, expression: `@${best.metric.id}:${point.id}` };
}

const samePeriod = (have: string, asked: string): boolean => {
  const clean = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .replace(/^(?:fy|cy)/, "");
  return clean(have) === clean(asked) || clean(have).includes(clean(asked));
};

/** A figure of a deal: that of the kind that the words say, or what the deal is worth. */
function dealNamed(reading: Reading, text: string, beside: Beside): Side | null {
  const names = readNames(reading.library, text);
  // "The Azure one" and "CoreWeave's" are of the kind that the other side names.
  const kind = /\bones?\b|['’]s?\s*$/i.test(text)
    ? (/\b(?:contracts?|deals?|investments?|loans?|leases?)\b/i.exec(beside.text)?.[0] ?? "")
    : "";
  const what =
    beside.unit === "GW" || /\b(?:gws?|mws?|gigawatts?|megawatts?|capacity|power)\b/i.test(text)
      ? "power"
      : STAKE.test(text)
        ? "shares"
        : "money";
  const named = names.deals.length + names.orgs.length + names.places.length > 0;
  const inside = within(reading, text, what, beside, named);
  const periods = findPeriods(beside.text);
  // A company's name alone means none of its deals.
  const deals = names.deals.length > 0 || names.orgs.length > 1 || names.places.length > 0;
  const told = deals || kind !== "" || OF_A_DEAL.test(text) || tellingWords(text, names).length > 0;
  const shared = inside === null && kind !== "" ? withSameParty(reading, names.orgs, beside.record, what) : null;
  const found =
    inside ?? shared ?? (named && told ? figureSought(reading, `${text} ${kind}`, what, null, periods) : null);
  if (!found || !isExplained(found)) return null;
  const { unit } = found.figure;
  return {
    expression: found.expression,
    label: found.label,
    terms: [],
    record: true,
    unit,
    of: found.record,
    size: sizeOf(found),
  };
}

const sizeOf = ({ figure }: Recorded): number => figure.high ?? figure.low ?? 0;

/** "Oracle's contract … than CoreWeave's": the deal of the one named that has a party in common with the other deal. */
function withSameParty(
  { library, ...reading }: Reading,
  orgs: readonly string[],
  record: Ref | null,
  what: Counts,
): Recorded | null {
  const other = record?.type === "deal" ? library.deals.get(record.id) : undefined;
  const [org, ...more] = orgs;
  if (!other || !org || more.length > 0) return null;
  const parties = new Set(other.parties.map((party) => party.org));
  const fitting = (library.dealsOf.get(org) ?? []).filter(
    (deal) =>
      deal.id !== other.id &&
      deal.kind === other.kind &&
      deal.parties.length <= 3 &&
      deal.parties.some((party) => party.org !== org && parties.has(party.org)),
  );
  const found = fitting.flatMap((deal) =>
    figuresOf({ library, ...reading }, { type: "deal", id: deal.id }, what).filter((one) => one.headline),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const STAKE = gated(/\bshares\b/i);

/** What a deal is part of, what is part of it, and what pays for it: other deals of its parties are no part of it. */
function wholesAndParts({ library }: Reading, { type, id }: Ref): string[] {
  const deal = type === "deal" ? library.deals.get(id) : undefined;
  if (!deal) return [];
  const parts = library.partsOf.get(id)?.map((part) => part.id) ?? [];
  const paid = library.knowledge.deals.flatMap((other) => (other.financed_by.includes(id) ? [other.id] : []));
  return [...new Set([...deal.part_of, ...parts, ...deal.financed_by, ...paid, ...deal.supersedes])];
}

/** Of the record that the other side is of, or of one beside it: "Blue Owl's cash" beside "Hyperion's $27B". */
function within(
  reading: Reading,
  text: string,
  what: Counts,
  { record, not }: Beside,
  named: boolean,
): Recorded | null {
  if (record === null) return null;
  const own = figureSought(reading, text, what, record);
  const fits = (one: Recorded | null) => one !== null && isExplained(one) && one.expression !== not;
  // "The 2026 round" beside what one investor put in is a deal of its own, and no part of that.
  const otherDeal = !named && not !== null && /\b(?:rounds?|contracts?|deals?|agreements?|programmes?)\b/i.test(text);
  if (!otherDeal && own && fits(own) && (own.told || (own.headline && !named))) return own;
  const { orgs } = readNames(reading.library, text);
  for (const id of wholesAndParts(reading, record)) {
    const type = "deal";
    // "Amazon" beside a round is what Amazon put in, where that has a record of its own.
    if (orgs.length > 0) {
      const parties = new Set(reading.library.deals.get(id)?.parties.map(({ org }) => org));
      const theirs = orgs.every((org) => parties.has(org))
        ? figuresOf(reading, { type, id }, what).find((one) => one.headline)
        : undefined;
      if (theirs && fits(theirs)) return theirs;
      continue;
    }
    const found = figureSought(reading, text, what, { type, id });
    if (found && fits(found) && found.strong && found.headline) return found;
  }
  return null;
}
