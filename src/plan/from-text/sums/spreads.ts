/** Plus or minus so much, which belongs to the amount before it. */
import type { Term } from "./terms.ts";

const PLUS_MINUS =
  /(?:\+\s?\/?\s?-|±|\bplus[- ]or[- ]minus|\bgive or take|\bplus[/ -]minus|\bwithin|\buncertainty(?: of)?|\btolerance(?: of)?)\s*$/i;

/** "± 10 %" belongs to the amount before it. */
export function withSpreads(terms: Term[]): Term[] {
  const out: Term[] = [];
  for (const term of terms) {
    const of = out.findLast(({ kind }) => kind === "rate" || kind === "money" || kind === "power");
    const size = of && of.low === of.high && (term.kind === of.kind || (term.kind === "money" && of.kind === "rate"));
    // "Is that within 230 MW" is a bound.
    if (size && PLUS_MINUS.test(term.before) && !/\bwithin\s*$/i.test(term.before) && of.high > 0) {
      of.spread = Number((term.high / of.high).toPrecision(12));
      continue;
    }
    const isSpread =
      term.kind === "percent" &&
      (PLUS_MINUS.test(term.before) ||
        /^\s*(?:either way|either side|up or down|tolerance|uncertainty|error|margin of error)/i.test(term.after));
    if (isSpread && of) of.spread = term.high / 100;
    else out.push(term);
  }
  return out;
}
