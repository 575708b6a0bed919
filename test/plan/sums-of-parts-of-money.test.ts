import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const headlineOf = (question: string): string =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, [])
    .headline.map((span) => span.text)
    .join("");

describe("shares, ratios and book values", () => {
  test.each([
    ["45% of Microsoft's 625B backlog", "$281.25B"],
    ["A third of Anthropic's $100B AWS commitment", "$33.333B"],
    ["What's 20% revenue share on $13.1B?", "$2.62B"],
    ["1.4% management fee on $30B of equity", "$420M"],
    ["if Microsoft gets 20% of OpenAI's revenue and revenue is $30 billion, how much is that", "$6B"],
    ["annual interest if half of $165B were drawn at 6%", "$4.95B"],
    ["what does every extra 50 bps cost on $38B yearly", "$190M"],
    ["total repaid on $10B over 5 years at 8% level payments", "$12.523B"],
    ["post-money if 20B buys 2.5%", "$800B"],
    ["Debt to equity for 14B debt and 2B equity", "7×"],
    ["loan to value, $3.4B debt against $5.4B of chips", "62.963%"],
    ["coverage: $454M rent vs $300M debt service ratio", "1.513×"],
    ["what's left on the books of $40B chips after 2 of 5 years straight-line", "$24B"],
    ["Depreciation of a 27B campus with $20B of servers over 5 years and 7B buildings over 20", "$4.35B per year"],
    ["price AMD must reach for 160M shares to be worth $100B", "$625 per share"],
    ["160M AMD shares out of 1.63 billion, what percent is that", "9.816%"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("rates, rises and lists", () => {
  test.each([
    ["depreciate 9.7 billion over four, five and six years", "over 5 years: $1.94B per year"],
    ["if Oracle refinances 18B from 5.9% to 5.1%, annual saving", "$144M per year"],
    ["What yield is $2.5B interest on $38B", "6.579%"],
    ["What must revenue be for a 40% margin on $8B costs", "$13.333B"],
    ["from 1.9 GW end of 2025 to 30 GW in 2030: annual growth", "73.649%"],
    ["Backlog 455 to 638 billion in 9 months, monthly %", "3.827%"],
    ["What will $14.5B capex be after 3 years of 40% growth", "After 3 years: $39.788B"],
    ["£250M in euros", "€289.8M"],
    ["$12 per million output tokens; 400 billion output tokens a day, annual revenue", "$1.752B per year"],
    ["annual energy of 13,800 GB300s at 1.4kW flat out in GWh", "169.243 GWh"],
    ["16 racks of GB200 at 3.5M", "$56M"],
    ["rent of $120 per kW-month rising 2.5% annually, year 5", "$132.46 per kW per month"],
    ["run rate 47B growing 5% monthly for a year", "$84.405B"],
    ["70 billion euros at 1.14", "$79.8B"],
    ["38B per IT GW; at PUE 1.2 what is that per facility GW?", "$31.667B per GW"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("a gigawatt as a business", () => {
  test.each([
    ["breakeven price per GPU hour for a $35B GW with 450,000 GPUs, 5 years, 80% sold", "$2.22 per gpu-hour"],
    ["cost of a GPU-hour when a gigawatt costs $8B a year and holds 400,000 GPUs", "$2.28 per gpu-hour"],
    ["How long until a $50B GW pays for itself at $12B revenue and $2B opex a year", "5 years"],
    ["1.4 GW at Frontier, capex at 47B/GW, electricity at 6.8c with 82% load: annual power cost", "$683.841M"],
    ["$50B in 2026: per day", "$136.986M"],
    ["$8B a year per hour", "$913,242.01 per hour"],
    ["Sum of Nvidia's stakes: 5, 2, 2, 1 and 30 billion", "$40B"],
    ["Anthropic from $9B to $30B run rate: multiple and %", "3.333×"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});
