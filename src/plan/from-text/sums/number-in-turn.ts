/** What a bare number of a turn counts, told by the sum that it changes: years after "over", percent after a rate. */

import type { Literal } from "../../../calculator/expression/expression.ts";
import { tryParse } from "../../../calculator/expression/parse-expression.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanOf } from "../../plan.ts";
import { literalsOf } from "./literals.ts";
import type { Term } from "./terms.ts";

export const literalsIn = (last: PlanOf<"evaluate">): Literal[] =>
  last.lines.flatMap(({ expression }) => literalsOf(tryParse(expression)));

/** The only length of time of a sum; null where it has none, or several. */
export function onlyLength(last: PlanOf<"evaluate">): Literal | null {
  const [only, ...more] = literalsIn(last).filter(({ unit, high }) => LENGTH.test(unit) && high > 1);
  return only && more.length === 0 ? only : null;
}
const MOST_YEARS = 40;
const LENGTH = gated(/^(?:year|quarter|month)s?$/);

/** "And over 5?" after a sum over 8 years: as many years. */
export function asLength(last: PlanOf<"evaluate">, said: Term): Term | null {
  const isLength = said.kind === "number" && !said.scaled && /\b(?:over|across)\s*$/i.test(said.before);
  const length = isLength ? onlyLength(last) : null;
  if (length) return { ...said, kind: "time", unit: length.unit.replace(/s$/, "") };
  // "Per year over 5", where no length was spoken of.
  const years =
    isLength && said.high >= 2 && said.high <= MOST_YEARS && !literalsIn(last).some(({ unit }) => LENGTH.test(unit));
  return years ? { ...said, kind: "time", unit: "year", text: `${said.text} years` } : null;
}

/** "At 8?" after interest at 7%: as much of a hundred. */
export function asShare(last: PlanOf<"evaluate">, said: Term, question: string): Term | null {
  if (said.kind !== "number" || said.scaled || said.high > 100 || !AT.test(question)) return null;
  const all = literalsIn(last);
  const [only, ...more] = all.filter(({ unit }) => unit.startsWith("%"));
  if (!only || more.length > 0 || all.some(({ unit }) => OF_EACH.test(unit) || /^[kMG]W$/.test(unit))) return null;
  return { ...said, kind: "percent", unit: only.unit };
}

export const AT = /\b(?:at|with|for|if it(?:'s| is| were)|make it|try|say) ?\d|^\W*(?:and |or )?\d[\d.]*\W*$/i;
export const OF_EACH = gated(/^(?:USD|EUR|GBP)\//);
