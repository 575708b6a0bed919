import { z } from "zod";
import { Sort } from "../src/plan/plan.ts";
import { filterOptions, toFilter } from "./deal-filter.ts";
import { defineCommand } from "./define-command.ts";
import { AsOf } from "./option-schemas.ts";

export const deals = defineCommand({
  name: "deals",
  summary: "Deals by party, role, kind, status, date, size, place, chip and words",
  options: [
    ...filterOptions,
    {
      name: "sort",
      summary: "The order; by value where nothing is said",
      schema: z.string().toLowerCase().pipe(Sort).optional(),
      choices: Sort.options,
    },
    { name: "as-of", summary: "As they stood on a day", schema: AsOf },
  ],
  examples: [
    "/deals",
    "/deals openai min-value:$50B",
    "/deals kind:energy since:2026-01",
    "/deals status:lapsed",
    "/deals google role:guarantor",
  ],
  toPlan: (values) => ({
    kind: "find-deals",
    ...toFilter(values),
    sort: (values.sort as "value" | undefined) ?? "value",
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
