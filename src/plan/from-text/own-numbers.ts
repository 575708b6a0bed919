/** Sums with numbers of the asker's own and nobody's name: a record that was found by a common word is no answer to them. */
import type { Figure, Point } from "../../../knowledge/schema.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { readSum } from "./sums/sum.ts";
import type { Kind } from "./sums/terms.ts";

/** True where a figure of a record is shown, or set against another, and the numbers of the question are none of its. */
export function isBesideOwnNumbers(reading: Reading, plan: PlanInput): boolean {
  const { names, conversation } = reading;
  if (
    conversation.plan !== null ||
    names.deals.length + names.orgs.length + names.people.length + names.places.length > 0
  )
    return false;
  if (names.mentions.some(({ refs }) => refs.some(({ type }) => NAMING.has(type)))) return false;
  const records = recordsOf(plan);
  if (records.length === 0) return false;
  const own = readSum(reading).terms.filter(({ kind }) => AMOUNTS.has(kind));
  if (own.length < 2 || !own.some(({ kind }) => kind === "money" || kind === "rate" || kind === "flow")) return false;
  const figures = records.flatMap((id) => figuresOf(reading, id));
  return !own.some(({ low, high, unit }) =>
    figures.some((figure) => {
      const scale = /^kW/.test(unit) ? 1e-6 : /^MW/.test(unit) ? 1e-3 : 1;
      return [figure.low, figure.high].some(
        (end) => end !== null && (isNear(end, low * scale) || isNear(end, high * scale)),
      );
    }),
  );
}
const NAMING: ReadonlySet<string> = new Set(["deal", "org", "person", "place", "metric", "topic", "rate"]);
const AMOUNTS: ReadonlySet<Kind> = new Set(["money", "rate", "flow", "power", "percent", "number", "chips", "racks"]);
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(a) * 0.02;

/** The deals and metrics that a plan shows or works with. */
function recordsOf(plan: PlanInput): string[] {
  switch (plan.kind) {
    case "show-figure":
      return [plan.subject];
    case "show-deal":
      return [plan.deal];
    case "show-metric":
      return [plan.metric];
    case "compare-figures":
      return plan.sides.flatMap(({ deal, metric }) => deal ?? metric ?? []);
    case "evaluate":
      return plan.lines.flatMap(({ expression }) =>
        [...expression.matchAll(/@([\w-]+):[\w-]+/g)].map(([, id = ""]) => id),
      );
    default:
      return [];
  }
}

function figuresOf({ library, asOf }: Reading, id: string): (Figure | Point)[] {
  const metric = library.metrics.get(id);
  if (metric) return [...metric.points];
  const deal = library.deals.get(id);
  return deal ? (stateOn(deal, asOf)?.figures.map(({ figure }) => figure) ?? []) : [];
}
