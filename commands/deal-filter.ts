/** The options by which deals are found and added up. */
import type { DealKind, PartyRole, Status } from "../knowledge/schema.ts";
import { DealKind as Kinds, PartyRole as Roles, Status as Statuses } from "../knowledge/schema.ts";
import type { Option } from "./define-command.ts";
import { Country, MinGw, MinUsd, OneKind, OneRole, OneStatus, OptionalWords, Since } from "./option-schemas.ts";

export const filterOptions: readonly Option[] = [
  {
    name: "party",
    summary: "A company, such as OpenAI or ORCL; several with a comma",
    schema: OptionalWords,
    positional: true,
    complete: "party",
  },
  { name: "role", summary: "What the company is in the deal", schema: OneRole, choices: Roles.options },
  { name: "kind", summary: "The kind of deal", schema: OneKind, choices: Kinds.options },
  { name: "status", summary: "How firm it is", schema: OneStatus, choices: Statuses.options },
  { name: "since", summary: "Announced on or after, such as 2026-01", schema: Since },
  { name: "until", summary: "Announced on or before", schema: Since },
  { name: "min-value", summary: "Headline amount of at least, such as $10B", schema: MinUsd },
  { name: "max-value", summary: "Headline amount of at most", schema: MinUsd },
  { name: "min-gw", summary: "Headline power of at least, such as 1GW", schema: MinGw },
  { name: "max-gw", summary: "Headline power of at most", schema: MinGw },
  { name: "country", summary: "A site in this country, such as US or France", schema: Country },
  { name: "chip", summary: "A chip that it names, such as Rubin or TPU", schema: OptionalWords },
  { name: "text", summary: "Words that its record has", schema: OptionalWords },
];

export const toFilter = (values: Readonly<Record<string, unknown>>) => ({
  parties: namesOf(values.party),
  roles: values.role ? [values.role as PartyRole] : [],
  dealKinds: values.kind ? [values.kind as DealKind] : [],
  statuses: values.status ? [values.status as Status] : [],
  since: (values.since as string | null) ?? null,
  until: (values.until as string | null) ?? null,
  minUsd: (values["min-value"] as number | null) ?? null,
  maxUsd: (values["max-value"] as number | null) ?? null,
  minGw: (values["min-gw"] as number | null) ?? null,
  maxGw: (values["max-gw"] as number | null) ?? null,
  country: (values.country as string | null) ?? null,
  chip: String(values.chip ?? "").slice(0, 80),
  text: String(values.text ?? ""),
});

/** "OpenAI, Oracle" or "openai + oracle". */
const namesOf = (value: unknown): string[] =>
  value === undefined
    ? []
    : String(value)
        .split(/\s*[,+]\s*/)
        .filter(Boolean)
        .slice(0, 4);
