import type { Figure, Point } from "../schema.ts";
import type { Cell, Row } from "./rows.ts";

type Cite = (ids: readonly string[] | undefined) => string;

/** What a figure of a deal and a point of a metric have in common. */
export const amountCells = (figure: Figure | Point, cite: Cite): Record<string, Cell> => ({
  of: figure.of,
  label: figure.label,
  low: figure.low,
  high: figure.high,
  unit: figure.unit,
  qualifier: figure.qualifier,
  per: figure.per ?? null,
  counted: figure.counted ?? null,
  basis: figure.basis ?? null,
  term: figure.term ?? null,
  printed: figure.printed ?? null,
  confidence: figure.confidence,
  preferred_because: figure.preferred_because ?? null,
  note: figure.note ?? null,
  sources: cite(figure.sources),
});

/** What other sources give in its place. */
export const versionRows = (of: string, figure: Figure | Point, cite: Cite): Row[] =>
  (figure.disputes ?? []).map(({ low, high, unit, qualifier, says, sources }, index) => ({
    id: `${of}/version-${index + 1}`,
    of,
    low,
    high,
    unit,
    qualifier,
    says,
    sources: cite(sources),
  }));
