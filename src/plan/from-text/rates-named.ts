/** The estimates that a question names, by their own aliases, by whose they are, or by somebody's numbers for a chip. */

import type { Rate } from "../../../knowledge/schema.ts";
import { boundsOf, findEstimates } from "../../calculator/named-estimate.ts";
import { gated } from "../../knowledge/gated.ts";
import { CHIP_NAME } from "../given.ts";
import type { RateChoice } from "../plan.ts";
import { COST } from "./asks.ts";
import type { Reading } from "./reading.ts";

const isPerGw = (rate: Rate): boolean => /^(?:USD|EUR|GBP)\/GW$/.test(rate.unit) && boundsOf(rate) !== null;

/** In the order in which they are named; a rate that stands for a deal is no estimate. */
export function ratesNamed({ names, library, question }: Reading): string[] {
  const out: string[] = [];
  const byName: string[] = [];
  for (const mention of names.mentions) {
    // "Rubin GPUs" are chips, and no estimate, where no cost is asked for.
    if (CHIPS_BEHIND.test(question.slice(mention.end)) && !COST.test(question)) continue;
    // "All in" says what a cost covers, not whose it is.
    if (/^all[- ]in$/i.test(question.slice(mention.start, mention.end).trim())) continue;
    // Whose overheads these are is no cost of a gigawatt.
    if (/^(?:['’]s)?(?: AI)?(?: own)? (?:overheads?|multipliers?|factors?|pue)\b/i.test(question.slice(mention.end)))
      continue;
    const found = mention.refs
      .flatMap((ref) => (ref.type === "rate" ? (library.rates.get(ref.id) ?? []) : []))
      .find((rate) => isPerGw(rate) && rate.quantity !== "deal-per-gw");
    const person = mention.refs.find((ref) => ref.type === "person");
    const byPerson = person
      ? library.knowledge.rates.find((rate) => rate.person === person.id && rate.quantity === "capex-per-gw")
      : undefined;
    const id = found?.id ?? byPerson?.id;
    if (id && !out.includes(id)) out.push(id);
    if (id && person) byName.push(id);
  }
  // "The future figure that Huang gave at Computex 2026" is that one of his, and not the one that his name alone stands for.
  const ownerOf = (id: string) => library.rates.get(id)?.person;
  const isOther = (id: string) =>
    byName.includes(id) && out.some((one) => !byName.includes(one) && ownerOf(one) && ownerOf(one) === ownerOf(id));
  return BOTH.test(question) ? out : out.filter((id) => !isOther(id));
}
/** Two of one owner's are set side by side. */
const BOTH = /\b(?:vs\.?|versus|against|compar\w+|both|than|or|differ\w*)\b/i;

const CHIPS_BEHIND = gated(
  /^\s*(?:gpus?|chips?|accelerators?|racks?|systems?|servers?|superchips?|capacity|compute|clusters?)\b/i,
);

export const rateNamed = (reading: Reading): string | null => ratesNamed(reading)[0] ?? null;

/** Organisations that have made an estimate: naming one of them here means its number, not its deals. */
export function isRateOwner({ library }: Reading, org: string): boolean {
  const owners =
    OWNERS.get(library) ??
    new Set(library.knowledge.rates.flatMap((rate) => (rate.quantity === "capex-per-gw" ? (rate.org ?? []) : [])));
  OWNERS.set(library, owners);
  return owners.has(org);
}
const OWNERS = new WeakMap<Reading["library"], ReadonlySet<string>>();

/** Owners of estimates that are named; beside a chip "MS" is Morgan Stanley, which has one for each. */
export function ownersNamed(reading: Reading): string[] {
  const owners = reading.names.orgs.filter((org) => isRateOwner(reading, org));
  return owners.length === 0 && /\bms\b/i.test(reading.question) && CHIP_NAME.test(reading.question)
    ? ["morgan-stanley"]
    : owners;
}

/** The estimate of an owner for a chip: "Morgan Stanley", "TPU v7". */
export const estimateFor = ({ library }: Reading, owner: string, chip: string): string | null =>
  findEstimates(library, owner, chip)[0]?.id ?? null;

/** The estimate of a named organisation for a chip: "morgan-stanley", "TPU v7". */
export const estimateOf = (reading: Reading, org: string, chip: string): string | null =>
  estimateFor(reading, reading.library.organisations.get(org)?.name ?? org, chip);

/** The one chip that is named first, also by its family or code name alone: "TPUs", "Ironwood". */
export const chipOrFamily = (question: string): string | null =>
  CHIP_NAME.exec(question)?.[1]?.replace(/'?s$/i, "") ?? FAMILY.exec(question)?.[1]?.replace(/s$/i, "") ?? null;

const FAMILY = gated(/\b(ironwood|tpus?|trainiums?|rubin)\b/i);

/** The asker's own money for each gigawatt, or a named estimate. */
export function rateSaid(reading: Reading): RateChoice | null {
  const own = reading.quantities.find((found) => found.perGw)?.quantity;
  if (own) return { low: own.low, high: own.high, unit: own.unit === "GW" ? "USD" : own.unit, text: own.text };
  const named = rateNamed(reading);
  return named ? { name: named } : null;
}
