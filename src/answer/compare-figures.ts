/** Figures of deals or of companies side by side: which is larger and by how much, where they are of one kind. */
import type { Figure, Point } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { MONEY_KIND, OF, STATUS, sayDate } from "../doc/say-figure.ts";
import { isMoney, pointsOn, stateOn } from "../knowledge/as-of.ts";
import { figureFor } from "../knowledge/query.ts";
import { orgName, resolveDeal } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { lowerFirst } from "./deal-lines.ts";
import { type Answer, type Context, Draft, fitted } from "./draft.ts";
import { sayClaim } from "./say-claim.ts";
import { sayDifference } from "./say-difference.ts";
import { saying } from "./show-metric.ts";

type Cited = Parameters<Draft["amount"]>[2];
type Side = {
  name: string;
  /** What the figure counts, where it is not the headline of its record. */
  label: string;
  figure: Figure | Point;
  record: Cited;
  origin: `deal:${string}` | `metric:${string}`;
  line: string;
  /** How firm it is, or who says it. */
  told: string;
};

export function compareFigures(plan: PlanOf<"compare-figures">, context: Context): Answer {
  const draft = new Draft(context);
  const sides: Side[] = [];
  const missing: string[] = [];
  for (const asked of plan.sides) {
    const side =
      asked.metric === null ? dealSide(asked, plan.of, context) : metricSide(asked.metric, asked.figure, context);
    if (typeof side === "string") missing.push(side);
    else sides.push(side);
  }
  if (sides.length === 0)
    return draft.done({
      status: "unknown",
      kind: "compare-figures",
      title: "Not known",
      headline: [{ text: missing.slice(0, 2).join(" ") }],
    });
  const sorted = [...sides].sort((a, b) => size(b) - size(a));
  return draft.done({
    status: missing.length > 0 ? "partial" : "answered",
    kind: "compare-figures",
    title: sides.map((side) => side.name).join(" · "),
    // What is left of a comparison when one side is on no record is no verdict.
    headline: [
      ...(missing.length === 0 && alike(sides)
        ? sayClaim(
            plan.claim,
            sides.map(({ figure }) => figure),
          )
        : []),
      ...verdict(draft, sorted, plan.least),
      ...missing.slice(0, 2).map((text) => ({ text: ` ${text}` })),
    ],
    blocks: [
      { type: "list", items: sorted.map((side) => line(draft, side)) },
      ...warnings(sides).map((text): Block => ({ type: "note", tone: "caution", text: [{ text }] })),
    ],
    actions: sides
      .filter((side) => side.line !== "")
      .slice(0, 3)
      .map((side) => ({ label: side.name.slice(0, 60), line: side.line })),
  });
}

function dealSide(
  asked: PlanOf<"compare-figures">["sides"][number],
  of: PlanOf<"compare-figures">["of"],
  context: Context,
): Side | string {
  const resolved = resolveDeal(context.library, asked.deal ?? "", context.asOf);
  if (resolved.found !== "one") return `I know no single deal called “${(asked.deal ?? "").slice(0, 80)}”.`;
  const deal = resolved.record;
  const state = stateOn(deal, context.asOf);
  if (!state) return `Nothing was known of ${deal.name} on ${sayDate(context.asOf)}.`;
  const standing =
    state.figures.find(({ figure }) => figure.id === asked.figure) ??
    (of === "count"
      ? state.figures.find(({ figure, ended }) => figure.unit === "count" && ended === null)
      : figureFor(state, of === "power" ? "capacity" : "value", of === "stake" ? ["stake"] : []));
  if (!standing) return `The records of ${deal.name} give no ${NOUN[of]}, as of ${sayDate(context.asOf)}.`;
  const { figure } = standing;
  return {
    name: deal.name,
    label: figure.headline ? "" : lowerFirst(figure.label),
    figure,
    record: deal,
    origin: `deal:${deal.id}`,
    line: `deal ${deal.id}`,
    told: STATUS[state.status],
  };
}

function metricSide(id: string, part: string | null, context: Context): Side | string {
  const metric = context.library.metrics.get(id);
  const points = metric ? pointsOn(metric, context.asOf) : [];
  const found = points.find(({ point }) => point.id === part) ?? points.at(-1);
  if (!metric || !found) return `I have no figure for “${id.slice(0, 80)}” as of ${sayDate(context.asOf)}.`;
  const owner = orgName(context.library, metric.subjects[0] ?? "");
  const name = metric.name.toLowerCase().includes(owner.toLowerCase()) ? metric.name : `${owner}, ${metric.name}`;
  const { point } = found;
  return {
    name,
    label: point.label.toLowerCase() === metric.name.toLowerCase() ? "" : lowerFirst(point.label),
    figure: point,
    record: metric,
    origin: `metric:${metric.id}`,
    line: "",
    told: saying(point),
  };
}

const NOUN = { money: "amount", power: "capacity", stake: "stake", count: "number" } as const;

const size = ({ figure }: Side): number => figure.high ?? figure.low ?? 0;
const isPoint = (figure: Figure | Point): figure is Point => "measure" in figure;
const kindOf = ({ figure }: Side): string => (isPoint(figure) ? figure.measure : figure.of);
/** Of one unit, for one length of time. */
const sameUnit = (a: Side, b: Side): boolean => a.figure.unit === b.figure.unit && a.figure.per === b.figure.per;

/** Of one unit and one kind: a valuation is neither more nor less than a loan. */
const alike = ([first, ...others]: readonly Side[]): boolean =>
  first !== undefined && others.every((side) => sameUnit(side, first) && kindOf(side) === kindOf(first));

/** "Larger: A, $27B; B, $17.4B. The difference is $9.6B, 1.55 times, 55% more."; the smallest first where that is asked for. */
function verdict(draft: Draft, descending: readonly Side[], least: boolean): Rich {
  const [first, second] = descending;
  const sorted = least ? [...descending].reverse() : descending;
  const together = first && second && sorted.every((side) => sameUnit(side, first));
  const same = together && size(first) === size(second) && sorted.length === 2;
  const degree = LEADS[least ? "least" : "most"][sorted.length === 2 ? 0 : 1];
  const lead = same ? "The same: " : together && sorted.length > 1 ? `${degree}: ` : "";
  // Figures of one record: it is named once.
  const [name, ...names] = new Set(sorted.map((side) => side.name));
  const single = name !== undefined && names.length === 0 && sorted.length > 1;
  const parts = sorted.map(
    (side, index): Rich => [
      { text: index === 0 ? (single ? `${name}. ${lead}` : lead) : "; " },
      { text: single ? side.label || lowerFirst(side.figure.label) : side.name, style: "strong" },
      { text: single || side.label === "" ? ": " : ` (${side.label}): ` },
      draft.amount(side.figure, side.origin, side.record, "strong"),
      ...(isPoint(side.figure) || !isMoney(side.figure.unit) ? [] : [{ text: ` of ${OF[side.figure.of]}` }]),
    ],
  );
  const gap =
    together && !same && sorted.length === 2
      ? sayDifference(draft, first.figure, second.figure, kindOf(first) !== kindOf(second))
      : [];
  return fitted([...parts, ...(gap.length > 0 ? [gap] : [])]);
}

const LEADS = { most: ["Larger", "Largest"], least: ["Smaller", "Smallest"] } as const;

function line(draft: Draft, side: Side): Rich {
  const { figure } = side;
  return [
    { text: `${side.name}: `, style: "strong" },
    draft.amount(figure, side.origin, side.record),
    { text: ` – ${figure.label}${figure.term ? `; ${figure.term}` : ""} (${side.told})` },
  ];
}

function warnings(sides: readonly Side[]): string[] {
  const kinds = new Map(
    sides.flatMap((side) =>
      isPoint(side.figure)
        ? []
        : [[side.figure.of, `${side.name}: ${MONEY_KIND[side.figure.of] ?? OF[side.figure.of]}`]],
    ),
  );
  const units = new Set(sides.map((side) => side.figure.unit));
  return [
    ...(kinds.size > 1 ? [`These are unlike amounts. ${[...kinds.values()].join("; ")}.`] : []),
    ...(units.size > 1 ? ["The amounts are in different units and are not converted."] : []),
  ];
}
