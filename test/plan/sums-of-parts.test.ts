import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const headlineOf = (question: string): string =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, [])
    .headline.map((span) => span.text)
    .join("");

describe("amounts counted in one another, shared, and in parts", () => {
  test.each([
    ["how many nuclear plants of 1 GW to run 26 GW", "26×"],
    ["how many 250 MW data centers make up 4.5 GW", "18×"],
    ["26 GW divided by 250 MW per site, how many sites", "104×"],
    ["how many 1.6 GW plants does 10 GW need at 92% capacity factor", "6.793×"],
    ["$30B in tranches of $10B, how many?", "3×"],
    ["how many 100k-GPU clusters in a million GPUs", "10×"],
    ["38 billion loan split equally among 6 banks", "$6.333B"],
    ["half of 300 billion plus a quarter of 500 billion", "$275B"],
    ["two thirds of 10 GW plus half of 6 GW", "9.667 GW"],
    ["30% of 40B and 10% of 65B together", "$18.5B"],
    ["70% debt on a $38B package: how much equity?", "$11.4B"],
    ["if gas is 92% of 10 GW, how much is not gas", "800 MW"],
    ["25% of a 6GW deal delivered, GW left?", "4.5 GW"],
    ["nvidia sells 60.5% of a $33B gigawatt. how much is that for 7 GW", "$139.755B"],
    ["if 60% of the 50B per GW is chips, how much non-chip for 10GW", "$200B"],
    ["20% of 12 GW is late, what's on time", "9.6 GW"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("totals and averages of what is listed", () => {
  test.each([
    ["total megawatts: 400 + 600 + 1200 MW", "2.2 GW"],
    ["sum of 3, 4 and 5 billion", "$12B"],
    ["average of 35, 40 and 55 billion per GW", "$43.333B per GW"],
    ["midpoint of 50-60bn per gw times 4.5", "$247.5B;"],
    ["weighted avg cost of 6 GW at 40B and 4 GW at 55B", "$46B per GW"],
    ["16 GW at $50B: total, and per year over 4 years", "$200B per year"],
    ["what discount is 38B vs 45B", "15.556%"],
    ["from 2 GW today to 30 GW by 2033, GW per year?", "4 GW;"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("companies and their cash", () => {
  test.each([
    ["10% stake at $852B valuation", "$85.2B"],
    ["Microsoft's 27% at $852B", "$230.04B"],
    ["if 10% of openai is worth 85.2 billion what's the whole company worth", "$852B"],
    ["$30bn at a 730bn pre-money: what stake?", "3.947%"],
    ["$30bn at a 760bn post-money valuation: what stake?", "3.947%"],
    ["if I own 2.5% and the company raises 20% dilution what do I own", "2%"],
    ["burn 17 billion a year with 40 billion in the bank, runway?", "Cash lasts: 2.353 years"],
    ["how many months of runway has $41bn cash burning 1.5bn a month", "In months: 27.333 months"],
    ["gross margin if revenue 12 and costs 9 billion", "25%"],
    ["operating margin on 30bn revenue 13bn loss", "-43.333%"],
    ["straight-line on $12bn servers, 5 years, salvage value $2bn", "$2B per year"],
    ["depreciation per year on $23B of GPUs with a 6 year life and 10% residual", "$3.45B per year"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("rates of several parts, over time, and of deals", () => {
  test.each([
    ["100 MW at 11 million per MW shell plus 35 million per MW chips", "$4.6B"],
    ["if Nvidia gets 35B of each GW, its revenue from 26 GW", "$910B"],
    ["average annual spend if 1.4T is spread over eight years", "$175B per year"],
    ["Altman's 1 GW a week at 50 billion per GW: per year", "$2.607T"],
    ["GPU share 39% of 50 billion", "$19.5B"],
    ["value of OpenAI warrant at AMD 600", "$96B"],
    ["cost of delaying 1 GW by six months", "revenue not earned: $4.85–6.65B"],
    ["electricity cost of Abilene at 5 cents", "Electricity bill for about 1.2 GW"],
    ["homes powered by Hyperion's 2 GW", "Homes for 2 GW"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));

  test("a share of something else than the amount is not taken of the amount", () => {
    expect(headlineOf("10% of AMD's shares at $200")).not.toContain("$20.");
  });

  test("where two have a deal, it is not denied", () => {
    expect(headlineOf("what frobnication did OpenAI and AMD settle on")).not.toContain("no record mentions it");
  });
});

describe("numbers as people write them", () => {
  test.each([
    ["GB200s per GW of facility power: 1.2 kW each, x1.53 server, x1.14 IT, x1.40 facility", "341,267 chips"],
    ["i have 200 billion dollars, how many gw do i get at krishnas 80 a gig", "2.5 GW"],
    ["US homes equal to 1.2 GW of constant draw at 10,715 kWh per home per yr", "981,055"],
    ["renting one B200 round the clock for a year at 5.30 an hour", "$46,428"],
    ["morgan stanley blend: 3 GW rubin + 2 GW TPU v7", "In all: $177B"],
    ["1 GW in 2026, 2 GW in 2027, 4 GW in 2028 at 42, 47 and 52B per GW respectively - total?", "$344B"],
    ["Nvidia's 15M Corning warrants at the $180 strike come to what", "$2.7B"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});

describe("energy and the hours of chips", () => {
  test.each([
    ["convert 4.4 TWh a year to average megawatts", "502.283 MW"],
    ["45 GWh in a month is how many MW on average?", "61.644 MW"],
    ["how many GW-years is 4.5 GW for 5 years", "22.5 GW-years"],
    ["at $0.08 vs $0.05 per kWh how much more per year for 1GW", "Difference: $262.8M per year"],
    ["what hourly rate do you need to pay off a $40k GPU in 4 years at 60% utilization", "$1.9 per gpu-hour"],
    ["$5.9M a rack, 72 GPUs: per GPU?", "$81,944.44 per chip"],
    ["rent of 8 billion a year on 1.2GW, what's that per kW per month", "$555.56 per kW per month"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});
