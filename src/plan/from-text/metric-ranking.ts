/** "Three largest backlogs among the cloud companies": whose level of a measure stands out, by the latest of each. */
import type { Measure, OrgKind } from "../../../knowledge/schema.ts";
import { fitsPeriod, pickPoint } from "../../knowledge/metrics.ts";
import { findPeriods } from "../dates.ts";
import { measuresIn } from "./measures.ts";
import { ownMetric } from "./metric.ts";
import { GROUPS } from "./org-roles.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

/** What stands on a day, so that the latest of one may be put beside the latest of another. */
const LEVELS: ReadonlySet<Measure> = new Set(["backlog", "run-rate-revenue", "compute-capacity"]);
/** What runs over a time, and is set side by side for the same time. */
const OF_A_TIME: ReadonlySet<Measure> = new Set(["capex-guidance", "capex", "revenue"]);
const CLOUDS: readonly OrgKind[] = ["hyperscaler", "cloud", "neocloud"];
/** Two companies are compared. */
const NAMED = 3;
/** As many as stand side by side. */
const MOST = 6;

export const metricRanking: ReadRule = {
  name: "metric-ranking",
  read(reading) {
    const { question, names, dates } = reading;
    // One of several companies that are named, or of all.
    if (names.deals.length > 0 || (names.orgs.length > 0 && names.orgs.length < NAMED)) return null;
    const superlative = superlativeIn(question);
    if (!superlative || superlative.weak) return null;
    const [period = null, ...more] = findPeriods(question);
    const isRanked = (measure: Measure) => LEVELS.has(measure) || (period !== null && OF_A_TIME.has(measure));
    const measures = more.length === 0 ? measuresIn(question).filter(isRanked) : [];
    const sized = measures.length > 0 ? ownersOf(reading, measures, period) : [];
    if (sized.length < Math.max(2, names.orgs.length)) return null;
    const sorted = sized.sort((a, b) => (superlative.ascending ? a.size - b.size : b.size - a.size));
    return {
      kind: "compare-metrics",
      metrics: sorted
        .slice(0, Math.max(2, Math.min(superlative.limit ?? MOST, MOST)))
        .map(({ metric }) => ({ metric })),
      place: Math.min(superlative.place, sized.length),
      measures,
      words: "",
      rank: superlative.ascending ? "lowest" : "highest",
      asOf: dates.asOf,
    };
  },
};

/** The metrics that are one organisation's alone, of those of the group named, with their latest level in dollars or GW. */
function ownersOf(
  { question, names, library, asOf }: Reading,
  measures: readonly Measure[],
  period: string | null,
): { metric: string; size: number }[] {
  const named = names.orgs.length > 0;
  const kinds = named
    ? undefined
    : /\bclouds?\b/i.test(question)
      ? CLOUDS
      : GROUPS.find((entry) => entry.pattern.test(question))?.kinds;
  const owners = new Set(
    library.knowledge.metrics.flatMap(({ measure, subjects }) =>
      measures.includes(measure) && subjects.length === 1 ? subjects : [],
    ),
  );
  return [...owners].flatMap((org) => {
    if (named && !names.orgs.includes(org)) return [];
    if (kinds && !kinds.includes(library.organisations.get(org)?.kind ?? "other")) return [];
    const id = ownMetric(library, org, measures, period, asOf);
    const metric = id === null ? undefined : library.metrics.get(id);
    const point = metric && pickPoint(metric, { period, words: [], measures }, asOf)?.point;
    if (!metric || !point || !measures.includes(point.measure)) return [];
    if (period !== null && OF_A_TIME.has(point.measure) && !fitsPeriod(point.period, period)) return [];
    return [{ metric: metric.id, size: point.high ?? point.low ?? 0 }];
  });
}
