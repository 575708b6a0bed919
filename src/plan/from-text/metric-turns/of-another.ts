/** "And meta?", "vs google?", "OpenAI's part of it" after a company's figure: the like of somebody else, or their part in it. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { lastDayOf } from "../../dates.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { namesOnly } from "../follow-up/elliptic.ts";
import type { measuresIn } from "../measures.ts";
import { ownMetric } from "../metric.ts";
import type { Reading } from "../reading.ts";

/** "Oracle share": a sentence of the record that speaks of it; else it is not on record. */
export function ofFact(
  { question, library }: Reading,
  last: PlanOf<"show-metric">,
  { facts }: Metric,
  org: string,
): PlanInput {
  const fact = facts.find(({ text }) => text.includes(orgName(library, org)));
  return fact
    ? { ...last, words: fact.text.slice(0, 400), history: false }
    : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
}

/** "Does it include Anthropic?": the sentence that names them. */
export const INCLUDES = gated(
  /\b(?:includ(?:e[sd]?|ing)|count(?:s|ed|ing)?|cover(?:s|ed)?|contain(?:s|ed)?|leaves? out|exclud(?:e[sd]?|ing)|in (?:it|there|that))\b/i,
);
export const factNaming = ({ library }: Reading, { facts }: Metric, orgs: readonly string[]): string | null =>
  facts.find(({ text }) => orgs.some((org) => text.includes(orgName(library, org))))?.text ?? null;

/** "OpenAI's % of it", "how much of that is OpenAI's": a figure of the company's that is called after the other one. */
export function partOfOther(
  { question, library, dates, asOf }: Reading,
  last: PlanOf<"show-metric">,
  owner: string,
  other: string,
): PlanInput | null {
  const percent = PERCENT.test(question);
  const short = question.split(/\s+/).length <= 3;
  if (!(OF_IT.test(question) || short) || !(percent || /\b(?:part|portion|chunk|slice|how much)\b/i.test(question)))
    return null;
  const name = orgName(library, other);
  const measure = library.metrics.get(last.metric)?.measure ?? "";
  const called = library.knowledge.metrics
    .filter(({ id, subjects }) => id === last.metric || (subjects.includes(owner) && subjects.includes(other)))
    .flatMap((metric) => pointsOn(metric, asOf).map(({ point }) => ({ metric, point })))
    .filter(({ point }) => point.label.includes(name) && (!percent || point.unit === "percent"));
  // Of several that is meant which speaks of the same thing.
  const like = called.filter(({ metric, point }) => `${metric.name} ${point.label}`.toLowerCase().includes(measure));
  // A price of each gigawatt, or another kind of total, is no part of a backlog.
  const own = library.metrics.get(last.metric)?.points.find(({ measure }) => last.measures.includes(measure))?.unit;
  const alike = called.filter(
    ({ metric, point }) =>
      metric.id === last.metric || point.unit === "percent" || (point.unit === own && metric.measure === measure),
  );
  const [found] = like.length > 0 ? like : alike.length === 1 ? alike : [];
  return found
    ? {
        ...last,
        metric: found.metric.id,
        period: null,
        measures: [found.point.measure],
        words: found.point.label,
        history: false,
        asOf: dates.asOf ?? last.asOf,
      }
    : null;
}
export const PERCENT = /%|\b(?:percent\w*|pct|share|fraction|proportion)\b/i;
export const OF_IT = /\b(?:of|in) (?:it|that|this|them|those|the (?:total|backlog|whole))\b/i;

/** "SpaceX alone?" where the other has a figure with somebody and one without. */
const ALONE = gated(/\b(?:alone|by itself|on its own)\b/i);
export function ofOther(
  { question, library, names, dates, asOf }: Reading,
  last: PlanOf<"show-metric">,
  owner: string,
  other: string,
  measures: PlanOf<"show-metric">["measures"] | ReturnType<typeof measuresIn>,
): PlanInput | null {
  // The day of a level is that of its own record.
  const period = dates.period ?? (last.period && /^20\d\d-\d\d/.test(last.period) ? null : last.period);
  const id =
    ownMetric(library, other, measures, period, asOf) ??
    (dates.period ? null : ownMetric(library, other, measures, null, asOf));
  // Nothing else is asked than the same of somebody of whom it is not on record.
  if (!id)
    return namesOnly(question, names, dates.spans)
      ? {
          kind: "decline",
          reason: "unrecorded",
          about: `${(measures[0] ?? "figure").replaceAll("-", " ")} of ${orgName(library, other)}`,
        }
      : null;
  // A day that chose a version of the first may be before anything was known of the other.
  const lastDay =
    last.asOf !== null && pointsOn(library.metrics.get(id) as Metric, lastDayOf(last.asOf) ?? last.asOf).length > 0
      ? last.asOf
      : null;
  if (/\b(?:vs\.?|versus|against|compared?)\b/i.test(question) && owner !== "")
    return {
      kind: "compare-metrics",
      metrics: [
        { metric: last.metric, period: last.period },
        { metric: id, period },
      ],
      measures: [...measures],
      asOf: dates.asOf ?? lastDay,
    };
  return {
    ...last,
    metric: id,
    period,
    measures: [...measures],
    words: ALONE.test(question) ? "alone" : "",
    history: false,
    asOf: dates.asOf ?? lastDay,
  };
}

/** "Corning?" after OpenAI's part of a tally: the part of the same tally that is called after whom is named. */
export function partNamed(
  { question, library, names, dates, asOf }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  org: string,
): PlanInput | null {
  if (
    !namesOnly(
      question.replace(/\b(?:part|share|slice|portion|bit)\b/gi, " "),
      readNames(library, question),
      dates.spans,
    ) ||
    names.orgs.length > 1
  )
    return null;
  const name = orgName(library, org);
  const parts = pointsOn(metric, asOf).filter(
    ({ point }) => point.id !== metric.headline && /\bpart\b/i.test(point.label) && point.label.includes(name),
  );
  const [only, ...more] = parts;
  return only && more.length === 0
    ? { ...last, period: null, measures: [only.point.measure], words: only.point.label, history: false }
    : null;
}
