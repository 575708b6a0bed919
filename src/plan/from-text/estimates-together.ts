/** Several published estimates of a gigawatt together: their mean, what a power costs by each, the lowest beside the highest, one firm's by both kinds of power. */

import { boundsOf, capexEstimates, isSynthetic } from "../../calculator/named-estimate.ts";
import { gated } from "../../knowledge/gated.ts";
import type { PlanInput } from "../plan.ts";
import { COST } from "./asks.ts";
import { chipOrFamily, estimateOf, ownersNamed, ratesNamed } from "./rates-named.ts";
import type { Reading } from "./reading.ts";
import { writeQuantity } from "./write-quantity.ts";

const MOST = 6;

/** The power of which the cost is asked: none where no other than a gigawatt is named; undefined where amounts of other kinds stand beside. */
function powerSaid({ quantities }: Reading): string | null | undefined {
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  const [first, ...more] = powers;
  if (powers.length < quantities.length) return undefined;
  if (more.some(({ quantity }) => quantity.low !== first?.quantity.low || quantity.high !== first.quantity.high))
    return undefined;
  return first ? writeQuantity(first.quantity) : null;
}

/** Those that are named; of a firm that has one for each chip, that for the chip that is named. */
function estimatesOfAll(reading: Reading): string[] {
  const named = ratesNamed(reading);
  const chip = chipOrFamily(reading.question);
  if (!chip) return named;
  const owned = new Set(named.flatMap((id) => reading.library.rates.get(id)?.org ?? []));
  const theirs = ownersNamed(reading).filter((org) => !owned.has(org));
  return [...new Set([...named, ...theirs.flatMap((org) => estimateOf(reading, org, chip) ?? [])])];
}

export const estimatesTogether = (reading: Reading): PlanInput | null =>
  meanOf(reading) ?? lowestAndHighest(reading) ?? byBothPowers(reading) ?? byEach(reading);

const nameOf = ({ library }: Reading, id: string): string => (library.rates.get(id)?.name ?? id).slice(0, 80);

/** "The average of Bernstein, Foxconn and Barclays per GW", also for a power that is given. */
function meanOf(reading: Reading): PlanInput | null {
  const rates = estimatesOfAll(reading);
  const power = powerSaid(reading);
  if (!MEAN.test(reading.question) || rates.length < 2 || rates.length > MOST || power === undefined) return null;
  const sum = rates.map((_id, index) => `#${index + 1}`).join(" + ");
  return {
    kind: "evaluate",
    title: `The mean of ${rates.length} estimates`,
    lines: [
      ...rates.map((id) => ({ label: nameOf(reading, id), expression: `${power ? `${power} * ` : ""}@${id}` })),
      { label: "mean", expression: `(${sum}) / ${rates.length}` },
    ],
    lead: [rates.length + 1, ...rates.map((_id, index) => index + 1)],
  };
}
const MEAN = gated(/\b(?:average|averaged|mean|midpoint|mid-point)\b|\bavg\b/i);

/** "What would 10 GW cost by the lowest and the highest estimate", "how far apart are the estimates per GW". */
function lowestAndHighest(reading: Reading): PlanInput | null {
  const { question, library, names } = reading;
  const ends = LOWEST.test(question) && HIGHEST.test(question);
  if (!PUBLISHED.test(question) || !(ends || APART.test(question))) return null;
  if (!/\b(?:gws?|gigawatts?|mws?|megawatts?)\b/i.test(question) || OF_RECORDS.test(question)) return null;
  const power = powerSaid(reading);
  const named = estimatesOfAll(reading);
  const strangers = names.orgs.length + names.people.length + names.places.length + names.deals.length;
  if (power === undefined || (strangers > 0 && named.length < 2)) return null;
  const from =
    named.length > 1 ? named : capexEstimates(library).flatMap((rate) => (isSynthetic(rate) ? [] : [rate.id]));
  const middle = (id: string): number => boundsOf(library.rates.get(id))?.mid ?? 0;
  const sorted = [...from].sort((a, b) => middle(a) - middle(b));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || lowest === highest) return null;
  const times = power ? `${power} * ` : "";
  return {
    kind: "evaluate",
    title: "The lowest and the highest estimate",
    lines: [
      { label: `lowest: ${nameOf(reading, lowest)}`.slice(0, 80), expression: `${times}@${lowest}` },
      { label: `highest: ${nameOf(reading, highest)}`.slice(0, 80), expression: `${times}@${highest}` },
      { label: "difference", expression: "#2 - #1" },
      { label: "ratio", expression: "#2 / #1" },
    ],
    lead: [1, 2, 3, 4],
  };
}
const LOWEST = gated(/\b(?:lowest|cheapest|smallest|least expensive|low(?: end)?|minimum|min)\b/i);
const HIGHEST = gated(/\b(?:highest|dearest|priciest|largest|biggest|most expensive|high(?: end)?|maximum|max)\b/i);
const APART = gated(
  /\b(?:how far apart|spread (?:of|between|among|across|in)|how (?:much|wide\w*) do\b.*\b(?:differ|vary))\b/i,
);
const PUBLISHED = gated(/\b(?:estimates?|estimated|forecasts?|analysts?|published|figures|numbers|costs?)\b/i);
const OF_RECORDS = gated(
  /\b(?:deals?|contracts?|sites?|campus(?:es)?|projects?|leases?|states?|countr(?:y|ies)|paid|pays?|signed|revenue|rent)\b/i,
);

/** "Epoch, IT basis against facility basis": both numbers of one firm. */
function byBothPowers(reading: Reading): PlanInput | null {
  const { question, library } = reading;
  if (!/\bIT\b|\bit[- ](?:power|basis|load)\b/.test(question) || !/\b(?:facility|site)\b/i.test(question)) return null;
  if (!BASIS.test(question) || reading.quantities.length > 0) return null;
  const orgs = [...new Set(ratesNamed(reading).flatMap((id) => library.rates.get(id)?.org ?? []))];
  const [org, ...more] = orgs.length > 0 ? orgs : ownersNamed(reading);
  if (!org || more.length > 0) return null;
  const theirs = capexEstimates(library).filter((rate) => rate.org === org);
  const [it, facility] = [theirs.find(({ basis }) => basis === "it"), theirs.find(({ basis }) => basis === "facility")];
  return it && facility ? { kind: "show-rate", rates: [it.id, facility.id], rank: null } : null;
}
const BASIS =
  /\b(?:bas[ie]s|vs\.?|versus|against|and|or|compared?|differ\w*|gap)\b.*\b(?:per|cost|costs|number|numbers|figures?|estimates?|bas[ie]s|gw|gigawatts?)\b|\b(?:per[- ]gw|costs?|numbers?|figures?|bas[ie]s)\b.*\b(?:vs\.?|versus|against|and|or)\b/i;

/** "5 GW by Huang, Krishna and Bernstein": what the power costs by each of them. */
function byEach(reading: Reading): PlanInput | null {
  const { question, names, library } = reading;
  const power = powerSaid(reading);
  const rates = estimatesOfAll(reading).filter((id) => {
    const rate = library.rates.get(id);
    return rate !== undefined && !isSynthetic(rate);
  });
  if (!power || rates.length < 2 || rates.length > MOST || names.deals.length > 0) return null;
  if (COUNTED.test(question)) return null;
  // Two are set against each other where that is said.
  if (rates.length === 2 && !AND.test(question)) return null;
  if (!COST.test(question) && !BY.test(question)) return null;
  return {
    kind: "evaluate",
    title: `${power} by ${rates.length} estimates`,
    lines: rates.map((id) => ({ label: nameOf(reading, id), expression: `${power} * @${id}` })),
    lead: rates.map((_id, index) => index + 1),
  };
}
/** What the power holds or uses is no cost of it. */
const COUNTED =
  /\b(?:racks?|gpus?|chips?|count|energy|electricity|homes|water|co2|bill|[tgm]wh|per (?:gpu|chip|rack))\b/i;
const AND = /\band\b|&|,|\+|\bthen\b|\balso\b/i;
const BY = /\b(?:by|at|per|using|with|on|under|for|according to)\b|:|\bprice[ds]?\b/i;
