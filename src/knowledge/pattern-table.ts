/** Tables of patterns, of which only those are tried that the letters of a text leave open. */
import { type Letters, lettersOf, mayHave } from "./needed-letters.ts";

/** What is looked up in it, with the pattern by which a text says it. */
export type PatternTable<Row> = {
  /** The rows whose pattern may be in the text, in their order: each is still to be tried. */
  open(text: string): readonly Row[];
  /** The first whose pattern is in the text. */
  first(text: string): Row | undefined;
};

type Gated<Row> = { row: Row; may(letters: Letters): boolean };

/** The needs of the patterns are worked out when the table is first used. */
function gating<Row>(rows: readonly Row[], patternOf: (row: Row) => RegExp): () => readonly Gated<Row>[] {
  let gated: readonly Gated<Row>[] | undefined;
  return () => {
    gated ??= rows.map((row) => ({ row, may: mayHave(patternOf(row)) }));
    return gated;
  };
}

/** `patternOf`: a pattern without the flag "g", where `first` is asked. */
export function patternTable<Row>(rows: readonly Row[], patternOf: (row: Row) => RegExp): PatternTable<Row> {
  const gated = gating(rows, patternOf);
  const open = (text: string): readonly Row[] => {
    const letters = lettersOf(text);
    const out: Row[] = [];
    for (const { row, may } of gated()) if (may(letters)) out.push(row);
    return out;
  };
  return { open, first: (text) => open(text).find((row) => patternOf(row).test(text)) };
}

/** The same of bare patterns: whether any of them is in a text. */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const table = patternTable(patterns, (pattern) => pattern);
  return (text) => table.first(text) !== undefined;
}

/** What people say, each put as it stands beside it, one after the other; texts without such words come back as they are. */
export function puttingInstead(table: readonly (readonly [said: RegExp, put: string])[]): (text: string) => string {
  const gated = gating(table, ([said]) => said);
  return (text) => {
    let plain = text;
    let letters = lettersOf(plain);
    for (const { row, may } of gated()) {
      if (!may(letters)) continue;
      const next = plain.replace(row[0], row[1]);
      if (next === plain) continue;
      plain = next;
      letters = lettersOf(plain);
    }
    return plain;
  };
}
