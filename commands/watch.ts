import { z } from "zod";
import { defineCommand } from "./define-command.ts";
import { MinUsd, Words } from "./option-schemas.ts";

const WHAT = ["everything", "status"] as const;
const WHERE = ["here", "me"] as const;

export const watch = defineCommand({
  name: "watch",
  summary: "Tells this channel, or you, when a fact of a deal or party changes",
  options: [
    {
      name: "name",
      summary: "A deal or a company",
      schema: Words.max(200, "is too long"),
      required: true,
      positional: true,
      complete: "subject",
    },
    {
      name: "what",
      summary: "Everything, or only how firm it is",
      schema: z.string().toLowerCase().pipe(z.enum(WHAT)).optional(),
      choices: WHAT,
    },
    { name: "min-value", summary: "Of a company: only deals of at least, such as $10B", schema: MinUsd },
    {
      name: "where",
      summary: "Here, or to you directly (me)",
      schema: z.string().toLowerCase().pipe(z.enum(WHERE)).optional(),
      choices: WHERE,
    },
  ],
  tidy: (text) =>
    text
      .replace(/\s+(?:value\s*)?(?:≥|>=|at least|over|above)\s*(\$?[\d.,]+)\s*([a-z]*)(?=\s|$)/i, " min-value:$1$2")
      .replace(/(?<=\S)\s+status(?: only)?(?=\s*(?:$|[a-z-]+:))/i, " what:status"),
  examples: ["/watch stargate", "/watch openai min-value:$10B what:status", "/watch nvidia where:me"],
  toAction: (values) => ({
    kind: "watch",
    subject: String(values.name),
    statusOnly: values.what === "status",
    minUsd: (values["min-value"] as number | null | undefined) ?? null,
    where: (values.where as "here" | undefined) ?? "here",
  }),
});
