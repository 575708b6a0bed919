/** Named estimates set against each other, and one firm's numbers for several chips. */
import { boundsOf, estimatesForChip } from "../../calculator/named-estimate.ts";
import { CHIP_NAME } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { estimateFor, isRateOwner, ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { writeQuantity } from "./write-quantity.ts";

const DIFFERENCE =
  /\b(?:how much|by how much|what(?:'s| is))\b.*\b(?:higher|lower|more|less|bigger|smaller|dearer|cheaper|above|below|difference|gap)\b|\b(?:difference|gap) between\b|\bby how much\b.*\bexceeds?\b|\bexceeds?\b.*\bby how much\b|\b(?:ratio|times|multiple|divided by)\b|\bpercent(?:age)? by which\b|\bminus\b|^(?:so )?(?:is|are|was)\b.*\b(?:higher|lower|more|less|above|below|bigger|smaller|cheaper|dearer)\b|\b(?:vs\.?|versus|compared? (?:to|with)|against)\b/i;
const NUMBERS = /\b(?:numbers?|figures?|estimates?|costs?|capex|per[- ]gw|per[- ]gigawatt|gw|gigawatts?)\b/i;

export const calculationEstimates: ReadRule = {
  name: "calculation-estimates",
  read: (reading) => (reading.names.deals.length > 0 ? null : (byChip(reading) ?? difference(reading))),
};

/** "How much higher is the IBM CEO's figure than Bernstein's": the gap, the ratio and the share. */
function difference(reading: Reading): PlanInput | null {
  const { question, quantities, library } = reading;
  const [said, other, ...more] = estimatesNamed(reading);
  if (!said || !other || more.length > 0 || !DIFFERENCE.test(question)) return null;
  // Firms that have deals of their own are meant by their estimates only where numbers are spoken of.
  const dealers = reading.names.orgs.filter((org) => (library.dealsOf.get(org)?.length ?? 0) > 3);
  if (dealers.length > 0 && !NUMBERS.test(question)) return null;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  const [power0, ...otherPowers] = powers;
  if (
    otherPowers.some(({ quantity }) => quantity.low !== power0?.quantity.low || quantity.high !== power0.quantity.high)
  )
    return null;
  // The higher one comes first, so that the gap is what it is higher by.
  const middleOf = (id: string) => boundsOf(library.rates.get(id))?.mid ?? 0;
  const [a, b] = middleOf(said) >= middleOf(other) ? [said, other] : [other, said];
  const [first, second] = [library.rates.get(a)?.name ?? a, library.rates.get(b)?.name ?? b];
  const power = powers[0] ? `${writeQuantity(powers[0].quantity)} * ` : "";
  return {
    kind: "evaluate",
    title: `${first} and ${second}`.slice(0, 120),
    lines: [
      { label: first.slice(0, 80), expression: `${power}@${a}` },
      { label: second.slice(0, 80), expression: `${power}@${b}` },
      { label: "difference", expression: "#1 - #2" },
      { label: "ratio", expression: "#1 / #2" },
      { label: "higher by", expression: "(#1 - #2) / #2 in %" },
    ],
    lead: leadFor(question),
    notes: [],
  };
}

const leadFor = (question: string): number[] =>
  /\b(?:ratio|times|multiple|divided by)\b/i.test(question)
    ? [4, 1, 2]
    : /\bpercent/i.test(question)
      ? [5, 1, 2]
      : [1, 2, 3, 5];

/** Those that are named; of firms that have one for the chip that is named, that one. */
function estimatesNamed(reading: Reading): string[] {
  const chip = CHIP_NAME.exec(reading.question)?.[1];
  const owners = reading.names.orgs.filter((org) => isRateOwner(reading, org));
  const theirs = chip
    ? owners.flatMap((org) => estimateFor(reading, reading.library.organisations.get(org)?.name ?? org, chip) ?? [])
    : [];
  return theirs.length > 1 ? theirs : ratesNamed(reading);
}

/** Two chips or more by one firm's numbers, each for its own power or for a gigawatt. */
function byChip(reading: Reading): PlanInput | null {
  const { question, quantities, names, library } = reading;
  const chips = [...question.matchAll(new RegExp(CHIP_NAME.source, "gi"))];
  const owner = names.orgs.find((org) => isRateOwner(reading, org));
  if (chips.length < 2 || (!owner && !NUMBERS.test(question))) return null;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  if (!owner && powers.length === 0) return null;
  const found = chips.slice(0, 6).flatMap((match) => {
    const chip = match[1] ?? "";
    const rate = owner
      ? estimateFor(reading, library.organisations.get(owner)?.name ?? owner, chip)
      : (estimatesForChip(library, chip)[0]?.id ?? null);
    const before = powers.filter((power) => power.end <= match.index).at(-1) ?? powers[0];
    return rate ? [{ chip, rate, power: before ? writeQuantity(before.quantity) : "1 GW" }] : [];
  });
  if (found.length < 2 || new Set(found.map(({ rate }) => rate)).size < 2) return null;
  const lines = found.map(({ chip, rate, power }) => ({
    label: `${power} of ${chip}`,
    expression: `${power} * @${rate}`,
  }));
  const leads = lines.map((_line, index) => index + 1);
  return {
    kind: "evaluate",
    title: `${owner ? (library.organisations.get(owner)?.name ?? owner) : "Estimates"}: ${found.map(({ chip }) => chip).join(" and ")}`,
    lines: found.length === 2 ? [...lines, { label: "ratio", expression: "#1 / #2" }] : lines,
    lead: leads,
  };
}
