/**
 * What a text must have for a pattern to be in it, so that of a table of patterns only those are tried that may fit. Each
 * pattern is compiled to a few thousand bytes: to run hundreds of them over every question takes longer than anything else.
 */
import { perText } from "./per-text.ts";

/** Which rows of three characters a text has, each as one bit of so many: what is not there is surely not in the text. */
export type Letters = Uint32Array;
const BITS = 4096;
const ROW = 3;

const bitOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % BITS;
const has = (letters: Letters, bit: number): boolean => (((letters[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;

export const lettersOf = perText((given): Letters => {
  const text = given.toLowerCase();
  const letters = new Uint32Array(BITS / 32);
  for (let at = 0; at + ROW <= text.length; at++) {
    const bit = bitOf(text, at);
    letters[bit >>> 5] = (letters[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return letters;
}, 32);

/** Whether a text with these letters may have a match of the pattern; true where nothing can be said. */
export function mayHave(pattern: RegExp): (letters: Letters) => boolean {
  const needed = neededBy(pattern.source);
  if (needed === null) return () => true;
  // The beginning, the middle and the end of a word tell it well enough.
  const bits = needed.map((word) => {
    const last = word.length - ROW;
    return [...new Set([0, last >> 1, last])].map((at) => bitOf(word, at));
  });
  return (letters) => bits.some((all) => all.every((bit) => has(letters, bit)));
}

/** Any match stands in a text that has at least one of these, in small letters; null where no such words can be told. */
export const neededBy = (source: string): readonly string[] | null => new Reader(source).alternatives();

/** More words than these take as long to look for as the pattern itself. */
const MOST = 24;
/** Characters that stand for themselves whatever the flags. */
const PLAIN = /^[a-z0-9 ]$/i;

/** Reads a pattern from left to right. What it does not know it takes for something that needs nothing. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the end of the pattern or of the group. */
  alternatives(): readonly string[] | null {
    const all: (readonly string[] | null)[] = [this.#sequence()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      all.push(this.#sequence());
    }
    const words = new Set(all.flatMap((one) => one ?? []));
    return all.some((one) => one === null) || words.size > MOST ? null : [...words];
  }

  #sequence(): readonly string[] | null {
    let best: readonly string[] | null = null;
    let row = "";
    const consider = (words: readonly string[] | null) => {
      if (words !== null && (best === null || tells(words) > tells(best))) best = words;
    };
    const end = () => {
      if (row.length >= ROW) consider([row]);
      row = "";
    };
    for (;;) {
      const char = this.#source[this.#at];
      if (char === undefined || char === "|" || char === ")") break;
      if (char === "^" || char === "$") {
        this.#at++;
        continue;
      }
      if (char === "\\" && /[bB]/.test(this.#source[this.#at + 1] ?? "")) {
        this.#at += 2;
        continue;
      }
      if (PLAIN.test(char)) {
        this.#at++;
        const times = this.#times();
        if (times === "once") row += char.toLowerCase();
        else {
          if (times === "more") row += char.toLowerCase();
          end();
        }
        continue;
      }
      end();
      const words = this.#atom(char);
      if (this.#times() !== "perhaps") consider(words);
    }
    end();
    return best;
  }

  /** A group, a class of characters, an escape or a sign. */
  #atom(char: string): readonly string[] | null {
    if (char === "(") return this.#group();
    if (char === "[") {
      this.#at++;
      while (this.#at < this.#source.length && this.#source[this.#at] !== "]")
        this.#at += this.#source[this.#at] === "\\" ? 2 : 1;
      this.#at++;
      return null;
    }
    if (char === "\\") {
      const [written = "\\"] = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|\d+|.)/i.exec(
        this.#source.slice(this.#at, this.#at + LONGEST_ESCAPE),
      ) ?? ["\\"];
      this.#at += written.length;
      return null;
    }
    this.#at++;
    return null;
  }

  #group(): readonly string[] | null {
    const [open = "("] = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/i.exec(this.#source.slice(this.#at)) ?? ["("];
    this.#at += open.length;
    const words = this.alternatives();
    this.#at++;
    return open === "(?!" || open === "(?<!" ? null : words;
  }

  /** How often what was read last stands there. */
  #times(): "once" | "more" | "perhaps" {
    const [sign = ""] = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.#source.slice(this.#at, this.#at + LONGEST_SIGN)) ?? [
      "",
    ];
    if (sign === "") return "once";
    this.#at += sign.length;
    if (this.#source[this.#at] === "?") this.#at++;
    return sign === "*" || sign === "?" || /^\{0/.test(sign) ? "perhaps" : "more";
  }
}
const [LONGEST_ESCAPE, LONGEST_SIGN] = [40, 12];

/** Few words, and long ones, tell the most. */
const tells = (words: readonly string[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map((word) => word.length)) / words.length;
