/** From words to a metric: the organisation it belongs to, the measure, the period. */

import type { Measure, Metric, Point } from "../../knowledge/schema.ts";
import { pointsOn, type StandingPoint } from "./as-of.ts";
import type { Library } from "./library.ts";
import { byCode } from "./order.ts";
import { sense } from "./synonyms.ts";
import { contentWords } from "./words.ts";

/** Metrics that fit, best first. `orgs` are organisations named; `measures` what is asked. */
export function rankMetrics(
  library: Library,
  asked: {
    orgs: readonly string[];
    metrics: readonly string[];
    measures: readonly Measure[];
    words: readonly string[];
    period: string | null;
  },
  asOf: string,
): { metric: Metric; score: number }[] {
  const wanted = new Set(asked.words.map(sense));
  const out: { metric: Metric; score: number }[] = [];
  for (const metric of library.knowledge.metrics) {
    const points = pointsOn(metric, asOf);
    if (points.length === 0) continue;
    const owner = metric.subjects[0] ?? "";
    const ours =
      asked.orgs.length === 0
        ? 0
        : asked.orgs.includes(owner)
          ? 2 + (asked.orgs.length === 1 && metric.subjects.length === 1 ? ALONE : 0)
          : metric.subjects.some((id) => asked.orgs.includes(id))
            ? 1
            : -1;
    if (ours < 0) continue;
    const measure =
      asked.measures.length === 0
        ? 0
        : asked.measures.includes(metric.measure) ||
            points.some(({ point }) => BESIDE.has(point.measure) && asked.measures.includes(point.measure))
          ? 3
          : points.some(({ point }) => asked.measures.includes(point.measure))
            ? 2
            : -3;
    const period = asked.period === null ? 0 : periodScore(points, asked.period);
    let overlap = 0;
    for (const word of wanted)
      if (senses(metric, nameOf).has(word) || points.some(({ point }) => senses(point, labelOf).has(word)))
        overlap += 0.8;
    // A name without its period: of another period another record is meant.
    const named = asked.metrics.includes(metric.id) ? (period < 0 ? 0.5 : 3) : 0;
    const score = ours + measure + period + overlap + named;
    if (score > 1.5) out.push({ metric, score });
  }
  return out.sort(
    (a, b) => b.score - a.score || byCode(b.metric.points.at(-1)?.as_of ?? "", a.metric.points.at(-1)?.as_of ?? ""),
  );
}

/** What is told beside other figures and is no record's own. */
const BESIDE: ReadonlySet<Measure> = new Set(["cash"]);

/** A figure of the time asked for, before one of a part of it or one that runs up to it. */
function periodScore(points: readonly StandingPoint[], asked: string): number {
  if (points.some(({ point }) => fitsPeriod(point.period, asked))) return 2;
  const touches = /^\d{4}$/.test(asked) && points.some(({ point }) => touchesYear(point.period, asked));
  return touches ? 1 : -1;
}
export const touchesYear = (period: string, year: string): boolean =>
  period.startsWith(`${year}-`) || (period.endsWith(` ${year}`) && period !== year);

const nameOf = (metric: Metric): string => [metric.name, ...metric.aliases].join(" ");
/** "Capex of all of SpaceX" is the total. */
const OF_ALL = /\b(?:all of|in all|all together|all (?:four|three) together)\b/i;
const labelOf = (point: Point): string => `${point.label} ${point.term ?? ""}`;
const textOf = (point: Point): string =>
  `${point.label} ${point.id.replaceAll("-", " ")} ${point.period} ${point.stated_by ?? ""} ${point.type} ${point.term ?? ""} ${OF_ALL.test(point.label) ? "total" : ""}`;

const SENSES = new Map<unknown, WeakMap<object, ReadonlySet<string>>>();
/** The senses of what is said of a metric or point, found once. */
function senses<Said extends object>(said: Said, text: (said: Said) => string): ReadonlySet<string> {
  const found = SENSES.get(text) ?? new WeakMap<object, ReadonlySet<string>>();
  SENSES.set(text, found);
  const known = found.get(said) ?? new Set(contentWords(text(said)).map(sense));
  found.set(said, known);
  return known;
}

/** A figure of one organisation alone, before one that it shares. */
const ALONE = 0.5;

const SHARE = new Set(
  contentWords("percent percentage share stake own owns fraction part proportion portion slice chunk cut ownership"),
);

/** The point of a metric that a question is about: by period and words, else the headline. */
export function pickPoint(
  metric: Metric,
  asked: { period: string | null; words: readonly string[]; measures?: readonly Measure[] },
  asOf: string,
  /** How much of the words a point says that tells it from the others. */
  told: (point: Point) => number = () => 0,
): StandingPoint | null {
  const points = pointsOn(metric, asOf);
  const wanted = new Set(asked.words.map(sense));
  const headline = metric.points.findLast((point) => point.id === metric.headline);
  let best: { point: StandingPoint; score: number } | null = null;
  points.forEach((entry, index) => {
    const { point } = entry;
    const own = senses(point, textOf);
    let score = index / 1000 + (point.id === metric.headline ? 0.6 : 0) + told(point) * TOLD;
    if (asked.period && fitsPeriod(point.period, asked.period)) score += 3;
    else if (asked.period && isLevelIn(point, asked.period)) score += 2;
    if (asked.measures?.includes(point.measure)) score += 1.5;
    else if (asked.measures && asked.measures.length > 0) score -= told(point) >= MOSTLY ? 0.5 : 2.5;
    // A share stands beside an amount, and is meant where a share is asked for.
    if (point.unit === "percent" && headline?.unit !== "percent" && !asked.words.some((word) => SHARE.has(word)))
      score -= 1.5;
    for (const word of wanted) if (own.has(word)) score += MONTHS.has(word) ? 1.6 : 0.7;
    if (!best || score > best.score) best = { point: entry, score };
  });
  return (best as { point: StandingPoint } | null)?.point ?? null;
}

/** What it counts that the words are those of one point. */
const TOLD = 3;
/** With so much of them a point is meant though it measures something else. */
const MOSTLY = 0.6;

/** "June" says more than the year, which many points share. */
const MONTHS = new Set(
  "january february march april june july august september october november december".split(" ").map(sense),
);

/** What stands on a day rather than runs over a time: a day or month of a year tells of that year. */
export const LEVELS: ReadonlySet<Measure> = new Set<Measure>([
  "valuation",
  "backlog",
  "debt",
  "cash",
  "compute-capacity",
  "run-rate-revenue",
  "exposure",
  "equity-commitments",
]);

/** "2025" asked of a level in October 2025. */
export const isLevelIn = (point: Point, asked: string): boolean =>
  LEVELS.has(point.measure) &&
  (point.period.startsWith(`${asked}-`) || (point.period === "point" && point.as_of.startsWith(asked)));

/** "2025" asked fits "2025" and "FY2025"; "2025-H1" fits only itself. */
export const fitsPeriod = (period: string, asked: string): boolean => {
  const clean = (value: string) => value.toLowerCase().replace(/[^a-z0-9]/g, "");
  const [a, b] = [clean(period), clean(asked)];
  return (
    a === b ||
    a === `fy${b}` ||
    a === `cy${b}` ||
    `fy${a}` === b ||
    isInQuarter(period, asked) ||
    (/^\d{4}$/.test(asked) && (a === `end${b}` || a.startsWith(`endof${b}`)))
  );
};

/** A level on 31 March stands for the first quarter. */
function isInQuarter(period: string, asked: string): boolean {
  const quarter = /^(20\d\d)-Q([1-4])$/.exec(asked);
  const month = /^(20\d\d)-(\d\d)/.exec(period);
  return (
    quarter !== null &&
    month !== null &&
    quarter[1] === month[1] &&
    Math.ceil(Number(month[2]) / 3) === Number(quarter[2])
  );
}

/** A quarter or half-year that ends after the day; a year or more may be one of plans. */
export function isAfter(period: string, day: string): boolean {
  const [, year = "", part = "", number = ""] = /^(\d{4})-([QH])([1-4])$/.exec(period) ?? [];
  if (!year) return false;
  const month = Number(number) * (part === "Q" ? 3 : 6);
  return `${year}-${String(month).padStart(2, "0")}-28` > day;
}
