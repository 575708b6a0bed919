/** After a company's figure: "and meta?", "vs google?", "and in march?", "2025?", "how much of that is prepaid". */

import type { Measure, Metric } from "../../../knowledge/schema.ts";
import { pointsOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { byCode } from "../../knowledge/order.ts";
import { lastDayOf } from "../dates.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { HISTORY } from "./asks.ts";
import { bareOf } from "./follow-up/elliptic.ts";
import { levelOn, seasonCalled } from "./levels.ts";
import { measuresIn } from "./measures.ts";
import { ownMetric } from "./metric.ts";
import { againstMeasure } from "./metric-turns/against-measure.ts";
import {
  endOfYear,
  guidedBefore,
  hasCome,
  LATEST,
  latestOf,
  monthAlone,
  quarterBefore,
  quarterSaid,
  UNTIL_WHEN,
  yearBefore,
  yearEnd,
  yearStart,
} from "./metric-turns/another-time.ts";
import { fullYear } from "./metric-turns/full-year.ts";
import { ratePoint } from "./metric-turns/in-percent.ts";
import { asksLater, laterPeriod } from "./metric-turns/later-time.ts";
import {
  factNaming,
  INCLUDES,
  OF_IT,
  ofFact,
  ofOther,
  PERCENT,
  partNamed,
  partOfOther,
} from "./metric-turns/of-another.ts";
import { ofGroup, oneOfGroup } from "./metric-turns/of-group.ts";
import {
  inGigawatts,
  inOwnLabel,
  levelElsewhere,
  ofSamePeriod,
  POWER,
  pointCalled,
  within,
} from "./metric-turns/of-same-company.ts";
import { replacedSince } from "./metric-turns/replaced-since.ts";
import { cashLeft, forecastOf, partInWords, runwayOf, toldInWords } from "./metric-turns/told-in-words.ts";
import { twoTimes } from "./metric-turns/two-times.ts";
import { otherwiseSaid } from "./otherwise-said.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SHORT = 9;
const NOW = gated(/\b(?:latest|current|currently|newest|most recent|now|today|these days)\b/i);
const SAYS = gated(/\b(?:say|says|said|comment\w*|think|thinks|thought|respond\w*|react\w*|answer(?:ed)?)\b/i);

export const metricFollowUp: ReadRule = { name: "metric-follow-up", read: goOn };

function goOn(reading: Reading): PlanInput | null {
  const { question, library, names, dates, conversation } = reading;
  const before = lastMetric(conversation);
  // What is the latest of somebody else is not as of the day that was spoken of.
  const last = before && names.orgs.length > 0 && NOW.test(question) ? { ...before, asOf: null } : before;
  const metric = last ? library.metrics.get(last.metric) : undefined;
  if (!last || !metric || names.deals.length > 0 || question.split(/\s+/).length > SHORT) return null;
  // What somebody said of it is told in that person's words.
  if (names.people.length > 0 && SAYS.test(question)) return null;
  const against = againstMeasure(reading, last, metric);
  if (against) return against;
  // A share of what is on no record is not the amount itself.
  if (OF_SALES.test(question) && names.orgs.length === 0 && !metric.points.some(({ unit }) => unit === "percent"))
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  const both = twoTimes(reading, goOn);
  if (both) return both;
  const found =
    oneOfGroup(reading, last, metric, (org, measures, period) =>
      ownMetric(library, org, measures, period, reading.asOf),
    ) ??
    ofGroup(reading, last, metric) ??
    ratePoint(reading, last, metric);
  if (found) return found;
  const quarter = quarterBefore(question, last, metric);
  if (quarter?.known) return { ...last, period: quarter.period, history: false, asOf: null };
  const year = fullYear(reading, last, metric);
  // Another measure of the year is said by its own name.
  const current = last.measures.length > 0 ? last.measures : [metric.measure];
  const said = measuresIn(question);
  if (year && (said.length === 0 || said.some((measure) => current.includes(measure))))
    return atPeriod(reading, last, metric, current, year);
  if (guidedBefore(reading, last, metric)) return { ...last, history: true };
  if (quarter) {
    return atPeriod(reading, last, metric, current, quarter.period);
  }
  const later = laterPeriod(reading, last, metric);
  if (later) return atLaterPeriod(reading, last, metric, later);
  if (asksLater(question)) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  const since = replacedSince(reading, metric);
  if (since) return since;
  // "Latest?" after an earlier year is the last level of the same.
  const latest = LATEST.test(question) ? latestOf(reading, last, metric) : null;
  // Words that told a time tell no later one.
  if (latest)
    return {
      ...last,
      period: latest,
      words: /\b20\d\d\b/.test(last.words) ? "" : last.words,
      history: false,
      asOf: null,
    };
  // "Up from?" is what it was before.
  if (UP_FROM.test(question)) return { ...last, history: true };
  if (STARTED_AT.test(question))
    return hasMoved(metric, reading.asOf)
      ? { ...last, history: true }
      : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  const inWords =
    toldInWords(reading, last, metric) ??
    runwayOf(reading, metric) ??
    forecastOf(reading, last, metric) ??
    cashLeft(reading, last, metric);
  if (inWords) return inWords;
  if (otherwiseSaid(bareOf(question).text) !== null && names.orgs.length === 0) return { ...last, history: true };
  if (HISTORY.test(question) && yearBefore(reading, last, metric) === null) return { ...last, history: true };
  // Its own time is said with it.
  if (UNTIL_WHEN.test(question)) return last;
  const powered = POWER.test(question) ? inGigawatts(reading, last, metric) : null;
  if (powered) return powered;
  const pointed = pointCalled(reading, last, metric);
  if (pointed) return pointed;
  const owner = metric.subjects[0] ?? "";
  const others = names.orgs.filter((org) => org !== owner);
  const [other] = others;
  const called = other !== undefined && others.length === 1 ? inOwnLabel(reading, last) : null;
  if (called) return called;
  const counted = INCLUDES.test(question) && other !== undefined ? factNaming(reading, metric, others) : null;
  if (counted) return { ...last, words: counted.slice(0, 400), history: false };
  const part = other !== undefined && others.length === 1 ? partOfOther(reading, last, owner, other) : null;
  if (part) return part;
  if (
    other !== undefined &&
    others.length === 1 &&
    PERCENT.test(question) &&
    (OF_IT.test(question) || question.split(/\s+/).length <= 3)
  )
    return ofFact(reading, last, metric, other);
  const named = other !== undefined && others.length === 1 ? partNamed(reading, last, metric, other) : null;
  if (named) return named;
  const measures = said.length > 0 ? said : current;
  if (other !== undefined && others.length === 1 && PART_OF_IT.test(question))
    return partInWords(reading, last, metric, other);
  if (other !== undefined) return others.length === 1 ? ofOther(reading, last, owner, other, measures) : null;
  // "Net loss?" after the operating loss: another figure of the same record.
  if (said.length > 0 && (!measures.includes(metric.measure) || !said.some((measure) => current.includes(measure))))
    return metric.points.some((point) => said.includes(point.measure))
      ? { ...last, measures: [...said], words: question.slice(0, 400), history: false }
      : ofSamePeriod(reading, last, metric, said);
  const season = seasonCalled(metric, question, measures);
  if (season) return { ...last, period: season, history: false, asOf: null };
  const date = hasCome(reading, dates.asOf ?? dates.since ?? dates.mentioned[0] ?? monthAlone(reading));
  const level = date && date.length > 4 ? levelOn(metric, date, [metric.measure]) : null;
  if (level) return { ...last, period: level, history: false, asOf: null };
  const elsewhere = date && date.length > 4 ? levelElsewhere(reading, metric, last.measures, date) : null;
  if (elsewhere) return { ...last, ...elsewhere, words: "", history: false, asOf: null };
  if (date && date.length > 4 && (!dates.period || date.startsWith(dates.period)))
    return { ...last, period: null, history: false, asOf: lastDayOf(date) };
  const period =
    endOfYear(question, metric) ??
    dates.period ??
    yearEnd(question, metric) ??
    yearStart(reading, last, metric) ??
    quarterSaid(reading, last, metric) ??
    yearBefore(reading, last, metric);
  if (period) return atPeriod(reading, last, metric, measures, period);
  return within(reading, last);
}

/** The same figure at another time: of this record, of one of the same companies, or of the company's own. */
function atPeriod(
  { library, asOf }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  measures: readonly Measure[],
  period: string,
): PlanInput {
  const has = (one: Metric) => one.points.some((point) => fitsPeriod(point.period, period));
  const alike = library.knowledge.metrics.find(
    (one) =>
      one.subjects.length > 1 &&
      [...one.subjects].sort(byCode).join() === [...metric.subjects].sort(byCode).join() &&
      has(one),
  );
  const own = ownMetric(library, metric.subjects[0] ?? "", measures, period, asOf);
  const id = has(metric) ? metric.id : (alike?.id ?? (metric.subjects.length === 1 ? own : null) ?? metric.id);
  return {
    ...last,
    metric: id,
    period,
    words: last.words.replace(OF_TIME, " ").replace(GUIDED, " ").trim(),
    history: false,
    asOf: null,
  };
}

/** A part of the year that is asked for is not that year. */
function atLaterPeriod(reading: Reading, last: PlanOf<"show-metric">, metric: Metric, period: string): PlanInput {
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const plan = atPeriod(reading, last, metric, measures, period);
  const points = (plan.kind === "show-metric" && reading.library.metrics.get(plan.metric)?.points) || [];
  const isThere = points.some((point) => point.period === period || point.period.startsWith(`${period}-0`));
  return isThere ? plan : { ...last, metric: metric.id, period, history: false, asOf: null };
}

/** What was said of the time before says nothing of another. */
const OF_TIME = /\b(?:end|start|beginning|early|mid|late|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|q[1-4])\b/gi;

/** Of another time what came of it may be known. */
const GUIDED = /\bguid(?:e|es|ed|ance|ing)\b/gi;

const OF_SALES = gated(
  /(?:%|\b(?:percent(?:age)?|pct|share)) of (?:the |its |their |those |that |total )*(?:sales|revenues?)\b/i,
);
/** A part of what was told is no figure of somebody else's own. */
const PART_OF_IT = gated(/\bhow (?:much|big a part|large a part) of (?:it|that|this|the (?:total|backlog|whole))\b/i);
const UP_FROM = gated(/^(?:(?:and|so)\b[\s,]*)*(?:(?:up|down|raised|cut|revised|lowered) )?from(?: what)?[\s?.!]*$/i);

/** "Where did it start that year?" after guidance is what was said first. */
const STARTED_AT = gated(
  /^(?:(?:and|so|but|ok)\b[\s,]*)*(?:where|what|how (?:high|low|much)) (?:did|had|has) (?:it|that|this|they|the \w+) (?:start|begin|open|started|begun|opened)(?: (?:out|off))?(?: (?:at|from|with))?(?: (?:that|the|this|last) (?:fiscal )?year| (?:in|at the start of|for) 20\d\d)?(?: (?:at|from|with))?[\s?.!]*$|\b(?:first|original|initial|opening|starting) (?:guide|guidance|target|figure|number|forecast|point|level|range)\b/i,
);

/** Whether a figure was said anew, or stands for several times of one length: a quarter is no later version of a year. */
const hasMoved = (metric: Metric, asOf: string): boolean => {
  const points = pointsOn(metric, asOf).filter(({ point }) => point.measure === metric.measure);
  const [first, ...others] = points.map(({ point }) => point.period.replace(/\d/g, "0"));
  return points.some(({ before }) => before.length > 0) || others.some((shape) => shape === first);
};

/** Of several side by side the last one, or the one that was asked for as the largest. */
function lastMetric({ plan, shown }: Reading["conversation"]): PlanOf<"show-metric"> | null {
  if (plan?.kind === "show-metric") return plan;
  const winner = plan?.kind === "compare-metrics" && plan.rank ? shown?.[0]?.[0]?.record : null;
  const first = plan?.kind === "compare-metrics" ? plan.metrics.find(({ metric }) => metric === winner?.id) : null;
  const side =
    plan?.kind === "compare-metrics"
      ? (first ?? plan.metrics.at(-1))
      : plan?.kind === "compare-figures" && plan.sides.every(({ metric }) => metric !== null)
        ? { metric: plan.sides.at(-1)?.metric ?? "", period: null }
        : undefined;
  if (!side || (plan?.kind !== "compare-metrics" && plan?.kind !== "compare-figures")) return null;
  const measures = plan.kind === "compare-metrics" ? plan.measures : [];
  return { kind: "show-metric", ...side, measures, words: "", history: false, asOf: plan.asOf };
}
