/** What became of something, what somebody said of it, what one of several put in, and what a gigawatt of a deal comes to. */
import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" });
const app = realApp();
const headline = async (text: string): Promise<string> =>
  plain((await app.answer({ type: "question", text, asker: asker(text) })).headline);

describe("what became of it", () => {
  test.each([
    ["what became of the $1.4tn compute target", "$600 billion"],
    ["what happened to microsoft's openai licence in the april 2026 rewrite", "not exclusive any longer"],
    ["What happened to the Nvidia $100bn LOI?", "Replaced by Nvidia $30B equity investment"],
    ["whatever happened to stargate norway", "lapsed"],
    ["what happened to openai's 10GW US goal", "already been passed"],
    ["what happened to softbank's margin loan", "about $10B (April 2026) → about $6B (8 May 2026) → about $10B"],
    ["what became of Humain's xAI stake?", "became SpaceX shares"],
    ["what happened to the 2030 revenue target", "about $200B (September 2025) → at least $280B"],
    ["what changed in openai's burn forecasts", "2027: about $35B (6 September 2025) → about $57B"],
  ])("%s", async (text, says) => {
    expect(await headline(text)).toContain(says);
  });

  test("a time between two years is no sum", () => {
    expect(read("how did openai revenue change between 2024 and 2025").plan.kind).toBe("compare-metrics");
    expect(read("how did the burn forecast change between 2025 and 2026").plan.kind).not.toBe("evaluate");
  });
});

describe("what somebody said", () => {
  test.each([
    ["what did oracle say about the abilene reports", "Oracle disputed the reports"],
    ["what did Wedbush say about nvidia's stakes", "moat"],
    ["what did colette kress say about the openai agreement", "had not been signed"],
    ["did huang know about the amd openai deal beforehand", "had not really known"],
    ["Who leaked OpenAI's audited 2025 accounts?", "Ed Zitron"],
  ])("%s", async (text, says) => {
    expect(await headline(text)).toContain(says);
  });
});

describe("of one deal", () => {
  test.each([
    ["OpenAI's own ticket in SB Energy?", "$500M"],
    ["related digital saline financing: how big is the equity slice?", "about $2B"],
    ["what rate does OpenAI pay Microsoft out of its revenue?", "about 20%"],
    ["how many tranches in softbank's $30bn", "three tranches"],
    ["coreweave third contract as a share of the total with openai", "29.02%"],
    ["is the Abilene expansion going ahead?", "No."],
    ["has openai gone public yet", "No."],
    ["whats the price of openai's broadcom deal", "the value is not disclosed"],
  ])("%s", async (text, says) => {
    expect(await headline(text)).toContain(says);
  });

  test.each([
    ["Broadcom's first 1.3 GW for OpenAI, cost per GW?", "about $13.8B per GW"],
    ["abilene cost per GW", "about $45.8B per GW"],
    ["$ per GW of the ohio campus", "at least $50B per GW"],
    ["What does the Nvidia-OpenAI LOI work out to per GW?", "about $10B per GW"],
  ])("a gigawatt: %s", async (text, says) => {
    expect(await headline(text)).toContain(says);
  });
});
