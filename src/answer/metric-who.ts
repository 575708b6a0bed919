/** "Main customer of Cerebras by revenue", "who leased the most": a company's figure answers who by the point or sentence that names somebody else. */

import type { Metric, Point } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { pointsOn } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import type { Context, Draft } from "./draft.ts";

const WHO = gated(
  /^\W*(?:(?:so|and|ok)\b\W*)*(?:who\b|which (?:compan(?:y|ies)|firms?|customers?|clients?)\b|(?:what|which|the)?\s*(?:(?:main|largest|biggest|top|single|lead(?:ing)?|most important|first|anchor)\s)*(?:customers?|clients?|lessees?|tenants?|lessors?|buyers?|lenders?)\b)|[:;,]\s*who (?:was|is|led|leased|came)\b.{0,20}(?:\b(?:lessees?|leasers?|tenants?|customers?|buyers?|first|second|third|most|largest|biggest|leader)\b|#1)/i,
);

/** Whether somebody is asked for. */
export const asksWho = (words: string): boolean => WHO.test(words);

/** Asks who made a figure known. */
const GAVE = gated(
  /^\W*(?:(?:so|and|ok)\b\W*)*who(?:se)?\b.*\b(?:leak\w*|publish\w*|report\w*|disclos\w*|reveal\w*|broke)\b/i,
);
const MADE_KNOWN = gated(/\b(?:leaked|published|reported|disclosed|revealed)\b/i);

/** The largest part that is somebody else's, else the sentence that names others; null where the record names nobody. */
export function whoOf(draft: Draft, metric: Metric, { library, asOf }: Context, words: string): Rich | null {
  if (GAVE.test(words)) {
    const fact = metric.facts.find(({ text, known }) => (!known || known <= asOf) && MADE_KNOWN.test(text));
    const point = metric.points.find(({ id }) => id === metric.headline);
    return fact
      ? [{ text: `${metric.name}: ` }, draft.sourced(fact.text, metric, fact.sources)]
      : metric.single_origin && point
        ? [{ text: `${metric.name}: ` }, draft.sourced(`from ${metric.single_origin}.`, metric, point.sources)]
        : null;
  }
  const [owner] = metric.subjects;
  const others = (text: string): boolean =>
    library.names.find(text).some(({ refs }) => refs.some(({ type, id }) => type === "org" && id !== owner));
  const size = ({ high, low }: Point): number => high ?? low ?? 0;
  const [part] = pointsOn(metric, asOf)
    .map(({ point }) => point)
    .filter(({ label, unit }) => unit === "percent" && others(label))
    .sort((a, b) => size(b) - size(a));
  if (part)
    return [
      { text: `${metric.name}: ${part.label}: ` },
      draft.amount(part, `metric:${metric.id}`, metric, "strong"),
      { text: ` (${part.period}).` },
    ];
  const fact = metric.facts.find(({ text, known }) => (!known || known <= asOf) && others(text));
  return fact ? [{ text: `${metric.name}: ` }, draft.sourced(fact.text, metric, fact.sources)] : null;
}
