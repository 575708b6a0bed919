import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-28" }).plan;
const headline = (text: string) => plain(execute(read(text), library, []).headline);

describe("a tie that the records have the other way round, or not at all, is denied", () => {
  test.each([
    ["what interest does OpenAI pay Cerebras on the $1B loan?", "lent", /^No, the other way round: OpenAI lent/],
    ["how much did microsoft lend openai for the norway site", "lent", /^No: no record has a loan from Microsoft/],
    ["how much did AMD pay for its 10% of OpenAI?", "owns", /^No: .*The other way round: AMD–OpenAI/],
    ["what did Marvell and Lumentum put into nvidia", "owns", /^No: /],
    ["How much of SoftBank does OpenAI own?", "owns", /^No: /],
    ["how many OpenAI shares did CoreWeave receive in the march 2025 deal?", "owns", /^No: /],
    [
      "Since Amazon owns Anthropic outright, what did it pay for it?",
      "owns-all",
      /^No: no record has Amazon as the owner/,
    ],
    ["xAI's parent company Tesla paid how much for it?", "owns-all", /^No: /],
    [
      "how much rent does Google collect from SpaceX for the GPUs",
      "sells",
      /^No, the other way round: Google is the customer/,
    ],
    ["how many gpus does nebius buy from meta", "sells", /^No, the other way round: Meta is the customer/],
    ["how much does Nvidia pay OpenAI for compute", "sells", /^No, the other way round: OpenAI is the customer/],
    ["how much did CoreWeave guarantee Nvidia?", "guarantees", /^No, the other way round: Nvidia stands behind/],
  ])("%s", (text, claim, said) => {
    expect(read(text)).toMatchObject({ kind: "correct-premise", claim });
    expect(headline(text)).toMatch(said);
    expect(headline(text).length).toBeLessThanOrEqual(300);
  });
});

const name = (id: string) => library.organisations.get(id)?.name ?? id;
const SAID: Readonly<Record<string, readonly ((from: string, to: string) => string)[]>> = {
  cash: [(from, to) => `how much does ${from} pay ${to}?`],
  debt: [(from, to) => `how much did ${from} lend ${to}`, (from, to) => `what interest does ${to} pay ${from}?`],
  equity: [(from, to) => `how much did ${to} invest in ${from}`, (from, to) => `how many ${from} shares did ${to} get`],
  compute: [(from, to) => `how much compute does ${to} rent from ${from}`],
  chips: [(from, to) => `how many chips does ${to} buy from ${from}`],
  power: [(from, to) => `how much power does ${to} buy from ${from}`],
  guarantee: [(from, to) => `how much did ${from} guarantee for ${to}?`],
};

test("nothing that goes from one to another on record is denied", () => {
  const asked = new Set(
    [...library.deals.values()]
      // What was voted down never went from one to the other.
      .filter(({ kind }) => kind !== "acquisition")
      .flatMap(({ flows }) =>
        flows.flatMap(({ from, to, what }) => (SAID[what] ?? []).map((ask) => ask(name(from), name(to)))),
      ),
  );
  expect([...asked].filter((text) => read(text).kind === "correct-premise")).toEqual([]);
});

describe("what else is taken for granted and not so", () => {
  test.each([
    ["what did OpenAI raise in its IPO?", "listed", /^No: no listing of OpenAI is on record/],
    ["what was Anthropic's IPO priced at?", "listed", /^No: no listing of Anthropic/],
    ["Now that SoftBank has finished buying ABB's robotics arm, what was the price?", "completed", /^No: .*definitive/],
    ["when did Nvidia and Groq merge", "merged", /^No: no record has a merger/],
    ["How much did CoreWeave end up paying for Core Scientific?", "completed", /^No: .*cancelled/],
    ["On what day did Microsoft take full control of Nebius", "bought", /^No: /],
    ["why was the Oracle $300 billion contract with OpenAI cancelled?", "cancelled", /^No: /],
    ["what reason did Microsoft give for terminating its IREN contract?", "cancelled", /^No: /],
    ["Why did Nvidia sell its Intel stake?", "sold", /^No: /],
    ["how many AMD shares has OpenAI already sold", "sold", /^No: no record has a sale of AMD shares by OpenAI/],
    ["What does the Hyperion site in Ohio cost", "place", /^No: .*Louisiana/],
    ["what does Project Rainier in Texas cost?", "place", /^No: .*Indiana/],
    ["how many Blackwell GPUs are in Project Rainier", "chips", /^No: no record has Blackwell.*Trainium2/],
    ["what did AMD and OpenAI sign in 2023?", "before", /^No: .*5 October 2025/],
  ])("%s", (text, claim, said) => {
    expect(read(text)).toMatchObject({ kind: "correct-premise", claim });
    expect(headline(text)).toMatch(said);
  });

  test.each([
    "what did SpaceX raise when it listed?",
    "when did OpenAI file for its IPO",
    "when will SoftBank close the purchase of DigitalBridge",
    "what did coreweave offer for core scientific?",
    "when did SoftBank sell its Nvidia stake",
    "when did Cerebras drop its first IPO filing",
    "why was the stargate joint venture abandoned",
    "how many MW is the Hyperion site in Louisiana",
    "how many GB300s did Mistral buy",
    "What did Microsoft invest in G42 in 2024?",
    "Apollo's loan to xAI's chip vehicle",
    "what does OpenAI charge Cerebras on its loan",
    "did nvidia also invest in marvell",
  ])("and what is so: %s", (text) => {
    expect(read(text).kind).not.toBe("correct-premise");
  });
});

test("who left or replaced somebody is told by no other sentence on that person", () => {
  expect(read("who replaced Jensen Huang as Nvidia CEO").kind).toBe("decline");
  expect(read("when did Sam Altman leave OpenAI?").kind).toBe("decline");
  expect(headline("why did Altman leave the Helion chair")).toMatch(/gave up the chair/);
});

test("what will be is told by what is expected, and not by the day of the announcement", () => {
  expect(headline("which date will Stargate UAE be finished")).toMatch(/expected September 2026/);
  expect(headline("what day will Hyperion open")).toMatch(/expected 2030/);
});
