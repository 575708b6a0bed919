/** "So what's the discount in %?" after a price paid for a share and where the shares stood: how far one is below or above the other. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS = gated(
  /^(?:what(?:['’]s| is| was)? |how (?:big|large|much)(?: (?:is|was|of))?(?: an?)? )?(?:the |that |an? )?(discount|premium)(?: (?:is|was) (?:that|it))?(?: to the (?:close|market|market price|share price))?(?:,? (?:in|as a) (?:%|percent(?:age)?|pct))?[\s?.!]*$/i,
);
/** What was paid, and what the shares stood at. */
const PAID = gated(/\b(?:paid|pays?|price per|issue|subscription|offer|purchase)\b/i);
const STOOD = gated(/\b(?:clos\w+|market|traded|trading|last price|before)\b/i);

export const discountShown: ReadRule = {
  name: "discount-shown",
  read(reading): PlanInput | null {
    const form = ASKS.exec(bareOf(reading.question).text)?.[1]?.toLowerCase();
    const deal = dealOnTable(reading);
    if (!form || !deal || reading.names.deals.length > 0) return null;
    const standing = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ ended }) => ended === null);
    // Where it is on record it is looked up.
    if (standing.some(({ figure }) => figure.unit === "percent" && figure.label.toLowerCase().includes(form)))
      return null;
    const prices = standing.filter(({ figure }) => figure.per === "share");
    const stood = prices.filter(({ figure }) => STOOD.test(figure.label));
    const paid = prices.filter(({ figure }) => PAID.test(figure.label) && !stood.some((one) => one.figure === figure));
    const [x, y] = [paid, stood].map((all) =>
      only(
        reading,
        all.map((one) => toShown(deal, one)),
      ),
    );
    if (!x || !y) return null;
    return worksheetOf(
      reading,
      [x, y],
      ([own, other]) => [
        x.size <= y.size
          ? { label: "discount", expression: `(${other} - ${own}) / ${other} in %` }
          : { label: "premium", expression: `(${own} - ${other}) / ${other} in %` },
      ],
      `${x.label} against ${y.label}`,
    );
  },
};

const only = (reading: Reading, all: readonly ReturnType<typeof toShown>[]): OnTable | null =>
  all.length === 1 && all[0] ? onTable(reading, all[0]) : null;
