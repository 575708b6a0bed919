/** "How are Nvidia and OpenAI connected": the deals between them. */
import { LEAD } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const TIE = "(?:relationship|relations?|connections?|links?|ties?|tie-?ups?|history|dealings)";
/** The names stand as "§". */
const ASKED: readonly RegExp[] = [
  `how (?:closely )?(?:are|were) § and § (?:connected|related|linked|tied(?: together| up)?|entangled|intertwined|bound)`,
  `how (?:is|does|was) § (?:connected|related|linked|tied|relate|connect) (?:to|with) §`,
  `(?:what(?:['’]?s| is| are)? )?(?:the )?(?:\\w+ )?${TIE} between § and §`,
  `(?:what(?:['’]?s| is| are)? )§['’]s? ${TIE} (?:to|with) §`,
  "what (?:links|ties|connects|binds) § (?:and|to|with) §(?: together)?",
].map((pattern) => new RegExp(String.raw`${LEAD}${pattern}\W*$`, "iu"));

export const tiesAsked: ReadRule = {
  name: "ties",
  read({ question, names, reread }) {
    const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal"));
    if (named.length !== 2 || names.places.length + names.people.length > 0) return null;
    const asked = named.reduceRight((text, { start, end }) => `${text.slice(0, start)}§${text.slice(end)}`, question);
    if (!ASKED.some((pattern) => pattern.test(asked))) return null;
    const [first, second] = named.map(({ start, end }) => question.slice(start, end));
    const plan = reread(`deals between ${first} and ${second}`, true);
    return plan.kind === "find-deals" ? plan : null;
  },
};
