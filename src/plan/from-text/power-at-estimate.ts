/** What the power of a deal on record would cost to build: at an estimate that is named, else at the default one. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { PlanInput } from "../plan.ts";
import { COST } from "./asks.ts";
import { dealsNamed, dealsOf, sizeOf } from "./deals-named.ts";
import { chipOrFamily, estimateOf, isRateOwner, ownersNamed, rateSaid, ratesNamed } from "./rates-named.ts";
import type { Reading } from "./reading.ts";
import { dealMeant } from "./sums/deal-meant.ts";

/** "Stargate at Bernstein's number": the power on record at a named estimate. */
export function atAnEstimate(reading: Reading): PlanInput | null {
  const { question, quantities, library, asOf } = reading;
  const [first, ...more] = ratesNamed(reading);
  const rate = estimateOfOwner(reading) ?? first;
  const [given, ...moreGiven] = quantities;
  if (!rate || more.length > 0 || moreGiven.length > 0 || SAID.test(question)) return null;
  if (given && (given.perGw || given.negative || given.quantity.unit !== "GW")) return null;
  if (!/\b(?:at|by|with|using|use[sd]?|on|per|according to|apply\w*|taking|takes?|go(?:ing)? by)\b/i.test(question))
    return null;
  const named = new Set(library.rates.get(rate)?.org ? [library.rates.get(rate)?.org] : []);
  const dealsSaid = dealsMeant(reading);
  const owners = new Set(reading.names.orgs.filter((org) => isRateOwner(reading, org)));
  // "The AMD deal at Huang's rate": a company's deal whose power is on record.
  const meant =
    dealsSaid.length === 0 &&
    reading.names.orgs.some((org) => !owners.has(org)) &&
    /\b(?:deal|contract|agreement|order|gigawatts?|gws?|megawatts?|mws?|capacity)\b/i.test(question)
      ? dealMeant(reading, question.replace(/\b(?:at|by|with|using|on|per|according to)\b.*$/i, ""), "power")
      : null;
  const [deal, ...others] = meant ? [meant] : ofOneSite(dealsSaid, asOf);
  if (
    !deal ||
    others.length > 0 ||
    deal.parties.some((party) => named.has(party.org) && !isRateOwner(reading, party.org))
  )
    return null;
  const size = given?.quantity ?? sizeOf(deal, asOf);
  if (!size) return null;
  return { kind: "estimate", quantity: size, rate: { name: rate }, deals: [deal.id] };
}

/** Records of one site have its power in common: any of them stands for it. */
function ofOneSite(deals: readonly Deal[], asOf: string): readonly Deal[] {
  const [first, ...others] = deals;
  const same = (a: Deal, b: Deal): boolean =>
    sizeOf(a, asOf)?.high === sizeOf(b, asOf)?.high && (a.same_campus.includes(b.id) || b.same_campus.includes(a.id));
  return first && others.every((deal) => same(first, deal)) ? [first] : deals;
}

/** "Abilene at 42 billion per gw": the power on record at the asker's own cost of a gigawatt. */
export function atOwnCost(reading: Reading): PlanInput | null {
  const { question, quantities, names, asOf } = reading;
  const [own, ...more] = quantities;
  if (!own?.perGw || own.negative || more.length > 0) return null;
  if (!AT_A_COST.test(question.slice(0, own.start)) || NO_COST.test(question)) return null;
  const said = dealsMeant(reading);
  const meant =
    said.length === 0 && names.orgs.length > 0 && OF_A_DEAL.test(question)
      ? dealMeant(reading, question.slice(0, own.start), "power")
      : null;
  const [deal, ...others] = meant ? [meant] : ofOneSite(said, asOf);
  const size = deal ? sizeOf(deal, asOf) : null;
  if (!deal || !size || others.length > 0) return null;
  return { kind: "estimate", quantity: size, rate: rateSaid(reading), deals: [deal.id] };
}
const OF_A_DEAL = gated(/\b(?:deal|contract|agreement|order|capacity|gigawatts)\b/i);
const AT_A_COST =
  /(?:\bat|@|\bwith|\busing|\bif (?:it|they|each|every|a|one)\b.*|\bassum\w+|,|:|\bcosts?(?: at)?)\s*(?:about |around |roughly |[\w-]+['’]s )*$/i;
const NO_COST =
  /\b(?:vs\.?|versus|compar\w+|than|difference|share|percent|more|less|which|who|when|how many|years?|year|monthly?|rent|revenue|interest)\b|%/i;

const OF_AN_ESTIMATE = gated(
  /\b(?:at|by|with|using|use[sd]?|on|per|apply\w*|taking|costed)\b.*\b(?:estimates?|numbers?|figures?|rates?|models?|math|cost per (?:gw|gigawatt))\b/i,
);
/** "Morgan Stanley's Ironwood number", "Barclays' estimate": the one for the chip that is named, else the only one of theirs. */
function estimateOfOwner(reading: Reading): string | null {
  const [owner, ...more] = ownersNamed(reading).filter((org) => org !== "nvidia");
  if (owner === undefined || more.length > 0 || !OF_AN_ESTIMATE.test(reading.question)) return null;
  const chip = chipOrFamily(reading.question);
  if (chip) return estimateOf(reading, owner, chip);
  const theirs = reading.library.knowledge.rates.filter(
    ({ org, quantity }) => org === owner && quantity === "capex-per-gw",
  );
  return theirs.length === 1 ? (theirs[0]?.id ?? null) : null;
}

/** "What would AMD's 6 GW cost": an estimate of a power that deals of that party have. */
export function costOfTheirPower(reading: Reading): PlanInput | null {
  const { question, quantities, names, asOf } = reading;
  const [power, ...more] = quantities.filter((found) => !found.perGw);
  if (!power || more.length > 0 || power.quantity.unit !== "GW" || power.negative) return null;
  if (!COST.test(question) || !/\b(?:would|could|might)\b/i.test(question)) return null;
  const orgs = names.orgs.filter(
    (org) => !ratesNamed(reading).some((id) => reading.library.rates.get(id)?.org === org),
  );
  if (names.deals.length === 0 && orgs.length === 0) return null;
  const fitting = [...new Set([...dealsNamed(reading), ...dealsOf(reading, orgs)])].filter((deal) => {
    const size = sizeOf(deal, asOf);
    return size !== null && (size.low === power.quantity.high || size.high === power.quantity.high);
  });
  if (fitting.length === 0) return null;
  return {
    kind: "estimate",
    quantity: power.quantity,
    rate: rateSaid(reading),
    deals: fitting.slice(0, 4).map((deal) => deal.id),
  };
}

/** "What would the AMD deal's gigawatts cost to build": the power on record at the default estimate, or at the one that is named. */
/** What somebody said of a deal is no price for its power. */
const SAID = gated(/\b(?:say|says|said|think|thinks|thought|comment(?:ed)?|call(?:ed)?|react(?:ed|ion)?)\b/i);

export function costOfItsPower(reading: Reading): PlanInput | null {
  const { question, quantities, asOf } = reading;
  if (quantities.length > 0 || !COST.test(question) || !/\b(?:would|could|might|estimate\w*)\b/i.test(question))
    return null;
  if (!/\b(?:gigawatts?|gw|power|capacity|megawatts?|mw|build(?:ing)?|built|build-?out)\b/i.test(question)) return null;
  // What is asked names no deal: "build" is in the words of many.
  const deal = dealMeant(reading, question.replace(OF_A_COST, " "), "power");
  const size = deal ? sizeOf(deal, asOf) : null;
  return deal && size ? { kind: "estimate", quantity: size, rate: rateSaid(reading), deals: [deal.id] } : null;
}

const OF_A_COST =
  /\b(?:what|how much|would|could|might|costs?|estimate\w*|gigawatts?|gw|megawatts?|mw|power|capacity|build(?:ing)?|built|build-?out|to)\b/gi;

/** The deals that are named, or the one that "it" points back to. */
function dealsMeant(reading: Reading): Deal[] {
  const { question, conversation, library } = reading;
  const named = dealsNamed(reading);
  const remembered = conversation.deal ? library.deals.get(conversation.deal) : undefined;
  return named.length === 0 && remembered && /\b(?:it|that|this|its)\b/i.test(question) ? [remembered] : named;
}
