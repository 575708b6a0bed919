/** "What did Google get for it": what somebody got is none of what they gave, and of no other deal of theirs. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

export const GETS = gated(
  /^what (?:(?:equity|stakes?|shares?|stock|warrants?|security|upside) )?(?:does|do|did|will|would|is|was) .{2,30} (?:get|gets|receive|gain|getting)(?: (?:for|out of|from|in (?:return|exchange))\b.*)?[\s?.!]*$/i,
);
/** Money is what is paid for the others. */
const ORDER = ["equity", "licence", "chips", "compute", "power", "goods", "land", "guarantee", "debt", "cash"];

export const getsAsked: ReadRule = {
  name: "gets-asked",
  read(reading) {
    const { question, names, library, asOf, dates } = reading;
    const { text } = bareOf(question);
    if (!GETS.test(text)) return null;
    const deal = dealOnTable(reading);
    const [named, ...others] = names.orgs;
    const org = named ?? (deal && IT.test(text) ? giverShown(reading, deal) : undefined);
    if (!deal || org === undefined || others.length > 0 || (named && !familyHasPart(reading, deal))) return null;
    const theirs = family(library, org);
    const standing = stateOn(deal, asOf)?.figures ?? [];
    const toThem = deal.flows.filter(({ to, from }) => theirs.has(to) && !theirs.has(from));
    // "What stake" asks for a part of the whole, where one is on record.
    const stake = standing.find(
      ({ figure: { of, label }, ended }) =>
        STAKE.test(text) && of === "stake" && ended === null && label.includes(orgName(library, org)),
    );
    if (stake)
      return {
        kind: "show-figure",
        subject: deal.id,
        attribute: "stake",
        topic: "",
        figure: stake.figure.id,
        asOf: dates.asOf,
      };
    const flows = [...toThem].sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
    const figureOf = (id: string | undefined) =>
      standing.find((entry) => entry.ended === null && entry.figure.id === id)?.figure;
    // What the deal is about comes before what else they buy for it.
    const main = flows.find(({ figure }) => figureOf(figure)?.headline === true);
    const equity = EQUITY.test(text) ? flows.find(({ what }) => what === "equity") : undefined;
    const first = equity ?? (flows[0]?.what === "equity" ? flows[0] : (main ?? flows[0]));
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

const STAKE = gated(/\bstakes?\b/i);
const EQUITY = gated(/\b(?:equity|stakes?|shares?|stock|warrants?|upside)\b/i);
const IT = /\b(?:it|they)\b/i;

/** Who gives what was shown last: of a guarantee the guarantor. */
function giverShown({ conversation }: Reading, { flows }: Deal): string | undefined {
  const shown = conversation.shown?.[0]?.[0]?.figure;
  return shown === undefined ? undefined : flows.find(({ figure }) => figure === shown)?.from;
}
