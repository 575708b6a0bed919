import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string) => plain((await app.answer({ type: "question", text, asker: asker(text) })).headline);

describe("the figure of a record whose label has the words is told, and not its main one", () => {
  it.each([
    ["price talk on the A2 notes", /5\.5–5\.75% \(interest rate on the A2 notes in price talk\)/],
    ["how many MW did the older Susquehanna colocation plan cover", /300 MW \(earlier co-location scheme/],
    ["amount in the first closing of the 40B SoftBank round", /First closing: \$10B/],
    ["how much of the Narvik site was OpenAI to take", /about half of the site/],
  ])("%s", async (question, says) => expect(await ask(question)).toMatch(says));
});

describe("what was aimed at first, how it is split, by which fund, besides what", () => {
  it.each([
    ["what had xAI originally aimed to raise in the Series E", /\$15B \(first target of the round/],
    ["OpenAI's post-money when the 2026 round was first announced", /\$840B from 27 February 2026/],
    ["how is xAI's Series E split between debt and equity", /did not disclose the split/],
    ["which SoftBank fund invests the 30B", /Vision Fund 2/],
    ["which chips does Anthropic use besides TPUs", /Trainium chips and Nvidia's GPUs/],
    ["how much money did Cerebras take in from its IPO", /\$5\.55B \(raised in the offering/],
    ["who underwrote Cerebras' IPO", /Morgan Stanley \(led the offering\)/],
    ["gas plant for Ohio: cost and who backs it", /Ohio: about \$33\.3B/],
    ["which chips does Stargate Abilene use", /GB200/],
  ])("%s", async (question, says) => expect(await ask(question)).toMatch(says));
});

describe("a figure of a company before it came to an amount", () => {
  it.each([
    ["What did Microsoft's backlog stand at before it hit 625 billion", /30 September 2025: \$392B/],
    ["what was the Microsoft backlog a quarter before the 625B", /30 September 2025: \$392B/],
    ["what is Microsoft's backlog", /\$627B/],
  ])("%s", async (question, says) => expect(await ask(question)).toMatch(says));
});

it("a year earlier is no sum for each year", async () =>
  expect(await ask("Crusoe's valuation a year earlier")).not.toMatch(/can't work that out/));

it.each([
  ["who owned the Lordstown plant before Foxconn?", /General Motors/],
  ["the first deal of SoftBank", /oldest among deals with SoftBank/],
])("%s", async (question, says) => expect(await ask(question)).toMatch(says));
