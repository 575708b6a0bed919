import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CalculationError } from "../../src/calculator/calculation-error.ts";
import {
  add,
  contains,
  divide,
  multiply,
  negate,
  point,
  power,
  type Range,
  range,
  scale,
  spread,
  subtract,
} from "../../src/calculator/range.ts";

const RUNS = { numRuns: 10_000 };
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A range with a point inside it. */
const inside = fc
  .tuple(number, number, share)
  .map(([a, b, at]) => ({ of: range(a, b), x: Math.min(Math.max(a + (b - a) * at, Math.min(a, b)), Math.max(a, b)) }));
/** Rounding of the last digits, which is no matter of bounds. */
const holds = (of: Range, value: number): boolean => {
  const slack = 1e-9 * Math.max(1, Math.abs(of.low), Math.abs(of.high), Math.abs(value));
  return value >= of.low - slack && value <= of.high + slack;
};

describe("the result of any points inside lies inside", () => {
  test.each([
    ["add", add, (x: number, y: number) => x + y],
    ["subtract", subtract, (x: number, y: number) => x - y],
    ["multiply", multiply, (x: number, y: number) => x * y],
  ] as const)("%s", (_name, combine, plain) => {
    fc.assert(
      fc.property(inside, inside, (a, b) => holds(combine(a.of, b.of), plain(a.x, b.x))),
      RUNS,
    );
  });

  test("divide, or it refuses a divisor that may be zero", () => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        if (b.of.low <= 0 && b.of.high >= 0) {
          expect(() => divide(a.of, b.of)).toThrow(CalculationError);
          return true;
        }
        fc.pre(Math.min(Math.abs(b.of.low), Math.abs(b.of.high)) > 1e-9);
        return holds(divide(a.of, b.of), a.x / b.x);
      }),
      RUNS,
    );
  });

  test("power, also even powers of a range across zero", () => {
    const small = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(small, small, share, fc.integer({ min: 1, max: 6 }), (a, b, at, exponent) => {
        const of = range(a, b);
        const x = Math.min(Math.max(of.low + (of.high - of.low) * at, of.low), of.high);
        return holds(power(of, exponent), x ** exponent);
      }),
      RUNS,
    );
  });

  test("a value give or take a share", () => {
    fc.assert(
      fc.property(inside, share, share, ({ of, x }, by, at) => holds(spread(of, by), x * (1 + (2 * at - 1) * by))),
      RUNS,
    );
  });
});

test("scaling moves every bound alike, and the order is kept", () => {
  fc.assert(
    fc.property(inside, fc.double({ min: -1e6, max: 1e6, noNaN: true }), ({ of, x }, factor) => {
      const out = scale(of, factor);
      return out.low <= out.high && holds(out, x * factor);
    }),
    RUNS,
  );
});

test("dividing by what was multiplied contains the range it came from", () => {
  const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, positive, (a, b, c, d) => {
      const [first, second] = [range(a, b), range(c, d)];
      const back = divide(multiply(first, second), second);
      return holds(back, first.low) && holds(back, first.high) && holds(back, first.mid);
    }),
    RUNS,
  );
});

test("by a point the way back is exact", () => {
  const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, (a, b, c) => {
      const back = divide(multiply(range(a, b), point(c)), point(c));
      return Math.abs(back.low / Math.min(a, b) - 1) < 1e-12 && Math.abs(back.high / Math.max(a, b) - 1) < 1e-12;
    }),
    RUNS,
  );
});

test("division inverts the bounds", () => {
  expect(divide(point(50), range(30, 60, 42))).toEqual({ low: 50 / 60, mid: 50 / 42, high: 50 / 30 });
});

test("negative and zero", () => {
  expect(multiply(range(-2, 3), range(-5, 7))).toMatchObject({ low: -15, high: 21 });
  expect(multiply(point(0), range(50, 60))).toEqual({ low: 0, mid: 0, high: 0 });
  expect(Object.is(negate(point(0)).low, 0)).toBe(true);
  expect(contains(range(3, 1), 2)).toBe(true);
});

test("what is no longer a number is refused", () => {
  expect(() => multiply(point(1e300), point(1e300))).toThrow(CalculationError);
  expect(() => range(Number.NaN, 1)).toThrow(CalculationError);
  expect(() => power(point(-1), 0.5)).toThrow(CalculationError);
});
