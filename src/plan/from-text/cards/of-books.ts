/** What is written off each year: evenly, down to a residual value, or faster at first. */
import { currencyOf } from "../sums/lending.ts";
import { write } from "../sums/write-term.ts";
import { card, part, yearsIn } from "./card.ts";

const rounded = (value: number): number => Number(value.toPrecision(12));

export const OF_BOOKS = [
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
];
