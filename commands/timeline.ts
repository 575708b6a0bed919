import { defineCommand } from "./define-command.ts";
import { OptionalWords, Since } from "./option-schemas.ts";

export const timeline = defineCommand({
  name: "timeline",
  summary: "What happened, oldest first: of a party, a deal, or all",
  options: [
    {
      name: "party",
      summary: "A company or a deal; all where nothing is said",
      schema: OptionalWords,
      positional: true,
      complete: "subject",
    },
    { name: "since", summary: "From this day on, such as 2026-01", schema: Since },
    { name: "until", summary: "Up to this day", schema: Since },
  ],
  examples: ["/timeline stargate", "/timeline anthropic since:2026-01"],
  toPlan: (values) => ({
    kind: "show-timeline",
    subject: values.party === undefined ? null : String(values.party),
    since: (values.since as string | null) ?? null,
    until: (values.until as string | null) ?? null,
  }),
});
