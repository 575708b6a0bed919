/** The last state of a record: its status, and the figures that its events or points have set or ended, `since` when. */
import type { Deal, Figure, Metric, PartialDate, Point, Status } from "../schema.ts";
import type { FigureAmount, WhatChanged } from "./change.ts";
import { changedFigures, type Standing } from "./changed-figures.ts";
import { diffFields } from "./diff-fields.ts";

type Dated = Standing<Figure | Point> & { since: PartialDate };
type Figures = ReadonlyMap<string, Dated>;

export function foldDeal(deal: Deal): { status: Status; statusSince: PartialDate; figures: Figures } {
  const first = deal.events[0];
  let status: Status = first?.status ?? "announced";
  let statusSince: PartialDate = first?.date ?? "";
  const figures = new Map<string, Dated>();
  for (const event of deal.events) {
    // An event that only repeats the status does not begin it anew.
    if (event.status && event.status !== status) [status, statusSince] = [event.status, event.date];
    for (const figure of event.figures ?? []) figures.set(figure.id, { figure, since: event.date, ended: false });
    for (const id of event.ends ?? []) {
      const standing = figures.get(id);
      if (standing) figures.set(id, { ...standing, since: event.date, ended: true });
    }
  }
  return { status, statusSince, figures };
}

export const foldMetric = (metric: Metric): Figures =>
  new Map(metric.points.map((point) => [point.id, { figure: point, since: point.as_of, ended: false }]));

export function diffFigures(old: Figures, now: Figures): WhatChanged[] {
  // Where no event is newer than the one before, the same day is told otherwise than it was.
  const newDate = (id: string) => (now.get(id)?.since === old.get(id)?.since ? null : (now.get(id)?.since ?? null));
  const changed = changedFigures(old, now).map(
    ({ id, before, after }): WhatChanged => ({
      kind: "figure",
      figure: id,
      before: before && amountOf(before),
      after: after && amountOf(after),
      date: newDate(id),
    }),
  );
  // What a later event says of its own figure is new with it; only what was said before can have been mended.
  const mended = [...now].flatMap(([id, is]) => {
    const was = old.get(id);
    return was && newDate(id) === null ? diffFields(was.figure, is.figure, UNTOLD, `${id} `) : [];
  });
  return [...changed, ...mended];
}

const amountOf = ({ low, high, qualifier, unit, per, counted }: Figure | Point): FigureAmount => ({
  low,
  high,
  qualifier,
  unit,
  ...(per && { per }),
  ...(counted && { counted }),
});

/** The amount is told as one, and which of its sources a figure rests on is no fact of the deal. */
const UNTOLD = ["low", "high", "qualifier", "unit", "per", "counted", "printed", "sources"];
