/** Each side of a comparison is looked for by its own words and by what both share. */
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" }).plan;
const side = (deal: string) => expect.objectContaining({ deal });

describe("figures of two deals", () => {
  test.each([
    ["Azure or AWS: who has OpenAI promised more money?", ["microsoft-azure-250b", "aws-38b"]],
    ["OpenAI post-money: the Oct 2024 round against the March 2026 close?", ["round-oct-2024", "round-2026-122b"]],
    [
      "who's in for more money in openai's 2026 raise, nvda or softbank?",
      ["nvidia-30b-equity-2026", "softbank-30b-2026"],
    ],
    ["Microsoft-Nebius vs Microsoft-IREN by value?", ["microsoft-nebius-2025", "microsoft-iren-2025"]],
    [
      "Clinton (Meta) or Crane (Microsoft): which reactor deal is larger in megawatts?",
      ["meta-constellation-clinton", "microsoft-constellation-crane"],
    ],
  ])("%s", (text, deals) => {
    expect(read(text)).toMatchObject({ kind: "compare-figures", sides: deals.map(side) });
  });
});

test("without a measure the deals themselves stand side by side", () => {
  expect(read("Does Meta or Microsoft have the larger Nebius contract?")).toMatchObject({
    kind: "compare",
    deals: ["meta-nebius-2026", "microsoft-nebius-2025"],
  });
  expect(read("compare stargate uk with stargate uae")).toMatchObject({ kind: "compare" });
});

test("figures of one company in two periods, and of several companies", () => {
  expect(read("openai revenue 2024 vs 2025").kind).toMatch(/^compare-/);
  expect(read("who has the fattest order backlog: ORCL, MSFT or CRWV")).toMatchObject({ kind: "compare-metrics" });
});

test("a loan against shares compares nothing", () => {
  expect(read("where does softbank's loan against its openai shares stand").kind).not.toMatch(/^compare/);
});
