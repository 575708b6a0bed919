import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("a lease without its renewals is told by the figure beside the one with them", () => {
  expect(last("base value of the River Bend lease, ex renewals")).toContain("$7B");
  expect(last("base value of the River Bend lease, ex renewals", "per MW?")).toMatch(/\$28\.\d+M/);
  expect(last("TeraWulf Fluidstack lease value without the extension options")).toContain("$6.7B");
  expect(last("Cipher Barber Lake lease value", "with both extensions?", "ex options?")).toContain("$3B");
});

test("a quarter earlier is of the same measure, and said to be unknown where it is on no record", () => {
  const opener = "CoreWeave's backlog in Q1 2026";
  expect(last(opener, "and one quarter earlier?")).toContain("$66.8B");
  expect(last(opener, "and one quarter earlier?", "so it grew by what pct?")).toContain("48.8%");
  expect(last("Alphabet cloud backlog in Q1 2026", "and the quarter before that?")).toMatch(/^unknown/);
  expect(last("Anthropic run-rate revenue in May 2026", "a month earlier")).toContain("$30B");
});

test("what came from one party is its own amount, and its part of the whole", () => {
  const opener = "size of the first Valor Compute vehicle that leases GPUs to xAI?";
  expect(last(opener, "how much of it came from Apollo?")).toContain("$3.5B");
  expect(last(opener, "how much of it came from Apollo?", "in percent?")).toContain("64.81%");
  const round = ["How big was OpenAI's $122B round?", "how much of it came from Amazon", "and SoftBank's part?"];
  expect(last(...round, "in %?")).toContain("24.59%");
  expect(last("Anthropic Series H", "how much of it came from Altimeter?")).toMatch(/^unknown/);
});

test("a sum for a month is put for a year, and whose part of it is told by the deals in it", () => {
  const opener = ["SpaceX monthly fee from Anthropic", "and from Google", "together?"];
  expect(last(...opener, "annualise that")).toContain("$26.04B");
  expect(last(...opener, "annualise that", "what share of it is google")).toContain("42.4%");
  expect(last("Google's monthly fee to SpaceX", "times 12")).toContain("$11.04B");
});

test("a guide in percent of sales, and a valuation over the run-rate of its day", () => {
  const opener = ["Oracle's FY26 capex guidance?", "revenue that year?"];
  expect(last(...opener, "so the final guide is what % of sales?")).toContain("74.18%");
  expect(last("Anthropic Series H size?", "post-money as a multiple of the run-rate they gave that day?")).toContain(
    "20.53",
  );
});

test("who is bound, what votes a stake has, who anchors, and when shares first traded", () => {
  expect(last("Is Microsoft bound to anything at Nscale's West Virginia site?")).toMatch(/No\. .*letter of intent/);
  expect(last("Nscale's Monarch campus", "is Microsoft bound by it?")).toContain("No. ");
  expect(last("does the stake in Scale AI give Zuck any votes or a board seat?")).toContain("no votes");
  expect(last("who was the anchor debt investor in the Saline Township financing?")).toContain("PIMCO");
  expect(last("who is the anchor investor in Valor Compute Infrastructure?")).toContain("Nvidia is the anchor");
  expect(last("When did CBRS start trading?")).toContain("14 May 2026");
  expect(last("when did CRWV start trading?")).toMatch(/^unknown/);
  expect(last("what % of Oracle's RPO is OpenAI, per Oracle?")).toContain("has not published");
  expect(last("what slice of Oracle's $638 billion backlog is OpenAI?")).toContain("has not published");
  expect(last("what part of oracle's backlog is openai")).toContain("has not published");
});
