/** What changed between two days: status moves first, then figures old → new, then what is new, then each event. */
import type { Deal, Event } from "../../knowledge/schema.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { changesOf, type DealChange, type FigureChange, type PointChange, revisionsOf } from "../knowledge/changes.ts";
import { dateOfLast, dealsBetween } from "../knowledge/days.ts";
import type { PlanOf } from "../plan/plan.ts";
import { ofOne } from "./changes-of-one.ts";
import { whichDeal } from "./choose-deal.ts";
import { shortWorth } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { inOrder, lastInOrder, latestOf, nthLatest } from "./in-order.ts";
import { programmeOf, type Scope, scopeOf } from "./scope.ts";
import { shorten } from "./shorten.ts";
import { unknownDeal } from "./with-deal.ts";

/** More events than anybody reads: the last ones are shown, and how many came before is said. */
const MOST_EVENTS = 120;
const MOST_EACH = 60;

export function showChanges(plan: PlanOf<"show-changes">, context: Context): Answer {
  const draft = new Draft(context);
  const scope = scopeOf(plan.subject, context);
  if ("unclear" in scope) return whichDeal(context, scope.unclear, plan.subject ?? "");
  if ("near" in scope) return unknownDeal(draft, "show-changes", plan.subject ?? "", scope.near);
  const one = scope.org === null && scope.deals.length === 1 ? scope.deals[0] : undefined;
  const deals = one ? programmeOf(context, one) : scope.deals;
  const until = plan.until && lastOf(plan.until) < context.asOf ? lastOf(plan.until) : context.asOf;
  const since = plan.since ?? (plan.subject === null ? monthBefore(until) : null);
  if (since !== null && since > context.library.completeTo)
    return draft.done({
      status: "unknown",
      kind: "show-changes",
      title: `Changes: ${scope.name}`,
      headline: [{ text: `I don't know: the records end on ${sayDate(context.library.completeTo)}.` }],
      actions: [{ label: "Last month", line: `changes ${one?.id ?? scope.org ?? ""}`.trim() }],
    });
  const window = { since, until };
  const changes = changesOf(context.library, deals, window);
  const revisions = revisionsOf(metricsOf(scope, context), window);
  const period =
    since && since === plan.until
      ? ` in ${sayDate(since)}`
      : `${since ? ` since ${sayDate(since)}` : ""}${plan.until ? ` until ${sayDate(plan.until)}` : ""}`;
  if (changes.length + revisions.length === 0)
    return draft.done({
      status: "answered",
      kind: "show-changes",
      title: `Changes: ${scope.name}`,
      headline: [{ text: `Nothing changed in the records of ${scope.name}${period}, as far as they go.` }],
      actions: [{ label: "Timeline", line: `timeline ${one?.id ?? scope.org ?? ""}`.trim() }],
    });
  const told = toTold(changes);
  const { moves, figures, fresh, events: count } = told;
  const shown = lastEvents(context, deals, changes, until);
  const several = deals.length > 1;
  const answer = draft.done({
    status: "answered",
    kind: "show-changes",
    title: `Changes: ${scope.name}`,
    headline: one
      ? ofOne({ draft, context, window }, `${scope.name}${period}`, one.id, changes, plan.words, {
          move: (change, unnamed) => move(draft, change, unnamed),
          figure: (change, figure, unnamed) => sayFigure(draft, change, figure, unnamed),
        })
      : headlineOf(draft, `${scope.name}${period}`, told, shown.at(-1)),
    blocks: [
      ...list("Status", moves, movedOn, (change) => sayMove(draft, change)),
      ...list(
        "Figures",
        figures,
        ({ figure }) => figure.event.date,
        ({ change, figure }) => sayFigure(draft, change, figure),
      ),
      ...list(
        "Figures of companies",
        revisions,
        () => "",
        (revision) => sayRevision(draft, revision),
      ),
      ...list(
        "New deals",
        fresh,
        ({ state }) => state.announced,
        (change) => sayNew(draft, change),
      ),
      {
        type: "heading",
        text: shown.length < count ? `The last ${shown.length} of ${count} events` : "Events",
      },
      {
        type: "timeline",
        items: shown.map(({ deal, event }) => ({
          date: event.date,
          text: [
            ...(several ? [{ text: `${deal.name}: `, style: "strong" as const }] : []),
            draft.sourced(event.text, deal, event.sources.slice(0, several ? 1 : 2)),
          ],
        })),
      },
    ],
    actions: one
      ? [
          { label: "Deal", line: `deal ${one.id}` },
          { label: "Timeline", line: `timeline ${one.id}` },
        ]
      : [{ label: "Timeline", line: `timeline ${scope.org ?? ""}`.trim() }],
  });
  return one ? { ...answer, subject: one.id } : answer;
}

type FigureOfDeal = { change: DealChange; figure: FigureChange };
type EventOfDeal = { deal: Deal; event: Event };
/** What is told of many changes, gathered in one pass; `revised`: those with a figure that had another value. */
type Told = {
  moves: DealChange[];
  figures: FigureOfDeal[];
  fresh: DealChange[];
  revised: DealChange[] /** How many. */;
  events: number;
};

function toTold(changes: readonly DealChange[]): Told {
  const told: Told = { moves: [], figures: [], fresh: [], revised: [], events: 0 };
  for (const change of changes) {
    told.events += change.events.length;
    if (change.isNew) told.fresh.push(change);
    if (change.status) told.moves.push(change);
    for (const figure of change.figures) told.figures.push({ change, figure });
    if (change.figures.some((figure) => figure.before !== null)) told.revised.push(change);
  }
  return told;
}

const movedOn = ({ status }: DealChange): string => status?.event.date ?? "";

/** The last events of all, oldest first. */
function lastEvents(
  { library }: Context,
  deals: readonly Deal[],
  changes: readonly DealChange[],
  until: string,
): EventOfDeal[] {
  const all = deals === library.knowledge.deals;
  const from = all ? dateOfLast(library, until, MOST_EVENTS) : nthLatest(datesIn(changes), MOST_EVENTS);
  const lately = all ? new Set(dealsBetween(library, from, until)) : null;
  const last: EventOfDeal[] = [];
  for (const { deal, events } of changes)
    if (!lately || lately.has(deal)) for (const event of events) if (event.date >= from) last.push({ deal, event });
  return inOrder(last, ({ event }) => event.date).slice(-MOST_EVENTS);
}

function* datesIn(changes: readonly DealChange[]): Generator<string> {
  for (const { events } of changes) for (const { date } of events) yield date;
}

/** Of all deals without a first day: the last month. */
function monthBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 10);
}

/** "2026-03" as the last day meant is all of March. */
const lastOf = (date: string): string => (date.length === 10 ? date : `${date}${date.length === 7 ? "-31" : "-12-31"}`);

const metricsOf = (scope: Extract<Scope, { name: string }>, { library }: Context) =>
  scope.org !== null
    ? library.knowledge.metrics.filter((metric) => metric.subjects.includes(scope.org ?? ""))
    : scope.deals === library.knowledge.deals
      ? library.knowledge.metrics
      : [];

/** The last ones, oldest first, with how many there are where not all are shown. */
function list<T>(heading: string, items: readonly T[], dateOf: (item: T) => string, say: (item: T) => Rich): Block[] {
  if (items.length === 0) return [];
  const shown = lastInOrder(items, dateOf, MOST_EACH);
  const text = shown.length < items.length ? `${heading}: the last ${shown.length} of ${items.length}` : heading;
  return [
    { type: "heading", text },
    { type: "list", items: shown.map(say) },
  ];
}

/** How many of each, and the latest move, else the latest figure that was revised, else the last event. */
function headlineOf(draft: Draft, what: string, told: Told, last: EventOfDeal | undefined): Rich {
  const { moves, figures, fresh, events } = told;
  const counts = [
    moves.length > 0 ? `${moves.length} ${moves.length === 1 ? "change" : "changes"} of status` : "",
    figures.length > 0 ? `${figures.length} ${figures.length === 1 ? "figure" : "figures"} new or changed` : "",
    fresh.length > 0 ? `${fresh.length} new ${fresh.length === 1 ? "deal" : "deals"}` : "",
    `${events} ${events === 1 ? "event" : "events"}`,
  ].filter(Boolean);
  const start: Span = { text: `${what}: ${counts.join(", ")}. ` };
  const moved = latestOf(moves, movedOn);
  if (moved) return [start, ...move(draft, moved)];
  const revised = latestOf(told.revised, ({ events: own }) => own.at(-1)?.date ?? "");
  const figure = revised?.figures.find((entry) => entry.figure.headline) ?? revised?.figures[0];
  if (revised && figure) return [start, ...sayFigure(draft, revised, figure)];
  return last ? [start, draft.sourced(shorten(last.event.text, 170), last.deal, last.event.sources)] : [start];
}

/** "Stargate Norway: letter of intent → lapsed (April 2026)". */
function move(draft: Draft, { deal, status }: DealChange, unnamed = false): Span[] {
  if (!status) return [];
  return [
    ...(unnamed ? [] : [{ text: `${deal.name}: `, style: "strong" as const }]),
    draft.sourced(`${status.from} → ${STATUS[status.to]}`, deal, status.event.sources),
    { text: ` (${sayDate(status.event.date)}).` },
  ];
}

export const sayMove = (draft: Draft, change: DealChange): Rich => [
  ...move(draft, change),
  { text: ` ${change.status?.event.text ?? ""}` },
];

/** "OpenAI–AWS: contract value about $38B → about $138B (27 February 2026)". */
export function sayFigure(
  draft: Draft,
  { deal }: DealChange,
  { figure, before, ended, event }: FigureChange,
  unnamed = false,
): Rich {
  const origin = `deal:${deal.id}` as const;
  if (before) draft.use({ low: before.low, high: before.high, unit: before.unit, qualifier: before.qualifier, origin });
  if (!ended) draft.use({ low: figure.low, high: figure.high, unit: figure.unit, qualifier: figure.qualifier, origin });
  const moved = ended
    ? `${sayAmount(before ?? figure)} → no longer holds`
    : `${before ? `${sayAmount(before)} → ` : "new, "}${sayAmount(figure)}`;
  return [
    ...(unnamed ? [] : [{ text: `${deal.name}: `, style: "strong" as const }]),
    { text: `${figure.label}: ` },
    draft.sourced(moved, deal, ended ? event.sources : figure.sources),
    { text: ` (${sayDate(event.date)}).` },
  ];
}

export function sayNew(draft: Draft, { deal, state }: DealChange): Rich {
  const standing = state.money ?? state.size;
  return [
    { text: deal.name, style: "strong" },
    { text: ` (${sayDate(state.announced)}; ${state.status})` },
    ...(standing ? [{ text: ": " }, ...shortWorth(draft, state, standing)] : []),
  ];
}

function sayRevision(draft: Draft, { metric, point, before }: PointChange): Rich {
  const origin = `metric:${metric.id}` as const;
  for (const { low, high, unit, qualifier } of [before, point]) draft.use({ low, high, unit, qualifier, origin });
  return [
    { text: `${metric.name}: `, style: "strong" },
    { text: `${point.label}: ` },
    draft.sourced(`${sayAmount(before)} → ${sayAmount(point)}`, metric, point.sources),
    { text: ` (${sayDate(point.as_of)}).` },
  ];
}
