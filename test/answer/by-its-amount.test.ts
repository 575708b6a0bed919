/** Deals that are called by their sum: the deal, the part of it that is so called, or that nobody has a record of it. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("a deal by its amount", () => {
  it.each([
    ["oracle 25bn bond", "Oracle $25B bond of February 2026 (financing): $25B of debt"],
    ["tell me about oracle's 18bn bond", "Oracle's $18B bond sale of 2025 (financing): about $18B"],
    ["the nebius 3bn contract", "Meta–Nebius contract of 2025"],
    ["openai 22bn contract", "CoreWeave–OpenAI cloud contracts (cloud contract): up to $22.4B"],
    ["coreweave 4bn contract", "up to $4B (second contract"],
    ["meta 27bn bond", "Meta–Blue Owl joint venture for Hyperion"],
  ])("%s", async (question, said) => expect(await answer(question)).toContain(said));

  it.each([["meta 30bn bond"], ["openai 900bn contract"]])("%s is on no record", async (question) =>
    expect(await answer(question)).toMatch(/^\[unknown\]/),
  );
});
