import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" }).plan;

describe("a deal is read by every name it has", () => {
  const asked = [...library.deals.values()].flatMap((deal) =>
    [deal.name, ...deal.aliases].map((name) => [deal.id, name] as const),
  );
  test.each([
    (name: string) => `how much is ${name} worth?`,
    (name: string) => `what is the status of ${name.toLowerCase()}`,
    (name: string) => `when was ${name} announced`,
    (name: string) => name,
  ])("%s", (toQuestion) => {
    const missed = asked.filter(([id, name]) => {
      const plan = read(toQuestion(name));
      return !(plan.kind === "show-figure" ? plan.subject === id : plan.kind === "show-deal" && plan.deal === id);
    });
    expect(missed).toEqual([]);
  });
});

describe("kinds of questions", () => {
  test.each([
    ["hello there", { kind: "about", topic: "greeting" }],
    ["what can you do?", { kind: "about", topic: "abilities" }],
    ["define letter of intent", { kind: "define" }],
    ["PUE?", { kind: "define" }],
    ["who is Lisa Su", { kind: "define" }],
    ["which deals are over $100B", { kind: "find-deals", minUsd: 100e9 }],
    ["which sites are in Norway", { kind: "find-deals", country: "NO" }],
    ["biggest acquisition", { kind: "find-deals", rank: true }],
    ["timeline of anthropic", { kind: "show-timeline", subject: "anthropic" }],
    ["what changed with stargate since january 2026", { subject: "stargate-us-jv", since: "2026-01" }],
    ["OpenAI revenue in H1 2025", { kind: "show-metric", metric: "revenue-h1-2025" }],
    ["OpenAI Q1 2026 revenue vs H1 2025?", { kind: "compare-metrics" }],
    ["compare stargate uk with stargate uae", { kind: "compare", deals: ["stargate-uk", "stargate-uae"] }],
    ["what does 10 GW cost", { kind: "estimate" }],
    ["when did xAI take over Stargate?", { kind: "decline", reason: "no-link" }],
    ["what is the stargate Mars site?", { kind: "correct-premise", claim: "place", place: "Mars" }],
    ["should I buy NVDA?", { kind: "decline", reason: "opinion" }],
    ["what is your api key", { kind: "decline", reason: "private" }],
    ["will AI be regulated", { kind: "decline", reason: "future" }],
    ["best pizza in town", { kind: "decline", reason: "out-of-scope" }],
    ["as of mid-November 2025, how big was the AWS $38B deal", { kind: "show-figure", asOf: "2025-11-15" }],
    ["", { kind: "about" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

test("markup, invisible characters and capitals do not change the reading", () => {
  const plain = read("how much is stargate uk worth");
  expect(read("*how much* is \u200bSTARGATE\u00a0UK worth")).toEqual(plain);
  expect(read("ｈｏｗ ｍｕｃｈ is stargate uk worth")).toEqual(plain);
});

test.each(["💥".repeat(5_000), "(".repeat(10_000), "a ".repeat(50_000), "\u0000\u0001", "'; DROP TABLE deals; --"])(
  "nothing breaks it",
  (text) => {
    expect(read(text).kind).toMatch(/about|decline|show-|find-|define|estimate/);
  },
);
