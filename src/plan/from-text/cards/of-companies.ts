/** Shares, rounds, what a company is worth, and what money earns over years. */
import { currencyOf } from "../sums/lending.ts";
import { write } from "../sums/write-term.ts";
import { card, part, yearsIn } from "./card.ts";

const SHARES = ["shares", "money", "number"] as const;
const rounded = (value: number): number => Number(value.toPrecision(12));
/** "480M shares" may read as money. */
const count = (term: { high: number }): number => term.high;

export const OF_COMPANIES = [
  // "I own 10% of a company with 480M shares out and they issued 60M more without me"
  card({
    asks: /\b(?:own|hold|stake|have)\b.*\b(?:issu\w+|new|more|print\w*|dilut\w*)\b/i,
    not: /\b(?:raise[sd]?|pre-?money|post-?money|valuation|warrants?|strike)\b/i,
    needs: {
      stake: { of: ["percent"], near: /\b(?:own|hold|stake|have|had|mine|my)\b/i },
      fresh: { of: SHARES, near: /\b(?:issu\w+|new|more|print\w*|extra|additional|sell\w*|sold)\b/i },
      old: { of: SHARES, near: /\b(?:out|outstanding|existing|shares|in issue|total)\b/i },
    },
    lines: ({ stake, fresh, old }) => ({
      title: `${stake.text} after ${fresh.text} more`,
      lines: [
        {
          label: "share afterwards",
          expression: `${part(stake)} * ${count(old)} / (${count(old)} + ${count(fresh)}) in %`,
        },
      ],
    }),
  }),
  // "They sold 8% of the company for $400M: pre and post"
  card({
    asks: /\b(?:pre|post)(?:[- ]?money)?\b.*\b(?:and|\/|,) ?(?:pre|post)\b/i,
    needs: {
      stake: { of: ["percent"], near: /\b(?:sold|sell\w*|gave|give|bought|for|took|stake)\b/i },
      paid: { of: ["money"] },
    },
    lines: ({ stake, paid }) => ({
      title: `${stake.text} for ${paid.text}`,
      lines: [
        { label: "post-money", expression: `${write(paid)} / ${part(stake)}` },
        { label: "pre-money", expression: `#1 - ${write(paid)}` },
      ],
      lead: [2, 1],
    }),
  }),
  // "Raises $750M at a 6.75bn pre-money: percent to the new money"
  card({
    asks: /\bpre-?money\b.*\b(?:percent|%|stake|share|slice|own)\b|\b(?:percent|%|stake|share|slice|own)\b.*\bpre-?money\b/i,
    needs: {
      value: { of: ["money"], near: /\bpre-?money\b/i },
      raised: { of: ["money"], near: /\b(?:rais\w+|invest\w*|new money|puts?|round)\b/i },
    },
    lines: ({ value, raised }) => ({
      title: `${raised.text} at ${value.text} before the money`,
      lines: [
        { label: "post-money", expression: `${write(value)} + ${write(raised)}` },
        { label: "share of the new money", expression: `${write(raised)} / #1 in %` },
      ],
      lead: [2, 1],
    }),
  }),
  // "342M shares, 61.50 a share, 8.5bn of borrowings, 1.3bn in the bank: enterprise value"
  card({
    asks: /\benterprise value\b|\bev (?:of|is|=)|\bev\?/i,
    needs: {
      shares: { of: ["shares"] },
      price: {
        of: ["unit-price", "number", "money"],
        near: /# ?(?:a|per|each|\/) ?share|\bat\b[^#]*#|\bprice\w*[^#]*#/i,
      },
      debt: { of: ["money"], near: /\b(?:debt|borrow\w*|loans?|bonds?|owe\w*)\b/i, not: /\bcash\b|\bbank\b/i },
      cash: { of: ["money"], near: /\b(?:cash|in the bank|bank)\b/i, optional: true },
    },
    lines: ({ shares, price, debt, cash }) => ({
      title: "Enterprise value",
      lines: [
        { label: "market value of the shares", expression: `${count(shares)} * ${price.high} USD` },
        { label: "enterprise value", expression: `#1 + ${write(debt)}${cash ? ` - ${write(cash)}` : ""}` },
      ],
      lead: [2, 1],
    }),
  }),
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
    needs: { start: { of: ["money", "flow"] }, growth: { of: ["percent"] }, time: { of: ["time"] } },
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
  // "Servers for 640M, from a six-year to a four-year straight-line life: extra annual charge"
  card({
    asks: /\b(?:straight[- ]?line|depreciat\w*|charge|write|writ\w+)\b.*\b(?:extra|more|additional|higher|difference|increase|lower|less)\b|\b(?:extra|more|additional|higher)\b.*\b(?:charge|depreciation)\b/i,
    needs: { cost: { of: ["money"] }, lives: { of: ["time"], several: 2 } },
    lines({ cost }, { lives }) {
      const [a, b] = lives.map((life) => yearsIn(life));
      if (!a || !b || a === b) return null;
      const [short, long] = [Math.min(a, b), Math.max(a, b)];
      return {
        title: `${cost.text} over ${short} and over ${long} years`,
        lines: [
          { label: `over ${short} years`, expression: `${write(cost)} / ${short} years in ${currencyOf(cost)}/year` },
          { label: `over ${long} years`, expression: `${write(cost)} / ${long} years in ${currencyOf(cost)}/year` },
          { label: "difference a year", expression: "#1 - #2" },
        ],
        lead: [3, 1, 2],
      };
    },
  }),
  // "1.1bn of racks, 10% resale value after five years: even write-down per year"
  card({
    asks: /\b(?:residual|resale|salvage|scrap)\b/i,
    not: /\bdouble\b/i,
    needs: {
      cost: { of: ["money"], not: /\b(?:residual|resale|salvage|scrap)\b/i },
      left: { of: ["percent", "money"], near: /\b(?:residual|resale|salvage|scrap|left)\b/i },
      life: { of: ["time"] },
    },
    lines({ cost, left, life }) {
      const years = yearsIn(life);
      if (years === null) return null;
      const kept = left.kind === "percent" ? `${write(cost)} * ${part(left)}` : write(left);
      return {
        title: `${cost.text} down to ${left.text} over ${life.text}`,
        lines: [
          { label: "written off in all", expression: `${write(cost)} - ${kept}` },
          { label: "depreciation a year", expression: `#1 / ${years} years in ${currencyOf(cost)}/year` },
        ],
        lead: [2, 1],
      };
    },
  }),
  // "Double declining balance, 500M of gear, five-year life: charge in years one and two"
  card({
    asks: /\bdouble[- ]declining\b|\bdeclining[- ]balance\b/i,
    needs: {
      cost: { of: ["money"] },
      life: { of: ["time"], near: /# ?(?:life|lives|useful)|\blife\b[^#]*#|\bover[^#]*#/i },
      nth: { of: ["number", "time"], near: /\byears? \w+ and[^#]*#/i, optional: true },
    },
    lines({ cost, life }) {
      const years = yearsIn(life);
      if (years === null) return null;
      const rate = rounded(2 / years);
      const lines = [1, 2, 3].map((year) => ({
        label: `year ${year}`,
        expression: `${write(cost)} * ${rounded((1 - rate) ** (year - 1))} * ${rate}`,
      }));
      return { title: `Double declining balance on ${cost.text} over ${life.text}`, lines, lead: [1, 2] };
    },
  }),
] as const;
