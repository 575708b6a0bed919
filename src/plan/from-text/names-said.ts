/** Whether a statement has the name of somebody, and not only its record. */
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

/** In its own words or in the name of its record: a share of Microsoft's backlog is none of CoreWeave's. */
export function saysOrg({ library }: Reading, { statement }: FoundStatement, org: string): boolean {
  const { name = org, aliases = [] } = library.organisations.get(org) ?? {};
  const title = statementsOf(library).byRecord.get(keyOf(statement.record))?.title;
  return [name, ...aliases].some((one) => {
    const roots = contentRoots(one);
    return roots.length > 0 && roots.every((root) => statement.own.exact.has(root) || title?.exact.has(root) === true);
  });
}
