/**
 * What a new record begins as. Each skeleton holds to the schema; what must be written is marked TODO, which the lint
 * tells line by line.
 */
import { DealKind, FactAbout, Measure, Organisation, PartyRole, Status, Tier } from "../schema.ts";

type Given = { id: string; name: string; day: string };

const oneOf = (schema: { options: readonly string[] }): string => `TODO one of ${schema.options.join(", ")}`;

const source = ({ day }: Given, indent = "  "): string =>
  [
    "- id: publisher-name # TODO a short id, used in the lists of sources above",
    "  title: TODO what the page reports, as its own headline does",
    "  publisher: TODO who published it",
    `  date: ${day} # TODO the day of the page, or null, and below it “undated:” with the reason`,
    "  url: https://example.org/ # TODO the page's address",
    `  tier: press # ${oneOf(Tier)}`,
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

const amount = [
  "low: null # TODO in base units, as 38e9; null with “up-to”",
  "high: 1e9 # TODO in base units, as 38e9; null with “at-least”",
  "unit: USD # TODO USD, EUR, GBP, AUD, INR, GW, TWh, percent, shares, count, years, months, days or ratio",
  "qualifier: up-to # TODO exact, about, up-to or at-least: as the source says it",
];

export const skeletons = {
  deal: {
    file: ({ id }) => `deals/${id}.yaml`,
    text: (given) => `id: ${given.id}
name: ${given.name}
kind: cloud-contract # ${oneOf(DealKind)}
summary: TODO what it is, in one sentence without figures that may change
parties:
  - org: openai # TODO an id of organisations.yaml
    role: customer # ${oneOf(PartyRole)}
events:
  - date: ${given.day} # TODO the day, month or year on which it happened
    text: TODO one sentence in the past tense, readable without the rest
    status: announced # ${oneOf(Status)}
    figures:
      - id: value
        of: contract # TODO what kind of number it is, see FigureOf in schema.ts
        label: TODO what it counts, in words that a reader would use
${amount.map((line) => `        ${line}\n`).join("")}        headline: true # TODO remove it where another figure answers “how big is it”
        sources:
          - publisher-name
    sources:
      - publisher-name
facts:
  - about: terms # ${oneOf(FactAbout)}
    text: TODO one short sentence in our own words
    sources:
      - publisher-name
confidence: medium # TODO high, medium or low
sources:
${source(given)}`,
  },
  metric: {
    file: ({ id }) => `metrics/${id}.yaml`,
    text: (given) => `id: ${given.id}
name: ${given.name}
subjects:
  - openai # TODO ids of organisations.yaml; the figures belong to the first
measure: revenue # ${oneOf(Measure)}
points:
  - id: value
    of: revenue # TODO what kind of number it is, see FigureOf in schema.ts
    label: TODO what it counts, in words that a reader would use
${amount.map((line) => `    ${line}\n`).join("")}    measure: revenue # TODO as above
    period: "${given.day.slice(0, 4)}" # TODO 2025, 2025-H1, 2026-Q1, FY2026, “2025-10 to 2030” or point
    as_of: ${given.day} # TODO the day on which it was said
    type: reported # TODO actual, reported, guidance, target, forecast, estimate, claim or tally
    sources:
      - publisher-name
confidence: medium # TODO high, medium or low
sources:
${source(given)}`,
  },
  topic: {
    file: ({ id }) => `topics/${id}.yaml`,
    text: (given) => `id: ${given.id}
name: ${given.name}
summary: TODO what was said or debated, in one sentence
facts:
  - about: context # ${oneOf(FactAbout)}
    text: TODO one short sentence in our own words
    sources:
      - publisher-name
sources:
${source(given)}`,
  },
  rate: {
    file: ({ id }) => `rates/${id}.yaml`,
    text: (given) => `id: ${given.id}
name: ${given.name}
quantity: capex-per-gw # TODO what it measures: rates with one quantity can stand in for each other
low: null # TODO
mid: 1e9 # TODO in base units
high: null # TODO
unit: USD/GW # TODO as a unit expression
includes: TODO what the number covers
as_of: ${given.day} # TODO
confidence: medium # TODO high, medium or low
sources:
${source(given)}`,
  },
  term: {
    file: ({ id }) => `glossary/${id}.yaml`,
    text: (given) => `id: ${given.id}
term: ${given.name}
definition: TODO what it means, in one or two sentences
sources:
${source(given)}`,
  },
  organisation: {
    file: () => "organisations.yaml",
    text: (given) => `- id: ${given.id}
  name: ${given.name}
  kind: other # ${oneOf(Organisation.shape.kind)}
  about: TODO what it is, in one sentence where the name does not say it
`,
  },
  person: {
    file: () => "people.yaml",
    text: (given) => `- id: ${given.id}
  name: ${given.name}
  roles:
    - org: openai # TODO an id of organisations.yaml
      title: TODO the role
`,
  },
  source: {
    file: () => "sources.yaml",
    text: (given) =>
      source(given, "").replace("publisher-name # TODO a short id, used in the lists of sources above", given.id),
  },
} as const satisfies Record<string, { file(given: Given): string; text(given: Given): string }>;

export type RecordKind = keyof typeof skeletons;
