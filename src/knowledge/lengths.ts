/** How long a deal runs: by a figure of its own, or by what is said beside its money or power. */

import type { Figure, FigureOf } from "../../knowledge/schema.ts";
import type { Outline, StandingFigure } from "./as-of.ts";
import { gated } from "./gated.ts";

const WORDS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const NUMBER = `(?:\\d+(?:\\.\\d+)?|${WORDS.join("|")}|twenty[- ]five|thirty|forty)`;
/** "Ten years", "five years from early 2027", "mostly five-year terms": no option, no payback and no ceiling of time. */
const TERM = new RegExp(
  `^(?:(?:about|over|mostly|for|the first) )?(${NUMBER})[- ]years?\\b(?! (?:options?|plus|tax|before))`,
  "i",
);
/** "A 15-year lease", "more than ten years". */
export const YEARS = new RegExp(`\\b(${NUMBER})[\\s-]?(?:years?|yrs?)\\b`, "i");

export function yearsOf(text: string): number | null {
  const word = text.toLowerCase().replace(/-/g, " ");
  const more: Readonly<Record<string, number>> = { "twenty five": 25, thirty: 30, forty: 40 };
  const value = more[word] ?? (WORDS.indexOf(word) >= 0 ? WORDS.indexOf(word) + 1 : Number(word));
  return Number.isFinite(value) ? value : null;
}

/** A guarantee runs beside the deal, and not as long. */
const OTHER = gated(/\bguarantee\b/i);
const LENGTHS = new WeakMap<Outline, StandingFigure | null>();

/** The length as a figure in years, with the sources of what says it; null where none is on record. */
export function lengthOf(state: Outline): StandingFigure | null {
  const known = LENGTHS.get(state);
  if (known !== undefined) return known;
  const found = findLength(state);
  LENGTHS.set(state, found);
  return found;
}

/** Over how many years a site is built is no length of a contract. */
const RUNS = new Set<FigureOf>(["contract", "fee", "debt", "revenue"]);

function findLength({ deal, figures, money, size }: Outline): StandingFigure | null {
  const standing = figures.filter(({ ended }) => ended === null);
  const own = standing.find(
    ({ figure }) => figure.of === "term" && figure.unit === "years" && !OTHER.test(figure.label),
  );
  if (own) return own;
  const contracts = standing.filter(({ figure }) => figure.of === "contract");
  // What was added to a contract did not end its own term.
  const main = [money, size].filter((entry) => entry && (deal.kind !== "site" || RUNS.has(entry.figure.of)));
  for (const entry of [...main, ...contracts])
    for (const figure of entry ? [entry.figure, ...entry.before.map((one) => one.figure).reverse()] : []) {
      const years = yearsOf(TERM.exec(figure.term ?? "")?.[1] ?? "");
      if (entry && years) return { ...entry, figure: inYears(figure, years) };
    }
  return null;
}

const inYears = ({ per: _per, ...figure }: Figure, years: number): Figure => ({
  ...figure,
  id: `${figure.id}-length`,
  of: "term",
  label: "Length",
  low: years,
  high: years,
  unit: "years",
  qualifier: /\babout\b/i.test(figure.term ?? "") ? "about" : "exact",
});
