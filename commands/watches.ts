import { defineCommand } from "./define-command.ts";
import { OptionalWords } from "./option-schemas.ts";

export const watches = defineCommand({
  name: "watches",
  summary: "What you watch, with buttons that remove it",
  options: [{ name: "remove", summary: "One to remove, as the button says it", schema: OptionalWords }],
  examples: ["/watches"],
  toAction: (values) => ({ kind: "watches", remove: values.remove === undefined ? null : String(values.remove) }),
});
