/** Of one deal what a gigawatt comes to with all that is in it, and how many chips stand on a megawatt. */

import type { Deal } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { moneyForPower } from "../../knowledge/money-for-power.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { dealMeant } from "./sums/deal-meant.ts";

const PER_GW = /(?:\bper|\/|\b(?:a|each))[\s-]?(?:gws?|gigawatts?)\b/i;
/** The money over the power that it pays for. */
export function overPower(deal: Deal, asOf: string): string {
  const outline = outlineOn(deal, asOf);
  const pair = outline && moneyForPower(outline);
  return pair
    ? `@${deal.id}:${pair.money.id} / @${deal.id}:${pair.size.id}`
    : `@${deal.id}.value / @${deal.id}.capacity`;
}

export const ALL_IN = gated(
  /\ball[- ]in\b|\b(?:including|counting|with) (?:the |its |all )?(?:chips|equipment|contents|hardware|servers)\b/i,
);

/** "Saline per GW all in": what it costs with all that is in it, where that is on record. */
export function allInPerGigawatt(reading: Reading): PlanInput | null {
  const { question, quantities, library, asOf, names } = reading;
  if (!PER_GW.test(question) || !ALL_IN.test(question) || quantities.length > 0) return null;
  const deal = library.deals.get(names.deals[0] ?? "") ?? dealMeant(reading, question, "both");
  const outline = deal && names.deals.length < 2 ? outlineOn(deal, asOf) : null;
  const pair = outline && moneyForPower(outline);
  if (!deal || !pair || pair.money.headline) return null;
  const lines = [{ label: deal.name.slice(0, 80), expression: overPower(deal, asOf) }];
  return { kind: "evaluate", title: deal.name.slice(0, 120), lines };
}

export const THINGS_PER_POWER =
  /(?<![+&] |\band )\b(?:gpus?|chips?|accelerators?|tpus?|g[bh]\d00s?|h\d00s?|b\d00s?)\s?(?:per|an?|for (?:each|every)|\/)\s?(mws?|megawatts?|gws?|gigawatts?)\b/i;

/** "GPUs per megawatt at the Paris site": the chips on record over the power on record. */
export function thingsPerPower(reading: Reading): PlanInput | null {
  const { question, quantities, library, asOf, names } = reading;
  const per = THINGS_PER_POWER.exec(question)?.[1];
  if (!per || quantities.length > 0 || names.deals.length > 1) return null;
  const deal = library.deals.get(names.deals[0] ?? "") ?? dealMeant(reading, question, "power");
  const outline = deal ? outlineOn(deal, asOf) : null;
  const chips = outline?.figures.find(
    ({ figure, ended }) => !ended && figure.unit === "count" && /\b(?:gpus?|chips?|tpus?)\b/i.test(figure.label),
  );
  if (!deal || !chips || outline?.size?.figure.unit !== "GW") return null;
  return {
    kind: "evaluate",
    title: deal.name.slice(0, 120),
    lines: [
      {
        label: deal.name.slice(0, 80),
        expression: `@${deal.id}:${chips.figure.id} / @${deal.id}:${outline.size.figure.id} in chip/${/^m/i.test(per) ? "MW" : "GW"}`,
      },
    ],
  };
}
