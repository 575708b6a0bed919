/** "What replaced it?", "what happened instead?": the deal that took the place of the one on the table. */
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const THING = "(?:it|that|this|them|the (?:plan|deal|loi|letter(?: of intent)?))";
const AFTER = new RegExp(
  String.raw`^(?:what(?:['’]s| is| was)? (?:replaced|superseded|succeeded) ${THING}|what(?:['’]s| is| was) ${THING} (?:replaced|superseded) (?:by|with)|(?:what(?:['’]s| is| was) )?the replacement|what (?:took|takes|has taken) (?:its|that['’]?s|the) place|what (?:came|happened|did they (?:do|sign|agree)|is there|do they have) instead(?: of ${THING})?|replaced (?:by|with) what)(?: then| in the end)?[\s?.!]*$`,
  "i",
);
export const replacedBy: ReadRule = {
  name: "replaced-by",
  read(reading) {
    const { library, dates, names, question } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    if (!deal || names.orgs.length + names.deals.length > 0 || !AFTER.test(text)) return null;
    const other = library.knowledge.deals.find(({ supersedes }) => supersedes.includes(deal.id));
    return other ? { kind: "show-figure", subject: other.id, attribute: "value", topic: "", asOf: dates.asOf } : null;
  },
};
