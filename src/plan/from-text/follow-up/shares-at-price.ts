/** "What's that worth at $200 a share?" after shares under a warrant: the price less what exercising costs, times the shares. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { lastOf, type OnTable, onTable } from "./on-the-table.ts";

const MAX_WORDS = 14;

export const sharesAtPrice: ReadRule = {
  name: "shares-at-price",
  read(reading) {
    const { question, names, quantities, library, asOf, dates } = reading;
    const other = atAnotherPrice(reading);
    if (other) return other;
    const [price, ...more] = quantities;
    if (!price || more.length > 0 || price.quantity.unit === "GW" || question.split(/\s+/).length > MAX_WORDS)
      return null;
    if (names.deals.length > 0 || !/\b(?:worth|value|at|if)\b/i.test(question)) return null;
    const table = dealOnTable(reading);
    const shares =
      lastOf(reading, (one) => one.dimension.share === 1 && Object.keys(one.dimension).length === 1) ??
      (table ? sharesOf(reading, table) : null);
    const deal = shares?.record?.type === "deal" ? library.deals.get(shares.record.id) : undefined;
    // Billions are no price of a share.
    if (!shares || price.quantity.high > DEAREST) return null;
    const strike =
      deal &&
      stateOn(deal, asOf)?.figures.find(({ figure }) => figure.of === "price" && /exercise|strike/i.test(figure.label))
        ?.figure;
    const { low, high, unit } = price.quantity;
    const each = `${low === high ? low : `${low}-${high}`} ${unit}/share`;
    const less = deal && strike ? ` - @${deal.id}:${strike.id}` : "";
    return evaluated(
      [
        ...shares.lines,
        {
          label: `worth at ${price.quantity.text} a share`.slice(0, 80),
          expression: `#${shares.at} * (${each}${less})`,
        },
      ],
      {
        title: `${shares.label} at ${price.quantity.text} a share`.slice(0, 120),
        lead: [shares.lines.length + 1, shares.at],
        asOf: dates.asOf,
      },
    );
  },
};
const DEAREST = 1e5;

const AT =
  /^(?:(?:and|or|but|so|what about|how about|what if)\b[\s,]*)*(?:at|if it(?:['’]s| is| hits| reaches)?)\s*\$?\s?(\d+(?:\.\d+)?)(?: dollars?| usd| a share| per share)*[\s?.!]*$/i;
const PRICE = /\((\d[\d.]*(?:-[\d.]+)?) ([A-Z]{3})\/share/;

/** "And at 600?": the price of the last such sum changed. */
function atAnotherPrice({ question, conversation }: Reading): PlanInput | null {
  const last = conversation.plan?.kind === "evaluate" ? conversation.plan : null;
  const price = AT.exec(question)?.[1];
  const line = last?.lines.findIndex(({ expression }) => PRICE.test(expression)) ?? -1;
  if (!last || !price || line < 0) return null;
  const lines = last.lines.map(({ label, expression }, index) =>
    index === line
      ? {
          label: `worth at ${price} a share`,
          expression: expression.replace(PRICE, (_all, _old, unit: string) => `(${price} ${unit}/share`),
        }
      : { label, expression },
  );
  return evaluated(lines, {
    title: `At ${price} a share`,
    lead: [...last.lead],
    notes: [...last.notes],
    asOf: last.asOf,
  });
}

/** The only shares that a deal has, or those of its warrant. */
function sharesOf(reading: Reading, deal: Deal): OnTable | null {
  const all =
    stateOn(deal, reading.asOf)?.figures.filter(({ figure, ended }) => figure.unit === "shares" && ended === null) ??
    [];
  const found = all.length === 1 ? all[0] : all.find(({ figure }) => /warrant/i.test(figure.label));
  return found ? onTable(reading, toShown(deal, found)) : null;
}
