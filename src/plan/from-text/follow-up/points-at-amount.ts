import { gated } from "../../../knowledge/gated.ts";
import type { Conversation } from "../conversation.ts";

/** Whether a short question speaks of an amount that stands in the conversation: "that", "it", "this". */
const POINTS = /\b(?:that|this|it|those|they)\b/i;
const MAX_WORDS = 12;

export const asksOfAnAmount = (question: string): boolean =>
  POINTS.test(question) && question.split(/\s+/).length <= MAX_WORDS;

/** "Spread that last one over 7 years" behind a calculation is that amount, and one counts nothing. */
export const thatForOne = (question: string, { plan }: Conversation): string =>
  plan?.kind === "estimate" || plan?.kind === "evaluate" ? question.replace(LAST_ONE, "that") : question;
const LAST_ONE = gated(/\b(?:that|this|the) (?:last|latest|latter|final) (?:one|result|answer)\b/gi);
