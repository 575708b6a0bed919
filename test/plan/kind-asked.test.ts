import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string) => {
  const doc = await app.answer({ type: "question", text, asker: { platform: "terminal", conversation: text } });
  return { status: doc.status, headline: plain(doc.headline) };
};

test.each([
  ["votes against the core scientific merger", /203\.5/],
  ["what's the exchange ratio coreweave offered for CORZ", /0\.1235/],
  ["size of the Southaven warehouse", /800,000/],
  ["acreage Vantage holds at Port Washington in total", /1,900/],
  ["banks in the openai revolver besides JPM?", /Citigroup|Citi\b.*Goldman/],
  ["first customer for Humain JV capacity", /Luma/],
  ["when does the AI6 contract expire", /2033/],
  ["can google walk from the spacex deal if gpus arrive late", /30 September 2026/],
  ["as of november 2025 what was Anthropic worth", /\$350B/],
  ["are the seven new Hyperion gas plants approved yet", /^No.*proposals/],
  ["Scale AI valuation before Meta came in", /\$14B/],
  ["term of the Vistra PPAs", /20 years/],
  ["yearly revenue Oracle disclosed from the unnamed customer", /\$30B/],
  ["how many buildings run at Abilene as of april 2026", /Four of the eight/],
  ["first GB200 racks in abilene: month?", /June 2025/],
  ["can openai take more than 100MW from TCS", /1 GW|option/],
  ["whats cerebras' dependence on mbzuai", /62%/],
  ["which analyst pointed to the circular loop", /Rasgon/],
  ["ceremonial shovels at Saline - date", /1 June 2026/],
  ["how many lawsuits hit Project Jupiter", /2 lawsuits/],
  ["can Meta stretch the first CoreWeave order past 2031", /2032/],
  ["is Intersect's California stuff part of the deal", /not part/],
])("%s", async (question, said) => {
  expect((await ask(question)).headline).toMatch(said);
});

test.each([
  "what discount did Google get on the Anthropic shares",
  "what tax breaks in dollars does Mississippi give xAI",
  "has Stargate paid any tax",
  "what fees did the banks earn on Oracle's bonds",
  "premium SoftBank paid over DigitalBridge's share price",
  "how many OpenAI shares will be sold in its IPO",
  "xai burn rate",
  "electricity price Oracle pays at Abilene",
])("no number of another kind: %s", async (question) => {
  expect((await ask(question)).status).toBe("unknown");
});
