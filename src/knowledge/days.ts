/**
 * Deals by the days of their events. What is made of all deals as they stood on a day is kept for some days, and carried
 * over to another from the nearest of them: between two days few deals move.
 */
import { LRUCache } from "lru-cache";
import type { Deal, PartialDate } from "../../knowledge/schema.ts";
import { type Outline, outlineOn } from "./as-of.ts";
import type { Library } from "./library.ts";

/** Every event of every deal, by its date as written: a month stands before its days. */
type Calendar = {
  dates: readonly PartialDate[] /** The number of the deal in the library. */;
  deals: readonly number[];
};

/** A deal that stood otherwise on another day; null where nothing was known of it. */
export type Moved = { at: number; before: Outline | null; after: Outline | null };

const CALENDARS = new WeakMap<Library, Calendar>();
function calendarOf(library: Library): Calendar {
  const known = CALENDARS.get(library);
  if (known) return known;
  const entries = library.knowledge.deals.flatMap((deal, at) => deal.events.map(({ date }) => ({ date, at })));
  entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at));
  const calendar = { dates: entries.map(({ date }) => date), deals: entries.map(({ at }) => at) };
  CALENDARS.set(library, calendar);
  return calendar;
}

/** How many events had come on a day. Days between which nothing happened are one. */
export function comeOn(library: Library, day: string): number {
  const { dates } = calendarOf(library);
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The deals that have an event dated from `since` to `until`, or of the month or year in which `since` lies; each once. */
export function dealsBetween(library: Library, since: PartialDate, until: string): Deal[] {
  const marked = markedBetween(library, since, until);
  return library.knowledge.deals.filter((_, number) => marked[number] === 1);
}

/** As they stood on the last day. */
export function statesBetween(library: Library, since: PartialDate, until: string): Outline[] {
  const marked = markedBetween(library, since, until);
  return statesOn(library, until).filter((state, number): state is Outline => marked[number] === 1 && state !== null);
}

/** 1 for each such deal, by its number. */
function markedBetween(library: Library, since: PartialDate, until: string): Uint8Array {
  const { dates, deals } = calendarOf(library);
  const marked = new Uint8Array(library.knowledge.deals.length);
  const mark = (at: number) => {
    marked[deals[at] ?? 0] = 1;
  };
  for (const date of [since.slice(0, 4), since.slice(0, 7)])
    for (let at = comeOn(library, date) - 1; dates[at] === date; at--) mark(at);
  const end = comeOn(library, until);
  let at = comeOn(library, since);
  while (at > 0 && dates[at - 1] === since) at--;
  for (; at < end; at++) mark(at);
  return marked;
}

/** The date from which on there are `count` events up to a day; "" where there are fewer. */
export function dateOfLast(library: Library, until: string, count: number): PartialDate {
  return calendarOf(library).dates[comeOn(library, until) - count] ?? "";
}

/** Days kept: the last one, and a few that somebody asks about. */
const MOST_KEPT = 8;

type Make<T> = (library: Library, states: readonly (Outline | null)[], day: string) => T;
type Carry<T> = (library: Library, near: T, moved: readonly Moved[], day: string) => T;

/** Something made of all deals as they stood on a day. */
export class ByDay<T> {
  readonly #kept = new WeakMap<Library, Map<number, T>>();
  readonly #make: Make<T>;
  readonly #carry: Carry<T>;

  /** `carry` makes it for another day of the one for a day near it, which it leaves as it is. */
  constructor(make: Make<T>, carry: Carry<T>) {
    this.#make = make;
    this.#carry = carry;
  }

  on(library: Library, day: string): T {
    const kept = this.#kept.get(library) ?? new Map<number, T>();
    this.#kept.set(library, kept);
    const come = comeOn(library, day);
    let made = kept.get(come);
    if (made === undefined) {
      const near = nearest(kept.keys(), come);
      made =
        near === null
          ? this.#make(
              library,
              library.knowledge.deals.map((deal) => outlineOn(deal, day)),
              day,
            )
          : this.#carry(library, kept.get(near) as T, movedBetween(library, near, come), day);
    }
    // The day used last is the last to be given up.
    kept.delete(come);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? 0);
    kept.set(come, made);
    return made;
  }
}

function nearest(kept: Iterable<number>, come: number): number | null {
  let [best, least]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const one of kept) if (Math.abs(one - come) < least) [best, least] = [one, Math.abs(one - come)];
  return best;
}

const MOVED = new WeakMap<Library, LRUCache<string, readonly Moved[]>>();
/** The deals with events between two days, each told by how many events had come. All that is carried over asks for the same. */
function movedBetween(library: Library, from: number, to: number): readonly Moved[] {
  const kept = MOVED.get(library) ?? new LRUCache({ max: 2 * MOST_KEPT });
  MOVED.set(library, kept);
  const key = `${from} ${to}`;
  const known = kept.get(key);
  if (known) return known;
  const { dates, deals } = calendarOf(library);
  // The date of the last event that has come stands for the day: what comes after it has not come.
  const [dayBefore, dayAfter] = [dates[from - 1] ?? "", dates[to - 1] ?? ""];
  const numbers = new Set(deals.slice(Math.min(from, to), Math.max(from, to)));
  const moved = [...numbers].flatMap((at) => {
    const deal = library.knowledge.deals[at];
    return deal ? [{ at, before: outlineOn(deal, dayBefore), after: outlineOn(deal, dayAfter) }] : [];
  });
  kept.set(key, moved);
  return moved;
}

const STATES = new ByDay<readonly (Outline | null)[]>(
  (_, states) => states,
  (_, near, moved) => {
    const states = [...near];
    for (const { at, after } of moved) states[at] = after;
    return states;
  },
);

/** How each deal stood, by its number in the library; null where nothing was known of it. */
export const statesOn = (library: Library, day: string): readonly (Outline | null)[] => STATES.on(library, day);

const NUMBERS = new WeakMap<Library, ReadonlyMap<Deal, number>>();
/** The number of each deal in the library. */
export function numbersOf(library: Library): ReadonlyMap<Deal, number> {
  const known = NUMBERS.get(library) ?? new Map(library.knowledge.deals.map((deal, at) => [deal, at]));
  NUMBERS.set(library, known);
  return known;
}
