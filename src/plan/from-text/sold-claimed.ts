/** "When did A sell its B shares", "how many B shares has A sold": where no sentence tells of a sale by A. */

import type { Deal } from "../../../knowledge/schema.ts";
import { relatedDeals } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import { namesOf, sentencesNaming } from "../../knowledge/sentences-naming.ts";
import type { PlanInput } from "../plan.ts";
import { type Named, orgsNamed } from "./owner-and-owned.ts";
import type { Reading } from "./reading.ts";

const SOLD = gated(/\b(?:sell|sold|selling|dump(?:ed|ing)?|offload(?:ed|ing)?|divest(?:ed|ing)?|unload(?:ed|ing)?)\b/i);
const GRANTS = gated(/\b(?:when|why|how|what|which|whom|since)\b/i);
/** What might be sold is not said to have been. */
const OPEN =
  /\b(?:will|would|could|can|might|may|must|should|if|whether|allowed|plan\w*|going to|not|never)\b|n['’]t\b/i;
const SHARES = "(?:stakes?|shares?|stock|holdings?|equity|position)";
const AFTER_OTHER = new RegExp(`^(?:['’]s)?\\s+${SHARES}\\b`, "i");
const AS_OBJECT = new RegExp(`^(?:['’]s)?\\s+${SHARES}\\s+(?:has|have|had|did|does)\\b`, "i");

export function sold({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const [first, second, buyer, ...more] = named;
  const verb = SOLD.exec(question);
  if (!first || !second || more.length > 0 || !verb || !GRANTS.test(question)) return null;
  // "… its OpenAI stake to Oracle".
  if (buyer && !/\bto (?:the )?$/i.test(question.slice(second.end, buyer.start))) return null;
  const isObject = second.end <= verb.index && AS_OBJECT.test(question.slice(first.end));
  const [seller, other] = isObject ? [second, first] : [first, second];
  if (seller.end > verb.index || (!isObject && other.start < verb.index)) return null;
  if (!AFTER_OTHER.test(question.slice(other.end)) || OPEN.test(question)) return null;
  if (hasSold(library, seller.org, other.org)) return null;
  const deal = relatedDeals(library, [seller.org, other.org])[0];
  return {
    kind: "correct-premise",
    claim: "sold",
    orgs: [seller.org, other.org],
    deal: deal?.id ?? null,
    asOf: dates.asOf,
  };
}

/** "Why did Google sell Intersect", "what did SoftBank sell ABB its unit for": of a purchase, asked as if the buyer had sold. */
export function soldByBuyer({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const [first, second, ...more] = named;
  const verb = SOLD.exec(question);
  if (!first || !second || more.length > 0 || !verb || !GRANTS.test(question) || OPEN.test(question)) return null;
  const between = question.slice(verb.index + verb[0].length, second.start);
  if (first.end > verb.index || second.start < verb.index || !/^ (?:off )?(?:all of |the )?$/i.test(between))
    return null;
  const has = (deal: Deal, org: string, roles: readonly string[]): boolean =>
    deal.parties.some((party) => family(library, org).has(party.org) && roles.includes(party.role));
  const deal = relatedDeals(library, [first.org, second.org]).find(
    (one) => one.kind === "acquisition" && has(one, first.org, ["buyer"]) && has(one, second.org, ["target", "seller"]),
  );
  return deal && !hasSold(library, first.org, second.org)
    ? { kind: "correct-premise", claim: "sold", orgs: [first.org, second.org], deal: deal.id, asOf: dates.asOf }
    : null;
}

/** The stake may be named by the deal alone: "why did A sell its stake". */
export function soldIn(reading: Reading, deal: Deal): PlanInput | null {
  const { question, library, dates } = reading;
  const verb = SOLD.exec(question);
  if (!verb || !GRANTS.test(question) || OPEN.test(question) || !STAKE.test(question)) return null;
  for (const { org, end } of orgsNamed(reading)) {
    const group = family(library, org);
    const flow = deal.flows.find(({ what, to }) => what === "equity" && group.has(to));
    if (end > verb.index || !flow || deal.parties.some((party) => party.role === "seller" && group.has(party.org)))
      continue;
    if (hasSold(library, org, flow.from)) continue;
    return { kind: "correct-premise", claim: "sold", orgs: [org, flow.from], deal: deal.id, asOf: dates.asOf };
  }
  return null;
}
const STAKE = new RegExp(`\\b${SHARES}\\b`, "i");

/** A seller in a purchase of the other, or a sentence in which it sells what is the other's. */
const hasSold = (library: Reading["library"], seller: string, other: string): boolean =>
  relatedDeals(library, [seller, other]).some(
    ({ kind, parties }) =>
      PARTS.has(kind) && parties.some(({ org, role }) => role === "seller" && family(library, seller).has(org)),
  ) || mentionsSale(library, seller, other);
const PARTS: ReadonlySet<Deal["kind"]> = new Set(["acquisition", "equity-stake", "investment", "licence"]);

function mentionsSale(library: Reading["library"], seller: string, other: string): boolean {
  const others = namesOf(library, other);
  const sellers = namesOf(library, seller);
  return sentencesNaming(library, seller).some(({ said }) => {
    if (!others.some((name) => said.includes(name))) return false;
    return sellers.some((name) => {
      const at = said.indexOf(name);
      const rest = at < 0 ? "" : said.slice(at + name.length);
      const verb = SELLS_IT.exec(rest);
      // "Sold its stake in A to pay for B" is a sale of A.
      const object = verb ? ` ${rest.slice(verb.index + verb[0].length).split(" to ")[0]} ` : "";
      return verb !== null && (others.some((its) => object.includes(its)) || !/\b(?:in|of)\b/.test(object));
    });
  });
}
const SELLS_IT = /^(?:\S+ ){0,3}(?:sold|sells?|selling|divested) (?=its|the|all|half|part|shares|stock|\d)/;
