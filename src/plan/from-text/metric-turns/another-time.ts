/** "And in march?", "Q3?", "a year earlier", "latest?" after a company's figure: the time that is meant. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import type { PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";

export const LATEST = gated(
  /^(?:(?:and|so|what about)\b[\s,]*)*(?:the |its )?(?:latest|most recent|newest|current|now|today|these days|right now)(?: (?:one|figure|number|reading|quarter))?[\s?.!]*$/i,
);
export function latestOf({ asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
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

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** "And october?", "what was it in feb": the month, of this year. */
export function monthAlone({ question, library }: Reading): string | null {
  const said =
    /(?:^(?:(?:and|or|what about|how about)\s+)*|\b(?:in|by|for|end of)\s+)(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[\s?.!]*$/i.exec(
      question,
    )?.[1];
  const month = said ? MONTHS.indexOf(said.slice(0, 3).toLowerCase()) + 1 : 0;
  return month > 0 ? `${library.completeTo.slice(0, 4)}-${String(month).padStart(2, "0")}` : null;
}

/** A month that the records have not come to, without a year, is the last one of that name. */
export function hasCome({ question, library }: Reading, date: string | null): string | null {
  if (date === null || date <= library.completeTo || /\b20\d\d\b/.test(question)) return date;
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

const QUARTERS = gated(/\b(a|one|the|two|three|four|six|nine|[1-9]) (quarter|month)s? (?:before|earlier|prior)\b/i);
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, the: 1, two: 2, three: 3, four: 4, six: 6, nine: 9 };

export const asksEarlier = (question: string): boolean => QUARTERS.test(question);

/** "And three months before that?": the level on the day a quarter earlier; where it is not on record, the month that it would be of. */
export function quarterBefore(
  question: string,
  last: PlanOf<"show-metric">,
  metric: Metric,
): { period: string; known: boolean } | null {
  const [, count, unit] = QUARTERS.exec(question) ?? [];
  const many = count ? (COUNTS[count.toLowerCase()] ?? Number(count)) : 1;
  const months = unit && /^month/i.test(unit) ? many : many * 3;
  if ((!count && !/\b(?:prior|previous) quarter\b/i.test(question)) || !(months > 0)) return null;
  const told =
    last.period ?? (metric.points.findLast(({ id }) => id === metric.headline) ?? metric.points.at(-1))?.period ?? "";
  const [, year = "", month = "", quarter = ""] = /^(20\d\d)-(?:(\d\d)|Q([1-4]))/.exec(told) ?? [];
  if (year === "" || (quarter !== "" && months % 3 !== 0)) return null;
  const end = quarter === "" ? Number(month) : Number(quarter) * 3;
  const was = new Date(Date.UTC(Number(year), end - 1 - months, 1)).toISOString().slice(0, 7);
  const inQuarters = `${was.slice(0, 4)}-Q${Number(was.slice(5)) / 3}`;
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  // A level stands under its last day, a flow under its quarter.
  const found = metric.points.find(
    ({ measure, period }) => measures.includes(measure) && (period.startsWith(was) || period === inQuarters),
  );
  return found ? { period: found.period, known: true } : { period: was, known: false };
}

/** "A quarter earlier" of what was guided for a year is what was guided before, where that is on record. */
export const guidedBefore = ({ question, asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric): boolean =>
  (QUARTERS.test(question) || /\b(?:prior|previous) quarter\b/i.test(question)) &&
  pointsOn(metric, asOf).some(
    ({ point, before }) =>
      before.length > 0 &&
      /^(?:FY)?20\d\d$/.test(point.period) &&
      (last.period === null || last.period === point.period),
  );

/** "Q3?" after the second quarter of a year, "what did it actually spend in Q1": of that year. */
const QUARTER =
  /^(?:and |so |what about )?(?:(?:what|how much) (?:did|has|have) (?:it|they) (?:actually |really |then )?(?:spen[dt]|burn(?:ed|t)?|earn(?:ed)?|los[et]|book(?:ed)?|take in|taken in|come to) )?(?:in |for |over |during )?(?:just )?(?:the )?(?:(q[1-4])|(first|1st|second|2nd|last) half|h([12])|(first|second|third|fourth) quarter)(?: alone)?[\s?.!]*$/i;
const HALVES: Readonly<Record<string, string>> = { first: "H1", "1st": "H1", second: "H2", "2nd": "H2", last: "H2" };
const QUARTER_CALLED: Readonly<Record<string, string>> = { first: "Q1", second: "Q2", third: "Q3", fourth: "Q4" };
export function quarterSaid({ question }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const [, said, half = "", number, called = ""] = QUARTER.exec(question) ?? [];
  const quarter =
    said?.toUpperCase() ??
    HALVES[half.toLowerCase()] ??
    (number ? `H${number}` : undefined) ??
    QUARTER_CALLED[called.toLowerCase()];
  const told = last.period ?? metric.points.findLast(({ measure }) => last.measures.includes(measure))?.period ?? "";
  const year = /^((?:FY)?20\d\d)(?:-[QH][1-4])?$/.exec(told)?.[1];
  return quarter && year ? `${year}-${quarter}` : null;
}

/** "At year-end": the last level on the last day of a year. */
export const yearEnd = (question: string, { measure, points }: Metric): string | null =>
  /\b(?:year[- ]?end|(?:the )?end of (?:the |last )*year)\b/i.test(question) && !/\b20\d\d\b/.test(question)
    ? (points.filter((point) => point.measure === measure && /^20\d\d-12(?:-31)?$/.test(point.period)).at(-1)?.period ??
      null)
    : null;

/** "And end of 2025?": the level on the last day of that year, where there is one. */
export function endOfYear(question: string, { measure, points }: Metric): string | null {
  const year = /\b(?:end[- ](?:of )?|year[- ]?end |december )(20\d\d)\b/i.exec(question)?.[1];
  const found = year && points.find((one) => one.measure === measure && one.period.startsWith(`${year}-12`));
  return found ? found.period : null;
}

/** "At the start of the year": the level at the end of the one before. */
export function yearStart({ question }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  if (!/\b(?:start|beginning|turn) of (?:the|this|that) year\b/i.test(question)) return null;
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const points = metric.points.filter(({ measure }) => measures.includes(measure));
  const told = last.period ?? points.at(-1)?.period ?? "";
  const before = String(Number(/20\d\d/.exec(told)?.[0] ?? 0) - 1);
  return points.findLast(({ period }) => period === before || period.startsWith(`${before}-12`))?.period ?? null;
}

/** The year before the one that was told. */
export const ONE_BEFORE = gated(/\b(?:the )?(?:year|one) (?:before|earlier)\b|\b(?:the )?(?:prior|previous) year\b/i);

/** "And the year before?", counted from the year that was told. */
export function yearBefore(
  { question, library: { completeTo } }: Pick<Reading, "question" | "library">,
  last: PlanOf<"show-metric">,
  metric: Metric,
): string | null {
  // Last year is the one before this, not before any that was told.
  const calendar = /\blast year\b/i.test(question);
  if (!calendar && !ONE_BEFORE.test(question)) return null;
  const told =
    last.period ?? (metric.points.findLast(({ id }) => id === metric.headline) ?? metric.points.at(-1))?.period ?? "";
  const year = /20\d\d/.exec(told)?.[0];
  if (calendar && year !== completeTo.slice(0, 4)) return null;
  return year ? told.replace(year, String(Number(year) - 1)) : null;
}

/** "Through when?" after a figure: its own time. */
export const UNTIL_WHEN = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:(?:until|till|through|by|to|up to|as of) when|when (?:is|was) (?:that|it) (?:for|as of)|(?:for|of) (?:what|which) (?:period|year|quarter)|as of what date)(?: (?:is|was|does) (?:that|it)(?: run)?)?[\s?.!]*$/i,
);
