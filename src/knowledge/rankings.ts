/** All deals known on a day in an order, by their numbers: numbers are compared, and names only where those are equal. */
import type { Outline } from "./as-of.ts";
import { ByDay, type Moved } from "./days.ts";
import type { Library } from "./library.ts";
import { alphabetKey, byCode } from "./order.ts";

type Ranking = { numbers: Int32Array /** What each is ordered by, least first. */; keys: Float64Array };

/** Deals with the least key first, equal ones by name. */
export class DealOrder {
  readonly #rankings: ByDay<Ranking>;
  readonly #keyOf: (state: Outline) => number;

  constructor(keyOf: (state: Outline) => number) {
    this.#keyOf = keyOf;
    this.#rankings = new ByDay(
      (library, states) => this.#ranked(library, states),
      (library, near, moved) => this.#moved(library, near, moved),
    );
  }

  /** The numbers of the deals in the library. */
  on(library: Library, day: string): Int32Array {
    return this.#rankings.on(library, day).numbers;
  }

  #ranked(library: Library, states: readonly (Outline | null)[]): Ranking {
    const keys = new Float64Array(states.length);
    const numbers: number[] = [];
    for (const [at, state] of states.entries()) {
      if (!state) continue;
      keys[at] = this.#keyOf(state);
      numbers.push(at);
    }
    const names = namePlaces(library);
    numbers.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (names[a] ?? 0) - (names[b] ?? 0));
    return { numbers: Int32Array.from(numbers), keys };
  }

  #moved(library: Library, near: Ranking, moved: readonly Moved[]): Ranking {
    const keys = near.keys.slice();
    const gone = new Uint8Array(keys.length);
    const come: number[] = [];
    for (const { at, after } of moved) {
      gone[at] = 1;
      if (!after) continue;
      keys[at] = this.#keyOf(after);
      come.push(at);
    }
    const names = namePlaces(library);
    const before = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || (names[a] ?? 0) - (names[b] ?? 0);
    come.sort(before);
    const numbers = new Int32Array(near.numbers.length + come.length);
    let [size, next] = [0, 0];
    for (const at of near.numbers) {
      if (gone[at]) continue;
      for (; next < come.length && before(come[next] ?? 0, at) < 0; next++) numbers[size++] = come[next] ?? 0;
      numbers[size++] = at;
    }
    for (; next < come.length; next++) numbers[size++] = come[next] ?? 0;
    return { numbers: numbers.subarray(0, size), keys };
  }
}

const PLACES = new WeakMap<Library, Int32Array>();
/** The place of each deal among all by name, by its number. */
export function namePlaces(library: Library): Int32Array {
  const known = PLACES.get(library);
  if (known) return known;
  const named = library.knowledge.deals.map(({ name }, at) => ({ at, key: alphabetKey(name) }));
  named.sort((a, b) => byCode(a.key, b.key) || a.at - b.at);
  const places = new Int32Array(named.length);
  for (const [place, { at }] of named.entries()) places[at] = place;
  PLACES.set(library, places);
  return places;
}

/** A date as exact as it is known as a number that keeps the order of dates: a month stands before its days. */
export const dateKey = (date: string): number => Number(date.replaceAll("-", "").padEnd(8, "0"));
