/**
 * The words of thousands of short texts. Each word is kept once and stands in every text by its number, in one array for
 * all: a set of strings a text would take many times the memory, and as long again to fill.
 */
import { sensesOf } from "./synonyms.ts";
import { isStop, root, wordsIn } from "./words.ts";

export type WordSet = Iterable<string> & { has(word: string): boolean };
/** `exact` has the roots of the words that carry meaning, `senses` what they may mean. */
export type Words = { exact: WordSet; senses: WordSet };

/** "Meta's own bonds" tells of nobody who owns something. */
const POSSESSIVE = /(?<=['’]s |\b(?:its|their|his|her|our|my) )own\b/gi;

const FIRST_ROOM = 1 << 16;

export class WordSets {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  /** By the number of a root. */
  readonly #senses = new Map<number, readonly number[]>();
  /** Roots by words as they are written, so that none is stemmed twice; null for words without meaning. */
  #roots = new Map<string, number | null>();
  #room = new Uint32Array(FIRST_ROOM);
  #taken = 0;

  add(text: string): Words {
    const [exact, senses] = [new Set<number>(), new Set<number>()];
    for (const word of wordsIn(text.replace(POSSESSIVE, " "))) {
      let number = this.#roots.get(word);
      if (number === undefined) {
        number = isStop(word) ? null : this.#numberOfRoot(root(word));
        this.#roots.set(word, number);
      }
      if (number === null || exact.has(number)) continue;
      exact.add(number);
      for (const sense of this.#senses.get(number) ?? []) senses.add(sense);
    }
    return { exact: this.#keep(exact), senses: this.#keep(senses) };
  }

  /** No more texts will come: lets go of what only `add` needs. */
  close(): void {
    this.#roots = new Map();
    this.#room = this.#room.slice(0, this.#taken);
  }

  has(word: string, from: number, until: number): boolean {
    const number = this.#numbers.get(word);
    if (number === undefined) return false;
    for (let at = from; at < until; at++) if (this.#room[at] === number) return true;
    return false;
  }

  *between(from: number, until: number): Generator<string> {
    for (let at = from; at < until; at++) yield this.#names[this.#room[at] ?? 0] ?? "";
  }

  #numberOfRoot(name: string): number {
    const number = this.#number(name);
    if (!this.#senses.has(number)) {
      const senses = sensesOf(name);
      if (senses.length > 0)
        this.#senses.set(
          number,
          senses.map((sense) => this.#number(sense)),
        );
    }
    return number;
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #keep(numbers: ReadonlySet<number>): WordSet {
    const from = this.#taken;
    if (from + numbers.size > this.#room.length) {
      const larger = new Uint32Array(this.#room.length * 2 + numbers.size);
      larger.set(this.#room);
      this.#room = larger;
    }
    for (const number of numbers) this.#room[this.#taken++] = number;
    return new Slice(this, from, this.#taken);
  }
}

class Slice implements WordSet {
  readonly #sets: WordSets;
  readonly #from: number;
  readonly #until: number;
  constructor(sets: WordSets, from: number, until: number) {
    this.#sets = sets;
    this.#from = from;
    this.#until = until;
  }
  has(word: string): boolean {
    return this.#sets.has(word, this.#from, this.#until);
  }
  [Symbol.iterator](): Iterator<string> {
    return this.#sets.between(this.#from, this.#until);
  }
}
