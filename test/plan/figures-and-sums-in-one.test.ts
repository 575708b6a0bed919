import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

/** The last of these questions of one conversation, with its status. */
async function said(...questions: readonly string[]): Promise<string> {
  const app = realApp();
  let last = "";
  for (const text of questions) {
    const { status, headline } = await app.answer({ type: "question", text, asker: asker(questions.join("|")) });
    last = `${status}: ${plain(headline)}`;
  }
  return last;
}

describe("a figure on record and a sum with it", () => {
  test.each([
    ["Oracle's fy26 revenue, times 2", "$134.8B"],
    ["triple the size of the IREN microsoft contract", "$29.1B"],
    ["what's openai's Q1 2026 revenue annualised?", "$22.8B"],
    ["the oracle openai contract / 8", "$37.5B"],
    ["10% of Anthropic's Series H post money", "$96.5B"],
    ["Anthropic's AWS pledge in euros", "€87.84B"],
    ["SoftBank's France plan in dollars per GW", "$17.08B per GW"],
    ["nvidia's openai stake plus amazon's", "$80B"],
  ])("%s", async (question, amount) => expect(await said(question)).toContain(amount));

  test.each(["half of Meta's Hyperion debt", "two thirds of the stargate pledge"])(
    "%s: the figure without the sum is no answer",
    async (question) => expect(await said(question)).toMatch(/^unknown/),
  );

  test("an ordinal or a share that is on record is no sum", async () => {
    expect(await said("OpenAI revolver: spread over SOFR")).toContain("1%");
    expect(await said("enterprise value softbank / digitalbridge?")).toContain("$4B");
  });
});

describe("another figure that a turn adds", () => {
  test.each([
    [["size of the azure commitment", "add oracle's"], "$550B"],
    [["size of the azure commitment", "add oracle's", "as a share of 1.4 trillion?"], "39.29%"],
    [["oracle backlog", "minus coreweave's"], "$538.6B"],
    [["meta 2026 capex", "add amazon's"], "$325–345B"],
    [["how big is the hyperion jv per gw", "plus 10%"], "$14.85B per GW"],
    [["SoftBank's France plan per GW", "in dollars?"], "$17.08B per GW"],
    [["how much did Microsoft pledge for India in December 2025?", "plus adani's plan makes?"], "$117.5B"],
    [["how much did Microsoft pledge for India in December 2025?", "plus Amazon's $35B there?"], "$52.5B"],
    [["hut 8 river bend base lease", "together with the TeraWulf Fluidstack leases, how much?"], "$13.7B"],
    [["OpenAI Oracle contract value", "what does that plus the AWS one come to"], "$438B"],
  ] as const)("%s", async (questions, amount) => expect(await said(...questions)).toContain(amount));

  test("what is in the other already, or is no figure, is not added", async () => {
    expect(await said("hut 8 river bend base lease", "with renewals?")).toContain("$17.7B");
    expect(await said("openai 2025 revenue", "plus anthropic's")).toMatch(/^unknown/);
  });
});
