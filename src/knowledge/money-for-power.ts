/** Of a deal the money and the power that it pays for: not the first phase's money over the whole site, nor the gas plants' over the halls. */

import type { Figure, FigureOf } from "../../knowledge/schema.ts";
import { isMoney, type Outline } from "./as-of.ts";

export type MoneyForPower = { money: Figure; size: Figure; each: number };

const SPENT = new Set<FigureOf>(["contract", "capex", "investment"]);
/** All that it costs, where the main sum is that of the buildings. */
const ALL_IN = /\b(?:total cost|including equipment|all[- ]in|with (?:its|the) (?:contents|equipment|chips))\b/i;
const FIRST = /\b(?:first|initial)\b|\b\d+ ?MW\b/i;
/** What makes the electricity. */
const PLANT = /\b(?:gas|generation|transmission|fuel[- ]cells?|power plants?)\b/i;

/** Null where no sum on record pays for a power on record. `kinds`: which kinds of money may be meant. */
export function moneyForPower({ figures, deal }: Outline, kinds: ReadonlySet<FigureOf> = SPENT): MoneyForPower | null {
  const standing = figures.filter(({ ended }) => ended === null).map(({ figure }) => figure);
  const power = standing.filter(
    ({ unit, of }) => unit === "GW" && (of === "capacity" || (of === "generation" && deal.kind === "energy")),
  );
  const sums = standing.filter(
    ({ unit, of, per, label, headline, confidence }) =>
      isMoney(unit) &&
      !per &&
      kinds.has(of) &&
      (headline || ALL_IN.test(label)) &&
      confidence !== "low" &&
      !(PLANT.test(label) && deal.kind !== "energy"),
  );
  const money = sums.find(({ label }) => ALL_IN.test(label)) ?? sums.find(({ headline }) => headline);
  if (!money) return null;
  const isFirst = FIRST.test(money.label);
  const size = isFirst
    ? power.find((one) => FIRST.test(one.label) && sharesSource(one, money))
    : power.find(({ headline }) => headline);
  const [usd, gw] = [money.high ?? money.low, size?.high ?? size?.low];
  return size && usd && gw ? { money, size, each: usd / gw } : null;
}

const sharesSource = (a: Figure, b: Figure): boolean => a.sources.some((source) => b.sources.includes(source));
