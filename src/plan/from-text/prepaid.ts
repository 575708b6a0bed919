/** "What prepayment does IREN get from Microsoft, in dollars": a part in per cent that is paid in advance, of the deal's own money. */
import { isMoney, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { dealsBetween } from "./pairs/deals-between.ts";
import type { ReadRule } from "./reading.ts";
import { evaluated } from "./sums/sum.ts";

const PREPAID = gated(
  /\b(?:pre-?pa(?:id|ys?|yments?)|(?:paid|pays?) (?:in advance|up ?front)|advance payment|down payment)\b/i,
);
const IN_MONEY = gated(
  /\bin (?:us )?(?:dollars?|dollar terms|money|usd|\$)|\bhow many (?:dollars|billions?)\b|\bdollar (?:amount|value)\b/i,
);
const IN_ADVANCE = /\b(?:in advance|prepa\w+|up ?front)\b/i;

export const prepaid: ReadRule = {
  name: "prepaid",
  read(reading) {
    const { question, library, names, quantities, asOf, dates } = reading;
    if (!PREPAID.test(question) || !IN_MONEY.test(question) || quantities.length > 0) return null;
    const deals =
      names.deals.length > 0 ? names.deals.flatMap((id) => library.deals.get(id) ?? []) : dealsBetween(reading);
    for (const deal of deals) {
      const outline = outlineOn(deal, asOf);
      const share = outline?.figures.find(
        ({ figure, ended }) => ended === null && figure.unit === "percent" && IN_ADVANCE.test(figure.label),
      );
      const money = outline?.money?.figure;
      if (!share || !money || !isMoney(money.unit)) continue;
      const lines = [share.figure, money].map(({ label, id }) => ({
        label: `${deal.name}, ${label}`.slice(0, 80),
        expression: `@${deal.id}:${id}`,
      }));
      return evaluated([...lines, { label: "paid in advance", expression: "#1 * #2" }], {
        title: `What is paid in advance in ${deal.name}`.slice(0, 120),
        lead: [3, 1, 2],
        asOf: dates.asOf,
      });
    }
    return null;
  },
};
