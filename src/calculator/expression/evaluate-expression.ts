/** Tree → amount. Records and earlier lines come from the scope, so the same tree serves every choice of inputs. */
import {
  type Amount,
  addAmounts,
  amount,
  convertTo,
  divideAmounts,
  multiplyAmounts,
  plainAmount,
  powerOfAmount,
  subtractAmounts,
} from "../amount.ts";
import { CalculationError } from "../calculation-error.ts";
import { currenciesOf, isPlain, multiplyDimensions } from "../dimension.ts";
import { isPoint, pick, type Range, range, spread } from "../range.ts";
import { parseUnit } from "../units.ts";
import type { Expression, Literal, RecordPart } from "./expression.ts";

export type Scope = {
  record(id: string, part: RecordPart | null): Amount;
  /** An earlier line's result. */
  step(index: number): Amount;
  /** A literal's range, or the one point of it that is tried. */
  literal?(literal: Literal): Range;
  /** How many of `to` one of `from` is worth, by a dated rate on record. */
  exchange(from: string, to: string): Amount | null;
};

export function evaluateExpression(tree: Expression, scope: Scope): Amount {
  const value = (inner: Expression): Amount => evaluateExpression(inner, scope);
  switch (tree.type) {
    case "literal":
      return literalAmount(tree, scope.literal?.(tree) ?? range(tree.low, tree.high));
    case "record":
      return scope.record(tree.id, tree.part);
    case "step":
      return scope.step(tree.index);
    case "negate":
      return multiplyAmounts(plainAmount(-1), value(tree.of));
    case "binary":
      return OPERATORS[tree.operator](value(tree.left), value(tree.right));
    case "spread":
      return spreadBy(value(tree.of), value(tree.by));
    case "convert":
      return converted(value(tree.of), tree.unit, scope);
    case "call":
      return called(
        tree.name,
        tree.given.map((inner) => value(inner)),
      );
    default:
      return tree satisfies never;
  }
}

const OPERATORS = {
  "+": addAmounts,
  "-": subtractAmounts,
  "*": multiplyAmounts,
  "/": divideAmounts,
  "^": powerOfAmount,
};

function literalAmount(literal: Literal, value: Range): Amount {
  if (literal.unit === "") return { range: value, dimension: {} };
  const unit = parseUnit(literal.unit);
  if (!unit) throw new CalculationError("not-an-expression", literal.unit);
  return amount(value, unit);
}

/** ± 10 % is a share; ± $2B is an amount of the same kind. */
function spreadBy(of: Amount, by: Amount): Amount {
  if (isPlain(by.dimension) && isPoint(by.range)) return { ...of, range: spread(of.range, Math.abs(by.range.mid)) };
  const size = pick(by.range, "high");
  const [low, high] = [
    subtractAmounts(of, { ...by, range: size }).range.low,
    addAmounts(of, { ...by, range: size }).range.high,
  ];
  return { ...of, range: range(low, high, of.range.mid) };
}

function converted(of: Amount, unitText: string, scope: Scope): Amount {
  const unit = parseUnit(unitText);
  if (!unit) throw new CalculationError("not-an-expression", unitText);
  const [from, to] = [currenciesOf(of.dimension)[0], currenciesOf(unit.dimension)[0]];
  if (!from || !to || from === to) return convertTo(of, unit);
  const rate = scope.exchange(from, to);
  if (!rate) throw new CalculationError("needs-exchange-rate", from, to);
  return convertTo(multiplyAmounts(of, rate), unit);
}

function called(name: Extract<Expression, { type: "call" }>["name"], given: readonly Amount[]): Amount {
  const [first, second] = given;
  if (!first) throw new CalculationError("not-an-expression", name);
  if (name !== "annuity") return { ...first, range: pick(first.range, name) };
  if (!second) throw new CalculationError("not-an-expression", name);
  return annuity(first, second);
}

/** r / (1 − (1 + r)^−n) a year: rises with the rate, falls with the life, so the bounds are at two corners. */
function annuity(rate: Amount, life: Amount): Amount {
  const periods = multiplyDimensions(rate.dimension, life.dimension);
  if (!isPlain(periods)) throw new CalculationError("not-a-plain-number");
  const perYear = HOURS_PER_YEAR;
  const payment = (r: number, n: number): number => {
    if (r < 0 || n <= 0) throw new CalculationError("division-by-zero");
    return r === 0 ? 1 / n : r / (1 - (1 + r) ** -n);
  };
  const at = (r: number, n: number) => payment(r * perYear, n / perYear) / perYear;
  return {
    range: range(
      at(rate.range.low, life.range.high),
      at(rate.range.high, life.range.low),
      at(rate.range.mid, life.range.mid),
    ),
    dimension: { h: -1 },
  };
}

const HOURS_PER_YEAR = 8760;
