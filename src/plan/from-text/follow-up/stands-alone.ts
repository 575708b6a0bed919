/** A question put in full is read for itself, though a deal is on the table. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import { statementsOf } from "../../../knowledge/statements.ts";
import type { Plan } from "../../plan.ts";
import { SUPERLATIVE } from "../asks.ts";
import { valuationMultiple } from "../pairs/valuation-multiple.ts";
import type { Reading } from "../reading.ts";
import { POWER_SIGNED } from "../totals.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { largestPart } from "./largest-part.ts";
import { familyHasPart } from "./parts-in.ts";
import { tookPart } from "./took-part.ts";
import { valuedThen } from "./valued-then.ts";

/** Words that stand for what was spoken of. */
const POINTS =
  /\b(?:it(?:['’]?s)?|that|this|these|those|they|them|their|there|here|same|both|each|another|others?|rest|again|instead|the (?:deal|contract|site|campus|lease|loan|stake|round|two|one|last|latter|former))\b/i;
/** Set beside what was spoken of. */
const BESIDE =
  /^(?:(?:as )?compared? (?:to|with)|vs\.?|versus|against|relative to|next to|as (?:an? )?(?:%|percent\w*|share|fraction|proportion|multiple) of)\s/i;
/** "IT power", "as it stood". */
const NO_POINTER = /\bIT\b|\bas (?:it|they) (?:stood|was|were)\b|\bthat (?:day|week|month|year|time|quarter)\b/g;
/** What fewer words ask for is told by what was asked before. */
const LEAST_WORDS = 3;
const MANY_WORDS = 5;

/** "OpenAI's valuation over its revenue", "how many gigawatts has Meta signed": who and what are said, whatever was spoken of. */
export function saysAll(reading: Reading): boolean {
  const { question, names } = reading;
  if (names.orgs.length !== 1 || bareOf(question).leads) return false;
  return POWER_SIGNED.test(question) || valuationMultiple(reading) !== null;
}

/** Whether it is worth reading it for itself: nothing in it points back. */
export function mayStandAlone(reading: Reading): boolean {
  const { question, conversation, names } = reading;
  if (conversation.plan?.kind !== "show-deal" && conversation.plan?.kind !== "show-figure") return false;
  const { leads, corrects } = bareOf(question);
  // Who and with whom are said, and what they did.
  const isFull = names.orgs.length > 1 && question.trim().split(/\s+/).length > MANY_WORDS;
  return (
    (!leads || isFull) &&
    !corrects &&
    !POINTS.test(question.replace(NO_POINTER, "")) &&
    !BESIDE.test(question) &&
    !MORE_THAN.test(question) &&
    question.trim().split(/\s+/).length >= LEAST_WORDS
  );
}

/** "Bigger than Cerebras's?": than what was shown. */
const MORE_THAN = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:bigger|larger|more|higher|smaller|less|lower|cheaper|dearer) than\b/i,
);

/** Whether that reading is of something else than the deal on the table. */
export function standsAlone(reading: Reading, alone: Plan): boolean {
  const deal = dealOnTable(reading);
  if (!deal) return false;
  const { names, quantities, question } = reading;
  const isLong = question.trim().split(/\s+/).length >= MANY_WORDS;
  switch (alone.kind) {
    case "evaluate":
    case "estimate":
      return quantities.length > 0;
    case "show-metric":
      return names.orgs.length > 0 && alone.measures.length > 0;
    case "show-figure":
    case "show-deal": {
      const subject = alone.kind === "show-deal" ? alone.deal : alone.subject;
      // "What was OpenAI valued at" after a round is asked of that round.
      if (valuedThen.read(reading) !== null || tookPart.read(reading) !== null) return false;
      return subject !== deal.id && (!familyHasPart(reading, deal) || isNamedBeside(reading, subject, deal));
    }
    case "define":
      return isLong;
    case "find-deals":
      return (
        isLong &&
        SUPERLATIVE.test(question) &&
        familyHasPart(reading, deal) &&
        names.orgs.length === 0 &&
        // "Who wrote the biggest cheque" after a round is of that round.
        largestPart.read(reading) === null
      );
    default:
      return false;
  }
}

/** What is written as a name is in the name of the other record, and nowhere in that of the deal on the table. */
function isNamedBeside({ library, question }: Reading, other: string, deal: Deal): boolean {
  const names = (question.match(/(?<=\S\s+)\p{Lu}[\p{L}\d-]+/gu) ?? []).join(" ");
  const { byRecord } = statementsOf(library);
  const [its, own] = [byRecord.get(`deal:${other}`), byRecord.get(`deal:${deal.id}`)];
  return soughtWords(names).some(
    ({ word, weak }) =>
      !weak && its?.title.exact.has(word) && !own?.title.exact.has(word) && !own?.words.exact.has(word),
  );
}
