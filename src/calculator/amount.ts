/** A range with what it counts. Like is added to like; money of two currencies never meets without a rate. */
import { CalculationError } from "./calculation-error.ts";
import {
  currenciesOf,
  type Dimension,
  isPlain,
  multiplyDimensions,
  NONE,
  powerOfDimension,
  same,
} from "./dimension.ts";
import * as ranges from "./range.ts";
import { sayUnit } from "./say-unit.ts";
import type { UnitOf } from "./units.ts";

export type Amount = { readonly range: ranges.Range; readonly dimension: Dimension };

export const amount = (range: ranges.Range, { factor, dimension }: UnitOf): Amount => ({
  range: ranges.scale(range, factor),
  dimension,
});
export const plainAmount = (value: number): Amount => ({ range: ranges.point(value), dimension: NONE });

export const addAmounts = (a: Amount, b: Amount): Amount => ({
  range: ranges.add(a.range, b.range),
  dimension: alike(a, b),
});
export const subtractAmounts = (a: Amount, b: Amount): Amount => ({
  range: ranges.subtract(a.range, b.range),
  dimension: alike(a, b),
});
export const multiplyAmounts = (a: Amount, b: Amount): Amount => ({
  range: ranges.multiply(a.range, b.range),
  dimension: multiplyDimensions(a.dimension, b.dimension),
});
export const divideAmounts = (a: Amount, b: Amount): Amount => ({
  range: ranges.divide(a.range, b.range),
  dimension: multiplyDimensions(a.dimension, b.dimension, -1),
});
export function powerOfAmount(a: Amount, exponent: Amount): Amount {
  if (!isPlain(exponent.dimension) || !ranges.isPoint(exponent.range)) throw new CalculationError("not-a-plain-number");
  return {
    range: ranges.power(a.range, exponent.range.mid),
    dimension: powerOfDimension(a.dimension, exponent.range.mid),
  };
}

function alike(a: Amount, b: Amount): Dimension {
  if (same(a.dimension, b.dimension)) return a.dimension;
  const said = withBasis(a.dimension, b.dimension);
  if (said) return said;
  // "160M shares × ($250 − $0.01 a share)": a price is for each.
  const each = pricePerThing(a.dimension, b.dimension) ?? pricePerThing(b.dimension, a.dimension);
  if (each) return each;
  throw unlike(a.dimension, b.dimension);
}

/** Where one side does not say whose power it counts, it is taken as that of the other. */
function withBasis(a: Dimension, b: Dimension): Dimension | null {
  for (const basis of ["GW_it", "GW_facility"] as const) {
    if (a[basis] && same(unsaid(a, basis), b)) return a;
    if (b[basis] && same(unsaid(b, basis), a)) return b;
  }
  return null;
}

function unsaid(dimension: Dimension, basis: "GW_it" | "GW_facility"): Dimension {
  const { [basis]: exponent, ...rest } = dimension;
  return exponent === undefined ? dimension : { ...rest, GW: exponent };
}

/** Money beside money for each thing: both are prices of that thing. */
function pricePerThing(money: Dimension, price: Dimension): Dimension | null {
  const [currency, ...more] = currenciesOf(money);
  if (!currency || more.length > 0 || Object.keys(money).length !== 1 || money[currency] !== 1) return null;
  const { [currency]: exponent, ...rest } = price;
  return exponent === 1 && Object.keys(rest).length === 1 && rest.share === -1 ? price : null;
}

/** The same amount in another unit: only where both count the same. */
export function convertTo(a: Amount, unit: UnitOf): Amount {
  if (same(a.dimension, unit.dimension)) return a;
  // "GW IT in MW" keeps its basis: what was not said is taken as that of the other.
  if (isPlain(multiplyDimensions(a.dimension, unit.dimension, -1))) return a;
  throw unlike(a.dimension, unit.dimension);
}

function unlike(a: Dimension, b: Dimension): CalculationError {
  const said = [sayUnit(a), sayUnit(b)] as const;
  const [ca, cb] = [currenciesOf(a)[0], currenciesOf(b)[0]];
  if (ca && cb && ca !== cb) return new CalculationError("needs-exchange-rate", ca, cb);
  const ratio = multiplyDimensions(a, b, -1);
  const onlyHours = Object.keys(ratio).length === 1 && Math.abs(ratio.h ?? 0) === 1;
  if (onlyHours && (a.GW || a.GW_it || a.GW_facility)) return new CalculationError("needs-hours", ...said);
  if (ratio.GW_it && ratio.GW_facility) return new CalculationError("needs-overhead", ...said);
  return new CalculationError("unlike-units", ...said);
}
