/** What a text must have for a pattern to be in it. */

/** Rows of fewer characters tell too little. */
export const SHORTEST_WORD = 3;

/** One of these, in small letters. */
export type AnyOf = readonly string[];

/** Any match stands in a text that has one of each of these; none where nothing can be told. */
export const neededBy = (source: string): readonly AnyOf[] => new Reader(source).all();

/** More words than these tell nothing. */
const MOST = 200;
/** Characters that stand for themselves whatever the flags. */
const PLAIN: ReadonlySet<string> = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ");

/** Reads a pattern from left to right. What it does not know it takes for something that needs nothing. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the end of the pattern or of the group: of one sequence all that it needs, of several one word of any. */
  all(): readonly AnyOf[] {
    const sequences = [this.#sequence()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      sequences.push(this.#sequence());
    }
    const [first = [], ...more] = sequences;
    if (more.length === 0) return first;
    const words = new Set<string>();
    for (const needed of sequences) {
      const best = mostTelling(needed);
      if (best === null) return [];
      for (const word of best) words.add(word);
    }
    return words.size > MOST ? [] : [[...words]];
  }

  #sequence(): AnyOf[] {
    const needed: AnyOf[] = [];
    let row = "";
    const end = () => {
      if (row.length >= SHORTEST_WORD) needed.push([row]);
      row = "";
    };
    for (;;) {
      const char = this.#source[this.#at];
      if (char === undefined || char === "|" || char === ")") break;
      if (char === "^" || char === "$") {
        this.#at++;
        continue;
      }
      if (char === "\\" && (this.#source[this.#at + 1] ?? "").toLowerCase() === "b") {
        this.#at += 2;
        continue;
      }
      if (PLAIN.has(char)) {
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
      if (this.#times() !== "perhaps") needed.push(...words);
    }
    end();
    return needed;
  }

  /** A group, a class of characters, an escape or a sign. */
  #atom(char: string): readonly AnyOf[] {
    if (char === "(") return this.#group();
    if (char === "[") {
      this.#at++;
      while (this.#at < this.#source.length && this.#source[this.#at] !== "]")
        this.#at += this.#source[this.#at] === "\\" ? 2 : 1;
      this.#at++;
      return [];
    }
    if (char === "\\") {
      const [written = "\\"] = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|\d+|.)/i.exec(
        this.#source.slice(this.#at, this.#at + LONGEST_ESCAPE),
      ) ?? ["\\"];
      this.#at += written.length;
      return [];
    }
    this.#at++;
    return [];
  }

  #group(): readonly AnyOf[] {
    const [open = "("] =
      this.#source[this.#at + 1] !== "?"
        ? ["("]
        : (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/i.exec(this.#source.slice(this.#at)) ?? ["("]);
    this.#at += open.length;
    const words = this.all();
    this.#at++;
    return open === "(?!" || open === "(?<!" ? [] : words;
  }

  /** How often what was read last stands there. */
  #times(): "once" | "more" | "perhaps" {
    if (!SIGNS.has(this.#source[this.#at] ?? "")) return "once";
    const [sign = ""] = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.#source.slice(this.#at, this.#at + LONGEST_SIGN)) ?? [
      "",
    ];
    if (sign === "") return "once";
    this.#at += sign.length;
    if (this.#source[this.#at] === "?") this.#at++;
    return sign === "*" || sign === "?" || /^\{0/.test(sign) ? "perhaps" : "more";
  }
}
const SIGNS: ReadonlySet<string> = new Set("*+?{");
const [LONGEST_ESCAPE, LONGEST_SIGN] = [40, 12];

/** Few words, and long ones, tell the most. */
function mostTelling(needed: readonly AnyOf[]): AnyOf | null {
  let best: { words: AnyOf; tells: number } | null = null;
  for (const words of needed) {
    const shortest = words.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
    const tells = shortest / words.length;
    if (best === null || tells > best.tells) best = { words, tells };
  }
  return best?.words ?? null;
}
