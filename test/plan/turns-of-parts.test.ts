import { expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

test("of several values in a deal each company has its own", () => {
  const opener = "What was xAI valued at in the merger?";
  expect(last(opener)).toContain("$250B");
  expect(last(opener, "and spacex")).toContain("$1T");
  expect(last(opener, "and spacex", "both combined?")).toContain("$1.25T");
});

test("who is in a round, what each put in, and what the whole was valued at", () => {
  const opener = "how much did OpenAI raise this spring";
  expect(last(opener)).toContain("$122B");
  expect(last(opener, "who's in it")).toMatch(/Amazon.*SoftBank/);
  expect(last(opener, "how much from each")).toMatch(/Amazon.*\$50B.*\$30B/);
  expect(last(opener, "how much of amazon's is upfront", "post-money?")).toContain("$852B");
});

test("somebody who is named after who has a part is asked about in the same way", () => {
  const opener = ["what's crusoe's valuation", "was nvidia in it?"];
  expect(last(...opener, "was apple?")).toMatch(/^answered: No: Apple is not a party to Crusoe/);
  expect(last(...opener, "was apple?", "and microsoft?")).toContain("No: Microsoft");
  expect(last("Terafab: who's in it", "also Intel?")).toContain("Yes.");
  expect(last("who guarantees the hut 8 lease", "and terawulf?")).toContain("TeraWulf–Fluidstack");
});

test("whether what was shown is confirmed is told by the sentence that says so", () => {
  expect(last("xAI Humain saudi site cost", "is that confirmed")).toContain("no other source confirms it");
  expect(last("nvidia groq price", "has either of them confirmed it")).toContain("Neither company confirmed");
});

test("parts of what a gigawatt costs", () => {
  const opener = ["cost per GW according to huang?", "how much of that is nvidia"];
  expect(last(...opener)).toContain("$35B");
  expect(last(...opener, "and the rest?")).toContain("$15B");
});

test("growth is of the same measure, also where another was shown between", () => {
  const opener = ["OpenAI revenue in 2025?", "and burn?", "and the year before - revenue?"];
  expect(last(...opener)).toContain("$3.7B");
  expect(last(...opener, "growth?")).toContain("253.2%");
});

test("what is new in the turn is not told by the name alone", () => {
  expect(last("Who runs Scale AI now?", "how much did meta pay")).toContain("$14.3B");
  expect(last("how much power is OpenAI buying from Cerebras", "openai's loan to them")).toContain("$1B");
  expect(last("Akamai-Anthropic, how much", "so per year", "stock reaction?")).toContain("27%");
  expect(last("how many shares can openai get in amd", "how many has it got so far?")).toMatch(/^unknown/);
});

test("the other buyer of the same seller is meant in a deal of the same kind", () => {
  const opener = ["how much is anthropic paying spacex a month", "can they get out early?"];
  expect(last(...opener, "and google?")).toContain("Google–SpaceX");
  expect(last(...opener, "and google?", "which of the two gets more chips")).toMatch(/325,000.*110,000/);
});
