/**
 * The value of a YAML file that keeps to the forms that nearly all files here are written in: block maps and lists, plain
 * and quoted words, no anchors, no tags. Ten times as fast as the library, which takes seconds for ten thousand files. Null
 * wherever anything else occurs, and wherever anything looks wrong: the library then reads the file, and says why.
 */
export function parsePlain(text: string): { value: unknown } | null {
  try {
    const lines = toLines(text);
    if (lines.length === 0) return null;
    const reader = new Reader(lines);
    const value = reader.block(0);
    return reader.isDone() ? { value } : null;
  } catch (error) {
    if (error instanceof Unusual) return null;
    throw error;
  }
}

class Unusual extends Error {}
function unusual(): never {
  throw UNUSUAL;
}
// One for all: a stack would take longer than the file.
const UNUSUAL = new Unusual();

/** `afterGap`: an empty line or a comment stands before it, which ends whatever went on over several lines. */
type Line = { indent: number; content: string; afterGap: boolean };

// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in YAML as it is
const STRANGE = /[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]| $/m;

function toLines(text: string): Line[] {
  if (STRANGE.test(text)) unusual();
  const out: Line[] = [];
  let afterGap = false;
  for (const line of text.split("\n")) {
    let indent = 0;
    while (line.charCodeAt(indent) === SPACE) indent++;
    if (indent === line.length || line.charCodeAt(indent) === HASH) {
      // Further in it may be no comment, but part of a text.
      if (indent > 0) unusual();
      afterGap = true;
      continue;
    }
    if (indent === 0 && /^(?:---|\.\.\.|%)/.test(line)) unusual();
    out.push({ indent, content: indent === 0 ? line : line.slice(indent), afterGap });
    afterGap = false;
  }
  return out;
}
const [SPACE, HASH, DASH] = [0x20, 0x23, 0x2d];

/** A plain key; what begins like a number, a quote or a sign is left to the library. */
const KEY = /^([A-Za-z_][\w-]*):(?: (\S.*))?$/;

class Reader {
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  isDone(): boolean {
    return this.#at === this.#lines.length;
  }

  block(indent: number): unknown {
    const line = this.#lines[this.#at];
    if (!line || line.indent !== indent) unusual();
    return isItem(line.content) ? this.#list(indent) : this.#map(indent);
  }

  #list(indent: number): unknown[] {
    const out: unknown[] = [];
    for (let line = this.#lines[this.#at]; line && line.indent === indent && isItem(line.content); ) {
      const rest = line.content.slice(2);
      if (rest === "" || rest.startsWith(" ")) unusual();
      if (isItem(rest) || KEY.test(rest)) {
        // The item is a block of its own that begins behind the dash.
        this.#lines[this.#at] = { indent: indent + 2, content: rest, afterGap: line.afterGap };
        out.push(this.block(indent + 2));
      } else {
        this.#at++;
        out.push(this.#scalar(rest, indent));
      }
      line = this.#lines[this.#at];
      if (line && line.indent > indent) unusual();
    }
    return out;
  }

  #map(indent: number): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (let line = this.#lines[this.#at]; line && line.indent === indent; ) {
      const [, key, rest] = KEY.exec(line.content) ?? unusual();
      if (key === undefined || key in out || /^null$/i.test(key)) unusual();
      this.#at++;
      out[key] = rest === undefined ? this.#below(indent) : this.#scalar(rest, indent);
      line = this.#lines[this.#at];
      if (line && line.indent > indent) unusual();
    }
    return out;
  }

  /** What stands under a key: a list may begin at the key's own column. */
  #below(indent: number): unknown {
    const line = this.#lines[this.#at];
    if (line?.content === "[" && line.indent > indent) return this.#rows(line.indent);
    if (line && (line.indent > indent || (line.indent === indent && isItem(line.content))))
      return this.block(line.indent);
    return null;
  }

  #scalar(first: string, indent: number): unknown {
    if (first === "{}") return this.#whole({}, indent);
    if (first === ">-") return this.#folded(indent);
    if (first.startsWith("[")) return this.#whole(row(first), indent);
    if (first.startsWith('"')) return this.#whole(quoted(first), indent);
    if (first.startsWith("'")) return this.#whole(singleQuoted(first), indent);
    let text = plain(first);
    for (let line = this.#lines[this.#at]; line && line.indent > indent; line = this.#lines[++this.#at]) {
      if (line.afterGap || isItem(line.content)) unusual();
      text += ` ${plain(line.content)}`;
    }
    return scalarOf(text);
  }

  /** A list in brackets, over several lines. */
  #rows(indent: number): unknown[] {
    const rows: string[] = [];
    for (let line = this.#lines[++this.#at]; line && line.indent > indent; line = this.#lines[++this.#at]) {
      if (line.afterGap || !line.content.endsWith(",")) unusual();
      rows.push(line.content);
    }
    const end = this.#lines[this.#at++];
    if (end?.indent !== indent || end.content !== "]" || end.afterGap || rows.length === 0) unusual();
    return this.#whole(row(`[${rows.join(" ").slice(0, -1)}]`), indent);
  }

  /** Lines of one text, all of them as far in. */
  #folded(indent: number): string {
    const texts: string[] = [];
    const within = this.#lines[this.#at]?.indent ?? 0;
    if (within <= indent) unusual();
    for (let line = this.#lines[this.#at]; line && line.indent > indent; line = this.#lines[++this.#at]) {
      if (line.indent !== within || line.afterGap) unusual();
      texts.push(line.content);
    }
    return texts.join(" ");
  }

  /** Nothing may go on behind it. */
  #whole<T>(value: T, indent: number): T {
    const line = this.#lines[this.#at];
    if (line && line.indent > indent) unusual();
    return value;
  }
}

/** "[a, b]": words alone. */
function row(text: string): unknown[] {
  if (text === "[]") return [];
  const [, inside] = /^\[(.+)\]$/.exec(text) ?? unusual();
  const out: unknown[] = [];
  const ITEM = /("(?:[^"\\]|\\.)*"|[^,[\]{}"'][^,[\]{}]*)(?:, |$)/y;
  while (ITEM.lastIndex < (inside?.length ?? 0)) {
    const [, item = ""] = ITEM.exec(inside ?? "") ?? unusual();
    if (item !== item.trim()) unusual();
    out.push(item.startsWith('"') ? quoted(item) : scalarOf(plain(item)));
  }
  return (inside ?? "").endsWith(", ") ? unusual() : out;
}

const isItem = (content: string): boolean =>
  content.charCodeAt(0) === DASH && (content.length === 1 || content.charCodeAt(1) === SPACE);

/** In YAML each of these means something where a word begins, or within it. */
const MEANS_MORE = /^[-?:,[\]{}#&*!|>'"%@`](?![\w.])|^[?:,[\]{}#&*!|>'"%@`]|: | #|:$/;
function plain(text: string): string {
  if (MEANS_MORE.test(text)) unusual();
  return text;
}

function quoted(text: string): string {
  // Escapes beyond those of JSON, and what goes on in the next line, are the library's.
  if (!/^"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"$/.test(text)) unusual();
  return JSON.parse(text) as string;
}

function singleQuoted(text: string): string {
  if (!/^'(?:[^']|'')*'$/.test(text)) unusual();
  return text.slice(1, -1).replaceAll("''", "'");
}

const WORDS: readonly (readonly [string, unknown])[] = [
  ...["null", "Null", "NULL", "~"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
];

/**
 * Values of short words met before: files repeat their ids, dates and kinds. Equal words are then one string, which makes them
 * quick to hold against each other wherever they are compared later.
 */
const MET = new Map<string, unknown>(WORDS);
const SHORT = 32;
const MOST_MET = 50_000;

/** Of a plain word, by YAML's core schema. */
function scalarOf(text: string): unknown {
  if (text.length > SHORT) return readScalar(text);
  const met = MET.get(text);
  if (met !== undefined) return met;
  const value = readScalar(text);
  if (MET.size < MOST_MET) MET.set(text, value);
  return value;
}

function readScalar(text: string): unknown {
  if (!/^[-+.\d]/.test(text)) return text;
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  // Other bases, and what is no number.
  return /^(?:0[ox]|[-+]?\.(?:inf|nan))/i.test(text) ? unusual() : text;
}
