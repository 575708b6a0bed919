/**
 * "UAE: first phase vs the full campus", "its backstop against the equity purchase": a side without a name of its own is of those
 * whom the question names, and of nobody else.
 */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { placesOf } from "../../knowledge/names.ts";
import { family, readNames } from "../../knowledge/resolve.ts";
import { words } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";
import type { Side } from "./side-meant.ts";

const OF_IT = gated(/\bwhat (?:it|that|they|its|this)\b/i);
const APART = /\s(?:vs\.?|v\.?|versus|against|compared? (?:to|with)|over)\s/i;

/** False where the one side that names nobody is of a deal in which those who are named have no part. */
export function areOfThoseNamed(reading: Reading, sides: readonly Side[]): boolean {
  const { question, library, names } = reading;
  const halves = question.split(APART);
  if (halves.length !== 2 || sides.length !== 2) return true;
  const bare = halves.map((half) => !namesAnything(reading, half));
  if (bare.filter(Boolean).length !== 1) return true;
  const [side, other] = bare[0] ? [sides[0], sides[1]] : [sides[1], sides[0]];
  const deal = library.deals.get(side?.deal ?? "");
  if (!deal || side?.deal === other?.deal) return true;
  // "The target vs what it raised" is of one deal.
  if (OF_IT.test(halves[bare[0] ? 0 : 1] ?? "")) return false;
  const beside = library.deals.get(other?.deal ?? "");
  const near = (one: Deal, two: Deal): boolean =>
    [one.related, one.part_of, one.supersedes, one.same_campus].some((ids) => ids.includes(two.id));
  if (beside && (near(deal, beside) || near(beside, deal)) && names.orgs.length === 0) return true;
  const parties = new Set(deal.parties.flatMap(({ org }) => [...family(library, org)]));
  if (names.deals.length > 0) return false;
  if (!names.orgs.every((org) => parties.has(org))) return false;
  return names.places.length === 0 || deal.sites.some((site) => placesOf(site).some((at) => names.places.includes(at)));
}

function namesAnything({ library }: Reading, half: string): boolean {
  const { orgs, deals, places } = readNames(library, half);
  return orgs.length + deals.length + places.length > 0 || words(half).some((word) => isOfName(library, word));
}
