import { expect, test } from "vitest";
import { withoutAsides } from "../../src/plan/from-text/asides.ts";
import { askedDirectly } from "../../src/plan/from-text/asked-indirectly.ts";
import { answer } from "../fixtures/talk.ts";

const QUESTIONS = [
  "what did Meta pay for its stake in Scale AI?",
  "is Hyperion part of Stargate?",
  "which sites are under construction in Texas?",
  "how many shares does the AMD warrant cover?",
];
const IN_FRONT = [
  "client wants to know: ",
  "sorry if this is obvious, but ",
  "on deadline. ",
  "hey team, quick one: ",
  "for a slide: ",
  "just so I'm clear, ",
];
const BEHIND = [
  " again?",
  " (for a memo)",
  ", as far as anyone knows?",
  " - ballpark is fine",
  " rn?",
  "? need it in 10 min, thx",
];

test.each(QUESTIONS)("%s is answered alike with an aside in front or behind", async (question) => {
  const bare = await answer(question);
  for (const front of IN_FRONT) expect(await answer(`${front}${question}`), front).toBe(bare);
  for (const end of BEHIND) expect(await answer(question.replace("?", end)), end).toBe(bare);
});

test.each([
  ["Boss is asking how much Oracle owes", "how much Oracle owes"],
  ["could you please confirm the price of Intersect?", "what is the price of Intersect?"],
  ["any idea who owns Crusoe", "who owns Crusoe"],
])("%s asks %s", (text, asked) => expect(withoutAsides(text)).toBe(asked));

test.each([
  "excluding debt, what did Alphabet pay for Intersect?",
  "per GW, which is dearer?",
  "in 2026, how much did Meta spend?",
  "for Microsoft, what is the capacity?",
  "check: 6 GW at $15B per GW = $90B",
  "what about Oracle?",
  "thanks, that helps a lot",
  "hi, I need help",
  "3 GW at $40B a GW, double that",
  "will Nvidia invest in Anthropic again?",
])("%s says nothing beside the question", (text) => expect(withoutAsides(text)).toBe(text));

test.each([
  ["when Stargate Abilene will be finished", "when will Stargate Abilene be finished?"],
  ["what the price of the stake was", "what was the price of the stake?"],
  ["who Oracle's customers are in Abilene", "who are Oracle's customers in Abilene?"],
])("%s is asked as %s", (text, asked) => expect(askedDirectly(text)).toBe(asked));

test.each(["what Meta sites are under construction", "when is it due", "how far above OpenAI's 852bn is that"])(
  "%s is in order",
  (text) => expect(askedDirectly(text)).toBe(text),
);
