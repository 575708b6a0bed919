/** "Price to sales?", "how many times revenue is that" after a purchase whose record has both: the one over the other. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS = gated(
  /\b(?:price|value|ev)(?:[- ]to[- ]| ?\/ ?| over )(?:sales|revenues?)\b|\b(?:times|multiple of|x) (?:its |the |their )?(?:annual |yearly )?(?:sales|revenues?|turnover)\b|\b(?:sales|revenue) multiple\b/i,
);
const MAX_WORDS = 10;

export const priceToSales: ReadRule = {
  name: "price-to-sales",
  read(reading) {
    const { question, names, quantities, asOf } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    if (deal?.kind !== "acquisition" || !ASKS.test(text) || text.split(/\s+/).length > MAX_WORDS) return null;
    if (names.orgs.some((org) => !deal.parties.some((party) => party.org === org)) || quantities.length > 0)
      return null;
    const state = stateOn(deal, asOf);
    const sales = (state?.figures ?? []).filter(({ figure, ended }) => ended === null && figure.of === "revenue");
    const [price, revenue] = [state?.money, sales[0]].map((one) => (one ? onTable(reading, toShown(deal, one)) : null));
    if (!price || !revenue || sales.length > 1) return null;
    return worksheetOf(
      reading,
      [price, revenue],
      ([x, y]) => [{ label: "price in multiples of sales", expression: `${x} / ${y}` }],
      `${deal.name}: price to sales`,
    );
  },
};
