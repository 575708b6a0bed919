/** A figure that is said to lie above or below an amount is found as its own question finds it, and then set against the amount. */
import type { Answer } from "./answer/draft.ts";
import { boundSaid } from "./plan/from-text/bound-said.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";

const SHOWS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric"]);
/** What these say of it stands, whatever it is set against. */
const STANDS: ReadonlySet<Plan["kind"]> = new Set(["correct-premise", "about", "evaluate", "estimate", "find-deals"]);

const NEAR = 0.001;

/** Null where nothing is set against an amount, or the figure is not surely told. */
export function heldToBound(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if ((conversation.plan !== null && !read.alone) || STANDS.has(read.plan.kind) || read.ordered) return null;
  const said = boundSaid(read.said);
  const figure = said && readQuestion(said.asked, reader);
  if (!said || !figure?.sure || !SHOWS.has(figure.plan.kind)) return null;
  const answer = answerTo(figure.plan);
  const after =
    answer.status === "answered"
      ? remembered(newConversation(), { plan: figure.plan, answer, asked: figure.asked }, reader.library)
      : null;
  const [first, ...others] = after?.shown?.[0] ?? [];
  const [line, ...lines] = first?.lines ?? [];
  if (!first || !line || others.length + lines.length > 0 || answer.lead?.[0]?.unit !== said.amount.unit) return null;
  // About as much as the amount is neither above nor below it.
  const { low = null, high = null } = answer.lead?.[0] ?? {};
  const near = [low, high].some((end) => end !== null && Math.abs(end - said.amount.value) <= said.amount.value * NEAR);
  if (said.strict && near) return { ...read, plan: figure.plan, rule: figure.rule, sure: true, alone: true };
  const plan = Plan.safeParse({
    kind: "evaluate",
    lines: [line, { label: "set against", expression: said.amount.expression }],
    title: first.label.slice(0, 120),
    lead: [1, 2],
    claim: said.is,
  });
  return plan.success ? { ...read, plan: plan.data, rule: `bound of ${figure.rule}`, sure: true, alone: true } : null;
}
