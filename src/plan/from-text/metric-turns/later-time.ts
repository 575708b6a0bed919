/** "A quarter later?", "a year on", "and one more?" after a company's figure: the same figure at a later time, counted from the one told. */
import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { byCode } from "../../../knowledge/order.ts";
import type { PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";

const LEADS = String.raw`^(?:(?:and|or|so|but|then|ok|okay|what about|how about|what was it|how much was it|where was it|in|by|for)\b[\s,]*)*`;
const COUNT = "an?|one|two|three|four|six|nine|twelve|another|[1-9]|12";
const LATER = new RegExp(
  String.raw`${LEADS}(?:just |only )?(?:(${COUNT})(?: more)? (year|quarter|month)s? (?:later|on|after(?:wards?)?(?: that)?|further(?: on)?|ahead|down the (?:line|road))|(?:the )?(?:next|following) (?:one |(year|quarter|month))|(?:the )?(year|quarter|month) (?:after(?:wards?)?|following)(?: (?:that|it))?|(?:an?|one|another) (?:more )?(year|quarter|month)(?: more)?(?: on| later)?)[\s?.!]*$`,
  "i",
);
/** "Some months later", "later?": as far on as the next time on record. */
const SOMETIME = new RegExp(
  String.raw`${LEADS}(?:(?:a few|some|several|a couple of) (?:months|quarters|weeks) (?:later|on|after(?:wards)?|further on)|(?:sometime )?later(?: on)?|after(?:wards| that))[\s?.!]*$`,
  "i",
);
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  another: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  nine: 9,
  twelve: 12,
};
const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

export const asksLater = (question: string): boolean => LATER.test(question) || SOMETIME.test(question);

/** A period that many months later, whether or not it is on record; null where nothing later is asked for. */
export function laterPeriod(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const { question } = reading;
  const found = LATER.exec(question);
  if (!found && !SOMETIME.test(question)) return null;
  const told = periodTold(reading, last, metric);
  if (told === null) return null;
  if (!found) return nextOnRecord(reading, last, metric, told);
  const unit = (found.slice(2).find((group) => group !== undefined) ?? "year").toLowerCase();
  const count = COUNTS[(found[1] ?? "one").toLowerCase()] ?? Number(found[1]);
  return moved(told, count * (MONTHS[unit] ?? 12), metric);
}

/** The time of the figure that was shown last. */
function periodTold({ conversation }: Reading, last: PlanOf<"show-metric">, metric: Metric): string | null {
  const shown = conversation.shown?.[0]?.[0];
  const own = shown?.record?.id === metric.id ? metric.points.find(({ id }) => id === shown.figure) : undefined;
  return (
    own?.period ??
    last.period ??
    (metric.points.findLast(({ id }) => id === metric.headline) ?? metric.points.at(-1))?.period ??
    null
  );
}

/** Of years, halves and quarters the same shape; of days the point in that month. */
function moved(told: string, months: number, { points }: Metric): string | null {
  const [, fiscal = "", year = "", part = ""] = /^(FY)?(20\d\d)(?:-(Q[1-4]|H[12]))?$/.exec(told) ?? [];
  if (year !== "") {
    // The quarter after a year, or after a half of it, is the first of what follows.
    if (months === 3 && part === "") return `${fiscal}${Number(year) + 1}-Q1`;
    if (months === 3 && part.startsWith("H"))
      return part === "H1" ? `${fiscal}${year}-Q3` : `${fiscal}${Number(year) + 1}-Q1`;
    const length = part.startsWith("Q") ? 3 : part.startsWith("H") ? 6 : 12;
    if (months % length !== 0) return null;
    const count = 12 / length;
    const at = Number(year) * count + Number(part.slice(1) || 1) - 1 + months / length;
    const [later, index] = [Math.floor(at / count), (at % count) + 1];
    return `${fiscal}${later}${part === "" ? "" : `-${part[0]}${index}`}`;
  }
  const [, from = "", month = ""] = /^(20\d\d)-(\d\d)/.exec(told) ?? [];
  if (from === "") return null;
  const then = new Date(Date.UTC(Number(from), Number(month) - 1 + months, 1)).toISOString().slice(0, 7);
  return points.find(({ period }) => period.startsWith(then))?.period ?? then;
}

/** The last day that a period may mean, as text that sorts. */
export const endOfPeriod = (period: string): string => {
  const [, year = "", part = ""] = /^(?:FY)?(20\d\d)(?:-(.+))?$/.exec(period) ?? [];
  if (part.startsWith("Q")) return `${year}-${String(Number(part[1]) * 3).padStart(2, "0")}`;
  return part.startsWith("H") ? `${year}-${part === "H1" ? "06" : "12"}` : `${year}-${part || "12"}`;
};

function nextOnRecord({ asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric, told: string): string | null {
  const measures = last.measures.length > 0 ? last.measures : [metric.measure];
  const later = pointsOn(metric, asOf)
    .map(({ point }) => point)
    .filter(
      ({ measure, type, period }) =>
        measures.includes(measure) && !FUTURE.has(type) && endOfPeriod(period) > endOfPeriod(told),
    )
    .map(({ period }) => period)
    .sort((a, b) => byCode(endOfPeriod(a), endOfPeriod(b)));
  return later[0] ?? null;
}
const FUTURE: ReadonlySet<string> = new Set(["target", "forecast", "guidance"]);
