/** "Per year?", "annualised" after a fee for a month, a quarter or a half-year: as much for a year. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { figureOf, lastAlike, type OnTable } from "./on-the-table.ts";
import { namesNothing } from "./operands.ts";
import { feeOf } from "./per-unit-shown.ts";
import { worksheetOf } from "./worksheet-of.ts";

/** "Annualised": a quarter four times, a half-year twice, a month twelve times. */
export const ANNUAL =
  /\b(?:annuali[sz](?:e[ds]?|ing)|annually|yearly|(?:per|a|each|every) (?:year|yr|annum)|p\.?a\.?|run[- ]?rate|(?:for|over) (?:a|the) (?:(?:full|whole) )?year)\b/i;
const PACE = gated(/\b(?:at|on) (?:that|this|the same|such a) (?:pace|rate|clip|speed)\b/i);
export function annualised(reading: Reading, text: string): PlanInput | null {
  if (!namesNothing(text.replace(ANNUAL, " ").replace(PACE, " "))) return null;
  const [shown] = lastAlike(reading, 1);
  // A total that only follows from a fee is none for a year: the fee is.
  const last = (shown && ofEstimate(reading, shown) ? feeOf(reading, "month") : null) ?? shown;
  if (!last) return null;
  const currency = currenciesOf(last.dimension)[0];
  // A fee for a month is one for a year.
  if (currency && last.dimension.h === -1 && Object.keys(last.dimension).length === 2) {
    const label = `${last.label}, a year`;
    return worksheetOf(
      reading,
      [last],
      ([step]) => [{ label: label.slice(0, 80), expression: `${step} in ${currency}/year` }],
      label,
    );
  }
  const figure = figureOf(reading, last);
  const period = figure && "period" in figure ? figure.period : "";
  const times = /-Q[1-4]$/.test(period) ? 4 : /-H[12]$/.test(period) ? 2 : null;
  if (times === null) return null;
  const label = `for a year, at this pace (${times} times)`;
  return worksheetOf(
    reading,
    [last],
    ([step]) => [{ label, expression: `${step} * ${times}` }],
    `${last.label}, annualised`,
  );
}

const ofEstimate = (reading: Reading, one: OnTable): boolean => {
  const figure = figureOf(reading, one);
  return figure !== null && "of" in figure && figure.of === "estimate";
};
