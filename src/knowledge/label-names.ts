/** Whose a figure is by its label: "SpaceX alone in the merger" is SpaceX's, "SpaceX and xAI together" is nobody's own. */
import type { Deal } from "../../knowledge/schema.ts";
import type { Library } from "./library.ts";

/** Whether the label names the organisation, and no other party of the deal. */
export function namesNobodyElse({ names }: Library, { parties }: Deal, label: string, org: string): boolean {
  const named = names.find(label).flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));
  return named.includes(org) && parties.every((party) => party.org === org || !named.includes(party.org));
}
