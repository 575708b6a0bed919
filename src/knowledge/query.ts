/** Deals by what a plan asks for, as they stood on a day. */
import type { Deal, DealKind, PartialDate, Status } from "../../knowledge/schema.ts";
import { type DealState, stateOn } from "./as-of.ts";
import type { Library } from "./library.ts";
import { family } from "./resolve.ts";

export type Filter = {
  /** Organisation ids; all must be parties. */
  orgs: readonly string[];
  dealKinds: readonly DealKind[];
  statuses: readonly Status[];
  since: PartialDate | null;
  until: PartialDate | null;
  minUsd: number | null;
  maxUsd: number | null;
  minGw: number | null;
  country: string | null;
  text: string;
};
export type Sorting = "value" | "capacity" | "newest" | "oldest" | "name";

/** The size of the headline money in dollars; null for other currencies and where none is known. */
export const usdOf = (state: DealState): number | null =>
  state.money?.figure.unit === "USD" && !state.money.figure.per
    ? (state.money.figure.high ?? state.money.figure.low)
    : null;
export const gwOf = (state: DealState): number | null =>
  state.size?.figure.unit === "GW" ? (state.size.figure.high ?? state.size.figure.low) : null;

export function findDeals(library: Library, filter: Filter, sort: Sorting, asOf: string): DealState[] {
  const groups = filter.orgs.map((id) => family(library, id));
  const textHits = filter.text
    ? new Set(library.dealIndex.search(filter.text, { combineWith: "AND" }).map((hit) => hit.id as string))
    : null;
  const fits = (deal: Deal, state: DealState) => {
    const [usd, gw] = [usdOf(state), gwOf(state)];
    return (
      groups.every((group) => deal.parties.some((party) => group.has(party.org))) &&
      (filter.dealKinds.length === 0 || filter.dealKinds.includes(deal.kind)) &&
      (filter.statuses.length === 0 || filter.statuses.includes(state.status)) &&
      (filter.since === null || state.announced >= filter.since) &&
      (filter.until === null || state.announced.slice(0, filter.until.length) <= filter.until) &&
      (filter.minUsd === null || (usd !== null && usd >= filter.minUsd)) &&
      (filter.maxUsd === null || (usd !== null && usd <= filter.maxUsd)) &&
      (filter.minGw === null || (gw !== null && gw >= filter.minGw)) &&
      (filter.country === null || deal.sites.some((site) => site.country === filter.country)) &&
      (textHits === null || textHits.has(deal.id))
    );
  };
  const found: DealState[] = [];
  for (const deal of library.deals.values()) {
    const state = stateOn(deal, asOf);
    if (state && fits(deal, state)) found.push(state);
  }
  return found.sort(ORDER[sort]);
}

const last = (value: number | null) => value ?? -1;
const byName = (a: DealState, b: DealState) => a.deal.name.localeCompare(b.deal.name);
const ORDER: Record<Sorting, (a: DealState, b: DealState) => number> = {
  value: (a, b) => last(usdOf(b)) - last(usdOf(a)) || byName(a, b),
  capacity: (a, b) => last(gwOf(b)) - last(gwOf(a)) || byName(a, b),
  newest: (a, b) => b.announced.localeCompare(a.announced) || byName(a, b),
  oldest: (a, b) => a.announced.localeCompare(b.announced) || byName(a, b),
  name: byName,
};
