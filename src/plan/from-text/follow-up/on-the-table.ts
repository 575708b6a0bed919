/** The amounts that the last answers led with: which of them a question means by "that", "both" or "the two". */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { CalculationError } from "../../../calculator/calculation-error.ts";
import { type Dimension, same } from "../../../calculator/dimension.ts";
import { runWorksheet } from "../../../calculator/worksheet.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import type { Plan } from "../../plan.ts";
import type { Shown } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import type { SumLine } from "../sums/sum.ts";

/** With what it counts and how much it is. */
export type OnTable = Shown & { dimension: Dimension; size: number; range: { low: number; high: number } };

export function onTable({ library, asOf }: Reading, shown: Shown): OnTable | null {
  try {
    const line = runWorksheet(shown.lines, library, asOf).lines[shown.at - 1];
    return line
      ? { ...shown, dimension: line.amount.dimension, size: line.amount.range.mid, range: line.amount.range }
      : null;
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}

/** What stood side by side in the last answer. */
const SIDE_BY_SIDE: ReadonlySet<Plan["kind"]> = new Set(["compare", "compare-figures", "compare-metrics"]);

/** The last amounts of one unit, the latest first: those of the last answer where it set them side by side, else one of each. */
export function lastAlike(reading: Reading, most: number): OnTable[] {
  const { shown = [], plan } = reading.conversation;
  // What was worked out from others here is spoken of only where nothing else is.
  const worked = (one: Shown) => shown.flat().filter((other) => other !== one && isMadeOf(one, other)).length > 1;
  const own = shown.filter((turn) => most === 1 || !turn.some(worked));
  const [newest = [], ...older] = own.map((turn) => turn.flatMap((one) => onTable(reading, one) ?? []));
  const [first] = newest;
  if (!first) return [];
  const alike = (one: OnTable) => same(one.dimension, first.dimension);
  if (plan && SIDE_BY_SIDE.has(plan.kind) && newest.length > 1)
    return newest.every(alike) ? [...newest.slice(0, most).reverse(), ...otherAlike(newest, older, most)] : [];
  // How an amount changed ends with what it is now.
  if (plan?.kind === "show-metric" && plan.history && newest.length > 1 && newest.every(alike))
    return newest.slice(-most).reverse();
  const out: OnTable[] = [first];
  for (const turn of older) {
    const found = turn.find((one) => alike(one) && !out.some((other) => sameAmount(one, other)));
    if (found && out.length < most) out.push(found);
  }
  return out;
}

/** What stood side by side before and is of the same unit, where more are wanted than the last answer has. */
function otherAlike(newest: readonly OnTable[], older: readonly (readonly OnTable[])[], most: number): OnTable[] {
  const out: OnTable[] = [];
  for (const one of older.flat()) {
    const known = [...newest, ...out].some((other) => sameAmount(one, other));
    if (newest[0] && same(one.dimension, newest[0].dimension) && !known && newest.length + out.length < most)
      out.push(one);
  }
  return out;
}

/** The same amount, or the same in another unit of time. */
export const sameAmount = (a: OnTable, b: OnTable): boolean =>
  isAlike(a, b) ||
  (Math.abs(a.size - b.size) <= Math.abs(b.size) * 1e-9 && a.lines[0]?.expression === b.lines[0]?.expression);

const isAlike = (a: Shown, b: Shown): boolean =>
  a.at === b.at &&
  a.lines.length === b.lines.length &&
  a.lines.every(({ expression }, index) => expression === b.lines[index]?.expression);

const isMadeOf = (whole: Shown, part: Shown): boolean =>
  whole.lines.length > part.lines.length &&
  part.lines.every(({ expression }) =>
    whole.lines.some((line) => withoutEnd(line.expression) === withoutEnd(expression)),
  );

const withoutEnd = (expression: string): string => expression.replace(/\.(?:low|mid|high)\b/g, "");

/** The lines with every range at one of its ends. */
export function atEnd<T extends Shown>(one: T, end: "low" | "high"): T {
  const lines = one.lines.map(({ label, expression }) => ({
    label,
    expression: expression
      .replace(/@[a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z0-9]+(?:-[a-z0-9]+)*)?(?![\w.:-])/g, (record) => `${record}.${end}`)
      .replace(/(?<![\w.:-])(\d[\d.]*(?:e\d+)?)-(\d[\d.]*(?:e\d+)?)/g, end === "low" ? "$1" : "$2"),
  }));
  return { ...one, lines };
}

/** A share as it is read: 13%, and not 0.13. */
export const inPercent = (one: OnTable): OnTable => ({
  ...one,
  lines: one.lines.map((line, index) =>
    index === one.at - 1 ? { ...line, expression: `${line.expression} in %` } : line,
  ),
});

/** Lines of several amounts one behind the other, and where each of them is. */
export function joined(all: readonly Shown[]): { lines: SumLine[]; at: string[] } {
  const lines: SumLine[] = [];
  const at: string[] = [];
  for (const one of all) {
    const before = lines.length;
    lines.push(
      ...one.lines.map(({ label, expression }, index) => ({
        label: index === one.at - 1 ? one.label : label,
        expression: expression.replace(/#(\d+)/g, (_step, step: string) => `#${Number(step) + before}`),
      })),
    );
    at.push(`#${before + one.at}`);
  }
  return { lines, at };
}

export function figureOf(
  { library, asOf }: Pick<Reading, "library" | "asOf">,
  { record, figure }: Shown,
): Figure | Point | null {
  if (record?.type === "metric") {
    const metric = library.metrics.get(record.id);
    return (metric && pointsOn(metric, asOf).find(({ point }) => point.id === figure)?.point) ?? null;
  }
  const deal = record ? library.deals.get(record.id) : undefined;
  return (deal && stateOn(deal, asOf)?.figures.find((entry) => entry.figure.id === figure)?.figure) ?? null;
}

/** The amount of the last answer that is of a unit. */
export function lastOf(reading: Reading, fits: (one: OnTable) => boolean): OnTable | null {
  for (const turn of reading.conversation.shown ?? []) {
    const found = turn.flatMap((one) => onTable(reading, one) ?? []).find(fits);
    if (found) return found;
  }
  return null;
}

/** The part of time by which a fee is on record. */
export function periodOf(reading: Reading, one: Shown): string | null {
  const figure = figureOf(reading, one);
  const per = figure && "per" in figure ? (figure.per ?? "") : "";
  return /^(?:month|quarter|year)$/.test(per) ? per : null;
}

/** The time that a company's figure is of: "2025", "2026-Q1". */
export function periodOn(reading: Reading, one: Shown): string | null {
  const figure = figureOf(reading, one);
  return figure && "period" in figure ? figure.period : null;
}
