/** What "up to" and "at least" in the records make of a result: a bound that goes in comes out as a bound. */
import type { Qualifier } from "../../knowledge/schema.ts";
import type { Expression } from "../calculator/expression/expression.ts";
import type { Worksheet } from "../calculator/worksheet.ts";

const INVERSE: Record<Qualifier, Qualifier> = {
  exact: "exact",
  about: "about",
  "up-to": "at-least",
  "at-least": "up-to",
};

/** Two bounds that pull in opposite ways leave no bound, only an idea of the size. */
const both = (a: Qualifier, b: Qualifier): Qualifier => (a === "exact" || a === b ? b : b === "exact" ? a : "about");

export function boundOf(tree: Expression, worksheet: Worksheet): Qualifier {
  const of = (inner: Expression): Qualifier => boundOf(inner, worksheet);
  switch (tree.type) {
    case "literal":
      return "exact";
    case "record": {
      const use = worksheet.records.find((entry) => entry.id === tree.id && entry.part === tree.part);
      return use && use.type !== "rate" ? use.figure.qualifier : "exact";
    }
    case "step": {
      const line = worksheet.lines[tree.index - 1];
      return line ? of(line.tree) : "exact";
    }
    case "negate":
      return INVERSE[of(tree.of)];
    case "spread":
    case "convert":
      return of(tree.of);
    case "call":
      return tree.given.map(of).reduce(both, "exact");
    case "binary": {
      const inverted = tree.operator === "-" || tree.operator === "/";
      return both(of(tree.left), inverted ? INVERSE[of(tree.right)] : of(tree.right));
    }
    default:
      return tree satisfies never;
  }
}

export const sayBound = (qualifier: Qualifier): string =>
  qualifier === "up-to" ? "up to " : qualifier === "at-least" ? "at least " : qualifier === "about" ? "about " : "";
