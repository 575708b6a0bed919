import { defineCommand } from "./define-command.ts";
import { AsOf, OptionalWords } from "./option-schemas.ts";

export const flows = defineCommand({
  name: "flows",
  summary: "Who pays whom, both ways, and the loops in which money comes back",
  options: [
    {
      name: "parties",
      summary: "Up to four companies; all loops where none is named",
      schema: OptionalWords,
      positional: true,
      complete: "party",
    },
    { name: "as-of", summary: "As known on a day", schema: AsOf },
  ],
  examples: ["/flows nvidia openai", "/flows nvidia openai oracle", "/flows"],
  toPlan: (values) => ({
    kind: "trace-flows",
    parties: values.parties === undefined ? [] : [String(values.parties)],
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
