/** Margins, what must be charged or sold for one, and where a business breaks even. */
import { gated } from "../../../knowledge/gated.ts";
import { write } from "../sums/write-term.ts";
import { card, part, yearly } from "./card.ts";

const REVENUE = gated(/\b(?:revenues?(?! cost)|sales(?! cost)|turnover|top[- ]?line|takings)\b/i);

export const OF_MARGINS = [
  // "Gross margin when cost of revenue is 61m and the top line is 92.5m"
  card({
    asks: /\b(?:gross|operating|profit|net|ebitda)? ?margin\b/i,
    not: /\b(?:loss\w*|burn\w*|per|price|charge|an? (?:hour|year|month)|tokens?|swing|change|bps|basis points|from \d|last (?:year|yr|quarter)|at (?:a )?\d+(?:\.\d+)? ?%)\b/i,
    needs: {
      revenue: { of: ["money"], near: REVENUE, not: /\bcosts? of (?:revenue|sales)[^#]{0,8}#/i },
      cost: { of: ["money"], near: /\b(?:costs?(?: of (?:revenues?|sales|goods(?: sold)?))?|cogs|expenses)\b/i },
    },
    lines: ({ revenue, cost }) => ({
      title: `Margin on ${revenue.text} after ${cost.text}`,
      lines: [
        { label: "profit", expression: `${write(revenue)} - ${write(cost)}` },
        { label: "margin", expression: `#1 / (${write(revenue)}) in %` },
      ],
      lead: [2, 1],
    }),
  }),
  // "Margin swing: EBITDA 18.2m on revenue of 71m last year, 27.9m on 96m this year"
  card({
    asks: /\bmargin\b.*\b(?:swing|change|shift|move|bps|basis points)\b|\b(?:swing|change|shift)\b.*\bmargin\b/i,
    needs: { amounts: { of: ["money"], several: 4 } },
    lines(_first, { amounts }) {
      const [e1, r1, e2, r2] = amounts;
      if (!e1 || !r1 || !e2 || !r2 || e1.high >= r1.high || e2.high >= r2.high) return null;
      return {
        title: `${e1.text} on ${r1.text}, then ${e2.text} on ${r2.text}`,
        lines: [
          { label: "margin before", expression: `${write(e1)} / (${write(r1)}) in %` },
          { label: "margin after", expression: `${write(e2)} / (${write(r2)}) in %` },
          { label: "change in percentage points", expression: "#2 - #1 in %" },
        ],
        lead: [3, 2, 1],
      };
    },
  }),
  // "Each GPU hour costs me 1.86; to keep 40 cents of every dollar what must I charge"
  card({
    asks: /\b(?:what|how much) (?:must|should|do|would|can|price)\b.*\b(?:charge|sell|rent|ask|price)\b|\bprice\b.*\bmargin\b/i,
    needs: {
      cost: { of: ["number", "money", "hourly", "unit-price"], near: /\b(?:costs?|costing)\b/i },
      margin: { of: ["percent", "unit-price"], near: /\b(?:margin|profit|keep|of every dollar|mark-?up)\b/i },
    },
    lines({ cost, margin }) {
      const share = margin.kind === "percent" ? part(margin) : margin.unit === "USD/USD" ? margin.high : null;
      if (share === null || share >= 1) return null;
      return {
        title: `A margin of ${share * 100}% over a cost of ${cost.text}`,
        lines: [{ label: "price", expression: `${cost.high} USD / ${Number((1 - share).toPrecision(10))}` }],
      };
    },
  }),
  // "Staff eat 24m a year. A customer brings in 310k, of which 45% goes in variable costs: how many before we stop losing money"
  card({
    asks: /\bhow many\b.*\b(?:break[- ]?even|stop losing|before we|cover (?:the|our) (?:fixed )?costs?|to cover)\b|\bbreak[- ]?even\b.*\bhow many\b/i,
    needs: {
      fixed: { of: ["flow", "money"], near: /\b(?:fixed|overheads?|regardless|staff|office|eat|a year)\b/i },
      each: {
        of: ["money", "unit-price", "number"],
        near: /\b(?:customer|client|contract|unit|each|brings? in|pays?)\b/i,
      },
      variable: { of: ["percent"], near: /\b(?:variable|costs?|disappears?|goes)\b/i },
    },
    lines: ({ fixed, each, variable }) => ({
      title: `${fixed.text} of fixed costs at ${each.text} each`,
      lines: [
        { label: "left of each", expression: `${each.high} USD * (1 - ${part(variable)})` },
        { label: "to break even", expression: `${yearly(fixed)} / #1` },
      ],
      lead: [2, 1],
    }),
  }),
  // "A card burns $1.10 an hour, rented or idle, and rents at 2.75: what occupancy gets me to zero"
  card({
    asks: /\b(?:occupancy|utili[sz]ation|share of (?:the )?hours)\b.*\b(?:zero|break[- ]?even|even)\b|\bbreak[- ]?even (?:occupancy|utili[sz]ation)\b/i,
    needs: {
      cost: { of: ["hourly", "number", "money", "unit-price"], near: /\b(?:burns?|costs?|runs? at|to run|idle)\b/i },
      price: {
        of: ["hourly", "number", "money", "unit-price"],
        near: /\b(?:rents? (?:at|for|out)|sells?|earns?|charge\w*|price)\b/i,
      },
    },
    lines: ({ cost, price }) => ({
      title: `${cost.text} against ${price.text}`,
      lines: [{ label: "break-even occupancy", expression: `${cost.high} / ${price.high} in %` }],
    }),
  }),
  // "Our largest client is 62m out of 155m. They walk: by what percent do the others have to grow"
  card({
    asks: /\b(?:by (?:what|how many) (?:percent|%)|how (?:much|fast))\b.*\b(?:others?|rest|remaining)\b.*\b(?:grow|rise|increase)\b/i,
    needs: {
      lost: { of: ["money"], near: /\b(?:client|customer|largest|loses?|lost|walks?)\b/i },
      whole: { of: ["money"], near: /\b(?:out of|of total|total|revenue|sales)\b/i },
    },
    lines: ({ lost, whole }) =>
      lost.high < whole.high
        ? {
            title: `${whole.text} without ${lost.text}`,
            lines: [
              { label: "the others", expression: `${write(whole)} - ${write(lost)}` },
              { label: "growth needed", expression: `${write(lost)} / #1 in %` },
            ],
            lead: [2, 1],
          }
        : null,
  }),
];
