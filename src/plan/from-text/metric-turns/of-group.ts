/** "All four together", "the big four combined" after one company's figure: the tally of several companies that it is one of. */

import type { Measure, Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { bareOf } from "../follow-up/elliptic.ts";
import type { Reading } from "../reading.ts";

const GROUP = gated(
  /^(?:(?:what about|how about|for) )?(?:all (?:of (?:them|the (?:big|hyperscalers|four|five))|(?:the )?(?:big )?(?:three|four|five)|(?:the )?hyperscalers)|the (?:big )?(?:three|four|five)|(?:the )?big (?:three|four|five|tech)|(?:the )?hyperscalers)(?:,? (?:together|combined|in (?:all|total)|altogether|total|added up|taken together))*[\s?.!]*$/i,
);
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

/** "Which of the four is the biggest spender?" after their tally: the figure of each, by size. */
const ONE_OF = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*(?:which|who)(?: one)?(?: (?:of|among) (?:the )?(?:them|those|these|two|three|four|five|companies|group))?(?: (?:is|was|are|has|had|spends?|spent|plans?|will|to|be|guides?|guided|the|its|single|accounts for|puts? in|made|makes|earns?))* (biggest|largest|highest|most|top|smallest|lowest|least)(?: (?:spenders?|spending|one|spend|number|figure|guide|guidance|budget|plan|capex|share|part|of (?:them|all|the (?:two|three|four|five))|this year|in 20\d\d))*[\s?.!]*$/i,
);

/** `ownOf` finds the record that a company has for the time; null where fewer than two of them have one. */
export function oneOfGroup(
  { question, library }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  ownOf: (org: string, measures: readonly Measure[], period: string) => string | null,
): PlanInput | null {
  const way = metric.subjects.length > 1 ? ONE_OF.exec(question)?.[1] : undefined;
  if (!way) return null;
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const period = last.period ?? metric.points.find(({ id }) => id === metric.headline)?.period ?? "";
  const has = (id: string) =>
    library.metrics.get(id)?.points.some((point) => point.period === period && measures.includes(point.measure));
  const own = metric.subjects.flatMap((org) => ownOf(org, measures, period) ?? []).filter(has);
  // Of those that are on record alone nobody knows which of all is the largest.
  if (own.length < metric.subjects.length) return null;
  return {
    kind: "compare-metrics",
    metrics: own.map((id) => ({ metric: id, period })),
    measures: [...measures],
    rank: /^(?:small|low|least)/i.test(way) ? "lowest" : "highest",
    asOf: last.asOf,
  };
}
