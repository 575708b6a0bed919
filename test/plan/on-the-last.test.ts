import { describe, expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

const GPUS = "100,000 GPUs at $35,000 apiece";

describe("one step on from the result of a sum", () => {
  test.each([
    [[GPUS, "what if they're 10% cheaper"], "$3.15B"],
    [
      [GPUS, "what if they're 10% cheaper", "plus 40% on top of that for servers", "what's that per GPU"],
      "$44,100 per chip",
    ],
    [["26 GW at 35B per GW, all in?", "chips are 60% of that, so how much", "and the remaining 40%?"], "$364B"],
    [["SPV raises 27bn, 80% of it debt. how much debt", "and the other part?"], "$5.4B"],
    [["what does 3 GW at $55B cost", "split that 70/30 debt and equity"], "$115.5B"],
    [
      [
        "how many chips does 500 MW feed if each one draws 1.4 kW all-in",
        "cost of those at $32k a chip",
        "now take 30% off",
      ],
      "$8B",
    ],
    [
      ["1 GW facility at PUE 1.25, how much of that reaches the IT gear?", "how many chips is that at 1.6 kW"],
      "500,000 chips",
    ],
    [["what does 3 GW at $47bn a GW come to", "then put a 10% reserve on top"], "$155.1B"],
    [["what is 12% of a $350bn valuation", "in sterling at 0.75 pounds to the dollar"], "£31.5B"],
    [["20,000 H100s rented at $2.40 an hour, 24/7 for a year: revenue?", "only 70% occupied"], "$294.336M"],
  ])("%s", async (turns, amount) => expect(await talk(turns)).toContain(amount));

  test.each([
    [[GPUS, "and the year after, same growth"]],
    [["straight-line depreciation on $24bn of GPUs, 6 yrs, per year", "how much more a year is that than with 4"]],
  ])("%s is told by no record", async (turns) =>
    expect(await talk(turns)).not.toMatch(/^\[answered\] (?:AMD|Poolside|Nvidia)/),
  );
});
