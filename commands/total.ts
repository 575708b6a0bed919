import { z } from "zod";
import type { FigureOf } from "../knowledge/schema.ts";
import { TotalDeals } from "../src/plan/plan.ts";
import { filterOptions, toFilter } from "./deal-filter.ts";
import { defineCommand } from "./define-command.ts";
import { AsOf, OneOf } from "./option-schemas.ts";

const By = TotalDeals.shape.by.unwrap();
const Side = TotalDeals.shape.side.unwrap().unwrap();

/** Bounds of a single deal's size do not go with a sum. */
const SIZES = new Set(["min-value", "max-value", "min-gw", "max-gw"]);

export const total = defineCommand({
  name: "total",
  summary: "What deals come to, each dollar and gigawatt once, by firmness and kind of money",
  options: [
    ...filterOptions.filter((option) => !SIZES.has(option.name)),
    {
      name: "money",
      summary: "Only this kind of money or power",
      schema: OneOf,
      choices: [
        "contract",
        "capex",
        "investment",
        "equity",
        "debt",
        "acquisition",
        "guarantee",
        "capacity",
        "generation",
      ],
    },
    {
      name: "side",
      summary: "Only what the company pays, or receives",
      schema: z.string().toLowerCase().pipe(Side).optional(),
      choices: Side.options,
    },
    {
      name: "signed",
      summary: "Only what is signed, in use or closed",
      schema: z.stringbool().optional(),
      choices: ["yes"],
    },
    {
      name: "by",
      summary: "Apart by firmness, kind of deal, status, year or other party",
      schema: z.string().toLowerCase().pipe(By).optional(),
      choices: By.options,
    },
    { name: "as-of", summary: "As they stood on a day", schema: AsOf },
  ],
  examples: [
    "/total openai",
    "/total openai side:pays signed:yes",
    "/total kind:financing by:year",
    "/total meta as-of:2025-12-31",
  ],
  toPlan: (values) => ({
    kind: "total-deals",
    ...toFilter(values),
    money: values.money ? [values.money as FigureOf] : [],
    side: (values.side as "pays" | undefined) ?? null,
    signed: values.signed === true,
    by: (values.by as "kind" | undefined) ?? "firmness",
    lead: values.money === "capacity" || values.money === "generation" ? "power" : "money",
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
