import { z } from "zod";
import type { DealKind, Status } from "../knowledge/schema.ts";
import { DealKind as Kinds, Status as Statuses } from "../knowledge/schema.ts";
import { Sort } from "../src/plan/plan.ts";
import { defineCommand } from "./define-command.ts";
import { AsOf, MinGw, MinUsd, OneKind, OneStatus, OptionalWords, Since } from "./option-schemas.ts";

export const deals = defineCommand({
  name: "deals",
  summary: "Deals by party, kind, status, date and size",
  options: [
    {
      name: "party",
      summary: "A company, such as OpenAI or ORCL",
      schema: OptionalWords,
      positional: true,
      complete: "party",
    },
    { name: "kind", summary: "The kind of deal", schema: OneKind, choices: Kinds.options },
    { name: "status", summary: "How firm it is", schema: OneStatus, choices: Statuses.options },
    { name: "since", summary: "Announced on or after, such as 2026-01", schema: Since },
    { name: "until", summary: "Announced on or before", schema: Since },
    { name: "min-value", summary: "Headline amount of at least, such as $10B", schema: MinUsd },
    { name: "min-gw", summary: "Headline power of at least, such as 1GW", schema: MinGw },
    {
      name: "sort",
      summary: "The order; by value where nothing is said",
      schema: z.string().toLowerCase().pipe(Sort).optional(),
      choices: Sort.options,
    },
    { name: "as-of", summary: "As they stood on a day", schema: AsOf },
  ],
  examples: ["/deals", "/deals openai min-value:$50B", "/deals kind:energy since:2026-01", "/deals status:cancelled"],
  toPlan: (values) => ({
    kind: "find-deals",
    parties: values.party
      ? String(values.party)
          .split(/\s*[,+]\s*/)
          .filter(Boolean)
          .slice(0, 4)
      : [],
    dealKinds: values.kind ? [values.kind as DealKind] : [],
    statuses: values.status ? [values.status as Status] : [],
    since: (values.since as string | null) ?? null,
    until: (values.until as string | null) ?? null,
    minUsd: (values["min-value"] as number | null) ?? null,
    minGw: (values["min-gw"] as number | null) ?? null,
    sort: (values.sort as "value" | undefined) ?? "value",
    asOf: (values["as-of"] as string | null) ?? null,
  }),
});
