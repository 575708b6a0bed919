/** A figure of a company that is named, beside what was shown: "how many times OpenAI's 2025 revenue is that". */
import { pointsOn } from "../../../knowledge/as-of.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { measuresIn } from "../measures.ts";
import type { Reading } from "../reading.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { type OnTable, onTable } from "./on-the-table.ts";

/** "Of Google Cloud's backlog" after a deal: the figure of the company that is named. */
export function companyFigure(reading: Reading, words: string): OnTable | null {
  if (readNames(reading.library, words).orgs.length === 0 || measuresIn(words).length === 0) return null;
  // Where the record has that share itself it is looked up.
  const deal = dealOnTable(reading);
  const own = deal?.events.flatMap(({ figures = [] }) => figures.filter(({ unit }) => unit === "percent")) ?? [];
  const said = contentRoots(words);
  if (own.some(({ label }) => said.every((word) => contentRoots(label).includes(word)))) return null;
  const plan = reading.reread(words.trim(), true);
  const metric = plan.kind === "show-metric" && !plan.history ? reading.library.metrics.get(plan.metric) : undefined;
  const points = metric ? pointsOn(metric, reading.asOf).map(({ point }) => point) : [];
  const point =
    plan.kind === "show-metric" && plan.period !== null
      ? points.find(({ period }) => period === plan.period)
      : points.find(({ id }) => id === metric?.headline);
  const label = `${metric?.name}, ${point?.label}`.slice(0, 80);
  return metric && point
    ? onTable(reading, {
        lines: [{ label, expression: `@${metric.id}:${point.id}` }],
        at: 1,
        label,
        record: { type: "metric", id: metric.id },
        figure: point.id,
      })
    : null;
}
