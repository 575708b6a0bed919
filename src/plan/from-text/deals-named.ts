/** The deals that a question names, those in which all of some organisations have a part, and the power of one. */
import type { Deal } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { family } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

export const dealsNamed = ({ names, library }: Reading): Deal[] =>
  names.deals.flatMap((id) => library.deals.get(id) ?? []);

export const dealsOf = ({ library }: Reading, orgs: readonly string[]): Deal[] =>
  orgs.length === 0
    ? []
    : library.knowledge.deals.filter((deal) =>
        orgs.every((org) => {
          const members = family(library, org);
          return deal.parties.some((party) => members.has(party.org));
        }),
      );

/** As an estimate takes it; null where no power is on record. */
export function sizeOf(deal: Deal, asOf: string): Extract<PlanInput, { kind: "estimate" }>["quantity"] | null {
  const size = outlineOn(deal, asOf)?.size?.figure;
  if (size?.unit !== "GW") return null;
  const [low, high] = [size.low ?? size.high, size.high ?? size.low];
  if (low === null || high === null) return null;
  return { low, high, unit: "GW", qualifier: size.qualifier, text: deal.name };
}
