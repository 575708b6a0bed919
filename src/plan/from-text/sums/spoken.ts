/** Arithmetic that is said in words or signs between its numbers: "3 GW at $50B minus 2 GW at $40B", "9,000 racks x 72", "double 4.5 GW". */
import type { PlanInput } from "../../plan.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

type Operator = "+" | "-" | "*" | "/" | "at" | "of";

const OPERATORS: readonly (readonly [Operator, RegExp])[] = [
  ["+", /^(?:\+|plus|&|(?:(?:and|then|,) )*add(?:ing)?|and another|and then)$/],
  [
    "-",
    /^(?:[-−–]|minus|less|(?:(?:and|then|,) )*(?:take (?:off|away)|taking (?:off|away)|knock(?:ing)? off|cut(?:ting)?|subtract(?:ing)?|deduct(?:ing)?|minus|less))$/,
  ],
  ["*", /^(?:[x×*]|times|multiplied by|(?:(?:and|then|,) )*(?:multiply|times) (?:it |that )?(?:by )?)$/],
  ["/", /^(?:[/÷]|divided by|over|(?:(?:and|then|,) )*(?:divide|divided|split) (?:it |that )?(?:by )?)$/],
  ["at", /^(?:at|@|costing|priced at|(?:(?:and|then|,) )*(?:price|cost) (?:it|that|them)(?: out)?(?: all)? at)$/],
  ["of", /^of$/],
];

/** Words beside a number that change nothing in what is worked out. */
const FILLERS =
  /\b(?:an?|the|each|every|apiece|about|around|roughly|some|build(?:s|out)?|campus(?:es)?|sites?|phases?|orders?|of (?:power|capacity|compute|chips|gpus)|power|capacity|compute|gw|gigawatts?|in|during|chips?|gpus?|accelerators?|racks?|per (?:gw|gigawatt)|overhead|hours)\b|¤+s?/gi;
const BEFORE =
  /^(?:(?:so|and|ok|okay|please|hey|hi|calculate|compute|work out|what(?:'s| is| are| does| do| would| will)?|how much (?:is|are|would|does|do)|the|cost of|price of|total(?: cost)? of|sum of)\b|[\s,:])*$/i;
const AFTER =
  /^(?:(?:in (?:all|total)|(?:what(?:'s| is) the )?(?:grand )?total(?: cost| spend| bill)?|altogether|together|combined|cost|costs?|is what|(?:is )?(?:what |the )?valuation|come to|equals?|make|be|run to|what(?:'s| is) that|how much|please|thanks)\b|[\s?!.,;:=])*$/i;
const FACTOR = /^(.*?)\b(double|twice|triple|treble|quadruple|half)\s*(?:of |the )?$/i;
const FACTORS: Readonly<Record<string, number>> = {
  double: 2,
  twice: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
};

/** Where the words between three numbers or more say what is done with them, nothing else is meant. */
export const spokenLong: ReadSum = (sum) => {
  const read = sum.terms.length > 2 ? inOrder(sum) : null;
  return read?.operators.some((one) => one === "-" || one === "*" || one === "/") ? read.plan : null;
};

export const spoken: ReadSum = (sum) => multiplied(sum) ?? left(sum) ?? inOrder(sum)?.plan ?? null;

/** "Double 4.5 GW", "half of $47B". */
function multiplied(sum: Sum): PlanInput | null {
  const [only, ...more] = sum.terms;
  const [, before = "", word = ""] = (only && more.length === 0 && FACTOR.exec(sum.words.slice(0, only.start))) || [];
  const [, behind] = (only && more.length === 0 && FACTOR_BEHIND.exec(sum.words.slice(only.end))) || [];
  if (only && behind && BEFORE.test(sum.words.slice(0, only.start).replace(/^\s*(?:and |so )?(?:what )?if\s+/i, " ")))
    return evaluated([{ expression: `${FACTORS_BEHIND[behind.toLowerCase().slice(0, 4)] ?? 2} * (${write(only)})` }]);
  if (!only || word === "" || !BEFORE.test(before) || !AFTER.test(sum.words.slice(only.end))) return null;
  return evaluated([{ expression: `${FACTORS[word.toLowerCase()] ?? 0.5} * (${write(only)})` }]);
}

/** "0.6 GW tripled". */
const FACTOR_BEHIND =
  /^\s*(?:,|is|were|was|are|gets?)?\s*(doubles?|doubled|triples?|tripled|trebled|quadrupled|halved|halves)(?: (?:over|again))?[\s?.!]*$/i;
const FACTORS_BEHIND: Readonly<Record<string, number>> = { doub: 2, trip: 3, treb: 3, quad: 4, halv: 0.5 };

const LEFT = /\b(?:left|remain\w*|rest|remainder)\b/i;
const LEFT_AFTER =
  /^\s*(?:(?:when|if|once)\s.*|.*\b(?:after|without|minus|less|net of|excluding)\b(?:\s(?:the|taking(?: out)?|subtracting|spending|using))*\s*)$/i;

/** "What's left of 26 GW after 6": what the second number leaves of the first. */
function left(sum: Sum): PlanInput | null {
  const [whole, part, ...more] = sum.terms;
  if (!whole || !part || more.length > 0 || !LEFT.test(sum.words.slice(0, whole.start))) return null;
  if (!LEFT_AFTER.test(sum.words.slice(whole.end, part.start)) || part.high > whole.high) return null;
  const alike = part.kind === whole.kind || (part.kind === "number" && !part.scaled);
  const scale =
    part.kind === "number" && whole.kind === "money" ? 10 ** (3 * Math.floor(Math.log10(whole.high) / 3)) : 1;
  if (!alike) return null;
  const taken = part.kind === whole.kind ? part : { ...whole, low: part.low * scale, high: part.high * scale };
  return evaluated([{ label: "what is left", expression: `${write(whole)} - ${write(taken)}` }]);
}

function inOrder(sum: Sum): { plan: PlanInput; operators: readonly Operator[] } | null {
  const terms = sum.terms.filter(({ kind }) => kind !== "year");
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last || terms.length < 2 || !sum.complete(terms)) return null;
  if (!BEFORE.test(stripped(sum, 0, first.start)) || !AFTER.test(stripped(sum, last.end))) return null;
  const operators: Operator[] = [];
  for (const [index, term] of terms.slice(1).entries()) {
    const between = stripped(sum, terms[index]?.end ?? 0, term.start);
    const found = OPERATORS.find(([, pattern]) => pattern.test(between))?.[0] ?? listed(sum, between);
    if (!found) return null;
    operators.push(found);
  }
  if (operators.every((one) => one === "at" || one === "of")) return null;
  // Only a share, or so many times, is taken of something: "250m of 3.5bn" is none.
  if (operators.some((one, index) => one === "of" && !isShareOrTimes(terms[index]))) return null;
  const expression = written(inOneUnit(terms, operators), operators) + forAPeriod(terms, operators);
  return { plan: evaluated([{ expression }]), operators };
}

/** "$16.5B / 101 months" is told for a month. */
function forAPeriod([money, time, ...more]: readonly Term[], [operator]: readonly Operator[]): string {
  const paid = money?.kind === "money" && operator === "/" && more.length === 0;
  return paid && time?.kind === "time" && time.unit !== "year" ? ` in ${money.unit}/${time.unit}` : "";
}

const isShareOrTimes = (term: Term | undefined): boolean =>
  term?.kind === "percent" || (term?.kind === "number" && !term.scaled && term.high <= 1000);

/** What stands from one place to another, without fillers and without the companies whose numbers they are. */
function stripped({ words, reading }: Sum, from: number, to?: number): string {
  const text = words.slice(from, to);
  return reading.library.names
    .find(text)
    .filter(({ refs }) => refs.some(({ type }) => type === "org"))
    .reduceRight(
      (left, { start, end }) =>
        `${left.slice(0, start).replace(WHOSE, " ")} ${left.slice(end).replace(/^['’]s?\b/, "")}`,
      text,
    )
    .replace(FILLERS, " ")
    .replace(/[\s:]+/g, " ")
    .trim()
    .toLowerCase();
}

/** "2 GW for Meta plus 3 GW for Amazon". */
const WHOSE = /\b(?:for|from|to|of|by|at|with)\s*$/i;

/** A comma adds where the whole is asked for. */
const listed = (sum: Sum, between: string): Operator | null =>
  /^(?:,|;|and|, and|then|, then)$/.test(between) &&
  /\b(?:total|in all|altogether|together|combined|sum)\b/i.test(sum.words)
    ? "+"
    : null;

/** "0.5 GW at 42, 1.5 at 44": what is bought is gigawatts, and nobody prices one but in billions. */
function inOneUnit(terms: readonly Term[], operators: readonly Operator[]): readonly Term[] {
  const size = terms.find(({ kind }) => kind === "power");
  const perGw = size !== undefined || terms.some(({ unit }) => unit === "USD/GW");
  const priced = terms.some(({ kind }) => kind === "rate");
  return terms.map((term, index): Term => {
    // "26 GW x 10% x $42B": money that multiplies a power is for each gigawatt.
    if (term.kind === "money" && size && !priced && operators[index - 1] === "*" && term.high < 200e9)
      return { ...term, kind: "rate", unit: `${term.unit}/${size.unit}` };
    if (term.kind !== "number" || term.scaled) return term;
    if (operators[index - 1] === "at" && perGw && term.high < 500)
      return { ...term, kind: "rate", unit: "USD/GW", low: term.low * 1e9, high: term.high * 1e9 };
    const rated = terms.some(({ unit }) => unit === "USD/GW");
    // "$55B per GW times 4.5": so many gigawatts.
    if (!size && rated && term.high < 500 && (operators[index - 1] === "*" || operators[index] === "*"))
      return { ...term, kind: "power", unit: "GW" };
    const added = operators[index] === "+" || operators[index - 1] === "+";
    return (operators[index] === "at" || added) && perGw ? { ...term, kind: "power", unit: size?.unit ?? "GW" } : term;
  });
}

/** One price behind a sum is that of all of it. */
function written(terms: readonly Term[], operators: readonly Operator[]): string {
  const of = (term: Term, next: Operator | undefined): string =>
    term.kind === "percent" && next === "of" ? writeShare(term) : `(${write(term)})`;
  const sign = (operator: Operator): string => (operator === "at" || operator === "of" ? "*" : operator);
  const last = operators.length - 1;
  const shared = operators[last] === "at" && last > 0 && operators.slice(0, last).every((one) => one === "+");
  const parts = terms.map(
    (term, index) => `${index > 0 ? ` ${sign(operators[index - 1] ?? "+")} ` : ""}${of(term, operators[index])}`,
  );
  const [behind] = terms.slice(-1);
  const moved = behind?.kind === "percent" && (operators[last] === "+" || operators[last] === "-");
  // "+ 5%" behind a sum is so much more of it.
  if (moved) return `(${parts.slice(0, -1).join("")}) * (1 ${operators[last]} ${writeShare(behind)})`;
  if (!shared) return parts.join("");
  return `(${parts.slice(0, -1).join("")})${parts.at(-1)}`;
}
