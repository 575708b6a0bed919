import { defineCommand } from "./define-command.ts";
import { AsOf, OptionalWords, Since } from "./option-schemas.ts";

export const changes = defineCommand({
  name: "changes",
  summary: "What changed between two days: status, figures old and new, what happened",
  options: [
    {
      name: "subject",
      summary: "A deal or a company; all where nothing is said",
      schema: OptionalWords,
      positional: true,
      complete: "subject",
    },
    { name: "since", summary: "From this day on, such as 2026-01-01", schema: Since },
    { name: "until", summary: "Up to this day", schema: Since },
    { name: "as-of", summary: "As it was known on a day", schema: AsOf },
  ],
  examples: [
    "/changes stargate since:2026-01-01",
    "/changes nvidia since:2026-03 until:2026-05",
    "/changes since:2026-06",
  ],
  toPlan: (values) => ({
    kind: "show-changes",
    subject: values.subject === undefined ? null : String(values.subject),
    since: (values.since as string | null) ?? null,
    until: (values.until as string | null) ?? null,
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
