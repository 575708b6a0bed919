/** A number of a calculation that is changed turns later: its turns are read again, one after the other, with the other number in them. */
import type { Answer } from "./answer/draft.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { inputsChanged } from "./plan/from-text/follow-up/inputs-changed.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import type { Plan } from "./plan/plan.ts";
import { withoutIds } from "./plan/without-ids.ts";
import { remembered } from "./remember.ts";

/** As many turns of one calculation are gone through again. */
const MOST = 6;
/** Characters of a turn. */
const LONGEST = 300;

const isSum = (plan: Plan | null): boolean => plan?.kind === "evaluate" || plan?.kind === "estimate";

/** The calculation of the conversation with what a turn changes in it; null where it changes nothing, or not surely. */
export function changedInTurns(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  const changed = read.alone || read.ordered ? null : inputsChanged(read.said, conversation.turns ?? []);
  // What other rules make of it stays, where the number is told by nothing but what it counts.
  if (!changed || (isSum(read.plan) && !changed.surely)) return null;
  let within = newConversation();
  let last: Read | null = null;
  for (const turn of changed.turns) {
    last = readQuestion(turn, reader, within);
    const answer = answerTo(last.plan);
    const after =
      answer.status === "answered"
        ? remembered(within, { plan: last.plan, answer, asked: last.asked }, reader.library)
        : null;
    if (!after) return null;
    within = after;
  }
  if (!last || !isSum(last.plan)) return null;
  return {
    ...last,
    rule: "inputs-changed",
    said: read.said,
    language: read.language,
    sure: true,
    turns: changed.turns,
  };
}

/** The turns of the calculation as it stands after a turn; empty where that is none. */
export function turnsAfter(text: string, read: Read, last: Conversation): readonly string[] {
  if (!isSum(read.plan)) return [];
  if (read.turns) return read.turns;
  const turn = withoutIds(text, LONGEST);
  const before = last.turns ?? [];
  // What is told beside a sum is no step of it.
  if (read.rule === "beside-the-running-sum") return before;
  if (read.alone || last.plan === null) return [turn];
  // Put in full again, it stands in place of the turn before.
  if (read.rule === "sum-again") return [...before.slice(0, -1), read.asked].slice(-MOST);
  if (before.length > 0) return before.length < MOST ? [...before, turn] : [];
  return last.asked ? [last.asked, turn] : [];
}
