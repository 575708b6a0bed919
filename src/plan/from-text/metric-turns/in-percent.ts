/** "What rate?", "which percentage?" after an amount of a company's record that has one figure in percent: that one. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanOf } from "../../plan.ts";
import { bareOf } from "../follow-up/elliptic.ts";
import type { Reading } from "../reading.ts";

const ASKS = gated(
  /^(?:at )?(?:what|which|what(?:['’]s| is| was) the) (?:rate|percentage|percent|share|%)(?: (?:is|was|of revenue)(?: (?:that|it))?)?[\s?.!]*$/i,
);

export function ratePoint(
  { question, asOf, conversation }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): PlanOf<"show-metric"> | null {
  if (!ASKS.test(bareOf(question).text)) return null;
  const [only, ...more] = pointsOn(metric, asOf).filter(({ point }) => point.unit === "percent");
  const shown = conversation.shown?.[0]?.[0]?.figure;
  if (!only || more.length > 0 || shown === only.point.id) return null;
  return { ...last, period: null, measures: [only.point.measure], words: only.point.label, history: false, asOf: null };
}
