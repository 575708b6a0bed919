/** What a question takes for granted and no record has: a name, a deal, a party's part in one. */

import type { Deal, Status } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { clauseWith } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import { family, nearestDeals, speaksOf } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import { POINTS_BACK_SUBJECT } from "./asks.ts";
import { lastRecord } from "./conversation.ts";
import { masked } from "./masked.ts";
import type { Reading } from "./reading.ts";

/** A party that the question puts into a deal it has no part in. */
export function noLink(reading: Reading, deal: Deal): PlanInput | null {
  const org = partyWithoutPart(reading, deal);
  if (!org) return null;
  const name = reading.library.organisations.get(org)?.name ?? org;
  return { kind: "decline", reason: "no-link", about: `${name} with ${deal.name}`, near: [deal.id] };
}

/** An organisation that the question puts into a deal it has no part in: "when did xAI take over Stargate". */
function partyWithoutPart({ library, names }: Reading, deal: Deal): string | null {
  if (names.deals.length === 0) return null;
  const parties = deal.parties.map((party) => party.org);
  for (const org of names.orgs) {
    const group = family(library, org);
    if (parties.some((party) => group.has(party) || family(library, party).has(org))) continue;
    if (!speaksOf(library, deal, org)) return org;
  }
  return null;
}

/** Whether an organisation that is named is spoken of in a deal by the way alone: none of its amounts and events is theirs. */
export function isBesideDeal({ library, names }: Reading, deal: Deal): boolean {
  const key = `deal:${deal.id}`;
  const told = statementsOf(library)
    .byRecord.get(key)
    ?.statements.filter(({ kind }) => kind !== "fact");
  return names.orgs.some((org) => {
    const group = family(library, org);
    if (deal.parties.some(({ org: party }) => group.has(party) || family(library, party).has(org))) return false;
    const { statements, records } = namedIn(library, { type: "org", id: org });
    return !records.has(key) && !told?.some(({ id }) => statements.has(id));
  });
}

export function unknownName({ library, names, asOf }: Reading, name: string): PlanInput {
  const near =
    names.orgs.length + names.deals.length > 0
      ? chooseNear(library, names.deals, names.orgs, asOf)
      : nearestDeals(library, name, 3).map((deal) => deal.id);
  return { kind: "decline", reason: "unknown-name", about: name, near: near.slice(0, 3) };
}

function chooseNear(
  library: Reading["library"],
  deals: readonly string[],
  orgs: readonly string[],
  _asOf: string,
): string[] {
  return [...deals, ...orgs.flatMap((org) => (library.dealsOf.get(org) ?? []).slice(-3).map((deal) => deal.id))];
}

export function noSuchDeal(reading: Reading): PlanInput {
  const { names, library, question } = reading;
  // Where they have a deal, only what is asked of it is not on record.
  const between = dealsOfAll(reading);
  if (between.length > 0)
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: between.slice(0, 3) };
  const about = names.orgs.map((id) => library.organisations.get(id)?.name ?? id).join(" and ");
  return {
    kind: "decline",
    reason: "unknown-name",
    about: `a deal between ${about}`,
    near: chooseNear(library, [], names.orgs, reading.asOf).slice(0, 3),
  };
}

/** "AMD's deal with Anthropic": a deal between two of whom no record has one, nor a sentence on one. */
export function isBetweenNobody(reading: Reading): boolean {
  const { names, library, question } = reading;
  return (
    names.orgs.length === 2 &&
    names.deals.length === 0 &&
    (BETWEEN.test(question) || SIDE_BY_SIDE.test(masked(reading, "org"))) &&
    dealsOfAll(reading).length === 0 &&
    !clauseWith(library, names.orgs, DEALING)
  );
}
const BETWEEN = gated(
  /\b(?:deals?|contracts?|agreements?|partnerships?|tie-?ups?|pacts?) (?:with|between|of|and)\b|['’]s? [\w.&-]+ (?:deal|contract|agreement|partnership|pact)\b/i,
);
/** "The A – B contract", "A x B, how much": two names with nothing between them but a sign; each stands as "§". */
const SIDE_BY_SIDE =
  /§(?:['’]s)? ?(?:[-–—/&+×,:]|x|and|with|to|or)? ?§(?:['’]s)?(?:[,:]? (?:[\w-]+ ){0,2}?(?:deals?|contracts?|agreements?|partnership|tie-?up|pact|orders?|leases?)\b|[,:]? (?:how|what|size|value|worth|amount)\b)/i;
const DEALING =
  /\b(?:deals?|contracts?|agree\w*|partner\w*|lease[sd]?|buys?|bought|suppl\w+|sign\w*|rents?|guarant\w+|invest\w*)\b/i;

/** Deals that everybody who is named has a part in, the latest first. */
function dealsOfAll({ names, library }: Reading): string[] {
  const [first, ...others] = names.orgs;
  if (first === undefined || others.length === 0) return [];
  const own = [...family(library, first)].flatMap((org) => library.dealsOf.get(org) ?? []);
  return [...new Set(own)]
    .filter((deal) => others.every((org) => deal.parties.some((party) => family(library, org).has(party.org))))
    .map(({ id }) => id)
    .reverse();
}

const FIELD =
  /\b(?:deals?|data cent(?:er|re)s?|gpus?|chips?|gigawatts?|gw|cloud|compute|ai|capex|invest\w*|power|stargate|infrastructure)\b/i;
/** What no record covers: not understood where it speaks of the field, asked back where it points at nothing. */
export function outside({ question, library, conversation, names }: Reading): PlanInput {
  const pointing =
    (POINTS_BACK_SUBJECT.test(question) || POINTS_AT_ONE.test(question)) &&
    names.mentions.length === 0 &&
    lastRecord(conversation) === null;
  if (pointing && question.split(" ").length <= SHORT)
    return { kind: "decline", reason: "which", choices: largest(library) };
  return {
    kind: "decline",
    reason: FIELD.test(question) ? "not-understood" : "out-of-scope",
    about: question.slice(0, 200),
  };
}
const POINTS_AT_ONE = gated(
  /\bthe (?:first|second|third|last|latest|other|big|new|old) (?:one|deal|contract|site|campus|lease|loan|round|agreement)\b/i,
);
/** More words than this say something of their own. */
const SHORT = 8;

const FIRM: ReadonlySet<Status> = new Set([
  "announced",
  "definitive",
  "under-construction",
  "operational",
  "completed",
]);
/** The largest deals that stand, as buttons. */
const largest = (library: Reading["library"]) =>
  library.knowledge.deals
    .flatMap((deal) => {
      const state = outlineOn(deal, library.completeTo);
      const figure = state?.money?.figure;
      return state && figure?.unit === "USD" && FIRM.has(state.status)
        ? [{ deal, usd: figure.high ?? figure.low ?? 0 }]
        : [];
    })
    .sort((a, b) => b.usd - a.usd)
    .slice(0, 4)
    .map(({ deal }) => ({ label: deal.name.slice(0, 80), line: `deal ${deal.id}` }));
