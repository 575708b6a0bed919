import { describe, expect, test } from "vitest";
import { everydayIn } from "../../src/plan/from-text/everyday-phrases.ts";
import { talk } from "../fixtures/talk.ts";

describe("what has no answer in the words of the asker", () => {
  test.each([
    ["On what day did SoftBank wrap up the Ampere purchase?", "25 November 2025"],
    ["first leg of softbank's french build-out: how many euros", "€45B"],
    ["what hole does HSBC see in openai's funding", "$207B"],
    ["Anthropic wants to lease 1 GW-plus directly. Which private credit houses are named alongside it?", "Apollo"],
    ["nvda backstop for coreweave's unsold capacity - what was the initial order worth?", "$6.3B"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));

  test.each([
    "headcount at Fluidstack",
    "how does OpenAI make money",
    "how many dollars has Meta spent on Hyperion to date",
    "list every deal with a wind farm",
    "what is the resale value of an H100",
    "do penguins own nvidia?",
  ])("%s has none in any words", async (question) => expect(await talk([question])).toMatch(/^\[unknown\]/));
});

test("a phrase is met by the roots of its words, and stands for the words of the records", () => {
  const [found, ...more] = everydayIn("are there strings attached to it", () => false);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ start: 10, end: 26 });
  expect(found?.words).toContain("conditions");
});

test("names are kept", () => expect(everydayIn("are there strings attached", () => true)).toEqual([]));
