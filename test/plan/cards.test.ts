import { describe, expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("formulas, in whatever order their numbers stand", () => {
  test.each([
    ["$850M, 8.25% nominal, paid off monthly over 12 years. what's the monthly payment", "$9.318M per month"],
    ["2 billion at 7% over ten equal annual payments, how much each", "$284.755M per year"],
    [
      "We pay 500M today and get back 140M at the end of each of the next five years at 9%, what is the npv",
      "$44.551M",
    ],
    ["WACC? 60/40 debt to equity, debt costs 7% before a 21% tax shield, shareholders want 12%", "8.118%"],
    [
      "use 14% for equity, which is 35% of our funding; the rest is debt at 7.5% and we pay 21% tax. Weighted cost of capital?",
      "8.751%",
    ],
    ["debt to ebitda for 4.2B borrowed against 700M", "6×"],
    ["EBIT came in at 210m and there's 1.4bn of debt at 6.5%. how many times over is the interest covered", "2.308"],
    ["project is 6.4B, lenders will go to 70%. equity cheque?", "$1.92B"],
    [
      "a partner takes 20% of our sales until it's had $38bn. sales hold at 14bn. how many years till we are free",
      "13.571",
    ],
    ["They sold 8% of the company for $400M. So pre and post?", "$4.6B"],
    ["342M shares, 61.50 a share, 8.5bn of borrowings, 1.3bn in the bank. Enterprise value?", "$28.233B"],
    [
      "company has 248m shares, sells new ones worth 300m at $18.75 apiece; what slice do the buyers end up with?",
      "6.061%",
    ],
    [
      "using the treasury stock method, 9 million options with a $12 strike and the stock at $30 add how many shares net",
      "5.4",
    ],
    ["put 40 in, get 12 back at each of the next 5 years. IRR?", "15.238%"],
    ["gross margin when cost of revenue is 61m and the top line is 92.5m", "34.054%"],
    ["if a card burns $1.10 for each hour, rented or idle, and rents at $2.75, what occupancy gets me to zero", "40%"],
    ["11.5m a MW to put up, 1.4m a MW a year net rent once full. yield on cost?", "12.174%"],
    [
      "ten years of rent if the landlord wants $135 per kW-month on 24 MW and bumps it 3% every anniversary",
      "$445.716M",
    ],
    ["utility feed reads 57 MW, the IT side reads 44. PUE?", "1.295"],
    ["48 hours without grid at 30 MW, gensets drink 0.27 litres for each kWh. How many litres?", "388,800 L"],
    [
      "the utility charges 14.50 per kW on our 28 MW peak and then 4.7 cents a kWh; we used 15,400 MWh. the bill?",
      "$1.13M",
    ],
  ])("%s", async (question, amount) => expect(await talk([question])).toContain(amount));

  test.each([
    // A number that no formula has a place for.
    "gross margin when cost of revenue is 61m, the top line is 92.5m and tax is 12m",
  ])("%s is no guess", async (question) => expect(await talk([question])).toMatch(/^\[(?:unknown|clarify)\]/));
});

describe("the units and the currency of the numbers are kept", () => {
  test.each([
    ["each gpu hour costs me €1.86 all in; to keep a 40% margin what must I charge?", "€3.1"],
    ["342M shares at €61.50 a share, €8.5bn of borrowings, €1.3bn in the bank. Enterprise value?", "€28.233B"],
    ["€11.5bn a GW to put up, €1.4m a MW a year net rent. yield on cost?", "12.174%"],
    ["PJM capacity cleared at 269.92 per MW-day; what does that add up to for 150,000 kW over 365 days", "$14.778M"],
  ])("%s", async (question, amount) => expect(await talk([question])).toContain(amount));

  test.each([
    "gross margin when cost of revenue is €61m and the top line is $92.5m",
    "$10m loan at 1% a month over 12 months in equal monthly instalments, how much each",
  ])("%s is not worked out as if they were alike", async (question) =>
    expect(await talk([question])).toMatch(/^\[(?:unknown|clarify)\]/),
  );
});

describe("racks and plants", () => {
  test.each([
    [
      "3,557 racks, 72 GPUs each, $9.1M a rack: how many GPUs and what do the racks cost?",
      "256,104 chips; cost of the racks: $32.369B",
    ],
    ["42B site plus 1 GW of gas plant at $2,157 per kW, total?", "In all: $44.157B"],
    ["$15B of buildings and $40B of chips for 1.2 GW: cost per GW?", "$45.833B per GW"],
    ["racks of 132 kW each, 4,000 of them: how many MW", "528 MW"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));
});

describe("double declining balance tells the years that are asked for", () => {
  const gear = "Double declining balance, 500M of gear, five-year life";
  test.each([
    ["charge in years one and two", "Year 1: $200M; year 2: $120M."],
    ["charge in years three and four", "Year 3: $72M; year 4: $43.2M."],
    ["charge in year four", "Year 4: $43.2M."],
    ["charge in the third year", "Year 3: $72M."],
    ["first 3 years", "Year 1: $200M; year 2: $120M; year 3: $72M."],
  ])("%s", async (asked, said) => expect(await talk([`${gear}: ${asked}`])).toContain(said));

  test.each(["charge in year nine", "what is left after two years"])("%s is no year of its life", async (asked) =>
    expect(await talk([`${gear}: ${asked}`])).toMatch(/^\[(?:unknown|clarify)\]/),
  );
});
