import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const answerTo = (question: string) =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, []);
const headlineOf = (question: string): string => plain(answerTo(question).headline);

describe("several records in one sum, each with its source", () => {
  test.each([
    ["add up OpenAI's Oracle, Azure and CoreWeave contracts", "$572.4B"],
    ["sum of nvidia's stakes in CoreWeave, Nebius and Lumentum", "$6B"],
    ["combined value of Microsoft's IREN and Nebius deals", "$27.1B"],
    ["CoreWeave and Oracle backlog combined", "$737.4B"],
    ["total 2026 capex guidance, Meta plus Microsoft", "$315–335B"],
    ["Microsoft stake value at the latest OpenAI valuation", "$230B"],
    ["dollar per GPU hour implied by the Google SpaceX rental's monthly fee", "$11.46"],
    ["$27bn at the Hyperion coupon, interest per quarter?", "$444.2M"],
    ["35 months of anthropic's full colossus fee", "$43.75B"],
    ["If IREN trades at $100 what is Nvidia's option worth?", "$900M"],
    ["Meta's AMD gigawatts at Barclays' estimate", "$342B"],
    ["Mistral Sweden investment in dollars", "$1.366B"],
  ])("%s", (question, amount) => {
    expect(headlineOf(question)).toContain(amount);
    expect(answerTo(question).sources.length).toBeGreaterThan(0);
  });

  test.each([
    ["total of Microsoft's Nebius, IREN and Lambda deals", "Lambda"],
    ["combined 2025 capex of Microsoft, Alphabet and Amazon", "Microsoft"],
    ["what would $5B cost a year at the rate of the Vantage loan", "interest rate"],
    ["How much has Nvidia invested in Nokia, Intel and xAI together?", "do not say"],
  ])("without one of its numbers there is no sum: %s", (question, missing) => {
    expect(answerTo(question).status).toBe("unknown");
    expect(headlineOf(question)).toContain(missing);
  });
});

describe("numbers of the asker's own", () => {
  test.each([
    ["3,300 MW = ? GW", "3.3 GW"],
    ["33 months of $920 million", "$30.36B"],
    ["$1.25bn a month from June 2026 to May 2029 inclusive, how much in total", "$45B"],
    ["$1.25bn a month from June 2026 until May 2029, how much in total", "$43.75B"],
    ["From $13.1B in 2025 to 280 in 2030: compound annual growth?", "84.492%"],
    [
      "Say I lay out $5.8bn on GPUs, take in 1.94bn a year and 15% of that goes on running costs. Simple payback?",
      "3.517",
    ],
    ["depreciation per yr: 25.5B of IT over five years plus 12.5B of buildings over fourteen", "$5.993B"],
    ["a 400 MW hall slips six months. at $9.7bn of revenue per GW-year, what's the lost revenue?", "$1.94B"],
    ["what is a 6.25% coupon on $3.5B a year", "$218.75M"],
    ["half of the $1.4T over 8 years, per year", "$87.5B"],
    ["$38B spread over 7 years then add 100B over 8: yearly total", "$17.929B"],
    ["At a 15x revenue multiple on $13.1B what is OpenAI worth", "$196.5B"],
    ["at 1.2 PUE what IT load does Abilene's 1.2 GW support", "1 GW"],
    ["discount of 87.20 to 92.98", "6.216%"],
    ["if Cerebras trades at 311 and IPO'd at 185 what's the gain", "68.108%"],
    ["loan to cost of 70% on 14 bn", "$9.8B"],
    ["ratio of 4.5 to 1.2", "3.75"],
    ["price of power to make a $1.3B annual bill for 1 GW flat out", "$148.4"],
    ["payback of $35B per GW at 9.7B revenue and 30% opex", "5.155 years"],
    ["26 GW minus 10 minus 6", "10 GW"],
  ])("%s", (question, amount) => {
    expect(headlineOf(question)).toContain(amount);
  });
});

describe("chips set side by side", () => {
  test("by their price where nothing else is said", () => {
    expect(headlineOf("priciest of the h100, h200 and b200 on the street")).toMatch(
      /^The highest: B200 price: \$40,000/,
    );
    expect(headlineOf("which is cheaper, an H100 or an H200?")).toMatch(/^The lowest: H100 price/);
  });
  test("by what renting costs where that is said", () => {
    expect(headlineOf("cheapest to rent: h100, h200 or b200")).toMatch(/^The lowest: H100 rental price/);
  });
  test("so many of them draw power", () => {
    expect(headlineOf("power of 220,000 H100s")).toContain("376 MW");
  });
});
