import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { meant } from "../../src/plan/from-text/sums/meant.ts";
import { readTerms } from "../../src/plan/from-text/sums/terms.ts";
import { library } from "../fixtures/library.ts";

const headlineOf = (question: string): string =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, [])
    .headline.map((span) => span.text)
    .join("");
const termsOf = (question: string) => {
  const { text, terms } = readTerms(question);
  return meant(text, terms).map(({ kind, low, unit }) => [kind, low, unit]);
};

describe("numbers whose unit stands elsewhere", () => {
  test.each<[string, (string | number)[]]>([
    ["GB300 fleet of 50k, annual revenue", ["chips", 50_000, "chip"]],
    ["14 of the 16 billion is debt", ["money", 14e9, "USD"]],
    ["depreciate $18B straight line over 5", ["time", 5, "year"]],
    ["a gigawatt-year of power at 70 a MWh", ["price", 70, "USD/MWh"]],
    ["1 GW at 6.2 per kWh", ["price", 0.062, "USD/kWh"]],
    ["$112/MWh vs market 50", ["price", 50, "USD/MWh"]],
    ["if the chip costs 38k all in, 4 years", ["unit-price", 38_000, "USD/chip"]],
    ["25k GPUs, opex 30m", ["money", 30e6, "USD"]],
    ["monthly payment 2.4bn 8.25% 10 years", ["money", 2.4e9, "USD"]],
  ])("%s", (question, term) => {
    expect(termsOf(question)).toContainEqual(term);
  });
});

describe("sums of what is left, gained, spread and compared", () => {
  test.each<[string, string]>([
    ["what's left of the $47B after 3,557 racks at $9.1M", "$14.631B"],
    ["our budget is $7bn; land & shell 1.9bn; racks 3.7m each - racks?", "1,378"],
    ["bought $5B of a stock at 23.28, now 41: gain?", "$3.806B"],
    ["paid 87.20 when it closed at 92.98: discount?", "6.216%"],
    ["$10B prepaid of $38B: remaining per year over 7 years", "$4B"],
    ["$600B by 2030 starting 2026: per year", "$120B"],
    ["depreciation: 60% of $50B over 5 years, the rest over 15", "$7.333B"],
    ["10B in, 3B a year for 5 years, return multiple?", "1.5×"],
    ["$1.4T over 8 years as a share of $13B revenue", "1,346"],
    ["is 3 GW for $100B cheaper than Huang's figure?", "Yes: "],
    ["can $38B buy 1 GW at Huang's cost?", "No: "],
    ["is 300 MW at 90% load more than 3 TWh a year?", "No: "],
    ["€12M per MW in dollars per GW at 1.15", "$13.8B"],
    ["dollars per gpu per hour at $1.25B a month and 220k gpus", "$7.78"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });

  test("the middle or an end of a range on record", () => {
    expect(headlineOf("Meta capex 2026 midpoint vs 2025 growth")).toContain("86.93%");
    expect(headlineOf("Meta capex 2026 low end vs 2025 growth")).toContain("73.08%");
  });

  test("a company's figure for each day, and for each gigawatt", () => {
    expect(headlineOf("OpenAI revenue per day in 2025")).toContain("$35.81M");
    expect(headlineOf("OpenAI revenue per gigawatt in 2025")).toContain("$6.879B");
  });

  test("a question that breaks off is asked for what is missing", () => {
    expect(headlineOf("electricity for 3 TWh at?")).toContain("the price or the rate");
  });

  test("a gigawatt of what is no power has no cost", () => {
    expect(headlineOf("price of 3 gigawatts of oranges")).toContain("oranges");
  });
});
