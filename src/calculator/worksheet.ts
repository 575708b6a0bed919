/** Lines of a calculation, each with its range, what went into it and which input moves it most. */
import type { Deal, Figure, Metric, Point, Rate } from "../../knowledge/schema.ts";
import { pointsOn, stateOn } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { exchangeRate } from "../knowledge/rates.ts";
import { type Amount, amount } from "./amount.ts";
import { CalculationError } from "./calculation-error.ts";
import { evaluateExpression, type Scope } from "./expression/evaluate-expression.ts";
import type { Expression, Literal, RecordPart } from "./expression/expression.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { isPoint, pick, type Range, range } from "./range.ts";
import { amountOfRate } from "./rate-amount.ts";
import { parseUnit, unitOfFigure } from "./units.ts";

export type Line = { label: string; expression: string };
/** A record that a line uses, with the amount that it gave. */
export type RecordUse = { id: string; part: RecordPart | null; amount: Amount } & (
  | { type: "rate"; rate: Rate }
  | { type: "deal"; deal: Deal; figure: Figure }
  | { type: "metric"; metric: Metric; figure: Point }
);
/** How far one uncertain input alone moves a result, the others held at their middles. */
type Mover = { name: string; result: Range /** A range that the asker wrote. */; own: boolean };
export type LineResult = {
  label: string;
  tree: Expression;
  amount: Amount;
  /** The inputs that have a range, the one that moves the result most first. */
  movers: readonly Mover[];
};
export type Worksheet = { lines: readonly LineResult[]; records: readonly RecordUse[] };

type Choose = (key: string, of: Range) => Range;
type Leaf = { key: string; name: string };

export function runWorksheet(lines: readonly Line[], library: Library, asOf: string): Worksheet {
  const trees = lines.map((line) => parseExpression(line.expression));
  const leaves = new Map<string, Leaf>();
  const records = new Map<string, RecordUse>();
  /** How often an uncertain input or an earlier line is taken in one run. */
  const taken = new Map<string, number>();
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1);
  const uses = (key: string, name: string) => {
    leaves.set(key, { key, name });
    take(key);
  };
  const run = (choose: Choose): Amount[] => {
    const results: Amount[] = [];
    const scope: Scope = {
      record(id, part) {
        const key = part ? `@${id}.${part}` : `@${id}`;
        const found = records.get(key) ?? findRecord(library, id, part, asOf);
        records.set(key, found);
        if (!isPoint(found.amount.range)) uses(key, nameOf(found));
        return { ...found.amount, range: choose(key, found.amount.range) };
      },
      step(index) {
        const result = results[index - 1];
        if (!result) throw new CalculationError("not-an-expression", `#${index}`);
        take(`#${index}`);
        return result;
      },
      literal(literal) {
        const whole = range(literal.low, literal.high);
        const key = `literal:${literals.get(literal)}`;
        if (!isPoint(whole)) uses(key, "your range");
        return choose(key, whole);
      },
      exchange(from, to) {
        const rate = exchangeRate(library, from, to);
        if (!rate) return null;
        const use: RecordUse = { type: "rate", id: rate.id, part: null, rate, amount: amountOfRate(rate) };
        records.set(`@${rate.id}`, use);
        const inverted = !rate.unit.endsWith(`/${from}`);
        if (!inverted) return use.amount;
        const { low, mid, high } = use.amount.range;
        return amount(range(1 / low, 1 / high, 1 / mid), parseUnit(`${to}/${from}`) ?? { factor: 1, dimension: {} });
      },
    };
    for (const tree of trees) results.push(evaluateExpression(tree, scope));
    return results;
  };
  const literals = new Map<Literal, number>();
  for (const tree of trees) numberLiterals(tree, literals);
  const middles = run((_key, of) => pick(of, "mid"));
  // An input that is taken twice is the same both times, which ranges alone do not know: then the corners are tried.
  const repeated = [...taken.values()].some((times) => times > 1);
  const all =
    repeated && leaves.size > 0 && leaves.size <= MOST_CORNERS
      ? atCorners([...leaves.keys()], middles, run)
      : run((_key, of) => of);
  const oneAtATime = [...leaves.values()].map((leaf) => ({
    leaf,
    results: run((key, of) => (key === leaf.key ? of : pick(of, "mid"))),
  }));
  return {
    lines: lines.map((line, index) => ({
      label: line.label,
      tree: trees[index] as Expression,
      amount: all[index] as Amount,
      movers: oneAtATime
        .flatMap(({ leaf, results }) => {
          const result = results[index]?.range;
          return result && !isPoint(result) ? [{ name: leaf.name, result, own: leaf.key.startsWith("literal:") }] : [];
        })
        .sort((a, b) => b.result.high - b.result.low - (a.result.high - a.result.low)),
    })),
    records: [...records.values()],
  };
}

/** Two to this power of runs. */
const MOST_CORNERS = 10;

/** The least and the most of each line with every input at one of its ends. */
function atCorners(keys: readonly string[], middles: readonly Amount[], run: (choose: Choose) => Amount[]): Amount[] {
  const out = middles.map(({ dimension, range: { mid } }) => ({ dimension, low: mid, mid, high: mid }));
  for (let corner = 0; corner < 2 ** keys.length; corner++) {
    const high = new Set(keys.filter((_key, index) => (corner >> index) & 1));
    const results = run((key, of) => pick(of, high.has(key) ? "high" : "low"));
    for (const [index, { range: at }] of results.entries()) {
      const line = out[index];
      if (!line) continue;
      line.low = Math.min(line.low, at.low);
      line.high = Math.max(line.high, at.high);
    }
  }
  return out.map(({ dimension, low, mid, high }) => ({ dimension, range: range(low, high, mid) }));
}

export function nameOf(use: RecordUse): string {
  if (use.type === "metric") return use.metric.name;
  return use.type === "rate" ? use.rate.name : use.deal.name;
}

function findRecord(library: Library, id: string, part: RecordPart | null, asOf: string): RecordUse {
  const rate = library.rates.get(id);
  if (rate && part !== "value" && part !== "capacity") {
    const whole = amountOfRate(rate);
    return { type: "rate", id, part, rate, amount: part ? { ...whole, range: pick(whole.range, part) } : whole };
  }
  const [record = id, named] = id.split(":");
  const metric = library.metrics.get(record);
  const points = metric ? pointsOn(metric, asOf) : [];
  const point = points.find((entry) => entry.point.id === (named ?? metric?.headline)) ?? points.at(-1);
  if (metric && point)
    return {
      type: "metric",
      id,
      part,
      metric,
      figure: point.point,
      amount: endOf(amountOf(point.point, metric.name), part),
    };
  const deal = library.deals.get(record);
  const state = deal ? stateOn(deal, asOf) : null;
  if (!deal || !state) throw new CalculationError("unknown-record", id);
  const figure = named
    ? state.figures.find((entry) => entry.figure.id === named)?.figure
    : (part === "capacity" ? state.size : state.money)?.figure;
  if (!figure) throw new CalculationError("no-figure", `${part === "capacity" ? "power" : "value"} of ${deal.name}`);
  return { type: "deal", id, part, deal, figure, amount: endOf(amountOf(figure, deal.name), part) };
}

/** "@capex-2026.low": one end of a figure that is a range. */
const endOf = (whole: Amount, part: RecordPart | null): Amount =>
  part === "low" || part === "mid" || part === "high" ? { ...whole, range: pick(whole.range, part) } : whole;

/** A figure on record as an amount; an open side takes the other. */
function amountOf(figure: Figure | Point, name: string): Amount {
  const unit = unitOfFigure(figure);
  const [low, high] = [figure.low ?? figure.high, figure.high ?? figure.low];
  if (!unit || low === null || high === null) throw new CalculationError("no-figure", name);
  return amount(range(low, high), powerUnit(figure, unit));
}

function powerUnit(figure: Figure | Point, unit: ReturnType<typeof parseUnit> & object): typeof unit {
  if (figure.unit !== "GW" || !figure.basis || figure.basis === "unknown") return unit;
  return { ...unit, dimension: { [figure.basis === "it" ? "GW_it" : "GW_facility"]: 1 } };
}

function numberLiterals(tree: Expression, into: Map<Literal, number>): void {
  switch (tree.type) {
    case "literal":
      into.set(tree, into.size);
      return;
    case "binary":
      numberLiterals(tree.left, into);
      numberLiterals(tree.right, into);
      return;
    case "spread":
      numberLiterals(tree.of, into);
      numberLiterals(tree.by, into);
      return;
    case "negate":
    case "convert":
      numberLiterals(tree.of, into);
      return;
    case "call":
      for (const given of tree.given) numberLiterals(given, into);
      return;
    case "record":
    case "step":
      return;
    default:
      tree satisfies never;
  }
}
