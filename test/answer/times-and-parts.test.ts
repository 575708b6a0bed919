/** Parts of a power and of a financing, rows of times, what came first and what it is now: asked alone and in talks. */
import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (question: string, conversation: string): Promise<{ status: string; headline: string }> => {
  const doc = await app.answer({ type: "question", text: question, asker: { platform: "terminal", conversation } });
  return { status: doc.status, headline: plain(doc.headline) };
};

/** What the headline says, and what it must not say. */
const ALONE: readonly (readonly [question: string, says: RegExp, not?: RegExp])[] = [
  // A part of a power is no cost.
  ["of the 5 GW of Vera Rubin, how much is inference", /\b3 GW\b/, /would cost/],
  ["Of the 5 GW of Vera Rubin, what's inference and what's training?", /3 GW.*2 GW/, /would cost/],
  ["how much of the 10 GW from Broadcom is the first phase", /1\.3 GW/, /MTIA/],
  // What the asker has noted is no part of the question.
  ["What's the Cerebras contract worth now? I had >$10B written down", /\$20B/],
  ["latest forecast for openai's 2027 cash burn? older deck said 35", /\$57B/],
  // Rows of times, and the time that was told last.
  ["openai gross margin 2024, 2025 and latest", /40%.*33%.*39%/, /highest/],
  ["OpenAI annualized revenue: end 2023, end 2024, end 2025", /\$2B.*\$6B.*\$20B/],
  ["openai annualised revenue in spring 2026", /\$25B/],
  ["how much cash did openai have mid 2025", /\$17\.5B/],
  ["What did OpenAI spend in total in 2025?", /\$34B/, /signed/],
  // A round that its month tells.
  ["OpenAI valuation after the October 2024 round", /\$157B/],
  ["what was openai worth in the october 2025 share sale", /\$500B/],
  // Parts of one deal, and one figure of several.
  ["equity vs debt in the $16B Saline package?", /\$14B.*\$2B/],
  ["How much new debt and equity was raised to take Abilene from two buildings to eight?", /\$11\.6B/],
  ["Lordstown and Milam combined capacity target?", /1\.5 GW/],
  ["how many megawatts a year does Cerebras bring on for OpenAI?", /250 MW/, /per year; Value/],
  ["OpenAI's headline compute commitment in December 2025", /\$1\.4T/],
  ["where does that 26 GW chip tally for OpenAI come from?", /26 GW/, /\$1T/],
  // Who is named by another name, and what came first.
  ["when does the aws capacity all have to be there", /end of 2026/, /India/],
  ["When did OpenAI first go on Oracle's cloud?", /11 June 2024/],
  ["When did Bloomberg report Microsoft taking over the Narvik capacity?", /14 April 2026/],
  ["When did Oracle's filing first show that $30B-a-year customer?", /30 June 2025/],
  ["when did Cerebras file its S-1", /17 April 2026/],
  ["When will Stargate UAE's first 200 MW come on?", /third quarter of 2026/],
  // In other words.
  ["what did Microsoft give up in return for the $250B of Azure?", /right of first refusal/],
  ["who pulled out of the 2024 fundraising at the last minute", /Apple dropped out/],
  ["what did Altman say about more deals?", /much more from OpenAI/, /deals fit/],
  ["capex on the sydney nextdc campus?", /A\$7B/],
  ["what happens to SoftBank's preferred shares at an IPO?", /convert/],
  ["all of SoftBank's loans tied to OpenAI", /bridge loan.*margin loan/],
  ["list the five stargate sites from sept 2025", /Shackelford/],
];

test.each(ALONE.map(([question, says, not]) => ({ question, says, not })))(
  "$question",
  async ({ question, says, not }) => {
    const { status, headline } = await ask(question, `alone: ${question}`);
    expect(status).toBe("answered");
    expect(headline).toMatch(says);
    if (not) expect(headline).not.toMatch(not);
  },
);

test("how much has landed is not what was agreed", async () => {
  const { status } = await ask("How much of the Nvidia 30bn has landed already?", "landed");
  expect(status).toBe("unknown");
});

const TALKS: readonly (readonly (readonly [question: string, says: RegExp])[])[] = [
  [
    ["of the 5 GW of Vera Rubin, how much is inference", /\b3 GW\b/],
    ["and the rest?", /\b2 GW\b/],
  ],
  [
    ["who bought the lordstown plant", /SoftBank/],
    ["from whom", /Foxconn/],
    ["for how much", /\$375M/],
  ],
  [
    ["OpenAI valuation after the October 2024 round", /\$157B/],
    ["a year later?", /\$500B/],
    ["and now", /\$852B/],
  ],
  [
    ["how much is Nvidia investing in OpenAI?", /\$30B/],
    ["wasn't it 100?", /\$100B.*replaced/],
  ],
  [
    ["softbank margin loan on its openai shares, latest size?", /\$10B/],
    ["wasn't it smaller at some point", /\$6B/],
  ],
  [
    ["What was OpenAI's big compute commitment number in Nov 2025?", /\$1\.4T/],
    ["and what's it now?", /\$600B/],
  ],
  [
    ["openai annualised revenue in July 2025?", /\$12B/],
    ["and spring 2026", /\$25B/],
  ],
  [
    ["how many gpus was stargate uk meant to start with", /8,000/],
    ["growing to", /31,000/],
  ],
];

test.each(TALKS.map((talk) => [talk[0]?.[0] ?? "", talk] as const))("a talk: %s", async (first, talk) => {
  for (const [question, says] of talk) {
    const { headline } = await ask(question, `talk: ${first}`);
    expect(headline, question).toMatch(says);
  }
});
