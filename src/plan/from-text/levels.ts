/** What stands on a day rather than runs over a time: which figure of it is meant, and which record has it. */

import type { Measure, Metric } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";

/** The period of a level on that day, or in that month: told later, and still what stood then. */
export function levelOn(metric: Metric, date: string, measures: readonly Measure[]): string | null {
  const found = metric.points.filter(
    (point) => /^20\d\d-\d\d/.test(point.period) && (measures.length === 0 || measures.includes(point.measure)),
  );
  const exact = found.find((point) => point.period === date);
  // What came about from that month to a later one is no level of it.
  const ofMonth = found.find(({ period }) => !period.includes(" to ") && period.slice(0, 7) === date.slice(0, 7));
  return (exact ?? ofMonth)?.period ?? null;
}

/** The day of the level that was told in that month, where none is of the month itself: in September what stood at the end of August. */
export function levelTold(metric: Metric | undefined, month: string, measures: readonly Measure[]): string | null {
  if (!/^20\d\d-\d\d$/.test(month)) return null;
  const own = (metric?.points ?? []).filter(({ measure }) => measures.includes(measure));
  if (own.some(({ period }) => period.startsWith(month))) return null;
  return own.find(({ period, as_of }) => /^20\d\d-\d\d/.test(period) && as_of.startsWith(month))?.period ?? null;
}

/** Of records that fit about as well the one that has what stood on that day; of no day, the one that has what was told last. */
export function ofLevel(
  ranked: readonly { metric: Metric; score: number }[],
  day: string | null,
  said: readonly Measure[],
): { metric: Metric } | undefined {
  const alike = ranked.filter(({ score }) => score >= (ranked[0]?.score ?? 0) - AS_WELL);
  if (said.length === 0 || alike.length < 2) return undefined;
  if (day !== null) return alike.find(({ metric }) => levelOn(metric, day, said));
  if (!said.includes("cash")) return undefined;
  const told = ({ metric }: { metric: Metric }) =>
    metric.points
      .filter(({ measure }) => said.includes(measure))
      .map((point) => point.as_of)
      .sort()
      .at(-1) ?? "";
  return alike.reduce((a, b) => (told(b) > told(a) ? b : a));
}
const AS_WELL = 1.5;

/** "Spring 2026", "year-end 2025": the time of the figure that is called so, whatever month it stands under. */
export function seasonCalled({ points }: Metric, question: string, measures: readonly Measure[]): string | null {
  const said = SEASON.exec(question)?.[0].toLowerCase().replace(/\s+/g, " ");
  const found = points.find(
    ({ label, measure }) =>
      said !== undefined && label.toLowerCase().includes(said) && (measures.length === 0 || measures.includes(measure)),
  );
  return found?.period ?? null;
}
const SEASON = gated(/\b(?:spring|summer|autumn|fall|winter),? (?:of )?20\d\d\b/i);
