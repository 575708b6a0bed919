import { describe, expect, test } from "vitest";
import { boundSaid } from "../../src/plan/from-text/bound-said.ts";
import { answer, talk } from "../fixtures/talk.ts";

describe("the last round of a company, as of a day", () => {
  test.each([
    ["how much has anthropic raised in its latest round", "about $65B"],
    ["how much did OpenAI raise in its latest round?", "$122B"],
    ["As of 1 March 2026, how much had OpenAI raised in its new round?", "$110B"],
    ["As of June 2025 how big was OpenAI's last round?", "up to $40B"],
    ["how big was Anthropic's round as of March 2026?", "[unknown] Nothing was known of Anthropic $65B funding round"],
  ])("%s", async (question, said) => expect(await answer(question)).toContain(said));
});

describe("what was not yet known, or came later", () => {
  test.each([
    ["As of January 2024, how big was Stargate", "Nothing was known of Stargate on 31 January 2024"],
    ["as of May 2025 how much was the aws openai contract worth", "Nothing was known of OpenAI–AWS cloud contract"],
    ["As of November 2025, had ground been broken at Port Washington?", "17 December 2025"],
    ["by march 2026 had Norway been paused", "No. Stargate Norway: announced"],
  ])("%s", async (question, said) => expect(await answer(question)).toContain(said));
});

describe("a figure held against an amount", () => {
  test.each([
    ["Is OpenAI worth over 800 billion?", "Yes: "],
    ["is anthropic worth more than a trillion?", "No: "],
    ["is oracle's backlog above 600 billion?", "Yes: Oracle backlog over time"],
    ["did OpenAI raise more than 100 billion in its latest round", "Yes: OpenAI 2026 funding round"],
  ])("%s", async (question, said) => expect(await answer(question)).toContain(said));

  test("about as much is neither above nor below", async () =>
    expect(await answer("is microsoft's stake in OpenAI worth more than 135 billion")).not.toMatch(/Yes|No:/));

  test.each([
    "is it over $5B?",
    "is OpenAI or Anthropic worth over $500B",
    "is $5B over 3 years more than $4B",
    "who is over 2 GW",
  ])("%s sets no figure against an amount", (question) => expect(boundSaid(question)).toBeNull());
});

describe("companies by what was last paid for them", () => {
  test.each([
    ["Whose latest round values it higher, OpenAI or Anthropic?", "Larger: Anthropic $65B funding round"],
    ["is anthropic valued above openai now?", "Yes. Larger: Anthropic"],
    ["How much more is Anthropic worth than OpenAI on the last marks?", "about $113B"],
    ["Do Meta and OpenAI have the same size AMD warrant?", "The same: "],
    ["Which of Meta's 2026 agreements is bigger, the CoreWeave expansion or the Nebius one?", "Larger: Meta–Nebius"],
    ["which tech company has signed up the most nuclear power?", "Meta nuclear package"],
    ["Who has pledged the most for AI and data centers in India?", "Reliance $110B AI plan"],
  ])("%s", async (question, said) => expect(await answer(question)).toContain(said));
});

describe("parts of a deal, by what is left and by when", () => {
  test.each([
    [
      ["What is Meta's March 2026 agreement with Nebius worth?", "how much is firm?", "and the rest?"],
      "unsold to others",
    ],
    [
      [
        "What's the total of Microsoft's UAE programme?",
        "how much of that was up to the end of 2025?",
        "and after that",
      ],
      "$7.9B",
    ],
    [
      ["Who is OpenAI getting data centre capacity from in India?", "how many megawatts to start?", "and at most?"],
      "1 GW",
    ],
    [["How much did Alphabet raise in its February 2026 bond sales?"], "$32B"],
    [["How much did Alphabet raise in its February 2026 bond sales?", "how much of that in US dollars?"], "$20B"],
    [["who put money into SB Energy in January 2026?", "how much each"], "$500M"],
    [["How much is Amazon investing in OpenAI?", "how much of that came first"], "$15B"],
  ])("%s", async (turns, said) => expect(await talk(turns)).toContain(said));
});
