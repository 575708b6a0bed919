import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { predicateIn } from "../../src/knowledge/predicate.ts";
import { realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const app = realApp();
const ask = async (text: string) => {
  const doc = await app.answer({ type: "question", text, asker: { platform: "terminal", conversation: text } });
  return { status: doc.status, headline: plain(doc.headline) };
};

test.each([
  ["does Oracle insure the Abilene site", "insur"],
  ["is the Crane plant profitable", "profit"],
  ["who polluted Memphis", "pollut"],
  ["did Google guarantee TeraWulf", "guarante"],
  // Such words say nothing of their own.
  ["does Anthropic use Trainium", null],
])("%s: %s", (question, word) => {
  expect(predicateIn(library, question)).toBe(word);
});

test.each([
  "does Oracle insure the Abilene site",
  "are the Meta Hyperion bonds rated?",
  "is the Crane plant profitable",
  "can OpenAI cancel the Oracle contract",
  "who lobbied for Stargate",
  "who hates the Saline campus",
  "who would win, Jensen or Sam in a fight",
  "how many people work at the Ellendale campus",
])("no record says it: %s", async (question) => {
  expect((await ask(question)).status).toBe("unknown");
});

test.each([
  ["did Hock Tan leave Meta's board?", /left Meta's board/],
  ["are Nebius notes convertible", /convertible notes/],
  ["is the groundbreaking in Saline done", /^Yes\. Stargate Michigan/],
  ["who runs the Shackelford site", /Vantage/],
  ["who runs Scale AI now that Wang left", /Droege/],
  ["OpenAI gross margin last year?", /33%/],
  ["when did xAI merge with SpaceX", /SpaceX's acquisition of xAI/],
])("%s", async (question, said) => {
  expect((await ask(question)).headline).toMatch(said);
});
