/** A calculation in words: its numbers, the words between them, and whether a reading of it leaves any number out. */

import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { isStop } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import { perReading, type Reading } from "../reading.ts";
import { meant } from "./meant.ts";
import { type Kind, readTerms, type Term } from "./terms.ts";

export type Sum = {
  reading: Reading;
  text: string;
  /** The question with its short slips mended, names of chips in it. */
  question: string;
  /** The text with spaces where numbers stand: what is asked is read from it. */
  words: string;
  terms: readonly Term[];
  /** A load of all hours is said in words: "flat out", "24/7". */
  flatOut: boolean;
  of(...kinds: Kind[]): readonly Term[];
  /** The only one of these kinds; null where there are several or none. */
  one(...kinds: Kind[]): Term | null;
  /**
   * Whether these are all the numbers of the question. What another number is there for is not understood, and no
   * answer is better than half of one. Calendar years say when, and change nothing.
   */
  complete(used: readonly (Term | null | undefined)[]): boolean;
};

/** Reads one kind of calculation; null where it is not of that kind. */
export type ReadSum = (sum: Sum) => PlanInput | null;

const FLAT_OUT = gated(
  /\b(?:flat out|around the clock|round the clock|full (?:load|tilt|power|capacity)|non-?stop|continuous(?:ly)?|constant(?:ly)?(?: (?:draw|load|power))?|every hour|steady(?! (?:growth|pace|rate|increase))|uninterrupted|unbroken|all (?:year|hours)(?: long| round)?|year[- ]round)\b/i,
);

export const readSum = perReading((reading): Sum => {
  const question = countedOwnersHidden(reading, mendShortWords(reading)).replace(INSTRUCTION, "$1");
  const { text, terms } = readTerms(question);
  for (const term of terms) term.text = term.text.replace(/_+ ?/, "");
  const counted = withoutNames(
    reading,
    text,
    terms.filter((term) => !isLabel(term)),
  );
  const all = withoutOtherLength(meant(text, counted), text);
  const words = blanked(text, [...all, ...terms.filter((term) => !counted.includes(term))]);
  return withTerms({ reading, text, question, words, flatOut: FLAT_OUT.test(words) }, all);
});

/** The same sum over other numbers, or with other words between them. */
export function withTerms(
  sum: Omit<Sum, "terms" | "of" | "one" | "complete">,
  terms: readonly Term[],
  words: string = sum.words,
): Sum {
  const of = (...kinds: Kind[]) => terms.filter((term) => kinds.includes(term.kind));
  return {
    ...sum,
    words,
    terms,
    of,
    one: (...kinds) => {
      const [first, ...more] = of(...kinds);
      return first && more.length === 0 ? first : null;
    },
    complete: (used) => terms.every((term) => term.kind === "year" || used.includes(term)),
  };
}

/** "325,000 SpaceX GPUs": whose they are stands between a number and what it counts, and is kept as long as it was. */
function countedOwnersHidden({ names, question: asked }: Reading, question: string): string {
  if (question.length !== asked.length) return question;
  let out = question;
  for (const { start, end, refs } of names.mentions)
    if (
      refs.some(({ type }) => type === "org") &&
      COUNTS_BEFORE.test(out.slice(0, start)) &&
      THING_AFTER.test(out.slice(end))
    )
      out = out.slice(0, start) + "_".repeat(end - start) + out.slice(end);
  return out;
}
const COUNTS_BEFORE = /\d(?:\s?(?:k|thousand|million|m))?\s$/i;
const THING_AFTER = gated(/^(?:['’]s)? (?:gpus?|chips?|accelerators?|racks?|tpus?)\b/i);

/** "Phase 1: 0.5 GW": the one says which, and counts nothing. */
const isLabel = ({ kind, scaled, unit, high, before }: Term): boolean =>
  kind === "number" && !scaled && unit === "" && high <= 20 && LABELLED.test(before);
const LABELLED = /\b(?:phase|stage|tranche|step|option|case|scenario)\s*(?:no\.?|number|#)?\s*$/i;

/** The 1 of "Colossus 1" counts nothing. */
function withoutNames({ library }: Reading, text: string, terms: readonly Term[]): Term[] {
  const inName = (term: Term): boolean =>
    term.kind === "number" && !term.scaled && term.unit === "" && term.high < 20 && /[a-z]\s$/i.test(term.before);
  if (!terms.some(inName)) return [...terms];
  const { mentions } = readNames(library, text);
  return terms.filter(
    (term) => !inName(term) || !mentions.some(({ start, end }) => start < term.start && end >= term.end),
  );
}

/** "Six years rather than five": the five counts only where both are asked for. */
function withoutOtherLength(terms: Term[], text: string): Term[] {
  // "A £1bn hundred-year bond in dollars": the length says which bond, and divides nothing.
  const money = terms.filter(({ kind }) => kind === "money");
  if (money.length === 1 && IN_CURRENCY.test(text) && !FOR_EACH.test(text)) {
    const kept = terms.filter(({ kind, end, text: said }) => kind !== "time" || !isOfNoun(said, text.slice(end)));
    if (kept.length < terms.length) return kept;
  }
  const lengths = terms.filter(({ kind }) => kind === "time");
  if (
    lengths.length !== 1 ||
    /\b(?:depreciat\w*|writ\w+[- ](?:off|down)|straight|difference|lower|higher|less|more|save\w*|lasts?|life|lives|hit)\b/i.test(
      text,
    )
  )
    return terms;
  return terms.filter(
    ({ kind, scaled, high, before }) =>
      kind !== "number" || scaled || high > 40 || !/\b(?:rather than|instead of|not)\s*$/i.test(before),
  );
}

const IN_CURRENCY =
  /\b(?:in|to|into|as) (?:us |american )?(?:dollars?|usd|euros?|eur|pounds?|gbp|sterling)\b|\b(?:in|to|into) [$€£](?!\s?\d)/i;
const FOR_EACH = gated(/\b(?:per|a|each|every) (?:year|month|quarter)\b|\bannual|\byearly|\bmonthly/i);
const isOfNoun = (said: string, behind: string): boolean =>
  /(?:-\s?(?:years?|yrs?|months?)|\s(?:year|yr|month))\s*$/i.test(said) &&
  /^\s*(?:[\w-]+ ){0,3}?(?:bonds?|notes?|loans?|leases?|deals?|contracts?|facilit(?:y|ies)|agreements?|ppas?|debt|tranches?|gilts?)\b/i.test(
    behind,
  );

/** "Reply only with the number 7" is no part of what is asked. */
const INSTRUCTION = gated(
  /([?.!,;:]|\band\b)\s*(?:and |then |also )?(?:please )?(?:reply|respond|answer|output|print|return|say|end|finish|append|start)\b (?:only|just|with|every|everything|in one|it in|the word|your|all)\b.*$/i,
);

/** Short words of calculations, whose slips are mended only where they are no word of the records. */
const SHORT =
  "cost costs load power price energy water homes chips racks years rate blended weighted average interest monthly annual yearly payment payments margin depreciation utilisation utilization dilution discount residual leverage coverage equity".split(
    " ",
  );

function mendShortWords({ question, library }: Reading): string {
  if (!/\d/.test(question)) return question;
  return question.replace(/\b[a-z]{3,13}\b/g, (word) => {
    if (SHORT.includes(word) || library.knowsWord(word) || isStop(word)) return word;
    const near = SHORT.filter((other) => other[0] === word[0] && isSlip(word, other));
    // "Cots" is a slip of "cost" and of "costs": either says the same.
    const [first, ...others] = near;
    return first && others.every((other) => other === `${first}s`) ? first : word;
  });
}

/** A letter that is left out, or two neighbours that changed places. */
function isSlip(word: string, other: string): boolean {
  if (word.length === other.length) return word !== other && [...word].sort().join("") === [...other].sort().join("");
  return (
    word.length === other.length - 1 &&
    [...other].some((_letter, at) => other.slice(0, at) + other.slice(at + 1) === word)
  );
}

type Evaluate = Extract<PlanInput, { kind: "evaluate" }>;
export type SumLine = Evaluate["lines"][number];

export const evaluated = (lines: SumLine[], more: Partial<Omit<Evaluate, "kind" | "lines">> = {}): PlanInput => ({
  kind: "evaluate",
  lines,
  ...more,
});
