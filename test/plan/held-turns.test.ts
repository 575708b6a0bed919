import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("a word that nothing explains is not answered with the amount that was shown before", () => {
  expect(last("Cerebras IPO raise", "at what price", "who owns most of the company?")).toMatch(/^unknown/);
  expect(last("xai valuation in the merger", "and combined")).toMatch(/^unknown/);
  expect(last("Poolside Horizon: how big is the campus", "coreweave's lease?", "rent per year?")).toMatch(/^unknown/);
  expect(last("How much is Google putting into Anthropic?", "what are the milestones?")).toMatch(/^unknown/);
  expect(last("nvidia groq price", "how many employees moved?")).toMatch(/^unknown/);
});

test("a role that nobody has is not answered with those who have another", () => {
  expect(last("Mistral Paris debt", "any guarantor?")).toMatch(/^unknown/);
  expect(last("aligned data centers takeover price", "who's selling")).toContain("Macquarie");
});

test("the nearest to another time is not what was just said", () => {
  expect(last("oracle rpo", "a year earlier?")).toMatch(/^unknown/);
  expect(last("CoreWeave backlog end of March 2026?", "how much has it grown since september")).toContain("$43.8B");
});

test("what was first and what it is now, set against each other", () => {
  const opener = "OpenAI's AWS contract, how big was it originally?";
  expect(last(opener, "expansion as % of the original")).toContain("263");
  expect(last("meta capex guidance 2026", "how much bigger is that than the original?")).toContain("$10B");
});

test("the same multiple of another company", () => {
  const opener = "what multiple of run-rate revenue is openai valued at";
  expect(last(opener, "and anthropic's?")).toContain("20.53×");
  expect(last(opener, "and xai's?")).toMatch(/^clarify|^unknown/);
});

test("which of two deals has more of something", () => {
  const two = ["spacex fee from anthropic per month", "and google's?"];
  expect(last(...two, "which one has more gpus")).toMatch(/Anthropic.*325,000.*110,000/);
});

test("a part of a tally by its name, and what is left of it without one", () => {
  const opener = ["nvidia equity commitments 2026 total", "openai's part?"];
  expect(last(...opener, "corning?")).toContain("$3.2B");
  expect(last(...opener, "corning?", "what's left without openai")).toContain("$10B");
});

test("what a site costs is not the loan that was shown last", () => {
  const opener = ["vantage frontier cost", "debt part"];
  expect(last(...opener, "that's how many percent of the cost")).toContain("88%");
  expect(last(...opener, "cost per gw")).toContain("$17.9B per GW");
});

test("of another company the like of it, without the day of the first", () => {
  expect(last("nebius meta march 2026 deal size", "and the microsoft one they have?")).toContain("$17.4B");
  expect(last("Anthropic post-money, May 2026 round?", "OpenAI's equivalent?")).toContain("$852B");
  expect(last("Microsoft Nscale contract - number of GPUs", "what do they pay for the whole thing")).toContain("$23B");
});

test("the middle of a range, and its change", () => {
  const opener = ["alphabet capex 2026 guidance", "midpoint?"];
  expect(last(...opener)).toContain("$185B");
  expect(last(...opener, "2025?", "increase between the midpoints in %")).toContain("101.1%");
});

test("another measure of the same quarter, and what a stake that was sold comes to", () => {
  expect(last("OpenAI net loss q1 2026", "revenue")).toContain("$5.7B");
  expect(last("SoftBank Ampere price", "oracle's stake", "worth how much at that price")).toContain("$2.098B");
});

test("a percentage is not answered by a sentence without one, nor a party's doings by another of its deals", () => {
  const opener = "is nvidia's openai LOI still alive?";
  expect(last(opener, "what replaced it", "what % of openai does nvidia get")).toMatch(/^unknown/);
  expect(last("SoftBank Ampere price", "who sold it", "did oracle book a gain on it?")).toMatch(/^unknown/);
});

test("the round that a part belongs to, its valuation, and the part as a share of it", () => {
  const opener = "Humain's investment in xAI's Series E";
  expect(last(opener, "size of the whole round")).toContain("$20B");
  expect(last(opener, "valuation then")).toContain("$230B");
  expect(last(opener, "size of the whole round", "humain's share of the round in %")).toContain("15%");
});

test("the highest of a series, and how many times another of it that is", () => {
  const opener = ["OpenAI valuation history", "which was highest"];
  expect(last(...opener)).toContain("$852B");
  expect(last(...opener, "how many times the october 2024 one")).toContain("5.427×");
});

test("money that was put in is no cost, and no share of who got it", () => {
  expect(last("amazon x-energy target", "cost of those reactors")).toMatch(/^unknown/);
  const opener = "Microsoft's UAE programme total";
  expect(last(opener, "g42 stake in $", "in percent of G42")).toMatch(/^unknown/);
  expect(last("total of Meta's nebius deals", "just the firm part of the bigger one")).not.toContain("29.9");
});

test("a total of one deal is about that deal, and what paid for a site is near it", () => {
  const opener = ["CoreWeave's deals with openai, total", "the first one"];
  expect(last(...opener)).toContain("$11.9B");
  expect(last(...opener, "that's what % of the total")).toContain("53.13%");
  expect(last(...opener, "is it more than meta's total with coreweave")).not.toContain("$14.2B");
  expect(last("Stargate Michigan cost with equipment", "who put in the equity")).toContain("Related Digital");
});

test("what is asked for by its own name is no amount, and no place", () => {
  expect(last("Terafab cost", "which process")).toContain("14A");
  const opener = ["Google texas investment", "where"];
  expect(last(...opener, "and the power there?")).not.toContain("Armstrong");
  expect(last("google texas investment", "compare to its india one")).toMatch(/\$40B.*\$15B/);
});
