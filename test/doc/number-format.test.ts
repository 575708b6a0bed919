import fc from "fast-check";
import { expect, test } from "vitest";
import { numberFormat } from "../../src/doc/number-format.ts";

test("numbers are written as the runtime writes them in English", () => {
  for (const decimals of [0, 2, 3, 4]) {
    const [ours, runtime] = [
      numberFormat(decimals),
      new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals }),
    ];
    const same = (value: number): void => {
      expect(ours.format(value)).toBe(runtime.format(value));
    };
    [0, -0, 0.5, 1.5, 2.5, 1.005, 0.0005, 999.9995, -0.0004, 1e21, 123456789.125, 1e-7, Number.NaN].forEach(same);
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE, Number.MIN_VALUE].forEach(same);
    fc.assert(fc.property(fc.double(), same));
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (n, e) => same(n / 10 ** e)),
    );
  }
});
