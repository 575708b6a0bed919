/** The figures on record that a plan sets against each other. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Ref } from "../../../knowledge/names.ts";
import type { PlanInput } from "../../plan.ts";

export type Operand = { record: Ref; figure: Figure | Point };

/** Record and figure of each side by their ids, a null figure standing for the main one; null where the plan sets nothing against anything. */
export function sidesChosen(plan: PlanInput): (readonly [record: string, figure: string | null])[] | null {
  if (plan.kind === "compare-figures")
    return plan.sides.map(({ deal, metric, figure }) => [deal ?? metric ?? "", figure ?? null]);
  if (plan.kind !== "evaluate") return null;
  return plan.lines.flatMap(({ expression }) =>
    [...expression.matchAll(/@([\w-]+):([\w-]+)/g)].map(([, id = "", part = ""]) => [id, part] as const),
  );
}

/** Whether one amount on record is set against one that is said: "the 38 billion". */
export function isOfGiven(plan: PlanInput | null): boolean {
  if (plan?.kind !== "evaluate") return false;
  const [line, ...more] = plan.lines;
  return (
    sidesChosen(plan)?.length === 1 ||
    (more.length === 0 && /^@[\w-]+\.(?:value|capacity) \/ \(/.test(line?.expression ?? ""))
  );
}

/** Null where the plan sets nothing on record against anything, or something that is not found. */
export function operandsOf(library: Library, plan: PlanInput, asOf: string): Operand[] | null {
  const chosen = sidesChosen(plan) ?? [];
  const found = chosen.flatMap(([id, part]) => operand(library, id, part, asOf) ?? []);
  return found.length > 1 && found.length === chosen.length ? found : null;
}

function operand(library: Library, id: string, part: string | null, asOf: string): Operand | null {
  const metric = library.metrics.get(id);
  if (metric) {
    const points = pointsOn(metric, asOf).map(({ point }) => point);
    const figure = part === null ? points.at(-1) : points.findLast((point) => point.id === part);
    return figure ? { record: { type: "metric", id }, figure } : null;
  }
  const deal = library.deals.get(id);
  const figures = deal ? (stateOn(deal, asOf)?.figures.map(({ figure }) => figure) ?? []) : [];
  const figure = part === null ? figures.find(({ headline }) => headline) : figures.find((one) => one.id === part);
  return figure ? { record: { type: "deal", id }, figure } : null;
}
