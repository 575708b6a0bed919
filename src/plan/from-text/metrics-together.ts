/** One measure of several companies added up: "the 2026 capex guidance of Amazon, Meta and Microsoft together". */

import type { Measure } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { pickPoint } from "../../knowledge/metrics.ts";
import { findPeriods } from "../dates.ts";
import type { PlanInput } from "../plan.ts";
import { ADDS_UP, PLUS_SIGN } from "./asks.ts";
import { measuresIn } from "./measures.ts";
import { ownMetric } from "./metric.ts";
import type { Reading, ReadRule } from "./reading.ts";

const OTHERWISE =
  /\b(?:more than|less than|vs|versus|compare\w*|difference|times|ratio|multiple|share of|percent\w*|growth|grew|per|each|who|which|from)\b|%/i;
/** Levels and sums of one time, which may be added; backlogs may count the same contract on both sides. */
const ADDED: ReadonlySet<Measure> = new Set([
  "capex",
  "capex-guidance",
  "revenue",
  "run-rate-revenue",
  "backlog",
  "net-loss",
  "cash-burn",
  "compute-capacity",
]);
const MOST = 6;

export const metricsTogether: ReadRule = {
  name: "metrics-together",
  read(reading) {
    const { question, names } = reading;
    const orgs = companiesIn(reading);
    if (orgs.length < 2 || orgs.length > MOST || names.deals.length + names.places.length > 0) return null;
    const mean = MEAN.exec(question)?.[1]?.toLowerCase() ?? null;
    if (!(ADDS_UP.test(question) || PLUS_SIGN.test(question) || mean) || OTHERWISE.test(question)) return null;
    const measures = measuresIn(question).filter((measure) => ADDED.has(measure));
    if (measures.length === 0) return null;
    const [period = null, ...more] = findPeriods(question);
    // Where a sign stands between all of them each is added, whatever somebody's tally says of them.
    const signs = question.match(/\bplus\b|[a-z)]\s?\+\s?(?=[a-z(])/gi)?.length ?? 0;
    const added = mean !== null || MIDDLES.test(question) || (signs >= orgs.length - 1 && orgs.length < BIG_FOUR);
    if (more.length > 0 || (!added && countedTogether(reading, orgs, measures, period))) return null;
    return addedUp(reading, orgs, measures, period, mean);
  },
};

/** The average of what each has, or the one in the middle. */
const MEAN = gated(/\b(average|mean|median)\b(?! price)/i);
/** Of the four hyperscalers the tally is what people mean. */
const BIG_FOUR = 4;
const MIDDLES = gated(/\b(?:mid-?points?|middles?|means?)\b/i);

/** Those that are named, also by a figure of theirs: "OpenAI run-rate revenue". */
const companiesIn = ({ names, library }: Reading): string[] => [
  ...new Set(
    names.mentions.flatMap(({ refs }) =>
      refs.flatMap(({ type, id }) =>
        type === "org" ? [id] : type === "metric" ? (library.metrics.get(id)?.subjects.slice(0, 1) ?? []) : [],
      ),
    ),
  ),
];

/** Whether somebody's tally is of these companies and no others. */
const countedTogether = (
  { library }: Reading,
  orgs: readonly string[],
  measures: readonly Measure[],
  period: string | null,
): boolean =>
  library.knowledge.metrics.some(
    ({ subjects, points }) =>
      subjects.length === orgs.length &&
      subjects.every((org) => orgs.includes(org)) &&
      points.some((point) => measures.includes(point.measure) && (period === null || point.period.startsWith(period))),
  );

/** The figure of each for the same time; what is missing where one of them has none, null where none has. */
function addedUp(
  reading: Reading,
  orgs: readonly string[],
  measures: readonly Measure[],
  period: string | null,
  mean: string | null,
): PlanInput | null {
  const { library, asOf, dates } = reading;
  const sizes: number[] = [];
  const missing: string[] = [];
  const lines: { label: string; expression: string }[] = [];
  const units = new Set<string>();
  for (const org of orgs) {
    const metric = library.metrics.get(ownMetric(library, org, measures, period, asOf) ?? "");
    const point = metric && pickPoint(metric, { period, words: [], measures }, asOf)?.point;
    const name = library.organisations.get(org)?.name ?? org;
    if (
      !metric ||
      !point ||
      !measures.includes(point.measure) ||
      (period !== null && !point.period.startsWith(period))
    ) {
      missing.push(name);
      continue;
    }
    units.add(point.unit);
    sizes.push(((point.low ?? point.high ?? 0) + (point.high ?? point.low ?? 0)) / 2);
    lines.push({ label: `${name}, ${point.label}`.slice(0, 80), expression: `@${metric.id}:${point.id}` });
  }
  if (units.size !== 1) return null;
  if (missing.length > 0) {
    const what = `${period ? `${period} ` : ""}${(measures[0] ?? "").replaceAll("-", " ")}`;
    return {
      kind: "decline",
      reason: "missing-number",
      about: `the ${what} of ${missing.join(" and ")}`.slice(0, 200),
    };
  }
  const total = lines.map((_line, index) => `#${index + 1}`).join(" + ");
  if (mean !== null) {
    const order = sizes.map((_size, index) => index).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
    const at = Math.floor(order.length / 2);
    const [low, high] = [order[order.length % 2 === 1 ? at : at - 1] ?? 0, order[at] ?? 0];
    const expression =
      mean === "median"
        ? low === high
          ? `#${low + 1}`
          : `(#${low + 1} + #${high + 1}) / 2`
        : `(${total}) / ${lines.length}`;
    return {
      kind: "evaluate",
      title: mean === "median" ? "Median" : "Average",
      lines: [...lines, { label: mean === "median" ? "median" : "on average", expression }],
      lead: [lines.length + 1, ...lines.map((_line, index) => index + 1)].slice(0, MOST),
      asOf: dates.asOf,
    };
  }
  return {
    kind: "evaluate",
    title: "Together",
    lines: [...lines, { label: "together", expression: total }],
    lead: [lines.length + 1, ...lines.map((_line, index) => index + 1)].slice(0, MOST),
    asOf: dates.asOf,
  };
}
