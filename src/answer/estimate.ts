/** What gigawatts cost, what money buys, and every other link of the chain between power, dollars, chips and energy. */
import type { PlanOf } from "../plan/plan.ts";
import { orFault } from "./calculation-fault.ts";
import type { Answer, Context } from "./draft.ts";
import { estimateChain } from "./estimate-chain.ts";
import { costOf, powerFor } from "./estimate-cost.ts";
import { chooseRate, unknownRate } from "./estimate-rate.ts";
import { perGigawatt } from "./per-gigawatt.ts";

export const estimate = (plan: PlanOf<"estimate">, context: Context): Answer =>
  orFault("estimate", context, () => {
    if (plan.over) return perGigawatt(plan.quantity, plan.over, context);
    const applied = chooseRate(plan, context);
    if (!applied) return unknownRate(plan, context);
    const isPower = plan.quantity.unit === "GW" && (plan.from ?? "power") === "power";
    const isCost = ["USD", "EUR", "GBP"].includes(plan.quantity.unit) && (plan.from ?? "cost") === "cost";
    // IT and facility power of the rate and of the question are brought together by the chain.
    const otherBasis = plan.basis !== null && applied.rate?.basis !== undefined && applied.rate.basis !== plan.basis;
    if (isPower && (plan.to ?? "cost") === "cost" && !(otherBasis && applied.rate?.basis !== "unknown"))
      return costOf(plan, applied, context);
    if (isCost && (plan.to ?? "power") === "power" && plan.basis === null) return powerFor(plan, applied, context);
    return estimateChain(plan, applied, context);
  });
