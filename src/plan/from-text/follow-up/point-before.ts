/** "How much did it go up?" after one figure: the same figure as it stood the time before. */

import type { Figure, Metric, Point } from "../../../../knowledge/schema.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import type { Reading } from "../reading.ts";
import { type OnTable, onTable } from "./on-the-table.ts";

/** Days, years and quarters are set beside their like alone. */
const SHAPES: readonly RegExp[] = [
  /^\d{4}-\d\d(?:-\d\d)?$/,
  /^\d{4}$/,
  /^\d{4}-Q[1-4]$/,
  /^\d{4}-H[12]$/,
  /^FY\d{4}$/,
  /^FY\d{4}-Q[1-4]$/,
];
const shapeOf = (period: string): number => SHAPES.findIndex((shape) => shape.test(period));

/** The same figure as it stood before: the version that it replaced, or the last time before; null where there is none. */
export function pointBefore(reading: Reading, one: OnTable): OnTable | null {
  const grown = grownOver(reading, one);
  if (grown) return inOtherYear(reading, grown.metric, grown.own, grown.year) ?? timeBefore(reading, one);
  return versionBefore(reading, one, saysFirst(reading) ? 0 : -1) ?? timeBefore(reading, one);
}

/** "Growth?" after what a year has brought is over the year before: a figure that was revised has not grown. */
function grownOver(reading: Reading, { record, figure }: OnTable): { metric: Metric; own: Point; year: string } | null {
  const metric = record?.type === "metric" ? reading.library.metrics.get(record.id) : undefined;
  const own = metric && pointsOn(metric, reading.asOf).find(({ point }) => point.id === figure)?.point;
  if (!metric || !own || !GREW.test(reading.question) || !HAPPENED.has(own.type)) return null;
  return { metric, own, year: String(Number(own.period) - 1) };
}
const GREW = gated(/\b(?:growth|grow(?:n|s|ing)?|grew|year[- ](?:on|over)[- ]year|yoy)\b/i);
const HAPPENED: ReadonlySet<Point["type"]> = new Set<Point["type"]>(["actual", "reported"]);

/** The last question was what it was at first, and not what it was last. */
const saysFirst = ({ conversation: { plan } }: Reading): boolean =>
  plan?.kind === "show-figure" && plan.attribute === "history" && FIRST.test(plan.topic);
const FIRST = gated(
  /\b(?:original(?:ly)?|initial(?:ly)?|(?:at )?first|at the (?:start|outset|beginning)|to begin with)\b/i,
);

/** What is no longer so has no name in an expression: it is written out. */
function versionBefore(reading: Reading, { record, figure }: OnTable, at: 0 | -1): OnTable | null {
  const { library, asOf } = reading;
  const metric = record?.type === "metric" ? library.metrics.get(record.id) : undefined;
  const deal = record?.type === "deal" ? library.deals.get(record.id) : undefined;
  const point = metric && pointsOn(metric, asOf).find((entry) => entry.point.id === figure);
  const standing = deal && stateOn(deal, asOf)?.figures.find((entry) => entry.figure.id === figure);
  const before: Figure | Point | undefined = point ? point.before.at(at) : standing?.before.at(at)?.figure;
  const [low, high] = [before?.low ?? before?.high, before?.high ?? before?.low];
  if (!before || low == null || high == null || !WRITTEN.has(before.unit)) return null;
  // What became a floor or a ceiling has not moved.
  const now = point?.point ?? standing?.figure;
  if ((now?.low ?? now?.high) === low && (now?.high ?? now?.low) === high) return null;
  const label = `before: ${before.label}`.slice(0, 80);
  const expression = `${low === high ? low : `${low}-${high}`} ${before.unit}`;
  return onTable(reading, { lines: [{ label, expression }], at: 1, label, record: null, figure: null });
}
const WRITTEN: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "GW"]);

function timeBefore(reading: Reading, { record, figure }: OnTable): OnTable | null {
  const metric = record?.type === "metric" ? reading.library.metrics.get(record.id) : undefined;
  if (!metric) return null;
  const points = pointsOn(metric, reading.asOf).map(({ point }) => point);
  const before = lastBefore(points, ({ id }) => id === figure);
  return before ? shownPoint(reading, metric, before) : null;
}

/** The last point before the one that is meant. */
function lastBefore(points: readonly Point[], isMeant: (point: Point) => boolean): Point | undefined {
  const own = points.find(isMeant);
  return own
    ? points
        .filter((point) => isBefore(point, own))
        .sort(byPeriod)
        .at(-1)
    : undefined;
}

/** The period before the one in which a company's figure had this amount: "the backlog before it hit 625 billion". */
export function periodBefore(metric: Metric, amount: number, asOf: string): string | null {
  const points = pointsOn(metric, asOf).map(({ point }) => point);
  return lastBefore(points, ({ low, high }) => low === amount || high === amount)?.period ?? null;
}

/** The same figure of a company on another day, month, quarter or year; a month without a year is the last one before it. */
export function pointOn(reading: Reading, { record, figure }: OnTable, day: string): OnTable | null {
  const metric = record?.type === "metric" ? reading.library.metrics.get(record.id) : undefined;
  const points = metric ? pointsOn(metric, reading.asOf).map(({ point }) => point) : [];
  const own = points.find(({ id }) => id === figure);
  if (!metric || !own) return null;
  const saysYear = /\b20\d\d\b/.test(reading.question);
  const on = points.filter(
    (point) =>
      point.measure === own.measure &&
      point.unit === own.unit &&
      point.id !== own.id &&
      (point.period.startsWith(day) ||
        (!saysYear && point.period.slice(5, 7) === day.slice(5, 7) && point.period < own.period)),
  );
  const found = on.sort(byPeriod).at(-1);
  return found ? shownPoint(reading, metric, found) : inOtherYear(reading, metric, own, day);
}

/** The same of the same companies in another year, on a record of its own: what was spent then, beside what is planned. */
function inOtherYear(reading: Reading, metric: Metric, own: Point, year: string): OnTable | null {
  if (!/^20\d\d$/.test(year) || !/^20\d\d$/.test(own.period)) return null;
  const subjects = [...metric.subjects].sort(byCode).join();
  const alike = COMES_OF[own.measure] ?? own.measure;
  const found = reading.library.knowledge.metrics
    .filter((one) => [...one.subjects].sort(byCode).join() === subjects)
    .flatMap((one) =>
      pointsOn(one, reading.asOf).flatMap(({ point }) =>
        point.period === year && point.unit === own.unit && (point.measure === own.measure || point.measure === alike)
          ? [{ metric: one, point }]
          : [],
      ),
    );
  // What came of it before what was expected.
  const came = found.filter(({ point }) => point.measure === alike);
  const [best] = (came.length > 0 ? came : found).sort(
    (a, b) =>
      Number(b.point.type === "actual") - Number(a.point.type === "actual") || byCode(b.point.as_of, a.point.as_of),
  );
  return best ? shownPoint(reading, best.metric, best.point) : null;
}
const COMES_OF: Partial<Record<Point["measure"], Point["measure"]>> = {
  "capex-guidance": "capex",
  "revenue-target": "revenue",
};

const shownPoint = (reading: Reading, { id, name }: Metric, point: Point): OnTable | null =>
  onTable(reading, {
    lines: [{ label: `${name}, ${point.label}`.slice(0, 80), expression: `@${id}:${point.id}` }],
    at: 1,
    label: point.label.slice(0, 80),
    record: { type: "metric", id },
    figure: point.id,
  });

const byPeriod = (a: Point, b: Point): number => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0);

const isBefore = (point: Point, own: Point): boolean =>
  point.measure === own.measure &&
  point.unit === own.unit &&
  shapeOf(point.period) >= 0 &&
  shapeOf(point.period) === shapeOf(own.period) &&
  point.period < own.period;
