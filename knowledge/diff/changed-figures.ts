/** Which figures stand otherwise than before: between two days of one record, or two states of the knowledge. */
import type { FigureAmount } from "./change.ts";

export type Standing<F> = { figure: F; ended: boolean };
/** `before` is null where the figure is new, `after` where it no longer holds or no longer stands. */
export type ChangedFigure<F> = { id: string; before: F | null; after: F | null };

export function changedFigures<F extends FigureAmount>(
  old: ReadonlyMap<string, Standing<F>>,
  now: ReadonlyMap<string, Standing<F>>,
): ChangedFigure<F>[] {
  const changed: ChangedFigure<F>[] = [];
  for (const id of new Set([...now.keys(), ...old.keys()])) {
    const [before, after] = [holding(old.get(id)), holding(now.get(id))];
    if (before && after ? !sameAmount(before, after) : before !== after) changed.push({ id, before, after });
  }
  return changed;
}

const holding = <F>(standing: Standing<F> | undefined): F | null =>
  standing && !standing.ended ? standing.figure : null;

export const sameAmount = (a: FigureAmount, b: FigureAmount): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  a.unit === b.unit &&
  a.qualifier === b.qualifier &&
  a.per === b.per &&
  a.counted === b.counted;
