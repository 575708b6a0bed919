import { defineCommand } from "./define-command.ts";
import { AsOf, OptionalWords, Words } from "./option-schemas.ts";

export const compare = defineCommand({
  name: "compare",
  summary: "Two or three deals side by side",
  options: [
    { name: "a", summary: "The first deal", schema: Words, required: true, positional: true, complete: "deal" },
    { name: "b", summary: "The second deal", schema: Words, required: true, positional: true, complete: "deal" },
    { name: "c", summary: "A third deal", schema: OptionalWords, positional: true, complete: "deal" },
    { name: "as-of", summary: "As they stood on a day", schema: AsOf },
  ],
  examples: ["/compare stargate amd-6gw-warrant", '/compare "openai oracle" "openai microsoft"'],
  toPlan: (values) => ({
    kind: "compare",
    deals: [values.a, values.b, values.c].filter((name) => name !== undefined).map(String),
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
