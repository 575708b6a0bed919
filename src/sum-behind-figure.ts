/** A figure and a sum with it in one question is read as two turns: the figure is found as its own question finds it, and the sum goes on from that. */
import type { Answer } from "./answer/draft.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { sumBehind, sumBetween } from "./plan/from-text/sum-behind.ts";
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
  const between = SHOWS.has(read.plan.kind) ? betweenTwo(read, reader, answerTo) : null;
  if (between) return between;
  // Two figures that are set over each other in so many words are not answered by one of them.
  if (SHOWS.has(read.plan.kind) && /\bdivided by\b|÷/i.test(read.said) && sumBetween(read.said))
    return notWorkedOut(read, []);
  const split = sumBehind(read.said);
  if (!split || countsIn(read.plan, split.turn)) return null;
  const inCurrency = /^(?:in|into|to) /i.test(split.turn);
  // A figure is said in the other currency as well.
  if (inCurrency && read.plan.kind === "show-figure") return null;
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
    return {
      ...read,
      plan: sum.plan,
      rule: `${sum.rule} behind ${figure.rule}`,
      sure: true,
      asked: read.said,
      alone: true,
    };
  // The figure without the sum is no answer.
  if (inCurrency || !SHOWS.has(read.plan.kind)) return null;
  return notWorkedOut(read, answer.subject ? [answer.subject] : []);
}

function notWorkedOut(read: Read, near: readonly string[]): Read {
  const plan = Plan.parse({ kind: "decline", reason: "undisclosed", about: read.said.slice(0, 200), near: [...near] });
  return { ...read, plan, rule: "sum-behind", sure: false };
}

/** Two figures, the second of which may be one of the first one's record. */
function betweenTwo(read: Read, reader: Reader, answerTo: (plan: Plan) => Answer): Read | null {
  const split = sumBetween(read.said);
  const figure = split && figureAsked(split.first, reader);
  if (!split || !figure) return null;
  const first = answerTo(figure.plan);
  if (first.status !== "answered" || (first.lead ?? []).length === 0) return null;
  const after = remembered(
    newConversation(),
    { plan: figure.plan, answer: first, asked: figure.asked },
    reader.library,
  );
  const other = after && readQuestion(split.second, reader, after);
  if (!after || !other || other.rule === "lookup" || !SHOWS.has(other.plan.kind)) return null;
  const second = answerTo(other.plan);
  if (second.status !== "answered" || (second.lead ?? []).length === 0) return null;
  const both = remembered(after, { plan: other.plan, answer: second, asked: other.asked }, reader.library);
  const [[theirs] = [], [mine] = []] = [both?.shown?.[0], after.shown?.[0]];
  const [a, b] = [mine, theirs].map((one) => (one?.lines.length === 1 ? one.lines[0] : undefined));
  if (!both || !mine || !theirs || !a || !b || a.expression === b.expression) return null;
  if (split.like && first.lead?.[0]?.unit !== second.lead?.[0]?.unit) return null;
  if (split.does === "over") {
    const plan = Plan.parse({
      kind: "evaluate",
      lines: [a, b, { label: "the one over the other", expression: "#1 / #2" }],
      title: `${mine.label} over ${theirs.label}`.slice(0, 120),
      lead: [3, 1, 2],
    });
    return { ...read, plan, rule: "sum-between", sure: true, alone: true };
  }
  // Of one record the one may be in the other.
  if (mine.record?.id === theirs.record?.id && split.does === "plus") return null;
  const sum = readQuestion(split.does === "plus" ? "both together" : "the difference", reader, {
    ...both,
    shown: [[theirs], [mine]],
  });
  return sum.plan.kind === "evaluate"
    ? { ...read, plan: sum.plan, rule: "sum-between", sure: true, alone: true }
    : null;
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
  return number === undefined
    ? /\d/.test(all)
    : new RegExp(`(?<![\\d.])${Number(number)}(?![\\d.])|\\b${Number(number) / 100}\\b`).test(all);
}
