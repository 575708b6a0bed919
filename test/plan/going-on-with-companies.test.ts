/** Turns of a talk about companies and estimates: what is theirs next, what it is set beside, and what is the news. */
import { describe, expect, it } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("what goes on with a company", () => {
  it.each([
    [
      ["how much debt does oracle have", "and its capex this year", "compare that with Meta"],
      ["Meta capex", "$125–145B"],
    ],
    [["how much debt does oracle have", "and its capex this year", "and microsoft"], ["$190B"]],
    [["what's openai's burn", "and revenue", "so how many years of cash"], ["4.932 years"]],
    [
      ["what's openai's burn", "and revenue", "when do they break even"],
      ["[unknown]", "breaking even"],
    ],
    [["what's openai's burn", "who is its ceo"], ["Sam Altman"]],
    [
      ["how big is the microsoft nebius contract?", "what's nebius worth"],
      ["[unknown]", "market value of Nebius"],
    ],
    [["openai's valuation", "what multiple of revenue is that"], ["65.19×"]],
    [["who else invested in the 122bn round", "post money?", "what multiple of revenue"], ["65.19×"]],
    [
      ["who else invested in the 122bn round", "post money?", "is that more than anthropic's"],
      ["No.", "$965B", "$852B"],
    ],
  ])("%j", async (turns, said) => {
    const told = await talk(turns);
    for (const one of said) expect(told).toContain(one);
  });
});

describe("what was worked out, beside a company's figure", () => {
  it.each([
    [["what would 16 GW cost", "how many times OpenAI's 2025 revenue is that"], "61.21–73.45×"],
    [["16 GW at 50B a piece", "how does that compare with OpenAI's revenue last year"], "61.21×"],
  ])("%j", async (turns, said) => {
    expect(await talk(turns)).toContain(said);
  });
});

describe("what a person said of it", () => {
  it("is told in that person's words, or not at all", async () => {
    expect(await talk(["how big is the AMD OpenAI deal", "what does Jensen Huang think of it"])).toContain("surprised");
    expect(await talk(["how big is OpenAI's revenue in 2025", "did Lisa Su say anything on it"])).toMatch(
      /^\[unknown\]/,
    );
  });
});

describe("what goes on with a site", () => {
  it.each([
    [["what's the latest on the Abilene site?", "is Microsoft in Abilene too?"], "Yes. Microsoft–Crusoe Abilene lease"],
    [["How big is the Oracle OpenAI contract?", "is microsoft in Abilene"], "Yes. Microsoft–Crusoe Abilene lease"],
  ])("%j", async (turns, said) => {
    expect(await talk(turns)).toContain(said);
  });
  it("asks of the deal on the table, and of no list of others, who does the thing", async () => {
    expect(await talk(["what's the latest on the Abilene site?", "who supplies the gas turbines?"])).not.toContain(
      "Entergy",
    );
  });
});

describe("a bare number after an estimate", () => {
  it.each([
    [["how much is 500 MW of GB300", "and 700?"], "700 MW would cost about $23.1B"],
    [
      ["what does a megawatt of Vera Rubin cost at Foxconn's number?", "and 250 of them?"],
      "250 MW would cost about $11.75B",
    ],
    [["how much is 2 GW of GB300", "and 3?"], "3 GW would cost about $99B"],
  ])("%j is in the unit of the last one", async (turns, said) => {
    expect(await talk(turns)).toContain(said);
  });
});

describe("the latest", () => {
  it.each([
    ["hey, what's the latest on stargate norway", "15 April 2026"],
    ["latest on openai's ipo", "2026"],
  ])("%s is what happened last", async (question, said) => {
    const told = await talk([question]);
    expect(told).toMatch(/^\[answered\]/);
    expect(told).toContain(said);
  });
});

describe("whether it was paid", () => {
  it.each([
    ["has nvidia paid the 30bn to openai", "Not known"],
    ["has amazon paid the $35B to openai?", "No, not as far as is on record"],
    ["has amazon paid the $15B to openai?", "Yes."],
  ])("%s", async (question, said) => {
    expect(await talk([question])).toContain(said);
  });
  it("takes nobody who is laid off for a deal that is off", async () => {
    expect(await talk(["has anyone been laid off at Abilene"])).toMatch(/^\[unknown\]/);
  });
});
