/** A ratio is of the figures that a question asks for, or it is not given. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("a part of one deal beside its whole", () => {
  it.each([
    ["what share of the Nebius-Meta 2026 agreement is firm?", "44.44%"],
    ["what percent of its possible google money did anthropic get up front", "25%"],
    ["what percentage of the barn package is equity", "12.5%"],
  ])("%s", async (question, share) => {
    expect(await answer(question)).toContain(share);
  });
});

describe("what neither figure is", () => {
  it.each(["what share of revenue does Lambda get from Microsoft", "CoreWeave's debt to equity ratio?"])(
    "%s",
    async (question) => {
      expect(await answer(question)).toMatch(/^\[unknown\]/);
    },
  );
});

it("takes a share on record that the words say, not another of the same companies", async () => {
  expect(await answer("what share of Microsoft's backlog comes from OpenAI?")).toContain("45%");
});

it("sets power against power where money is not spoken of", async () => {
  expect(await answer("portsmouth ohio - how much of the new generation is gas, as a percentage")).toContain("92%");
});

it("takes a commitment together with its expansion where the words say so", async () => {
  const said = await answer("OpenAI's Azure commitment as a multiple of its AWS one after the expansion");
  expect(said).toContain("1.81");
});

describe("a sum for each of something", () => {
  it.each([
    ["Cipher's lease revenue per year", "$300M per year"],
    ["in dollars per acre, Google Vizag", "$25M"],
    ["cost per permanent job of Anthropic's Fluidstack plan", "$62.5M"],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toContain(said);
  });

  it("is not replaced by the whole sum", async () => {
    expect(await answer("cost per reactor at Project Rainier")).not.toContain("$11B");
  });
});

it("sets figures of one time side by side, or none", async () => {
  expect(await answer("OpenAI's compute at end 2025 versus Anthropic's")).toMatch(/^\[unknown\]/);
});

it.each([["crusoe series e valuation vs cerebras february valuation", "$23B"]])("%s", async (question, said) => {
  expect(await answer(question)).toContain(said);
});

it("takes no loss for costs", async () => {
  expect(await answer("openai R&D as share of its 2025 costs")).not.toContain("49.78");
});

it("takes no part that nobody names for a whole deal", async () => {
  expect(await answer("x-energy target for amazon vs kairos order book for google")).not.toContain("50 MW");
});
