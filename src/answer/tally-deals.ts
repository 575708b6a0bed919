/** "Which state has the most campuses", "deals by year": how many of those that fit each state, party, year or kind has. */
import type { Block, Rich, Span } from "../doc/doc.ts";
import { KIND, STATUS } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import type { Outline } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { takesPart } from "../knowledge/narrow.ts";
import { byAlphabet } from "../knowledge/order.ts";
import { orgName } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Draft, fitted } from "./draft.ts";

type Plan = PlanOf<"find-deals">;
export type Tally = { name: string; count: number }[];

/** The most first; a deal counts once for each of its states or parties. */
export function tallyOf(plan: Plan, found: readonly Outline[], library: Library): Tally {
  const counts = new Map<string, number>();
  for (const state of found)
    for (const name of new Set(groupsOf(plan, state, library))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sign = plan.ascending ? 1 : -1;
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => sign * (a.count - b.count) || byAlphabet(a.name, b.name));
}

function groupsOf(plan: Plan, { deal, status, announced }: Outline, library: Library): string[] {
  switch (plan.tally) {
    case "state":
      return deal.sites.flatMap(({ region, country }) => (region ? [`${region}, ${countryName(country)}`] : []));
    case "country":
      return deal.sites.map(({ country }) => countryName(country));
    case "kind":
      return [KIND[deal.kind]];
    case "status":
      return [STATUS[status]];
    case "year":
      return [announced.slice(0, 4)];
    case "chip":
      return [...deal.chips];
    case "party":
      return deal.parties
        .filter((party) => takesPart(library, party, plan) && !plan.parties.includes(party.org))
        .map(({ org }) => orgName(library, org));
    default:
      return [];
  }
}

/** "By state, most first (9 in all, of 40 deals that fit …): Texas 14, Ohio 4, …". */
export function sayTally(
  { draft, library }: { draft: Draft; library: Library },
  plan: Plan,
  tally: Tally,
  found: readonly Outline[],
  filter: string,
): Rich {
  const of = found.length;
  const [first, ...others] = tally;
  const alike = others.filter(({ count }) => count === first?.count);
  const lead = plan.ascending ? "fewest" : "most";
  return fitted(
    [
      [
        {
          text: `By ${plan.tally}, ${lead} first (${tally.length} in all, of ${of} ${of === 1 ? "deal" : "deals"} that fit ${filter}): `,
        },
        { text: first?.name ?? "", style: "strong" },
        firstCount({ draft, library }, plan, found, first),
        { text: `${alike.length > 0 ? ` (as many as ${alike.length} more)` : ""}` },
      ],
      ...others.map(({ name, count }): Rich => [{ text: `; ${name} ${count}` }]),
    ],
    "; …",
  );
}

/** What the first count rests on: the latest of the deals that it counts. */
function firstCount(
  { draft, library }: { draft: Draft; library: Library },
  plan: Plan,
  found: readonly Outline[],
  first: Tally[number] | undefined,
): Span {
  const counted = found.filter((state) => groupsOf(plan, state, library).includes(first?.name ?? ""));
  const cites = counted
    .toSorted((a, b) => (a.announced < b.announced ? 1 : -1))
    .slice(0, MOST_CITED)
    .flatMap(({ deal, events }) => draft.cite(deal, events[0]?.sources.slice(0, 1) ?? []));
  return { text: ` ${first?.count ?? 0}`, ...(cites.length > 0 && { cites: [...new Set(cites)] }) };
}
const MOST_CITED = 4;

export const tallyTable = (plan: Plan, tally: Tally): Block => ({
  type: "table",
  caption: `Deals by ${plan.tally}`,
  columns: [{ label: "Name" }, { label: "Deals", align: "right" }],
  rows: tally.map(({ name, count }) => [[{ text: name }], [{ text: String(count) }]]),
});
