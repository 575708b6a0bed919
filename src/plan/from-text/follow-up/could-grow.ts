/** "Could it go higher?" after money: the same with all options, where the record has it. */
import { stateOn } from "../../../knowledge/as-of.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const ASKS =
  /^(?:(?:can|could|may|might|will|does|would) (?:it|that|this|the (?:contract|deal|value|amount|total|figure|price))(?: still| ever)? (?:go|get|be|rise|grow|increase|climb|become|reach)(?: any| even| much)?(?: (?:higher|up|bigger|larger|more|further))?|is there (?:any |an )?(?:upside|option for more))[\s?.!]*$/i;

export const couldGrow: ReadRule = {
  name: "could-grow",
  read(reading) {
    const deal = dealOnTable(reading);
    const last = reading.conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal")) return null;
    if (!ASKS.test(bareOf(reading.question).text) || reading.names.orgs.length > 0) return null;
    const shown = kindShown(reading, deal);
    const size = shown ? (shown.high ?? shown.low ?? 0) : 0;
    const larger = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
      ({ figure, ended }) =>
        ended === null &&
        figure.unit === shown?.unit &&
        figure.of === shown.of &&
        figure.qualifier === "up-to" &&
        (figure.high ?? 0) > size,
    );
    const [only, ...more] = larger;
    if (!shown || !only || more.length > 0) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: only.figure.unit === "GW" ? "capacity" : "value",
      topic: only.figure.label,
      figure: only.figure.id,
      asOf: reading.dates.asOf,
    };
  },
};
