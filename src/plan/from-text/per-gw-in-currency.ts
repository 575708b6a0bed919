/** "SoftBank's France plan in dollars per GW": what a gigawatt of a deal comes to, in another currency than that of its money. */
import { stateOn } from "../../knowledge/as-of.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { currencyAsked } from "./sums/conversion.ts";
import { evaluated } from "./sums/sum.ts";

/** Null where the plan is of something else, or the money is in that currency. */
export function perGwInCurrency({ question, library, asOf }: Reading, plan: PlanInput): PlanInput | null {
  if (plan.kind !== "show-figure" || plan.attribute !== "per-gw") return null;
  const deal = library.deals.get(plan.subject);
  const state = deal ? stateOn(deal, asOf) : null;
  const [money, size] = [state?.money?.figure, state?.size?.figure];
  if (!deal || !money || size?.unit !== "GW" || money.per || !CROSS.has(money.unit)) return null;
  const currency = currencyAsked(question, money.unit);
  if (currency === null) return null;
  const per = /\b(?:mws?|megawatts?)\b/i.test(question) ? "MW" : "GW";
  return evaluated(
    [
      { label: `${deal.name}, ${money.label}`.slice(0, 80), expression: `@${deal.id}:${money.id}` },
      { label: `in ${currency} for each ${per}`, expression: `#1 / @${deal.id}:${size.id} in ${currency}/${per}` },
      { label: size.label.slice(0, 80), expression: `@${deal.id}:${size.id}` },
    ],
    { title: `${deal.name} for each ${per}`.slice(0, 120), lead: [2, 1, 3] },
  );
}
/** Of these there is a rate. */
const CROSS: ReadonlySet<string> = new Set(["USD", "EUR", "GBP"]);
