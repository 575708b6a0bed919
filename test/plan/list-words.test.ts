import { expect, test } from "vitest";
import { inListWords } from "../../src/plan/from-text/list-words.ts";
import { answer } from "../fixtures/talk.ts";

test.each([
  ["American campuses under construction", "US campuses under construction"],
  ["deals topping $5B", "deals over $5B"],
  ["AI labs that raised $20 billion or more in a 2026 round", "AI labs that raised at least $20 billion in 2026"],
  ["deals unveiled in March 2026", "deals announced in March 2026"],
  ["takeovers that have closed, please - not the pending ones", "takeovers that have closed"],
  ["which data centres burn gas", "which sites burn gas"],
  ["what companies has SoftBank agreed to buy outright", "what companies has SoftBank agreed to buy"],
  ["what did OpenAI announce on 27 February 2026", "which deals did OpenAI announce in 27 February 2026"],
])("%s is %s", (said, plain) => expect(inListWords(said)).toBe(plain));

test.each(["beyond 2030", "which data centre deals are signed", "is it bigger than that", "who owns the data centres"])(
  "%s is no such list",
  (text) => expect(inListWords(text)).toBe(text),
);

test.each([
  ["AI labs that raised $20 billion or more in a 2026 round", ["OpenAI", "Anthropic"]],
  ["Takeovers that have closed, please - not the pending ones", ["xAI", "Ampere"]],
  [
    "companies or units softbank has bought or agreed to buy outright, going by your files",
    ["Ampere", "DigitalBridge"],
  ],
])("%s", async (question, names) => {
  const said = await answer(question);
  for (const name of names) expect(said).toContain(name);
});
