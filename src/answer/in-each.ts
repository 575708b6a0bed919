/** Who is something to each of several that are named: an investor in both, a customer of both. */
import type { Deal, PartyRole } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { isOver } from "../knowledge/as-of.ts";
import { statesOn } from "../knowledge/days.ts";
import { family, orgName } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft, fitted } from "./draft.ts";

export function inEach(plan: PlanOf<"find-deals">, among: readonly string[], context: Context): Answer {
  const draft = new Draft(context);
  const { library, asOf } = context;
  const deals = statesOn(library, asOf).flatMap((state) => (state && !isOver(state.status) ? [state.deal] : []));
  const found = among.map((org) => {
    const group = family(library, org);
    const others = new Map<string, Deal>();
    for (const deal of deals)
      for (const other of partiesTo(deal, group, plan)) if (!others.has(other)) others.set(other, deal);
    return others;
  });
  const [first, ...rest] = found;
  const both = [...(first?.keys() ?? [])].filter((org) => rest.every((others) => others.has(org)));
  const names = among.map((org) => orgName(library, org)).join(" and ");
  const as = plan.otherRoles[0]?.replaceAll("-", " ") ?? "party";
  const of = plan.otherRoles.includes("investor") ? "in" : "of";
  const items = both.map(
    (org, at): Rich => [{ text: `${at === 0 ? "" : ", "}` }, { text: orgName(library, org), style: "strong" }],
  );
  const blocks: Block[] = [
    {
      type: "list",
      items: both.map((org) => [
        { text: `${orgName(library, org)}: `, style: "strong" as const },
        ...found.flatMap((others, at): Rich => {
          const deal = others.get(org);
          return deal
            ? [{ text: at === 0 ? "" : "; " }, draft.sourced(deal.name, deal, deal.events[0]?.sources ?? [])]
            : [];
        }),
      ]),
    },
  ];
  return draft.done({
    status: "answered",
    kind: "find-deals",
    title: `${names}: the same ${as}`,
    headline:
      both.length === 0
        ? [{ text: `Nobody is on record as ${as} ${of} both ${names}.` }]
        : fitted([[{ text: `${both.length} on record as ${as} ${of} both ${names}: ` }], ...items], ", …"),
    blocks: both.length === 0 ? [] : blocks,
  });
}

/** Who stands in one of the roles to somebody of the group; who gets shares of it for its money has invested in it. */
function partiesTo(
  deal: Deal,
  group: ReadonlySet<string>,
  { roles, otherRoles }: { roles: readonly PartyRole[]; otherRoles: readonly PartyRole[] },
): string[] {
  const own = deal.parties.some(({ org, role }) => group.has(org) && roles.includes(role))
    ? deal.parties.filter(({ org, role }) => !group.has(org) && otherRoles.includes(role)).map(({ org }) => org)
    : [];
  const holders = otherRoles.includes("investor")
    ? deal.flows
        .filter(({ from, to, what }) => what === "equity" && group.has(from) && !group.has(to))
        .map(({ to }) => to)
    : [];
  return [...new Set([...own, ...holders])];
}
