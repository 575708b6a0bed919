import { expect, test } from "vitest";
import { inNumbers } from "../../src/plan/from-text/word-problems.ts";
import { answer } from "../fixtures/talk.ts";

test.each([
  ["turn $14 million a megawatt into a per-gigawatt price", "convert $14 million per megawatt to per gigawatt"],
  ["It closed at $80. What percentage rise gets it to the $200 hurdle?", "from $80 to $200 in percent"],
  ["servers are 50% to 60% of a gigawatt. On $40B, how many dollars is that?", "50% to 60% of $40B"],
  ["A rack costs $3 million and holds 72 GPUs. What's that per GPU?", "$3 million / 72 GPUs"],
  ["first 1 GW at $40B, next 2 GW at $50B each, total?", "1 GW at $40B/GW, 2 GW at $50B/GW: total and average per GW"],
  ["It hands over 20% of revenue, capped at $38B. How much revenue comes in before the cap?", "$38B / 20%"],
  ["$38B is 20% of what", "$38B / 20%"],
])("%s is %s", (said, sum) => {
  const plain = inNumbers(said);
  expect(plain.startsWith(sum.split(":")[0] ?? sum)).toBe(true);
});

test.each(["how much of the $40B is debt", "what share of $33B is 58%", "2 GW at $40B", "racks cost $3 million each"])(
  "%s tells no story",
  (text) => expect(inNumbers(text)).toBe(text),
);

test.each([
  ["compare $1.4T over eight years with $600B over five on a per-year basis", ["$175B per year", "$120B per year"]],
  ["straight-line depreciation a year: $25.5B over 5 years plus $12.5B over 14 years", ["$5.993B"]],
  ["At Oracle-OpenAI's price per gigawatt, what would 3 GW come to?", ["$200B", "$66.67B per GW"]],
  ["what would 3 GW cost at the hyperion price per GW", ["$40.5B"]],
  ["Using BloombergNEF's per-kW figure for a combined-cycle gas plant, what would 1.1 GW of it cost?", ["$2.373B"]],
])("%s", async (question, amounts) => {
  const said = await answer(question);
  for (const amount of amounts) expect(said).toContain(amount);
});
