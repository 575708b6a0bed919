/** What an organisation, or somebody about it, has put its commitments at: claims beside the sum of the deals. */
import type { Measure, Metric } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { isMoney } from "../knowledge/as-of.ts";
import { pickPoint } from "../knowledge/metrics.ts";
import type { Context, Draft } from "./draft.ts";
import { saying } from "./show-metric.ts";

const MEASURES = new Set<Measure>(["commitments", "equity-commitments", "compute-spend"]);

export function statedTotals(
  draft: Draft,
  context: Context,
  org: string,
  lead: "money" | "power",
): { said: Rich; blocks: Block[] } | null {
  const found = context.library.knowledge.metrics
    .filter((metric) => MEASURES.has(metric.measure) && metric.subjects[0] === org)
    .flatMap((metric) => {
      const standing = pickPoint(metric, { period: null, words: [] }, context.asOf);
      return standing ? [{ metric, point: standing.point }] : [];
    })
    .sort((a, b) => (a.point.as_of < b.point.as_of ? -1 : 1));
  if (found.length === 0) return null;
  const wanted = found.filter((entry) => isMoney(entry.point.unit) === (lead === "money"));
  const largest = wanted.reduce<(typeof found)[number] | null>(
    (a, b) => (a && (a.point.high ?? 0) >= (b.point.high ?? 0) ? a : b),
    null,
  );
  const amount = ({ metric, point }: { metric: Metric; point: (typeof found)[number]["point"] }) =>
    draft.amount(point, `metric:${metric.id}`, metric);
  return {
    said: largest ? [{ text: "Stated: " }, amount(largest), { text: ` (${saying(largest.point)}).` }] : [],
    blocks: [
      { type: "heading", text: "Totals that were stated" },
      {
        type: "list",
        items: found.map(
          (entry): Rich => [
            { text: `${entry.metric.name}: ` },
            amount(entry),
            { text: ` (${saying(entry.point)}); not the sum of the deals below` },
          ],
        ),
      },
    ],
  };
}
