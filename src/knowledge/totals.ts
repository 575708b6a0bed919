/** Amounts of deals added up: each dollar and each gigawatt once, and only what is of one kind. */
import type { FigureOf } from "../../knowledge/schema.ts";
import { amountsOf, amountsOfAll, type LeftOut, type Line } from "./amounts.ts";
import type { Outline } from "./as-of.ts";
import { ByDay, numbersOf, statesOn } from "./days.ts";
import type { Library } from "./library.ts";
import { keepOnce, tiedDeals } from "./overlaps.ts";
import { dealNumbers, type Filter, findDeals } from "./query.ts";
import { namePlaces } from "./rankings.ts";
import { family } from "./resolve.ts";
import { dealsIn, NO_ROWS, type Numbered, type Rows, type Sum, sumOf, toRows, withRows } from "./rows.ts";

/** Lines that may be added up, the largest first. */
export type Group = { lines: readonly Line[]; sum: Sum /** How many deals. */; deals: number };
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
  const { places = [], outside = [], programme = null, only = [] } = asked;
  const narrowed = [alongside, among, without, otherKinds, otherRoles, places, outside, programme, only];
  const filter = JSON.stringify([orgs, roles, dealKinds, statuses, sizes, country, chip, text, money, narrowed]);
  const kept = KEPT.get(library) ?? new Map<string, Found>();
  KEPT.set(library, kept);
  const key = `${asOf} ${filter}`;
  const known = kept.get(key) ?? (filter === ALL ? addAll(library, asOf) : add(library, asked, asOf));
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, known);
  return known;
}
const NOTHING_NARROWED = [[], [], [], [], [], [], [], null, []];
const ALL = JSON.stringify([[], [], [], [], [null, null, null, null, null, null], null, "", "", [], NOTHING_NARROWED]);

/** The lines of deals that overlap with no other, by group, and what is left out of these deals. */
type Free = { found: number; groups: ReadonlyMap<string, Rows>; leftOut: readonly (LeftOut & { at: number })[] };

function add(library: Library, filter: Asked, asOf: string): Found {
  const found = findDeals(library, filter, "value", asOf);
  const ours = filter.orgs[0] === undefined ? null : family(library, filter.orgs[0]);
  const numbers = numbersOf(library);
  const tied = tiedDeals(library);
  const isAsked = (line: Line) => filter.money.length === 0 || filter.money.includes(line.of);
  const free: Numbered[] = [];
  const leftOut: LeftOut[] = [];
  const bound: Line[] = [];
  for (const state of found) {
    const amounts = ours ? amountsOf(state, ours) : amountsOfAll(state);
    leftOut.push(...amounts.leftOut);
    const at = numbers.get(state.deal) ?? 0;
    const lines = amounts.lines.filter(isAsked);
    if (tied.has(at)) bound.push(...lines);
    else for (const line of lines) free.push({ line, at });
  }
  return assembled(library, { found: found.length, groups: rowsByGroup(library, free), leftOut, bound });
}

const FREE = new ByDay<Free>(
  (library, states) => {
    const tied = tiedDeals(library);
    const [free, leftOut]: [Numbered[], Free["leftOut"][number][]] = [[], []];
    let found = 0;
    for (const [at, state] of states.entries()) {
      if (!state) continue;
      found++;
      if (!tied.has(at)) addTo(free, leftOut, state, at);
    }
    return { found, groups: rowsByGroup(library, free), leftOut };
  },
  (library, near, moved) => {
    const tied = tiedDeals(library);
    const gone = new Uint8Array(library.knowledge.deals.length);
    const [free, come]: [Numbered[], Free["leftOut"][number][]] = [[], []];
    let { found } = near;
    for (const { at, before, after } of moved) {
      found += Number(after !== null) - Number(before !== null);
      if (tied.has(at)) continue;
      gone[at] = 1;
      if (after) addTo(free, come, after, at);
    }
    const groups = rowsByGroup(library, free);
    const places = namePlaces(library);
    for (const [name, rows] of near.groups) groups.set(name, withRows(rows, gone, groups.get(name) ?? NO_ROWS, places));
    return { found, groups, leftOut: [...near.leftOut.filter(({ at }) => !gone[at]), ...come] };
  },
);

function addTo(free: Numbered[], leftOut: Free["leftOut"][number][], state: Outline, at: number): void {
  const amounts = amountsOfAll(state);
  for (const line of amounts.lines) free.push({ line, at });
  for (const entry of amounts.leftOut) leftOut.push({ ...entry, at });
}

/** Of all deals: from one day to the next most lines stay as they are. */
function addAll(library: Library, asOf: string): Found {
  const { found, groups, leftOut } = FREE.on(library, asOf);
  const states = statesOn(library, asOf);
  const numbers = dealNumbers(library, "value", asOf);
  const tied = tiedDeals(library);
  const places = new Int32Array(states.length);
  const out: (LeftOut & { at: number })[] = [...leftOut];
  const bound: Line[] = [];
  for (let place = 0; place < numbers.length; place++) {
    const at = numbers[place] ?? 0;
    places[at] = place;
    const state = tied.has(at) ? states[at] : null;
    if (!state) continue;
    const amounts = amountsOfAll(state);
    bound.push(...amounts.lines);
    for (const entry of amounts.leftOut) out.push({ ...entry, at });
  }
  out.sort((a, b) => (places[a.at] ?? 0) - (places[b.at] ?? 0));
  return assembled(library, { found, groups, leftOut: out, bound });
}

/** `bound`: lines of deals that may tell of the same dollars or gigawatts. */
function assembled(
  library: Library,
  { found, groups, leftOut, bound }: Omit<Free, "leftOut"> & { leftOut: readonly LeftOut[]; bound: readonly Line[] },
): Found {
  // What is over is shown apart and holds nothing that is live: it is not weighed against it.
  const live = bound.filter((line) => line.firmness !== "ended");
  const [money, power] = [true, false].map((is) =>
    keepOnce(
      library,
      live.filter((line) => (line.power === null) === is),
    ),
  );
  const kept = [...(money?.lines ?? []), ...(power?.lines ?? []), ...bound.filter((line) => line.firmness === "ended")];
  const numbers = numbersOf(library);
  const own = rowsByGroup(
    library,
    kept.map((line) => ({ line, at: numbers.get(line.deal) ?? 0 })),
  );
  const all = new Map(groups);
  const places = namePlaces(library);
  for (const [name, rows] of own) all.set(name, withRows(groups.get(name) ?? NO_ROWS, null, rows, places));
  return {
    found,
    groups: toGroups(library, all.values()),
    leftOut: [...leftOut, ...(money?.leftOut ?? []), ...(power?.leftOut ?? [])],
  };
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

const toGroups = (library: Library, groups: Iterable<Rows>): Group[] =>
  [...groups].flatMap((rows): Group[] => {
    const sum = sumOf(rows);
    return sum ? [{ lines: rows.lines, sum, deals: dealsIn(rows, library.knowledge.deals.length) }] : [];
  });

/** The lines that may be added up, each group with its sum. */
export function groupsOf(library: Library, lines: readonly Line[]): Group[] {
  const numbers = numbersOf(library);
  const numbered = lines.map((line) => ({ line, at: numbers.get(line.deal) ?? 0 }));
  return toGroups(library, rowsByGroup(library, numbered).values());
}

export const linesOf = (groups: readonly Group[]): Line[] => groups.flatMap(({ lines }) => lines);
