/** Text → tree. What is too long, too deep or plainly no arithmetic is refused before the parser is loaded. */
import { createRequire } from "node:module";
import { CalculationError } from "../calculation-error.ts";
import { type Expression, MAX_DEPTH, MAX_EXPRESSION } from "./expression.ts";

type Grammar = typeof import("./grammar.ts");
// The parser costs some twenty milliseconds to load: nobody pays for it who asks for no expression.
const load = createRequire(import.meta.url);
let grammar: Grammar | undefined;

export function parseExpression(text: string): Expression {
  if (text.length > MAX_EXPRESSION) throw new CalculationError("too-deep");
  let depth = 0;
  for (const char of text) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (depth > MAX_DEPTH) throw new CalculationError("too-deep");
  }
  if (!/[\d@]/.test(text)) throw new CalculationError("not-an-expression", text);
  grammar ??= load("./grammar.ts") as Grammar;
  const read = grammar.parseTokens(text);
  if ("failsAt" in read) throw new CalculationError("not-an-expression", text.slice(read.failsAt).slice(0, 40));
  return read.tree;
}

/** Ahead of the first expression, in two steps: the package, then the grammar that is made with it. */
export async function* loadParser(): AsyncGenerator<void> {
  await import("chevrotain");
  yield;
  await import("./grammar.ts");
}

/** The tree, or null where the text is no expression. */
export function tryParse(text: string): Expression | null {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}
