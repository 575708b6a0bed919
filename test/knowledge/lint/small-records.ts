import type { RawFile } from "../../../knowledge/read.ts";

/** One deal that every rule accepts, and what it needs around it. */
export const DEAL = `id: a-b
name: A–B contract
kind: cloud-contract
summary: A contract for cloud capacity between two companies that do not exist.
parties:
  - org: a
    role: customer
  - org: b
    role: provider
events:
  - date: 2025-10-06
    text: The two companies signed the contract.
    status: definitive
    sources: [wire]
    figures:
      - id: value
        of: contract
        label: Contract value
        low: 38e9
        high: 38e9
        unit: USD
        qualifier: about
        printed: $38 billion
        headline: true
        sources: [wire]
  - date: 2026-02-27
    text: They enlarged it.
    sources: [wire]
confidence: high
sources:
  - id: wire
    title: The two sign
    publisher: A wire
    date: 2025-10-06
    url: https://example.com/1
    tier: major
`;

const REST: readonly RawFile[] = [
  { file: "organisations.yaml", text: "- id: a\n  name: Alpha\n  kind: other\n- id: b\n  name: Beta\n  kind: other\n" },
  { file: "people.yaml", text: "- id: p\n  name: Ada Person\n  roles:\n    - org: a\n      title: Chief executive\n" },
  { file: "sources.yaml", text: "[]\n" },
  { file: "meta.yaml", text: 'complete_to: "2026-07-05"\n' },
];

/** The small records with some text of the deal, or of the other files, changed. */
export function withDeal(change: (deal: string) => string, more: readonly RawFile[] = []): RawFile[] {
  const replaced = new Set(more.map((file) => file.file));
  return [{ file: "deals/a-b.yaml", text: change(DEAL) }, ...REST.filter((file) => !replaced.has(file.file)), ...more];
}
