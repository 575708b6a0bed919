/** What a cost command may ask for and assume, as its options offer it. */
import { type Input, LINKS, type Link } from "../calculator/chain/names.ts";
import { tryParse } from "../calculator/expression/parse-expression.ts";

export { exampleOf, parseAssumption } from "./assumption.ts";
export type { Link };

/** A breakdown is no link: it is several amounts. */
export const COST_TARGETS = [...LINKS, "breakdown"] as const;
export const ASSUMPTIONS = [
  "load",
  "pue",
  "price",
  "life",
  "debt",
  "sold",
  "rent",
  "margin",
] as const satisfies readonly Input[];
export type Assumption = (typeof ASSUMPTIONS)[number];

/** A sum, product, quotient or conversion: not a lone number, which is a quantity or a slip. */
export function looksLikeExpression(text: string): boolean {
  const tree = tryParse(text);
  return tree !== null && tree.type !== "literal" && tree.type !== "negate" && tree.type !== "step";
}
