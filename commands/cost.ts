import { UserError } from "../src/errors.ts";
import type { RateChoice } from "../src/plan/plan.ts";
import { findQuantities, mendQuantityWords, parseQuantity } from "../src/plan/quantities.ts";
import { defineCommand } from "./define-command.ts";
import { OptionalWords, Words } from "./option-schemas.ts";

export const cost = defineCommand({
  name: "cost",
  summary: "What gigawatts cost, or what money buys, with the working",
  options: [
    {
      name: "quantity",
      summary: "A power or an amount: 10GW, 600MW, $300B",
      schema: Words,
      required: true,
      positional: true,
    },
    {
      name: "rate",
      summary: "A named estimate, or your own: huang, bernstein, $45B/GW",
      schema: OptionalWords,
      complete: "rate",
    },
  ],
  examples: ["/cost 10GW", "/cost 4GW rate:bernstein", "/cost $300B rate:$45B/GW"],
  toPlan: (values) => {
    const text = String(values.quantity).slice(0, 200);
    // "10GW at $45B/GW" says both in one.
    const [quantityText = text, rateText] = values.rate ? [text, String(values.rate)] : text.split(/\s+(?:at|@)\s+/i);
    const ratio = quantityText.split(/\s*(?:\/|\bfor\b)\s*/i).map(parseQuantity);
    const [first, second] = ratio;
    if (ratio.length === 2 && first && second) return { kind: "estimate", quantity: first, over: second };
    const quantity = parseQuantity(quantityText);
    if (!quantity)
      throw new UserError("bad-quantity", `I can't read “${quantityText.slice(0, 60)}” as a quantity.`, {
        hint: "Write a number above zero with a unit, for example 10GW, 600MW or $300B.",
      });
    return { kind: "estimate", quantity, rate: rateText ? toRate(rateText) : null };
  },
});

function toRate(text: string): RateChoice {
  const found = findQuantities(mendQuantityWords(/gw|gigawatt|each/i.test(text) ? text : `${text}/GW`))[0];
  if (found?.perGw && found.quantity.unit !== "GW" && !found.negative)
    return { low: found.quantity.low, high: found.quantity.high, unit: found.quantity.unit, text };
  return { name: text };
}
