import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string) => {
  const doc = await app.answer({ type: "question", text, asker: asker(text) });
  return { status: doc.status, headline: plain(doc.headline) };
};

describe("one deal on two days is told by what changed between them, whichever day is said first", () => {
  it.each([
    [
      "what was Stargate's GW count in September 2025 vs January 2025",
      /since January 2025 until September 2025.*nearly 7 GW/,
    ],
    ["CoreWeave OpenAI total in May 2025 vs September 2025", /since May 2025 until September 2025.*\$22\.4 billion/],
    ["AWS OpenAI contract in November 2025 versus March 2026", /since November 2025 until March 2026.*\$100B/],
  ])("%s", async (question, says) => expect((await ask(question)).headline).toMatch(says));
});

describe("whether it was always so, and how a plan between two changed", () => {
  it.each([
    ["was the AWS OpenAI deal always 38B", /^No: it was about \$38B from 3 November 2025; it has been about \$138B/],
    ["how did Nvidia's OpenAI plan change in 2026", /^Nvidia \$30B equity investment in OpenAI in 2026/],
  ])("%s", async (question, says) => expect((await ask(question)).headline).toMatch(says));
});

it.each([
  ["What happens to the $35B of Amazon's OpenAI money if no IPO", /^Amazon investment in OpenAI/],
  ["who can terminate the Colossus lease and how", /^Anthropic–SpaceX Colossus lease/],
])("%s is of the deal that is named, and takes nothing for granted", async (question, says) =>
  expect((await ask(question)).headline).toMatch(says),
);

it.each(["who's the CEO of Stargate", "interest on SoftBank's bridge loan?"])("%s: not on record", async (question) =>
  expect((await ask(question)).status).toBe("unknown"),
);

describe("a figure's latest and its history are of the figure, and of no deal", () => {
  it.each([
    ["anthropic valuation latest", /^Anthropic valuation over time.*\$965B/],
    ["OpenAI valuation history", /\$157B \(2024-10\).*\$852B \(2026-03\)/],
    ["the latest OpenAI deal", /^The newest among deals with OpenAI/],
    ["when is the last tranche of Softbank's 30B due", /1 October 2026\. Third tranche/],
  ])("%s", async (question, says) => expect((await ask(question)).headline).toMatch(says));
});

it.each(["chips count in the Iren deal", "nvidia data center revenue latest", "deadline for Amazon's second tranche"])(
  "%s: not on record",
  async (question) => expect((await ask(question)).status).toBe("unknown"),
);

it("how much of a sum runs for so many years is no quotient", async () =>
  expect((await ask("how much of Oracle's $18B bond is 40 years")).headline).not.toMatch(/per year/));
