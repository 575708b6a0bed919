import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addAmounts, amount, convertTo, divideAmounts, multiplyAmounts } from "../../src/calculator/amount.ts";
import { CalculationError } from "../../src/calculator/calculation-error.ts";
import { CURRENCIES, same } from "../../src/calculator/dimension.ts";
import { point, range } from "../../src/calculator/range.ts";
import { parseUnit, UNIT_WORDS } from "../../src/calculator/units.ts";

const RUNS = { numRuns: 10_000 };
const unit = (text: string) => {
  const found = parseUnit(text);
  if (!found) throw new Error(`no unit ${text}`);
  return found;
};
const of = (value: number, text: string) => amount(point(value), unit(text));
const faultOf = (run: () => unknown): string => {
  try {
    run();
    return "none";
  } catch (error) {
    if (error instanceof CalculationError) return error.fault;
    throw error;
  }
};

const word = fc.constantFrom(...UNIT_WORDS);
const value = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

describe("units", () => {
  test("a product divided by one of its sides is the other, with its unit", () => {
    fc.assert(
      fc.property(word, word, value, value, (a, b, x, y) => {
        const [first, second] = [of(x, a), of(y, b)];
        const product = multiplyAmounts(first, second);
        // Money for things, and IT beside unsaid power, are settled on the way: there is no way back.
        const plain =
          Object.keys(product.dimension).length ===
          new Set([...Object.keys(first.dimension), ...Object.keys(second.dimension)]).size;
        if (!plain) return true;
        const back = divideAmounts(product, second);
        return same(back.dimension, first.dimension) && Math.abs(back.range.mid / first.range.mid - 1) < 1e-9;
      }),
      RUNS,
    );
  });

  test("like is added to like, unlike is refused", () => {
    fc.assert(
      fc.property(word, word, value, value, (a, b, x, y) => {
        const [first, second] = [of(x, a), of(y, b)];
        const fault = faultOf(() => addAmounts(first, second));
        // Power whose basis was not said is taken as that of the other side.
        const kinds = [a, b].map((text) => /_(it|facility)$/.exec(text)?.[1]);
        const like = kinds[0] === kinds[1] || kinds.includes(undefined);
        if (
          like &&
          [first, second].every(
            ({ dimension }) => Object.keys(dimension)[0]?.startsWith("GW") && !dimension.h && !dimension.chip,
          )
        )
          return fault === "none";
        return same(first.dimension, second.dimension) ? fault === "none" : fault !== "none";
      }),
      RUNS,
    );
  });

  test("a conversion keeps the amount", () => {
    fc.assert(
      fc.property(word, word, value, (a, b, x) => {
        const first = of(x, a);
        if (!same(first.dimension, unit(b).dimension)) return true;
        return convertTo(first, unit(b)).range.mid === first.range.mid;
      }),
      RUNS,
    );
  });

  test("two currencies never meet without a rate", () => {
    for (const a of CURRENCIES)
      for (const b of CURRENCIES)
        expect(faultOf(() => addAmounts(of(1, a), of(1, b)))).toBe(a === b ? "none" : "needs-exchange-rate");
    const dollars = multiplyAmounts(of(8e9, "EUR"), of(1.13837, "USD/EUR"));
    expect(dollars).toMatchObject({ dimension: { USD: 1 }, range: { mid: 9.10696e9 } });
  });

  test("IT and facility power are never added, and only an overhead leads from one to the other", () => {
    expect(faultOf(() => addAmounts(of(1, "GW_it"), of(1, "GW_facility")))).toBe("needs-overhead");
    const overhead = { range: point(1.4), dimension: { GW_facility: 1, GW_it: -1 } };
    expect(multiplyAmounts(of(200, "MW_it"), overhead)).toMatchObject({ dimension: { GW_facility: 1 } });
    expect(divideAmounts(of(38e9, "USD/GW_it"), overhead).dimension).toEqual({ USD: 1, GW_facility: -1 });
  });

  test("power is energy only over hours", () => {
    expect(faultOf(() => convertTo(of(10, "GW"), unit("TWh")))).toBe("needs-hours");
    const year = multiplyAmounts(of(1, "GW"), of(1, "year"));
    expect(convertTo(year, unit("TWh")).range.mid / unit("TWh").factor).toBeCloseTo(8.76, 9);
  });

  test("money for each of a number of things is a price", () => {
    expect(multiplyAmounts(amount(range(1, 2), unit("racks")), of(3.5e6, "USD"))).toMatchObject({
      dimension: { USD: 1 },
      range: { low: 3.5e6, high: 7e6 },
    });
  });
});
