import { z } from "zod";
import { defineCommand } from "./define-command.ts";
import { AsOf, Words } from "./option-schemas.ts";

export const deal = defineCommand({
  name: "deal",
  summary: "One deal: parties, worth, gigawatts, status, history, sources",
  options: [
    {
      name: "name",
      summary: "The deal's name, or its parties",
      schema: Words,
      required: true,
      positional: true,
      complete: "deal",
    },
    { name: "as-of", summary: "As it stood on a day, such as 2025-10-31", schema: AsOf },
    {
      name: "view",
      summary: "The card, only the sources, or all facts",
      schema: z.enum(["card", "sources", "facts"]).optional(),
      choices: ["card", "sources", "facts"],
    },
  ],
  examples: ["/deal stargate", "/deal openai oracle", "/deal nvidia loi as-of:2025-10-31"],
  toPlan: (values) => ({
    kind: "show-deal",
    deal: String(values.name),
    asOf: (values["as-of"] as string | null) ?? null,
    view: (values.view as "card" | undefined) ?? "card",
  }),
});
