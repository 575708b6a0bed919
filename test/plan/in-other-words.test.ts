import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const headline = async (text: string) =>
  plain((await app.answer({ type: "question", text, asker: asker(text) })).headline);

describe("look-ups in other words than the record's", () => {
  it.each([
    ["the other name of a site tells nothing within it", "Cobalt Park: why'd they stop", /power prices/],
    [
      "what is contested of a matter answers too",
      "has anyone seen a direct Nvidia–OpenAI sale actually delivered",
      /^No source/,
    ],
    [
      "what an amount was at first, where one alone has changed",
      "how much did Meta plan for the El Paso campus at first",
      /1\.5B/,
    ],
    [
      "who said that it is the largest is no list",
      "who said the Mississippi thing is the largest private investment ever",
      /governor/,
    ],
    ["at a place, with another than the one it stands for", "how much power at Childress for Nvidia", /60 MW/],
    ["a place that a sentence speaks of", "how much power does xAI use in Memphis", /2 GW/],
    ["what somebody thinks of a deal is no sum", "what did Jensen think about AMD's deal with OpenAI", /imaginative/],
    ["where a share comes from is no place", "where does Google's 14 % come from", /warrants/],
    ["a part that its label says is theirs", "Apollo's piece of Valor", /3\.5B/],
    ["a person's firm", "has Mark Zuckerberg's firm confirmed the El Paso money", /had not confirmed/],
    ["what is its own", "does Monarch have its own grid", /microgrid/],
    [
      "all that is asked, before how far a deal has come",
      "is OpenAI's revenue anywhere near its commitments",
      /far below/,
    ],
    ["what something fetched is its price", "what did Ampere sell for", /6\.5B/],
    ["what was raised before is no version of the deal's own amount", "what had Mistral raised previously", /2\.9/],
    ["which analysts reckon so is no list", "which analysts put OpenAI's deals at a trillion", /analysts/],
    ["half a year in months", "OpenAI revenue in the first six months of 2025", /first half of 2025/],
  ])("%s", async (_kind, question, answer) => expect(await headline(question)).toMatch(answer));
});

describe("what is somebody else's, or of another thing, is not told", () => {
  it.each(["OpenAI's credit rating", "maturity of Abilene's loan", "Lancium charge per MW"])("%s", async (question) =>
    expect(await headline(question)).toMatch(/do not say/),
  );
});
