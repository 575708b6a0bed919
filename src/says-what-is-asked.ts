/** Whether a question has its answer yet: what is looked for in other ways only where it has none. */
import type { Answer } from "./answer/draft.ts";
import { plain } from "./doc/doc.ts";
import { sensesOf } from "./knowledge/synonyms.ts";
import { contentRoots } from "./knowledge/words.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import type { Read } from "./plan/from-text/read-question.ts";
import type { Plan } from "./plan/plan.ts";

/** What is refused for want of words, and not for what it is. */
const OPEN: ReadonlySet<string> = new Set(["undisclosed", "not-understood", "not-narrowed", "out-of-scope"]);

/** Nothing was found, or only what comes near. */
export const isNearest = (answer: Answer): boolean =>
  answer.status === "unknown" || /\bwhat comes nearest\b/.test(plain(answer.headline));

/** A turn that goes on with what was told has its own ways: "are you sure" has no words of any record. */
export const hasNoAnswer = (
  { plan, ordered, alone }: Read,
  within: Conversation,
  answerTo: (plan: Plan) => Answer,
): boolean =>
  !ordered &&
  (within.plan === null || alone === true) &&
  (plan.kind === "decline" ? OPEN.has(plan.reason) : isNearest(answerTo(plan)));

/** The records that came near to what had no answer. */
export const nearTo = (plan: Plan): readonly string[] =>
  plan.kind === "decline" ? plan.near : plan.kind === "show-figure" ? [plan.subject] : [];

/** The record that an answer is of. */
export const recordOf = (plan: Plan, { subject }: Answer): string | null =>
  subject ?? (plan.kind === "show-metric" ? plan.metric : null);

/** Whether half of the words that were asked are in the direct answer, or others of their sense. */
export function saysHalf(answer: Answer, asked: string): boolean {
  const said = saidIn(answer);
  const words = contentRoots(asked);
  return words.filter((word) => said(word)).length * 2 >= words.length;
}

/** Whether each of these words is in the direct answer, or another of its sense. */
export const saysAll = (answer: Answer, asked: readonly string[]): boolean => {
  const said = saidIn(answer);
  return asked.flatMap((word) => contentRoots(word)).every((word) => said(word));
};

function saidIn({ headline }: Answer): (word: string) => boolean {
  const said = new Set(contentRoots(plain(headline)).flatMap((word) => [word, ...sensesOf(word)]));
  return (word) => said.has(word) || sensesOf(word).some((sense) => said.has(sense));
}
