/** Gigawatts to money and back, by a named estimate, a given rate or the default one. */
import type { PlanInput } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import { COST, POWER_FOR } from "./asks.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const calculation: ReadRule = {
  name: "calculation",
  read(reading) {
    const { question, quantities, names } = reading;
    const bad = quantities.find((found) => found.negative || !Number.isFinite(found.quantity.high));
    if (bad && names.deals.length === 0)
      return {
        kind: "decline",
        reason: "bad-quantity",
        about: `${bad.negative ? "-" : ""}${bad.quantity.text.replace(/^-/, "")}`,
      };
    if (
      /\b(?:gw|mw|gigawatts?|megawatts?)\b.*\b(?:t|g|m|k)wh\b/i.test(question) &&
      /\bconvert|\bto\b|\bin\b/i.test(question)
    ) {
      return {
        kind: "decline",
        reason: "mixed-units",
        about: "power becomes energy only over hours: say for how long, or at which load factor, such as a year at 75%",
      };
    }
    const rate = quantities.find((found) => found.perGw);
    const plain = quantities.filter((found) => !found.perGw);
    const [power, ...morePower] = plain.filter((found) => found.quantity.unit === "GW");
    const [money, ...moreMoney] = plain.filter((found) => found.quantity.unit !== "GW");
    const named = rateNamed(reading);
    if (power && money && /[+]|\bplus\b|\bminus\b/i.test(between(question, power, money))) {
      return { kind: "decline", reason: "mixed-units", about: `${power.quantity.text} and ${money.quantity.text}` };
    }
    // What other numbers are there for is not understood here: no answer is better than half of one.
    if (morePower.length > 0 || moreMoney.length > 0 || hasOtherNumbers(reading)) return null;
    if (power && money && !rate && !asksForRecords(reading))
      return { kind: "estimate", quantity: money.quantity, over: power.quantity };
    if (names.deals.length > 0) return null;
    const choice = rate
      ? { low: rate.quantity.low, high: rate.quantity.high, unit: currency(rate), text: rate.quantity.text }
      : named
        ? { name: named }
        : null;
    const onlyQuantity = (found: FoundQuantity) =>
      question.slice(0, found.start).trim() + question.slice(found.end).replace(/[?.!]/g, "").trim() === "";
    if (power && (choice !== null || onlyQuantity(power) || (COST.test(question) && !asksForRecords(reading))))
      return estimate(power, choice);
    if (
      money &&
      !power &&
      (choice !== null || POWER_FOR.test(question)) &&
      names.orgs.every((org) => isRateOwner(reading, org))
    )
      return estimate(money, choice);
    return null;
  },
};

const estimate = (found: FoundQuantity, rate: Extract<PlanInput, { kind: "estimate" }>["rate"]): PlanInput => ({
  kind: "estimate",
  quantity: found.quantity,
  rate: rate ?? null,
});
const currency = (found: FoundQuantity) => (found.quantity.unit === "GW" ? "USD" : found.quantity.unit);

/** The estimate that the question names, by its own alias or by whose it is. */
function rateNamed({ names, library }: Reading): string | null {
  for (const mention of names.mentions) {
    const ref = mention.refs.find(
      (entry) => entry.type === "rate" && library.rates.get(entry.id)?.unit.endsWith("/GW"),
    );
    if (ref) return ref.id;
  }
  for (const id of names.people) {
    const rate = library.knowledge.rates.find((entry) => entry.person === id && entry.quantity === "capex-per-gw");
    if (rate) return rate.id;
  }
  return null;
}

const isRateOwner = ({ library }: Reading, org: string): boolean =>
  library.knowledge.rates.some((rate) => rate.org === org);

/** Whether the question asks for deals on record rather than for a calculation. */
const asksForRecords = ({ question, names }: Reading): boolean =>
  names.deals.length > 0 || /\b(?:which|list|deals?|contracts?|sites?|campus|announced|signed)\b/i.test(question);

const between = (text: string, a: FoundQuantity, b: FoundQuantity): string =>
  text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));

function hasOtherNumbers({ question, quantities, dates }: Reading): boolean {
  let left = question;
  for (const { start, end } of [...quantities, ...dates.spans].sort((a, b) => b.start - a.start))
    left = left.slice(0, start) + left.slice(end);
  return /(?<![\w-])\d/.test(left);
}
