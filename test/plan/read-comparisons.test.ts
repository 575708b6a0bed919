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
    ["corning: whose commitment is larger, meta's or nvidia's?", ["meta-corning-fibre", "nvidia-corning-2026"]],
    ["Is Microsoft's deal with IREN bigger than Nvidia's?", ["microsoft-iren-2025", "nvidia-iren-2026"]],
    [
      "Constellation: whose PPA is bigger in MW, Microsoft's or Meta's?",
      ["meta-constellation-clinton", "microsoft-constellation-crane"].reverse(),
    ],
  ])("%s", (text, deals) => {
    expect(read(text)).toMatchObject({ kind: "compare-figures", sides: deals.map(side) });
  });
});

test.each([
  // No record has a deal of the other with the third.
  "whose partnership with Intel is larger, nvidia's or SoftBank's",
  "Whose deal with Poolside is bigger, Nvidia's or CoreWeave's?",
  "Whose deal with Hut 8 is bigger, Anthropic's or Google's?",
])("%s is not known", (text) => {
  expect(read(text)).toMatchObject({ kind: "decline", reason: "undisclosed" });
});

test("without a measure the deals themselves stand side by side", () => {
  expect(read("Meta-Nebius of 2026 vs Microsoft-Nebius")).toMatchObject({
    kind: "compare",
    deals: ["meta-nebius-2026", "microsoft-nebius-2025"],
  });
  expect(read("compare stargate uk with stargate uae")).toMatchObject({ kind: "compare" });
});

test("what of whole deals is compared", () => {
  const of = (question: string) => {
    const plan = read(question);
    return plan.kind === "compare" ? [plan.attribute, ...plan.deals] : [plan.kind];
  };
  expect(of("which came first, the amd deal or the broadcom deal with openai")).toEqual([
    "announced",
    "amd-6gw-warrant",
    "broadcom-10gw",
  ]);
  expect(of("which lease is longer, hut 8's or cipher's")).toEqual([
    "term",
    "hut8-anthropic-fluidstack",
    "cipher-fluidstack-google",
  ]);
  expect(of("status of stargate uk vs stargate norway")).toEqual(["status", "stargate-uk", "stargate-norway"]);
  expect(of("which closed first, groq or intel?")[0]).toBe("completed");
});

test("like is set beside like", () => {
  const figures = (question: string) => {
    const plan = read(question);
    return plan.kind === "compare-figures"
      ? plan.sides.map(({ deal, metric, figure }) => `${deal ?? metric}:${figure}`)
      : [];
  };
  expect(figures("Adani vs Reliance - whose Indian plan is bigger")).toEqual([
    "adani-100b:value",
    "reliance-110b:value",
  ]);
  expect(figures("colossus rent: anthropic's vs google's, monthly")).toEqual([
    "anthropic-spacex-colossus:monthly-fee",
    "google-spacex-compute-2026:monthly-fee",
  ]);
  expect(figures("OpenAI valuation oct 2024 vs march 2026")).toEqual([
    "round-oct-2024:valuation",
    "round-2026-122b:post-money-valuation",
  ]);
});

test("figures of one company in two periods, and of several companies", () => {
  expect(read("openai revenue 2024 vs 2025").kind).toMatch(/^compare-/);
  expect(read("who has the fattest order backlog: ORCL, MSFT or CRWV")).toMatchObject({ kind: "compare-metrics" });
});

test("a loan against shares compares nothing", () => {
  expect(read("where does softbank's loan against its openai shares stand").kind).not.toMatch(/^compare/);
});
