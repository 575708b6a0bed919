/**
 * "Who owns Crusoe": whoever bought the company, or is on record as an investor in it. That somebody owns or runs a site
 * with it is no answer, and where no record says it, none is given.
 */

import type { Deal, PartyRole } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { companyNamed, LEAD, unrecordedOf } from "./company-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

const HOLDERS = "(?:owners?|shareholders?|stockholders?|equity holders?|parent(?: company)?|proprietors?)";
/** The name stands as "§". */
const ASKED: readonly RegExp[] = [
  new RegExp(
    String.raw`${LEAD}who(?:['’]s)? (?:\w+ ){0,2}?(?:owns?|owned|owning) (?:(?:an?|any|some|part|shares?|stakes?|stock|equity|of|in) )*§\W*(?:now|today|these days|currently|anyway)?\W*$`,
    "iu",
  ),
  new RegExp(
    String.raw`${LEAD}who(?:['’]s)? (?:\w+ ){0,2}?(?:owns?|holds?|has|have|holding) (?:§(?:['’]s?)? (?:shares?|stock|equity)|(?:shares?|stakes?|stock|equity) (?:of|in) §)\W*(?:now|today|currently)?\W*$`,
    "iu",
  ),
  new RegExp(
    String.raw`${LEAD}(?:who|which company|what company)(?:['’]s| is| are| were)? (?:the |all |main |current |biggest |largest )*${HOLDERS} (?:of|in|behind) §\W*$`,
    "iu",
  ),
  new RegExp(
    String.raw`${LEAD}(?:who|what)(?:['’]s| is| are| were)? §(?:['’]s?)? (?:main |current |biggest |largest )*${HOLDERS}\W*$`,
    "iu",
  ),
  new RegExp(
    String.raw`${LEAD}(?:whose company is §|who does § belong to|(?:who|by whom) is § owned(?: by)?|§ is owned by (?:who|whom))\W*$`,
    "iu",
  ),
  new RegExp(String.raw`^\W*(?:the )?(?:${HOLDERS} of §|§(?:['’]s?)? ${HOLDERS})\W*$`, "iu"),
];

export const ownersAsked: ReadRule = {
  name: "owners",
  read(reading) {
    const { library, dates } = reading;
    const named = companyNamed(reading);
    if (!named || !ASKED.some((pattern) => pattern.test(named.asked))) return null;
    const { org } = named;
    const topic = topicOf(library, org);
    if (topic !== undefined) return { kind: "show-topic", topic, asOf: dates.asOf };
    const bought = standing(reading, org, "target")[0];
    if (bought)
      return {
        kind: "show-figure",
        subject: bought.id,
        attribute: "parties",
        topic: `who bought ${orgName(library, org)}`,
        asOf: dates.asOf,
      };
    if (standing(reading, org, "issuer").some(({ parties }) => parties.some(({ role }) => HOLDER.has(role))))
      return {
        kind: "find-deals",
        parties: [org],
        roles: ["issuer", "target"],
        otherRoles: [...HOLDER],
        lists: "others",
        asOf: dates.asOf,
      };
    return unrecordedOf(library, org, "owner");
  },
};
const HOLDER: ReadonlySet<PartyRole> = new Set(["investor", "buyer"]);

/** The deals in which it has that part and that are not over, the latest first. */
function standing({ library, asOf }: Reading, org: string, part: PartyRole): Deal[] {
  return [...(library.dealsOf.get(org) ?? [])]
    .filter(({ parties }) => parties.some((party) => party.org === org && party.role === part))
    .filter((deal) => {
      const status = outlineOn(deal, asOf)?.status;
      return status !== undefined && !isOver(status);
    })
    .reverse();
}

/** The record of its own that tells who its owners are. */
function topicOf({ knowledge, organisations }: Library, org: string): string | undefined {
  return knowledge.topics.find(
    ({ name, aliases }) =>
      OWNS.test([name, ...aliases].join("; ")) && name.includes(organisations.get(org)?.name ?? org),
  )?.id;
}
const OWNS = gated(/\b(?:who owns|shareholders|owners|ownership)\b/i);
