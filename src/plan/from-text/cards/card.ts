/** A formula with what it asks for and which numbers it needs, each told by what it counts and the words beside it: their order does not matter. */
import type { Pattern } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "../sums/sum.ts";
import type { Kind, Term } from "../sums/terms.ts";
import { write } from "../sums/write-term.ts";

type Need = {
  /** What it may count. */
  of: readonly Kind[];
  /** The words beside it, where several numbers count the same; the number itself stands as #. */
  near?: Pattern;
  /** Of its unit, as expressions write it. */
  unit?: Pattern;
  /** Words beside it that make it something else. */
  not?: Pattern;
  /** How many of the same: two lives, two prices; one where nothing is said. */
  several?: number;
  optional?: true;
};

export type Card<N extends string = string> = {
  /** What must be said. */
  asks: Pattern;
  /** What makes it another question. */
  not?: Pattern;
  needs: Readonly<Record<N, Need>>;
  /**
   * The lines of the worksheet from the numbers found, of which an optional one may be undefined; null where they do not fit.
   * Money is written in USD, and put into the currency of the numbers.
   */
  lines(found: Readonly<Record<N, Term>>, all: Readonly<Record<N, readonly Term[]>>, sum: Sum): Result | null;
};
type Result = { title: string; lines: SumLine[]; lead?: number[] };

/** Keeps the names of the needs in the types of a card. */
export const card = <const N extends string>(one: Card<N>): Card => one as unknown as Card;

const besideOf = ({ before, after }: Term): string =>
  `${before.split(/[.;:?!]|, /).at(-1) ?? ""}#${after.split(/[.;:?!]|, /)[0] ?? ""}`;

/** "500M" is money where money is needed. */
const isOf = ({ kind, scaled }: Term, of: readonly Kind[]): boolean =>
  of.includes(kind) || (kind === "number" && scaled && of.includes("money"));
const asMoney = (term: Term, of: readonly Kind[]): Term =>
  term.kind === "number" && term.scaled && of.includes("money") && !of.includes("number")
    ? { ...term, kind: "money", unit: "USD" }
    : term;

/** How well the words beside a number tell what it is: the nearer the better; null where it cannot be that. */
function fitOf(term: Term, { of, near, not, unit }: Need): number | null {
  const beside = besideOf(term);
  if (!isOf(term, of) || not?.test(beside) || !(unit ?? YEARLY).test(term.unit)) return null;
  if (!near) return 0;
  const at = beside.indexOf("#");
  let best = 0;
  for (const { 0: said, index } of beside.matchAll(new RegExp(near.source, `${near.flags.replace("g", "")}g`))) {
    const apart = index > at ? index - at : Math.max(0, at - (index + said.length));
    best = Math.max(best, said === "" ? 0 : 2 - Math.min(apart, FAR) / FAR);
  }
  return best;
}
/** A rate by the month is none by the year: only a card that asks for one takes it. */
const YEARLY = /^(?!%\/(?!year$))/;
/** Characters. */
const FAR = 40;
/** More numbers than this are no matter of one formula. */
const MOST = 7;

type Dealt = {
  given: Readonly<Record<string, readonly Term[]>>;
  fit: number /** Numbers that no word beside them tells. */;
  untold: number;
};

/** Each need its number, as the words beside them say best; null where one is missing, a number is left over, or two ways say as much. */
function dealt(sum: Sum, { needs }: Card): Record<string, readonly Term[]> | null {
  const terms = sum.terms.filter(({ kind }) => kind !== "year");
  if (terms.length > MOST) return null;
  const slots = Object.entries(needs).flatMap(([name, need]) =>
    Array.from({ length: need.several ?? 1 }, () => ({ name, need })),
  );
  let found: Dealt[] = [];
  const place = (at: number, { given, fit, untold }: Dealt): void => {
    const term = terms[at];
    if (!term) {
      const isWhole = slots.every(
        ({ name, need }) => need.optional || (given[name]?.length ?? 0) === (need.several ?? 1),
      );
      if (isWhole) found = [...found, { given, fit, untold }];
      return;
    }
    for (const [name, need] of Object.entries(needs)) {
      const some = given[name] ?? [];
      const fits = some.length < (need.several ?? 1) ? fitOf(term, need) : null;
      if (fits === null) continue;
      const more = { ...given, [name]: [...some, asMoney(term, need.of)] };
      place(at + 1, { given: more, fit: fit + fits, untold: untold + (need.near && fits === 0 ? 1 : 0) });
    }
  };
  place(0, { given: {}, fit: 0, untold: 0 });
  const [best, next] = found.sort((a, b) => b.fit - a.fit);
  return best && best.untold <= 1 && !(next && next.fit > best.fit - CLEAR) ? { ...best.given } : null;
}
const CLEAR = 0.05;

export const readCard =
  (one: Card): ReadSum =>
  (sum): PlanInput | null => {
    if (!one.asks.test(sum.text) || one.not?.test(sum.text)) return null;
    const all = dealt(sum, one);
    if (!all) return null;
    const first = Object.fromEntries(Object.entries(all).map(([name, [term]]) => [name, term])) as Record<string, Term>;
    // Ranges are worked with by other rules.
    if (Object.values(all).some((terms) => terms.some(({ ends, low, high }) => ends.length > 1 || low !== high)))
      return null;
    const [currency = "USD", ...others] = new Set(Object.values(all).flat().flatMap(currencyIn));
    const result = others.length === 0 ? one.lines(first, all, sum) : null;
    return (
      result &&
      evaluated(
        result.lines.map((line) => ({ ...line, expression: line.expression.replaceAll(/\bUSD\b/g, currency) })),
        { title: result.title.slice(0, 120), lead: result.lead ?? [result.lines.length] },
      )
    );
  };

/** The currency that somebody wrote: that of "500M" goes with the others. */
const currencyIn = ({ unit, assumed, text }: Term): string[] =>
  assumed || !/[$€£¥₹a-z]/i.test(text.replace(/\d[\d.,]*\s?(?:k|m|mn|bn|b|tn|million|billion|trillion)?\b/gi, ""))
    ? []
    : (/^[A-Z]{3}(?=$|\/)/.exec(unit) ?? []);

/** A share or a rate as a plain number: 8% is 0.08. */
export const part = ({ high, unit }: Term): number =>
  Number((unit.startsWith("%") ? high / 100 : high > 1 ? high / 100 : high).toPrecision(12));
/** A length in years; null where it is none. */
export const yearsIn = ({ unit, high }: Term): number | null =>
  unit === "year" ? high : unit === "month" ? high / 12 : unit === "quarter" ? high / 4 : null;

/** So much a year as an amount. */
export const yearly = (term: Term): string => (term.unit.endsWith("/year") ? `${write(term)} * 1 year` : write(term));
