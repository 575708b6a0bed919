/** Tables of patterns, of which only those are tried that the words of a text leave open. */
import { Gate } from "./gate.ts";
import type { Pattern } from "./gated.ts";

/** What is looked up in it, with the pattern by which a text says it. */
export type PatternTable<Row> = {
  /** The rows whose pattern may be in the text, in their order: each is still to be tried. */
  open(text: string): readonly Row[];
  /** The first whose pattern is in the text. */
  first(text: string): Row | undefined;
};

type WithGate<Row> = { row: Row; pattern: Pattern; gate: Gate };
const withGates = <Row>(rows: readonly Row[], patternOf: (row: Row) => Pattern): readonly WithGate<Row>[] =>
  rows.map((row) => ({ row, pattern: patternOf(row), gate: new Gate(patternOf(row)) }));

/** `patternOf`: a pattern without the flag "g", where `first` is asked. */
export function patternTable<Row>(rows: readonly Row[], patternOf: (row: Row) => Pattern): PatternTable<Row> {
  const table = withGates(rows, patternOf);
  return {
    open(text) {
      const out: Row[] = [];
      for (const { row, gate } of table) if (gate.mayBeIn(text)) out.push(row);
      return out;
    },
    first(text) {
      for (const { row, pattern, gate } of table) if (gate.mayBeIn(text) && pattern.test(text)) return row;
      return undefined;
    },
  };
}

/** The same of bare patterns: whether any of them is in a text. */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const table = patternTable(patterns, (pattern) => pattern);
  return (text) => table.first(text) !== undefined;
}

/** What people say, each put as it stands beside it, one after the other; texts without such words come back as they are. */
export function puttingInstead(table: readonly (readonly [said: RegExp, put: string])[]): (text: string) => string {
  const rows = withGates(table, ([said]) => said);
  return (text) => {
    let plain = text;
    for (const { row, pattern, gate } of rows) if (gate.mayBeIn(plain)) plain = plain.replace(pattern, row[1]);
    return plain;
  };
}
