/** Who is bound by what is not signed, which deals are no more than letters, and what a state guarantees. */
import { describe, expect, test } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("nobody is bound by a letter", () => {
  test.each([
    "Is OpenAI legally tied in to that Sydney campus with NEXTDC?",
    "Is OpenAI committed to the Argentina site?",
    "Has OpenAI bound itself to Stargate Argentina?",
    "are Samsung and SK hynix contractually tied to OpenAI",
    "is Microsoft tied in at Monarch?",
  ])("%s", (question) => expect(last(question)).toMatch(/^answered: No\..*not binding/));
});

test("letters or memoranda are one status, whichever of the two is said", () => {
  const list = last("Which of OpenAI's overseas site projects are still only non-binding letters or memoranda?");
  expect(list).toContain("Stargate Argentina");
  expect(list).toContain("NEXTDC");
  expect(last("which deals are just letters or MoUs")).toMatch(/5 deals fit status letter of intent/);
});

describe("no state has guaranteed what OpenAI builds", () => {
  test.each([
    "How many billions did Washington end up guaranteeing for OpenAI's data centres?",
    "How much did the U.S. government guarantee for OpenAI?",
    "how much taxpayer money backs OpenAI's data centers",
    "Has Washington bailed out OpenAI?",
  ])("%s", (question) => expect(last(question)).toMatch(/neither had nor wanted government guarantees/));
  test("another country's is not meant", () =>
    expect(last("did the British government back OpenAI's Stargate UK?")).not.toContain("guarantees"));
});
