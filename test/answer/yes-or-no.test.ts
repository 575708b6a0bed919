/** Where the records decide a question by yes or no, the answer begins with the word; where they do not, it leaves it to the sentence. */
import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { realApp } from "../fixtures/app.ts";

const app = realApp();
let asked = 0;
const ask = async (text: string): Promise<string> =>
  plain(
    (await app.answer({ type: "question", text, asker: { platform: "terminal", conversation: `yes-no:${asked++}` } }))
      .headline,
  );

test.each([
  ["is the Hut 8 lease guaranteed by Google?", /^Yes\. .*Google guarantees the lease/],
  ["has Nebius delivered Meta's tranches?", /^Yes\. .*delivered on time/],
  ["did akamai name anthropic as the customer?", /^No\. .*did not name/],
  ["is the Groq licence exclusive", /^No\. .*non-exclusive/],
  ["is msft's licence still exclusive", /^No\. .*not exclusive any longer/],
])("a sentence that says so: %s", async (question, headline) => {
  expect(await ask(question)).toMatch(headline);
});

test.each([
  // The joint venture pays for something else, and the chips are bought by somebody else.
  "does the Abilene joint venture pay for the chips?",
  // Whether it was paid is not known.
  "Has SoftBank paid its October 2026 tranche to OpenAI?",
  // He gave the chair up.
  "did Altman stay Helion chairman?",
])("a sentence that does not say it: %s", async (question) => {
  expect(await ask(question)).not.toMatch(/^Yes/);
});

test.each([
  ["Did CoreWeave end up buying Core Scientific?", /^No\. .*cancelled/],
  ["DigitalBridge - does SoftBank own it yet?", /^No\. .*definitive/],
  ["as of january 2026, was spacex+xai merged", /^No\. .*definitive/],
])("whether a company was bought: %s", async (question, headline) => {
  expect(await ask(question)).toMatch(headline);
});

test.each([
  ["is the oracle contract bigger than the azure one, and by how much", /^Yes\. Larger: OpenAI–Oracle/],
  ["is the meta-amd deal bigger than openai's with amd", /^No\. Larger: AMD–OpenAI/],
  ["Is Nvidia a bigger cloud customer of IREN than Microsoft is?", /^No\. Larger: Microsoft–IREN/],
  ["is softbank's stake in OpenAI smaller than microsoft's", /^Yes\. Larger: Microsoft's stake/],
  ["Is Google's $920M/month to SpaceX more than what Anthropic pays?", /^No\. Larger: Anthropic–SpaceX/],
  ["is Meta's 2026 capex below Amazon's?", /^Yes\. Meta capex guidance/],
  ["does Anthropic's run-rate exceed OpenAI's?", /^Yes\. Anthropic annualised revenue/],
  // Their ranges meet: neither is said to be the larger.
  ["is MSFT's 2026 capex guidance above Google's?", /^Microsoft capex forecast/],
  // A valuation and a loan are of unlike kinds.
  ["is Mistral's Paris debt larger than Crusoe's Series E", /^Larger: /],
])("which of two is claimed to be larger: %s", async (question, headline) => {
  expect(await ask(question)).toMatch(headline);
});

test("parties without a part of their own are told with their role, and one sentence is said once", async () => {
  expect(await ask("who were the buyers when OpenAI staff sold shares at a $500B valuation?")).toMatch(
    /Thrive Capital \(buyer\), SoftBank \(buyer\)/,
  );
  const twice = await ask("why and when was Stargate UK put on ice");
  expect(twice.match(/OpenAI paused Stargate UK/g)).toHaveLength(1);
});

test("of two builds that are priced apart the dearer or the cheaper comes first, and nothing is added up", async () => {
  expect(await ask("which costs more, 2 GW at 55B/GW or 3 GW at 40B/GW?")).toBe(
    "3 GW at 40B/GW: $120B; 2 GW at 55B/GW: $110B; difference: $10B.",
  );
  expect(await ask("which is cheaper: 1 GW at 9B per GW or 500 MW at 12B per GW")).toMatch(
    /^500 MW .*\$6B; 1 GW .*\$9B/,
  );
  expect(await ask("2 GW at 40B then 3 GW at 50B per GW, total")).toMatch(/^Total: \$230B/);
});
