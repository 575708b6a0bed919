import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

const SAID: readonly (readonly [conversation: readonly string[], said: RegExp])[] = [
  [["how many gigawatts does $200B buy at 40B per GW?", "at 50?"], /4 GW/],
  [["how many gigawatts does $200B buy at 40B per GW?", "and at 80"], /2\.5 GW/],
  [["meta capex 2026?", "low end?"], /\$125B/],
  [["2 gw at 35 to 40 billion per gw", "low end only"], /\$70B/],
  [["oracle 2026 raise total", "high end"], /\$50B/],
];

for (const [conversation, said] of SAID)
  test(conversation.join(" → "), () => {
    expect(lastAnswer(...conversation)).toMatch(said);
  });

// What has no range has no end.
test("no end of a single amount", () => {
  expect(lastAnswer("how much is anthropic's akamai deal?", "low end?")).not.toMatch(/low end/);
});
