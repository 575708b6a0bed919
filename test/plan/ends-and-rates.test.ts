import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

const SAID: readonly (readonly [conversation: readonly string[], said: RegExp])[] = [
  [["how many gigawatts does $200B buy at 40B per GW?", "at 50?"], /4 GW/],
  [["how many gigawatts does $200B buy at 40B per GW?", "and at 80"], /2\.5 GW/],
  [["meta capex 2026?", "low end?"], /\$125B/],
  [["2 gw at 35 to 40 billion per gw", "low end only"], /\$70B/],
  [["oracle 2026 raise total", "high end"], /\$50B/],
  // A quarter of its year, what was added, the power of a company's plan and its price of a gigawatt.
  [["amazon's q1 2026 capex?", "full year guidance?", "so q1 is what share of that"], /21\.6–22\.1%/],
  [["softbank's openai exposure by dec 2025", "after the 2026 tranches", "so how much is being added"], /\$30B/],
  [["openai's revenue target for 2030?", "raised by how much"], /\$80B/],
  [["what did openai say it would spend over eight years", "for how many gw"], /30 GW/],
  [["what did openai say it would spend over eight years", "for how many gw", "that's what per gw"], /\$46\.67B/],
  [["meta capex 2025 actual", "and this year's guide"], /\$125–145B/],
  [["openai gross margin 2025", "2024?", "latest"], /39%/],
  [["meta capex 2025 actual", "and this year's guide", "so roughly how much more at the midpoint"], /62\.78B/],
];

for (const [conversation, said] of SAID)
  test(conversation.join(" → "), () => {
    expect(lastAnswer(...conversation)).toMatch(said);
  });

// What has no range has no end.
test("no end of a single amount", () => {
  expect(lastAnswer("how much is anthropic's akamai deal?", "low end?")).not.toMatch(/low end/);
});
