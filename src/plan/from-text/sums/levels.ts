/** How a company's figure moved between two dated levels of it: in percent, and for each month or year where that is asked. */

import type { Metric, Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { LEVELS, rankMetrics } from "../../../knowledge/metrics.ts";
import { measuresIn } from "../measures.ts";
import { type Moment, momentsIn } from "./moments.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";

const MOVES = gated(
  /\b(?:growth|grow|grew|grown|growing|cagr|rise|rose|risen|increase[ds]?|jump(?:ed)?|climb(?:ed)?|gain(?:ed)?|gone up|went up|up by|expand(?:ed)?|compound\w*|swell(?:ed)?|balloon(?:ed)?)\b/i,
);
const IN_PERCENT = /\b(?:by )?(?:what |how many |in )?(?:percent(?:age)?|per cent|pct)\b|%/gi;
const RATE = gated(/\b(?:cagr|compound\w*|annuali[sz]ed|growth rate|rate of growth)\b/i);
const UNTIL_NOW = gated(/\b(?:since|until now|to date|to now|so far|to today|to the latest|latest)\b/i);

/** When a company's fiscal quarter ends no record says. */
const FISCAL_QUARTER = /\b(?:fiscal|fy)\b.*\bq[1-4]\b|\bq[1-4]\b.*\b(?:fiscal|fy(?:\d\d)?)\b/i;

export const levels: ReadSum = ({ reading, words, text, terms }) => {
  if (!MOVES.test(words) || terms.some(({ kind }) => kind !== "year") || FISCAL_QUARTER.test(text)) return null;
  const { names, library, asOf } = reading;
  // "By what percentage did its backlog rise" is of no share of the backlog.
  const measures = measuresIn(text.replace(IN_PERCENT, " "));
  const metrics = names.mentions.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "metric" ? [id] : [])));
  if (names.orgs.length + metrics.length === 0 || measures.length + metrics.length === 0) return null;
  if (names.deals.length + names.people.length > 0 || names.orgs.length > 1) return null;
  const moments = momentsIn(text);
  const [first, second, ...more] = moments.length === 1 && !UNTIL_NOW.test(words) ? within(text, moments[0]) : moments;
  if (!first || more.length > 0 || (!second && !UNTIL_NOW.test(words))) return null;
  const ranked = rankMetrics(library, { orgs: names.orgs, metrics, measures, words: [], period: null }, asOf);
  const metric = ranked.find(({ metric: one }) => LEVELS.has(one.measure) && one.points.length > 1)?.metric;
  if (!metric || (measures.length > 0 && !measures.includes(metric.measure))) return null;
  const standing = pointsOn(metric, asOf).map(({ point }) => point);
  const points = sameThing(metric, standing).filter((point) => (point.low ?? point.high) !== null);
  const [one, other] = [pointAt(points, first), second ? pointAt(points, second) : points.at(-1)];
  if (!one || !other || one.id === other.id) return null;
  const [from, to] = dayOf(one) <= dayOf(other) ? [one, other] : [other, one];
  return grown(metric, from, to, words);
};

/** "In the first quarter of 2026": from the level before it to that at its end. */
function within(text: string, moment: Moment | undefined): readonly Moment[] {
  if (!moment) return [];
  const { year, month, start, end } = moment;
  const said = text.slice(start, end);
  if (/^q[1-4]/i.test(said) && month !== null)
    return [{ ...moment, year: month === 3 ? year - 1 : year, month: month === 3 ? 12 : month - 3 }, moment];
  const before =
    /\b(?:in|during|over|throughout|for|within)\s+(?:the (?:whole |full )?(?:calendar )?(?:year )?(?:of )?)?$/i;
  if (month === null && before.test(text.slice(0, start)))
    return [
      { ...moment, year: year - 1, month: 12 },
      { ...moment, month: 12 },
    ];
  return [moment];
}

function grown(metric: Metric, from: Point, to: Point, words: string) {
  const of = (point: Point): SumLine => ({
    label: point.label.slice(0, 80),
    expression: `@${metric.id}:${point.id}`,
  });
  const lines: SumLine[] = [
    of(from),
    of(to),
    { label: "change", expression: "(#2 - #1) / #1 in %" },
    { label: "difference", expression: "#2 - #1" },
    { label: "multiple", expression: "#2 / #1" },
  ];
  const months = monthsBetween(dayOf(from), dayOf(to));
  const asked = periodsAsked(words);
  const period = asked.includes("month") ? "month" : asked.includes("quarter") ? "quarter" : "year";
  const isRate = RATE.test(words) || asked.length > 0;
  if (isRate && (months === null || months === 0)) return null;
  if (isRate) {
    const steps = (months ?? 12) / { month: 1, quarter: 3, year: 12 }[period];
    lines.push({
      label: `growth a ${period} over ${months} months`,
      expression: `#5 ^ (1 / ${Number(steps.toPrecision(8))}) - 1 in %`,
    });
  }
  return evaluated(lines, { title: metric.name, lead: isRate ? [6, 3, 1, 2] : [3, 4, 1, 2] });
}

/** The day or month that a level is of. */
const dayOf = ({ period, as_of }: Point): string =>
  /^20\d\d$/.test(period) ? `${period}-12` : /^20\d\d-\d\d/.test(period) ? period : as_of;

function monthsBetween(a: string, b: string): number | null {
  const at = (day: string) =>
    /^20\d\d-\d\d/.test(day) ? Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) : null;
  const [from, to] = [at(a), at(b)];
  return from === null || to === null ? null : to - from;
}

/** The level of that month, by the day that it is of or on which it was told; of a year its last. */
function pointAt(points: readonly Point[], { year, month }: Moment): Point | undefined {
  const key = month === null ? `${year}` : `${year}-${String(month).padStart(2, "0")}`;
  const own = points.filter(({ period }) => period.startsWith(key));
  const told = own.at(-1) ?? points.filter(({ as_of }) => as_of.startsWith(key)).at(-1);
  return told ?? (month === 12 ? points.findLast(({ period }) => period === `${year}`) : undefined);
}

/** Points that are levels of the same thing as the headline: a part of it, or another's, is none. */
function sameThing(metric: Metric, points: readonly Point[]): readonly Point[] {
  const headline = points.find(({ id }) => id === metric.headline) ?? points.at(-1);
  const root = (label: string) => label.toLowerCase().split(/,| in | at | of (?=\w+ 20)/)[0] ?? "";
  return points.filter(
    (point) =>
      point.unit === headline?.unit &&
      point.measure === metric.measure &&
      (root(point.label) === root(headline.label) || metric.measure === "valuation"),
  );
}
