/** A metric of an organisation: the figure asked for, what it revised, and the other points. */
import type { Measure, Metric, Point } from "../../knowledge/schema.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { sayAmount, sayDate } from "../doc/say-figure.ts";
import { pointsOn, type StandingPoint } from "../knowledge/as-of.ts";
import { fitsPeriod, pickPoint, rankMetrics } from "../knowledge/metrics.ts";
import { orgName, readNames } from "../knowledge/resolve.ts";
import { contentWords } from "../knowledge/words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

export function showMetric(plan: PlanOf<"show-metric">, context: Context): Answer {
  const draft = new Draft(context);
  const metric = resolveMetric(plan, context);
  if (!metric)
    return draft.done({
      status: "unknown",
      kind: "show-metric",
      title: "Not known",
      headline: [{ text: `I have no figure for “${shorten(plan.metric)}”${plan.period ? ` in ${plan.period}` : ""}.` }],
    });
  const standing = pickPoint(
    metric,
    { period: plan.period, words: contentWords(plan.words), measures: plan.measures },
    context.asOf,
  );
  if (!standing) {
    return draft.done({
      status: "unknown",
      kind: "show-metric",
      title: metric.name,
      headline: [{ text: `Nothing is recorded for ${metric.name} as of ${sayDate(context.asOf)}.` }],
    });
  }
  const before = standing.before.at(-1);
  const other = plan.period !== null && !isOf(standing.point, plan.period) && !inWords(standing.point, plan.period);
  const headline: Rich = [
    ...(other ? [{ text: `No figure for ${plan.period} is recorded; the nearest: ` }] : []),
    ...(plan.history && before
      ? revised(draft, metric, standing.point, before)
      : current(draft, metric, context, standing)),
  ];
  return draft.done({
    status: other ? "partial" : "answered",
    kind: "show-metric",
    title: metric.name,
    headline,
    blocks: body(draft, metric, context, standing),
  });
}

type Wanted = { metric: string; words: string; measures?: readonly Measure[]; period?: string | null };

export function resolveMetric(plan: Wanted, { library, asOf }: Context): Metric | null {
  const byId = library.metrics.get(plan.metric);
  if (byId) return byId;
  const period = plan.period ?? null;
  const exact = library.names.exact(plan.metric).find((ref) => ref.type === "metric");
  const metric = exact && library.metrics.get(exact.id);
  if (metric && (period === null || pointsOn(metric, asOf).some(({ point }) => isOf(point, period)))) return metric;
  const names = readNames(library, plan.metric);
  return (
    rankMetrics(
      library,
      {
        orgs: names.orgs,
        metrics: [],
        measures: plan.measures ?? [],
        words: contentWords(`${plan.metric} ${plan.words}`),
        period,
      },
      asOf,
    )[0]?.metric ?? null
  );
}

/** A point is of the period asked for, or is a level on a day in it. */
const isOf = (point: Point, period: string): boolean =>
  fitsPeriod(point.period, period) || (point.period === "point" && point.as_of.startsWith(period));

/** "2026" asked of a point whose label, day or period tells of it: "Exit run rate, end of 2026". */
const inWords = (point: Point, period: string): boolean =>
  [point.label, point.term ?? "", point.period, point.as_of].some((text) => text.includes(period.slice(0, 4)));

function current(draft: Draft, metric: Metric, { library }: Context, { point, before }: StandingPoint): Rich {
  const owner = orgName(library, metric.subjects[0] ?? "");
  const name = metric.name.toLowerCase().includes(owner.toLowerCase()) ? metric.name : `${owner}, ${metric.name}`;
  const label = point.label.toLowerCase() === metric.name.toLowerCase() ? "" : `${point.label}: `;
  const last = before.at(-1);
  return [
    { text: `${name}: ${label}` },
    draft.amount(point, `metric:${metric.id}`, metric, "strong"),
    { text: ` (${saying(point)})` },
    ...(last
      ? [
          { text: `; before, ` },
          draft.amount(last, `metric:${metric.id}`, metric),
          { text: ` (${sayDate(last.as_of)})` },
        ]
      : []),
    { text: "." },
    ...disputes(draft, metric, point),
  ];
}

function revised(draft: Draft, metric: Metric, now: Point, before: Point): Rich {
  return [
    { text: `No: ${metric.name} was ` },
    draft.amount(before, `metric:${metric.id}`, metric, "strong"),
    { text: ` as of ${sayDate(before.as_of)}, and is ` },
    draft.amount(now, `metric:${metric.id}`, metric, "strong"),
    { text: ` as of ${sayDate(now.as_of)}.` },
  ];
}

function disputes(draft: Draft, metric: Metric, point: Point): Span[] {
  return (point.disputes ?? []).slice(0, 1).flatMap((dispute) => {
    draft.use({
      low: dispute.low,
      high: dispute.high,
      unit: dispute.unit,
      qualifier: dispute.qualifier,
      origin: `metric:${metric.id}`,
    });
    return [
      draft.sourced(` Contested: another version is ${sayAmount({ ...point, ...dispute })}.`, metric, dispute.sources),
    ];
  });
}

/** "guidance, Meta, as of 29 April 2026". */
export const saying = (point: Point): string =>
  [
    point.type,
    point.stated_by,
    point.period === "point" ? "" : point.period,
    `as of ${sayDate(point.as_of)}`,
    point.confidence === "low" ? "low confidence" : "",
  ]
    .filter(Boolean)
    .join(", ");

function body(draft: Draft, metric: Metric, context: Context, shown: StandingPoint): Block[] {
  const blocks: Block[] = [];
  const points = pointsOn(metric, context.asOf);
  const rows = points
    .flatMap((entry) => [...entry.before, entry.point])
    .map((point): Rich => {
      draft.use({
        low: point.low,
        high: point.high,
        unit: point.unit,
        qualifier: point.qualifier,
        origin: `metric:${metric.id}`,
      });
      return [
        draft.sourced(`${point.label}: ${sayAmount(point)}`, metric, point.sources),
        { text: ` (${saying(point)})${point.note ? ` – ${point.note}` : ""}` },
      ];
    });
  if (rows.length > 1)
    blocks.push({ type: "heading", text: "All figures, oldest first" }, { type: "list", items: rows });
  const facts = metric.facts.filter((fact) => !fact.known || fact.known <= context.asOf);
  if (facts.length > 0)
    blocks.push(
      { type: "heading", text: "Good to know" },
      { type: "list", items: facts.map((fact) => [draft.sourced(fact.text, metric, fact.sources)]) },
    );
  const versions: Rich[] = (shown.point.disputes ?? []).map((dispute) => [
    draft.sourced(`${dispute.says} (${sayAmount({ ...shown.point, ...dispute })})`, metric, dispute.sources),
    { text: `; we show ${sayAmount(shown.point)}: ${shown.point.preferred_because ?? "the better source"}` },
  ]);
  const contested: Rich[] = [
    ...versions,
    ...metric.contested.map((entry): Rich => [draft.sourced(entry.text, metric, entry.sources)]),
  ];
  if (contested.length > 0) blocks.push({ type: "heading", text: "Contested" }, { type: "list", items: contested });
  if (metric.single_origin)
    blocks.push({ type: "note", tone: "caution", text: [{ text: `One origin: ${metric.single_origin}.` }] });
  return blocks;
}
