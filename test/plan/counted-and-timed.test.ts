/** What is counted is no money; each company's own quarter; what all put in is nobody's part; an amount that is meant exactly. */
import { expect, test } from "vitest";
import { findPeriods } from "../../src/plan/dates.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" }).plan;

test("GPUs in two places are counted, and so is a share of them", () => {
  expect(read("Nscale: GPUs in Texas versus Norway")).toMatchObject({
    kind: "compare-figures",
    sides: [{ figure: "texas-gpus" }, { figure: "norway-gpus" }],
  });
  const share = read("texas share of nscale's GPUs for microsoft");
  expect(share.kind === "evaluate" ? share.lines.map(({ expression }) => expression).slice(0, 2) : []).toEqual([
    "@microsoft-nscale-2025:texas-gpus",
    "@microsoft-nscale-2025:gpus",
  ]);
});

test("of two companies with a quarter each, each has its own", () => {
  expect(findPeriods("microsoft's second quarter FY26")).toEqual(["FY2026-Q2"]);
  const plan = read("amazon q1 2026 capex or microsoft's second quarter FY26");
  expect(plan.kind === "compare-metrics" ? plan.metrics.map(({ period }) => period) : []).toEqual([
    "2026-Q1",
    "FY2026-Q2",
  ]);
  const apart = read("capex guides: CoreWeave 2026 or Meta 2025 actual, higher?");
  expect(apart.kind === "compare-metrics" ? apart.metrics.map(({ period }) => period) : []).toEqual(["2026", "2025"]);
  const shared = read("Amazon and Meta capex 2025 vs 2026");
  expect(shared.kind === "compare-metrics" ? shared.metrics.map(({ period }) => period) : []).not.toEqual([
    "2025",
    "2026",
  ]);
  const both = read("capex 2026: Amazon vs Meta");
  expect(both.kind === "compare-metrics" ? both.metrics.map(({ period }) => period) : []).toEqual(["2026", "2026"]);
});

test("what several put in together is the part of none of them", () => {
  const plan = read("Which of Anthropic's two money givers may put in more, Nvidia or Microsoft?");
  expect(plan.kind === "compare-figures" ? plan.sides.map(({ figure }) => figure).sort() : []).toEqual([
    "microsoft-investment",
    "nvidia-investment",
  ]);
});

test("exactly an amount is no bound", () => {
  expect(read("Which Nvidia investments came to exactly $2bn?")).toMatchObject({ minUsd: 2e9, maxUsd: 2e9 });
  expect(read("Which Nvidia investments came to over $2bn?")).toMatchObject({ minUsd: 2e9, maxUsd: null });
});
