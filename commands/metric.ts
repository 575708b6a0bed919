import { findPeriod } from "../src/plan/dates.ts";
import { measuresIn } from "../src/plan/from-text/measures.ts";
import { defineCommand } from "./define-command.ts";
import { AsOf, OptionalWords, Words } from "./option-schemas.ts";

export const metric = defineCommand({
  name: "metric",
  summary: "A figure of a company: revenue, losses, capex, backlog, commitments",
  options: [
    {
      name: "name",
      summary: "The company and what is asked, such as openai revenue",
      schema: Words.max(200, "is too long"),
      required: true,
      positional: true,
      complete: "metric",
    },
    { name: "period", summary: "A year, half or quarter: 2025, 2025-H1, Q1 2026", schema: OptionalWords },
    { name: "as-of", summary: "As known on a day", schema: AsOf },
  ],
  examples: [
    "/metric openai revenue period:2025-H1",
    "/metric meta capex 2026",
    "/metric oracle backlog as-of:2025-12-31",
  ],
  toPlan: (values) => {
    const name = String(values.name);
    const period =
      values.period === undefined
        ? findPeriod(name)
        : (findPeriod(String(values.period)) ?? String(values.period).slice(0, 40));
    return {
      kind: "show-metric",
      metric: name,
      period,
      measures: [...measuresIn(name)],
      words: name,
      asOf: (values["as-of"] as string | null) ?? null,
    };
  },
});
