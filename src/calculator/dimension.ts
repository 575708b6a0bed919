import { byCode } from "../knowledge/order.ts";
/**
 * What a number counts, as base units with their powers: {USD: 1, GW: -1} is dollars per gigawatt.
 * Energy is power over time, so hours and gigawatts make gigawatt-hours without a rule of their own.
 */
export type Dimension = Readonly<Partial<Record<BaseUnit, number>>>;

export const CURRENCIES = ["USD", "EUR", "GBP", "AUD", "INR", "JPY", "CAD"] as const;
export type Currency = (typeof CURRENCIES)[number];
/** Things that are counted; money for each of them is a price. */
const THINGS = ["share", "chip", "die", "rack", "home"] as const;
/** Power at the chips and servers, at the meter of the site, or not said. */
const POWERS = ["GW", "GW_it", "GW_facility"] as const;
export type BaseUnit = Currency | (typeof POWERS)[number] | (typeof THINGS)[number] | "h" | "t" | "L";

export const NONE: Dimension = {};

export const isPlain = (dimension: Dimension): boolean => Object.keys(dimension).length === 0;
export const same = (a: Dimension, b: Dimension): boolean => writeDimension(a) === writeDimension(b);
export const currenciesOf = (dimension: Dimension): Currency[] => CURRENCIES.filter((unit) => dimension[unit]);

/** Base units in one order, for comparing and for messages to programmers. */
const writeDimension = (dimension: Dimension): string =>
  Object.entries(dimension)
    .sort(([a], [b]) => byCode(a, b))
    .map(([unit, exponent]) => (exponent === 1 ? unit : `${unit}^${exponent}`))
    .join(" ");

export function multiplyDimensions(a: Dimension, b: Dimension, sign: 1 | -1 = 1): Dimension {
  const out: Partial<Record<BaseUnit, number>> = { ...a };
  for (const [unit, exponent] of Object.entries(b) as [BaseUnit, number][]) {
    const sum = (out[unit] ?? 0) + sign * exponent;
    if (sum === 0) delete out[unit];
    else out[unit] = sum;
  }
  return settle(out);
}

export const powerOfDimension = (a: Dimension, exponent: number): Dimension =>
  Object.fromEntries(Object.entries(a).flatMap(([unit, n]) => (n * exponent === 0 ? [] : [[unit, n * exponent]])));

/**
 * Power whose basis was not said is taken as that of the other side; IT and facility power never cancel each other.
 * A number of things times money is the price of each times how many.
 */
function settle(dimension: Partial<Record<BaseUnit, number>>): Dimension {
  const out = { ...dimension };
  for (const said of ["GW_it", "GW_facility"] as const) {
    const [open, known] = [out.GW ?? 0, out[said] ?? 0];
    if (open * known >= 0) continue;
    const cancelled = Math.min(Math.abs(open), Math.abs(known));
    set(out, "GW", open - Math.sign(open) * cancelled);
    set(out, said, known - Math.sign(known) * cancelled);
  }
  const money = CURRENCIES.some((unit) => (out[unit] ?? 0) > 0);
  if (money) for (const thing of THINGS) if ((out[thing] ?? 0) > 0) delete out[thing];
  return out;
}

function set(out: Partial<Record<BaseUnit, number>>, unit: BaseUnit, exponent: number): void {
  if (exponent === 0) delete out[unit];
  else out[unit] = exponent;
}
