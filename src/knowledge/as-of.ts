/** Folds a deal's events up to a day: what it was then, how it came to be, what a reader could know. */
import type { Deal, Event, Fact, Figure, Metric, PartialDate, Point, Status } from "../../knowledge/schema.ts";

/** A figure as it stood, and what it replaced, oldest first. */
export type StandingFigure = {
  figure: Figure;
  since: PartialDate;
  before: readonly { figure: Figure; since: PartialDate }[];
  ended: PartialDate | null;
};

/** A deal as its events left it: all that filters, orders and totals need. Folded once, so that many can be looked at. */
export type Outline = {
  deal: Deal;
  status: Status;
  statusSince: PartialDate;
  statusEvent: Event;
  announced: PartialDate;
  events: readonly Event[];
  figures: readonly StandingFigure[];
  /** The headline figures that stand, or stood when the deal ended. */
  money: StandingFigure | null;
  size: StandingFigure | null;
};

export type DealState = Outline & {
  asOf: string;
  facts: readonly Fact[];
  contested: Deal["contested"];
  expected: Deal["expected"];
};

const MONEY = new Set(["USD", "EUR", "GBP", "AUD", "INR"]);
export const isMoney = (unit: string): boolean => MONEY.has(unit);

/** Whether a date as exact as its source has come on `day`: a month has come with its first day. */
export const hasCome = (date: PartialDate, day: string): boolean => date <= day;

/** Null where nothing about the deal was known on that day. */
export function stateOn(deal: Deal, asOf: string): DealState | null {
  const outline = outlineOn(deal, asOf);
  if (!outline) return null;
  const known = (entry: { known?: PartialDate | undefined }) => entry.known === undefined || hasCome(entry.known, asOf);
  return {
    ...outline,
    asOf,
    facts: deal.facts.filter(known),
    contested: deal.contested.filter(known),
    expected: deal.expected,
  };
}

/** Null where nothing about the deal was known on that day. */
export function outlineOn(deal: Deal, asOf: string): Outline | null {
  const last = LAST.get(deal);
  if (last?.asOf === asOf) return last.outline;
  const outline = outlineAt(deal, asOf);
  LAST.set(deal, { asOf, outline });
  return outline;
}
/** Most look at a deal as of the same day. */
const LAST = new WeakMap<Deal, { asOf: string; outline: Outline | null }>();

function outlineAt(deal: Deal, asOf: string): Outline | null {
  const { events } = deal;
  let come = 0;
  while (come < events.length && hasCome(events[come]?.date ?? "", asOf)) come++;
  // A month stands behind its days, and has come before the later ones of them.
  for (let at = come + 1; at < events.length; at++)
    if (hasCome(events[at]?.date ?? "", asOf))
      return (
        fold(deal, [...events.slice(0, come), ...events.slice(come).filter(({ date }) => hasCome(date, asOf))]) ?? null
      );
  return outlineAfter(deal, come);
}

const OUTLINES = new WeakMap<Deal, (Outline | undefined)[]>();

/** The deal as its first `count` events left it; null before the first. */
export function outlineAfter(deal: Deal, count: number): Outline | null {
  let known = OUTLINES.get(deal);
  if (!known) {
    known = [];
    OUTLINES.set(deal, known);
  }
  known[count] ??= fold(deal, deal.events.slice(0, count));
  return known[count] ?? null;
}

function fold(deal: Deal, events: readonly Event[]): Outline | undefined {
  const first = events[0];
  if (!first) return undefined;
  let [status, statusEvent]: [Status, Event] = [first.status ?? "announced", first];
  const standing = new Map<string, StandingFigure>();
  for (const event of events) {
    // An event that only repeats the status does not begin it anew.
    if (event.status && event.status !== status) [status, statusEvent] = [event.status, event];
    for (const figure of event.figures ?? []) {
      const last = standing.get(figure.id);
      standing.set(figure.id, {
        figure,
        since: event.date,
        before: last ? [...last.before, { figure: last.figure, since: last.since }] : [],
        ended: null,
      });
    }
    for (const id of event.ends ?? []) {
      const last = standing.get(id);
      if (last) standing.set(id, { ...last, ended: event.date });
    }
  }
  const figures = [...standing.values()];
  const headline = figures.filter((entry) => entry.figure.headline);
  return {
    deal,
    status,
    statusSince: statusEvent.date,
    statusEvent,
    announced: first.date,
    events,
    figures,
    money: headline.find((entry) => isMoney(entry.figure.unit)) ?? null,
    size: headline.find((entry) => !isMoney(entry.figure.unit)) ?? null,
  };
}

/** The last version of each point as known on a day, with what it revised. */
export type StandingPoint = { point: Point; before: readonly Point[] };
export function pointsOn(metric: Metric, asOf: string): StandingPoint[] {
  const standing = new Map<string, StandingPoint>();
  for (const point of metric.points) {
    if (!hasCome(point.as_of, asOf)) continue;
    const last = standing.get(point.id);
    standing.set(point.id, { point, before: last ? [...last.before, last.point] : [] });
  }
  return [...standing.values()];
}

const OVER = new Set<Status>(["lapsed", "cancelled", "superseded"]);
/** A deal that no longer stands. */
export const isOver = (status: Status): boolean => OVER.has(status);
