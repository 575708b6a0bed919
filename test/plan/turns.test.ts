import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("what is asked of the next record is what was asked last, and where it has none, what it has", () => {
  expect(last("adani 100B plan by when", "gw", "and softbank in france")).toContain("5 GW");
  expect(last("how big is the AMD deal with OpenAI", "gigawatts?", "and broadcom?")).toContain("10 GW");
  expect(last("adani ai data centre plan $", "gw target?", "reliance?")).toContain("$109.8B");
});

test("the place in time of one of several figures", () => {
  const opener = "coreweave openai total";
  expect(last(opener, "first contract alone")).toContain("$11.9B");
  expect(last(opener, "and the latest expansion")).toContain("$6.5B");
  expect(last(opener, "the second one")).toContain("$4B");
});

test("another deal of the kind, by its time", () => {
  expect(last("oracle bond sale september 25, how much", "and the feb 2026 one?")).toContain("$25B");
  expect(last("meta nebius 2026 ceiling", "and the 2025 one")).toContain("2025");
  expect(last("Meta's coreweave contract of 2025, how big", "the 2026 one?")).toContain("$21B");
});

test("a part of the whole that was spoken of, and the largest of its parts", () => {
  const round = "How much did OpenAI raise in its 2026 round?";
  expect(last(round, "how much of amazon's money is upfront?")).toContain("$15B");
  expect(last(round, "how much of amazon's money is upfront?", "and softbank's part?")).toContain("$30B");
  expect(last(round, "who wrote the biggest cheque")).toMatch(/Amazon .*\$50B/);
  expect(last(round, "which investor put in the most", "and nvidia?", "what share of the round is that?")).toContain(
    "24.59%",
  );
  expect(last("crusoe series E size", "and the smallest?")).toMatch(/^clarify/);
});

test("another subject and a question of its own", () => {
  expect(last("stargate uk still on?", "no, the norway one - who has that capacity now")).toContain("Microsoft");
  expect(last("How big is the Crane restart?", "and Duane Arnold: who buys the power?")).toContain("Google");
});

test("of whom the record on the table speaks nothing else is meant", () => {
  expect(last("What does Hut 8's lease with Anthropic bring in?", "google's backstop?")).toMatch(/Hut 8/);
  expect(last("SpaceX xAI merger: valuation of the combined company", "and xAI alone?")).toContain("$250B");
});

test("what was corrected is what is spoken of", () => {
  expect(last("when did coreweave complete its purchase of core scientific?", "how many votes against")).toContain(
    "203.5 million",
  );
  expect(last("stargate uk still on?", "since when")).toContain("9 April 2026");
});

test("arithmetic in other words", () => {
  const two = ["Duane Arnold restart size?", "and crane?"];
  expect(last(...two, "add the two")).toContain("1.45 GW");
  expect(last(...two, "sum them up")).toContain("1.45 GW");
  expect(last("latest oracle RPO", "end of august 2025?", "so up how many %")).toContain("40.22%");
  expect(last("interest only on $27bn at 6.58% - a year", "at 10%?", "how much extra is that per year")).toContain(
    "$923.4M",
  );
  expect(last("anthropic may 2026 round", "at what valuation", "is that valuation higher than OpenAI's?")).toContain(
    "$852B",
  );
});

test("a term alone asks for that figure of the record", () => {
  expect(last("how much did crusoe raise in series E", "post-money?")).toContain("$10B");
});

test("the firm part of what was shown", () => {
  expect(last("how many GW is the amd openai deal", "how much of it is actually firm")).toContain("1 GW");
  expect(last("meta nebius 2026 ceiling", "how much of that is binding")).toContain("$12B");
});

test("money for each of what the record counts, and of several counts none", () => {
  expect(last("how much does google pay spacex a month?", "per gpu?")).toContain("$8,364 per chip per month");
  expect(last("mistral paris debt?", "per chip")).toContain("$60,140");
  expect(last("What was the total Altman said OpenAI would spend over eight years?", "so per gigawatt")).toContain(
    "$46.67B per GW",
  );
  expect(last("anthropic's colossus rent a month", "per gpu?")).toMatch(/^unknown/);
});

test("an amount, a rate of exchange or an input that the turn itself has", () => {
  const cash = "blue owl cash contribution in hyperion";
  expect(last(cash, "blue owls cash as a % of the 27bn")).toContain("25.93%");
  expect(last(cash, "what share of 27 billion is that?")).toContain("25.93%");
  expect(last("how big is the Crane restart", "how much more is that than 500 MW")).toContain("335 MW");
  expect(last("Alphabet bonds of February 2026", "how big is the 100 year one", "in usd at 1.3197")).toContain(
    "$1.32B",
  );
  expect(last("co2 from 10 TWh at 367 g/kWh", "if its gas at 437?")).toContain("4.37 Mt");
});

test("a customer's part of a company's figure, and what it leaves", () => {
  const backlog = ["msft commercial backlog, end of 2025", "openai's % of it"];
  expect(last(...backlog)).toContain("45%");
  expect(last(...backlog, "so how much is everybody else in dollars")).toContain("$343.8B");
  expect(last("how much cash did openai burn in q1 2026", "what was left in the bank")).toContain("$73B");
});

test("what points at nothing that was shown is asked back", () => {
  expect(last("difference between those two, in gw")).toMatch(/^clarify/);
  expect(last("founding equity funders of stargate?", "reported amounts", "sum it")).toMatch(/^clarify/);
  const three = ["abb robotics or ampere, which is softbank paying more for", "and digitalbridge?"];
  expect(last(...three, "all three together")).toContain("$15.88B");
});

test("what is asked by another word than an amount is not what was asked before", () => {
  const programme = ["how much is Brookfield's AI infrastructure program", "who are the partners"];
  expect(last(...programme, "equity part?")).toContain("$10B");
  expect(last(...programme, "over how many years")).toMatch(/^unknown/);
  expect(last("Meta's El Paso financing", "who arranged it", "maturity")).toMatch(/^unknown/);
  expect(last("When does OpenAI's Broadcom rollout start?", "and end?")).toContain("end of 2029");
});

test("a few words are of the record alone, and a number is no reason or change", () => {
  expect(last("vantage 38b debt", "interest rate")).not.toContain("Oracle");
  expect(last("What's HSBC's funding gap for openai", "why")).toMatch(/^unknown/);
  expect(last("Oracle's long-term debt", "change in %")).toMatch(/^clarify/);
  expect(last("us data centre leasing q3 2025", "oracle share")).toContain("Oracle leased the most");
});

test("a sum of all that stand in a row, and deals beside each other after a quotient", () => {
  expect(last("alphabet capex 2026", "microsoft", "meta", "sum")).toContain("$510B");
  expect(last("who bought Aligned", "price", "gw", "per gw", "compared to intersect?")).toMatch(/Aligned.*Intersect/);
  expect(last("openai germany sap", "gpus?")).toContain("4,000");
});

test("a quarter without its year is of the year that was told", () => {
  expect(last("Microsoft capex q3 fy26", "q2", "q1?")).toContain("$34.9B");
  expect(last("coreweave capex q1 2026", "q2")).toMatch(/^unknown: No figure for 2026-Q2/);
});

test("what is asked of all deals of a company is no figure of the deal that was spoken of", () => {
  const opener = "how firm is the nvidia openai 100 billion thing?";
  expect(last(opener, "what replaced it?")).toMatch(/Nvidia \$30B equity investment in OpenAI: \$30B/);
  expect(last(opener, "how many gigawatts has openai signed up for in total?")).toContain("up to 7.25 GW");
});

test("a word for a size in nonsense asks for no size of the deal that was spoken of", () => {
  const opener = "as of october 2025, how big was nvidia commitment?";
  expect(last(opener, "what does a purple gigawatt taste like")).toMatch(/^unknown/);
  expect(last(opener, "how many gigawatts?")).toContain("10 GW");
});
