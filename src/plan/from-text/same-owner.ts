/** What the sides of a comparison must have to do with: the one whose they are said to be, and the rounds that are told by a letter. */
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Ref } from "../../knowledge/names.ts";
import { family, readNames } from "../../knowledge/resolve.ts";
import type { Reading } from "./reading.ts";

const OWNER = gated(/^(.{2,60}?)['’]s? .{2,60}\b(?:or|vs\.?|versus|than|against|and|with|to) (?:its|their) (?!own\b)/i);

/** "Anthropic's Azure commitment or its AWS commitment": both are of the one who is named. `records` are ids. */
export function areOfOwner({ question, library }: Reading, records: readonly (string | null)[]): boolean {
  const [, before = ""] = OWNER.exec(question) ?? [];
  const owner = before === "" ? undefined : readNames(library, before).orgs.at(-1);
  if (owner === undefined) return true;
  return records.every((id) => {
    const parties = library.deals.get(id ?? "")?.parties.map(({ org }) => org);
    const bearers = parties ?? library.metrics.get(id ?? "")?.subjects ?? [];
    return bearers.some((org) => family(library, owner).has(org) || family(library, org).has(owner));
  });
}

/** "Series F". */
export const roundsIn = (text: string): string[] =>
  [...text.matchAll(/\bseries [a-z]\b/gi)].map(([round]) => round.toLowerCase());

/** A round that is told by its letter is no other. */
export function isOfRound(library: Library, { id }: Ref, round: string): boolean {
  const deal = library.deals.get(id);
  const metric = library.metrics.get(id);
  const said = deal
    ? [deal.name, deal.summary, ...deal.aliases]
    : [metric?.name ?? "", ...(metric?.aliases ?? []), ...(metric?.points.map(({ label }) => label) ?? [])];
  return said.some((text) => text.toLowerCase().includes(round));
}
