/** One figure as it was and as it became; the part of whom is named; deals by how long they run. */
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" }).plan;
const expressions = (text: string): string[] => {
  const plan = read(text);
  return plan.kind === "evaluate" ? plan.lines.map(({ expression }) => expression) : [plan.kind];
};
const sides = (text: string): string[] => {
  const plan = read(text);
  return plan.kind === "compare-figures"
    ? plan.sides.map(({ deal, metric, figure }) => `${deal ?? metric}:${figure}`)
    : [plan.kind];
};

describe("two versions of one figure", () => {
  test.each([
    [
      "applied digital's lease income: first announced vs after the third lease",
      "7000000000 USD",
      "@applied-digital-coreweave:value",
    ],
    [
      "El Paso: original commitment vs the raised one, multiple",
      "1500000000 USD",
      "@meta-el-paso-financing:site-commitment",
    ],
    ["OpenAI's AWS contract: original vs expanded", "38000000000 USD", "@aws-38b:value"],
    [
      "the July target for SoftBank's margin loan compared to the one in May",
      "6000000000 USD",
      "@softbank-openai-margin-loan:target",
    ],
  ])("%s", (text, before, now) => {
    expect(expressions(text).slice(0, 2)).toEqual([before, now]);
  });

  test("without arithmetic the history is told", () => {
    expect(read("el paso campus: what was Meta's commitment originally and what is it now")).toMatchObject({
      kind: "show-figure",
      attribute: "history",
    });
  });

  test("another record that is named by one word is none of the versions", () => {
    expect(expressions("lighthouse investment now vs the plan before stargate").join()).not.toContain("stargate-us-jv");
  });
});

test("two months of a level are its times, and not their years", () => {
  const plan = read("oracle backlog aug 2025 vs feb 2026");
  expect(plan.kind === "compare-metrics" ? plan.metrics.map(({ period }) => period) : []).toEqual([
    "2025-08",
    "2026-02",
  ]);
});

describe("the part of whom is named, and the extent that is said", () => {
  test.each([
    ["Coherent stake vs Intel stake", ["nvidia-lumentum-coherent-2026:coherent", "nvidia-intel-2025:value"]],
    [
      "firm part of Meta's Nebius deal vs Microsoft's Nebius contract",
      ["meta-nebius-2026:dedicated", "microsoft-nebius-2025:value"],
    ],
    ["UAE campus in full vs Hyperion in full, GW", ["stargate-uae:capacity", "meta-hyperion-blue-owl:capacity-later"]],
    [
      "Corning's orders: how much from Meta, and how much may Nvidia put in?",
      ["meta-corning-fibre:value", "nvidia-corning-2026:investment-right"],
    ],
  ])("%s", (text, expected) => {
    expect(sides(text).sort()).toEqual([...expected].sort());
  });

  test("without an extent the main figure stands", () => {
    expect(sides("Hyperion vs Portsmouth, GW")).toContain("meta-hyperion-blue-owl:capacity");
  });

  test("what nothing says of a deal is no side of a comparison", () => {
    expect(expressions("Reliance against Adani, difference in billions?").slice(0, 2)).toEqual([
      "@reliance-110b:value",
      "@adani-100b:value",
    ]);
    expect(expressions("Loan OpenAI gave Cerebras as a percentage of the contract").slice(0, 2)).toEqual([
      "@cerebras-openai:loan",
      "@cerebras-openai:value",
    ]);
  });
});

describe("lists by length", () => {
  test.each([
    ["which contracts run longer than ten years", { minYears: 10, maxYears: null, beyond: true }],
    ["all deals with a term of 20 years", { minYears: 20, maxYears: 20 }],
    ["power deals of 20 years or more", { minYears: 20, maxYears: null, dealKinds: ["energy"] }],
    ["any cloud contracts under five years?", { minYears: null, maxYears: 5, beyond: true }],
    ["leases of 15 years", { minYears: 15, maxYears: 15, dealKinds: ["site", "joint-venture"] }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", measure: ["term"], ...expected });
  });

  test("a time is no length", () => {
    expect(read("deals signed in the last two years")).not.toMatchObject({ minYears: 2 });
  });
});
