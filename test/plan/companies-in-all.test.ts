/** Companies set against each other by all that they have with one other. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("two that are named", () => {
  it.each([
    ["coreweave or nebius, who gets more from meta in total", /Larger, CoreWeave.*\$35\.2B; Nebius: about \$29\.9B/],
    ["meta vs microsoft: who spends more with nebius", /Larger, Meta.*\$29\.9B; Microsoft: about \$17\.4B/],
    ["Has SoftBank invested more in OpenAI than Microsoft?", /SoftBank.*\$64\.6B.*Microsoft.*\$13B/],
    ["Azure or AWS: who has the larger OpenAI commitment after Feb 2026?", /\$250B.*\$138B/],
    ["ratio of meta's coreweave total to its nebius total", /1\.177×/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});

describe("all who have something with one", () => {
  it.each([
    ["Who is the biggest investor in OpenAI?", /Largest, SoftBank.*\$64\.6B; Amazon: up to \$50B/],
    ["Who has Nvidia put the most money into?", /Largest, OpenAI.*\$30B; Anthropic: up to \$10B; Intel: \$5B/],
    ["second largest investor in openai", /Second largest, Amazon/],
    ["which neocloud got the most money from Meta", /Largest, CoreWeave.*Nebius: about \$29\.9B\.$/],
    ["which cloud provider gets the most money from openai", /Largest, Oracle.*Microsoft.*Amazon: about \$138B/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
  it("adds nothing up where one round or a part of it is meant", async () => {
    expect(await answer("Who holds more of Anthropic, Google or Amazon?")).toMatch(/^\[unknown\]/);
    expect(await answer("who's in for more in openai's 2026 raise, nvda or softbank?")).toContain("The same");
  });
});

describe("nobody else is named", () => {
  it.each([
    ["who raised more money in 2026, OpenAI or Anthropic", /\$122B.*\$65B/],
    ["who has spent more on acquisitions, softbank or google", /Larger, SoftBank.*Google: \$4\.75B/],
    ["who has invested more in AI labs, microsoft or google?", /Larger, Google.*\$40B; Microsoft: about \$18B/],
    ["Meta vs Microsoft: who spends more on neoclouds", /Larger, Meta.*\$65\.1B; Microsoft: about \$50\.1B/],
  ])("%s", async (question, said) => {
    expect(await answer(question)).toMatch(said);
  });
});
