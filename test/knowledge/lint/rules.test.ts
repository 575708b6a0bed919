import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../../knowledge/lint/rules.ts";
import { lint } from "../../../knowledge/lint/run.ts";
import { listFiles, sayProblem } from "../../../knowledge/read.ts";
import { DEAL, withDeal } from "./small-records.ts";

test("the small records have no problem", () => {
  expect(lint(withDeal((deal) => deal)).map(sayProblem)).toEqual([]);
});

test("the real records have no problem", () => {
  expect(lint(listFiles(resolve(import.meta.dirname, "../../../knowledge"))).map(sayProblem)).toEqual([]);
});

type Broken = readonly [rule: string, what: string, change: (deal: string) => string, field: RegExp];
const other = DEAL.replace("id: a-b", "id: c-d");

const BROKEN: readonly Broken[] = [
  ["yaml", "YAML that does not parse", (deal) => deal.replace("summary: ", 'summary: "'), /yaml/],
  ["schema", "a field that there is none of", (deal) => `${deal}colour: red\n`, /colour/],
  ["schema", "a field that is missing", (deal) => deal.replace("kind: cloud-contract\n", ""), /kind/],
  [
    "schema",
    "a value that is none of the list",
    (deal) => deal.replace("kind: cloud-contract", "kind: rocket"),
    /kind/,
  ],
  ["id-is-file-name", "an id that is not the file's name", () => other, /id/],
  [
    "sources-resolve",
    "a source that is not there",
    (deal) => deal.replace("sources: [wire]\n    figures", "sources: [nowhere]\n    figures"),
    /sources/,
  ],
  [
    "sources-resolve",
    "a source that nothing cites",
    (deal) =>
      `${deal}  - id: idle\n    title: Idle page\n    publisher: Nobody\n    date: null\n    url: https://example.com/2\n    tier: press\n`,
    /sources/,
  ],
  [
    "references-resolve",
    "an organisation that is not there",
    (deal) => deal.replace("org: b", "org: nobody"),
    /parties\.1\.org/,
  ],
  [
    "references-resolve",
    "a deal that is not there",
    (deal) => deal.replace("events:", "part_of: [nothing]\nevents:"),
    /part_of\.0/,
  ],
  [
    "references-resolve",
    "a deal that is part of itself",
    (deal) => deal.replace("events:", "part_of: [a-b]\nevents:"),
    /part_of\.0/,
  ],
  [
    "names-are-unique",
    "an alias that stands twice",
    (deal) => deal.replace("kind:", "aliases: [The Big One, the big one]\nkind:"),
    /aliases/,
  ],
  [
    "events-in-order",
    "an event that stands too late",
    (deal) => deal.replace("date: 2026-02-27", "date: 2025-01-27"),
    /events\.1\.date/,
  ],
  ["starts-with-status", "no status at first", (deal) => deal.replace("    status: definitive\n", ""), /events\.0/],
  [
    "starts-with-status",
    "superseded by nothing",
    (deal) => deal.replace("status: definitive", "status: superseded"),
    /events/,
  ],
  ["amounts-agree", "low above high", (deal) => deal.replace("low: 38e9", "low: 39e9"), /low/],
  ["amounts-agree", "up to, with a low", (deal) => deal.replace("qualifier: about", "qualifier: up-to"), /qualifier/],
  [
    "amounts-agree",
    "a printed figure that is another",
    (deal) => deal.replace("$38 billion", "$83 billion"),
    /printed/,
  ],
  [
    "amounts-agree",
    "megawatts for gigawatts",
    (deal) =>
      deal
        .replace("of: contract", "of: capacity")
        .replace("unit: USD", "unit: GW")
        .replace("        printed: $38 billion\n", ""),
    /high/,
  ],
  ["one-headline", "an estimate as the headline", (deal) => deal.replace("of: contract", "of: estimate"), /headline/],
  ["firm-has-source", "signed, says a blog", (deal) => deal.replace("tier: major", "tier: secondary"), /confidence/],
  [
    "contested-has-sources",
    "two versions and no reason",
    (deal) =>
      deal.replace(
        "        headline: true\n",
        "        headline: true\n        disputes:\n          - low: 40e9\n            high: 40e9\n            unit: USD\n            qualifier: about\n            says: A blog says more.\n            sources: [wire]\n",
      ),
    /disputes/,
  ],
  [
    "not-after-complete-to",
    "an event after the last day",
    (deal) => deal.replace("date: 2026-02-27", "date: 2026-08-27"),
    /date/,
  ],
];

describe("each rule finds what it is for, at its file and field", () => {
  test.each(BROKEN)("%s: %s", (rule, _what, change, field) => {
    const found = lint(withDeal(change)).filter((problem) => problem.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.file).toBe("deals/a-b.yaml");
    expect(found[0]?.field).toMatch(field);
    expect(found[0]?.line).toBeGreaterThan(0);
    expect(found[0]?.message.length).toBeGreaterThan(10);
  });

  test("every rule is tried", () => {
    const tried = new Set(BROKEN.map(([rule]) => rule));
    expect(rules.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

test("a problem names file, line and field", () => {
  const [problem] = lint(withDeal((deal) => deal.replace("kind: cloud-contract", "kind: rocket")));
  expect(problem && sayProblem(problem)).toMatch(
    /^knowledge\/deals\/a-b\.yaml:3 kind: write one of cloud-contract, .* \[schema\]$/,
  );
});
