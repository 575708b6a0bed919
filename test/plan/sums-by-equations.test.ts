import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const ask = (question: string) =>
  execute(readQuestion(question, { library, today: library.completeTo }).plan, library, []);
const headlineOf = (question: string): string =>
  ask(question)
    .headline.map((span) => span.text)
    .join("");
const isDeclined = (question: string): boolean => ["unknown", "clarify"].includes(ask(question).status);

describe("what follows from all numbers of a question", () => {
  test.each([
    ["PUE if 600 MW of facility power carries 480 MW of IT", "1.25×"],
    ["how many hours of 500 MW is 1 TWh", "2,000 hours"],
    ["how many 1 GW reactors for 87.6 TWh a year at 92% capacity factor", "10.87"],
    ["dollars per gpu at 47B and 3,557 racks of 72", "$183,519.2 per chip"],
    ["what does a GPU hour at $2.60 make a year at 70%", "$15,943.2 per year"],
    ["servers are 60% of a 45B gigawatt; for 3 GW?", "$81B"],
    ["GPU count: $9B at $40k each", "225,000 chips"],
    ["power one rack of 72 GB200s at 132 kW for a year at 7 cents", "$80,942.4"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });

  test("a power of which nobody says whose it is gives one amount for each", () => {
    const headline = headlineOf("500 MW at PUE 1.3 how much overhead");
    expect(headline).toContain("115.385 MW");
    expect(headline).toContain("150 MW");
  });

  test.each([
    "PUE if 600 MW of facility power carries 480 MW of IT and 30 MW of offices",
    "dollars per gpu at 47B, 3,557 racks of 72 and a 15% discount",
    "5 TWh at $50B/GW",
  ])("a number that no equation takes is not left out: %s", (question) => {
    expect(isDeclined(question)).toBe(true);
  });
});

describe("one sum in two cases", () => {
  test.each([
    ["compare cost of 2 GW at 42B and at 57B", ["$84B", "$114B", "$30B"]],
    ["bill for 500 MW at 80% load at 5 cents vs 7 cents", ["$175.2M", "$245.28M", "$70.08M"]],
    ["raising GPU price from $2.60 to $3.10 on 100,000 GPUs at 80% sold, extra a year", ["$350.4M"]],
    ["what does moving from 6% to 7% interest on $30B cost a year", ["$300M", "$1.8B", "$2.1B"]],
  ])("%s", (question, amounts) => {
    for (const amount of amounts) expect(headlineOf(question)).toContain(amount);
  });

  test("a range stays one", () => {
    expect(headlineOf("interest on $30B at 6 to 7%, a year")).toContain("$1.8–2.1B");
  });
});

describe("several sites, several results, several units", () => {
  test.each([
    ["two sites of 1.4 GW and one of 600 MW: total and cost at $40B/GW", ["3.4 GW", "$136B"]],
    ["2 GW for Meta plus 3 GW for Amazon at $45B per GW", ["$225B"]],
    ["chips, racks and energy for 1.5 GW", ["chips", "racks", "TWh"]],
    ["energy and homes of 2 GW at 80% load", ["14.02 TWh", "million homes"]],
    ["0.35 GW in MW and kW", ["350 MW", "350,000 kW"]],
    ["€2.5bn at 1.08 dollars per euro", ["$2.7B"]],
    ["double 4.5 GW, then take off 15%", ["7.65 GW"]],
    ["CO2 of 1 GW gas plant a year at 0.4 t/MWh and 60% capacity factor", ["2.102 Mt"]],
  ])("%s", (question, amounts) => {
    for (const amount of amounts) expect(headlineOf(question)).toContain(amount);
  });

  test("electricity cost is one thing, and no list of two", () => {
    const headline = headlineOf(
      "3 GW running at 85% for a year with power at 5 cents per kWh, what's the electricity cost",
    );
    expect(headline).toContain("$1.117B");
    expect(headline).not.toContain("homes");
  });

  test("sums of no deal are not looked up", () => {
    expect(isDeclined("12 factorial")).toBe(true);
  });
});

describe("owned with borrowed money", () => {
  test.each([
    ["what's the annual cost of a $47B GW: 5 yr straight line plus 6% interest", ["$12.22B", "$9.4B", "$2.82B"]],
    ["debt 70% equity 30% of $38B; interest at 7% on the debt", ["$1.862B", "$26.6B", "$11.4B"]],
    ["a 20-year level payment on $10B at 7% vs interest only", ["$943.929M", "$700M"]],
    ["how much equity for a $12B site at 75% debt", ["Equity: $3B"]],
  ])("%s", (question, amounts) => {
    for (const amount of amounts) expect(headlineOf(question)).toContain(amount);
  });

  test("shares that do not make a whole are not understood", () => {
    expect(isDeclined("debt 70% equity 40% of $38B; interest at 7% on the debt")).toBe(true);
  });
});

describe("a part of a warrant", () => {
  test.each([
    ["a third of OpenAI's AMD warrant vests with the first gigawatt; value at $250", "$13.33B"],
    ["half the 160M shares vest; worth at $300", "$24B"],
    ["25% of the AMD warrant at $400", "$16B"],
    ["at what AMD share price is OpenAI's full warrant worth $50B?", "$312.5 per share"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });
});

describe("numbers that are put on, in the middle, or of something", () => {
  test.each([
    ["$400B less 10% contingency, how many GW at 42B", "8.571 GW"],
    ["7 GW, midpoint of 50 and 60 per gig", "$385B"],
    ["what would 15% of a 60B GW be", "$9B"],
    ["networking at 13% of 35B; for 1.5 GW", "$6.825B"],
    ["add 12% to $47B/GW and price 2.5 GW", "$131.6B"],
    ["racks from $9B at $3.9M", "2,308 racks"],
    ["homes powered by 9 TWh at 10,500 kWh", "857,143 homes"],
    ["H100s per MW at 0.7kW x 1.53 x 1.14 x 1.4", "585 chips"],
    ["B200s in 500 MW IT, 1 kW each, server 1.53, network 1.14", "286,664 chips"],
    ["750 MW every quarter from 2026 through 2028", "9 GW"],
    ["1 GW in '26, doubling every year to 2029, total", "15 GW"],
    ["how much does $10B grow to at 8% for 5 years", "$14.693B"],
    ["3 GW late by a year at 6.6% on 47B per GW", "$9.306B"],
    ["exercise cost of 20M warrants at $35", "$700M"],
    ["6 years in months", "72 months"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });

  test("a share that is late is no cost of money", () => {
    expect(headlineOf("20% of 12 GW is late, what's on time")).toContain("9.6 GW");
  });
});

describe("what a number is beside is what it is of", () => {
  test.each([
    ["per GPU cost of $38B for 477,774 GPUs", "$79,535.51 per chip"],
    ["¥500bn in dollars at 155", "$3.226B"],
    ["10 GW at $50B, 40% late, cost of the late part", "$200B"],
    ["if AMD doubles from $165, value of 160M shares", "$52.8B"],
    ["halve 26 GW and price it at $50B/GW", "$650B"],
    ["0.6 + 1.2 + 2.4 GW at 40, 45, 50B", "$198B"],
    ["26 GW x 10% x $42B", "$109.2B"],
    ["2 GW at Huang's range with 80% debt: how much debt?", "$80–96B"],
    ["how many GPU-hours does $50M buy at $2.60", "19,230,769"],
    ["a $3.9M rack with 72 GPUs, 5 years, 80% sold: cost per GPU-hour", "$1.55 per gpu-hour"],
    ["PUE 1.2 and 1.4 on 1 GW IT: site power each", "1.4 GW"],
    ["$2.5B bond, 8.25% coupon, semiannual payment", "$103.125M"],
    ["IREN right: 30M shares at 70, stock 110", "$1.2B"],
    ["how much water does 300 MW IT use a day at 0.27 L/kWh and 90% load", "1,749,600 L"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });

  test("two levels are no two builds", () => {
    expect(headlineOf("35 GW by 2030 from 9 GW in 2025, annual adds")).not.toContain("$");
  });
});

describe("figures on record in a sum", () => {
  test.each([
    ["the low end of Huang's range times 12 GW", "$600B"],
    ["solar with batteries for 1 GW, capex", "$8.8–11.1B"],
    ["how much is slipping of 16 GW pipeline at the expected late share", "6.4 GW"],
    ["OpenAI's warrant at AMD's reference price", "$34.21B"],
    ["25 basis points in percent", "0.25%"],
    ["a 5% stake in a $852B company", "$42.6B"],
    ["average price if I buy 2 GW at 42 and 3 GW at 50", "$46.8B per GW"],
    ["homes that 500 MW could serve at full load", "408,800 homes"],
    ["cost difference between Foxconn's and Epoch's number on 3 GW", "$141B"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });
});

describe("what is asked in another unit, currency or part is given so", () => {
  test.each([
    ["what would 950 MW cost at €9M per MW in dollars", "$9.733B"],
    ["£3.2bn per year in dollars a month", "$351.9M per month"],
    ["€60M/MW in $/W", "$68.3 per W"],
    ["what share of a site's power is IT at PUE 1.2", "83.333%"],
    ["convert 1.3 PUE overhead to percent", "30%"],
    ["price per GPU if an NVL72 rack is $4.1M", "$56,9"],
    ["what AMD price gives OpenAI $20B on 160M shares", "$125 per share"],
    ["GPUs needed for $2B a year at $2.50/hr, 80% sold", "114,155 chips"],
    ["10% of 4.5 GW goes to spare, usable?", "4.05 GW"],
    ["what's the per-gig cost implied by $38B for 900 MW?", "$42.222B per GW"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });
});

describe("years, parts and multiples said in their own ways", () => {
  test.each([
    ["20 GW built over 2026-2030 evenly; GW a year and $ a year at 50B", ["4 GW", "$200B per year"]],
    ["$27B financed 60/40 debt and equity", ["$16.2B", "$10.8B"]],
    ["8x revenue of $25B is what valuation", ["$200B"]],
    ["cost of equity 12% on 30%, debt 6.5% on 70%: WACC", ["8.15%"]],
    ["year 3 value of $20B falling 25% a year", ["$11.25B"]],
    ["35B Bernstein gigawatt, GPUs 39% — GPU money in 2.5 GW", ["$34.125B"]],
    ["foxconn's electricity for 3 GW for 2 years", ["$7.8B"]],
    ["5 PWh in TWh", ["5,000 TWh"]],
    ["$/MWh if 700 MW at 95% for a year costs $420M", ["$72.1"]],
    ["if $110B is raised at $730B pre, post money and stake", ["$840B", "13.095%"]],
    ["15,000 racks of 72: GPUs and MW at 132 kW", ["1.08 million chips", "1.98 GW"]],
  ])("%s", (question, amounts) => {
    for (const amount of amounts) expect(headlineOf(question)).toContain(amount);
  });

  test("a tenth that stands in no number is not left out", () => {
    expect(isDeclined("what does one extra tenth of PUE cost on 1 GW of IT at $60/MWh")).toBe(true);
  });
});

describe("a price behind what is counted, and what is put on it", () => {
  test.each([
    ["price of 1,200 racks at $3.9M", "$4.68B"],
    ["price of 1,200 racks at $3.9M plus 15% networking", "$5.382B"],
    ["GB300 racks at 140 kW in 700 MW facility with PUE 1.2", "4,167 racks"],
    ["gas turbines for 800 MW at $2,200 per kW, with 20% spare", "$2.112B"],
    ["stake worth of 27% in a $500B company", "$135B"],
    ["if 1 GW is worth $35B, what are 26 GW worth", "$910B"],
  ])("%s", (question, result) => {
    expect(headlineOf(question)).toContain(result);
  });

  test("what is no price of one rack is none", () => {
    expect(headlineOf("1,200 racks at $9B in all: per rack")).toContain("$7.5M per rack");
  });
});
