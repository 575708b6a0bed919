/** "$50B over a 5-year life, revenue 12B, opex 2B: profit after depreciation": what is left of a year's revenue. */
import { gated, type Pattern } from "../../../knowledge/gated.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writePercentPerYear } from "./write-term.ts";

const PROFIT = gated(/\b(?:profit|income|earnings|ebit|left|net|loss|margin)\b/i);
const DEPRECIATED = gated(/\b(?:depreciat\w*|life|lasts?|writ\w+ off|amorti[sz]\w*|straight[- ]line)\b/i);

export const yearlyProfit: ReadSum = (sum) => {
  if (!PROFIT.test(sum.words) || !DEPRECIATED.test(sum.words)) return null;
  const life = sum.one("time");
  const moneys = sum.of("money", "flow");
  const [revenue, ...revenues] = moneys.filter((term) => isNear(term, REVENUE));
  const opex = moneys.find((term) => term !== revenue && isNear(term, OPEX)) ?? null;
  const [capex, ...more] = moneys.filter((term) => term !== revenue && term !== opex);
  const [rate, ...rates] = inRole(sum, "interest");
  if (!life || !revenue || !capex || revenues.length + more.length + rates.length > 0 || capex.kind === "flow")
    return null;
  if (!sum.complete([life, revenue, opex, capex, rate])) return null;
  const yearly = (term: Term) => (term.kind === "flow" ? `(${write(term)})` : `(${write(term)} / 1 year)`);
  const interest = rate ? ` - ${write(capex)} * ${writePercentPerYear(rate)}` : "";
  return evaluated(
    [
      { label: "depreciation a year", expression: `${write(capex)} / (${write(life)})` },
      {
        label: "profit a year after it",
        expression: `${yearly(revenue)}${opex ? ` - ${yearly(opex)}` : ""} - #1${interest}`,
      },
      { label: "margin", expression: `#2 / ${yearly(revenue)} in %` },
    ],
    { lead: /\bmargin\b/i.test(sum.words) ? [3, 2, 1] : [2, 1], title: "Profit after depreciation" },
  );
};

const REVENUE = gated(/\b(?:revenues?|sales|rent|earns?|brings? in|income|turnover)\b/i);
const OPEX = gated(
  /\b(?:opex|running costs?|operating costs?|expenses?|power bill|energy|costs? to run|electricity)\b/i,
);
/** What stands right beside it, within its own part of the sentence. */
const isNear = ({ before, after }: Sum["terms"][number], words: Pattern): boolean =>
  words.test(before.split(/[,;:]|\band\b/i).at(-1) ?? "") ||
  words.test((after.split(/[,;:]|\band\b/i)[0] ?? "").slice(0, 24));
