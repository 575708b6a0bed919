/** What is written off each year: evenly, down to a residual value, or faster at first. */
import { numberOfWord } from "../../number-words.ts";
import { nthYear } from "../sums/finance.ts";
import { currencyOf } from "../sums/lending.ts";
import type { Sum } from "../sums/sum.ts";
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
    not: /\b(?:left|remain\w*|book value|carrying|net)\b/i,
    needs: {
      cost: { of: ["money"] },
      life: { of: ["time"], near: /# ?(?:life|lives|useful)|\blife\b[^#]*#|\bover[^#]*#/i },
      one: { of: ["number", "time"], near: /\byears? #/i, optional: true },
      other: { of: ["number", "time"], near: /\byears? \w+ (?:and|to|&) #|\bfirst #/i, optional: true },
    },
    lines({ cost, life }, _all, sum) {
      const years = yearsIn(life);
      if (years === null || years < 2 || years > LONGEST) return null;
      const said = yearsAsked(sum);
      const asked = said.length > 0 ? said : Array.from({ length: years }, (_, at) => at + 1);
      const last = Math.max(...asked);
      if (Math.min(...asked) < 1 || last > years) return null;
      const rate = rounded(2 / years);
      const lines = Array.from({ length: last }, (_, at) => ({
        label: `year ${at + 1}`,
        expression: `${write(cost)} * ${rounded((1 - rate) ** at)} * ${rate}`,
      }));
      return { title: `Double declining balance on ${cost.text} over ${life.text}`, lines, lead: asked };
    },
  }),
];

/** Years of which a table is told. */
const LONGEST = 10;
const NUMBER = String.raw`(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b`;
const FIRST = new RegExp(String.raw`\bfirst ${NUMBER} years\b`, "i");
const YEARS = new RegExp(String.raw`\byears? ${NUMBER}(?: ?(and|&|to|[-–]) ?${NUMBER})?`, "i");
const numberIn = (said: string): number => numberOfWord(said) ?? Number(said);

/** Which years of a life are asked for, from 1 on; none where no year is said. */
function yearsAsked(sum: Sum): number[] {
  const many = FIRST.exec(sum.text)?.[1];
  const [, from, join = "", to = from] = YEARS.exec(sum.text) ?? [];
  const [first, last] = many ? [1, numberIn(many)] : from && to ? [numberIn(from), numberIn(to)] : [];
  if (!first || !last) return [nthYear(sum) ?? []].flat();
  return /^(?:and|&)$/i.test(join) ? [first, last] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
