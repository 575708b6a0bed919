/** Who is named has a part in the record on the table. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";

/** Nobody and nothing is named that is not of the deal: its parties, its sites, its own name, or who is spoken of in it. */
export function familyHasPart({ library, names }: Reading, deal: Deal): boolean {
  return (
    names.orgs.every((org) =>
      deal.parties.some((party) => family(library, org).has(party.org) || family(library, party.org).has(org)),
    ) &&
    (names.deals.length === 0 || names.deals.includes(deal.id)) &&
    names.people.length === 0
  );
}
