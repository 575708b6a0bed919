import { defineCommand } from "./define-command.ts";
import { OptionalWords } from "./option-schemas.ts";

export const help = defineCommand({
  name: "help",
  summary: "What I can do, with lines that work",
  options: [{ name: "command", summary: "One command", schema: OptionalWords, positional: true }],
  examples: ["/help", "/help cost"],
  toPlan: (values) => ({
    kind: "about",
    topic: "help",
    command: values.command === undefined ? null : String(values.command).slice(0, 40),
  }),
});
