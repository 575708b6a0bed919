/** Lists by an amount, by the lack of one, and by who has part in one deal; averages and sums of parts; tallies. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("just this amount from one investor", () => {
  it.each(["who has nvidia put $2bn into", "companies that got $2bn from nvidia", "nvidia's $2 billion stakes"])(
    "%s",
    async (question) => {
      expect(await answer(question)).toMatch(/^\[answered\] 4 on record .*Lumentum, Coherent, Nebius.*CoreWeave/);
    },
  );
  it("takes a bound for a bound", async () => {
    expect(await answer("nvidia stakes of at least $2 billion")).not.toMatch(/^\[answered\] 4 on record/);
  });
});

describe("deals of which no sum is on record", () => {
  it.each([
    ["meta deals without a disclosed value", "with no sum on record: "],
    ["which of anthropic's contracts have no published price?", "Anthropic–CoreWeave cloud contract"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
});

describe("who is in one deal", () => {
  it.each([
    ["how many banks are behind SoftBank's $40bn bridge", /^\[answered\] 5 on record/],
    ["how many investors in crusoe's series e", /^\[answered\] 7 on record/],
    ["number of companies softbank bought in 2025", /^\[answered\] 3 on record/],
    ["who has invested in anthropic?", /Amazon.*Google.*Microsoft.*Nvidia/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});

describe("which one it is", () => {
  it.each([
    ["what was the most recent Meta deal", /Jamnagar lease.*announced 10 June 2026/],
    ["Largest amazon nuclear deal?", /X-energy.*5 GW/],
    ["what was signed in june 2026", /Jamnagar.*SpaceX/],
    ["Anthropic compute deals since April 2026", /kind cloud contract or compute purchase/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});

describe("what somebody has added up", () => {
  it.each([
    ["biggest part of the FT's $1tn tally", /Nvidia part of the tally: up to \$500B/],
    ["smallest piece in the financial times tally", /CoreWeave part/],
    ["Nvidia as a share of the FT's trillion dollar tally", /about 50%/],
    ["in CNBC's tally, how much is IREN?", /IREN part: about \$2\.1B/],
    ["how is the $1 trillion tally made up", /Nvidia part.*AMD part.*Oracle part/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});

describe("parts of one record", () => {
  it.each([
    ["average size of the three CoreWeave OpenAI contracts", "$7.467B"],
    ["mean of meta's two coreweave contracts", "$17.6B"],
    ["combined google backstop for terawulf's two sites", "$4.5B"],
    ["how much has google guaranteed in total", "$5.9B"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
});
