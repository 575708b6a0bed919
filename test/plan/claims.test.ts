import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

test.each([
  ["an analyst told me 2 GW at $42B/GW is $90B. does that add up?", /Not quite: .*\$84B; claimed: \$90B/],
  ["is it right that $38B over 7 years is about $5.4B/yr?", /Yes: .*\$5\.429B per year/],
  ["the CFO claims interest on $18B at 6% is $1.2B a year, does it check out?", /No: .*\$1\.08B per year/],
  ["would $25B at 6% over 10 years really cost $3.4B a year?", /Yes: .*\$3\.397B/],
  ["they claim a 20% stake for $3B values it at $12B, does that work?", /No: .*\$15B/],
  ["Someone told me Meta's 2026 capex would build 3 GW at $50B/GW. true?", /No: .*2\.5–2\.9 GW.*claimed: 3 GW/],
  ["Is 1 GW all year really 8.76 TWh?", /Yes: .*8\.76 TWh/],
  ["they say $22.4B is a sixth of CoreWeave's $99.4B backlog. is that correct", /No: .*22\.5.*claimed: 16\.67%/],
])("a claim is held against what its numbers come to: %s", (question, answer) => {
  expect(lastAnswer(question)).toMatch(answer);
});

test("a power that chips are said to draw may be that of the chips alone", () => {
  expect(lastAnswer("is it true that 100k H100s draw 70 MW?")).toMatch(/Yes: .*chips alone: 70 MW.*170\.9 MW/);
});

test("a bound is no equality", () => {
  expect(lastAnswer("does 2 GW at $50B/GW cost less than $110B?")).toMatch(/Yes: .*\$100B/);
  expect(lastAnswer("is 5 GW enough for 2 million GB200s?")).toMatch(/No: .*5\.861 GW/);
});

test("a cost of a gigawatt is held against what has been published", () => {
  expect(lastAnswer("is $80B a gigawatt right?")).toMatch(/No: .*\$30–60B.*Krishna/);
});

test("what only looks like a claim is none", () => {
  expect(lastAnswer("i have $12bn and pay $38m per MW all in - what capacity do I end up with?")).toContain(
    "315.789 MW",
  );
  expect(lastAnswer("did Oracle really sign a $300B contract?")).toMatch(/Yes\. OpenAI–Oracle/);
});
