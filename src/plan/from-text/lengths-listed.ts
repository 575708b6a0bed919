/** "Contracts that run longer than ten years", "all 20-year deals": a list by how long each runs. */

import type { DealKind } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { YEARS, yearsOf } from "../../knowledge/lengths.ts";
import type { PlanInput } from "../plan.ts";
import { kindsThatLast } from "./constraints/kinds-in.ts";
import { readConstraints } from "./constraints.ts";
import { listHead } from "./list-head.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

const TIME = /\b(?:last|past|next|previous|coming|within|in|after|before|every)(?: the)?(?: \w+)?\s*$/i;
type Bounds = { minYears: number | null; maxYears: number | null; beyond: boolean };

const LENGTH = `(?:an? |the )?(?:terms?|lengths?|tenors?|durations?|maturit(?:y|ies)|life)`;
const SAYS =
  /\b(?:runs?|running|lasts?|lasting|terms?|lengths?|long(?:er|est)?|shorter|span(?:s|ning)?|durations?|tenors?|maturit\w+|for|of|with|than|at least|at most|no less|no more|under|over|above|beyond|exceed\w*)\b/i;
const BOUNDS: readonly (readonly [RegExp, (years: number) => Bounds])[] = [
  [
    /\b(?:at least|no (?:less|shorter|fewer) than|not (?:less|shorter) than|minimum(?: of)?)\s*$/i,
    (n) => ({ minYears: n, maxYears: null, beyond: false }),
  ],
  [
    /\b(?:at most|up to|no (?:more|longer) than|not (?:more|longer) than|maximum(?: of)?)\s*$/i,
    (n) => ({ minYears: null, maxYears: n, beyond: false }),
  ],
  [
    /\b(?:(?:longer|more|greater) than|over|above|beyond|past|exceed(?:s|ing)?|in excess of)\s*$/i,
    (n) => ({ minYears: n, maxYears: null, beyond: true }),
  ],
  [/\b(?:(?:shorter|less|fewer) than|under|below)\s*$/i, (n) => ({ minYears: null, maxYears: n, beyond: true })],
];
const OR_MORE = /^\s*(?:\+|or (?:more|longer|above|over)|and (?:more|up|above|longer)|plus\b)/i;
const OR_LESS = gated(/^\s*or (?:less|shorter|under|below)/i);
/** Words around the length that have been read with it. */
const AROUND = new RegExp(
  String.raw`\b(?:(?:that|which) )?(?:runs?|running|lasts?|lasting|span(?:s|ning)?|have|has|having)? ?(?:for )?(?:with )?(?:${LENGTH} )?(?:of |is |are |that's )?(?:at least|at most|up to|no (?:less|more|longer|shorter|fewer) than|not (?:less|more|longer|shorter) than|(?:longer|shorter|more|less|fewer|greater) than|over|above|under|below|beyond|past|exceed(?:s|ing)?|in excess of|(?:a )?(?:minimum|maximum)(?: of)?|exactly)?\s*$`,
  "i",
);
const BEHIND =
  /^(?:\s*\+|\s*(?:or|and) (?:more|longer|less|shorter|above|over|under|below|up)|\s*plus\b)?(?: ?(?:long|in (?:length|duration|term)|(?:terms?|tenors?|leases?'?)(?=\W*$)))?/i;

export const lengthsListed: ReadRule = {
  name: "lengths-listed",
  read(reading) {
    const { question, conversation, dates } = reading;
    const match = YEARS.exec(question);
    if (!match || conversation.plan !== null || listHead(reading)?.head !== "deals" || superlativeIn(question))
      return null;
    if (!SAYS.test(question) && !/-\s?years?\b/i.test(match[0])) return null;
    // "In the last two years" is a time.
    const isTime = [...dates.spans, ...(dates.lately ? [dates.lately] : [])].some(
      (span) => span.start < match.index + match[0].length && match.index < span.end,
    );
    if (isTime || TIME.test(question.slice(0, match.index))) return null;
    const years = yearsOf(match[1] ?? "");
    if (years === null) return null;
    const [start, end] = [match.index, match.index + match[0].length];
    const bounds = boundsOf(question.slice(0, start), question.slice(end), years);
    const found = readConstraints(withoutLength(reading, start, end));
    if (found.rest.length > 0 || found.denied !== "") return null;
    const { rest: _rest, measure: _measure, denied: _denied, ...filter } = found;
    // Bounds of money and of years are either both in or both out.
    if (filter.beyond !== bounds.beyond && (filter.minUsd ?? filter.maxUsd ?? filter.minGw ?? filter.maxGw) !== null)
      return null;
    const plan: PlanInput = {
      kind: "find-deals",
      ...filter,
      dealKinds: kindsOf(question, filter.dealKinds),
      ...bounds,
      sort: "value",
      measure: ["term"],
      asOf: dates.asOf,
    };
    return plan;
  },
};

const kindsOf = (question: string, said: readonly DealKind[]): DealKind[] =>
  said.includes("energy") ? [...said] : [...(kindsThatLast(question) ?? said)];

function boundsOf(before: string, behind: string, years: number): Bounds {
  if (OR_MORE.test(behind)) return { minYears: years, maxYears: null, beyond: false };
  if (OR_LESS.test(behind)) return { minYears: null, maxYears: years, beyond: false };
  return (
    BOUNDS.find(([pattern]) => pattern.test(before))?.[1](years) ?? { minYears: years, maxYears: years, beyond: false }
  );
}

/** The question with spaces where the length is said, so that the rest of it is read as any other list. */
function withoutLength(reading: Reading, start: number, end: number): Reading {
  const { question } = reading;
  const from = AROUND.exec(question.slice(0, start))?.index ?? start;
  const to = end + (BEHIND.exec(question.slice(end))?.[0].length ?? 0);
  const text = question.slice(0, from) + " ".repeat(to - from) + question.slice(to);
  return { ...reading, question: text };
}
