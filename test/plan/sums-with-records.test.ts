import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const answerTo = (question: string) =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, []);
const headlineOf = (question: string): string =>
  answerTo(question)
    .headline.map((span) => span.text)
    .join("");

describe("a deal or a company's figure in the place of a number, with its source", () => {
  test.each([
    ["What does SoftBank's bridge loan cost in interest a month at 5.5%?", "$183.3M per month"],
    ["straight-line depreciation of Oracle's GB200 purchase for Abilene over 5 years", "$8B per year"],
    ["if Anthropic's run-rate grows 8% a month for 6 months", "$74.58B"],
    ["how many GB300 racks at 142 kW fit in Hyperion's first phase", "14,080 racks"],
    ["growth in coreweave's backlog between nov 2025 and may 2026", "78.78%"],
  ])("%s", (question, amount) => {
    expect(headlineOf(question)).toContain(amount);
    expect(answerTo(question).sources.length).toBeGreaterThan(0);
  });

  test("a number of things on record is looked up, not worked out", () => {
    expect(headlineOf("how many gb200 chips did oracle buy for abilene")).toContain("400,000");
  });
});

describe("rents, paces and shares of money", () => {
  test.each([
    ["rent: 400 MW at $130 per kW-month, annual total", "$624M"],
    ["$11B over 15 years for 400 MW: what is that per kW per month", "$152.78 per kW per month"],
    ["$100 per kW-month escalating 3% a year - what in year 10?", "$130.48 per kW per month"],
    ["Anthropic run-rate from $9B end of 2025 to $47B May 2026, monthly growth?", "39.178%"],
    ["Payback on $35B per GW earning $9.7B per GW-year", "3.608 years"],
    ["payback in years: $3.5m rack, 72 GPUs, $3 an hour, 75% sold", "2.466 years"],
    [
      "$60B of servers written off over six years instead of four, how much lower is the yearly charge?",
      "$5B per year",
    ],
    ["for every dollar of $13.1B revenue how much is burnt if $8B is burned", "61.069"],
    ["cost of a million tokens if a GPU makes 2,500 tokens/s at $5.30 an hour", "$0.59"],
    ["220,000 GPUs spread over 300 MW: how much power per GPU", "1.364 kW"],
    ["OpenAI's cost to exercise the AMD warrant in full", "$1.6M"],
    ["What is 27% of OpenAI worth at $852B", "$230.04B"],
    ["cut $50B per GW by 15%", "$42.5B per GW"],
    ["runway with $122B at $25B burn a year", "4.88 years"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));

  test("a month and a year alone are no known time apart", () => {
    expect(headlineOf("CAGR from $13.1B in 2025 to $47B in May 2026")).not.toMatch(/\d%/);
  });

  test("without a load the energy is given at an average draw and flat out", () => {
    expect(headlineOf("energy of 2 GW a year")).toContain("Flat out, in all hours of the year: 17.52 TWh");
  });
});
