/** A company's revenue, spending or loss of a year or a quarter, for each day or month of it, or for each gigawatt that it had: "OpenAI's 2025 revenue per GW". */
import type { Measure, Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { findPeriods } from "../../dates.ts";
import { figureNamed } from "./figures-meant.ts";
import { PERIOD_WORDS, type Period, periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";

const PER_GW =
  /(?:\b(?:per|for each|for every|each|every)[\s-]|\/\s?)(?:gws?|gigawatts?|gigs?)\b(?: of (?:compute|capacity|power))?(?: in use)?/gi;
const OTHERWISE =
  /\b(?:which|who|whose|when|where|list|sort|rank\w*|compare\w*|versus|vs|than|growth|grow\w*|cagr|highest|lowest|share|percent\w*|times|multiple|ratio|run[- ]rate|annuali[sz]ed|arr|costs? (?:of|per)|price|gpu|chip|share|user|employee)\b|%/i;
const OF_ASKING =
  /\b(?:how (?:much|many)|what(?:'s| is| was| were| did| does)?|does|did|do|is|was|were|came?|comes?|come|out|to|work(?:s|ed)?|make|made|making|burn(?:ed|t)? through|on average|average|roughly|about|a|an|per|each|every|in dollars|dollars|\$)\b/gi;
const LONGEST = 18;

/** What comes together in a time: a level of a day has no month's part. */
const COME_TOGETHER: ReadonlySet<Measure> = new Set([
  "revenue",
  "revenue-target",
  "costs",
  "capex",
  "capex-guidance",
  "cash-burn",
  "net-loss",
  "operating-loss",
  "compute-spend",
]);
/** In months: no part is asked of what is shorter. */
const MONTHS: Readonly<Record<Period, number>> = {
  year: 12,
  quarter: 3,
  month: 1,
  week: 12 / 52,
  day: 12 / 365,
  hour: 12 / 8760,
};

export const metricForEach: ReadSum = (sum) => {
  const { reading, words } = sum;
  const perGw = words.search(PER_GW) >= 0;
  const periods = periodsAsked(words);
  const [period, ...more] = periods;
  if ((!perGw && !period) || (perGw && period) || more.length > 0) return null;
  const { deals, people, places } = reading.names;
  const orgs = companiesIn(reading);
  if (orgs.length !== 1 || deals.length + people.length + places.length > 0) return null;
  if (sum.terms.some(({ kind }) => kind !== "year") || OTHERWISE.test(words) || words.split(/\s+/).length > LONGEST)
    return null;
  const text = sum.text.replace(PER_GW, " ").replace(PERIOD_WORDS, " ").replace(OF_ASKING, " ");
  const side = figureNamed(reading, text, { orgs, text: "", record: null, not: null, unit: null });
  const point = side?.of?.type === "metric" ? pointOf(sum, side.expression) : null;
  if (!side || !point || point.unit !== "USD" || !COME_TOGETHER.has(point.measure)) return null;
  if (findPeriods(sum.text).length === 0 && point.period === "point") return null;
  const shown = { label: point.label.slice(0, 80), expression: side.expression };
  if (perGw) return forEachGigawatt(sum, orgs[0] ?? "", point, shown);
  const months = lengthOf(point.period);
  if (!period || months === null || MONTHS[period] >= months) return null;
  if (period === "quarter" && hasOwnQuarters(sum, orgs[0] ?? "", point)) return null;
  return evaluated([shown, { label: `a ${period}`, expression: `#1 / (${months} months) in USD/${period}` }], {
    title: side.label.slice(0, 120),
    lead: [2, 1],
    asOf: reading.dates.asOf,
  });
};

/** Where the quarters themselves are on record, a quarter of a year's amount is none of them. */
function hasOwnQuarters({ reading: { library }, text }: Sum, org: string, { measure, period }: Point): boolean {
  const kind = measure.replace(/-(?:guidance|target)$/, "");
  const [year = findPeriods(text).length > 0 ? period : ""] = /20\d\d/.exec(findPeriods(text)[0] ?? "") ?? [];
  return library.knowledge.metrics.some(
    ({ subjects, points }) =>
      subjects.length === 1 &&
      subjects[0] === org &&
      points.filter((one) => one.measure === kind && /-Q[1-4]$/.test(one.period) && one.period.includes(year)).length >
        1,
  );
}

/** Whoever is named, also by a figure of theirs: "OpenAI cash burn". */
const companiesIn = ({ names, library }: Sum["reading"]): string[] =>
  names.orgs.length > 0
    ? [...names.orgs]
    : names.mentions.flatMap(({ refs }) =>
        refs.flatMap(({ type, id }) => (type === "metric" ? (library.metrics.get(id)?.subjects ?? []) : [])),
      );

function pointOf({ reading: { library, asOf } }: Sum, expression: string): Point | null {
  const [id = "", part] = expression.slice(1).split(":");
  const metric = library.metrics.get(id);
  return (metric && pointsOn(metric, asOf).find(({ point }) => point.id === part)?.point) ?? null;
}

const lengthOf = (period: string): number | null =>
  /Q[1-4]$/.test(period) ? 3 : /H[12]$/.test(period) ? 6 : /^(?:FY)?20\d\d$/.test(period) ? 12 : null;

/** By the capacity on record of the same year. */
function forEachGigawatt(
  { reading }: Sum,
  org: string,
  { period }: Point,
  shown: { label: string; expression: string },
) {
  if (!/^20\d\d$/.test(period)) return null;
  for (const metric of reading.library.knowledge.metrics) {
    if (metric.measure !== "compute-capacity" || !metric.subjects.includes(org)) continue;
    const found = pointsOn(metric, reading.asOf).find(({ point }) => point.unit === "GW" && point.period === period);
    if (!found) continue;
    const { id, label } = found.point;
    return evaluated(
      [
        shown,
        { label: label.slice(0, 80), expression: `@${metric.id}:${id}` },
        { label: "for each gigawatt", expression: "#1 / #2" },
      ],
      { title: shown.label, lead: [3, 1, 2], asOf: reading.dates.asOf },
    );
  }
  return null;
}
