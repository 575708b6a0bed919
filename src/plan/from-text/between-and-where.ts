/** "How are Nvidia and OpenAI connected": the deals between them. "Where are Crusoe's data centres": where its sites are, all of them. */
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const LEAD = String.raw`^(?:\W*(?:so|and|but|ok|hey|wait|well|please),? )*`;
const TIE = "(?:relationship|relations?|connections?|links?|ties?|tie-?ups?|history|dealings)";
const SITES = "(?:ai )?(?:data ?-?cent(?:er|re)s|sites|campuses|facilities)";
/** The names stand as "§". */
const TIES: readonly RegExp[] = [
  `how (?:closely )?(?:are|were) § and § (?:connected|related|linked|tied(?: together| up)?|entangled|intertwined|bound)`,
  `how (?:is|does|was) § (?:connected|related|linked|tied|relate|connect) (?:to|with) §`,
  `(?:what(?:['’]?s| is| are)? )?(?:the )?(?:\\w+ )?${TIE} between § and §`,
  `(?:what(?:['’]?s| is| are)? )§['’]s? ${TIE} (?:to|with) §`,
  "what (?:links|ties|connects|binds) § (?:and|to|with) §(?: together)?",
].map((pattern) => new RegExp(String.raw`${LEAD}${pattern}\W*$`, "iu"));
const PLACES: readonly RegExp[] = [
  `where (?:are|is) (?:all )?(?:of )?(?:the )?§(?:['’]s?)? ${SITES}(?: located)?`,
  `where (?:does|do|has|did) § (?:have|got|build|built|run|operate|own|plan)(?: (?:its|any|all its|their|all))? ${SITES}`,
  `where (?:is|are) § (?:building|putting|developing)(?: (?:its|new|any|all its))?(?: ${SITES})?`,
].map((pattern) => new RegExp(String.raw`${LEAD}${pattern}\W*$`, "iu"));

export const betweenAndWhere: ReadRule = {
  name: "between-and-where",
  read(reading) {
    const { question, names, reread } = reading;
    const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal"));
    if (named.length === 0 || named.length > 2 || names.places.length + names.people.length > 0) return null;
    const asked = named.reduceRight((text, { start, end }) => `${text.slice(0, start)}§${text.slice(end)}`, question);
    const [first = "", second = ""] = named.map(({ start, end }) => question.slice(start, end));
    if (TIES.some((pattern) => pattern.test(asked)))
      return listed(reread(`deals between ${first} and ${second}`, true));
    if (PLACES.some((pattern) => pattern.test(asked))) return listed(reread(`which states have ${first} sites`, true));
    return null;
  },
};

/** Only a list is what was asked for. */
const listed = (plan: ReturnType<Reading["reread"]>): PlanInput | null => (plan.kind === "find-deals" ? plan : null);
