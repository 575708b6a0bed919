import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("what was just said is not said again to another question", () => {
  expect(last("what did softbank pay for ampere", "what do they make")).toMatch(/^unknown/);
  expect(last("what's coreweave's backlog", "who's bigger?")).toMatch(/^unknown/);
  // Its own time or a second amount is more than that.
  expect(last("how much is microsoft paying nebius", "until when")).toContain("2031");
});

test("when and since when are of what was told", () => {
  expect(last("is stargate uk still on?", "when?")).toContain("9 April 2026");
  expect(last("has softbank closed the ampere deal", "when was that")).toContain("25 November 2025");
  expect(last("who is building stargate abilene", "why was the expansion dropped", "when")).toContain("6 March 2026");
});

test("how long a deal runs, when it ends and when a site is finished", () => {
  const oracle = "how much is the OpenAI Oracle contract worth";
  expect(last(oracle, "what's the term")).toContain("five years");
  expect(last(oracle, "when does it end")).toContain("about 2032, by its start and its length");
  expect(last("how much will anthropic spend on aws", "what's the term")).toContain("ten years");
  expect(last("who is building abilene", "when's it finished")).toContain("expected December 2026");
  expect(last("stargate uae", "when is it finished")).toContain("October 2028");
});

test("a round is valued after the money, and a listing at what it came to", () => {
  const round = last("how big was openai's 2026 funding round when it closed", "at what valuation");
  expect(round).toMatch(/\$852B.*before the money: \$730B/i);
  expect(last("cerebras ipo price", "market cap?")).toContain("$63–66B");
  expect(last("how much did spacex raise", "market cap after day one")).toContain("$2.1T");
  expect(last("how much did spacex raise", "how much was it up")).toContain("19%");
});

test("who else is in the round that a stake is a part of", () => {
  const opener = "how much did amazon invest in openai";
  expect(last(opener, "who else invested")).toMatch(/Amazon.*Nvidia.*SoftBank/);
  expect(last(opener, "did microsoft take part?")).toMatch(/^answered: Yes/);
  expect(last(opener, "did apple take part?")).toMatch(/^answered: No/);
});

test("one party's role by its own name", () => {
  expect(last("who is building stargate abilene", "who's the tenant")).toContain("Oracle");
  expect(last("spacex ipo - how much did they raise", "which banks?")).not.toMatch(/^answered/);
});

test("a part by the place that it is called after, before any other deal there", () => {
  const opener = ["microsoft's nscale commitment, how much?", "how much of it is narvik?"];
  expect(last(...opener)).toContain("$6.2B");
  expect(last("google anthropic investment 2026", "how much of that upfront?")).toContain("$10B");
});

test("the second order of the same two, and both together", () => {
  const opener = ["How big was Meta's first CoreWeave order?", "and the second one?"];
  expect(last(...opener)).toContain("$21B");
  expect(last(...opener, "together?")).toContain("$35.2B");
});

test("a whole and what it has grown by are not added", () => {
  const opener = ["size of openais first aws contract?", "and then it got bigger, by how much?"];
  expect(last(...opener)).toContain("$100B");
  expect(last(...opener, "so what's the total now")).not.toContain("$238B");
});

test("beside what was shown stands its like", () => {
  const spacex = "spacex ipo - how much did they raise";
  expect(last(spacex, "bigger than cerebras'?")).toMatch(/\$75B.*\$5\.55B/);
  expect(last("openai q1 2026 revenue", "vs q1 2025?")).toMatch(/^unknown/);
  expect(last("anthropic series H valuation", "is that more than openai's valuation?")).toMatch(/\$965B.*\$852B/);
});

test("a company's figure: its group, its rate, its end of a year, its growth", () => {
  expect(last("Alphabet's 2026 capex guidance?", "all four together")).toContain("$695–725B");
  expect(last("what's the cap on the revenue share openai owes microsoft", "what rate")).toContain("20%");
  expect(last("coreweave backlog at end of march 2026", "and end of 2025?")).toContain("$66.8B");
  expect(last("openai revenue 2025", "and the year before?", "in percent?")).toContain("253.2%");
});

test("another term of the last sum", () => {
  const opener = ["monthly cost of a $48B contract over 4 years", "and over 8?"];
  expect(last(...opener)).toContain("$500M");
  expect(last(...opener, "per year?")).toContain("$6B");
});

test("whether an amount of money was always so, and what was aimed at", () => {
  const cerebras = ["When did OpenAI and Cerebras announce their deal?", "how many megawatts?"];
  expect(last(...cerebras, "was it always over $20 billion?")).toContain("$10B");
  expect(last("xAI series E size?", "valuation?", "what was the original target")).toContain("$15B");
  expect(last("how much of Scale AI did Meta buy?")).toContain("49%");
});

test("one of several side by side by its place, and all of them together", () => {
  const opener = "how many contracts does openai have with coreweave?";
  expect(last(opener, "the first?")).toContain("$11.9B");
  expect(last(opener, "the first?", "and the latest")).toContain("$6.5B");
  expect(last(opener, "the first?", "total?")).toContain("$22.4B");
});

test("what the records do not have is no other figure", () => {
  expect(last("what's anthropic's run rate", "how many times openai's")).toContain("1.88 times");
  expect(last("amazon capex 2026", "in q1?")).toContain("$43.2–44.2B");
  expect(last("openai losses 2025", "2026 forecast?")).toMatch(/^unknown/);
  expect(last("openai losses 2025", "per dollar of revenue")).toContain("294.8");
  expect(last("who backs the hut 8 lease", "what does google get")).toMatch(/^unknown/);
  expect(last("when did amazon and talen sign", "and microsoft's?")).toMatch(/^unknown/);
  expect(last("microsoft uae investment", "how much so far")).toContain("$7.3B");
  expect(last("which banks lent softbank the 40 billion", "when due")).toContain("March 2027");
});

test("another price of a gigawatt in few words, and the last result carried on", () => {
  const opener = "what would 2 GW cost at $40B per GW";
  expect(last(opener, "and at 44 a gig?")).toContain("$88B");
  expect(last(opener, "what about 42bn a gig?")).toContain("$84B");
  expect(last(opener, "same at 50 a gigawatt")).toContain("$100B");
  expect(last("3 GW at 35 billion each", "and 40 a piece?")).toContain("$120B");
  expect(last(opener, "spread that last one over 5 years, per year")).toContain("$16B per year");
  expect(last(opener, "divide the last one by 4")).toContain("$20B");
  expect(last(opener, "divide it by 5")).toContain("$16B");
});

test("where guidance, a backlog and a contract started", () => {
  expect(last("what was alphabet's final capex guide for 2025", "where did it start that year?")).toContain("$75B");
  expect(last("oracle fy26 capex guidance", "where did it start?")).toContain("$35B");
  expect(last("what is Google's 2026 capex", "what was the original guide?")).toContain("$175–185B");
  expect(last("how much is the AWS OpenAI contract", "what did it start at?")).toContain("$38B");
  expect(last("microsoft fy27 capex", "where was it to begin with")).not.toContain("$40B");
});
