import { defineCommand } from "./define-command.ts";
import { Words } from "./option-schemas.ts";

export const ask = defineCommand({
  name: "ask",
  summary: "A question in your own words",
  options: [
    {
      name: "question",
      summary: "Such as: how big is the Oracle contract?",
      schema: Words,
      required: true,
      positional: true,
      rest: true,
    },
  ],
  examples: ["/ask how much is OpenAI's contract with Oracle worth?", "/ask which deals are over $100B?"],
  reads: "question",
  toPlan: () => ({ kind: "about" }),
});
