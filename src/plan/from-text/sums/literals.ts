/** The numbers that stand in an expression, and how each is written in it. */
import type { Expression, Literal } from "../../../calculator/expression/expression.ts";

export function literalsOf(tree: Expression | null): Literal[] {
  if (!tree) return [];
  switch (tree.type) {
    case "literal":
      return [tree];
    case "binary":
      return [...literalsOf(tree.left), ...literalsOf(tree.right)];
    case "spread":
    case "negate":
    case "convert":
      return literalsOf(tree.of);
    case "call":
      return tree.given.flatMap(literalsOf);
    case "record":
    case "step":
      return [];
    default:
      return tree satisfies never;
  }
}

/** The literal as it stands in the text that it was read from: plans write them in one way. */
export function writtenIn(expression: string, { low, high, unit }: Literal): string | null {
  // "45-45 USD/GW" is one number written as a range: half of it is none.
  for (const ends of low === high ? [`${low}-${high}`, `${low}`] : [`${low}-${high}`]) {
    const text = unit === "" ? ends : `${ends} ${unit}`;
    const places = expression.split(text);
    if (places.length === 2 && !/[\d.]-?$/.test(places[0] ?? "") && !/^[\d.]/.test(places[1] ?? "")) return text;
  }
  return null;
}
