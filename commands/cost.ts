import { z } from "zod";
import { UserError } from "../src/errors.ts";
import { breakdownLines } from "../src/plan/breakdown.ts";
import {
  ASSUMPTIONS,
  type Assumption,
  COST_TARGETS,
  exampleOf,
  type Link,
  looksLikeExpression,
  parseAssumption,
} from "../src/plan/cost-options.ts";
import { parseGiven } from "../src/plan/given.ts";
import type { Given, PlanInput, RateChoice } from "../src/plan/plan.ts";
import { findQuantities, mendQuantityWords, parseQuantity } from "../src/plan/quantities.ts";
import { readReceipt } from "../src/plan/receipt.ts";
import { defineCommand, type Option } from "./define-command.ts";
import { OptionalWords } from "./option-schemas.ts";

const assumption = (name: Assumption, summary: string): Option => ({
  name,
  summary,
  schema: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === "") return undefined;
      const expression = parseAssumption(name, text);
      if (expression === null)
        context.addIssue({
          code: "custom",
          message: `“${text.slice(0, 30)}” cannot be meant; write ${exampleOf(name)}`,
        });
      return expression ?? undefined;
    }),
});

export const cost = defineCommand({
  name: "cost",
  summary: "From gigawatts to dollars, chips, energy and back, with the working",
  options: [
    {
      name: "quantity",
      summary: "10GW, $300B, 100,000 GB200s, 65 TWh, or arithmetic: 6GW * $50-60B/GW",
      schema: z.string().trim().min(1, "write at least one word").max(400, "is too long").optional(),
      positional: true,
    },
    {
      name: "rate",
      summary: "A named estimate, or your own: huang, bernstein, $45B/GW",
      schema: OptionalWords,
      complete: "rate",
    },
    {
      name: "to",
      summary: "What to work out",
      schema: z.enum(COST_TARGETS).optional(),
      choices: COST_TARGETS,
    },
    { name: "chip", summary: "GB300, Vera Rubin, H100, TPU v7", schema: OptionalWords, complete: "chip" },
    {
      name: "basis",
      summary: "Whose gigawatts: of the chips and servers, or of the site",
      schema: z.enum(["it", "facility"]).optional(),
      choices: ["it", "facility"],
    },
    assumption("load", "Average draw over nameplate: 0.8"),
    assumption("pue", "Yearly energy of the site over that of the IT: 1.2"),
    assumption("price", "Electricity in dollars per MWh: 70"),
    assumption("life", "Life of chips and servers in years: 5"),
    assumption("debt", "Interest a year: 6.5%"),
    assumption("sold", "Share of GPU-hours sold: 80%"),
    assumption("rent", "Price of a GPU-hour in dollars: 2.60"),
    assumption("margin", "Margin that revenue must leave: 25%"),
    {
      name: "receipt",
      summary: "A receipt of an earlier calculation: the same again",
      schema: z.string().max(4000).optional(),
    },
  ],
  form: ["quantity", "rate", "to", "chip"],
  examples: [
    "/cost 10GW",
    "/cost 4GW rate:bernstein",
    "/cost 10GW chip:GB300 basis:it to:accelerators",
    "/cost 1GW to:bill load:0.8 price:70",
    "/cost $300B rate:$45B/GW",
    "/cost 6GW * $50-60B/GW",
  ],
  toPlan: (values) => {
    if (values.receipt) return fromReceipt(String(values.receipt).trim());
    const text = String(values.quantity ?? "").slice(0, 400);
    if (!text)
      throw new UserError("missing-option", "/cost needs a quantity or a receipt.", { hint: "For example /cost 10GW" });
    return fromQuantity(text, values);
  },
});

function fromReceipt(text: string): PlanInput {
  const plan = readReceipt(text);
  if (!plan)
    throw new UserError("bad-receipt", "That is no receipt of mine, or not the whole of it.", {
      hint: "Copy it from the end of a calculation: it begins with g1-.",
    });
  return plan;
}

function fromQuantity(text: string, values: Record<string, unknown>): PlanInput {
  // "10GW at $45B/GW" says both in one.
  const [quantityText = text, rateText] = values.rate ? [text, String(values.rate)] : text.split(/\s+(?:at|@)\s+/i);
  const [first, second] = quantityText.split(/\s*(?:\/|\bfor\b)\s*/i).map(parseQuantity);
  if (first && second && quantityText.split(/\/|\bfor\b/i).length === 2)
    return { kind: "estimate", quantity: first, over: second };
  const given = parseGiven(quantityText);
  if (given && values.to === "breakdown") return breakdown(given.quantity, rateText);
  if (given) {
    const chip = typeof values.chip === "string" ? values.chip : given.chip;
    return {
      kind: "estimate",
      quantity: given.quantity,
      from: given.from,
      to: (values.to as Link | undefined) ?? null,
      rate: rateText ? toRate(rateText) : null,
      basis: (values.basis as "it" | "facility" | undefined) ?? null,
      chip: chip ?? null,
      assume: ASSUMPTIONS.flatMap((input) =>
        typeof values[input] === "string" ? [{ input, expression: values[input] }] : [],
      ),
    };
  }
  if (looksLikeExpression(text)) return { kind: "evaluate", lines: [{ expression: mendQuantityWords(text) }] };
  throw new UserError("bad-quantity", `I can't read “${quantityText.slice(0, 60)}” as a quantity.`, {
    hint: "Write a number above zero with a unit, for example 10GW, 600MW or $300B.",
  });
}

/** The parts of a cost, or of what a power costs at a rate. */
function breakdown({ low, high, unit, text }: Given, rateText: string | undefined): PlanInput {
  const amount = `${low === high ? low : `${low}-${high}`} ${unit}`;
  if (unit !== "GW" && unit !== "USD" && unit !== "EUR" && unit !== "GBP")
    throw new UserError("bad-quantity", `“${text}” has no parts: a breakdown starts from a power or an amount.`, {
      hint: "For example /cost 1GW to:breakdown",
    });
  const rate = rateText ? toRate(rateText) : null;
  const perGw = rate && "low" in rate ? `${rate.low}-${rate.high} ${rate.unit}/GW` : "@bernstein-1gw";
  const by = rate && "name" in rate && /mckinsey/i.test(rate.name) ? "mckinsey" : "bernstein";
  return { kind: "evaluate", ...breakdownLines(unit === "GW" ? `${amount} * ${perGw}` : amount, by) };
}

function toRate(text: string): RateChoice {
  const found = findQuantities(mendQuantityWords(/gw|gigawatt|each/i.test(text) ? text : `${text}/GW`))[0];
  if (found?.perGw && found.quantity.unit !== "GW" && !found.negative)
    return { low: found.quantity.low, high: found.quantity.high, unit: found.quantity.unit, text };
  return { name: text };
}
