import { describe, expect, test } from "vitest";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-07-10" }, newConversation()).plan;
/** The figures that are set side by side, or the plan's kind. */
function sidesOf(text: string): string[] {
  const plan = read(text);
  return plan.kind === "compare-figures"
    ? plan.sides.map(({ deal, metric, figure }) => `${deal ?? metric}:${figure}`).sort()
    : [plan.kind];
}
const linesOf = (text: string): string[] => {
  const plan = read(text);
  return plan.kind === "evaluate" ? plan.lines.map(({ expression }) => expression) : [plan.kind];
};

describe("sides of a comparison are of the kind that is said", () => {
  test.each([
    [
      "Google's backstop for Cipher or the one for TeraWulf's Lake Mariner, which is bigger?",
      ["cipher-fluidstack-google:google-backstop", "terawulf-fluidstack-google:google-backstop"],
    ],
    [
      "AMD's warrant vs Cerebras's warrant: which covers more shares?",
      ["amd-6gw-warrant:warrant-shares", "cerebras-openai:warrant-shares"],
    ],
    [
      "priced higher: Anthropic's series H or OpenAI's 122B round?",
      ["anthropic-series-h:valuation", "round-2026-122b:post-money-valuation"],
    ],
    [
      "is the Oracle contract smaller than the Azure one",
      ["microsoft-azure-250b:value", "oracle-openai-4-5gw-300b:value"],
    ],
  ])("%s", (text, sides) => {
    expect(sidesOf(text)).toEqual(sides);
  });
});

describe("companies side by side", () => {
  test.each([
    ["does amazon outspend google in 2026, or google amazon?", ["amazon-capex-2026", "alphabet-capex-2026"]],
    ["whose order book is larger, oracle or coreweave", ["oracle-backlog", "coreweave-backlog"]],
  ])("%s", (text, metrics) => {
    const plan = read(text);
    expect(plan.kind === "compare-metrics" && plan.metrics.map(({ metric }) => metric).sort()).toEqual(metrics.sort());
  });

  test("losses stand beside the revenue of the same time", () => {
    expect(sidesOf("does OpenAI lose more than it makes?")).toEqual([
      "losses-2025:net-loss-2025",
      "losses-2025:operating-loss-2025",
      "revenue-2025:revenue-2025",
    ]);
    expect(sidesOf("did openai burn more than it took in, H1 2025")).toEqual([
      "cash-burn-h1-2025:cash-burn-2025-h1",
      "revenue-h1-2025:revenue-2025-h1",
    ]);
  });
});

describe("what a company is worth in multiples of what it takes in", () => {
  test.each([
    [
      "OpenAI's valuation relative to 2025 revenue",
      ["@round-2026-122b:post-money-valuation", "@revenue-2025:revenue-2025"],
    ],
    [
      "how many times sales is OpenAI valued at",
      ["@round-2026-122b:post-money-valuation", "@revenue-2025:revenue-2025"],
    ],
    [
      "Anthropic's valuation divided by its run-rate revenue",
      ["@anthropic-series-h:valuation", "@anthropic-run-rate-revenue:run-rate-2026-05"],
    ],
    [
      "OpenAI's October 2025 valuation over its 2024 revenue",
      ["@secondary-oct-2025:valuation", "@revenue-2024:revenue-2024"],
    ],
  ])("%s", (text, [worth, income]) => {
    expect(linesOf(text)).toEqual([worth, income, "#1 / #2"]);
  });

  test("what is not on record is taken from nobody else", () => {
    expect(linesOf("xAI's valuation as a multiple of revenue")).toEqual(["decline"]);
  });
});
