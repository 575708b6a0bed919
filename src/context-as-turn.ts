/** What is asked behind a sentence or a few words that say of what is read as a turn within that: "Akamai would not name its customer. Who did?" */
import type { Answer } from "./answer/draft.ts";
import { plain } from "./doc/doc.ts";
import { readNames } from "./knowledge/resolve.ts";
import { sensesOf } from "./knowledge/synonyms.ts";
import { contentRoots } from "./knowledge/words.ts";
import { type Conversation, newConversation } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import type { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";

/** What is refused for want of words, and not for what it is. */
const OPEN: ReadonlySet<string> = new Set(["undisclosed", "not-understood", "not-narrowed", "out-of-scope"]);
const TELLS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);
const ANSWERS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-changes", "show-timeline"]);

/** The question within what stands before it; null where it has an answer as it is, or none that way either. */
export function contextAsTurn(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (read.ordered || (conversation.plan !== null && !read.alone)) return null;
  if (read.plan.kind === "decline" ? !OPEN.has(read.plan.reason) : !isNearest(answerTo(read.plan))) return null;
  const parts = partedFrom(read.said);
  if (!parts || PART_OR_BOTH.test(parts.question)) return null;
  const { orgs, deals, people } = readNames(reader.library, parts.context);
  if (orgs.length + deals.length + people.length === 0) return null;
  const near = "near" in read.plan ? read.plan.near : [answerTo(read.plan).subject];
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
    const isOfIt =
      near.length === 0 || near.includes(answer.subject ?? ("metric" in turn.plan ? turn.plan.metric : ""));
    if (answer.status === "answered" && !isNearest(answer) && isOfIt && says(answer, parts.question))
      return { ...turn, rule: `${turn.rule} in context`, said: read.said, asked: read.said, alone: true };
  }
  return null;
}

const isNearest = (answer: Answer): boolean =>
  answer.status === "unknown" || /\bwhat comes nearest\b/.test(plain(answer.headline));

/** What is worked out, or asked of several. */
const PART_OR_BOTH =
  /\b(?:share|fraction|percent(?:age)?|proportion|portion|how many times|each|both|difference|per|average|together)\b|%/i;

/** Half of what is asked is in what is said. */
function says({ headline }: Answer, question: string): boolean {
  const said = new Set(contentRoots(plain(headline)).flatMap((word) => [word, ...sensesOf(word)]));
  const asked = contentRoots(question);
  const met = asked.filter((word) => said.has(word) || sensesOf(word).some((sense) => said.has(sense)));
  return met.length * 2 >= asked.length;
}

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
