/** "How much of that is Nvidia?", "and the rest?" after what a gigawatt costs at somebody's number: a part of it that they gave too. */

import type { Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const MAX_WORDS = 9;
const PART = gated(
  /^(?:how much|what(?: part| share)?|which part) of (?:it|that|this)\b.*\b(?:nvidia|chips?|gpus?|hardware|accelerators?)\b/i,
);
const REST = gated(
  /^(?:how much (?:is|of (?:it|that) is) )?(?:(?:what(?:['’]s| is) )?(?:the )?(?:rest|remainder|other part)|everything else|non-?nvidia|what(?:['’]s| is) left)(?: (?:is|then))*[\s?.!]*$/i,
);
const IS_REST = gated(/\b(?:everything but|other than|without)\b/i);
const isOfGigawatt = ({ unit, per }: Point): boolean => unit === "USD" && per === "gw";

export const partOfRate: ReadRule = {
  name: "part-of-rate",
  read(reading): PlanInput | null {
    const { asOf, dates, library } = reading;
    const { text } = bareOf(reading.question);
    const owner = ownerOf(reading);
    if (owner === null || text.split(/\s+/).length > MAX_WORDS) return null;
    const rest = REST.test(text);
    if (!rest && !PART.test(text)) return null;
    const found = library.knowledge.metrics
      .filter(({ subjects }) => subjects[0] === owner)
      .flatMap((metric) => pointsOn(metric, asOf).map(({ point }) => ({ metric, point })))
      .filter(
        ({ metric, point }) =>
          isOfGigawatt(point) && point.id !== metric.headline && IS_REST.test(point.label) === rest,
      );
    const [only] = found.length === 1 ? found : [];
    return only
      ? {
          kind: "show-metric",
          metric: only.metric.id,
          period: only.point.period,
          measures: [only.point.measure],
          words: only.point.label,
          history: false,
          asOf: dates.asOf,
        }
      : null;
  },
};

/** Whose number was shown last. */
function ownerOf({ conversation: { plan }, library }: Reading): string | null {
  if (plan?.kind === "show-rate") return library.rates.get(plan.rates[0] ?? "")?.org ?? null;
  const metric = plan?.kind === "show-metric" ? library.metrics.get(plan.metric) : undefined;
  return metric?.points.some(isOfGigawatt) ? (metric.subjects[0] ?? null) : null;
}
