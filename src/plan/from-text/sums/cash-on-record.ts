/** "How long would OpenAI's $73B last at the burn of the first quarter": cash that is given or on record over a burn on record. */

import type { Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { findPeriods } from "../../dates.ts";
import type { Reading } from "../reading.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const LASTS = gated(
  /\brunway\b|\bhow (?:long|many (?:years|quarters|months))\b.*\b(?:last|keep|go|cover|fund|left|run)\b|\b(?:run|runs) out of (?:cash|money)\b/i,
);
const CASH = /\b(?:cash|money|funds?|raised|round|war chest|pile|reserves?|\d|runway)\b/i;
const BURN = gated(/\bburn\w*\b/i);
/** Months that a period of a figure covers: "2026-Q1", "2025-H1", "2025". */
const COVERS: readonly (readonly [RegExp, number])[] = [
  [/^\d{4}-Q\d$/, 3],
  [/^\d{4}-H\d$/, 6],
  [/^\d{4}$/, 12],
];

const AHEAD: ReadonlySet<Point["type"]> = new Set(["forecast", "target", "guidance"]);

type Found = { expression: string; point: Point; months: number };

export const cashOnRecord: ReadSum = (sum) => {
  const { reading, words } = sum;
  const [org, ...more] = reading.names.orgs;
  if (!org || more.length > 0 || !LASTS.test(words) || !BURN.test(words) || !CASH.test(sum.text)) return null;
  const [money, ...others] = sum.terms.filter(({ kind }) => kind !== "year");
  if (others.length > 0 || (money && money.kind !== "money")) return null;
  const burns = pointsOf(reading, org, ({ measure, label }) => measure === "cash-burn" && /\bburn\b/i.test(label));
  const [period] = findPeriods(sum.text);
  const quarter = /\b(?:q([1-4])|(first|second|third|fourth)[- ]quarter)\b/i.exec(sum.text);
  const half = /\b(?:h([12])|(first|second)[- ]half)\b/i.exec(sum.text);
  const fits = ({ period: of }: Point): boolean =>
    quarter ? of.endsWith(`Q${number(quarter)}`) : half ? of.endsWith(`H${number(half)}`) : !period || of === period;
  // Where no time is said, what has been burnt tells more than what is forecast.
  const said = period !== undefined || quarter !== null || half !== null;
  const [burn] = burns
    .filter(({ point }) => fits(point) && (said || !AHEAD.has(point.type)))
    .sort((a, b) => (a.point.period < b.point.period ? 1 : -1));
  if (!burn) return null;
  const cash = money ? null : pointsOf(reading, org, ({ label }) => /^cash and securities/i.test(label), 0).at(-1);
  if (!money && !cash) return null;
  return evaluated(
    [
      money
        ? { label: money.text, expression: write(money) }
        : { label: cash?.point.label.slice(0, 80) ?? "", expression: cash?.expression ?? "" },
      { label: burn.point.label.slice(0, 80), expression: burn.expression },
      { label: "cash lasts", expression: `#1 / (#2 / ${burn.months} months) in years` },
      { label: "in months", expression: "#3 in months" },
      { label: "in quarters", expression: "#4 / 3 months" },
    ],
    {
      lead: /\bquarters\b/i.test(words) ? [5, 3, 2] : [3, 4, 2],
      asOf: reading.dates.asOf,
      title: "How long the cash lasts",
    },
  );
};

const ORDER = ["first", "second", "third", "fourth"];
const number = ([, digit, word]: RegExpExecArray): number =>
  digit ? Number(digit) : ORDER.indexOf((word ?? "").toLowerCase()) + 1;

/** `months`: of figures that cover no time. */
function pointsOf({ library, asOf }: Reading, org: string, is: (point: Point) => boolean, months?: number): Found[] {
  return library.knowledge.metrics
    .filter(({ subjects }) => subjects.includes(org))
    .flatMap((metric) =>
      pointsOn(metric, asOf).flatMap(({ point }) => {
        const covered = months ?? COVERS.find(([pattern]) => pattern.test(point.period))?.[1];
        return covered !== undefined && is(point)
          ? [{ expression: `@${metric.id}:${point.id}`, point, months: covered }]
          : [];
      }),
    );
}
