import { defineCommand } from "./define-command.ts";
import { Words } from "./option-schemas.ts";

export const define = defineCommand({
  name: "define",
  summary: "A term of the field: letter of intent, PUE, neocloud, ...",
  options: [
    {
      name: "term",
      summary: "The term",
      schema: Words.max(200, "is too long"),
      required: true,
      positional: true,
      rest: true,
      complete: "term",
    },
  ],
  examples: ["/define letter of intent", "/define PUE"],
  toPlan: (values) => ({ kind: "define", term: String(values.term) }),
});
