import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("a number of somebody else, or of something else, answers nothing", () => {
  test.each([
    // "X.AI" is a name, and "AI" alone none.
    "as of June 2025, how much had xAI raised?",
    // An interest in a company is a holding; what is paid on notes is not.
    "what interest does CoreWeave pay on its newest notes",
    // A cap on a share of revenue is no growth of it.
    "Microsoft revenue growth from Q1 2025 to Q1 2026",
    // What was put into a company is not what it was valued at.
    "what is X-energy's valuation",
  ])("%s", (question) => expect(lastAnswer(question)).toMatch(/^unknown/));

  test("how shares moved is told of what is named, and not of another time", () => {
    expect(lastAnswer("what happened to TeraWulf's stock after the Google backstop")).toContain("more than 40%");
    expect(lastAnswer("what happened to Oracle's stock after the OpenAI contract?")).toMatch(/^unknown/);
    expect(lastAnswer("how did AMD's stock react to the OpenAI deal")).toContain("25%");
  });

  test("a year of a company's figure is set against another year of it, or told alone", () => {
    const said = lastAnswer("Oracle capex growth in fiscal 2026 versus fiscal 2025");
    expect(said).toContain("about $50B");
    expect(said).not.toMatch(/Abilene|performance obligations/);
    expect(lastAnswer("Amazon capex 2025 vs 2026 guidance")).toContain("53.8% more");
  });

  test("fiscal quarters are no calendar quarters", () => {
    const said = lastAnswer("how much did Oracle's RPO grow between fiscal Q4 2025 and Q1 2026");
    expect(said).toMatch(/No such figure of Oracle for FY2025-Q4 is on record/);
    expect(said).not.toContain("$455B");
  });

  test("where they are on record they are told", () => {
    expect(lastAnswer("how much did OpenAI revenue grow from 2024 to 2025")).toContain("253.2%");
    expect(lastAnswer("how much did xAI raise in its Series E")).toContain("$20B");
    expect(lastAnswer("how much RPO did Oracle add from August 2025 to May 2026")).toMatch(/\$183B|\$455B/);
  });
});
