/** "All four together", "the big four combined" after one company's figure: the tally of several companies that it is one of. */
import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import type { PlanOf } from "../../plan.ts";
import { bareOf } from "../follow-up/elliptic.ts";
import type { Reading } from "../reading.ts";

const GROUP =
  /^(?:(?:what about|how about|for) )?(?:all (?:of (?:them|the (?:big|hyperscalers|four|five))|(?:the )?(?:big )?(?:three|four|five)|(?:the )?hyperscalers)|the (?:big )?(?:three|four|five)|(?:the )?big (?:three|four|five|tech)|(?:the )?hyperscalers)(?:,? (?:together|combined|in (?:all|total)|altogether|total|added up|taken together))*[\s?.!]*$/i;
const COUNTS: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5 };
const FEWEST = 3;

export function ofGroup(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanOf<"show-metric"> | null {
  const { library, asOf, question } = reading;
  const { text } = bareOf(question);
  const [owner] = metric.subjects;
  if (!GROUP.test(text) || owner === undefined || metric.subjects.length > 1) return null;
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const count = COUNTS[/\b(?:three|four|five)\b/i.exec(text)?.[0]?.toLowerCase() ?? ""];
  const told = last.period ?? metric.points.find(({ id }) => id === metric.headline)?.period ?? "";
  const [found] = library.knowledge.metrics
    .filter(
      ({ subjects }) =>
        subjects.includes(owner) && (count === undefined ? subjects.length >= FEWEST : subjects.length === count),
    )
    .flatMap((one) =>
      pointsOn(one, asOf)
        .filter(({ point }) => measures.includes(point.measure) && point.period.startsWith(told.slice(0, 4)))
        .map(({ point }) => ({ id: one.id, point })),
    )
    .sort((a, b) => (a.point.as_of < b.point.as_of ? 1 : -1));
  return found
    ? { ...last, metric: found.id, period: found.point.period, words: "", history: false, asOf: null }
    : null;
}
