import { describe, expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("a sum over a time and a power", () => {
  test.each([
    ["$300B over 5 years on 4.5 GW: how much a year, and per GW a year?", "$60B per year"],
    ["27bn, 2 GW, 5 years - annual spend and annual spend per GW?", "$5.4B per year"],
    ["2 GW for a year at 80% load", "14.016 TWh"],
    ["three tranches of 10 billion, total", "$30B"],
    ["10bn tranches in april, july and october - how much altogether", "$30B"],
    ["$1B, 4 times a year for 3 years", "$12B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

describe("a whole and its parts", () => {
  test.each([
    ["we have 60bn: 40% goes to chips, 35% to buildings and the rest to power. how much each?", "25%: $15B"],
    ["budget 500bn, spent 100bn so far. how much is left and what percent is that?", "80%"],
    ["$36B, of which 31 is senior. whats junior?", "$5B"],
    ["6.2bn out of 23bn", "26.957%"],
    ["100bn split 3 ways", "$33.333B"],
    ["spend $10 billion in 2026, double that in 2027 and the same again in 2028, total", "$50B"],
    ["5 billion now and 20 billion later, what share is paid now?", "20%"],
    ["20 billion of equity and 60 billion of debt - what's the debt share", "75%"],
    ["a 35bn chip bill is 70% of the total. what's the total?", "$50B"],
    ["$18bn is 40% of what", "$45B"],
    ["38bn of debt, 23bn of it for Shackelford - what's left?", "$15B"],
    ["22.4bn total, 11.9 of it in the first contract. remainder?", "$10.5B"],
    ["of the $50B, 15B is paid. how much remains?", "$35B"],
    ["half the 8 GW at $35B and half at $50B, total", "Total: $340B"],
    ["3 GW, one third at 30bn/GW and the rest at 60bn/GW", "Total: $150B"],
    ["6 GW: 2 at $30B and 4 at $45B per GW", "Total: $240B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

describe("so much more or less", () => {
  test.each([
    ["60 billion +-10%", "$54–66B"],
    ["if it slips 20% over the 18bn budget where do we land", "$21.6B"],
    ["how much less is 2.45 GW than 10 GW in percent", "75.5%"],
    ["$52B give or take 20%", "$41.6–62.4B"],
    ["42B/GW plus-minus 15% on 3 GW", "$107.1–144.9B"],
    ["25bn project, cost overrun of a third, whats the new total", "$33.333B"],
    ["campus budgeted at 16bn came in 25% over, final cost?", "$20B"],
    ["a $20B build comes in 15% under budget", "$17B"],
    ["cut 500bn by two thirds", "$166.667B"],
    ["72.22 to 135 billion is what increase", "86.929%"],
    ["130bn vs 200bn, by how much % higher", "53.846%"],
    ["130bn vs 200bn: what percent lower is the first?", "35%"],
    ["difference between $35.2B and $14.2B", "Difference: $21B"],
    ["gap between 80bn and 35bn", "$45B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

describe("how long, how many, and in what", () => {
  test.each([
    ["how many years at 35% growth does it take to go from 5bn to 50bn", "7.673 years"],
    ["growth rate needed to go from 13bn to 100bn in 4 years", "66.5"],
    ["if we add 500 MW a year how long to reach 4 GW from 1 GW", "6 years"],
    ["by what factor is 10 GW larger than 250 MW", "40×"],
    ["852 vs 500 billion valuation, how many times", "1.704×"],
    ["$16.5B / 101 months", "$163.366M per month"],
    ["capex of $4bn per quarter, full-year figure?", "$16B per year"],
    ["what must a GW cost for 6 GW to come in at $210B", "$35B per GW"],
    ["43 GBP million in dollars", "$56.75M"],
    ["how long until 6 bn doubles at 20% a year", "3.802 years"],
    ["when does 1.9 GW hit 30 GW growing 50% a year", "6.805 years"],
    ["$38B in sterling", "£28.79B"],
    ["GW per trillion dollars at 50bn/GW?", "20 GW"],
    ["how many MW per billion at $42B/GW", "23.81 MW"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
  test("unlike amounts are not added", () =>
    expect(last("add 30 MW, 4 GW and 7 billion dollars")).toContain("unlike units"));
});

describe("the asker's numbers with what is on record", () => {
  test.each([
    ["jupiter at 40bn a gigawatt", "$98B"],
    ["nvidia's intel shares at $40", "$8.591B"],
    ["lighthouse per GW counting only 15 billion", "$15–16.67B per GW"],
    ["abilene per GW if you take the 15bn jv plus 40bn of chips", "$45.83B per GW"],
    ["hyperion per GW if it costs 200bn", "$100B per GW"],
    ["what's shackelford per GW at $25B?", "$17.86B per GW"],
    ["abilene: (15bn + 40bn) / 1.2 GW", "$45.833B per GW"],
    ["abilene at 42 billion per gw", "$50.4B"],
    ["Portsmouth Ohio at Bernstein's estimate", "$350B"],
    ["hyperion's first 2 GW if you use Morgan Stanley's GB300 figure", "$66B"],
    ["openai's AWS contract per year", "$5.429B per year"],
    ["tesla samsung chip contract per month", "$163.4M per month"],
    ["add up amazon's cheques into openai and anthropic", "$83B"],
    ["amazon's investment in openai plus its investment in anthropic", "$83B"],
    ["total of anthropic's azure and aws commitments", "$130B"],
    ["openai's azure + oracle + aws commitments", "$688B"],
    ["openai: aws + azure contracts, total", "$388B"],
  ])("%s", (question, amount) => expect(last(question)).toContain(amount));
});

test("nothing is made of a negative power, or of an amount of an amount", () => {
  expect(last("what would minus two gigawatts cost")).not.toContain("$100");
  expect(last("what's 250m of 3.5bn")).not.toContain("$875");
});

test("a sum goes on with another length, share or part", () => {
  expect(last("$100B over 8 years per year", "and over 5?")).toContain("$20B per year");
  expect(last("interest on $38B at 7%", "at 8?")).toContain("$3.04B per year");
  expect(last("what is 20% of $38B", "of $50B?")).toContain("$10B");
  expect(last("how much is 250 MW at $44B per GW", "per MW?")).toContain("$44M per MW");
  expect(last("16bn of buildings plus 30bn of fit-out, total", "what if the fit-out is 40bn")).toContain("$56B");
});
