/** How much an amount of a deal grew, the rent of a kilowatt on record, lists by dollars of other currencies, nicknames of others. */
import { describe, expect, it } from "vitest";
import { answer } from "../fixtures/talk.ts";

describe("deals put otherwise", () => {
  it.each([
    ["by what multiple did cerebras' openai contract grow", ["ratio: at least 2×"]],
    ["by what percentage did the applied digital coreweave lease revenue grow", ["growth: about 57.14%"]],
    ["how much has the terawulf backstop grown", ["about $1.4B"]],
    ["hut 8 base lease per kW per month", ["$158.7 per kW per month"]],
    ["european deals over 10bn", ["SoftBank 5 GW data centres in France", "€75B"]],
    ["spacex ipo first day gain", ["about 19%"]],
  ])("%s", async (question, said) => {
    const told = await answer(question);
    for (const words of said) expect(told).toContain(words);
  });

  it("sets no nickname of somebody else beside it", async () =>
    expect(await answer("is the anthropic azure commitment bigger than its AWS one")).not.toContain("OpenAI"));
});
