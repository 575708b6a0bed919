/** What gigawatts cost, what money buys, and every other link of the chain between power, dollars, chips and energy. */
import type { Link } from "../calculator/chain/names.ts";
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
    // No cost per gigawatt lies between chips and power: whose overheads are meant is no estimate for a chip.
    const applied =
      chooseRate(plan, context) ?? (isPhysical(plan) ? chooseRate({ ...plan, rate: null }, context) : null);
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

const isPhysical = ({ from, to }: PlanOf<"estimate">): boolean =>
  from !== null && to !== null && PHYSICAL.has(from) && PHYSICAL.has(to);
const PHYSICAL: ReadonlySet<Link> = new Set(["power", "it-power", "accelerators", "racks", "energy"]);
