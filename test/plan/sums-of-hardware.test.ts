import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const headlineOf = (question: string): string =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, [])
    .headline.map((span) => span.text)
    .join("");

describe("power, racks and what they cost to run", () => {
  test.each([
    ["PUE drops from 1.4 to 1.15 on a 400 MW IT load: MW saved", "100 MW"],
    ["What does a 132 kW rack cost in electricity per year at 9 cents", "$104,068.8"],
    ["bill for 615 MW for one month, 92% capacity factor, $95 per MWh", "$39.238M"],
    ["If electricity rises from $60 to $86.1 per MWh what does a 1 GW site at 75% load pay extra?", "$171.477M"],
    ["homes equal to 4.5 GW flat out", "3.679 million homes"],
    ["GPUs in 18 racks of 72", "1,296 chips"],
    ["GB300 rack at 4 million: cost per GPU?", "$55,560 per chip"],
    ["$47B a GW spread over 3,557 racks = per rack?", "$13.213M per rack"],
    ["what utilization makes 12 million dollars a year from 1,000 GPUs at $2.5/hr", "54.795%"],
    ["how many B200s at $40,000 for $5.4B, and what power at 1.2 kW each", "162 MW"],
    ["let 90% of 500 MW at $115 per kW a month: annual income", "$621M"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));

  test("what a number is within is no range about another", () => {
    expect(headlineOf("100,000 GPUs at 1.9 kW each, is that within 230 MW")).not.toContain("-");
  });
});

describe("money at rates, before and after", () => {
  test.each([
    ["$38B at SOFR 4.3% plus 225 basis points, annual interest", "$2.489B"],
    ["difference in annual interest on $38B between 6.4% and 7.15%", "$285M"],
    ["6.58% on 27 billion, yearly", "$1.777B"],
    ["what level annual payment retires $2.3B in 8 years at 7.5%", "$392.672M"],
    ["$1.25B monthly over 3 years and 1 month", "$46.25B"],
    ["After a $122B raise at 852 post, what was pre-money", "$730B"],
    ["a stake of 4% cost $5B: implied valuation?", "$125B"],
    ["Cerebras at $311.07 vs $185 IPO price: gain in %", "68.146%"],
    ["$87.20 per CoreWeave share; stock at $130, what's the $2B worth now", "$2.982B"],
    ["21.066 million Nebius shares for $2B: price each", "$94.94"],
    ["AMD sold 6 GW to Meta at 60 billion; at that rate what's 1 GW", "$10B"],
    ["how fast must OpenAI grow each year to get from $25B in 2026 to $280B in 2030?", "82.938%"],
    ["€6.5B + £1B + $20B in dollars", "$28.72B"],
    ["Suppose Lordstown and Milam's combined 2.7 GW came in at Morgan Stanley's GB300 cost", "$89.1B"],
  ])("%s", (question, amount) => expect(headlineOf(question)).toContain(amount));
});
