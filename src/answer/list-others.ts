/** "Who supplies Anthropic": the others in the deals, each with the largest deal that names it. */
import type { Rich } from "../doc/doc.ts";
import { isOver, type Outline } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { type Narrowing, othersIn } from "../knowledge/narrow.ts";
import { figureFor } from "../knowledge/query.ts";
import { orgName } from "../knowledge/resolve.ts";
import { type Draft, fitted } from "./draft.ts";

export function listOthers(draft: Draft, library: Library, narrowing: Narrowing, found: readonly Outline[]): Rich {
  const of = new Map<string, Outline[]>();
  for (const state of found)
    for (const org of othersIn(library, state.deal, narrowing)) of.set(org, [...(of.get(org) ?? []), state]);
  const roles = (narrowing.otherRoles ?? []).map((role) => role.replaceAll("-", " "));
  const whose = narrowing.orgs.map((id) => orgName(library, id)).join(" and ");
  const what = roles.length > 0 ? `${roles.slice(0, 3).join(", ")} of ${whose}` : `with ${whose}`;
  const items = [...of].map(([org, states], index): Rich => {
    // What several share is nobody's own amount, and what has ended is none.
    const state = states.find(
      ({ deal, status }) => !isOver(status) && new Set(deal.parties.map((party) => party.org)).size === 2,
    );
    const standing = state ? (figureFor(state, "value", []) ?? state.size) : null;
    return [
      { text: `${index === 0 ? " " : ", "}${orgName(library, org)}` },
      ...(state && standing
        ? [{ text: " (" }, draft.amount(standing.figure, `deal:${state.deal.id}`, state.deal), { text: ")" }]
        : []),
    ];
  });
  return fitted([[{ text: `${of.size} on record (${what}):` }], ...items], ", …");
}
