/** "Who supplies Anthropic": the others in the deals, each with the largest deal that names it. */

import type { FigureOf, PartyRole, Status } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { isOver, type Outline } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { type Narrowing, othersIn } from "../knowledge/narrow.ts";
import { figureFor } from "../knowledge/query.ts";
import { orgName } from "../knowledge/resolve.ts";
import { type Draft, fitted } from "./draft.ts";
import { shorten } from "./shorten.ts";

/** What money is between two, by the role of the one that is named. */
const MEASURE: Partial<Record<string, readonly FigureOf[]>> = {
  guarantor: ["guarantee"],
  investor: ["equity"],
  lender: ["debt"],
  borrower: ["debt"],
};

/** Who has the part only in what is not agreed is told so. */
const SOFT: ReadonlyMap<Status, string> = new Map([
  ["rumoured", "only rumoured"],
  ["letter-of-intent", "letter of intent"],
  ["cancelled", "cancelled"],
  ["lapsed", "lapsed"],
]);

/** `filter`: the list's bounds in words, where no party is named; `both`: roles that they have besides another. */
export function listOthers(
  draft: Draft,
  library: Library,
  { text = "", only = [], ...narrowing }: Narrowing & { text?: string; only?: readonly string[] },
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
            ? `${roles.join(", ")} ${narrowing.orgs.length > 1 ? "with" : "of"} ${whose}`
            : `with ${whose}`;
  const [role, ...more] = (narrowing.roles ?? []).length === 1 ? (narrowing.roles ?? []) : (narrowing.otherRoles ?? []);
  const measure = more.length === 0 ? (MEASURE[role ?? "other"] ?? []) : [];
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
    const soft = states.every(({ status }) => SOFT.has(status))
      ? (SOFT.get(states[0]?.status ?? "announced") ?? "")
      : "";
    return [
      { text: `${index === 0 ? " " : ", "}${orgName(library, org)}` },
      ...(state && standing
        ? [
            { text: " (" },
            draft.amount(standing.figure, `deal:${state.deal.id}`, state.deal),
            { text: `${soft && `; ${soft}`})` },
          ]
        : [{ text: soft && ` (${soft})` }]),
    ];
  });
  const words = whose === "" || text === "" || only.length === 0 ? "" : `, in deals with “${shorten(text, 40)}”`;
  return fitted([[{ text: `${of.size} on record (${what}${words}):` }], ...items], ", …");
}

/** Who has the role, where the one that stands out is somebody and not a deal. */
export type RankedOthers = { lead: (most: string) => string; of: (state: Outline) => string };
export function rankedOthers(library: Library, narrowing: Narrowing): RankedOthers {
  const names = (ids: readonly string[]) => ids.map((id) => orgName(library, id)).join(" and ");
  const roles = (narrowing.otherRoles ?? []).map((role) => role.replaceAll("-", " ")).join(" or ");
  const role = roles === "" ? "" : ` as ${roles}`;
  const whose = narrowing.orgs.length === 0 ? "" : ` ${role === "" ? "with" : "of"} ${names(narrowing.orgs)}`;
  return {
    lead: (most) => `${most} by money,${role}${whose}${role + whose === "" ? "" : " and"} not only rumoured: `,
    of: ({ deal }) => names(othersIn(library, deal, narrowing)),
  };
}
