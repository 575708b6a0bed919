/** What changed in deals and metrics between two days: how firm, how much, what happened. */
import { changedFigures, sameAmount } from "../../knowledge/diff/changed-figures.ts";
import type { Deal, Event, Figure, Metric, PartialDate, Point, Status } from "../../knowledge/schema.ts";
import { hasCome, type Outline, outlineAfter, outlineOn } from "./as-of.ts";
import { statesBetween, statesOn } from "./days.ts";
import type { Library } from "./library.ts";
import { reaches } from "./query.ts";

export type FigureChange = {
  event: Event;
  figure: Figure;
  /** Null where the figure is new. */
  before: Figure | null;
  /** The figure no longer holds. */
  ended: boolean;
};
export type DealChange = {
  deal: Deal;
  state: Outline;
  /** It was not known before. */
  isNew: boolean;
  status: { from: Status; to: Status; event: Event } | null;
  /** Of a deal that was known before. */
  figures: readonly FigureChange[];
  events: readonly Event[];
};

/** From the first to the last day, both in; a month or year as a bound means all its days. */
export type Window = { since: PartialDate | null; until: string };

export function changesOf(library: Library, deals: readonly Deal[], window: Window): DealChange[] {
  const { since, until } = window;
  const out: DealChange[] = [];
  const add = (state: Outline | null) => {
    const change = state ? changeOf(state, since) : null;
    if (change) out.push(change);
  };
  if (deals !== library.knowledge.deals) for (const deal of deals) add(outlineOn(deal, until));
  // Of all deals few have an event in most windows.
  else if (since !== null) for (const state of statesBetween(library, since, until)) add(state);
  else for (const state of statesOn(library, until)) add(state);
  return out;
}

type Kept = {
  since: PartialDate | null /** The number of the first event. */;
  first: number;
  change: DealChange | null;
};
const KEPT = new WeakMap<Outline, Kept>();
/** Null where nothing happened. What was asked last of a deal is kept: for another window it is mostly the same. */
function changeOf(state: Outline, since: PartialDate | null): DealChange | null {
  const known = KEPT.get(state);
  if (known?.since === since) return known.change;
  // Without a first day a deal is held against how it began.
  const first = since === null ? 0 : state.events.findIndex((event) => reaches(event.date, since));
  const isKnown = known?.first === first && known.since !== null && since !== null;
  const change = isKnown ? known.change : first < 0 ? null : compare(state, first, since === null ? 1 : first);
  KEPT.set(state, { since, first, change });
  return change;
}

/** From the event numbered `first` on, held against the deal after its first `known` events. */
function compare(state: Outline, first: number, known: number): DealChange {
  const { deal } = state;
  const events = state.events.slice(first);
  const before = outlineAfter(deal, known);
  if (!before) return { deal, state, isNew: true, status: null, figures: [], events };
  const status =
    before.status === state.status ? null : { from: before.status, to: state.status, event: state.statusEvent };
  const figures = events.some((event) => event.figures || event.ends) ? figureChanges(before, state, events) : [];
  return { deal, state, isNew: false, status, figures, events };
}

function figureChanges(before: Outline, now: Outline, events: readonly Event[]): FigureChange[] {
  const figures = standing(now);
  return changedFigures(standing(before), figures).flatMap(({ id, before: old, after }) => {
    const event = events.findLast((entry) =>
      after ? entry.figures?.some((figure) => figure.id === id) : entry.ends?.includes(id),
    );
    const figure = after ?? figures.get(id)?.figure;
    return event && figure ? [{ event, figure, before: old, ended: !after }] : [];
  });
}

const standing = (outline: Outline) =>
  new Map(outline.figures.map(({ figure, ended }) => [figure.id, { figure, ended: Boolean(ended) }]));

export type PointChange = { metric: Metric; point: Point; before: Point };

/** Points of metrics that revised an earlier one. */
export function revisionsOf(metrics: Iterable<Metric>, { since, until }: Window): PointChange[] {
  const out: PointChange[] = [];
  for (const metric of metrics) {
    const last = new Map<string, Point>();
    for (const point of metric.points) {
      if (!hasCome(point.as_of, until)) continue;
      const before = last.get(point.id);
      if (before && (since === null || reaches(point.as_of, since)) && !sameAmount(before, point))
        out.push({ metric, point, before });
      last.set(point.id, point);
    }
  }
  return out;
}
