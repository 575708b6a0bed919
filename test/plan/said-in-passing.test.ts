import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("words of a question that are small and change what is asked", () => {
  test("this year and last year are years", () => {
    expect(lastAnswer("what's meta spending on capex this year")).toContain("Capex guidance for 2026");
    expect(lastAnswer("what's meta spending on capex this year", "and last year?")).toContain("Capex in 2025");
  });

  test("a deal that is told by its amount is one", () => {
    expect(lastAnswer("What does Oracle give OpenAI in the 300 billion deal")).toMatch(
      /^answered: OpenAI–Oracle \$300B cloud contract/,
    );
  });

  test("the term of a contract is how long it runs", () => {
    expect(lastAnswer("what is the term of Microsoft's IREN contract?")).toContain("five years");
  });

  test("by yes or no, nothing is said of a person of whom the record does not speak", () => {
    expect(lastAnswer("did Elon Musk invest in Stargate?")).toMatch(/^unknown: /);
  });

  test("another power of each takes the place of the first, and not of the whole", () => {
    expect(lastAnswer("how many H200s in 500 MW at 1.4 kW each", "and at 1.2 kW?")).toContain("416,667 chips");
  });
});

test("a share of a tally is of what the tally counts", () => {
  expect(lastAnswer("what fraction of the 26 GW is Nvidia's")).toContain(
    "Nvidia–OpenAI letter of intent ($100B, 10 GW) = at least 38.46%",
  );
});

test("of whom only annualised revenue is on record, that tells the revenue", () => {
  expect(lastAnswer("how much revenue is anthropic making now")).toMatch(/^answered: Anthropic annualised revenue: /);
});

test("everything about a deal is its card", () => {
  expect(lastAnswer("show me everything about Stargate UK")).toMatch(/^answered: Stargate UK \(/);
});

test("a list of one is a list where the question asks for one", () => {
  expect(lastAnswer("which nuclear deals has Amazon signed")).toMatch(/^answered: 1 deal fits .*Amazon–Talen/);
  expect(lastAnswer("which GPU contracts did Microsoft sign")).toContain("Microsoft–Nscale GPU contract");
});

test("what was done this year is listed by the year", () => {
  expect(lastAnswer("which companies has Nvidia invested in this year")).toMatch(/^answered: \d on record .*OpenAI/);
});
