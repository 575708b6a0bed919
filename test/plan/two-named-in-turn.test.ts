/** What is asked of two that are named one after the other, of two deals told by their years, and of lists by role and firmness. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("two that are named one after the other", () => {
  it.each([
    ["What price per share did Nvidia pay for CoreWeave, and what for Nebius?", ["$87.2", "$94.94"]],
    ["Contract lengths: Anthropic with Akamai and Anthropic with Amazon", ["ten years", "seven years"]],
    ["What did the Abernathy joint venture lock in per year of lease, and Lake Mariner?", ["$380M", "$670M"]],
    ["How much did Meta commit to CoreWeave in 2026, and to Nebius?", ["$21B", "$27B"]],
  ])("%s", async (question, said) => {
    const told = await answer(question);
    for (const one of said) expect(told).toContain(one);
  });
});

describe("two figures told without words", () => {
  it.each([
    ["How much larger is CoreWeave's 2026 Meta contract than its 2025 one?", "$6.8B"],
    ["By how much did Oracle's February 2026 notes exceed the bond it sold in September 2025?", "$7B"],
    ["How much bigger was the second construction loan at Abilene than the first?", "$4.8B"],
    ["what share of Project Rainier's planned buildings was in service at the start?", "23.33%"],
    ["Cerebras' OpenAI money as a share of its backlog, treat it as 20 over 24.6", "81.3%"],
    ["What share of Google Cloud's March 2026 backlog would Anthropic's reported $200B be?", "43.29%"],
    ["Is OpenAI worth more than Anthropic?", "$852B"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
  it("takes no company's stake for a person's", async () => {
    expect(await answer("Altman stake vs Musk stake in OpenAI, who has more")).toMatch(/^\[unknown\]/);
  });
  it("makes no share of votes for and votes against", async () => {
    expect(await answer("votes for the Core Scientific merger as a share of votes against")).not.toContain("158");
  });
});

describe("sums of what one has put into several", () => {
  it("takes the money that is its own", async () => {
    expect(await answer("Sum of Nvidia's cheques for Nokia, Intel and Anthropic")).toContain("$16B");
  });
  it("knows no sum where one amount is nobody's alone", async () => {
    expect(await answer("How much has Nvidia invested in Nokia, Intel and xAI together?")).toMatch(/^\[unknown\]/);
  });
});

it("tells what each chip of several draws", async () => {
  expect(await answer("input power of TPU v7, trainium 2 and 3")).toMatch(/1\.085 kW.*0\.5 kW.*1 kW/);
});
it("finds what was lent for sites of somebody who has not borrowed it", async () => {
  expect(await answer("largest loan for an OpenAI campus")).toMatch(/Vantage.*\$38B of debt/);
});

describe("lists", () => {
  it.each([
    ["all letters of intent still standing", /^\[answered\] 5 deals fit status letter of intent/],
    ["US government as a party: which deals?", /with a government, with somebody from United States: .*Portsmouth/],
    ["largest non-OpenAI cloud contract", /without OpenAI, not ended: Anthropic–Google–Broadcom/],
    ["Google's guarantees ranked by size", /TeraWulf[^(]*\(up to \$3\.2B\), Cipher[^(]*\(\$1\.4B\)/],
    ["which of the 5 stargate sites announced in sept 2025 were oracle's?", /Shackelford/],
    ["which company borrowed the most", /SoftBank \$40B bridge loan/],
    [
      "Put these per-GW estimates from dear to cheap: Foxconn, Bernstein, Krishna, Barclays",
      /Krishna.*Barclays.*Foxconn.*Bernstein/,
    ],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});
