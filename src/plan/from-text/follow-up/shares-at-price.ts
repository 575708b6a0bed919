/** "What's that worth at $200 a share?" after shares under a warrant: the price less what exercising costs, times the shares. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { lastOf, type OnTable, onTable } from "./on-the-table.ts";
import { familyHasPart } from "./parts-in.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 14;

export const sharesAtPrice: ReadRule = {
  name: "shares-at-price",
  read(reading) {
    const { question, names, quantities, library, asOf, dates } = reading;
    const other = atAnotherPrice(reading) ?? exercised(reading) ?? sharesBought(reading);
    if (other) return other;
    const [price, ...more] = quantities.length > 0 ? quantities : priceOfStock(question);
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
      stateOn(deal, asOf)?.figures.find(({ figure }) => figure.of === "price" && STRIKE.test(figure.label))?.figure;
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

/** "With the stock at 100", "if the shares hit 85": a price without a sign. */
function priceOfStock(question: string): Pick<Reading["quantities"][number], "quantity">[] {
  const said =
    /\b(?:stock|shares?|price|trading|trades?)\b(?: (?:is|are|was|were|of|goes|go|went))*(?: (?:at|to|hits?|reach(?:es)?|of|is|on))? \$?(\d+(?:\.\d+)?)(?![\d%]| ?(?:bn|b|billion|m|million|shares?|percent|gw|mw)\b)/i.exec(
      question,
    )?.[1];
  const each = Number(said);
  return said ? [{ quantity: { low: each, high: each, unit: "USD", qualifier: "exact", text: `$${said}` } }] : [];
}

/** "How many shares is that" after money at a price for each share. */
function sharesBought(reading: Reading): PlanInput | null {
  const { question, quantities, asOf } = reading;
  const deal = dealOnTable(reading);
  if (!deal || quantities.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
  const counts = /\bhow many shares\b|\bnumber of shares\b/i.test(question);
  if (!(counts || (FOR_HOW_MANY.test(question) && isOfShare(reading, deal))) || !familyHasPart(reading, deal))
    return null;
  const standing = stateOn(deal, asOf)?.figures.filter(({ ended }) => ended === null) ?? [];
  const [own, ...more] = standing.filter(({ figure }) => figure.unit === "shares");
  if (own)
    return counts || more.length > 0
      ? null
      : {
          kind: "show-figure",
          subject: deal.id,
          attribute: "count",
          topic: own.figure.label,
          figure: own.figure.id,
          asOf: reading.dates.asOf,
        };
  const prices = standing.filter(({ figure }) => figure.per === "share");
  const paid = prices.filter(({ figure }) =>
    /\b(?:paid|pays?|price per|in cash|issue|subscription|offer)\b/i.test(figure.label),
  );
  const [price, ...others] = prices.length === 1 ? prices : paid;
  const money = standing.find(({ figure }) => figure.headline && figure.of === "equity");
  const [of, each] = [money, price].map((entry) => (entry ? onTable(reading, toShown(deal, entry)) : null));
  if (!of || !each || others.length > 0) return null;
  return worksheetOf(reading, [of, each], ([x, y]) => [{ label: "shares", expression: `${x} / ${y}` }], deal.name);
}

/** "For how many?" right after what was paid for each share. */
const FOR_HOW_MANY = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:for |of )?how many(?: shares)?(?: (?:(?:could|can|may|might|would|did|will) (?:it|they|he|[\w.&-]{2,20}) (?:buy|get|take|have|exercise)|of them|of those|did (?:it|they) (?:buy|get)|is that|was that|were (?:there|bought)))?[\s?.!]*$/i,
);
const isOfShare = ({ conversation: { asked, figure } }: Reading, deal: Deal): boolean =>
  /\b(?:per|a|each)[- ]share\b/i.test(asked ?? "") ||
  deal.events.some(({ figures = [] }) =>
    figures.some(({ id, per }) => per === "share" && figure === `@${deal.id}:${id}`),
  );

/** "What does exercising all of it cost", "the exercise cost of the warrant": the shares at what is paid for each. */
function exercised(reading: Reading): PlanInput | null {
  const { question, quantities, asOf } = reading;
  const deal = dealOnTable(reading);
  if (!deal || quantities.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
  if (!EXERCISING.test(question) || !familyHasPart(reading, deal)) return null;
  const standing = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure, ended }) => ended === null && !/pre-?funded/i.test(figure.label),
  );
  const prices = standing.filter(({ figure }) => figure.of === "price" && STRIKE.test(figure.label));
  const all = standing.filter(({ figure }) => figure.unit === "shares" && /warrant|option|right/i.test(figure.label));
  const [price, shares] = [prices[0], all[0]].map((entry) => (entry ? onTable(reading, toShown(deal, entry)) : null));
  if (!price || !shares || prices.length > 1 || all.length > 1) return null;
  return worksheetOf(
    reading,
    [shares, price],
    ([x, y]) => [{ label: "to exercise all of it", expression: `${x} * ${y}` }],
    `${deal.name}: to exercise all of it`,
  );
}
const EXERCISING = gated(
  /\b(?:costs?|total|bill|pay|cash|money|how much|what)\b.*\b(?:tak(?:e|es|ing)|buy(?:s|ing)?|us(?:e|es|ing)|exercis\w+) (?:(?:it|them|up|the (?:right|option|warrant)s?) )?(?:all|it all|them all|all of (?:it|them)|in full|the (?:whole )?lot|every (?:single )?(?:one|share)|fully)(?= up\b|[\s?.!]*$)|\bexercis(?:e|es|ing)\b.*\b(?:costs?|pay|paid|bill|cash|money|total|how much|what)\b|\b(?:costs?|pay|bill|cash|money|how much)\b.*\bexercis(?:e|es|ed|ing)\b|\bexercise (?:cost|bill|money|total)\b|\b(?:if|when|once) (?:fully |all )?exercised\b|\btimes (?:the|that) (?:strike|exercise price)\b|\bat (?:the|that) (?:strike|exercise price)\b/i,
);
const STRIKE = gated(/exercise|strike|under the (?:right|option|warrant)/i);

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
