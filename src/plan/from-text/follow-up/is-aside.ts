/** What was read as one that goes on, and took nothing from what was spoken of: it is read as if it were the first one. */
import type { Library } from "../../../knowledge/library.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Conversation } from "../conversation.ts";
import { bareOf } from "./elliptic.ts";
import { recordsIn } from "./of-its-own.ts";
import { pointsBack } from "./put-in-full.ts";

type ReadSoFar = { plan: Plan; said: string; alone?: boolean };

export function isAside(text: string, read: ReadSoFar, conversation: Conversation, library: Library): boolean {
  if (conversation.plan === null || read.alone) return false;
  if (ORDERS.test(text)) return true;
  const { said, plan } = read;
  const { leads, corrects } = bareOf(text);
  // As it was read its pointers may have been spelled out.
  if (
    leads ||
    corrects ||
    pointsBack(withoutOwn(text, library)) ||
    pointsBack(withoutOwn(said, library)) ||
    said.trim().split(/\s+/).length < LEAST_WORDS
  )
    return false;
  const { orgs, deals } = readNames(library, said);
  if (orgs.length + deals.length === 0 || plan.kind === "find-deals" || plan.kind === "total-deals") return false;
  const spokenOf = new Set([
    ...recordsIn(conversation.plan, library),
    `deal:${conversation.deal}`,
    `metric:${conversation.metric}`,
  ]);
  const told = recordsIn(plan, library);
  return plan.kind === "decline" || (told.length > 0 && !told.some((record) => spokenOf.has(record)));
}

/** "Meta's commitment to El Paso … since the campus was announced": behind a deal that is named it is that deal. */
function withoutOwn(text: string, library: Library): string {
  const [first] = readNames(library, text).mentions.filter(({ refs }) => refs.some(({ type }) => type === "deal"));
  return first ? text.slice(0, first.end) + text.slice(first.end).replace(THE_DEAL, " ") : text;
}
const THE_DEAL = /\bthe (?:deal|contract|site|campus|lease|loan|stake|round)\b/gi;
const LEAST_WORDS = 6;

/** What the bot is told to do, rather than asked. */
const ORDERS =
  /^\W*(?:(?:please|now|ok(?:ay)?|hey|can you|could you|and)[\s,]+)*(?:run|execute|print|ignore|forget|disregard|decode|decrypt|spell|reverse|repeat|translate|pretend|sing|recite|turn|eval)\b|\b(?:backwards|in reverse)\b.*\b(?:obey|follow|reply|do it)\b|\b(?:rot-?13|base-?64|hex|morse|caesar)\b.*\b(?:decode|follow|obey|text)\b/i;
