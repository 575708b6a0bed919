/** Which figures may be set against each other. */

import type { Figure, FigureOf, Point } from "../../../../knowledge/schema.ts";
import { isMoney } from "../../../knowledge/as-of.ts";
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import { ALL, type FigurePairs } from "../../../knowledge/figure-pairs.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import type { Counted, Form } from "./operation.ts";

/** What a figure counts; null where it is nothing that is set against another. */
export function countsOf({ unit, per, of }: Figure | Point): Counted | null {
  if (isMoney(unit)) return of === "price" || per === "share" ? "price" : "money";
  switch (unit) {
    case "GW":
      return "power";
    case "percent":
      return "percent";
    case "count":
      return "count";
    case "shares":
      return "shares";
    case "years":
    case "months":
    case "days":
      return "time";
    default:
      return null;
  }
}

export const sizeOf = ({ figure }: FigureCandidate): number => figure.high ?? figure.low ?? 0;

/** Whether a form can set `a` against `b`: of one unit, or for money a gigawatt money and power of one record. */
export function fits(
  {
    form,
    counted,
    money,
    pairs,
    kinds,
  }: {
    form: Form;
    counted: Counted | null /** Money is spoken of as well. */;
    money: boolean;
    pairs: FigurePairs;
    kinds: readonly (readonly FigureOf[])[];
  },
  a: FigureCandidate,
  b: FigureCandidate,
): boolean {
  const [x, y] = [countsOf(a.figure), countsOf(b.figure)];
  if (sizeOf(a) === 0 || sizeOf(b) === 0) return false;
  if (form === "per-power")
    return x === "money" && y === "power" && !a.figure.per && a.record.id === b.record.id && isSpent(a, kinds);
  if (x !== y || a.figure.unit !== b.figure.unit || a.figure.per !== b.figure.per) return false;
  if (x === "percent" && form === "share") return false;
  if (!coherent(form, pairs, a, b) && !pairs.areOfTheirTexts(a, b) && !pairs.areOfTheirTexts(b, a)) return false;
  if (form === "share" || form === "times")
    return counted === null ? x !== "percent" : x === counted || (x === "money" && (form === "times" || money));
  if (counted === null) return x === "money";
  return counted === x || (counted === "percent" && x === "money");
}

/** What a share of somebody costs is spent on no power, unless that is what is asked. */
const isSpent = ({ figure, headline }: FigureCandidate, kinds: readonly (readonly FigureOf[])[]): boolean =>
  figure.of !== "valuation" && (headline || figure.of !== "equity" || kinds.some((of) => of.includes("equity")));

/**
 * Of one record, of companies' figures, or each told by a name that the other has not. A part and its whole are of one record,
 * or one of the records is named itself: what two deals of a company are worth are no shares of each other.
 */
const coherent = (form: Form, pairs: FigurePairs, a: FigureCandidate, b: FigureCandidate): boolean =>
  a.record.id === b.record.id ||
  (a.record.type === "metric" && b.record.type === "metric") ||
  (form === "larger" && a.figure.of === b.figure.of) ||
  (form === "share" && isOfCompany(pairs, a, b)) ||
  pairs.areNamedApart(a, b, form === "share" ? "records" : "anybody");

/** "What share of its backlog would the $200B be": an amount that is said, beside a figure of a company. */
const isOfCompany = (pairs: FigurePairs, a: FigureCandidate, b: FigureCandidate): boolean =>
  (pairs.isGiven(a) && b.record.type === "metric") || (pairs.isGiven(b) && a.record.type === "metric");

/** Money and the power that it pays for say the same in their labels. */
export function ofOneThing(a: FigureCandidate, b: FigureCandidate): number {
  const [power, money] = countsOf(a.figure) === "power" ? [a, b] : [b, a];
  const gw = sizeOf(power);
  const { label } = money.figure;
  if (/\d ?[GM]W\b/.test(label) && new RegExp(String.raw`\b(?:${Math.round(gw * 1000)} ?MW|${gw} ?GW)\b`).test(label))
    return 2 * ONE_THING;
  return sayAlike(a, b) ? ONE_THING : 0;
}

/** Whether their labels have a word in common. */
const sayAlike = (a: FigureCandidate, b: FigureCandidate): boolean => {
  const [x, y] = [labelRoots(a.figure), labelRoots(b.figure)];
  for (const word of x) if (y.has(word)) return true;
  return false;
};
const LABELS = new WeakMap<FigureCandidate["figure"], ReadonlySet<string>>();
function labelRoots(figure: FigureCandidate["figure"]): ReadonlySet<string> {
  const known = LABELS.get(figure) ?? new Set(contentRoots(figure.label));
  LABELS.set(figure, known);
  return known;
}
const ONE_THING = 0.15;

/** A share is of the whole: of two parts of one record the larger says that it is all, or both say what they are of. */
export function isOfWhole(a: FigureCandidate, b: FigureCandidate): number {
  if (a.record.id !== b.record.id || a.figure.unit !== b.figure.unit) return 0;
  const [whole, part] = sizeOf(a) >= sizeOf(b) ? [a, b] : [b, a];
  const alike = sayAlike(a, b) ? OF_ONE : 0;
  return IN_ONE + alike + (ALL.test(whole.figure.label) && !ALL.test(part.figure.label) ? OF_WHOLE : 0);
}
/** Part and whole are sought in one record first. */
const IN_ONE = 0.06;
const OF_WHOLE = 0.06;
const OF_ONE = 0.04;

/** An amount is not set against itself, nor one year's against the same year's. */
export function areTwo(
  { metrics }: Library,
  { form, pairs }: { form: Form; pairs: FigurePairs },
  dates: readonly string[],
  a: FigureCandidate,
  b: FigureCandidate,
): boolean {
  // As many shares in the one warrant as in the other is an answer; an amount told of in two records is one amount.
  if (sizeOf(a) === sizeOf(b) && a.figure.unit === b.figure.unit)
    return (
      form === "larger" &&
      a.record.id !== b.record.id &&
      countsOf(a.figure) !== "money" &&
      pairs.areNamedApart(a, b, "anybody")
    );
  const [x, y] = [a, b].map(({ record }) => (record.type === "metric" ? metrics.get(record.id) : undefined));
  const alike =
    x &&
    y &&
    x.subjects[0] === y.subjects[0] &&
    "measure" in a.figure &&
    "measure" in b.figure &&
    a.figure.measure === b.figure.measure;
  const isPart =
    form === "share" && a.record.id === b.record.id && ALL.test(a.figure.label) !== ALL.test(b.figure.label);
  return !alike || isPart || dates.length > 1 || pairs.areOfTheirTexts(a, b) || pairs.areOfTheirTexts(b, a);
}

/**
 * Where only valuations are spoken of, both are one: a valuation is no multiple of somebody's debt. In one round it may stand
 * beside what was raised, unless the round tells of two valuations and nothing is said of the money.
 */
export function areOfKind(
  { library, question }: Reading,
  kinds: readonly (readonly FigureOf[])[],
  a: FigureCandidate,
  b: FigureCandidate,
): boolean {
  const only = kinds.length === 1 && kinds[0]?.includes("valuation");
  if (!only || (a.figure.of === "valuation" && b.figure.of === "valuation")) return true;
  if (a.record.id !== b.record.id) return false;
  const figures = library.deals.get(a.record.id)?.events.flatMap((event) => event.figures ?? []) ?? [];
  const valuations = new Set(figures.filter(({ of }) => of === "valuation").map(({ id }) => id));
  return valuations.size < 2 || RAISED.test(question);
}
const RAISED = gated(
  /\b(?:rais\w+|money|cash|proceeds|funding|sold|sale|new|invest\w*|put in|cheques?|equity|size|offering|ipo)\b/i,
);

/** What somebody is worth is set against something only where it is said, and is one of the two wherever it is. */
export function isValuedAsSaid(
  question: string,
  kinds: readonly (readonly FigureOf[])[],
  a: FigureCandidate,
  b: FigureCandidate,
): boolean {
  const has = a.figure.of === "valuation" || b.figure.of === "valuation";
  return has ? kinds.some((of) => of.includes("valuation")) || WORTH.test(question) : !POST_MONEY.test(question);
}
const WORTH = gated(
  /\b(?:valu\w+|worth|market cap\w*|post|pre|(?:post|pre)-?money|mark(?:ed)?|price[ds]?|trad\w+|rated)\b/i,
);
const POST_MONEY = gated(/\b(?:(?:post|pre)-? ?money|valuations?|valued at)\b/i);
