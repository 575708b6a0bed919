/** What was read as one that goes on, and took nothing from what was spoken of: it is read as if it were the first one. */
import type { Library } from "../../../knowledge/library.ts";
import { family, readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Conversation } from "../conversation.ts";
import { bareOf } from "./elliptic.ts";
import { partiesOf, recordsIn } from "./of-its-own.ts";
import { pointsBack } from "./put-in-full.ts";

type ReadSoFar = { plan: Plan; said: string; alone?: boolean };

/** "others": who is named has a part in nothing that was told; null where it is none. */
export function asideOf(
  text: string,
  read: ReadSoFar,
  conversation: Conversation,
  library: Library,
): "new" | "others" | null {
  if (conversation.plan === null || read.alone) return null;
  if (ORDERS.test(text)) return "new";
  const { said, plan } = read;
  const { leads, corrects } = bareOf(text);
  // As it was read its pointers may have been spelled out.
  if (leads || corrects || pointsBack(withoutOwn(text, library)) || pointsBack(withoutOwn(said, library))) return null;
  const { orgs, deals, people } = readNames(library, said);
  if (orgs.length + deals.length + people.length === 0) return null;
  if (plan.kind === "find-deals" || plan.kind === "total-deals") return null;
  const told = recordsIn(plan, library);
  const length = said.trim().split(/\s+/).length;
  // A tally has parts of many who are no subjects of it.
  const deal = plan.kind === "show-figure" || plan.kind === "show-deal";
  if (deal && length > FEW_WORDS && isOfOthers(library, orgs, told)) return "others";
  if (length < LEAST_WORDS) return null;
  const spokenOf = new Set([
    ...recordsIn(conversation.plan, library),
    ...[conversation.deal, ...(conversation.deals ?? []), ...(conversation.beside ?? [])].map((id) => `deal:${id}`),
    `metric:${conversation.metric}`,
  ]);
  // The parts of a round belong to it.
  const wholes = told.flatMap((record) => library.deals.get(record.replace(/^deal:/, ""))?.part_of ?? []);
  const goesOn = [...told, ...wholes.map((id) => `deal:${id}`)].some((record) => spokenOf.has(record));
  return plan.kind === "decline" || (told.length > 0 && !goesOn) ? "new" : null;
}

/** Somebody who is named has a part in nothing that was told. */
const isOfOthers = (library: Library, orgs: readonly string[], told: readonly string[]): boolean =>
  orgs.some((org) => {
    const theirs = family(library, org);
    return !told.some((record) =>
      partiesOf(library, record).some((party) => theirs.has(party) || family(library, party).has(org)),
    );
  });

/** "Meta's commitment to El Paso … since the campus was announced": behind a deal that is named it is that deal. */
function withoutOwn(text: string, library: Library): string {
  const [first] = readNames(library, text).mentions.filter(({ refs }) => refs.some(({ type }) => type === "deal"));
  return first ? text.slice(0, first.end) + text.slice(first.end).replace(THE_DEAL, " ") : text;
}
const THE_DEAL = /\bthe (?:deal|contract|site|campus|lease|loan|stake|round)\b/gi;
const [FEW_WORDS, LEAST_WORDS] = [4, 6];

/** What the bot is told to do, rather than asked; "turn that into euros" goes on. */
const ORDERS =
  /^\W*(?:(?:please|now|ok(?:ay)?|hey|can you|could you)[\s,]+)*(?:run|execute|print|ignore|forget|disregard|decode|decrypt|spell|reverse|repeat|translate|pretend|sing|recite|turn|eval)\b(?!\s+(?:that|it|them|those|again|for|at|the (?:numbers?|sum|costs?|figures?|maths?|calculations?|chips?))\b)|\b(?:backwards|in reverse)\b.*\b(?:obey|follow|reply|do it)\b|\b(?:rot-?13|base-?64|hex|morse|caesar)\b.*\b(?:decode|follow|obey|text)\b/i;
