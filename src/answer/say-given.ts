/** What the asker gave, in words, on a command line, and among the figures of an answer. */
import { type Range, range } from "../calculator/range.ts";
import { sayAmount } from "../doc/say-figure.ts";
import type { Given } from "../plan/plan.ts";
import type { Draft } from "./draft.ts";

export const givenRange = (given: Given): Range => range(given.low, given.high);

/** A quantity that a deal's record gave bears the deal's name as its text. */
export function keepGiven(draft: Draft, { low, high, unit, qualifier }: Given, deal?: string): void {
  draft.use({ low, high, unit, qualifier, origin: deal ? `deal:${deal}` : "user" });
}

export const sayGiven = ({ low, high, unit, qualifier }: Given): string => sayAmount({ low, high, unit, qualifier });

export const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);

/** As it can be written behind /cost: "10GW", "300B USD", "2-3GW". */
export function compactGiven({ low, high, unit }: Given): string {
  const size = unit === "GW" ? 1 : unit === "USD" || unit === "EUR" || unit === "GBP" ? 1e9 : 1;
  const one = (value: number) =>
    size === 1e9 ? `${value / size}B ${unit}` : `${value}${unit === "count" ? " chips" : unit}`;
  return low === high ? one(low) : `${low / size}-${one(high)}`;
}
