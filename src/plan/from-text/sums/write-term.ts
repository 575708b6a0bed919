/** A term as it stands in an expression. */
import type { Term } from "./terms.ts";

/** The worker reads no sites: "4 sites of 1.2 GW" multiplies by four. */
const unitOf = (term: Term): string =>
  term.unit
    .replace(/\/site\b/g, "")
    .replace(/^site$/, "")
    .replace(/^Mt\b/, "mtco2")
    .replace(/^t\b/, "tonne");

const ends = (term: Term): string => (term.low === term.high ? `${term.low}` : `${term.low}-${term.high}`);

export function write(term: Term, unit = unitOf(term)): string {
  if (term.onRecord) return term.onRecord.expression;
  const said = `${ends(term)}${unit === "" ? "" : ` ${unit}`}`;
  return term.spread === null ? said : `(${said} ± ${Number((term.spread * 100).toPrecision(12))} %)`;
}

/** One end of it alone. */
export const writeEnd = (term: Term, value: number): string => {
  if (term.onRecord) return term.onRecord.expression;
  const unit = unitOf(term);
  return `${value}${unit === "" ? "" : ` ${unit}`}`;
};

/** A share as a plain number: 75 % and 0.75 are the same. */
export function writeShare(term: Term): string {
  const factor = term.unit.startsWith("%") || term.high > 1 ? 0.01 : 1;
  const [low, high] = [term.low * factor, term.high * factor].map((value) => Number(value.toPrecision(12)));
  return low === high ? `${low}` : `${low}-${high}`;
}

export const writePercentPerYear = (term: Term): string => `(${ends(term)} %/year)`;
