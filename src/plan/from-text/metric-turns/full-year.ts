/** "And for the full year?" after a half or a quarter: the year that it is part of, where that is on record. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanOf } from "../../plan.ts";
import { ownMetric } from "../metric.ts";
import type { Reading } from "../reading.ts";

const ASKS = gated(
  /^(?:(?:and|or|so|but|what about|how about|what was it|for|over|in|across)\b[\s,]*)*(?:all of )?(?:the |that |its )?(?:full|whole|entire)[- ]year(?: (?:figure|total|number))?[\s?.!]*$/i,
);

export function fullYear(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const [, year = ""] = /^((?:FY)?20\d\d)-[QH]\d$/.exec(last.period ?? metric.points.at(-1)?.period ?? "") ?? [];
  if (year === "" || !ASKS.test(reading.question)) return null;
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const own = ownMetric(reading.library, metric.subjects[0] ?? "", measures, year, reading.asOf);
  const points = reading.library.metrics.get(own ?? "")?.points ?? [];
  return points.some(({ period, measure }) => period === year && measures.includes(measure)) ? year : null;
}
