/** "Difference between Nebius's two Meta contracts": two deals that one phrase means, since two are all that the two companies have. */
import { gated } from "../../knowledge/gated.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import type { Reading } from "./reading.ts";

const TWO = gated(
  /\b(?:two|both|2|pair of)\b(?: of)?(?: the| its| their)?(?: [\w’'.&-]+){0,3}? (?:deals|contracts|agreements|orders|leases|investments)\b/i,
);

/** The two deals that bear the names of both; null where there are more or fewer, or somebody else is named. */
export function twoBetween({ question, names, library }: Reading): string[] | null {
  if (!TWO.test(question) || names.orgs.length !== 2 || names.deals.length > 0) return null;
  const [first = "", second = ""] = names.orgs;
  const own = (library.dealsOf.get(first) ?? []).filter(({ name }) =>
    [first, second].every((org) => name.includes(orgName(library, org))),
  );
  const deals = [...new Set(own.map(({ id }) => id))];
  return deals.length === 2 ? deals : null;
}

/** Side by side by their main figures, or by what of whole deals is asked. */
export function planForTwo(
  { dates }: Reading,
  deals: readonly string[],
  attribute: PlanOf<"compare">["attribute"] | null,
  of: PlanOf<"compare-figures">["of"],
): PlanInput {
  const { asOf } = dates;
  if (attribute) return { kind: "compare", deals: [...deals], attribute, asOf };
  return { kind: "compare-figures", sides: deals.map((deal) => ({ deal })), of, asOf };
}
