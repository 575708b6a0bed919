import { expect, test } from "vitest";
import { inPlainWords } from "../../src/plan/from-text/plain-words.ts";
import { answer } from "../fixtures/talk.ts";

test.each([
  ["what did Meta fork out for its slice in Scale?", "what did Meta pay for its stake in Scale?"],
  ["OpenAI red ink in 2025", "OpenAI loss in 2025"],
  ["any OpenAI projects that got binned?", "any OpenAI projects that got cancelled?"],
  ["is the Sydney MoU set in stone", "is the Sydney MoU binding"],
  ["Oracle's topline in fiscal 2026", "Oracle's revenue in fiscal 2026"],
  ["who is the occupier of Polaris Forge 2", "who is the tenant of Polaris Forge 2"],
  ["what does the Colossus lease come to?", "how much is the Colossus lease worth?"],
  ["what chunk of the package is debt", "what share of the package is debt"],
])("%s is read as %s", (said, plain) => expect(inPlainWords(said)).toBe(plain));

test.each([
  "what did Oracle pay for land in Abilene",
  "what does Cipher's contract bring in per year?",
  "Apollo's piece of the Valor vehicle",
  "what is a power off-taker under the PPA",
  "is the rate locked in at 6%",
])("%s has no such words", (text) => expect(inPlainWords(text)).toBe(text));

test.each([
  ["what did Intel get for its stake from Nvidia", "what did Nvidia shell out for its slice in Intel", "$5B"],
  ["OpenAI's net loss in 2025", "OpenAI's red ink in 2025", "$38.53B"],
])("%s and %s have one answer", async (plain, said, amount) => {
  expect(await answer(plain)).toContain(amount);
  expect(await answer(said)).toContain(amount);
});
