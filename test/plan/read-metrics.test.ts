/** Figures of companies: levels of a day, several periods, groups, and what follows; what changed, and what was known on a day. */
import { describe, expect, test } from "vitest";
import { type Conversation, newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string, conversation?: Conversation): Plan =>
  readQuestion(text, { library, today: "2026-11-23" }, conversation).plan;

describe("which figure", () => {
  test.each([
    [
      "At the end of September 2025, how big was CRWV's backlog?",
      { metric: "coreweave-backlog", period: "2025-09-30", asOf: null },
    ],
    ["Microsoft commercial RPO at 30 Sept 2025", { metric: "microsoft-commercial-rpo", period: "2025-09-30" }],
    ["as of February 2026, META 2026 capex guide?", { metric: "meta-capex-2026", asOf: "2026-02-28" }],
    ["OpenAI sales for 1H25?", { metric: "revenue-h1-2025", period: "2025-H1" }],
    ["msft capex by quarter this fiscal year", { metric: "microsoft-capex-quarters-fy26", history: true }],
    ["what share of CoreWeave's revenue comes from OpenAI", { metric: "coreweave-openai-share" }],
    [
      "how much had softbank put into openai by december 2025",
      { metric: "softbank-openai-exposure", period: "2025-12" },
    ],
    [
      "alphabet's 2025 capex guide: walk me through the raises",
      { metric: "alphabet-capex-2025-guidance", history: true },
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "show-metric", ...expected });
  });

  test("two quarters, a group, the year before", () => {
    for (const text of [
      "msft capex fiscal 26: q1 v q2?",
      "Microsoft capex: Q1 against Q2 of fiscal 2026",
      "microsoft's capex in the first and second quarter of fiscal 2026, compared",
      "Which was higher, Microsoft's capex in Q1 or Q2 of FY26?",
    ])
      expect(read(text)).toMatchObject({
        kind: "compare-metrics",
        metrics: ["FY2026-Q1", "FY2026-Q2"].map((period) => ({ metric: "microsoft-capex-quarters-fy26", period })),
      });
    expect(read("msft capex fy26 q1 and q2")).toMatchObject({
      kind: "compare-metrics",
      metrics: [{ period: "FY2026-Q1" }, { period: "FY2026-Q2" }],
    });
    const group = read("Lowest 2026 capex guide of the four hyperscalers?");
    expect(group).toMatchObject({ kind: "compare-metrics", rank: "lowest" });
    expect(group.kind === "compare-metrics" && group.metrics).toHaveLength(4);
    expect(read("OpenAI gross margin 2025 vs the one before?")).toMatchObject({
      metrics: [{ period: "2024" }, { period: "2025" }],
    });
  });
});

test("what follows a figure: another company, side by side, another day, the year before", () => {
  const next = (first: string, text: string) => read(text, { ...newConversation(), plan: read(first) });
  expect(next("amazon 2026 capex guidance?", "and meta?")).toMatchObject({ metric: "meta-capex-2026" });
  expect(next("amazon 2026 capex guidance?", "vs google?")).toMatchObject({
    kind: "compare-metrics",
    metrics: [{ metric: "amazon-capex-2026" }, { metric: "alphabet-capex-2026" }],
  });
  expect(next("Oracle's RPO at fiscal year end?", "and in march 2026?")).toMatchObject({ asOf: "2026-03-31" });
  expect(next("openai 2025 revenue", "and the year before?")).toMatchObject({ metric: "revenue-2024" });
});

describe("what changed, in which time", () => {
  test.each([
    [
      "softbank margin loan: what's moved between april and july 2026",
      { subject: "softbank-openai-margin-loan", since: "2026-04", until: "2026-07" },
    ],
    [
      "msft's abilene lease between 24 and 27 march 2026: what moved",
      { subject: "microsoft-crusoe-abilene", since: "2026-03-24", until: "2026-03-27" },
    ],
    [
      "anything new on hyperion's gas plants in april 2026?",
      { subject: "meta-hyperion-entergy-expansion-2026", since: "2026-04", until: "2026-04" },
    ],
    [
      "what's different about meta's el paso commitment now vs october 2025",
      { subject: "meta-el-paso-financing", since: "2025-10", until: null },
    ],
    ["anything new for Anthropic in May 2026?", { subject: "anthropic", since: "2026-05" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "show-changes", ...expected });
  });
});

describe("what was so on a day", () => {
  test.each([
    [
      "In November 2025 what was OpenAI valued at?",
      { subject: "secondary-oct-2025", attribute: "valuation", asOf: "2025-11-30" },
    ],
    ["openai's valuation on new year's day 2026?", { subject: "secondary-oct-2025", asOf: "2026-01-01" }],
    ["as of 1 january 2025 what was openai's valuation", { subject: "round-oct-2024", attribute: "valuation" }],
    [
      "on 1 october 2025, did openai have an AMD deal?",
      { subject: "amd-6gw-warrant", form: "yes-no", asOf: "2025-10-01" },
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "show-figure", ...expected });
  });
});
