/** "Where are Crusoe's data centres": the places of all its sites, where a look-up would tell one. */
import { LEAD } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const SITES = "(?:ai )?(?:data ?-?cent(?:er|re)s|sites|campuses|facilities)";
/** The name stands as "§". */
const ASKED: readonly RegExp[] = [
  `where (?:are|is) (?:all )?(?:of )?(?:the )?§(?:['’]s?)? ${SITES}(?: located)?`,
  `where (?:does|do|has|did) § (?:have|got|build|built|run|operate|own|plan)(?: (?:its|any|all its|their|all))? ${SITES}`,
  `where (?:is|are) § (?:building|putting|developing)(?: (?:its|new|any|all its))?(?: ${SITES})?`,
].map((pattern) => new RegExp(String.raw`${LEAD}${pattern}\W*$`, "iu"));

export const sitesAsked: ReadRule = {
  name: "sites",
  read({ question, names, reread }) {
    const [named, ...others] = names.mentions.filter(({ refs }) =>
      refs.some(({ type }) => type === "org" || type === "deal"),
    );
    if (!named || others.length + names.places.length + names.people.length > 0) return null;
    const asked = `${question.slice(0, named.start)}§${question.slice(named.end)}`;
    if (!ASKED.some((pattern) => pattern.test(asked))) return null;
    const plan = reread(`which states have ${question.slice(named.start, named.end)} sites`, true);
    return plan.kind === "find-deals" ? plan : null;
  },
};
