/** A question that is put in full is answered as if it were the first, whatever was spoken of; one that goes on is not. */
import { describe, expect, it } from "vitest";
import { talk } from "../fixtures/talk.ts";

const BEFORE = {
  "a deal": "How big is the Oracle OpenAI contract?",
  "a figure of a company": "How big is OpenAI's revenue in 2025?",
  "an estimate": "What would 2 GW cost?",
  "a list": "which deals are cancelled?",
  "a term": "what is a warrant?",
  "a sum": "what is 300 billion over 4.5 GW?",
  "a total": "how much has OpenAI committed in total?",
};

describe.each(Object.entries(BEFORE))("after %s", (_what, before) => {
  it.each([
    ["CoreWeave capex guidance 2026", "$31–35B"],
    ["Oracle's backlog x 2", "$1.276T"],
    ["what interest does openai pay on its 2024 bank revolver", "100 basis points"],
    ["interest on 27 billion dollars at 6.58% for one year", "$1.777B"],
    ["Which suppliers gave OpenAI warrants on their own stock?", "Cerebras"],
    ["Jonathan Ross left for Nvidia. Who's in charge at Groq now?", "Simon Edwards"],
    ["what share of the combined spacex/xai valuation was xai", "20%"],
    ["size of the Cohere CoreWeave contract?", "I don't know “Cohere”"],
    ["What's Project Rainier?", "Project Rainier"],
    ["When did OpenAI disclose its confidential S-1?", "June 2026"],
  ])("%s", async (question, said) => {
    const alone = await talk([question]);
    expect(alone).toContain(said);
    expect(await talk([before, question])).toBe(alone);
  });
});

describe("what goes on with what was spoken of", () => {
  it.each([
    [["what does 1 GW cost", "and with Foxconn's figure?"], "$47B"],
    [["Stargate Norway?", "did openai ever sign?"], "never signed"],
    [["how big is Meta's Hyperion financing?", "how much cash did blue owl put in"], "$7B"],
    [["coreweave's backlog?", "how much of the backlog is OpenAI"], "33%"],
    [["what does “backstop” mean", "who gave one to Fluidstack"], "Google (guarantees"],
    [["How big is Oracle's backlog?", "what was it a year before?"], "2025"],
  ])("%j", async (turns, said) => {
    expect(await talk(turns)).toContain(said);
  });
});

it("is not about the estimate on the table where nothing of the field is asked", async () => {
  expect(await talk(["what does 1 GW cost", "how many bananas fit into a GB300 rack?"])).toMatch(
    /^\[unknown\] I can't help/,
  );
});
