/** A text of nothing but numbers, units, signs and brackets is a formula: it is worked out as it stands, before any word is looked for in it. */
import { gated } from "../../knowledge/gated.ts";
import { calculationExpression } from "./calculation-expression.ts";
import type { ReadRule } from "./reading.ts";

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const UNITS =
  /(?:\b(?:billions?|bn|b|millions?|mn|mm|m|trillions?|tn|t|thousand|k|gws?|gigawatts?|mws?|megawatts?|kws?|kilowatts?|watts?|w|[kmgt]wh|years?|yr|months?|days?|hours?|h|gpus?|chips?|racks?|shares?|usd|eur|gbp|dollars?|euros?|pounds?|kg|in|per|percent)\b|[$€£%])/gi;
const SIGNS = /[\s()+\-−*×/÷^.,=?]/g;

/** Whether it multiplies or divides, or has brackets: two numbers with a dash between them may be a range. */
export function isFormula(text: string): boolean {
  if (!/\d/.test(text) || !/[*×÷/(^]/.test(text)) return false;
  return text.replace(NUMBER, " ").replace(UNITS, " ").replace(SIGNS, "") === "";
}

/** In a formula a dash between spaces takes away, unless only what stands behind it has a unit: "50 - 60B" is a range. */
export const withMinus = (text: string): string => (isFormula(text) ? text.replace(DASH, " − ") : text);
const DASH = /(?<=[a-z)%]) [-–] (?=[\d($€£])|(?<=\d) [-–] (?=[\d.,]+(?![\d.,]| ?[a-z%]))/gi;

/** What stands in brackets is worked out first, which only the parser of formulas does. */
export const formula: ReadRule = {
  name: "formula",
  read: (reading) =>
    isFormula(reading.question) && reading.question.includes("(") && !SHARES.test(reading.question)
      ? calculationExpression.read(reading)
      : null,
};
/** What a number of shares is multiplied by is their price. */
const SHARES = gated(/\bshares?\b/i);
