/** Deals by what a plan asks for, as they stood on a day. */
import type { Deal, DealKind, PartialDate, PartyRole, Status } from "../../knowledge/schema.ts";
import { type Outline, outlineOn } from "./as-of.ts";
import type { Library } from "./library.ts";
import { family } from "./resolve.ts";
import { contentWords } from "./words.ts";

export type Filter = {
  /** Organisation ids; all must be parties. */
  orgs: readonly string[];
  /** What the organisations are in the deal; without any, what somebody in it is. */
  roles: readonly PartyRole[];
  dealKinds: readonly DealKind[];
  statuses: readonly Status[];
  since: PartialDate | null;
  until: PartialDate | null;
  minUsd: number | null;
  maxUsd: number | null;
  minGw: number | null;
  maxGw: number | null;
  country: string | null;
  /** Words of a chip's name. */
  chip: string;
  text: string;
};
export type Sorting = "value" | "capacity" | "newest" | "oldest" | "name";

/** The size of the headline money in dollars; null for other currencies and where none is known. */
export const usdOf = (state: Outline): number | null =>
  state.money?.figure.unit === "USD" && !state.money.figure.per
    ? (state.money.figure.high ?? state.money.figure.low)
    : null;
const gwOf = (state: Outline): number | null =>
  state.size?.figure.unit === "GW" ? (state.size.figure.high ?? state.size.figure.low) : null;

export function findDeals(library: Library, filter: Filter, sort: Sorting, asOf: string): Outline[] {
  const groups = filter.orgs.map((id) => family(library, id));
  const textHits = filter.text
    ? new Set(
        library.dealIndex.search(filter.text, { combineWith: "AND", fuzzy: false }).map((hit) => hit.id as string),
      )
    : null;
  const chip = contentWords(filter.chip);
  const inRole = (deal: Deal, group: ReadonlySet<string>) =>
    deal.parties.some(
      (party) => group.has(party.org) && (filter.roles.length === 0 || filter.roles.includes(party.role)),
    );
  const fits = (deal: Deal, state: Outline) => {
    const [usd, gw] = [usdOf(state), gwOf(state)];
    return (
      groups.every((group) => inRole(deal, group)) &&
      (filter.roles.length === 0 ||
        groups.length > 0 ||
        deal.parties.some((party) => filter.roles.includes(party.role))) &&
      (filter.dealKinds.length === 0 || filter.dealKinds.includes(deal.kind)) &&
      (filter.statuses.length === 0 || filter.statuses.includes(state.status)) &&
      (filter.since === null || reaches(state.announced, filter.since)) &&
      (filter.until === null || state.announced.slice(0, filter.until.length) <= filter.until) &&
      (filter.minUsd === null || (usd !== null && usd >= filter.minUsd)) &&
      (filter.maxUsd === null || (usd !== null && usd <= filter.maxUsd)) &&
      (filter.minGw === null || (gw !== null && gw >= filter.minGw)) &&
      (filter.maxGw === null || (gw !== null && gw <= filter.maxGw)) &&
      (filter.country === null || deal.sites.some((site) => site.country === filter.country)) &&
      (chip.length === 0 || deal.chips.some((name) => hasWords(name, chip))) &&
      (textHits === null || textHits.has(deal.id))
    );
  };
  const pool = dealsOf(library, groups);
  if (!pool) return sortedOn(library, sort, asOf).filter((state) => fits(state.deal, state));
  const found: Outline[] = [];
  for (const deal of pool) {
    const state = outlineOn(deal, asOf);
    if (state && fits(deal, state)) found.push(state);
  }
  return found.sort(ORDER[sort]);
}

/** The deals of the organisation that has the fewest; null where none is named. */
function dealsOf(library: Library, groups: readonly ReadonlySet<string>[]): ReadonlySet<Deal> | null {
  const pools = groups.map((group) => [...group].flatMap((id) => library.dealsOf.get(id) ?? []));
  const least = pools.sort((a, b) => a.length - b.length)[0];
  return least ? new Set(least) : null;
}

const SORTED = new WeakMap<Library, Map<string, readonly Outline[]>>();
/** Days and orders kept. */
const MOST_SORTED = 12;

/** All deals known on a day, in order; kept, because most questions are of the last day. */
function sortedOn(library: Library, sort: Sorting, asOf: string): readonly Outline[] {
  const kept = SORTED.get(library) ?? new Map<string, readonly Outline[]>();
  SORTED.set(library, kept);
  const key = `${asOf} ${sort}`;
  const known = kept.get(key);
  if (known) return known;
  const all: Outline[] = [];
  for (const deal of library.deals.values()) {
    const state = outlineOn(deal, asOf);
    if (state) all.push(state);
  }
  all.sort(ORDER[sort]);
  if (kept.size >= MOST_SORTED) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, all);
  return all;
}

/** Whether a date lies on `since` or later. A month reaches into each of its days; a year alone counts from its start. */
export const reaches = (date: PartialDate, since: PartialDate): boolean =>
  date >= since || (date.length === 4 ? since <= `${date}-01-01` : since.startsWith(date));

/** "Trainium" means each of its generations: Trainium2, Trainium3. */
function hasWords(name: string, wanted: readonly string[]): boolean {
  const own = contentWords(name);
  return wanted.every((word) => own.some((part) => part.replace(/\d+$/, "") === word || part === word));
}

const last = (value: number | null) => value ?? -1;
const alphabet = new Intl.Collator("en");
const byName = (a: Outline, b: Outline) => alphabet.compare(a.deal.name, b.deal.name);
const newer = (a: PartialDate, b: PartialDate) => (a < b ? 1 : a > b ? -1 : 0);
const ORDER: Record<Sorting, (a: Outline, b: Outline) => number> = {
  value: (a, b) => last(usdOf(b)) - last(usdOf(a)) || byName(a, b),
  capacity: (a, b) => last(gwOf(b)) - last(gwOf(a)) || byName(a, b),
  newest: (a, b) => newer(a.announced, b.announced) || byName(a, b),
  oldest: (a, b) => newer(b.announced, a.announced) || byName(a, b),
  name: byName,
};
