/** After a calculation: "and at Bernstein's number?", "what about 5 GW?", "how many homes is that?", "with 90% load?". */
import { CHIP_NAME } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { assumptionsSaid } from "./assumptions-said.ts";
import { basisSaid, hasOtherNumbers } from "./calculation-cost.ts";
import { POINTS_BACK } from "./conversation.ts";
import { linkAsked } from "./link-asked.ts";
import { isRateOwner, rateSaid } from "./rates-named.ts";
import type { ReadRule } from "./reading.ts";

/** Longer questions stand alone. */
const MAX_WORDS = 12;
/** Words with which a change to the last calculation begins. */
const CHANGES =
  /^(?:(?:and|or|but|so|then|ok|okay)\b[\s,]*)?(?:with|at|in|for|by|using|what about|how about|what if|assuming)\b/i;

export const calculationFollowUp: ReadRule = {
  name: "calculation-follow-up",
  read(reading) {
    const { question, conversation, names, quantities } = reading;
    const last = conversation.plan;
    if (last?.kind !== "estimate" || last.over || question.split(" ").length > MAX_WORDS) return null;
    if (!POINTS_BACK.test(question) && !CHANGES.test(question)) return null;
    if (names.deals.length > 0 || names.orgs.some((org) => !isRateOwner(reading, org))) return null;
    const { assume, left } = assumptionsSaid(question);
    const plain = quantities.filter((found) => !found.perGw && left.includes(found.quantity.text));
    if (plain.length > 1 || (plain.length === 0 && assume.length === 0 && hasOtherNumbers(reading))) return null;
    const to = linkAsked(question, last.from);
    const changed: Partial<Extract<PlanInput, { kind: "estimate" }>> = {
      ...(plain[0] && { quantity: plain[0].quantity, from: null, deals: [] }),
      ...(rateSaid(reading) && { rate: rateSaid(reading) }),
      ...(to && { to }),
      ...(basisSaid(question) && { basis: basisSaid(question) }),
      ...(CHIP_NAME.test(question) && { chip: CHIP_NAME.exec(question)?.[1] ?? null }),
      ...(assume.length > 0 && {
        assume: [...last.assume.filter((old) => !assume.some((said) => said.input === old.input)), ...assume],
      }),
    };
    if (Object.keys(changed).length === 0) return null;
    return { ...last, receipt: null, ...changed };
  },
};
