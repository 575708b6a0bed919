/** "$120B of backlog at $8B of revenue a year: how many years is that": how long an amount is, at what comes in or goes out in a year. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const ASKS = gated(
  /\bhow many (?:years|months|quarters)\b|\bhow long\b|\byears (?:of|worth of) (?:revenues?|sales|spend\w*|rent|capex|income|output|burn|payments?)\b/i,
);
/** What is put in, paid back or worn off over years is another sum. */
const OTHERWISE = gated(
  /\b(?:pay(?:s|ing)? (?:it |itself |themselves )?(?:back|off)|payback|recoup\w*|break[- ]?even|interest|depreciat\w*|grow\w*|double[sd]?|doubling|until|reach\w*|late|delay\w*)\b/i,
);
const YEARLY_AFTER = gated(
  /^\s*(?:(?:of|in) )?(?:(?:annual|yearly|annualised|annualized)\s)?(?:revenues?|sales|spend(?:ing)?|rent|capex|income|run[- ]rate|arr|payments?)?\s*(?:(?:a|per|each|every) year|annually|yearly|run[- ]rate|arr)\b/i,
);
const YEARLY_BEFORE = gated(
  /\b(?:annual|yearly|(?:this|last|a|one) year['’]?s?|run[- ]rate|arr)(?: (?:revenues?|sales|spend(?:ing)?|rent|capex|income|of|is|at|about))*\s*$/i,
);

const isYearly = ({ kind, unit, before, after }: Term): boolean =>
  (kind === "flow" && unit.endsWith("/year")) ||
  (kind === "money" && (YEARLY_AFTER.test(after) || YEARLY_BEFORE.test(before)));

export const yearsCovered: ReadSum = (sum) => {
  if (!ASKS.test(sum.words) || OTHERWISE.test(sum.words)) return null;
  const [first, second, ...more] = sum.of("money", "flow");
  if (!first || !second || more.length > 0 || currencyOf(first) !== currencyOf(second)) return null;
  if (!sum.complete([first, second]) || isYearly(first) === isYearly(second)) return null;
  const [whole, flow] = isYearly(first) ? [second, first] : [first, second];
  if (whole.kind !== "money") return null;
  const yearly = flow.kind === "flow" ? write(flow) : `${write(flow)} / 1 year`;
  const unit = /\bhow many months\b/i.test(sum.words) ? "months" : "years";
  return evaluated([
    {
      label: `${whole.text} at ${flow.text}${flow.kind === "flow" ? "" : " a year"}`.slice(0, 80),
      expression: `${write(whole)} / (${yearly}) in ${unit}`,
    },
  ]);
};
