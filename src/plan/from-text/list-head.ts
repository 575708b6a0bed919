/** What stands at the head of a question for a list: "which deals …", "Japanese lenders", "in which countries", "name the banks". */
import { blanked } from "../../knowledge/blanked.ts";
import { FIRMS } from "./open-form.ts";
import type { Reading } from "./reading.ts";

const RECORDS =
  "(?:(?:mega-?)?deals|contracts|sites|campuses|data ?cent(?:er|re)s|deployments|letters of intent|lois|mous|investments|acquisitions|takeovers|financings|agreements|arrangements|transactions|projects|leases|loans|bonds|bond sales|joint ventures|jvs|stakes|pledges|commitments|rounds|orders|purchases|partnerships|ppas|guarantees|backstops|ipos|licen[cs]es|tie-ups|rumou?rs)";
const MORE_FIRMS = `(?:${FIRMS}|insurers|pension funds|law firms|shareholders|owners|vendors|underwriters|advis[eo]rs|telcos|carriers|operators|contractors|manufacturers|bidders|creditors)`;
const BEFORE = String.raw`^\W*(?:(?:so|and|ok(?:ay)?|hey|hi|please|pls|can you|could you|quick(?: one| q)?|i need|i want|do you have|are there|is there|who are|what are|what were)\b[\s,:]*)*`;
const ASKS = String.raw`(?:(?:(?:in |of |at )?(?:which|what)|list(?: out)?|name|show(?: me)?|give me|tell me|find(?: me)?|any|all|every|how many|the number of|count)\b(?: of)?(?: the| all| all the| our| these| those| any)?\s+)*`;
/** Words that describe; where a verb or a preposition comes first, the noun is no head. */
const DESCRIBED = String.raw`(?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|of|in|for|on|at|by|to|with|from|who|when|where|why|how|if|or|and|vs|versus)\b)[\w’'.&$-]+ ){0,4}?`;
const BEHIND = String.raw`(?![\w-])(?!['’]s?\b)`;
const HEADS: readonly { head: "deals" | "firms"; pattern: RegExp }[] = [
  { head: "deals", pattern: new RegExp(`${BEFORE}${ASKS}${DESCRIBED}(${RECORDS})${BEHIND}`, "i") },
  {
    head: "deals",
    pattern: new RegExp(
      `${BEFORE}(?:any|every|each) ${DESCRIBED}((?:deal|contract|site|campus|data ?cent(?:er|re)|project|lease|loan|financing|acquisition|agreement))${BEHIND}`,
      "i",
    ),
  },
  { head: "firms", pattern: new RegExp(`${BEFORE}${ASKS}${DESCRIBED}(${MORE_FIRMS})${BEHIND}`, "i") },
];

/** "Aligned Data Centers" is a name and asks for no data centres. */
function withoutNames({ question, names }: Pick<Reading, "question" | "names">): string {
  const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal"));
  return blanked(question, named, "x");
}

/** Null where no noun in the plural is what the question begins with. */
export function listHead(
  reading: Pick<Reading, "question" | "names">,
): { head: "deals" | "firms"; noun: string } | null {
  const question = withoutNames(reading);
  const found = HEADS.flatMap(({ head, pattern }) => {
    const match = pattern.exec(question);
    return match ? [{ head, noun: match[1] ?? "", end: match[0].length }] : [];
  });
  // "Japanese banks with deals in Ohio": the first noun is the head.
  const [first] = found.sort((a, b) => a.end - b.end);
  return first ? { head: first.head, noun: first.noun.toLowerCase() } : null;
}
