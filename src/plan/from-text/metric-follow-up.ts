/** After a company's figure: "and meta?", "vs google?", "and in march?", "2025?", "how much of that is prepaid". */
import type { Metric } from "../../../knowledge/schema.ts";
import { pointsOn } from "../../knowledge/as-of.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { byCode } from "../../knowledge/order.ts";
import { soughtWords } from "../../knowledge/question-words.ts";
import { orgName, readNames } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Plan, PlanInput, PlanOf } from "../plan.ts";
import { HISTORY } from "./asks.ts";
import { namesOnly } from "./follow-up/elliptic.ts";
import { measuresIn } from "./measures.ts";
import { levelOn, ownMetric } from "./metric.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SHORT = 9;

export const metricFollowUp: ReadRule = { name: "metric-follow-up", read: goOn };

function goOn(reading: Reading): PlanInput | null {
  const { question, library, names, dates, conversation } = reading;
  const last = lastMetric(conversation.plan);
  const metric = last ? library.metrics.get(last.metric) : undefined;
  if (!last || !metric || names.deals.length > 0 || question.split(/\s+/).length > SHORT) return null;
  const quarter = quarterBefore(question, last, metric);
  if (quarter) return { ...last, period: quarter, history: false, asOf: null };
  // "Latest?" after an earlier year is the last level of the same.
  const latest = LATEST.test(question) ? latestOf(reading, last, metric) : null;
  if (latest) return { ...last, period: latest, history: false, asOf: null };
  if (HISTORY.test(question) && yearBefore(reading, last, metric) === null) return { ...last, history: true };
  const powered = POWER.test(question) ? inGigawatts(reading, last, metric) : null;
  if (powered) return powered;
  const pointed = pointCalled(reading, last, metric);
  if (pointed) return pointed;
  const said = measuresIn(question);
  const owner = metric.subjects[0] ?? "";
  const others = names.orgs.filter((org) => org !== owner);
  const [other] = others;
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
  const measures = said.length > 0 ? said : last.measures.length > 0 ? last.measures : [metric.measure];
  if (other !== undefined) return others.length === 1 ? ofOther(reading, last, owner, other, measures) : null;
  // "Net loss?" after the operating loss: another figure of the same record.
  if (said.length > 0 && !measures.includes(metric.measure))
    return metric.points.some((point) => said.includes(point.measure))
      ? { ...last, measures: [...said], words: question.slice(0, 400), history: false }
      : ofSamePeriod(reading, last, metric, said);
  const date = hasCome(reading, dates.asOf ?? dates.since ?? dates.mentioned[0] ?? monthAlone(reading));
  const level = date && date.length > 4 ? levelOn(metric, date, [metric.measure]) : null;
  if (level) return { ...last, period: level, history: false, asOf: null };
  const elsewhere = date && date.length > 4 ? levelElsewhere(reading, metric, last.measures, date) : null;
  if (elsewhere) return { ...last, ...elsewhere, words: "", history: false, asOf: null };
  if (date && date.length > 4 && (!dates.period || date.startsWith(dates.period)))
    return { ...last, period: null, history: false, asOf: lastOf(date) };
  const period =
    dates.period ??
    yearEnd(question, metric) ??
    quarterSaid(reading, last, metric) ??
    yearBefore(reading, last, metric);
  if (period) {
    const has = (one: Metric) => one.points.some((point) => fitsPeriod(point.period, period));
    const alike = library.knowledge.metrics.find(
      (one) =>
        one.subjects.length > 1 &&
        [...one.subjects].sort(byCode).join() === [...metric.subjects].sort(byCode).join() &&
        has(one),
    );
    const own = ownMetric(library, owner, measures, period, reading.asOf);
    const id = has(metric) ? metric.id : (alike?.id ?? (metric.subjects.length === 1 ? own : null) ?? metric.id);
    return { ...last, metric: id, period, history: false };
  }
  return within(reading, last);
}

/** "For how many GW" after money: the only power that the record has. */
const POWER =
  /^(?:(?:and|so|for)\b[\s,]*)*(?:how (?:many|much) (?:gws?|mws?|gigawatts?|megawatts?|power|capacity)|gws?|gigawatts?|power|capacity)(?: (?:is|was) (?:that|it)(?: for)?| (?:does|do|did|would) (?:that|it) (?:buy|get|cover|mean)| for)?[\s?.!]*$/i;
function inGigawatts({ asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanInput | null {
  const found = pointsOn(metric, asOf).filter(({ point }) => point.unit === "GW");
  const [only] = found.length === 1 ? found : [];
  return only
    ? { ...last, measures: [only.point.measure], period: only.point.period, words: only.point.label, history: false }
    : null;
}

const LATEST =
  /^(?:(?:and|so|what about)\b[\s,]*)*(?:the |its )?(?:latest|most recent|newest|current|now|today|these days|right now)(?: (?:one|figure|number|reading|quarter))?[\s?.!]*$/i;
function latestOf({ asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const points = pointsOn(metric, asOf).filter(
    ({ point }) => measures.includes(point.measure) && !FUTURE.has(point.type),
  );
  return (
    points
      .map(({ point }) => point.period)
      .sort(byCode)
      .at(-1) ?? null
  );
}
const FUTURE: ReadonlySet<string> = new Set(["target", "forecast", "guidance"]);

/** "Revenue?" after the loss of a quarter: the company's revenue of that quarter. */
function ofSamePeriod(
  { conversation, library, asOf, dates, question }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  said: ReturnType<typeof measuresIn>,
): PlanInput | null {
  const shown = conversation.shown?.[0]?.[0]?.figure;
  const period = last.period ?? metric.points.findLast(({ id }) => id === shown)?.period ?? null;
  const [owner, ...more] = metric.subjects;
  if (period === null || owner === undefined || more.length > 0 || dates.mentioned.length > 0 || dates.period)
    return null;
  if (!namesOnly(question.replace(BARE_MEASURE, " "), readNames(library, ""), [])) return null;
  const id = ownMetric(library, owner, said, period, asOf);
  const other = library.metrics.get(id ?? "");
  if (!other?.points.some((point) => said.includes(point.measure) && fitsPeriod(point.period, period))) return null;
  return { ...last, metric: other.id, period, measures: [...said], words: "", history: false };
}
const BARE_MEASURE =
  /\b(?:revenues?|sales|net|operating|gross|loss(?:es)?|margin|cash|burn|capex|capital|spending|spend|backlog|rpo|valuation|debt)\b/gi;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** "And october?", "what was it in feb": the month, of this year. */
function monthAlone({ question, library }: Reading): string | null {
  const said =
    /(?:^(?:(?:and|or|what about|how about)\s+)*|\b(?:in|by|for|end of)\s+)(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[\s?.!]*$/i.exec(
      question,
    )?.[1];
  const month = said ? MONTHS.indexOf(said.slice(0, 3).toLowerCase()) + 1 : 0;
  return month > 0 ? `${library.completeTo.slice(0, 4)}-${String(month).padStart(2, "0")}` : null;
}

/** A month that the records have not come to, without a year, is the last one of that name. */
function hasCome({ question, library }: Reading, date: string | null): string | null {
  if (date === null || date <= library.completeTo || /\b20\d\d\b/.test(question)) return date;
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

/** The level on that day in another record of the same company, of what was told. */
function levelElsewhere(
  { library }: Reading,
  metric: Metric,
  told: PlanOf<"show-metric">["measures"],
  date: string,
): { metric: string; period: string } | null {
  const measures = told.length > 0 ? told : [metric.measure];
  for (const other of library.knowledge.metrics) {
    if (other === metric || other.subjects[0] !== metric.subjects[0] || !measures.includes(other.measure)) continue;
    const period = levelOn(other, date, measures);
    if (period) return { metric: other.id, period };
  }
  return null;
}

/** Of several side by side the last one. */
function lastMetric(plan: Plan | null): PlanOf<"show-metric"> | null {
  if (plan?.kind === "show-metric") return plan;
  const side =
    plan?.kind === "compare-metrics"
      ? plan.metrics.at(-1)
      : plan?.kind === "compare-figures" && plan.sides.every(({ metric }) => metric !== null)
        ? { metric: plan.sides.at(-1)?.metric ?? "", period: null }
        : undefined;
  if (!side || (plan?.kind !== "compare-metrics" && plan?.kind !== "compare-figures")) return null;
  const measures = plan.kind === "compare-metrics" ? plan.measures : [];
  return { kind: "show-metric", ...side, measures, words: "", history: false, asOf: plan.asOf };
}

/** "Cost of revenue?", "R&D spend": a figure of the same record that is called so, whatever measure it is of. */
function pointCalled(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanInput | null {
  const { question, library, names, asOf, dates } = reading;
  const words = soughtWords(question).filter(({ tells }) => tells);
  if (names.orgs.length > 0 || dates.mentioned.length > 0 || !words.some(({ weak }) => !weak)) return null;
  const [found] = findStatements(
    library,
    { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf },
    1,
    [`metric:${metric.id}`],
  );
  const point = found?.statement.kind === "point" && found.coverage === 1 ? metric.points[found.statement.index] : null;
  if (!found || !point || found.own < OWN || point.id === metric.headline || last.measures.includes(point.measure))
    return null;
  return { ...last, measures: [point.measure], words: question.slice(0, 400), history: false, asOf: null };
}
const OWN = 0.65;

/** "And three months before that?": the level on the day a quarter earlier. */
function quarterBefore(question: string, last: PlanOf<"show-metric">, metric: Metric): string | null {
  if (
    !/\b(?:(?:three|3) months|(?:a|one|the) quarter) (?:before|earlier)\b|\b(?:prior|previous) quarter\b/i.test(
      question,
    )
  )
    return null;
  const told =
    last.period ?? (metric.points.findLast(({ id }) => id === metric.headline) ?? metric.points.at(-1))?.period ?? "";
  const [, year = "", month = ""] = /^(20\d\d)-(\d\d)/.exec(told) ?? [];
  if (year === "") return null;
  const before = new Date(Date.UTC(Number(year), Number(month) - 4, 1)).toISOString().slice(0, 7);
  return metric.points.find((point) => point.period.startsWith(before))?.period ?? null;
}

/** "Q3?" after the second quarter of a year: of that year. */
function quarterSaid({ question }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const quarter = /^(?:and |so |what about )?(?:in |for )?(q[1-4])[\s?.!]*$/i.exec(question)?.[1]?.toUpperCase();
  const told = last.period ?? metric.points.findLast(({ measure }) => last.measures.includes(measure))?.period ?? "";
  const year = /^((?:FY)?20\d\d)-Q[1-4]$/.exec(told)?.[1];
  return quarter && year ? `${year}-${quarter}` : null;
}

/** "At year-end": the last level on the last day of a year. */
const yearEnd = (question: string, { measure, points }: Metric): string | null =>
  /\b(?:year[- ]?end|(?:the )?end of (?:the |last )*year)\b/i.test(question) && !/\b20\d\d\b/.test(question)
    ? (points.filter((point) => point.measure === measure && /^20\d\d-12(?:-31)?$/.test(point.period)).at(-1)?.period ??
      null)
    : null;

/** "And the year before?", counted from the year that was told. */
function yearBefore(
  { question, library: { completeTo } }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): string | null {
  // Last year is the one before this, not before any that was told.
  const calendar = /\blast year\b/i.test(question);
  if (!calendar && !/\b(?:the )?(?:year|one) (?:before|earlier)\b|\b(?:prior|previous) year\b/i.test(question))
    return null;
  const told =
    last.period ?? (metric.points.findLast(({ id }) => id === metric.headline) ?? metric.points.at(-1))?.period ?? "";
  const year = /20\d\d/.exec(told)?.[0];
  if (calendar && year !== completeTo.slice(0, 4)) return null;
  return year ? told.replace(year, String(Number(year) - 1)) : null;
}

/** "Oracle share": a sentence of the record that speaks of it; else it is not on record. */
function ofFact(
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

/** "OpenAI's % of it", "how much of that is OpenAI's": a figure of the company's that is called after the other one. */
function partOfOther(
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
const PERCENT = /%|\b(?:percent\w*|pct|share|fraction|proportion)\b/i;
const OF_IT = /\b(?:of|in) (?:it|that|this|them|those|the (?:total|backlog|whole))\b/i;

function ofOther(
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
  if (/\b(?:vs\.?|versus|against|compared?)\b/i.test(question) && owner !== "")
    return {
      kind: "compare-metrics",
      metrics: [
        { metric: last.metric, period: last.period },
        { metric: id, period },
      ],
      measures: [...measures],
      asOf: dates.asOf ?? last.asOf,
    };
  return {
    ...last,
    metric: id,
    period,
    measures: [...measures],
    words: "",
    history: false,
    asOf: dates.asOf ?? last.asOf,
  };
}

/** The latest figure of the record whose label has all the words as they are: "stake?" is no money that was put in. */
function labelledWith(
  { library, asOf }: Reading,
  last: PlanOf<"show-metric">,
  words: readonly { word: string }[],
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  const found = (metric ? pointsOn(metric, asOf) : []).filter(({ point }) => {
    const own = new Set(contentRoots(point.label));
    return words.every(({ word }) => own.has(word));
  });
  const point = found.at(-1)?.point;
  if (!point || found.length === metric?.points.length) return null;
  return { ...last, measures: [point.measure], period: point.period, words: point.label, history: false, asOf: null };
}

/** "How much of that is component inflation": the only other figure of the record whose label has one of the words. */
function partLabelled(
  { library, asOf, question }: Reading,
  last: PlanOf<"show-metric">,
  words: readonly { word: string }[],
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  if (!metric || !OF_IT.test(question)) return null;
  const found = pointsOn(metric, asOf).filter(({ point }) => {
    const own = new Set(contentRoots(point.label));
    return point.id !== metric.headline && words.some(({ word }) => own.has(word));
  });
  const [only] = found.length === 1 ? found : [];
  return only
    ? { ...last, measures: [only.point.measure], period: only.point.period, words: only.point.label, history: false }
    : null;
}

/** "Corning?" after OpenAI's part of a tally: the part of the same tally that is called after whom is named. */
function partNamed(
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

/** Another figure or a sentence of the same record that has the words: "how much of that is prepaid". */
function within(reading: Reading, last: PlanOf<"show-metric">): PlanInput | null {
  const { question, library, asOf } = reading;
  const words = soughtWords(question).filter((word) => !word.weak);
  if (words.length === 0) return null;
  const labelled = labelledWith(reading, last, words) ?? partLabelled(reading, last, words);
  if (labelled) return labelled;
  const found = findStatements(
    library,
    { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf },
    1,
    [`metric:${last.metric}`],
  )[0];
  const beside = found?.statement.kind === "point" && found.coverage >= COVERED ? null : besideIt(reading, last, words);
  if (beside) return beside;
  if (!found || found.coverage < COVERED) return null;
  const { kind, index } = found.statement;
  const point = kind === "point" ? library.metrics.get(last.metric)?.points[index] : undefined;
  // In its own words it is chosen again.
  return { ...last, words: (point?.label ?? question).slice(0, 400), history: false };
}
const COVERED = 0.6;

/** "Cash left?" after the revenue of a quarter: a figure of another record of the same company and time that has every word. */
function besideIt(
  { library, asOf, conversation }: Reading,
  last: PlanOf<"show-metric">,
  words: ReturnType<typeof soughtWords>,
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  const period = last.period ?? metric?.points.find(({ id }) => id === conversation.shown?.[0]?.[0]?.figure)?.period;
  const keys = library.knowledge.metrics
    .filter(
      (other) =>
        other !== metric &&
        other.subjects.join() === metric?.subjects.join() &&
        other.points.some((point) => point.period === period),
    )
    .map(({ id }) => `metric:${id}`);
  if (!period || keys.length === 0) return null;
  const sought = { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf };
  const [found] = findStatements(library, sought, 1, keys, "amounts").filter(
    ({ coverage, own }) => coverage === 1 && own >= OWN,
  );
  const other = found && library.metrics.get(found.statement.record.id);
  const point = found ? other?.points[found.statement.index] : undefined;
  return other && point
    ? {
        ...last,
        metric: other.id,
        period: point.period,
        measures: [point.measure],
        words: point.label,
        history: false,
        asOf: null,
      }
    : null;
}

const lastOf = (date: string): string => {
  const [year, month, day] = date.split("-").map(Number);
  return day ? date : new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
};
