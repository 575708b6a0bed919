/** "What did Google get for it": what somebody got is none of what they gave, and of no other deal of theirs. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

export const GETS =
  /^what (?:does|do|did|will|would|is|was) .{2,30} (?:get|gets|receive|gain|getting)(?: (?:for|out of|from|in (?:return|exchange))\b.*)?[\s?.!]*$/i;
/** Money is what is paid for the others. */
const ORDER = ["equity", "licence", "chips", "compute", "power", "goods", "land", "guarantee", "debt", "cash"];

export const getsAsked: ReadRule = {
  name: "gets-asked",
  read(reading) {
    const { question, names, library, asOf, dates } = reading;
    const { text } = bareOf(question);
    if (!GETS.test(text)) return null;
    const deal = dealOnTable(reading);
    const [org, ...others] = names.orgs;
    if (!deal || org === undefined || others.length > 0 || !familyHasPart(reading, deal)) return null;
    const theirs = family(library, org);
    const standing = stateOn(deal, asOf)?.figures ?? [];
    const toThem = deal.flows.filter(({ to, from }) => theirs.has(to) && !theirs.has(from));
    const flows = [...toThem].sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
    const figureOf = (id: string | undefined) =>
      standing.find((entry) => entry.ended === null && entry.figure.id === id)?.figure;
    // What the deal is about comes before what else they buy for it.
    const main = flows.find(({ figure }) => figureOf(figure)?.headline === true);
    const first = flows[0]?.what === "equity" ? flows[0] : (main ?? flows[0]);
    const figure = figureOf(first?.figure);
    return figure
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: figure.unit === "shares" ? "stake" : figure.unit === "GW" ? "capacity" : "value",
          topic: "",
          figure: figure.id,
          asOf: dates.asOf,
        }
      : null;
  },
};
