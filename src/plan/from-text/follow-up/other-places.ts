/** "The other sites together?" after the parts in some places: the parts in all others that the record tells, added up. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown, toShown } from "./figures-of-record.ts";
import { onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS = gated(
  /^(?:how many (?:in|at) )?(?:all )?(?:the |its )?(?:other|remaining|rest of the) (?:sites|places|countries|locations|states|campuses|ones)(?: (?:together|combined|in total|altogether))?[\s?.!]*$|^(?:and )?(?:everywhere else|elsewhere)[\s?.!]*$/i,
);
const PLACED = /^(.{2,40}?) (?:in|at) \p{Lu}/u;

export const otherPlaces: ReadRule = {
  name: "other-places",
  read(reading): PlanInput | null {
    const deal = dealOnTable(reading);
    if (!deal || !ASKS.test(bareOf(reading.question).text)) return null;
    const shown = kindShown(reading, deal);
    const called = PLACED.exec(shown?.label ?? "")?.[1];
    if (!shown || called === undefined) return null;
    const told = new Set((reading.conversation.shown ?? []).flat().map(({ figure }) => figure));
    const others = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
      ({ figure, ended }) =>
        ended === null &&
        !told.has(figure.id) &&
        figure.unit === shown.unit &&
        figure.of === shown.of &&
        PLACED.exec(figure.label)?.[1] === called,
    );
    const all = others.flatMap((entry) => onTable(reading, toShown(deal, entry)) ?? []);
    if (all.length < 2) return null;
    return worksheetOf(reading, all, (at) => [{ label: "the others together", expression: at.join(" + ") }], deal.name);
  },
};
