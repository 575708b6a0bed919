/** Amounts of deals added up: each dollar and each gigawatt once, and only what is of one kind. */
import type { FigureOf } from "../../knowledge/schema.ts";
import { amountsOf, amountsOfAll, type LeftOut, type Line, type Totals } from "./amounts.ts";
import type { Outline } from "./as-of.ts";
import { ByDay, numbersOf, statesOn } from "./days.ts";
import type { Library } from "./library.ts";
import { bundlesOf, keepOnce } from "./overlaps.ts";
import { dealNumbers, type Filter, findDeals } from "./query.ts";
import { namePlaces } from "./rankings.ts";
import { family } from "./resolve.ts";
import {
  dealsIn,
  hasAny,
  NO_ROWS,
  type Numbered,
  partedRows,
  type Rows,
  type Sum,
  sumOf,
  toRows,
  withRows,
} from "./rows.ts";

/** Lines that may be added up, the largest first. */
export type Group = { rows: Rows; sum: Sum /** How many deals. */; deals: number };
export type Found = { /** How many deals fit. */ found: number; groups: readonly Group[]; leftOut: readonly LeftOut[] };

type Asked = Filter & { money: readonly FigureOf[] };

/** All deals, and every kind of money. */
export const EVERYTHING: Asked = {
  orgs: [],
  roles: [],
  dealKinds: [],
  statuses: [],
  since: null,
  until: null,
  minUsd: null,
  maxUsd: null,
  minGw: null,
  maxGw: null,
  country: null,
  chip: "",
  text: "",
  money: [],
};

const KEPT = new WeakMap<Library, Map<string, Found>>();
/** Totals of many deals are kept: a page, a button or the next asker wants the same. */
const MOST_KEPT = 16;

export function totalsOf(library: Library, asked: Asked, asOf: string): Found {
  const { orgs, roles, dealKinds, statuses, since, until, minUsd, maxUsd, minGw, maxGw, country, chip, text, money } =
    asked;
  const sizes = [since, until, minUsd, maxUsd, minGw, maxGw];
  const { alongside = [], among = [], without = [], otherKinds = [], otherRoles = [] } = asked;
  const { places = [], outside = [], programme = null, only = [], dated = "announced" } = asked;
  const {
    beyond = false,
    having = [],
    currencies = [],
    ofKinds = [],
    withoutKinds = [],
    otherSort = "",
    otherCountry = null,
  } = asked;
  const others = [otherKinds, otherRoles, ofKinds, withoutKinds, otherSort, otherCountry];
  const narrowed = [
    alongside,
    among,
    without,
    others,
    places,
    outside,
    programme,
    only,
    dated,
    beyond,
    having,
    currencies,
  ];
  const filter = JSON.stringify([orgs, roles, dealKinds, statuses, sizes, country, chip, text, money, narrowed]);
  const kept = KEPT.get(library) ?? new Map<string, Found>();
  KEPT.set(library, kept);
  const key = `${asOf} ${filter}`;
  const known = kept.get(key) ?? (filter === ALL ? addAll(library, asOf) : add(library, asked, asOf));
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, known);
  return known;
}
const NOBODY_ELSE = [[], [], [], [], "", null];
const NOTHING_NARROWED = [[], [], [], NOBODY_ELSE, [], [], null, [], "announced", false, [], []];
const ALL = JSON.stringify([[], [], [], [], [null, null, null, null, null, null], null, "", "", [], NOTHING_NARROWED]);

/** A deal as it stood, by its number in the library. */
type At = { at: number; state: Outline };
type LeftOutAt = LeftOut & { at: number };
type Kept = { lines: readonly Numbered[]; leftOut: readonly LeftOutAt[] };

function add(library: Library, filter: Asked, asOf: string): Found {
  const ours = filter.orgs[0] === undefined ? null : family(library, filter.orgs[0]);
  const numbers = numbersOf(library);
  const found = findDeals(library, filter, "value", asOf).map((state) => ({ state, at: numbers.get(state.deal) ?? 0 }));
  const amounts = ours ? (state: Outline) => amountsOf(state, ours) : amountsOfAll;
  const isAsked = (line: Line) => filter.money.length === 0 || filter.money.includes(line.of);
  const { lines, leftOut } = keptOf(library, found, amounts, isAsked);
  return {
    found: found.length,
    groups: [...toGroups(library, rowsByGroup(library, lines)).values()],
    leftOut: inOrder(leftOut, valuePlaces(library, asOf)),
  };
}

/** The lines of some deals that are added up, and what is left out of them. */
function keptOf(
  library: Library,
  deals: Iterable<At>,
  amounts: (state: Outline) => Totals,
  isAsked: (line: Line) => boolean = () => true,
): Kept {
  const bundles = bundlesOf(library);
  const numbers = numbersOf(library);
  const lines: Numbered[] = [];
  const leftOut: LeftOutAt[] = [];
  const [money, power]: [Line[], Line[]] = [[], []];
  for (const { at, state } of deals) {
    const own = amounts(state);
    for (const entry of own.leftOut) leftOut.push({ ...entry, at });
    const isTied = (bundles[at]?.length ?? 1) > 1;
    for (const line of own.lines)
      if (!isAsked(line)) continue;
      // What is over is shown apart and holds nothing that is live: it is not weighed against it.
      else if (isTied && line.firmness !== "ended") (line.power ? power : money).push(line);
      else lines.push({ line, at });
  }
  for (const tied of [money, power]) {
    const kept = keepOnce(library, tied);
    for (const line of kept.lines) lines.push({ line, at: numbers.get(line.deal) ?? 0 });
    for (const entry of kept.leftOut) leftOut.push({ ...entry, at: numbers.get(entry.deal) ?? 0 });
  }
  return { lines, leftOut };
}

/** Of all deals; each group with its rows, by its name. */
type All = {
  found: number;
  groups: ReadonlyMap<string, Group>;
  leftOut: readonly LeftOutAt[];
};
const TOTALS = new ByDay<All>(
  (library, states, day) => {
    const known = states.flatMap((state, at): At[] => (state ? [{ state, at }] : []));
    const { lines, leftOut } = keptOf(library, inOrder(known, valuePlaces(library, day)), amountsOfAll);
    return { found: known.length, groups: toGroups(library, rowsByGroup(library, lines)), leftOut };
  },
  (library, near, moved, day) => {
    const [states, bundles] = [statesOn(library, day), bundlesOf(library)];
    const gone = new Uint8Array(states.length);
    const again: At[] = [];
    let { found } = near;
    for (const { at, before, after } of moved) {
      found += Number(after !== null) - Number(before !== null);
      for (const one of bundles[at] ?? []) {
        const state = states[one];
        if (gone[one] === 0 && state) again.push({ at: one, state });
        gone[one] = 1;
      }
    }
    const { lines, leftOut } = keptOf(library, inOrder(again, valuePlaces(library, day)), amountsOfAll);
    const come = rowsByGroup(library, lines);
    const places = namePlaces(library);
    const groups = new Map(near.groups);
    for (const name of new Set([...near.groups.keys(), ...come.keys()])) {
      const before = near.groups.get(name)?.rows ?? NO_ROWS;
      const own = come.get(name) ?? NO_ROWS;
      if (own.lines.length === 0 && !hasAny(before, gone)) continue;
      const group = toGroup(library, withRows(before, gone, own, places));
      if (group) groups.set(name, group);
      else groups.delete(name);
    }
    return { found, groups, leftOut: [...near.leftOut.filter(({ at }) => !gone[at]), ...leftOut] };
  },
);

/** From one day to the next most lines stay as they are. */
function addAll(library: Library, asOf: string): Found {
  const { found, groups, leftOut } = TOTALS.on(library, asOf);
  return {
    found,
    groups: [...groups.values()],
    leftOut: inOrder(leftOut, valuePlaces(library, asOf)),
  };
}

/** The place of each deal known on a day by its value, by its number. */
function valuePlaces(library: Library, day: string): Int32Array {
  const places = new Int32Array(library.knowledge.deals.length);
  for (const [place, at] of dealNumbers(library, "value", day).entries()) places[at] = place;
  return places;
}

/** By these places, and those of one place in their order. Numbers alone are put in order, which reads no entry twice. */
function inOrder<T extends { at: number }>(entries: readonly T[], places: Int32Array): T[] {
  const keys = Float64Array.from(entries, ({ at }, index) => (places[at] ?? 0) * entries.length + index).sort();
  return Array.from(keys, (key) => entries[key % entries.length] as T);
}

function rowsByGroup(library: Library, entries: readonly Numbered[]): Map<string, Rows> {
  const byName = new Map<string, Numbered[]>();
  for (const entry of entries) {
    const group = byName.get(entry.line.group);
    if (group) group.push(entry);
    else byName.set(entry.line.group, [entry]);
  }
  const places = namePlaces(library);
  return new Map([...byName].map(([name, own]) => [name, toRows(own, places)]));
}

function toGroups(library: Library, rowsByName: ReadonlyMap<string, Rows>): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const [name, rows] of rowsByName) {
    const group = toGroup(library, rows);
    if (group) groups.set(name, group);
  }
  return groups;
}

/** Null where there are no lines. */
function toGroup(library: Library, rows: Rows): Group | null {
  const sum = sumOf(rows);
  return sum && { rows, sum, deals: dealsIn(rows, library.knowledge.deals.length) };
}

/** Groups parted by a name that a deal has, told by its number or a line of it, each part in the order of its group. */
export function partsOf(library: Library, groups: readonly Group[], nameOf: (at: number, line: Line) => string) {
  const deals = library.knowledge.deals.length;
  const numbers = new Map<string, number>();
  // Of each deal the number of its name, and one more: 0 is for those not looked at yet.
  const named = new Uint32Array(deals);
  const numberOf = (at: number, line: Line): number => {
    if (named[at] === 0) {
      const name = nameOf(at, line);
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      named[at] = number + 1;
    }
    return (named[at] ?? 0) - 1;
  };
  const parts = new Map<number, Group[]>();
  for (const { rows } of groups)
    for (const [number, own] of partedRows(rows, numberOf)) {
      const group = toGroup(library, own);
      const known = parts.get(number);
      if (group && known) known.push(group);
      else if (group) parts.set(number, [group]);
    }
  return new Map([...numbers].map(([name, number]) => [name, parts.get(number) ?? []]));
}

export const linesOf = (groups: readonly Group[]): Line[] => groups.flatMap(({ rows }) => rows.lines);
