/** "Plus Oracle's", "add AWS", "minus the Azure one" after an amount: the figure of the other is found as its own turn finds it, and the two are added or set against each other. */
import type { Answer } from "./answer/draft.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";

const ADDS =
  /^(?:(?:and|then|now|ok(?:ay)?|so|but)\b[\s,]*)*(?:(plus|add(?:ing)?(?: in| on)?|together with)|(?:minus|less|subtract(?:ing)?|take (?:off|away)))\s+(.{2,60}?)(?: (?:to (?:that|it|this)|too|as well|on top))?[\s?.!]*$/i;
/** A number of the asker's own, or what points at what was shown already, is no other figure. */
const OWN =
  /\d|\b(?:that|this|it|those|these|both|them|all|the (?:two|three|first|second|last|other)|half|thirds?|quarters?|fifths?|tenths?)\b/i;
const SHOWS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);

const notAdded = (read: Read): Read => ({
  ...read,
  plan: Plan.parse({ kind: "decline", reason: "undisclosed", about: read.said.slice(0, 200), near: [] }),
  rule: "added-in-turn",
});

/** Null where the turn adds nothing, or where either amount is not surely told. */
export function addedInTurn(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (conversation.plan === null || read.alone || read.plan.kind === "evaluate" || read.plan.kind === "estimate")
    return null;
  const [, plus, other = ""] = ADDS.exec(read.said.trim()) ?? [];
  if (other === "" || OWN.test(other)) return null;
  const [mine] = conversation.shown?.[0] ?? [];
  if (!mine) return null;
  const theirs = readQuestion(`and ${other}?`, reader, conversation);
  // A sentence that has the word "plus" adds nothing.
  const none =
    read.rule === "lookup" && /^\W*(?:and |then |now )*(?:plus|add|minus|subtract)\b/i.test(read.said)
      ? notAdded(read)
      : null;
  if (theirs.rule === "lookup" || theirs.alone || !SHOWS.has(theirs.plan.kind)) return none;
  const answer = answerTo(theirs.plan);
  if (answer.status !== "answered" || (answer.lead ?? []).length === 0) return null;
  const after = remembered(conversation, { plan: theirs.plan, answer, asked: theirs.asked }, reader.library);
  // What each of them led with; what stood behind it is not meant.
  const [first] = after?.shown?.[0] ?? [];
  // Of one record the one may be in the other.
  if (first?.record && first.record.id === mine.record?.id) return null;
  if (!after || !first || (answer.lead ?? []).some(({ unit }) => unit.includes("/"))) return null;
  const shown = [[first], [mine], ...(after.shown ?? []).slice(2)];
  const sum = readQuestion(plus ? "both together" : "the difference", reader, { ...after, shown });
  // What each gigawatt or share costs adds up to nothing.
  const unit = sum.plan.kind === "evaluate" ? (answerTo(sum.plan).lead?.[0]?.unit ?? "") : "";
  if (/\/(?!year|month|quarter)/.test(unit)) return null;
  const isSum = sum.plan.kind === "evaluate" || (sum.plan.kind === "decline" && sum.plan.reason === "unlike");
  return isSum ? { ...read, plan: sum.plan, rule: `${sum.rule} after ${theirs.rule}`, sure: true, alone: true } : null;
}
