/** The estimates side by side: the one applied, then those that somebody made, the largest first. */

import { boundsOf, capexEstimates, isSynthetic } from "../calculator/named-estimate.ts";
import type { Range } from "../calculator/range.ts";
import type { Bar, Block } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { byAlphabet } from "../knowledge/order.ts";
import type { Context } from "./draft.ts";
import { type Applied, currencyOf, type RateUnit, rateText } from "./estimate-rate.ts";
import { sayResult } from "./say-result.ts";

/** As many bars as any platform's chart takes. */
const MOST = 20;

export function estimatesChart(
  applied: Applied,
  { library }: Context,
  { unit, apply, about }: { unit: RateUnit | "GW"; apply: (range: Range) => Range; about: string },
): Block[] {
  const barOf = (label: string, rate: Range, tone: Bar["tone"]): Bar => {
    const { text, low, high } = sayResult({ range: apply(rate), dimension: { [unit]: 1 } });
    return { label, said: text, low, high, tone };
  };
  const others = capexEstimates(library).flatMap((rate) => {
    const bounds = boundsOf(rate);
    const beside = bounds && bounds.low > 0 && rate.id !== applied.rate?.id && currencyOf(rate) === applied.unit;
    return beside && !isSynthetic(rate) ? [barOf(rate.name, bounds, "other")] : [];
  });
  if (others.length === 0) return [];
  others.sort((a, b) => b.high - a.high || b.low - a.low || byAlphabet(a.label, b.label));
  const lead = applied.rate ? applied.name : `At ${rateText(applied)} (your rate)`;
  return [
    {
      type: "chart",
      title: `${about}, by estimate`,
      note: `${NAMES[unit]}. The estimates differ in chips, scope, day and whose power they count.`,
      source: `Each estimate's source is in the answer. Knowledge complete to ${sayDate(library.completeTo)}. Gigawatt`,
      unit,
      bars: [barOf(lead, applied.range, "lead"), ...others.slice(0, MOST - 1)],
    },
  ];
}

const NAMES: Readonly<Record<RateUnit | "GW", string>> = {
  USD: "US dollars of capital expenditure",
  EUR: "Euros of capital expenditure",
  GBP: "Pounds of capital expenditure",
  GW: "Gigawatts",
};
