import { expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

test.each([
  ["how many chips at the Monarch campus", /^\[unknown\]/],
  ["how many Nvidia chips has Microsoft bought for Nscale", /^\[unknown\]/],
  ["how many chips at Barber Lake", /^\[unknown\]/],
  ["how many acres is the Monarch campus", /2,250 acres/],
  ["how many buildings at Project Rainier", /7 buildings/],
  ["how many accelerators at Project Rainier", /500,000 Trainium2 chips|Trainium/],
])("%s: what the record counts, and nothing else of it", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);

test.each([
  ["how many GB200s did Oracle buy for $40B", /400,000 Nvidia GB200 chips/],
  ["how many B200s did xAI buy for $20B", /^\[unknown\]/],
  ["how many GPUs did CoreWeave get for its $2.3B loan", /^\[unknown\]/],
])("%s: what was bought with an amount is on record, or not known", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);
