/** Gigawatts to money and back, by a named estimate, a given rate or the default one. */
import type { PlanInput } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import { COST, POWER_FOR } from "./asks.ts";
import { isRateOwner, rateNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const calculationCost: ReadRule = {
  name: "calculation-cost",
  read(reading) {
    const { question, quantities, names } = reading;
    const rate = quantities.find((found) => found.perGw);
    const plain = quantities.filter((found) => !found.perGw);
    const [power, ...morePower] = plain.filter((found) => found.quantity.unit === "GW");
    const [money, ...moreMoney] = plain.filter((found) => found.quantity.unit !== "GW");
    const named = rateNamed(reading);
    // What other numbers are there for is not understood here: no answer is better than half of one.
    if (morePower.length > 0 || moreMoney.length > 0 || hasOtherNumbers(reading)) return null;
    if (power && money && /[+]|\bplus\b|\bminus\b/i.test(between(question, power, money))) return null;
    if (power && money && !rate && !asksForRecords(reading))
      return { kind: "estimate", quantity: money.quantity, over: power.quantity };
    if (names.deals.length > 0) return null;
    // "What did Meta pay for 600 MW": what was agreed is on record or not known; an estimate would be no answer.
    if (names.orgs.some((org) => !isRateOwner(reading, org)) && WAS_PAID.test(question)) return null;
    const choice = rate
      ? { low: rate.quantity.low, high: rate.quantity.high, unit: currency(rate), text: rate.quantity.text }
      : named
        ? { name: named }
        : null;
    const onlyQuantity = (found: FoundQuantity) =>
      question.slice(0, found.start).trim() + question.slice(found.end).replace(/[?.!]/g, "").trim() === "";
    if (
      power &&
      (choice !== null ||
        onlyQuantity(power) ||
        ((COST.test(question) || WORTH.test(question)) && !asksForRecords(reading)))
    )
      return estimate(reading, power, choice);
    if (
      money &&
      !power &&
      (choice !== null || POWER_FOR.test(question)) &&
      names.orgs.every((org) => isRateOwner(reading, org))
    )
      return estimate(reading, money, choice);
    return null;
  },
};

const WAS_PAID = /\b(?:did|paid|pays|paying|has|have|had|spent|agreed)\b/i;
/** "How much is 10 GW worth": nothing else is said of it. */
const WORTH = /\bhow much (?:is|are|would)\b.*\bworth\b/i;

type Estimate = Extract<PlanInput, { kind: "estimate" }>;

const estimate = (reading: Reading, found: FoundQuantity, rate: Estimate["rate"] | null): PlanInput => ({
  kind: "estimate",
  quantity: found.quantity,
  rate: rate ?? null,
  basis: basisSaid(reading.question),
});

/** Whose gigawatts the question says they are. */
export function basisSaid(question: string): "it" | "facility" | null {
  if (
    /\b(?:IT|critical IT|it)\s(?:power|load|capacity|gigawatts?|GW)\b|\bcritical IT\b|\b(?:GW|MW) IT\b/.test(question)
  )
    return "it";
  return /\b(?:facility|site|utility) (?:power|load|capacity|gigawatts?|gw)\b/i.test(question) ? "facility" : null;
}

const currency = (found: FoundQuantity) => (found.quantity.unit === "GW" ? "USD" : found.quantity.unit);

/** Whether the question asks for deals on record rather than for a calculation. */
export const asksForRecords = ({ question, names }: Reading): boolean =>
  names.deals.length > 0 || /\b(?:which|list|deals?|contracts?|sites?|campus|announced|signed)\b/i.test(question);

const between = (text: string, a: FoundQuantity, b: FoundQuantity): string =>
  text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));

export function hasOtherNumbers({ question, quantities, dates }: Reading): boolean {
  let left = question;
  for (const { start, end } of [...quantities, ...dates.spans].sort((a, b) => b.start - a.start))
    left = left.slice(0, start) + left.slice(end);
  return /(?<![\w-])\d/.test(left);
}
