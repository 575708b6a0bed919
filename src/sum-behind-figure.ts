/** A figure and a sum with it in one question is read as two turns: the figure is found as its own question finds it, and the sum goes on from that. */
import type { Answer } from "./answer/draft.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { sumBehind } from "./plan/from-text/sum-behind.ts";
import { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";

/** What a figure alone is shown by. */
const SHOWS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);
/** What takes something for granted is denied, whatever is to be done with it. */
const DENIED: ReadonlySet<Plan["kind"]> = new Set(["correct-premise", "about"]);

/** The sum in place of what was read without it; null where there is none. */
export function summedBehind(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if ((conversation.plan !== null && !read.alone) || DENIED.has(read.plan.kind) || read.ordered) return null;
  const split = sumBehind(read.said);
  if (!split || countsIn(read.plan, split.turn)) return null;
  const figure = figureAsked(split.subject, reader);
  if (!figure) return null;
  const answer = answerTo(figure.plan);
  const after =
    answer.status === "answered" && (answer.lead ?? []).length > 0
      ? remembered(newConversation(), { plan: figure.plan, answer, asked: figure.asked }, reader.library)
      : null;
  // Of two amounts it is not said of which.
  const sum = after?.shown?.[0]?.length === 1 ? readQuestion(split.turn, reader, after) : null;
  if (sum?.plan.kind === "evaluate")
    return { ...read, plan: sum.plan, rule: `${sum.rule} behind ${figure.rule}`, sure: true, asked: read.said, alone: true };
  // The figure without the sum is no answer.
  if (!SHOWS.has(read.plan.kind)) return null;
  const near = answer.subject ? [answer.subject] : [];
  const plan = Plan.parse({ kind: "decline", reason: "undisclosed", about: read.said.slice(0, 200), near });
  return { ...read, plan, rule: "sum-behind", sure: false };
}

/** The question for the figure alone; of a deal that is named and nothing else, what it is worth. */
function figureAsked(subject: string, reader: Reader): Read | null {
  const read = readQuestion(subject, reader);
  const whole = read.plan.kind === "show-deal" ? readQuestion(`how much is ${subject}`, reader) : read;
  return whole.sure && SHOWS.has(whole.plan.kind) ? whole : null;
}

/** Whether a calculation has the number of the sum in it. */
function countsIn(plan: Plan, turn: string): boolean {
  if (plan.kind === "estimate") return true;
  if (plan.kind !== "evaluate") return false;
  const number = /\d[\d,]*(?:\.\d+)?/.exec(turn)?.[0].replaceAll(",", "");
  const all = plan.lines.map(({ expression }) => expression.replace(/@[\w:.-]+|#\d+/g, " ")).join(" ; ");
  return number === undefined ? /\d/.test(all) : new RegExp(`(?<![\\d.])${Number(number)}(?![\\d.])|\\b${Number(number) / 100}\\b`).test(all);
}
