/** One sum in two cases: all numbers are alike but one, which is given twice: "rent at $2.60 against $3.10", "PUE from 1.4 to 1.2". */

import { CalculationError } from "../../../calculator/calculation-error.ts";
import { runWorksheet } from "../../../calculator/worksheet.ts";
import { gated } from "../../../knowledge/gated.ts";
import { Plan, type PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated, type ReadSum, type Sum, type SumLine, withTerms } from "./sum.ts";
import type { Term } from "./terms.ts";
import { written } from "./written-estimate.ts";

const AGAINST =
  /^[\s,;(]*(?:(?:vs\.?|versus|rather than|instead of|compared (?:to|with)|against|not|or|→|->)|(?:and|then|and then|,|to|up to|down to))(?: (?:at|of|with|for|about|an?|the|over))*\s*$/i;
/** "And" and "to" tell two cases apart only where they are compared, or one becomes the other. */
const SURELY = /^[\s,;(]*(?:vs\.?|versus|rather than|instead of|compared (?:to|with)|against|not|→|->)/i;
const COMPARED =
  /\b(?:compar\w+|difference|gap|versus|vs|extra|sav(?:e|es|ed|ing|ings)|(?:how much|what) (?:more|less|extra|dearer|cheaper)|(?:more|less|dearer|cheaper) (?:is|does|do|would|per|a)|from|rais(?:e|es|ed|ing)|ris(?:e|es|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc\w+|drop(?:s|ped|ping)?|fall(?:s|ing)?|goes|going|go|went|mov(?:e|es|ing)|switch\w*|improv\w+|push\w*|both|respectively)\b/gi;
/** Words of the comparison, which say nothing of what is worked out. */
const OF_COMPARING =
  /\b(?:compare[sd]?|comparing|difference (?:between|in)?|gap|versus|vs|instead|rather than|against|extra|sav(?:e|es|ed|ing|ings)|how much (?:more|less|extra|dearer|cheaper)|more|less|dearer|cheaper|from|to|rais(?:e|es|ed|ing)|ris(?:e|es|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc\w+|drop(?:s|ped|ping)?|fall(?:s|ing)?|goes|going|both|respectively)\b/gi;
const FIRST_THE_GAP = gated(
  /\b(?:difference|gap|extra|sav(?:e|es|ed|ing|ings)|how much (?:more|less|dearer|cheaper)|(?:more|less|dearer|cheaper)|rais(?:e|es|ing)|cut(?:s|ting)?|lower(?:s|ing)?|reduc\w+)\b/i,
);

/** `readOne` reads each of the two sums as any other. */
export const twoCases = (sum: Sum, readOne: ReadSum): PlanInput | null => {
  const pair = pairOf(sum);
  if (!pair) return null;
  const words = sum.words.replace(OF_COMPARING, (word) => " ".repeat(word.length));
  const cases = pair.ends.map((term) => {
    const terms = sum.terms.filter((one) => !pair.of.includes(one) || one === pair.of[0]);
    const own = terms.map((one) => (one === pair.of[0] ? term : one));
    const plan = readOne(withTerms(sum, own, words));
    return plan ? linesOf(sum.reading, plan) : null;
  });
  const [one, two] = cases;
  const [first, second] = pair.ends;
  if (!one || !two || !first || !second || one.length !== two.length) return null;
  const both: SumLine[] = [...named(one, first, 0), ...named(two, second, one.length)];
  const sizes = sizesOf(both, sum.reading);
  const [atFirst, atSecond] = [sizes?.[one.length - 1], sizes?.at(-1)];
  if (atFirst === undefined || atSecond === undefined) return null;
  const [large, small] = atFirst > atSecond ? [one.length, both.length] : [both.length, one.length];
  const lines = [...both, { label: "difference", expression: `#${large} - #${small}` }];
  const leads = [one.length, one.length + two.length];
  return evaluated(lines, {
    title: `At ${first.text} and at ${second.text}`.slice(0, 120),
    lead: FIRST_THE_GAP.test(sum.words) ? [lines.length, ...leads] : [...leads, lines.length],
  });
};

/** One number becomes another, and the rest stays: no range of what it might be. */
export const isMove = ({ terms, words }: Sum): boolean =>
  terms.some(({ ends, before }) => ends.length === 2 && /\bfrom\s*$/i.test(before)) &&
  MOVES.test(words) &&
  !GROWS.test(words);
/** How fast, or for how long, something grows from the one to the other is one sum. */
const GROWS = gated(/\b(?:growth|grow\w*|cagr|compound\w*|how (?:long|many (?:years|months|quarters))|annual rate)\b/i);
const MOVES =
  /\b(?:mov(?:e|es|ing)|rais(?:e|es|ing)|ris(?:e|es|ing)|cut(?:s|ting)?|lower(?:s|ing)?|reduc(?:e|es|ing)|drop(?:s|ping)?|fall(?:s|ing)?|go(?:es|ing)?|improv(?:e|es|ing)|switch(?:es|ing)?|chang(?:e|es|ing))\b/i;

/** The number that is given twice, once for each case; null where there is none, or more than one. */
function pairOf(sum: Sum): { of: readonly Term[]; ends: readonly Term[] } | null {
  COMPARED.lastIndex = 0;
  const compared = COMPARED.test(sum.words);
  const found: { of: readonly Term[]; ends: readonly Term[] }[] = [];
  for (const [index, term] of sum.terms.entries()) {
    if (term.kind === "year") continue;
    if (compared && term.ends.length === 2 && term.spread === null && /\bfrom\s*$/i.test(term.before))
      found.push({ of: [term], ends: term.ends.map((value) => oneEnd(term, value)) });
    const next = sum.terms[index + 1];
    if (!next) continue;
    const between = sum.text.slice(term.end, next.start);
    if (!AGAINST.test(between) || !(compared || SURELY.test(between))) continue;
    const like = alike(term, next);
    if (like) found.push({ of: [term, next], ends: [term, like] });
  }
  const [only, ...more] = found;
  return only && more.length === 0 ? only : null;
}

const oneEnd = (term: Term, value: number): Term => ({
  ...term,
  low: value,
  high: value,
  ends: [value],
  text: term.unit.startsWith("USD") ? `$${value}${term.unit.slice(3)}` : `${value} ${term.unit}`.trim(),
});

/** The second case in the place of the first; a plain number takes the unit of the first. */
function alike(one: Term, other: Term): Term | null {
  const same = other.kind === one.kind && other.unit === one.unit;
  const bare = other.kind === "number" && !other.scaled && other.unit === "" && !one.scaled;
  // "At 42B and at 57B": the second is for each of the same.
  const money = other.kind === "money" && one.unit.split("/")[0] === other.unit;
  if (!same && !bare && !money) return null;
  const { low, high, ends } = other;
  const text = bare && !same ? `${other.text} ${one.unit}`.trim() : other.text;
  return { ...one, low, high, ends, text };
}

function linesOf({ library }: Reading, input: PlanInput): readonly SumLine[] | null {
  const plan = Plan.parse(input);
  if (plan.kind === "evaluate") return plan.lines;
  return plan.kind === "estimate" ? written(library, plan) : null;
}

/** What each line comes to; null where the units do not go together. */
function sizesOf(lines: readonly SumLine[], { library, asOf }: Reading): number[] | null {
  try {
    const written = lines.map(({ label, expression }) => ({ label: label ?? "", expression }));
    return runWorksheet(written, library, asOf).lines.map(({ amount }) => amount.range.mid);
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}

/** Lines count from the first of their own case. */
const named = (lines: readonly SumLine[], term: Term, offset: number): SumLine[] =>
  lines.map(({ label, expression }) => ({
    label: `${label ?? ""}${label ? ", " : ""}at ${term.text}`.slice(0, 80),
    expression: expression.replace(/#(\d+)/g, (_all, index: string) => `#${Number(index) + offset}`),
  }));
