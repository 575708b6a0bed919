import { describe, expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("amounts of one record, over each other and together", () => {
  test.each([
    ["investment per GW at Vantage Frontier", "$17.9B per GW"],
    ["Vantage Frontier equity per GW", "$2.143B per GW"],
    ["cost of the gas generation at Portsmouth per GW", "$3.62B per GW"],
    ["transmission for the Ohio campus per GW", "$420M per GW"],
    ["Phase one of SoftBank's France plan per GW in dollars, at your euro rate", "$16.52B per GW"],
    ["Amazon/Talen: revenue per MW over the life of the contract", "$9.375M per MW"],
    ["how much a year is Tesla's order with Samsung, spread over its term", "$1.96B per year"],
    ["Portsmouth campus: gas, transmission and data centre cost in all", "$67.5–77.5B"],
    ["Vantage Frontier debt plus equity", "$25B"],
    ["Stargate Michigan: campus cost plus the cost inside the buildings", "$46–56B"],
    ["share of power in Goldman's AI capex to 2031", "4.711%"],
    ["what percent of Goldman's 7.6 trillion is compute", "67.11%"],
    ["how many times the money raised was SpaceX's market value after the first day", "28×"],
    ["What share of the $16bn raised for the Saline Township campus is debt?", "87.5%"],
    ["what % of Stargate Michigan's $16B is borrowed", "87.5%"],
    ["A$7bn NEXTDC in USD", "$4.6B"],
    ["Base value of the Microsoft/Nebius contract, leaving the options out", "$17.4B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));

  test("a total that holds the other amount is not added to it", () => {
    expect(last("what does Hyperion's debt and equity come to together")).not.toContain("$34B");
  });

  test("what a part has not is no amount of the campus", () => {
    expect(last("SoftBank Portsmouth per GW")).not.toContain("$3.62B");
  });
});

describe("companies' figures of their own time", () => {
  test.each([
    ["microsoft capex fiscal q1 2026 vs fiscal q2", /\$34\.9B.*\$37\.5B/],
    ["microsoft quarterly capex", /\$34\.9B.*\$37\.5B.*\$30\.9B/],
    ["Microsoft's capex in the first three quarters of fiscal 2026", /\$34\.9B.*\$37\.5B.*\$30\.9B/],
    ["was AWS's backlog behind Google Cloud's?", /^answered: Yes.*\$364B.*\$462B/],
    ["At 31 March 2026, was AWS's backlog ahead of Google Cloud's?", /\$364B.*\$462B/],
    ["aws backlog at end of q1 26", /\$364B/],
    ["Was OpenAI's 2025 revenue more than its 2026 compute spending", /\$50B.*\$13\.07B/],
    ["Was OpenAI's 2025 loss bigger than its 2025 revenue", /\$38\.53B.*\$13\.07B/],
    ["by what percentage does Amazon's 2026 capex exceed its 2025 capex", /52\.67–53\.85%/],
    ["Oracle bond sales: Sept 2025 vs Feb 2026", /\$25B.*\$18B/],
    ["cloud backlog of Amazon, Google and Microsoft as of early 2026", /\$1\.1T/],
    ["what will SoftBank have put into OpenAI in all after the 2026 tranches", /\$64\.6B/],
    ["when did SoftBank wire the first tranche of the $30B", /1 April 2026/],
    ["what was OpenAI's part of Microsoft's backlog in dollars", /\$281B/],
    ["What percentage of Oracle's backlog is OpenAI?", /not published/],
    ["What percent of Oracle's backlog is the OpenAI contract", /47\.02%/],
    ["How did OpenAI's 2030 revenue target change", /rose: about \$200B .*at least \$280B/],
    ["How much did SpaceX bring in with its IPO?", /\$75B/],
  ])("%s", (question, answer) => expect(last(question)).toMatch(answer));

  test("a quarter of a year's forecast is no quarter that is on record", () => {
    expect(last("Microsoft's capex in each quarter of fiscal 2026")).not.toContain("$47.5B");
  });
});

describe("one firm's estimates", () => {
  test.each([
    [
      "priciest gpu to fill a gigawatt with, going by Morgan Stanley",
      /^answered: The highest: Morgan Stanley, Vera Rubin/,
    ],
    ["foxconn's rack count for a gigawatt, scaled down to 600 MW", /2,134 racks/],
    ["Bernstein's cost of 1 GW, scaled up to 3 GW", /\$105B/],
    ["going by TD Cowen, how many dies is 4.5 GW", /TD Cowen: 4\.5 million dies/],
    ["extra on a $300M data center build for AI, at Turner & Townsend's premium", /\$21–30M/],
    ["Huang's number for two gigawatts (2 GW)", /\$100–120B/],
  ])("%s", (question, answer) => expect(last(question)).toMatch(answer));
});
