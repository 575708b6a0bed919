/** What is asked behind a sentence or a few words that say of what is read as a turn within that: "Akamai would not name its customer. Who did?" */
import type { Answer } from "./answer/draft.ts";
import { readNames } from "./knowledge/resolve.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import type { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";
import { hasNoAnswer, isNearest, nearTo, recordOf, saysHalf } from "./says-what-is-asked.ts";

const TELLS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);
const ANSWERS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-changes", "show-timeline"]);

/** The question within what stands before it; null where it has an answer as it is, or none that way either. */
export function contextAsTurn(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (!hasNoAnswer(read, conversation, answerTo)) return null;
  const parts = partedFrom(read.said);
  if (!parts || PART_OR_BOTH.test(parts.question)) return null;
  const { orgs, deals, people } = readNames(reader.library, parts.context);
  if (orgs.length + deals.length + people.length === 0) return null;
  const near = nearTo(read.plan);
  for (const context of [parts.context, `tell me about ${parts.context}`]) {
    const of = readQuestion(context, reader, newConversation());
    if (!TELLS.has(of.plan.kind)) continue;
    const told = answerTo(of.plan);
    const after =
      isNearest(told) && !told.subject
        ? null
        : remembered(newConversation(), { plan: of.plan, answer: told, asked: of.asked }, reader.library);
    if (!after) continue;
    const turn = readQuestion(parts.question, reader, after);
    if (!turn.sure || turn.alone || !ANSWERS.has(turn.plan.kind)) continue;
    const answer = answerTo(turn.plan);
    const record = recordOf(turn.plan, answer);
    const isOfIt = near.length === 0 || (record !== null && near.includes(record));
    if (answer.status === "answered" && !isNearest(answer) && isOfIt && saysHalf(answer, parts.question))
      return { ...turn, rule: `${turn.rule} in context`, said: read.said, asked: read.said, alone: true };
  }
  return null;
}

/** What is worked out, or asked of several. */
const PART_OR_BOTH =
  /\b(?:share|fraction|percent(?:age)?|proportion|portion|how many times|each|both|difference|per|average|together)\b|%/i;

const ASKS =
  "(?:who(?:se|m)?|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could)\\b";
/** A full stop, or a comma before a word that asks. */
const PARTED: readonly RegExp[] = [
  /^(?<context>.{8,}?[^\d.])[.!] +(?<question>[^.]{6,})$/,
  new RegExp(
    String.raw`^(?<context>[^,;:?]{4,80}?)\s*(?:[,:;]|\s[–—-])\s*(?:and |so |but )?(?<question>${ASKS}.{4,})$`,
    "i",
  ),
];

function partedFrom(text: string): { context: string; question: string } | null {
  for (const pattern of PARTED) {
    const { context = "", question = "" } = pattern.exec(text.trim())?.groups ?? {};
    if (context !== "" && question !== "" && !new RegExp(`^\\W*${ASKS}`, "i").test(context))
      return { context, question };
  }
  return null;
}
