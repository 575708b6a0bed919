import { describe, expect, test } from "vitest";
import { sidesSaid } from "../../src/plan/from-text/sides-said.ts";
import { answer, talk } from "../fixtures/talk.ts";

describe("two sides in their own words", () => {
  test.each([
    ["SpaceX's 2025 capex as a percent of its 2025 revenue", "share", "SpaceX's 2025 capex", "its 2025 revenue"],
    ["OpenAI's net loss: what share of it was the one-off?", "share", "the one-off", "OpenAI's net loss"],
    ["how much of xAI's Series E came from Humain, percentage-wise?", "share", "Humain", "xAI's Series E"],
    ["how big was the loan relative to the joint venture", "times", "the loan", "the joint venture"],
    ["how big was the loan relative to the joint venture, in percent", "share", "the loan", "the joint venture"],
    [
      "In Q1 2026, how much wider was the net loss than the operating loss?",
      "difference",
      "the net loss In Q1 2026",
      "the operating loss In Q1 2026",
    ],
    ["SoftBank: its bridge loan vs its stake", "larger", "SoftBank's bridge loan", "SoftBank's stake"],
    ["how many dollars per GB300 is the contract", "per", "how much is the contract", "how many GB300"],
  ])("%s", (question, does, a, b) => expect(sidesSaid(question)).toMatchObject({ does, a, b }));

  test.each([
    "has SoftBank got its loan against OpenAI stock yet?",
    "El Paso: original pledge vs. now?",
    "how much of the round came from Amazon",
    "what share of the backlog is OpenAI, and how much is that in dollars?",
    "Oracle's revenue per year",
  ])("%s sets nothing against anything", (question) => expect(sidesSaid(question)).toBeNull());
});

test.each([
  ["SpaceX's 2025 capex as a percent of its 2025 revenue", /110\.7%/],
  ["Amazon's ceiling as a share of OpenAI's $122B round?", /40\.98%/],
  ["How much of xAI's Series E came from Humain, percentage-wise?", /\b15%/],
  ["In Q1 2026, how much wider was OpenAI's net loss than its operating loss?", /\$12B/],
  ["Roughly how many dollars per GB300 is Microsoft's commitment to Nscale?", /\$115,000/],
  ["Alphabet/Intersect: cash price per gigawatt of projects", /\$439\.8M per GW/],
])("%s", async (question, said) => expect(await answer(question)).toMatch(said));

test.each(["what exact % of Oracle's RPO is OpenAI?", "price per wafer in the openai / SK hynix letter?"])(
  "%s is not worked out of what belongs elsewhere",
  async (question) => expect(await answer(question)).not.toMatch(/\d%|\$[\d.,]+ (?:each|per)/),
);

describe("within a talk", () => {
  test.each([
    [
      [
        "Alphabet's purchase of Intersect price",
        "how much is google investing in texas",
        "so the cash is what % of the texas money",
      ],
      /11\.88%/,
    ],
    [
      ["coreweave 2026 capex guidance", "meta's range, same year?", "coreweave's top end as a % of meta's top end"],
      /24\.14%/,
    ],
    [
      [
        "How big is Microsoft's Nebius contract",
        "how much did nvidia put into nebius",
        "so microsoft's base contract is how many times nvidia's cheque",
      ],
      /8\.7×/,
    ],
    [["How big was Anthropic's May 2026 round", "at what valuation", "how far above openai's 852bn is that"], /\$113B/],
  ])("%s", async (turns, said) => expect(await talk(turns)).toMatch(said));
});

test.each([
  ["AMD's part in the 26 GW chip tally, as a percent", /23\.08%/],
  ["What slice of OpenAI's full-2025 revenue landed in the first half? percent", /32\.9%/],
])("%s", async (question, said) => expect(await answer(question)).toMatch(said));
