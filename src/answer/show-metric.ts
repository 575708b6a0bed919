/** A metric of an organisation: the figure asked for, what it revised, and the other points. */

import type { Measure, Metric, Point } from "../../knowledge/schema.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { sayAmount, sayDate } from "../doc/say-figure.ts";
import { pointsOn, type StandingPoint } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import { fitsPeriod, isLevelIn, pickPoint, rankMetrics } from "../knowledge/metrics.ts";
import { byCode } from "../knowledge/order.ts";
import { soughtWords, wantIn } from "../knowledge/question-words.ts";
import { orgName, readNames } from "../knowledge/resolve.ts";
import { statementsWithin, type WordWithin } from "../knowledge/within-record.ts";
import { contentRoots, contentWords } from "../knowledge/words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { asksWho, whoOf } from "./metric-who.ts";
import { shorten } from "./shorten.ts";

const MANNER = gated(
  /\bhow (?:did|do|does|will|would|is|are|was|were) (?:it|they|that|this)\b.{0,20}\b(?:fund\w*|financ\w*|paid|pay|split|calculat\w*|defined?|measured?)\b/i,
);

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
  const picked = pickPoint(
    metric,
    { period: plan.period, words: contentWords(plan.words), measures: plan.measures },
    context.asOf,
    toldBy(metric, plan, context),
  );
  const standing = picked && GUIDED.test(plan.words) ? asGuided(picked) : picked;
  if (!standing) {
    return draft.done({
      status: "unknown",
      kind: "show-metric",
      title: metric.name,
      headline: [{ text: `Nothing is recorded for ${metric.name} as of ${sayDate(context.asOf)}.` }],
    });
  }
  const revisedOnes = plan.history && plan.period === null ? allRevised(metric, standing, context.asOf) : null;
  const steps = plan.history ? stepsOf(metric, standing, context.asOf) : null;
  const other =
    plan.period !== null && !isOf(standing.point, plan.period) && !inWords(metric, standing.point, plan.period);
  const fact = steps ? null : factOf(draft, metric, plan, context, other);
  // A number is no reason.
  if (!fact && !steps && (wantIn(plan.words, null) === "reason" || MANNER.test(plan.words)))
    return draft.done({
      status: "unknown",
      kind: "show-metric",
      title: metric.name,
      headline: [
        {
          text: `The records of ${metric.name} do not say ${MANNER.test(plan.words) ? "how" : "why"}, as of ${sayDate(context.asOf)}.`,
        },
      ],
    });
  const who = asksWho(plan.words) && !steps ? whoOf(draft, metric, context, plan.words) : null;
  const headline: Rich = who ?? [
    ...(other && !fact && !steps ? [{ text: `No figure for ${plan.period} is recorded; the nearest: ` }] : []),
    ...(fact?.first ? [fact.span, { text: " " }] : []),
    ...(revisedOnes
      ? revisedEach(draft, metric, revisedOnes)
      : steps
        ? [...yesOrNo(plan.words, steps), ...revised(draft, metric, steps.points, steps.bySaid)]
        : current(draft, metric, context, standing)),
    ...(fact && !fact.first ? [{ text: " " }, fact.span] : []),
    // Whoever says from what it was cut need not have kept the earlier figure.
    ...(!steps && !fact && standing !== picked && standing.point.note && (plan.history || MOVED.test(plan.words))
      ? [{ text: " " }, draft.sourced(standing.point.note, metric, standing.point.sources)]
      : []),
  ];
  return draft.done({
    status: other && !fact && !steps ? "partial" : "answered",
    kind: "show-metric",
    title: metric.name,
    headline,
    blocks: body(draft, metric, context, standing),
  });
}

/** What was guided for a time that is over, and not what came of it. */
function asGuided(standing: StandingPoint): StandingPoint {
  const at = standing.point.type === "guidance" ? -1 : standing.before.findLastIndex(({ type }) => type === "guidance");
  const point = standing.before[at];
  return point ? { ...standing, point, before: standing.before.slice(0, at) } : standing;
}
const MOVED = gated(/\b(?:before|prior|previous|cut|rais|lift|chang|original|from)/i);
const GUIDED = /\bguid(?:e|es|ed|ance|ing)\b/i;

/** How much of the words that tell one statement of the record from another a point has. */
function toldBy(metric: Metric, { words, period }: PlanOf<"show-metric">, context: Context): (point: Point) => number {
  const told = new Map(
    within(metric, words, context).flatMap(({ statement: { amount }, own }) =>
      amount ? [[amount, own] as const] : [],
    ),
  );
  // In its own words a point of that time is meant and no other that has them too.
  const isItself = ({ label, period: own }: Point) => label === words && (period === null || fitsPeriod(own, period));
  return (point) => (isItself(point) ? WHOLLY : (told.get(point) ?? 0));
}
const WHOLLY = 2;

function within(metric: Metric, said: string, { library, asOf }: Context): readonly FoundStatement[] {
  const owners = new Set(contentRoots(metric.subjects.map((id) => orgName(library, id)).join(" ")));
  const words = soughtWords(said).map(
    (word): WordWithin => ({ ...word, name: owners.has(word.word) ? "own" : null, part: 1 }),
  );
  return statementsWithin(
    library,
    `metric:${metric.id}`,
    { words, want: null, order: null, numbers: [], others: [], asOf },
    MOST,
  );
}
const MOST = 40;

/** A sentence of the record that has what was asked beyond the figure: whether something is counted, what is expected next. */
function factOf(draft: Draft, metric: Metric, plan: PlanOf<"show-metric">, { library, asOf }: Context, other: boolean) {
  const said = (fact: Metric["facts"][number] | undefined, first: boolean, before = "") =>
    fact ? { first, span: draft.sourced(`${before}${fact.text}`, metric, fact.sources) } : null;
  const year = /20\d\d/.exec(plan.period ?? "")?.[0];
  const known = metric.facts.filter((fact) => !fact.known || fact.known <= asOf);
  // Of a period without a figure a sentence may tell.
  if (other)
    return year
      ? said(
          known.find((fact) => fact.text.includes(year)),
          true,
        )
      : null;
  const all = within(metric, plan.words, { library, asOf }).slice(0, 12);
  const points = Math.max(0, ...all.map((one) => (one.statement.kind === "point" ? one.own : 0)));
  const found = all.flatMap((one) => {
    const fact = one.statement.kind === "fact" ? metric.facts[one.statement.index] : undefined;
    return fact && one.coverage >= TOLD ? [{ fact, own: one.own }] : [];
  });
  if (COUNTED.test(plan.words)) {
    const fact = found.find((one) => COUNTED.test(one.fact.text) || LEFT_OUT.test(one.fact.text))?.fact;
    // A turn that asks for the sentence itself asks by no yes or no.
    const isSentence = fact?.text.startsWith(plan.words) ?? false;
    return said(fact, true, isSentence ? "" : fact && LEFT_OUT.test(fact.text) ? "No: " : "Yes: ");
  }
  return said(found.find((one) => one.own >= Math.max(OWN, points + BETTER))?.fact, true);
}
const COUNTED = gated(/\b(?:includ|count|cover|contain)\w*/i);
const LEFT_OUT = gated(
  /\b(?:lea(?:ve|ves|ving)(?: \w+)? out|left out|exclud\w+|without|does not|not (?:in|part|counted))\b/i,
);
const TOLD = 0.6;
const OWN = 0.4;
/** A sentence is meant where it has this much more of the words than any figure. */
const BETTER = 0.15;

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
const isOf = (point: Point, period: string): boolean => fitsPeriod(point.period, period) || isLevelIn(point, period);

/** "2026" asked of a point whose label or period tells of it: "Exit run rate, end of 2026". */
const inWords = (metric: Metric, point: Point, period: string): boolean => {
  const year = /^(?:FY)?(20\d\d)$/.exec(period)?.[1];
  // Half a year or a quarter is told by nothing but itself.
  if (year === undefined) return false;
  return [metric.name, point.label, point.term ?? "", point.period].some((text) => text.includes(year));
};

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

/** "It changed: $75B (February 2025) → about $85B (July 2025) → about $91–93B (29 October 2025)." */
function revised(draft: Draft, metric: Metric, points: readonly Point[], bySaid: boolean): Rich {
  const last = points.length - 1;
  const when = (point: Point) => (bySaid ? sayDate(point.as_of) : point.period);
  const from = Math.max(0, points.length - MOST_STEPS);
  const same = points.every((point) => point.low === points[0]?.low && point.high === points[0]?.high);
  return [
    { text: `${metric.name} ${same ? "stayed" : wayOf(points)}: ` },
    ...points
      .slice(from)
      .flatMap(
        (point, index): Rich => [
          { text: index === 0 ? "" : " → " },
          draft.amount(point, `metric:${metric.id}`, metric, from + index === last ? "strong" : undefined),
          { text: ` (${when(point)})` },
        ],
      ),
    { text: "." },
  ];
}
/** Which way it went, where each step went the same way and the words of the figures leave no doubt. */
function wayOf(points: readonly Point[]): "rose" | "fell" | "changed" {
  const steps = points.slice(1).map((now, at) => {
    const last = points[at];
    const [lastLow, lastHigh] = [last?.low ?? last?.high ?? 0, last?.high ?? last?.low ?? 0];
    const [low, high] = [now.low ?? now.high ?? 0, now.high ?? now.low ?? 0];
    if (now.qualifier === "up-to" || last?.qualifier === "up-to" || now.unit !== last?.unit) return 0;
    return low >= lastLow && high > lastHigh
      ? 1
      : high <= lastHigh && low < lastLow && now.qualifier !== "at-least"
        ? -1
        : 0;
  });
  if (steps.every((step) => step > 0)) return "rose";
  return steps.every((step) => step < 0) ? "fell" : "changed";
}

/** Whether it has changed, and that way, where that is asked by yes or no. */
function yesOrNo(words: string, { points, bySaid }: { points: readonly Point[]; bySaid: boolean }): Rich {
  const [last, now] = points.slice(-2);
  if (!bySaid || !last || !now || !/^did /.test(words)) return [];
  const sizeOf = ({ low, high }: Point) => (low ?? high ?? 0) + (high ?? low ?? 0);
  const step = Math.sign(sizeOf(now) - sizeOf(last));
  const way = /\b(?:rais|lift|hik|increas|bump|boost|up)/i.test(words)
    ? step > 0
    : /\b(?:cut|lower|trim|reduc)/i.test(words)
      ? step < 0
      : /\b(?:kept|keep|reiterat|maintain|held)/i.test(words)
        ? step === 0
        : step !== 0;
  return [{ text: way ? "Yes. " : step === 0 ? "No, it was kept. " : "No. " }];
}

const MOST_STEPS = 6;
const AHEAD = new Set(["target", "forecast"]);

/** Where the figure that stands for all was never revised, those that were, each by itself: forecasts of several years. */
function allRevised(metric: Metric, standing: StandingPoint, asOf: string): StandingPoint[] | null {
  if (standing.before.length > 0) return null;
  const found = pointsOn(metric, asOf).filter(({ point, before }) => before.length > 0 && AHEAD.has(point.type));
  return found.length > 0 ? found : null;
}

/** "2026: about $17B (6 September 2025) → about $25B (February 2026)". */
function revisedEach(draft: Draft, metric: Metric, found: readonly StandingPoint[]): Rich {
  const origin = `metric:${metric.id}` as const;
  return [
    { text: `${metric.name} changed: ` },
    ...found.flatMap(
      ({ point, before }, index): Rich => [
        { text: `${index === 0 ? "" : "; "}${point.period}: ` },
        ...[...before.slice(1 - MOST_STEPS), point].flatMap(
          (one, at): Rich => [
            { text: at === 0 ? "" : " → " },
            draft.amount(one, origin, metric, one === point ? "strong" : undefined),
            { text: ` (${sayDate(one.as_of)})` },
          ],
        ),
      ],
    ),
    { text: "." },
  ];
}

/** What a figure was before: its own versions, else the same measure in the periods before it. */
function stepsOf(
  metric: Metric,
  { point, before }: StandingPoint,
  asOf: string,
): { points: Point[]; bySaid: boolean } | null {
  if (before.length > 0) return { points: [...before, point], bySaid: true };
  const alike = pointsOn(metric, asOf)
    .map((entry) => entry.point)
    .filter(
      (other) =>
        other.measure === point.measure &&
        other.unit === point.unit &&
        /^(?:FY)?20\d\d/.test(other.period) &&
        // A quarter is no later step of a year.
        partOfYear(other) === partOfYear(point),
    );
  // What is only hoped for is no step of what was.
  const been = alike.filter((other) => !AHEAD.has(other.type));
  // Of one period the figure that is asked for, or the whole, and none of its parts.
  const first = new Map<string, Point>();
  for (const other of been.length > 1 ? been : alike)
    if (!first.has(other.period) || other.id === point.id || other.id === metric.headline)
      first.set(other.period, other);
  const points = [...first.values()].sort((a, b) => byCode(a.period, b.period));
  return points.length > 1 ? { points, bySaid: false } : null;
}

const partOfYear = ({ period }: Point): string => /-([QH])\d$/.exec(period)?.[1] ?? "";

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
