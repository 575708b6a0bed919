/** Behind a sum of the asker's own numbers a turn that names nobody and nothing goes on with that, or is not understood: no record tells it. */
import type { Library } from "../../../knowledge/library.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { CHIP_NAME } from "../../given.ts";
import type { Plan } from "../../plan.ts";
import type { Conversation } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import { readTerms } from "../sums/terms.ts";

/** Whether what was read as told by a record is a turn of the sum. */
export function isTurnOfOwnSum(said: string, read: Plan, { plan, deal }: Conversation, library: Library): boolean {
  // Of a number that everybody works with no deal's record tells either.
  const isOfNoRecord = isOwnSum(plan) || plan?.kind === "show-rate";
  if (deal !== null || !isOfNoRecord || CHIP_NAME.test(said) || said.trim().split(/\s+/).length > MANY_WORDS)
    return false;
  const hasNumbers = readTerms(said).terms.some(({ kind }) => kind !== "year");
  const isToldBy =
    read.kind === "show-rate" ? hasNumbers : TOLD_BY_RECORDS.has(read.kind) && (hasNumbers || GOES_ON.test(said));
  return isToldBy && !namesRecord(readNames(library, said).mentions);
}
const MANY_WORDS = 14;
const GOES_ON =
  /^\W*(?:and|so|then|now|ok(?:ay)?|but|also)\b|\b(?:it|that|those|these|them|they|her|hers|afterwards)\b/i;
const TOLD_BY_RECORDS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-topic"]);

/** A sum without a figure of a deal or a company. */
function isOwnSum(plan: Plan | null): boolean {
  if (plan?.kind === "estimate") return plan.deals.length === 0;
  return plan?.kind === "evaluate" && !plan.lines.some(({ expression }) => OF_RECORD.test(expression));
}

/** A few words that point back or give another number, behind a sum of the asker's own numbers, are told by no record. */
export function goesOnWithOwnSum({ conversation: { plan, deal }, names, question }: Reading): boolean {
  if (deal !== null || namesRecord(names.mentions)) return false;
  const many = question.trim().split(/\s+/).length;
  if (!(many <= FEW_WORDS && /\d/.test(question)) && !(many <= SOME_WORDS && POINTS_TO_SUM.test(question)))
    return false;
  return isOwnSum(plan);
}
const FEW_WORDS = 6;
const SOME_WORDS = 10;
const POINTS_TO_SUM = /\b(?:that|it|those|these|same|them|first one|second one)\b/i;
const OF_RECORD = /@[\w-]+[:.](?!(?:low|mid|high)\b)/;
const RECORDS: ReadonlySet<string> = new Set(["deal", "org", "person", "place", "metric", "topic"]);
const namesRecord = (mentions: Reading["names"]["mentions"]): boolean =>
  mentions.some(({ refs }) => refs.some(({ type }) => RECORDS.has(type)));
