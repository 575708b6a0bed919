/** Of deals that tell of the same dollars or gigawatts, one is kept: a whole or its parts, a thing or what paid for it. */

import type { Deal, PartyRole } from "../../knowledge/schema.ts";
import type { LeftOut, Line, Totals, Why } from "./amounts.ts";
import { numbersOf } from "./days.ts";
import { rankOf } from "./firmness.ts";
import type { Library } from "./library.ts";
import { byCode } from "./order.ts";

type Entry = { deal: Deal; lines: Line[]; rank: number; size: number; cover: { why: Why; by: Deal[] } | null };

/** `lines` are all of money or all of power; a deal's lines stay or go together. */
export function keepOnce(library: Library, lines: readonly Line[]): Totals {
  const entries = entriesOf(lines);
  const drop = (entry: Entry, why: Why, by: Deal[]) => {
    entry.cover ??= { why, by };
  };
  for (const entry of entries.values())
    for (const id of entry.deal.supersedes) {
      const before = entries.get(id);
      if (before) drop(before, "replaced", [entry.deal]);
    }
  wholesOrParts(library, entries, drop);
  financings(entries, drop);
  campuses(entries, drop);
  const kept: Line[] = [];
  const leftOut: LeftOut[] = [];
  for (const { deal, lines: own, cover } of entries.values()) {
    if (!cover) kept.push(...own);
    else for (const { standing } of own) leftOut.push({ deal, standing, why: cover.why, others: cover.by });
  }
  return { lines: kept, leftOut };
}

const BUNDLES = new WeakMap<Library, readonly (readonly number[])[]>();
/**
 * By the number of each deal, the numbers of all that relations tie it to, however far, itself among them. What is kept of
 * a bundle is told by its own deals alone.
 */
export function bundlesOf(library: Library): readonly (readonly number[])[] {
  const known = BUNDLES.get(library);
  if (known) return known;
  const numbers = numbersOf(library);
  const bundles: number[][] = library.knowledge.deals.map((_, at) => [at]);
  for (const [deal, at] of numbers)
    for (const id of [...deal.part_of, ...deal.supersedes, ...deal.financed_by, ...deal.same_campus]) {
      const other = library.deals.get(id);
      const [own = [], its = own] = [bundles[at], bundles[other ? (numbers.get(other) ?? at) : at]];
      if (own === its) continue;
      own.push(...its);
      for (const one of its) bundles[one] = own;
    }
  BUNDLES.set(library, bundles);
  return bundles;
}

type Entries = ReadonlyMap<string, Entry>;
type Drop = (entry: Entry, why: Why, by: Deal[]) => void;

function entriesOf(lines: readonly Line[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of lines) {
    const { high, low } = line;
    const entry = entries.get(line.deal.id) ?? {
      deal: line.deal,
      lines: [],
      rank: Number.POSITIVE_INFINITY,
      size: 0,
      cover: null,
    };
    entry.lines.push(line);
    entry.rank = Math.min(entry.rank, rankOf(line.firmness));
    entry.size = Math.max(entry.size, high ?? low ?? 0);
    entries.set(line.deal.id, entry);
  }
  return entries;
}

/** The whole, unless parts of it are firmer, or lie in another whole that is counted. Roots first, firmer ones first. */
function wholesOrParts(library: Library, entries: Entries, drop: Drop): void {
  const parts = new Map<Entry, Entry[]>();
  const depth = new Map<Entry, number>();
  for (const entry of entries.values()) {
    if (entry.deal.part_of.length === 0) continue;
    const above = ancestors(library, entry.deal);
    depth.set(entry, above.size);
    for (const id of above) {
      const whole = entries.get(id);
      const known = whole && parts.get(whole);
      if (known) known.push(entry);
      else if (whole) parts.set(whole, [entry]);
    }
  }
  const wholes = [...parts.keys()].sort(
    (a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || a.rank - b.rank || byCode(a.deal.id, b.deal.id),
  );
  for (const whole of wholes) {
    if (whole.cover) continue;
    const own = parts.get(whole) ?? [];
    const firmer = own.filter((part) => !part.cover && part.rank < whole.rank);
    const elsewhere = own.flatMap((part) => (part.cover?.why === "part" ? part.cover.by : []));
    if (firmer.length > 0) drop(whole, "whole", dealsOf(firmer));
    else if (elsewhere.length > 0) drop(whole, "overlap", [...new Set(elsewhere)]);
    else for (const part of own) drop(part, "part", [whole.deal]);
  }
}

function financings(entries: Entries, drop: Drop): void {
  for (const { deal, cover } of entries.values())
    for (const id of deal.financed_by) {
      const financing = entries.get(id);
      if (financing) drop(financing, "financing", cover?.by ?? [deal]);
    }
}

/** Two records of one campus tell of different buildings where both name who uses them and the users differ. */
function campuses(entries: Entries, drop: Drop): void {
  for (const one of entries.values())
    for (const id of one.deal.same_campus) {
      const other = entries.get(id);
      // Of two that one has been chosen from, the other holds for it already.
      if (!other || one.cover?.why === "same-campus" || other.cover?.why === "same-campus") continue;
      if ((one.cover && other.cover) || !alike(one, other) || differentUsers(one.deal, other.deal)) continue;
      const [kept, left] = order(one, other);
      drop(left, "same-campus", kept.cover?.by ?? [kept.deal]);
    }
}

/** First what is left out already, which another covers; then the firmer, the larger, the first by name. */
function order(a: Entry, b: Entry): [Entry, Entry] {
  if (a.cover || b.cover) return a.cover ? [a, b] : [b, a];
  const first = a.rank - b.rank || b.size - a.size || byCode(a.deal.id, b.deal.id);
  return first < 0 ? [a, b] : [b, a];
}

const alike = (a: Entry, b: Entry): boolean =>
  a.lines.some((line) => b.lines.some((other) => line.of === other.of && line.power === other.power));

const USES = new Set<PartyRole>(["tenant", "customer", "off-taker"]);
const usersOf = (deal: Deal): string[] =>
  deal.parties.filter((party) => USES.has(party.role)).map((party) => party.org);

function differentUsers(a: Deal, b: Deal): boolean {
  const [first, second] = [usersOf(a), usersOf(b)];
  return first.length > 0 && second.length > 0 && !first.some((org) => second.includes(org));
}

const ABOVE = new WeakMap<Deal, ReadonlySet<string>>();
/** All wholes above a deal, however far. */
function ancestors(library: Library, deal: Deal): ReadonlySet<string> {
  const known = ABOVE.get(deal);
  if (known) return known;
  const found = new Set<string>();
  const climb = ({ part_of }: Deal): void => {
    for (const id of part_of) {
      if (found.has(id)) continue;
      found.add(id);
      const whole = library.deals.get(id);
      if (whole) climb(whole);
    }
  };
  climb(deal);
  ABOVE.set(deal, found);
  return found;
}

const dealsOf = (entries: readonly Entry[]): Deal[] => entries.map((entry) => entry.deal);
