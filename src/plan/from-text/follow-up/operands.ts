/** The amounts that arithmetic on what was shown is done with: by their place in the conversation, or by what the words call them. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { currenciesOf, isPlain, same } from "../../../calculator/dimension.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { isFiller, isWeak, soughtWords } from "../../../knowledge/question-words.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import { type Arithmetic, withoutPointers } from "./arithmetic-asked.ts";
import { companyFigure } from "./company-figure.ts";
import { figureNamedIn, isOwnName, namedAsWhole, toShown } from "./figures-of-record.ts";
import { figureOf, lastAlike, type OnTable, onTable, periodOn, sameAmount } from "./on-the-table.ts";
import { amountWritten, withoutAmount } from "./written-amounts.ts";

/** Nouns for a kind of figure: "the two post-moneys". */
const KINDS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\b(?:post-?moneys?|pre-?moneys?|valuations?)\b/gi, new Set(["valuation"])],
  [/\b(?:loans?|debts?|bonds?|borrowings?)\b/gi, new Set(["debt"])],
  [/\b(?:backstops?|guarantees?)\b/gi, new Set(["guarantee"])],
  [/\b(?:stakes?|shares?)\b/gi, new Set(["stake", "share"])],
  [/\b(?:fees?|rents?)\b/gi, new Set(["fee"])],
  [/\b(?:equity|cheques?|checks?|injections?)\b/gi, new Set(["equity"])],
  [/\b(?:investments?|pledges?)\b/gi, new Set(["investment", "equity", "capex"])],
  [/\b(?:backlogs?|rpos?)\b/gi, new Set(["backlog"])],
];

/** Whether words call nothing by a name. */
export const namesNothing = (words: string): boolean =>
  contentRoots(withoutPointers(words)).every((word) => isFiller(word) || isWeak(word));

/**
 * The amounts meant, the earliest first; null where the words do not tell them surely. As many as are counted ("all four"),
 * where they are.
 */
export function operandsOf(reading: Reading, { rest, count, form }: Arithmetic): OnTable[] | null {
  const written = amountWritten(reading, rest);
  const named = written
    ? namesNothing(withoutAmount(reading, rest))
      ? [written]
      : null
    : namesNothing(rest)
      ? []
      : (namedApart(reading, rest) ?? (form === "sum" ? null : ofCompany(reading, rest)));
  if (named === null) return null;
  if (named.length >= 2) return count === null || count === named.length ? named : null;
  const [only] = named;
  if (only) {
    const other = lastAlike(reading, 4).find((one) => !sameAmount(one, only) && same(one.dimension, only.dimension));
    return other ? inOrder(reading, [other, only]) : null;
  }
  // "Which is the biggest" is of all that were asked for one by one.
  const adds = form === "sum" || form === "average" || (form === "larger" && OF_ALL.test(reading.question));
  const chain = adds && count === null ? Math.max(inARow(reading), sideBySide(reading)) : 0;
  const all = lastAlike(reading, count !== null && count > 2 ? 4 : adds ? Math.max(2, chain) : 2);
  const wanted =
    count !== null && count > 2 ? counted(reading, all, count) : form === "growth" ? ofOneKind(reading, all) : all;
  return wanted ? [...besideMain(reading, wanted)].reverse() : null;
}

/** The figure of a company that is named, beside the last amount. */
function ofCompany(reading: Reading, words: string): OnTable[] | null {
  const figure = companyFigure(reading, words);
  return figure ? [figure] : null;
}

/** Beside the main figure of another record, asked for just now, stands the main one of the first, though what was first aimed at was asked for in between. */
const AIMED = gated(/\b(?:targets?|sought|aimed|planned|hoped)\b/i);
function besideMain(reading: Reading, all: readonly OnTable[]): readonly OnTable[] {
  const [latest, before, ...more] = all;
  if (!latest || !before || more.length > 0 || before.record?.id === latest.record?.id) return all;
  const isMain = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return figure !== null && "headline" in figure && figure.headline === true;
  };
  if (!isMain(latest) || !AIMED.test(figureOf(reading, before)?.label ?? "")) return all;
  const main = lastAlike(reading, 4).find((one) => one.record?.id === before.record?.id && isMain(one));
  return main ? [latest, main] : all;
}

/** How many the last answer set against each other. */
const sideBySide = ({ conversation: { plan, shown } }: Reading): number =>
  plan?.kind === "compare-figures" ? (shown?.[0]?.length ?? 0) : 0;
const OF_ALL = gated(
  /\b(?:biggest|largest|highest|greatest|smallest|lowest|cheapest|dearest|priciest|costliest|fewest|most|least)\b/i,
);

/** How many answers on end led with one figure of the same measure, each of another record: "sum" is of all of them. */
function inARow(reading: Reading): number {
  const records = new Set<string>();
  const [first] = reading.conversation.shown ?? [];
  const kind = first?.[0] && figureOf(reading, first[0]);
  for (const turn of reading.conversation.shown ?? []) {
    const [one] = turn;
    const figure = one && figureOf(reading, one);
    if (
      !one?.record ||
      !figure ||
      !kind ||
      turn.some((other) => other.figure !== one.figure) ||
      records.has(one.record.id)
    )
      break;
    if (groupOf(figure) !== groupOf(kind)) break;
    records.add(one.record.id);
  }
  return records.size;
}

/** What grew is set against the same at another time, where that was shown before something else. */
function ofOneKind(reading: Reading, all: readonly OnTable[]): readonly OnTable[] {
  const [last, before] = all;
  const group = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return figure && groupOf(figure);
  };
  if (!last || !before || group(last) === group(before)) return all;
  const alike = lastAlike(reading, 4).find(
    (one) => one !== last && !sameAmount(one, last) && group(one) === group(last),
  );
  return alike ? [last, alike] : all;
}

/** "Capex" and its guidance are one; of deals money of one kind. */
const groupOf = (figure: NonNullable<ReturnType<typeof figureOf>>): string =>
  "measure" in figure ? (figure.measure.split("-")[0] ?? "") : `${figure.of} in ${figure.unit}`;

/** The latest of them that are as many things as are counted: an amount of two together is two of them. */
function counted(reading: Reading, all: readonly OnTable[], count: number): OnTable[] | null {
  let left = count;
  const out: OnTable[] = [];
  for (const one of all) {
    if (left <= 0) break;
    out.push(one);
    left -= thingsIn(reading, one);
  }
  return left === 0 ? out : null;
}

/** How many an amount is of: one, two where it says "both", as many as are named where it says "each" or "together". */
function thingsIn(reading: Reading, one: OnTable): number {
  const label = figureOf(reading, one)?.label ?? "";
  if (/\bboth\b/i.test(label)) return 2;
  return /\b(?:each|together)\b/i.test(label) ? Math.max(1, orgsIn(reading, label)) : 1;
}

/** How often an amount counts: one for each of several is counted for every one of them. */
export function timesOf(reading: Reading, one: OnTable): number {
  const label = figureOf(reading, one)?.label ?? "";
  return /\beach\b/i.test(label) ? Math.max(1, orgsIn(reading, label)) : 1;
}

const orgsIn = ({ library }: Reading, label: string): number =>
  new Set(library.names.find(label).flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))))
    .size;

/** What stands on each side of "and", "from", "to"; null where one of them is not on the table. */
function namedApart(reading: Reading, words: string): OnTable[] | null {
  for (const [pattern, kinds] of KINDS)
    if (new RegExp(pattern.source, "i").test(words) && namesNothing(words.replace(pattern, " "))) {
      const of = shownAll(reading)
        .filter((one) => kinds.has(kindOf(reading, one)))
        .filter((one, index, all) => all.findIndex((other) => sameAmount(one, other)) === index);
      return of.length >= 2 ? of.slice(0, 2).reverse() : null;
    }
  const phrases = words
    .split(/\b(?:and|plus|with|from|to|vs\.?|versus|over|than|against)\b|[+&,;]/i)
    .filter((phrase) => !namesNothing(phrase) || NUMBER.test(phrase));
  const found = phrases.map((phrase) => amountNamed(reading, phrase));
  const out = found.flatMap((one) => (one === null ? [] : [one]));
  const distinct = out.every((one, index) => out.slice(0, index).every((other) => !sameAmount(one, other)));
  return out.length === phrases.length && distinct ? out : null;
}

/** "That valuation", "the loan": the last amount of the kind that the words call; null where they call none. */
export function lastOfKind(reading: Reading, words: string): OnTable | null {
  const kinds = KINDS.find(([pattern]) => new RegExp(pattern.source, "i").test(words))?.[1];
  return (kinds && shownAll(reading).find((one) => kinds.has(kindOf(reading, one)))) ?? null;
}

const kindOf = (reading: Reading, one: OnTable): string => {
  const figure = figureOf(reading, one);
  return figure === null ? "" : "measure" in figure ? figure.measure : figure.of;
};

/** "The 122", "that 40": a number that was shown. */
const NUMBER = /(?:\bthe|\bthat|\bthose|\bof|^)\s*[$€£]?(\d+(?:\.\d+)?)(?!\s?(?:%|gw|mw|years?)|[\d-])/i;

/** The amount that a few words call; null where they call none of those on the table, or of its record. */
export function amountNamed(reading: Reading, phrase: string, like: OnTable | null = null): OnTable | null {
  const fits = (one: OnTable) => like === null || same(one.dimension, like.dimension);
  const written = amountWritten(reading, phrase);
  if (written) return fits(written) && namesNothing(withoutAmount(reading, phrase)) ? written : null;
  const ofPeriod = shownOf(reading, phrase, fits);
  if (ofPeriod) return ofPeriod;
  const number = NUMBER.exec(phrase)?.[1];
  if (number !== undefined) return shownAll(reading).find((one) => fits(one) && isSaid(one, Number(number))) ?? null;
  // "Stargate" of Stargate UAE is the deal on the table; "the total Stargate" is another.
  const deal = isOwnName(reading, phrase) ? null : onlyDeal(reading, phrase);
  if (deal) return headlineOf(reading, deal, like ?? lastAlike(reading, 1)[0] ?? null);
  if (namedAsWhole(reading, phrase)) {
    const whole = figureNamedIn(reading, "whole", like);
    return whole === "unknown" ? null : whole;
  }
  const roots = soughtWords(withOrgNames(reading, phrase)).filter(({ weak }) => !weak);
  if (roots.length > 0) {
    const called = shownAll(reading).filter((one) => {
      const own = new Set(contentRoots(`${one.label} ${recordName(reading, one)}`));
      return fits(one) && roots.every(({ word }) => own.has(word));
    });
    const period = like ? periodOn(reading, like) : null;
    const same = called.filter((one) => period !== null && periodOn(reading, one) === period);
    const [first, ...others] = same.length > 0 ? same : called;
    // Several of one record have its name.
    if (first && others.every((other) => other.record?.id !== first.record?.id)) return first;
  }
  const figure = figureNamedIn(reading, phrase, like);
  return figure === "unknown" || figure === null || !fits(figure) ? null : figure;
}

/** "Q1", "2025": what was shown of that time, where nothing else was. */
function shownOf(reading: Reading, phrase: string, fits: (one: OnTable) => boolean): OnTable | null {
  const time = TIME.exec(phrase)?.[1]?.toUpperCase();
  if (time === undefined) return null;
  const found = shownAll(reading).filter(
    (one) => fits(one) && (periodOn(reading, one) ?? "").split("-").includes(time),
  );
  const [first] = found;
  return first && found.every((one) => sameAmount(one, first)) ? first : null;
}
const TIME =
  /^\s*(?:(?:is|in|of|for|the|that)\s+)*(q[1-4]|h[12]|20\d\d)(?:\s+(?:is|was|figure|number|alone|part))*[\s?.!]*$/i;

/** A deal that is named outright: "the total Stargate". */
function onlyDeal({ library }: Reading, phrase: string): Deal | null {
  const { deals, orgs } = readNames(library, phrase);
  const [id, ...more] = deals;
  return id && more.length === 0 && orgs.length === 0 ? (library.deals.get(id) ?? null) : null;
}

function headlineOf(reading: Reading, deal: Deal, like: OnTable | null): OnTable | null {
  const state = stateOn(deal, reading.asOf);
  const wholes = [state?.money, state?.size].flatMap((entry) =>
    entry ? (onTable(reading, toShown(deal, entry)) ?? []) : [],
  );
  return wholes.find((one) => like !== null && same(one.dimension, like.dimension)) ?? null;
}

const shownAll = (reading: Reading): OnTable[] =>
  (reading.conversation.shown ?? []).flat().flatMap((one) => onTable(reading, one) ?? []);

/** 122 is said of $122B, of 122 MW, and of 122%. */
function isSaid({ size, dimension }: OnTable, number: number): boolean {
  const scales = currenciesOf(dimension).length > 0 ? [1, 1e6, 1e9, 1e12] : isPlain(dimension) ? [1, 1e-2] : [1, 1e-3];
  return scales.some((scale) => Math.abs(size - number * scale) <= Math.abs(size) * 1e-6);
}

const recordName = ({ library }: Reading, { record }: OnTable): string =>
  (record ? (library.deals.get(record.id) ?? library.metrics.get(record.id))?.name : "") ?? "";

function withOrgNames({ library }: Reading, text: string): string {
  let out = text;
  for (const { refs, start, end } of [...library.names.find(text)].reverse()) {
    const org = refs.find((ref) => ref.type === "org");
    if (org) out = `${out.slice(0, start)}${orgName(library, org.id)}${out.slice(end)}`;
  }
  return out;
}

/** In the order in which they were shown, the earliest first. */
function inOrder(reading: Reading, all: readonly OnTable[]): OnTable[] {
  const order = shownAll(reading);
  const at = (one: OnTable) => order.findIndex((other) => sameAmount(one, other));
  return [...all].sort((a, b) => at(b) - at(a));
}
