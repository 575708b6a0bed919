/** Turns after a deal's card: when it was made, how it grew, terms that no record has, what took its place. */
import { describe, expect, it } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("after a card", () => {
  it.each([
    [["stargate", "when?"], "21 January 2025"],
    [["project jupiter", "when was that?"], "September 2025"],
    [["tell me about the coreweave openai deal", "how did it grow"], "Third contract: new, up to $6.5B"],
    [["tell me about the coreweave openai deal", "how did it grow", "when does it end?"], "about 2030"],
    [["tell me about the coreweave openai deal", "is it take or pay?"], "[unknown]"],
    [["nvidia openai letter of intent", "so what did nvidia put in instead, and in what form"], "$30B"],
    [["amazon openai investment", "how much of it hangs on conditions?"], "$35B (Remainder, under conditions"],
    [["oracle 2026 financing plan", "the bond part, how big was that"], "$25B (bonds sold"],
    [["oracle 25bn bond", "what did the order book reach?"], "$125–129B"],
    [["google spacex compute rental", "until?", "so the whole thing comes to"], "$30.4B"],
    [
      ["stargate india tata", "what's openai paying for it", "germany: who runs that one and how many gpus"],
      "Delos Cloud",
    ],
    [["which five stargate sites did openai add in sept 2025?", "the milam one, how big"], "about 1.2 GW"],
    [["openai net loss q1 2026", "how much of that loss is the one-off"], "$12.4 billion"],
  ])("%j", async (turns, said) => expect(await talk(turns)).toContain(said));
});

describe("what runs in part", () => {
  it.each([
    ["is abilene running yet?", "In part. Stargate Abilene: Four of the eight buildings were operating"],
    ["is hyperion live", "No."],
    ["is stargate uae live yet", "No."],
    ["is the nebius vineland site up and running", "Yes."],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));
});

describe("two figures of a company in one breath", () => {
  it.each([
    ["OpenAI Q1 2026, revenue and net loss please", ["$5.7B", "$21.3B"]],
    ["revenue and losses of OpenAI in 2025", ["$13.07B", "$38.53B"]],
    ["oracle backlog and capex", ["$638B", "$50B"]],
  ])("%s", async (question, said) => {
    const told = await talk([question]);
    for (const words of said) expect(told).toContain(words);
  });
});

describe("a company's figure against another of the same time", () => {
  it.each([
    [["openai net loss 2025", "as a share of revenue"], "294.8%"],
    [["openai burn 2025", "over revenue?"], "0.6121×"],
    [["oracle capex 2026", "as % of revenue"], "Oracle revenue, fiscal 2026: $67.4B"],
    [["meta capex 2025", "as a share of revenue"], "[unknown]"],
    [["openai compute spend 2026", "as a multiple of revenue"], "[unknown]"],
  ])("%j", async (turns, said) => expect(await talk(turns)).toContain(said));
});
