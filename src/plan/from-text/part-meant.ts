/** "How much did Amazon put into OpenAI's 2026 round": who is named has a deal of its own within it, and that is meant. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import type { Reading } from "./reading.ts";

const PUTS_IN = gated(
  /\b(?:invest(?:s|ed|ing)?|(?:put|puts|putting|pour(?:s|ed)?|sunk|chip(?:s|ped)?)\b.{0,60}\b(?:in|into|towards?)|contribut\w+|cheques?|checks?)\b/i,
);

/** The one part of a deal in which all who are named take part, with fewer others than in the whole. */
export function partMeant({ question, names, library }: Reading, whole: Deal): Deal | null {
  if (names.orgs.length < (names.deals.includes(whole.id) ? 1 : 2) || !PUTS_IN.test(question)) return null;
  const groups = names.orgs.map((org) => family(library, org));
  const parts = (library.partsOf.get(whole.id) ?? []).filter(
    (part) =>
      part.parties.length < whole.parties.length &&
      groups.every((group) => part.parties.some((party) => group.has(party.org))),
  );
  const [only] = parts;
  return parts.length === 1 && only ? only : null;
}
