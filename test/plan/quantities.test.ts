import { describe, expect, test } from "vitest";
import { findQuantities, mendQuantityWords, parseQuantity } from "../../src/plan/quantities.ts";

describe("parseQuantity", () => {
  test.each([
    ["10GW", 10, 10, "GW"],
    ["10 gigawatts", 10, 10, "GW"],
    ["600 MW", 0.6, 0.6, "GW"],
    ["1.2 gigs", 1.2, 1.2, "GW"],
    ["two gigawatts", 2, 2, "GW"],
    ["2 giggawats", 2, 2, "GW"],
    ["4-6 GW", 4, 6, "GW"],
    ["$300B", 300e9, 300e9, "USD"],
    ["US$38 billion", 38e9, 38e9, "USD"],
    ["$1,250,000", 1.25e6, 1.25e6, "USD"],
    ["half a trillion", 0.5e12, 0.5e12, "USD"],
    ["€75B", 75e9, 75e9, "EUR"],
    ["75 billion euro", 75e9, 75e9, "EUR"],
    ["£31 billion", 31e9, 31e9, "GBP"],
    ["$50–60B", 50e9, 60e9, "USD"],
    ["up to $100B", 100e9, 100e9, "USD"],
  ])("%s", (text, low, high, unit) => {
    expect(parseQuantity(text)).toMatchObject({ low, high, unit });
  });

  test.each(["banana GW", "-5 GW", "1e400 GW", "ten", "", "10 GW and $5", "((((10", "10 GW of something"])(
    "refuses %s",
    (text) => {
      expect(parseQuantity(text)).toBeNull();
    },
  );

  test("keeps the qualifier", () => {
    expect(parseQuantity("up to 6 GW")?.qualifier).toBe("up-to");
    expect(parseQuantity("at least 10 GW")?.qualifier).toBe("at-least");
    expect(parseQuantity("about $38B")?.qualifier).toBe("about");
    expect(findQuantities("what about 5 GW?")[0]?.quantity.qualifier).toBe("exact");
  });
});

describe("findQuantities", () => {
  test.each([
    [
      "what would 4 GW cost at $45B/GW",
      [
        [4, 4, "GW", false],
        [45e9, 45e9, "USD", true],
      ],
    ],
    [
      "10 GW at $42B/GW plus or minus 10%",
      [
        [10, 10, "GW", false],
        [37.8e9, 46.2e9, "USD", true],
      ],
    ],
    ["50-60B per gigawatt", [[50e9, 60e9, "USD", true]]],
    ["44 a gig", [[44e9, 44e9, "USD", true]]],
    ["at 45-50 per gw", [[45e9, 50e9, "USD", true]]],
    ["$300 each", [[300, 300, "USD", true]]],
    ["52 weeks at 50-60B each", [[50e9, 60e9, "USD", true]]],
    [
      "2 GW in 2027 and 3 GW in 2028",
      [
        [2, 2, "GW", false],
        [3, 3, "GW", false],
      ],
    ],
    ["between 5 and 6 GW", [[5, 6, "GW", false]]],
    ["in 2026, the 3 sites", []],
    ["9".repeat(2_000), []],
  ])("%s", (text, expected) => {
    expect(
      findQuantities(mendQuantityWords(text)).map(({ quantity, perGw }) => [
        quantity.low,
        quantity.high,
        quantity.unit,
        perGw,
      ]),
    ).toEqual(expected);
  });
});
