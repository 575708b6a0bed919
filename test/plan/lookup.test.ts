import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { explain } from "../../src/plan/from-text/explain.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

let conversation = 0;
async function asked(...questions: readonly string[]): Promise<{ status: string; headline: string }> {
  const app = realApp();
  const who = asker(`lookup-${conversation++}`);
  let last = { status: "", headline: "" };
  for (const text of questions) {
    const doc = await app.answer({ type: "question", text, asker: who });
    last = { status: doc.status, headline: plain(doc.headline) };
  }
  return last;
}

describe("the answer is of the kind that is asked for", () => {
  test.each([
    ["what a licence cost, not its terms", "What did Nvidia reportedly pay for the Groq licence?", /about \$20B/],
    ["the same in few words", "nvidia groq licence value", /about \$20B/],
    ["money earned", "what does talen expect to take in from the amazon contract thru 2042", /about \$18B/],
    ["shares swapped for one", "how many shares of SpaceX for each xAI share", /0\.143/],
    ["by the ticker before 's", "AKAM's contract with Anthropic, value", /\$1\.8B/],
    ["who led, in a month in short", "lead investor, openai oct-2024 round", /Thrive/],
    ["the day it was told, not signed", "date AMD & OpenAI announced the 6GW tie up", /6 October 2025/],
    ["the day of the groundbreaking", "port washington groundbreaking date", /17 December 2025/],
    ["the day it was up", "When did AWS say Rainier was fully up?", /29 October 2025/],
    ["yes or no, not the place", "is construction under way on The Barn?", /^Yes/],
    ["some are not all", "are all eight abilene buildings running yet", /^No, not all.*Four of the eight/],
    ["some are not all, by another number", "have all Rainier buildings opened", /^No, not all.*Seven of about 30/],
    ["what nobody confirmed", "did nvidia confirm the $20B for groq", /^No, not .*[Nn]either company confirmed/],
    ["begun in its own words", "has Lordstown broken ground", /^Yes/],
    ["works on the whole are no works on every part", "have all four phases of stargate UAE started?", /^Stargate UAE/],
    ["a record is told by itself", "define Project Rainier", /Project Rainier \(site\)/],
  ])("%s: %s", async (_why, question, holds) => {
    expect((await asked(question)).headline).toMatch(holds);
  });
});

describe("the statement that explains most of the question is the answer", () => {
  test.each([
    [
      "by the figure's own label, among many of one deal",
      "what is the strike of openai's amd warrant",
      "$0.01 a share",
    ],
    ["by what it counts", "how many AMD shares does the OpenAI warrant cover", "160 million"],
    ["by an idiom", "how much of the Lake Mariner lease is google standing behind", "backstop"],
    ["by a nickname and a place", "what's the ceiling on Masa's French data centre programme?", "€75B"],
    ["by the people of a place", "Swedish data center from Mistral - how many euros?", "€1.2B"],
    ["by its order", "size of META's first CRWV order", "$14.2B"],
    ["by a form of the word", "how many MW is Google getting restarted at Duane Arnold", "615 MW"],
    ["by its length", "how long did oracle lease the santa teresa campus for", "18"],
    ["by its end", "until when does anthropic rent colossus", "2029"],
    ["by who has the part", "construction lender on the abilene campus?", "JPMorgan"],
    ["by who is in the sentence", "who takes the first 100 megawatts of the humain amd cisco venture", "Luma"],
    ["by the day it happened", "when did openai put stargate uk on hold", "9 April 2026"],
    ["by a party's other name", "what's alphabet paying for Intersect", "$4.75B"],
    ["by what replaced the other", "What does Nvidia get for its money in the OpenAI deal?", "$30B"],
    ["a site by its power", "how big is the saline township campus", "GW"],
  ])("%s: %s", async (_why, question, holds) => {
    const { status, headline } = await asked(question);
    expect(headline).toContain(holds);
    expect(status).toBe("answered");
  });
});

describe("what no statement covers is not answered with what stands beside it", () => {
  test.each([
    "how many people work at crusoe",
    "what is the ebitda of the openai azure commitment",
    "how many patents does stargate abilene have",
    "what is the dividend of stargate norway",
    "what share of CoreWeave's backlog is the Meta contract",
  ])("%s", async (question) => {
    const { status, headline } = await asked(question);
    expect(status).toBe("unknown");
    expect(headline).not.toMatch(/[$€£]\s?\d/);
  });
});

describe("several things asked in one breath", () => {
  test.each([
    ["nvidia's right to buy iren stock: how many shares and at what strike", ["30 million", "$70"]],
    ["what percent of nokia does nvidia own and for how much", ["2.9%", "$1B"]],
  ])("%s", async (question, holds) => {
    const { headline } = await asked(question);
    for (const part of holds) expect(headline).toContain(part);
  });

  test("what is not known of it is said", async () => {
    const { status, headline } = await asked("how many shares are in openai's amd warrant and how many patents");
    expect(status).toBe("partial");
    expect(headline).toContain("160 million");
    expect(headline).toContain("not on record");
  });
});

describe("a conversation goes on", () => {
  test.each([
    [
      "another part of the same",
      ["what's the ceiling on softbank's french programme", "just the first phase?"],
      "€45B",
    ],
    ["what begins it", ["Duane Arnold: how many MW?", "from when"], "2029"],
    ["a role in it", ["has the ohio 10gw lease been signed?", "who'd guarantee it?"], "Nvidia"],
    ["a deal that belongs to it", ["how big is stargate abilene", "which bank lent for construction?"], "JPMorgan"],
  ])("%s", async (_why, questions, holds) => {
    expect((await asked(...questions)).headline).toContain(holds);
  });
});

test("two contracts between the same parties are both named", async () => {
  const { status, headline } = await asked("How big is Meta's contract with Nebius?");
  expect(status).toBe("clarify");
  expect(headline).toContain("$27B");
  expect(headline).toContain("$2.9B");
});

test("how a question is read is told stage by stage", () => {
  const lines = explain("who'd guarantee the ohio lease", { library, today: "2026-11-23" });
  expect(lines.find((line) => line.startsWith("names:"))).toContain("ohio-10gw-portsmouth-lease");
  expect(lines.find((line) => line.startsWith("words:"))).toMatch(/guarant.*asked for: who/);
  expect(lines.find((line) => line.startsWith("rule:"))).toBe("rule: lookup");
  expect(lines.at(-1)).toContain('"attribute":"parties"');
});

test.each([
  ["what one of several puts in", "What did OpenAI itself invest in SB Energy?", "$500M", "$1B"],
  ["each of several", "How much did Nvidia put into each of Lumentum and Coherent?", "Coherent: $2B", "$4B"],
  ["one of several that get it", "how much nvidia money went to lumentum", "$2B", "$4B"],
  ["an investment beside a contract", "How much did Microsoft invest in Anthropic?", "$5B", "$30B"],
  ["a deal of its own within a round", "How much did Amazon put into OpenAI's 2026 round?", "$50B", "$122B"],
  ["no valuation", "how much did nvidia invest in thinking machines", "not been disclosed", "$12B"],
  ["whose record it is by one word of its name", "what margin does Cipher expect?", "80% to 85%", "OpenAI"],
])("the amount of who is named: %s", async (_, question, holds, not) => {
  const { headline } = await asked(question);
  expect(headline).toContain(holds);
  expect(headline).not.toContain(not);
});

test("the whole is still the whole", async () => {
  expect((await asked("how big is the investment in SB Energy")).headline).toContain("$1B");
  expect((await asked("how much did nvidia invest in lumentum and coherent")).headline).toContain("$4B");
  expect((await asked("how big is openai's 2026 round")).headline).toContain("$122B");
});
