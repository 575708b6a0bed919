/** After somebody's cost of a power: "racks in that?", "how many GPUs": at so many racks a gigawatt as the same firm says, where it does. */

import { defaultInput } from "../../../calculator/chain/choose-inputs.ts";
import { findEstimates } from "../../../calculator/named-estimate.ts";
import { CHIP_NAME } from "../../given.ts";
import type { PlanInput } from "../../plan.ts";
import { linkOf } from "../calculation-follow-up.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "./sum.ts";

export function racksOfOwner({ question, conversation: { plan }, library, quantities }: Reading): PlanInput | null {
  if (plan?.kind !== "estimate" || plan.quantity.unit !== "GW" || (plan.to ?? "cost") !== "cost") return null;
  if (!plan.rate || !("name" in plan.rate) || quantities.length > 0 || CHIP_NAME.test(question)) return null;
  const to = linkOf(question, plan);
  if (to !== "racks" && to !== "accelerators") return null;
  const [cost] = findEstimates(library, plan.rate.name, plan.chip);
  const racks = library.knowledge.rates.find(
    ({ quantity, org, chip }) =>
      quantity === "racks-per-gw" &&
      org !== undefined &&
      org === cost?.org &&
      !!cost.chip &&
      chip?.startsWith(cost.chip),
  );
  if (!racks) return null;
  const { low, high } = plan.quantity;
  const lines = [
    { label: "power", expression: `${low === high ? low : `${low}-${high}`} GW` },
    { label: "racks", expression: `#1 * @${racks.id}` },
    ...(to === "accelerators"
      ? [{ label: "accelerators", expression: `#2 * (${defaultInput(library, "chips-per-rack", plan.chip)})` }]
      : []),
  ];
  return evaluated(lines, { title: "", lead: [lines.length], notes: [] });
}
