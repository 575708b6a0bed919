/** Lists, orders and sums whose deals are told by what was done, by a count, by a month or by a first day. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("lists", () => {
  it.each([
    ["which companies has SoftBank bought or agreed to buy?", "Ampere Computing, ABB"],
    ["Companies that CoreWeave bought or tried to buy (core scientific etc), software/infra", "Core Scientific"],
    ["landlords whose leases carry a Google guarantee", "Hut 8, TeraWulf, Cipher Mining"],
    ["which nuclear PPAs have Constellation as the seller?", "2 deals fit kind energy"],
    ["Amazon's nuclear PPAs, as buyer", "Amazon–Talen Susquehanna"],
    ["PPAs where Vistra is the seller?", "Meta nuclear package"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
});

describe("the largest of a count", () => {
  it.each([
    ["Largest of NVDA's 2026 equity commitments in CNBC's count?", "OpenAI part: about $30B"],
    ["who came second in US data center leasing in Q3 2025?", "Google came second"],
    ["Biggest lessee of US data center space in 3Q25?", "Oracle leased the most"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
  it("is one part, and no ranking of them", async () => {
    expect(await answer("rank Nvidia's 2026 equity commitments in CNBC's count")).not.toContain("OpenAI part");
  });
});

describe("sums side by side", () => {
  it.each([
    ["Meta's two CoreWeave contracts together vs its two Nebius contracts together: which is bigger?", "$29.9B"],
    ["Microsoft's contracts with Nebius and IREN together against Meta's with Nebius", "$27.1B"],
    ["all of Meta's nuclear: January 2026 package plus Clinton. total GW?", "about 7.7 GW"],
    ["Which got the bigger first-day pop, SPCX or CBRS?", "Larger: Cerebras IPO"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
  it("adds no contracts where stakes are meant", async () => {
    const said = await answer(
      "Nvidia's stakes in Intel and Nokia together vs its stake in Anthropic, which is larger?",
    );
    expect(said).not.toContain("$30B");
  });
});
