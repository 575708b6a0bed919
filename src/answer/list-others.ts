/** "Who supplies Anthropic": the others in the deals, each with the largest deal that names it. */

import type { FigureOf, PartyRole } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { isOver, type Outline } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { type Narrowing, othersIn } from "../knowledge/narrow.ts";
import { figureFor } from "../knowledge/query.ts";
import { orgName } from "../knowledge/resolve.ts";
import { type Draft, fitted } from "./draft.ts";

/** What money is between two, by the role of the one that is named. */
const MEASURE: Partial<Record<string, readonly FigureOf[]>> = {
  guarantor: ["guarantee"],
  investor: ["equity"],
  lender: ["debt"],
  borrower: ["debt"],
};

/** `filter`: the list's bounds in words, where no party is named; `both`: roles that they have besides another. */
export function listOthers(
  draft: Draft,
  library: Library,
  narrowing: Narrowing,
  found: readonly Outline[],
  filter: string,
  both: readonly PartyRole[],
): Rich {
  const of = new Map<string, Outline[]>();
  for (const state of found)
    for (const org of othersIn(library, state.deal, narrowing)) of.set(org, [...(of.get(org) ?? []), state]);
  for (const org of both.length > 0 ? [...of.keys()] : []) {
    const roles = found
      .flatMap(({ deal }) => deal.parties.filter((party) => party.org === org))
      .map(({ role }) => role);
    const other = (narrowing.otherRoles ?? []).filter((role) => !both.includes(role));
    if (!roles.some((role) => both.includes(role)) || !roles.some((role) => other.includes(role))) of.delete(org);
  }
  const said = (roles: readonly PartyRole[]) => roles.map((role) => role.replaceAll("-", " ")).slice(0, 3);
  const [own, roles] = [said(narrowing.roles ?? []), said(narrowing.otherRoles ?? [])];
  const whose = narrowing.orgs.map((id) => orgName(library, id)).join(" and ");
  const what =
    whose === ""
      ? filter
      : own.length === 1
        ? `with ${whose} as ${own[0]}`
        : both.length > 0
          ? `${said(both).join(", ")} and also ${said((narrowing.otherRoles ?? []).filter((role) => !both.includes(role))).join(", ")} with ${whose}`
          : roles.length > 0
            ? `${roles.join(", ")} of ${whose}`
            : `with ${whose}`;
  const measure = (narrowing.roles ?? []).length === 1 ? (MEASURE[narrowing.roles?.[0] ?? "other"] ?? []) : [];
  const items = [...of].map(([org, states], index): Rich => {
    // What several share is nobody's own amount, and what has ended is none.
    const state = states.find(
      ({ deal, status }) => !isOver(status) && new Set(deal.parties.map((party) => party.org)).size === 2,
    );
    const standing = state
      ? measure.length > 0
        ? figureFor(state, "value", measure)
        : (state.money ?? state.size)
      : null;
    return [
      { text: `${index === 0 ? " " : ", "}${orgName(library, org)}` },
      ...(state && standing
        ? [{ text: " (" }, draft.amount(standing.figure, `deal:${state.deal.id}`, state.deal), { text: ")" }]
        : []),
    ];
  });
  return fitted([[{ text: `${of.size} on record (${what}):` }], ...items], ", …");
}
