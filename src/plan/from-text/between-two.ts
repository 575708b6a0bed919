/** Of two companies that are named the record that is of both, and the figures in whose words both are told. */
import type { Deal } from "../../../knowledge/schema.ts";
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { Reading } from "./reading.ts";

/** Of two who have no record together the figures in whose words both are told: "CoreWeave part" of what Microsoft has promised. */
export function toldOf(
  { library, names: { orgs } }: Reading,
  all: readonly FoundStatement[],
): readonly FoundStatement[] {
  if (orgs.length < 2) return all;
  return all.filter(({ statement: { record, amount } }) => {
    const metric = library.metrics.get(record.id);
    const text = `${metric?.name ?? library.deals.get(record.id)?.name ?? ""} ${amount?.label ?? ""}`;
    const theirs = metric?.subjects.slice(0, 1) ?? library.deals.get(record.id)?.parties.map(({ org }) => org) ?? [];
    return orgs.every((org) => theirs.includes(org) || text.includes(orgName(library, org)));
  });
}

/** The one deal that bears the names of two: without such an amount it is this side all the same, and no other deal of theirs. */
export function betweenThose({ library }: Reading, orgs: readonly string[]): string[] {
  const [first = "", ...others] = orgs;
  if (others.length === 0) return [];
  const bears = ({ name }: Deal) => orgs.every((org) => name.includes(orgName(library, org)));
  const found = [...new Set((library.dealsOf.get(first) ?? []).filter(bears))];
  return found.length === 1 ? found.map(({ id }) => id) : [];
}
