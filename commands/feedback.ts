import { defineCommand } from "./define-command.ts";
import { Words } from "./option-schemas.ts";

export const feedback = defineCommand({
  name: "feedback",
  summary: "What is wrong or missing, for whoever looks after the facts",
  options: [
    {
      name: "words",
      summary: "What is wrong, and where it stands",
      schema: Words.max(1000, "is too long: at most 1,000 characters"),
      required: true,
      positional: true,
      rest: true,
    },
  ],
  examples: ["/feedback the Stargate site in Ohio is missing"],
  toAction: (values) => ({ kind: "feedback", about: null, words: String(values.words) }),
});
