/** An expression as a person would write it, records by their names. */

import { amount } from "../calculator/amount.ts";
import type { Expression } from "../calculator/expression/expression.ts";
import { range } from "../calculator/range.ts";
import { parseUnit } from "../calculator/units.ts";
import { sayAmount } from "../doc/say-figure.ts";
import { sayResult } from "./say-result.ts";

const SIGNS = { "+": "+", "-": "−", "*": "×", "/": "÷", "^": "^" } as const;
const BINDS = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 } as const;

/** `say` gives a record or an earlier line in words. */
export function sayExpression(
  tree: Expression,
  say: { record(id: string, part: string | null): string; step(index: number): string },
  above = 0,
): string {
  const inner = (of: Expression, binds: number) => sayExpression(of, say, binds);
  switch (tree.type) {
    case "literal":
      return sayLiteral(tree);
    case "record":
      return say.record(tree.id, tree.part);
    case "step":
      return say.step(tree.index);
    case "negate":
      return `−${inner(tree.of, 3)}`;
    case "spread":
      return `${inner(tree.of, 3)} ± ${inner(tree.by, 3)}`;
    case "convert":
      return above > 0 ? `(${inner(tree.of, 0)} in ${tree.unit})` : inner(tree.of, 0);
    case "call":
      return `${tree.name}(${tree.given.map((given) => inner(given, 0)).join(", ")})`;
    case "binary": {
      const binds = BINDS[tree.operator];
      // Taking away and dividing bind their right side more firmly: a − (b − c).
      const right = inner(tree.right, binds + (tree.operator === "-" || tree.operator === "/" ? 0.5 : 0));
      const text = `${inner(tree.left, binds)} ${SIGNS[tree.operator]} ${right}`;
      return binds < above ? `(${text})` : text;
    }
    default:
      return tree satisfies never;
  }
}

function sayLiteral({ low, high, unit }: Extract<Expression, { type: "literal" }>): string {
  const known = unit === "" ? null : parseUnit(unit);
  const bounds = range(low, high);
  if (!known) return sayAmount({ low: bounds.low, high: bounds.high, unit: "ratio", qualifier: "exact" });
  return sayResult(amount(bounds, known), { unit: literalUnit(unit), digits: 12 }).text;
}

/** Large power and money read better in their usual unit; small units stay as they were written. */
const literalUnit = (unit: string): string | null =>
  /^(?:[kt]?w|h|hours?|days?|weeks?|months?|%|kwh|mwh|gwh)|\/(?:[kmt]w|megawatt|kilowatt)s?$/i.test(unit) ? unit : null;
