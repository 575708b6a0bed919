/** Metrics side by side, or the one that stands out among them. */
import type { Metric, Point } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { StandingPoint } from "../knowledge/as-of.ts";
import { fitsPeriod, isLevelIn, LEVELS, pickPoint } from "../knowledge/metrics.ts";
import { orgName } from "../knowledge/resolve.ts";
import { contentWords } from "../knowledge/words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayClaim } from "./say-claim.ts";
import { sayDifference } from "./say-difference.ts";
import { shorten } from "./shorten.ts";
import { resolveMetric, saying } from "./show-metric.ts";

type Side = { metric: Metric; standing: StandingPoint };

export function compareMetrics(plan: PlanOf<"compare-metrics">, context: Context): Answer {
  const draft = new Draft(context);
  const sides: Side[] = [];
  for (const { metric: name, period } of plan.metrics) {
    const metric = resolveMetric({ metric: name, words: plan.words }, context);
    const asked = { period, words: plan.metrics.length > 1 ? [] : contentWords(plan.words), measures: plan.measures };
    const standing = metric && pickPoint(metric, asked, context.asOf);
    // One figure for two times is that of neither.
    const again = sides.some((side) => side.standing.point === standing?.point);
    if (!metric || !standing || again || !isOfMonth(standing.point, period))
      return draft.done({
        status: "unknown",
        kind: "compare-metrics",
        title: "Not known",
        headline: [
          {
            text: `I have no figure for “${metric?.name ?? shorten(name)}”${period ? ` in ${sayPeriod(period)}` : ""}.`,
          },
        ],
      });
    sides.push({ metric, standing });
  }
  const apart = (a: Side, b: Side) => size(a) - size(b) || least(a) - least(b);
  const sorted = [...sides].sort((a, b) => (plan.rank === "lowest" ? apart(a, b) : apart(b, a)));
  const units = new Set(sides.map((side) => side.standing.point.unit));
  const verdict = plan.rank && units.size === 1 && sides.length > 1;
  const headline = [
    ...(units.size === 1 && sides.length === plan.metrics.length
      ? sayClaim(
          plan.claim,
          sides.map(({ standing }) => standing.point),
        )
      : []),
    ...(verdict ? ranked(draft, context, plan, sorted) : together(draft, context, sides)),
    ...(plan.without.length > 0
      ? [
          {
            text: ` No such figure of ${plan.without.join(" and ")} is on record${sides.length === 1 ? ", so the two are not compared" : ""}.`,
          },
        ]
      : []),
  ];
  const blocks: Block[] = [
    { type: "list", items: sorted.map((side) => line(draft, context, side)) },
    ...(units.size > 1
      ? [
          {
            type: "note" as const,
            tone: "caution" as const,
            text: [{ text: "These are unlike units and are not compared." }],
          },
        ]
      : []),
  ];
  return draft.done({
    status: sides.length === 1 ? "partial" : "answered",
    kind: "compare-metrics",
    title: sides.map((side) => side.metric.name).join(" · "),
    headline,
    blocks,
  });
}

/** A month that is asked for is meant exactly: of another the level was another. */
const isOfMonth = (point: Point, asked: string | null): boolean =>
  asked === null || !MONTH.test(asked) || fitsPeriod(point.period, asked) || isLevelIn(point, asked);
const MONTH = /^20\d\d-\d\d$/;
const sayPeriod = (period: string): string => (MONTH.test(period) ? sayDate(period) : period);

const size = ({ standing }: Side): number => standing.point.high ?? standing.point.low ?? 0;
const least = ({ standing }: Side): number => standing.point.low ?? standing.point.high ?? 0;
const who = ({ library }: Context, { metric }: Side): string => orgName(library, metric.subjects[0] ?? "");

const PLACES = ["", "", "second ", "third ", "fourth ", "fifth ", "sixth "];

/** The one asked for, then the others in their order. */
function ranked(
  draft: Draft,
  context: Context,
  { rank, place }: PlanOf<"compare-metrics">,
  sorted: readonly Side[],
): Rich {
  const chosen = sorted[place - 1] ?? sorted[0];
  const all = chosen ? [chosen, ...sorted.filter((side) => side !== chosen)] : [];
  return all.flatMap(
    (side, index): Rich => [
      {
        text:
          index === 0
            ? `The ${PLACES[place] ?? ""}${rank ?? "highest"}: ${who(context, side)}, `
            : `${index === 1 ? (place > 1 ? "; the others: " : "; then ") : ", "}${who(context, side)} `,
      },
      draft.amount(side.standing.point, `metric:${side.metric.id}`, side.metric, "strong"),
      {
        text:
          index === 0
            ? ` (${side.metric.name}, as of ${sayDate(side.standing.point.as_of)})`
            : index === sorted.length - 1
              ? "."
              : "",
      },
    ],
  );
}

function together(draft: Draft, context: Context, sides: readonly Side[]): Rich {
  const [a, b] = [sides[0], sides[1]];
  // Of one metric at two times the times tell them apart.
  const single = new Set(sides.map(({ metric }) => metric)).size === 1;
  const named = ({ metric, standing }: Side) =>
    single || isOfOtherYear(metric.name, standing.point) ? standing.point.label : metric.name;
  const spans = sides.flatMap(
    (side, index): Rich => [
      {
        text: `${index === 0 ? "" : "; "}${named(side).includes(who(context, side)) ? "" : `${who(context, side)}, `}${named(side)}: `,
      },
      draft.amount(side.standing.point, `metric:${side.metric.id}`, side.metric, "strong"),
      ...(single ? [] : onItsDay(side, sides)),
    ],
  );
  const gap = a && b && sides.length === 2 ? apart(draft, a, b) : [];
  return [...spans, ...(gap.length > 0 ? gap : [{ text: "." }]), { text: unlikeTimes(sides) }];
}

/** "Amazon capex guidance, 2026" has a point of 2025 too. */
const isOfOtherYear = (name: string, { period }: Point): boolean => {
  const [year] = /\b20\d\d\b/.exec(name) ?? [];
  return year !== undefined && /^20\d\d/.test(period) && !period.startsWith(year);
};

/** "year", "quarter", "half": over how long a figure runs; a level stands on a day. */
const spanOf = ({ standing: { point } }: Side): string =>
  LEVELS.has(point.measure)
    ? "level"
    : (/-([QH])\d$/.exec(point.period)?.[1] ?? (/^(?:FY)?\d{4}$/.test(point.period) ? "year" : "other"));
const unlikeTimes = (sides: readonly Side[]): string =>
  new Set(sides.map(spanOf)).size > 1
    ? ` They are of unlike times: ${sides.map(({ standing }) => standing.point.period).join(" and ")}.`
    : "";

/** Levels of unlike days say theirs. */
function onItsDay(side: Side, sides: readonly Side[]): Rich {
  const days = new Set(sides.map(({ standing }) => standing.point.period));
  const { measure, period } = side.standing.point;
  return days.size > 1 && LEVELS.has(measure) && /^20\d\d(?:-\d\d|$)/.test(period)
    ? [{ text: ` (${sayDate(period)})` }]
    : [];
}

/** By how much the larger is the larger, where both are of one unit. */
function apart(draft: Draft, a: Side, b: Side): Rich {
  const [large, small] = size(a) >= size(b) ? [a, b] : [b, a];
  if (a.standing.point.unit !== b.standing.point.unit || size(large) === size(small)) return [];
  return sayDifference(draft, large.standing.point, small.standing.point, false);
}

function line(draft: Draft, context: Context, side: Side): Rich {
  return [
    { text: `${who(context, side)}: `, style: "strong" },
    draft.amount(side.standing.point, `metric:${side.metric.id}`, side.metric),
    { text: ` (${side.metric.name}; ${saying(side.standing.point)})` },
  ];
}
