import type { Knowledge } from "../read.ts";
import type { Figure, Point } from "../schema.ts";

type Dispute = NonNullable<Figure["disputes"]>[number];
/** A figure of a deal, a point of a metric, or another source's version of one. `figure` is what a version disputes. */
export type Placed = { file: string; path: PropertyKey[]; amount: Figure | Point | Dispute; figure: Figure | Point };

export function everyAmount(knowledge: Knowledge): Placed[] {
  const out: Placed[] = [];
  const add = (file: string, path: PropertyKey[], figure: Figure | Point) => {
    out.push({ file, path, amount: figure, figure });
    figure.disputes?.forEach((amount, index) => out.push({ file, path: [...path, "disputes", index], amount, figure }));
  };
  for (const deal of knowledge.deals)
    deal.events.forEach((event, i) =>
      event.figures?.forEach((figure, k) => add(`deals/${deal.id}.yaml`, ["events", i, "figures", k], figure)),
    );
  for (const metric of knowledge.metrics)
    metric.points.forEach((point, i) => add(`metrics/${metric.id}.yaml`, ["points", i], point));
  return out;
}

const money = new Set(["USD", "EUR", "GBP", "AUD", "INR"]);
export const isMoney = (unit: string): boolean => money.has(unit);
