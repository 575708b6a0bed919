/** "Did OpenAI take in more in 2025 than it will spend on compute in 2026": two things that are measured of one company, each of its own time. */
import type { Measure } from "../../../knowledge/schema.ts";
import { fitsPeriod, pickPoint } from "../../knowledge/metrics.ts";
import { findPeriods } from "../dates.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { measuresIn } from "./measures.ts";
import { ownMetric } from "./metric.ts";
import type { Reading } from "./reading.ts";

const BETWEEN = /\b(?:than|vs\.?|versus|compared (?:to|with)|against)\b/i;
type Side = PlanOf<"compare-figures">["sides"][number];

/** Null where one side is not on record by itself, or both are of one measure. */
export function measuresCompared(reading: Reading): PlanInput | null {
  const { question, names, dates } = reading;
  const [org, ...more] = names.orgs;
  const parts = question.split(BETWEEN);
  const [left, right, ...others] = parts;
  if (!org || more.length > 0 || left === undefined || right === undefined || others.length > 0) return null;
  if (names.deals.length > 0) return null;
  const measures = [measuresIn(left), measuresIn(right)] as const;
  if (measures.some((one) => one.length === 0) || measures[0].some((one) => measures[1].includes(one))) return null;
  const [first = [], second = []] = [findPeriods(left), findPeriods(right)];
  if (first.length > 1 || second.length > 1) return null;
  const said = [first[0] ?? second[0] ?? null, second[0] ?? first[0] ?? null] as const;
  const sides = measures.map((one, at) => sideOf(reading, org, one, said[at] ?? null));
  const [a, b] = sides;
  if (!a || !b || (a.metric === b.metric && a.figure === b.figure)) return null;
  return { kind: "compare-figures", sides: [a, b], of: "money", asOf: dates.asOf };
}

function sideOf(
  { library, asOf }: Reading,
  org: string,
  measures: readonly Measure[],
  period: string | null,
): Side | null {
  const id = ownMetric(library, org, measures, period, asOf);
  const metric = id === null ? undefined : library.metrics.get(id);
  const point = metric && pickPoint(metric, { period, words: [], measures }, asOf)?.point;
  if (!metric || !point || point.unit !== "USD" || !measures.includes(point.measure)) return null;
  if (period !== null && !fitsPeriod(point.period, period)) return null;
  return { deal: null, metric: metric.id, figure: point.id };
}
