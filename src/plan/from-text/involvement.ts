/** "Is IBM involved in Stargate", "is Coherent in any of the deals": whether somebody has a part in a deal, or in any. */

import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { placesOf } from "../../knowledge/names.ts";
import { family } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const HAS_PART =
  /^(?:\W*(?:so|and|ok|hey|wait),? )*(?:is|are|was|were|isn't|aren't)\b.{1,50}\b(?:(?:involved|participating|taking part|a (?:part|party|partner|member|investor|backer|player)|part|on board) (?:in|of|to|with)?|(?:in|inside)(?= (?:any|the|one|some|these|those|all)\b|\s+\S+\s*\??$))|^(?:\W*(?:so|and|ok|hey|wait),? )*(?:did|does|do|has|have|will)\b.{1,50}\b(?:take part|taken part|participated?|join(?:ed)?) (?:in )?/i;
const ANY = gated(
  /\b(?:any|some)\b.{0,20}\b(?:deals?|contracts?|records?|stories)\b|\b(?:the|these|those|ai|your)\b.{0,20}\b(?:deals|contracts|records|stories)\b/i,
);

export const involvement: ReadRule = {
  name: "involvement",
  read(reading) {
    const { question, names, library, dates, conversation } = reading;
    const [org, ...others] = names.orgs;
    if (!org || others.length > 0 || names.people.length > 0 || !HAS_PART.test(question.replace(ALSO, ""))) return null;
    if (names.places.length > 0) return isBeforePlace(reading) ? partAt(reading, org) : null;
    const [deal, ...more] = names.deals;
    if (deal === undefined)
      return ANY.test(question) && conversation.deal === null
        ? { kind: "find-deals", parties: [org], asOf: dates.asOf }
        : null;
    const record = library.deals.get(deal);
    if (!record || more.length > 0) return null;
    const own = family(library, org);
    const all = [record, ...(library.partsOf.get(deal) ?? [])];
    const its = all.find(({ parties }) => parties.some((party) => own.has(party.org)));
    if (its) return partIn(reading, its.id);
    return library.textOf(record).includes(` ${(library.organisations.get(org)?.name ?? org).toLowerCase()} `)
      ? null
      : { kind: "correct-premise", claim: "part", deal, orgs: [org], asOf: dates.asOf };
  },
};

/** "Is Microsoft in Abilene (too)?" */
const ALSO = gated(/,? (?:too|also|as well)(?=[\s?.!]*$)/i);

const partIn = ({ question, dates }: Reading, subject: string): PlanInput => ({
  kind: "show-figure",
  subject,
  attribute: "parties",
  topic: question,
  form: "yes-no",
  asOf: dates.asOf,
});

/** "The Wisconsin part of Vantage's debt" is of no part that somebody has. */
function isBeforePlace({ names: { mentions } }: Reading): boolean {
  const at = (type: string) => mentions.find(({ refs }) => refs.some((ref) => ref.type === type))?.start ?? 0;
  return at("org") < at("place");
}

/** The deals at a place in which somebody has a part that is not over; null where there is none. */
function partAt(reading: Reading, org: string): PlanInput | null {
  const { names, library, asOf, dates } = reading;
  const own = family(library, org);
  const there = library.knowledge.deals.filter(
    (deal) =>
      deal.sites.some((site) => placesOf(site).some((place) => names.places.includes(place))) &&
      deal.parties.some((party) => own.has(party.org)) &&
      !isOver(outlineOn(deal, asOf)?.status ?? "cancelled"),
  );
  const [its, ...more] = there;
  if (!its) return null;
  return more.length === 0
    ? partIn(reading, its.id)
    : { kind: "find-deals", parties: [org], places: [...names.places], asOf: dates.asOf };
}
