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

test("what a sum is for is said by its label, and what it is made of by figures that add up to it", () => {
  const norway = ["what's happening with stargate norway", "how much was going in"];
  expect(last(...norway, "for how many MW")).toContain("20 MW");
  expect(last(...norway, "per MW?")).toContain("$50M per MW");
  expect(last("meta nebius 2026", "split?")).toMatch(/\$15B.*\$12B/);
  expect(last("stargate michigan cost", "is that with chips?")).toContain("$45B including equipment");
});

test("what a party did is asked of the deal that was spoken of", () => {
  expect(last("what's happening with stargate norway", "did openai ever sign")).toMatch(
    /^answered: No\. Stargate Norway/,
  );
});

test("a company's level beside that of another is of the same measure", () => {
  const opener = ["What did Anthropic's revenue run rate hit in may", "at the start of the year?"];
  expect(last(...opener)).toContain("$9B");
  expect(last(...opener, "times?")).toContain("5.222×");
  expect(last(...opener, "times?", "so is it bigger than openai's")).toMatch(/\$47B.*\$25B/);
  expect(last("anthropic run rate", "what multiple of that is the valuation")).toContain("20.53×");
});

test("what is asked of nothing that was spoken of is asked back, and of the only deal that came near is its own", () => {
  expect(last("how much did it raise")).toMatch(/^clarify/);
  expect(last("which banks ran the oracle 2025 bond", "how much did it raise")).toContain("$18B");
  expect(last("Who are the banks on Oracle's 2025 bond?")).toContain("Goldman Sachs");
});

test("a sentence that alone has the word answers, though an amount was asked for before", () => {
  expect(last("stargate uae", "cost?", "any threats to it")).toContain("Iran");
  expect(last("how much does Saline cost")).toContain("$16B");
});

test("a part's power and its money go by one label, and the total is all of it", () => {
  const opener = ["who's the landlord for applied digital's coreweave leases?", "total value"];
  expect(last(...opener)).toContain("$11B");
  expect(last(...opener, "and the unnamed one", "how many MW", "worth")).toContain("$5B");
});

test("a few words for a share, a bound, a source of power and a time", () => {
  expect(last("nvidia intel stake", "% of Intel?")).toContain("4–4.4%");
  expect(last("Tesla Samsung deal size", "is that a cap?")).toContain("at least $16.5B");
  expect(last("poolside horizon", "power source")).toContain("gas");
  expect(last("OpenAI's funding gap per HSBC", "through when")).toContain("2030");
  expect(last("What is Google's backlog", "amazon's", "does that include anthropic")).toContain(
    "leaves out the Anthropic deal",
  );
});
