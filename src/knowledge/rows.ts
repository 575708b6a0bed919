/** Lines that may be added up, with their numbers in columns: a sum of thousands reads no deal. */
import type { Figure } from "../../knowledge/schema.ts";
import type { Line } from "./amounts.ts";

/** The largest line first, equal ones by the names of their deals. `at`: the number of the deal in the library. */
export type Rows = {
  lines: readonly Line[];
  at: Int32Array;
  low: Float64Array;
  high: Float64Array;
  /** A bit for the qualifier. */
  said: Uint8Array;
};
export type Numbered = { line: Line; at: number };

const upperOf = ({ low, high }: Pick<Line, "low" | "high">): number => high ?? low ?? 0;

/** `places`: of the deals by name. */
export function toRows(entries: readonly Numbered[], places: Int32Array): Rows {
  const rows = empty(entries.length);
  for (const [index, { line, at }] of entries.entries()) {
    rows.at[index] = at;
    rows.low[index] = line.low ?? 0;
    rows.high[index] = upperOf(line);
    rows.said[index] = BITS[line.qualifier];
  }
  const order = Uint32Array.from(entries.keys()).sort((a, b) => {
    const gap = (rows.high[b] ?? 0) - (rows.high[a] ?? 0);
    return gap || (places[rows.at[a] ?? 0] ?? 0) - (places[rows.at[b] ?? 0] ?? 0) || a - b;
  });
  return rowsAt({ ...rows, lines: entries.map(({ line }) => line) }, order);
}

/** Without the deals that are gone, by their numbers, and with others. */
export function withRows(rows: Rows, gone: Uint8Array | null, come: Rows, places: Int32Array): Rows {
  const out = empty(rows.lines.length + come.lines.length);
  const lines: Line[] = [];
  let next = 0;
  const copy = (from: Rows, index: number) => {
    const size = lines.length;
    out.at[size] = from.at[index] ?? 0;
    out.low[size] = from.low[index] ?? 0;
    out.high[size] = from.high[index] ?? 0;
    out.said[size] = from.said[index] ?? 0;
    lines.push(from.lines[index] as Line);
  };
  const isBefore = (index: number): boolean => {
    const gap = (come.high[next] ?? 0) - (rows.high[index] ?? 0);
    return gap > 0 || (gap === 0 && (places[come.at[next] ?? 0] ?? 0) < (places[rows.at[index] ?? 0] ?? 0));
  };
  for (let index = 0; index < rows.lines.length; index++) {
    if (gone?.[rows.at[index] ?? 0]) continue;
    while (next < come.lines.length && isBefore(index)) copy(come, next++);
    copy(rows, index);
  }
  while (next < come.lines.length) copy(come, next++);
  const size = lines.length;
  return {
    lines,
    at: out.at.subarray(0, size),
    low: out.low.subarray(0, size),
    high: out.high.subarray(0, size),
    said: out.said.subarray(0, size),
  };
}

/** Rows parted by a number, each part with its rows in their order. */
export function partedRows(rows: Rows, partOf: (at: number, line: Line) => number): Map<number, Rows> {
  const places = new Map<number, number[]>();
  for (let index = 0; index < rows.lines.length; index++) {
    const part = partOf(rows.at[index] ?? 0, rows.lines[index] as Line);
    const own = places.get(part);
    if (own) own.push(index);
    else places.set(part, [index]);
  }
  return new Map([...places].map(([part, own]) => [part, rowsAt(rows, own)]));
}

/** The rows at these places, in their order. */
function rowsAt(rows: Rows, places: ArrayLike<number>): Rows {
  const part = { ...empty(places.length), lines: new Array<Line>(places.length) };
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    part.lines[index] = rows.lines[place] as Line;
    part.at[index] = rows.at[place] ?? 0;
    part.low[index] = rows.low[place] ?? 0;
    part.high[index] = rows.high[place] ?? 0;
    part.said[index] = rows.said[place] ?? 0;
  }
  return part;
}

const empty = (size: number) => ({
  at: new Int32Array(size),
  low: new Float64Array(size),
  high: new Float64Array(size),
  said: new Uint8Array(size),
});
export const NO_ROWS: Rows = { ...empty(0), lines: [] };

const BITS: Record<Figure["qualifier"], number> = { exact: 1, about: 2, "up-to": 4, "at-least": 8 };

/** Whether any line is of one of these deals, each 1 by its number. */
export function hasAny({ at }: Rows, deals: Uint8Array): boolean {
  for (const one of at) if (deals[one]) return true;
  return false;
}

/** Below this a set is made sooner than a mark for every deal. */
const FEW = 500;
/** How many deals the lines are of, of a library of `deals`. */
export function dealsIn({ at }: Rows, deals: number): number {
  if (at.length < FEW) return new Set(at).size;
  const counted = new Uint8Array(deals);
  let count = 0;
  for (const one of at) {
    if (counted[one] === 0) count++;
    counted[one] = 1;
  }
  return count;
}

export type Sum = Pick<Figure, "low" | "high" | "unit" | "qualifier">;

/**
 * The sum of lines of one kind and currency. Ceilings alone stay “up to”, minimums “at least”; where both meet, or a
 * range, it runs from what is certain of each to what each may reach. Null where there are none.
 */
export function sumOf({ lines, low: lows, high: highs, said: bits }: Rows): Sum | null {
  let [low, high, said] = [0, 0, 0];
  for (let index = 0; index < lines.length; index++) {
    low += lows[index] ?? 0;
    high += highs[index] ?? 0;
    said |= bits[index] ?? 0;
  }
  return lines[0] ? toSum(low, high, said, lines[0].unit) : null;
}

/** The same of lines in any order. */
export function sumOfLines(lines: readonly Line[]): Sum | null {
  let [low, high, said] = [0, 0, 0];
  for (const line of lines) {
    low += line.low ?? 0;
    high += upperOf(line);
    said |= BITS[line.qualifier];
  }
  return lines[0] ? toSum(low, high, said, lines[0].unit) : null;
}

function toSum(lowSum: number, highSum: number, said: number, unit: Figure["unit"]): Sum {
  const [low, high] = [clean(lowSum), clean(highSum)];
  const [ceiling, floor] = [(said & BITS["up-to"]) > 0, (said & BITS["at-least"]) > 0];
  if (ceiling && !floor) return { low: null, high, unit, qualifier: "up-to" };
  if (floor && !ceiling) return { low, high: null, unit, qualifier: "at-least" };
  return { low, high, unit, qualifier: said === BITS.exact ? "exact" : "about" };
}

const clean = (value: number): number => Number(value.toPrecision(12));
