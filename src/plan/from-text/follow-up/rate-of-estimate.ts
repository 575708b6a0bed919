/** "Per GW?", "the Rubin case per GW?" after what a power would cost at somebody's number: that number. */

import { CHIP_NAME } from "../../given.ts";
import type { PlanInput } from "../../plan.ts";
import { estimateFor } from "../rates-named.ts";
import type { Reading, ReadRule } from "../reading.ts";

const MAX_WORDS = 7;
const PER_GW = /(?:\bper|\/|\b(?:a|each))\s?(?:gws?|gigawatts?)\b/i;

export const rateOfEstimate: ReadRule = {
  name: "rate-of-estimate",
  read(reading): PlanInput | null {
    const { question, conversation, names, quantities } = reading;
    const last = [conversation.plan, conversation.before].find((plan) => plan?.kind === "estimate");
    if (last?.kind !== "estimate" || (last.to ?? "cost") !== "cost" || !last.rate || !("name" in last.rate))
      return null;
    if (!PER_GW.test(question) || question.split(/\s+/).length > MAX_WORDS || quantities.length > 0) return null;
    if (names.deals.length + names.orgs.length + names.people.length > 0) return null;
    return { kind: "show-rate", rates: [ofChip(reading, last.rate.name)] };
  },
};

/** The same owner's number for a chip that is named. */
function ofChip(reading: Reading, rate: string): string {
  const own = reading.library.rates.get(rate)?.org;
  const said = CHIP_NAME.exec(reading.question)?.[1];
  return (own && said && estimateFor(reading, own, said)) || rate;
}
