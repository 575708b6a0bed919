/** Returns and growth: what a multiple is a year, the rate that payments earn, what capital earns, what a pace comes to. */
import { write } from "../sums/write-term.ts";
import { card, part, yearsIn } from "./card.ts";

const rounded = (value: number): number => Number(value.toPrecision(10));
const STEPS = 200;

/** The rate at which equal payments are worth what was put in, by halving; null where none is. */
function rateOf(paid: number, each: number, years: number): number | null {
  const worth = (rate: number) => (each * (1 - (1 + rate) ** -years)) / rate;
  let [low, high] = [1e-9, 10];
  if (each * years <= paid || worth(high) > paid) return null;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > paid) low = middle;
    else high = middle;
  }
  return rounded((low + high) / 2);
}

export const OF_RETURNS = [
  // "In at 100, out at 161.05 five years on: annualised"
  card({
    asks: /\b(?:annuali[sz]ed|irr|cagr|(?:a|per|each) year|yearly|compound\w*)\b/i,
    needs: {
      paid: {
        of: ["money", "number", "unit-price"],
        near: /\b(?:in at|bought (?:at|for)|paid|invest\w*|put in|entry|cost)\b[^#]*#/i,
      },
      got: {
        of: ["money", "number", "unit-price"],
        near: /\b(?:out at|sold (?:at|for)|got|exit|back|worth now|now worth|became|turned into)\b[^#]*#/i,
      },
      time: { of: ["time"] },
    },
    lines({ paid, got, time }) {
      const years = yearsIn(time);
      if (years === null || paid.unit !== got.unit) return null;
      return {
        title: `From ${paid.text} to ${got.text} in ${time.text}`,
        lines: [
          { label: "multiple", expression: `${write(got)} / (${write(paid)})` },
          { label: "return a year", expression: `#1 ^ (1 / ${rounded(years)}) - 1 in %` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "ARR is 240M and climbs 9% a month: where are we twelve months from now"
  card({
    asks: /\b(?:climb\w*|grow\w*|ris\w+|add\w*|increas\w+|compound\w*)\b.*\b(?:a|per|each|every) month\b|\bmonthly (?:growth|increase)\b/i,
    not: /\bhow (?:many months|long)\b|\buntil\b/i,
    needs: {
      start: { of: ["money", "flow"] },
      growth: { of: ["percent"], unit: /^%(?:\/month)?$/ },
      time: { of: ["time"] },
    },
    lines({ start, growth, time }) {
      const years = yearsIn(time);
      const months = years === null ? null : rounded(years * 12);
      if (months === null || !Number.isInteger(months)) return null;
      return {
        title: `${start.text} growing ${growth.text} a month`,
        lines: [{ label: `after ${time.text}`, expression: `${write(start)} * (1 + ${part(growth)}) ^ ${months}` }],
      };
    },
  }),
  // "Price target cut from 41 to 29, that's what percent"
  card({
    asks: /\b(?:what|how many) ?(?:percent|per cent|pct|%)|\bin (?:percent|%)|\bpercent(?:age)? (?:change|cut|drop|rise)\b/i,
    not: /\b(?:a year|per year|annual\w*|cagr|of)\b/i,
    needs: {
      from: { of: ["number", "money", "unit-price"], near: /\bfrom[^#]*#/i },
      to: { of: ["number", "money", "unit-price"], near: /\bto[^#]*#/i },
    },
    lines: ({ from, to }) =>
      from.unit === to.unit
        ? {
            title: `From ${from.text} to ${to.text}`,
            lines: [
              {
                label: `change from ${from.text}`,
                expression: `(${write(to)} - ${write(from)}) / (${write(from)}) in %`,
              },
            ],
          }
        : null,
  }),
  // "Put 40 in, get 12 back at each of the next five year-ends: IRR"
  card({
    asks: /\birr\b|\binternal rate of return\b/i,
    needs: {
      paid: { of: ["money", "number"], near: /\b(?:put|in|invest\w*|pay|paid|cost|outlay)\b/i },
      each: { of: ["money", "number", "flow"], near: /\b(?:get|gets|back|receive\w*|returns?|each|a year)\b/i },
      time: { of: ["time", "number"], near: /\b(?:years?|year-ends?|next|for)\b/i },
    },
    lines({ paid, each, time }) {
      const years = time.kind === "time" ? yearsIn(time) : time.high;
      const rate = years !== null && Number.isInteger(years) ? rateOf(paid.high, each.high, years) : null;
      if (years === null || rate === null) return null;
      return {
        title: `${each.text} a year for ${years} years, for ${paid.text}`,
        lines: [
          { label: "internal rate of return", expression: `${rate} in %` },
          {
            label: "payments at that rate are worth",
            expression: `${each.high} * (1 - (1 + ${rate}) ^ (0 - ${years})) / ${rate}`,
          },
        ],
        lead: [1],
      };
    },
  }),
  // "3.1x our money in 6 years is what per annum"
  card({
    asks: /\b(?:per annum|a year|annual\w*|p\.?a\.?|irr|cagr|yearly)\b/i,
    needs: {
      multiple: { of: ["number"], near: /# ?(?:x|times)\b/i, not: /\b(?:ebitda|revenue|sales|cover|debt)\b/i },
      time: { of: ["time"] },
    },
    lines({ multiple, time }) {
      const years = yearsIn(time);
      if (years === null || multiple.high <= 1 || multiple.high > 100 || multiple.scaled) return null;
      return {
        title: `${multiple.text} times in ${time.text}`,
        lines: [{ label: "return a year", expression: `${multiple.high} ^ (1 / ${rounded(years)}) - 1 in %` }],
      };
    },
  }),
  // "NOPAT was 64m; invested capital 520m at the start and 700m at the end: ROIC on the average"
  card({
    asks: /\b(?:roic|return on (?:invested )?capital|roce|return on assets|roe|return on equity)\b/i,
    needs: {
      profit: { of: ["money"], near: /\b(?:nopat|profit|income|ebit|earnings|earned)\b/i },
      capital: {
        of: ["money"],
        near: /\b(?:capital|assets|equity|start\w*|began|end\w*|finish\w*|closed?|opened?)\b/i,
        several: 2,
      },
    },
    lines({ profit }, { capital: [a, b] }) {
      if (!a || !b) return null;
      return {
        title: `${profit.text} on ${a.text} and ${b.text}`,
        lines: [
          { label: "average capital", expression: `(${write(a)} + ${write(b)}) / 2` },
          { label: "return on it", expression: `${write(profit)} / #1 in %` },
        ],
        lead: [2, 1],
      };
    },
  }),
];
