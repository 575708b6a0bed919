/** "What replaced it?", "what happened instead?": the deal that took the place of the one on the table. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { isOver, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const THING = "(?:it|that|this|them|the (?:plan|deal|loi|letter(?: of intent)?))";
const AFTER = new RegExp(
  String.raw`^(?:what(?:['’]s| is| was)? (?:replaced|superseded|succeeded) ${THING}|what(?:['’]s| is| was) ${THING} (?:replaced|superseded) (?:by|with)|(?:what(?:['’]s| is| was) )?the replacement|what (?:took|takes|has taken) (?:its|that['’]?s|the) place|what (?:came|happened|did they (?:do|sign|agree)|is there|do they have) instead(?: of ${THING})?|replaced (?:by|with) what)(?: then| in the end)?[\s?.!]*$`,
  "i",
);
/** "What did Nvidia put in instead, and in what form": what a party of it did in its place. */
const DID_INSTEAD = gated(
  /^(?:and |so )?(?:what|how much) (?:did|does|do|has|have|is|are|will) .{2,30}? (?:put(?:ting)?(?: in)?|do(?:ing)?|done|buy(?:ing)?|bought|invest(?:ing|ed)?|agree[d]?(?: to)?|sign(?:ed)?|get(?:ting)?|got|tak(?:e|en|ing)|pa(?:y|id|ying)|offer(?:ed)?) (?:it |them |in |to )?instead\b/i,
);
/** "Who took the space instead?", "who ended up taking the neighbouring project?": whoever has the same site now. */
const TOOK = gated(
  /^who(?:['’]s| has| is| was)? (?:(?:then|finally|eventually|ended up|wound up|now|actually|later) )*(?:took|taken|takes|take|taking|got|gets|getting|leased|leases|leasing|rent(?:s|ed|ing)|snapped up|grabbed)(?: (?:over|up|on))? (?:it|that|the (?:[a-z-]+ )?(?:space|site|capacity|land|place|campus|project|expansion|power|slot|addition|extra))(?: (?:over|instead|up|in the end|now|afterwards|then|for itself))*[\s?.!]*$/i,
);
export const replacedBy: ReadRule = {
  name: "replaced-by",
  read(reading) {
    const { library, dates, names, question } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    const did =
      DID_INSTEAD.test(text) &&
      names.orgs.every((org) => deal?.parties.some((party) => family(library, org).has(party.org)));
    if (!deal || names.deals.length > 0 || !(did || (names.orgs.length === 0 && (AFTER.test(text) || TOOK.test(text)))))
      return null;
    if (TOOK.test(text)) {
      const own = saysWhoTook(deal);
      if (own)
        return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: own.slice(0, 400), asOf: dates.asOf };
      const next = nextAtSite(reading, deal);
      return next && { kind: "show-figure", subject: next.id, attribute: "parties", topic: "tenant", asOf: dates.asOf };
    }
    const other = library.knowledge.deals.find(({ supersedes }) => supersedes.includes(deal.id));
    return other ? { kind: "show-figure", subject: other.id, attribute: "value", topic: "", asOf: dates.asOf } : null;
  },
};

/** The record of what was dropped may tell it itself: then it stays what is spoken of. */
const saysWhoTook = ({ events, facts }: Deal): string | null =>
  [...events, ...facts].findLast(({ text }) => SAYS_TOOK.test(text))?.text ?? null;
const SAYS_TOOK =
  /\b(?:took (?:it|the \w+|over)|agreed to lease|leased|has leased|took on)\b.*\b(?:neighbou?ring|site|space|project|capacity|instead)\b/i;

/** Only what has come to nothing leaves its place to somebody else, who came later. */
function nextAtSite({ library, asOf }: Reading, deal: Deal): Deal | null {
  const state = stateOn(deal, asOf);
  if (!state || !isOver(state.status)) return null;
  const [next, ...more] = library.knowledge.deals.filter(
    ({ same_campus, events, parties }) =>
      same_campus.includes(deal.id) &&
      parties.some(({ role }) => role === "tenant") &&
      (events[0]?.date ?? "") >= state.statusSince,
  );
  return next && more.length === 0 ? next : null;
}
