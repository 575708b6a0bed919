/** Sides, orders and sums of deals by the figure that the words ask for. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("money for each gigawatt", () => {
  it("puts sites in their order, the one asked for first", async () => {
    expect(await answer("most expensive site per GW")).toMatch(/Most for a gigawatt: .*Ohio.*\$50B per GW/);
  });
  it("takes the money of a first phase over the power of that phase", async () => {
    expect(await answer("lighthouse vs norway per gw")).toContain("Stargate Norway: about $50B per GW");
  });
});

describe("sides of a comparison", () => {
  it.each([
    ["difference in exercise price, Corning warrants against the IREN right", "$110"],
    ["Nvidia's stake in Nokia vs Intel", "2.9%"],
    ["What's Reliance's plan as a multiple of Microsoft's India one?", "6.27"],
    ["Which Indian site is larger, Jamnagar's Meta lease or Google's Vizag", "168 MW"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
  it.each([
    "Which uses more water, Amazon's Indiana campus or Meta's in Louisiana?",
    "Cohere vs Mistral: who raised more debt?",
  ])("%s: on no record", async (question) => {
    expect(await answer(question)).toMatch(/^\[unknown\]/);
  });
});

describe("several deals together", () => {
  it("adds all that two companies signed once", async () => {
    expect(await answer("total of Meta's CoreWeave and Nebius contracts")).toContain("$65.1B");
  });
  it("finds who has a part with each of two", async () => {
    expect(await answer("who has invested in both OpenAI and Anthropic?")).toMatch(/Amazon, Microsoft, Nvidia/);
  });
});

it("tells how a level grew within a quarter", async () => {
  expect(await answer("How much did CoreWeave's backlog grow in Q1 2026")).toContain("48.8%");
});

it("puts the one in the place asked for first", async () => {
  expect(await answer("third largest backlog")).toContain("The third highest: Google");
});

describe("one of its kind", () => {
  it("is no umbrella over several sites", async () => {
    expect(await answer("which stargate site is the largest")).toMatch(/Stargate: Project Jupiter/);
  });
  it("is no round of many investors", async () => {
    expect(await answer("What was the largest single equity cheque into OpenAI?")).toContain("Amazon investment");
  });
});

describe("two prices of one listing", () => {
  it.each([
    ["gap between SpaceX's IPO price and first close", "$26"],
    ["how much above the offer price did Cerebras close on day one, %", "68.15%"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });
});

it("tells what a gigawatt comes to with all that is in it", async () => {
  expect(await answer("saline campus $ per GW all in")).toContain("$45B per GW");
});
