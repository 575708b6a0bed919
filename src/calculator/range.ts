/** Ranges that travel through every step: the result of any points inside the inputs lies inside the result. */
import { CalculationError } from "./calculation-error.ts";

/** `mid` lies between the bounds; it need not be halfway. */
export type Range = { readonly low: number; readonly mid: number; readonly high: number };

export const point = (value: number): Range => range(value, value, value);

/** A range from its bounds, in either order; the middle is halfway where none is given. */
export function range(a: number, b: number, mid = (a + b) / 2): Range {
  const out = { low: plain(Math.min(a, b)), mid: plain(mid), high: plain(Math.max(a, b)) };
  if (![out.low, out.mid, out.high].every(Number.isFinite)) throw new CalculationError("too-large");
  return out;
}

/** Zero without a sign, so that nothing is ever shown as "-0". */
const plain = (value: number): number => (value === 0 ? 0 : value);

export const isPoint = ({ low, high }: Range): boolean => low === high;
/** The middle alone, or one of the bounds. */
export const pick = (value: Range, which: "low" | "mid" | "high"): Range => point(value[which]);

export const negate = (a: Range): Range => range(-a.high, -a.low, -a.mid);
export const add = (a: Range, b: Range): Range => range(a.low + b.low, a.high + b.high, a.mid + b.mid);
export const subtract = (a: Range, b: Range): Range => range(a.low - b.high, a.high - b.low, a.mid - b.mid);
export const scale = (a: Range, factor: number): Range => range(a.low * factor, a.high * factor, a.mid * factor);

/** Bounds of either sign: the product is bounded by the products of the bounds. */
export const multiply = (a: Range, b: Range): Range => fromCorners(a, b, (x, y) => x * y);

/** A divisor inverts its bounds; one that may be zero divides nothing. */
export function divide(a: Range, b: Range): Range {
  if (b.low <= 0 && b.high >= 0) throw new CalculationError("division-by-zero");
  return fromCorners(a, b, (x, y) => x / y);
}

/** A whole or broken power of a range that is not negative, or a whole power of any. */
export function power(a: Range, exponent: number): Range {
  if (a.low < 0 && !Number.isInteger(exponent)) throw new CalculationError("root-of-negative");
  if (exponent < 0) return divide(point(1), power(a, -exponent));
  const ends = [a.low ** exponent, a.high ** exponent];
  // An even power of a range across zero is least at zero.
  if (a.low < 0 && a.high > 0 && exponent % 2 === 0) ends.push(0);
  return range(Math.min(...ends), Math.max(...ends), a.mid ** exponent);
}

/** A value give or take a share of it: 42 ± 10 %. */
export const spread = (a: Range, share: number): Range => {
  const ends = [a.low * (1 - share), a.low * (1 + share), a.high * (1 - share), a.high * (1 + share)];
  return range(Math.min(...ends), Math.max(...ends), a.mid);
};

export const contains = (outer: Range, value: number): boolean => value >= outer.low && value <= outer.high;

function fromCorners(a: Range, b: Range, combine: (x: number, y: number) => number): Range {
  const ends = [combine(a.low, b.low), combine(a.low, b.high), combine(a.high, b.low), combine(a.high, b.high)];
  return range(Math.min(...ends), Math.max(...ends), combine(a.mid, b.mid));
}
