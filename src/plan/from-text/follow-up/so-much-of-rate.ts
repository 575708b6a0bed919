/** "So 2 GW of that would be?", "1,000 of those for a year", "the yearly bill at that price": as much as is said of what a number on record prices. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { parseUnit } from "../../../calculator/units.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import type { Term } from "../sums/terms.ts";
import { write } from "../sums/write-term.ts";

const BILL = gated(
  /\b(?:bill|electricity|power|energy)\b.*\b(?:bill|cost\w*|pay|run|year\w*|annual\w*)\b|\b(?:bill|cost\w*|pay)\b.*\b(?:electricity|power|energy|year\w*|annual\w*|site|campus)\b|\b(?:yearly|annual|monthly) (?:bill|cost)\b/i,
);
/** "Yearly bill for a 1 GW site at that price?" after a price of electricity. */
export function billAt({ reread }: Reading, rate: Rate, text: string, terms: readonly Term[]): PlanInput | null {
  const [power, ...others] = terms.filter(({ kind }) => kind === "power");
  const rest = terms.filter((term) => term !== power);
  if (rate.unit !== "USD/MWh" || !power || others.length > 0 || !BILL.test(text)) return null;
  if (rest.some(({ kind }) => kind !== "percent")) return null;
  const plan = reread(`electricity bill a year for ${power.text}${rest[0] ? ` at ${rest[0].text} load` : ""}`, true);
  if (plan.kind !== "estimate") return null;
  return rate.id === "elec-price"
    ? plan
    : { ...plan, assume: [...(plan.assume ?? []), { input: "price", expression: `@${rate.id}` }] };
}

const FOR_ONE = gated(
  /\b(?:for|over|in|per|all|an?) (?:an? |one |the )?(?:full |whole |entire )?(year|month|week|day|quarter)\b/i,
);
const MORE = /\b(?:than|more|less|other|another|vs\.?|versus|compared)\b/i;
/** "So 2 GW of that would be?", "1,000 of those, nonstop for a year": as much of it as is said. */
export function soMuch(reading: Reading, rate: Rate, text: string, terms: readonly Term[]): PlanInput | null {
  if (reading.conversation.plan?.kind !== "show-rate" || MORE.test(text)) return null;
  const counts = terms.filter(
    ({ kind, scaled }) => (kind === "number" && !scaled) || kind === "chips" || kind === "racks",
  );
  const [power, ...powers] = terms.filter(({ kind }) => kind === "power");
  const [time, ...times] = terms.filter(({ kind }) => kind === "time");
  const [count, ...more] = counts;
  if (powers.length + times.length + more.length > 0) return null;
  // Of a range of them there is no one result.
  if ([count, time].some((term) => term && term.low !== term.high)) return null;
  const used = [power, time, count].filter((term) => term !== undefined);
  if (terms.some((term) => !used.includes(term) && !(term.kind === "percent" && term.high === 100))) return null;
  const line = (label: string, expression: string): PlanInput =>
    evaluated([{ label: label.slice(0, 80), expression }], { title: rate.name.slice(0, 120), lead: [1] });
  if (
    power &&
    !count &&
    !time &&
    (/^[A-Z]{3}\/[kM]W$/.test(rate.unit) ||
      (/^[A-Z]{3}\/GW$/.test(rate.unit) && (AT_IT.test(text) || WOULD_BE.test(text))))
  )
    return line(`${power.text}: ${rate.name}`, `${write(power)} * @${rate.id}`);
  if (power || !count || !OF_THOSE.test(text)) return null;
  const one = FOR_ONE.exec(text)?.[1]?.toLowerCase();
  const hours = time ? hoursIn(time.unit) * time.high : one ? hoursIn(one) : 0;
  if (rate.unit === "USD/GPU-hour")
    return hours > 0
      ? line(`${count.text} for ${hours} hours: ${rate.name}`, `${count.high} * ${hours} GPU-hour * @${rate.id}`)
      : null;
  if (time || hours > 0) return null;
  if (rate.unit === "USD/rack") return line(`${count.text}: ${rate.name}`, `${count.high} rack * @${rate.id}`);
  return rate.unit === "USD" && rate.quantity === "accelerator-price"
    ? line(`${count.text}: ${rate.name}`, `${count.high} * @${rate.id}`)
    : null;
}
const hoursIn = (unit: string): number => parseUnit(unit)?.factor ?? 0;
const WOULD_BE = /^[\d.,]+ ?[gm]w (?:would be|is|comes to|makes|then|of that(?: would be)?)[\s?.!]*$/i;
export const AT_IT = /\b(?:at|by|with|on|using) (?:that|this|the|it|his|her|their|its)\b(?: \w+){0,2}[\s?.!]*$/i;
const OF_THOSE = gated(/\b(?:of (?:them|those|these|it)|those|them|such|racks?|gpus?|chips?|cards?|accelerators?)\b/i);
