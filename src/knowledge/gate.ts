/**
 * Whether a pattern may be in a text, told by the words that it needs. A pattern is compiled to a few thousand bytes of
 * code: to run thousands of them over every question takes longer than all else.
 */
import { type AnyOf, neededBy, SHORTEST_WORD } from "./needed-words.ts";

export class Gate {
  readonly #source: string;
  #tried = 0;
  #needs: Needs | null = null;

  constructor({ source }: Pick<RegExp, "source">) {
    this.#source = source;
  }

  /** False where the pattern is surely not in the text. */
  mayBeIn(text: string): boolean {
    if (this.#needs === null) {
      if (++this.#tried < WORTH_READING) return true;
      this.#needs = toNeeds(neededBy(this.#source));
    }
    if (this.#needs.length === 0) return true;
    const letters = lettersOf(text);
    return letters === null || has(letters, this.#needs);
  }
}

/** What a pattern needs is read after so many texts: whoever asks but one question does not wait for it. */
const WORTH_READING = 16;

/** Which rows of three characters a text has, each as one bit of so many: what is not there is surely not in the text. */
type Letters = Uint32Array;
const BITS = 4096;
const bitOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % BITS;

/** Of each group first the number of its words, and then of each word three bits. */
type Needs = Uint16Array;

function toNeeds(groups: readonly AnyOf[]): Needs {
  return Uint16Array.from(
    groups.flatMap((words) => [
      words.length,
      // The beginning, the middle and the end of a word tell it well enough.
      ...words.flatMap((word) => {
        const last = word.length - SHORTEST_WORD;
        return [0, last >> 1, last].map((at) => bitOf(word, at));
      }),
    ]),
  );
}

function has(letters: Letters, needs: Needs): boolean {
  let at = 0;
  while (at < needs.length) {
    const end = at + 1 + 3 * (needs[at] ?? 0);
    let any = false;
    for (let word = at + 1; word < end && !any; word += 3)
      any = isIn(letters, needs[word]) && isIn(letters, needs[word + 1]) && isIn(letters, needs[word + 2]);
    if (!any) return false;
    at = end;
  }
  return true;
}
const isIn = (letters: Letters, bit = 0): boolean => (((letters[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;

/** Short texts are as soon tried, and longer ones are no questions. */
const [SHORTEST_TEXT, LONGEST_TEXT] = [8, 1_000];
/** To look through a text takes as long as to try so many patterns. */
const WORTH_A_LOOK = 4;
/** A question is put in other words on the way: so many texts are at hand. */
const AT_HAND = 8;

type Seen = { text: string; asked: number; letters: Letters };
const seen: readonly Seen[] = Array.from({ length: AT_HAND }, () => ({
  text: "",
  asked: 0,
  letters: new Uint32Array(BITS / 32),
}));
let [last, oldest] = [0, 0];

/** Null where the text is not worth a look. */
function lettersOf(text: string): Letters | null {
  if (text.length < SHORTEST_TEXT || text.length > LONGEST_TEXT) return null;
  let known = seen[last];
  if (known?.text !== text) {
    last = seen.findIndex((one) => one.text === text);
    if (last === -1) {
      last = oldest;
      oldest = (oldest + 1) % AT_HAND;
    }
    known = seen[last];
  }
  if (known === undefined) return null;
  if (known.text !== text) {
    known.text = text;
    known.asked = 0;
  }
  known.asked++;
  if (known.asked < WORTH_A_LOOK) return null;
  if (known.asked === WORTH_A_LOOK) fill(known.letters, text.toLowerCase());
  return known.letters;
}

function fill(letters: Letters, text: string): void {
  letters.fill(0);
  for (let at = 0; at + SHORTEST_WORD <= text.length; at++) {
    const bit = bitOf(text, at);
    letters[bit >>> 5] = (letters[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}
