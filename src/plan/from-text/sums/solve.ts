/**
 * What follows from all numbers of a question at once: each is a quantity of a build, a rent or a holding, one more is
 * asked for, and equations lead from the ones to the other, in whichever direction: "what PUE is 600 MW for 480 MW of IT".
 */
import { EQUATIONS, type Equation, NEUTRAL, type Quantity } from "./equations.ts";
import { type Known, type Knowns, quantitiesMeant } from "./quantities-meant.ts";
import { quantityAsked } from "./quantity-asked.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const MOST_NUMBERS = 6;
const MOST_MEANINGS = 64;
const DEEPEST = 5;

/** Something else is done with the numbers than equations say. */
const OTHERWISE =
  /\b(?:interest|margin|profit|tax|growth|grows?|growing|compound\w*|discount\w*|inflation|less|minus|plus|add(?:s|ed|ing)?|contingency|overruns?|buffer|reserve[sd]?|off|cuts?|on top|after|net of|before|except|without|excluding|late|delay\w*|slips?|more than|less than|extra|additional|higher|lower|cheaper|dearer|difference|sav(?:e|es|ing|ings)|double[sd]?|half|halv\w+|twice|triple[sd]?|versus|vs|instead|compared?|depreciat\w*|payback|pay back|break[- ]?even|present value|loans?|debt|equity|dilut\w*|average|mean|blend\w*|weighted|left|remain\w*|rest|both|each year|every year|per quarter|vests?|vesting|tranches?)\b/i;

export const solve: ReadSum = (sum) => {
  const terms = sum.terms.filter(({ kind }) => kind !== "year");
  const { deals, places, people } = sum.reading.names;
  if (terms.length === 0 || terms.length > MOST_NUMBERS || terms.length < sum.terms.length) return null;
  if (deals.length + places.length + people.length > 0 || OTHERWISE.test(sum.words)) return null;
  const asked = quantityAsked(sum);
  if (!asked) return null;
  // "Per chip" speaks of one chip, and counts it only where nothing else says how many there are.
  const found = follows(sum, asked.quantity, terms, false) ?? follows(sum, asked.quantity, terms, true);
  const [first, second, ...more] = found ?? [];
  if (!first || more.length > 0) return null;
  // A number that is given back as it was is no answer.
  if (terms.length === 1 && first.expression === write(terms[0] as Term)) return null;
  const into = asked.unit ? ` in ${asked.unit}` : "";
  const label = labelOf(sum, asked.quantity);
  const power = sum.one("power");
  // A part is no larger than its whole: something else was asked.
  if (asked.quantity === "share of the cost" && first.value > 1) return null;
  if (second && (!power || first.ofIt === second.ofIt)) return null;
  // Whose power is given is not said: it is one amount for each.
  const lines = [first, ...(second ? [second] : [])].map(({ expression, ofIt }) => ({
    label: second && power ? `${label}, if ${power.text} is ${ofIt ? "IT load" : "the site's"}`.slice(0, 80) : label,
    expression: `${expression}${into}`,
  }));
  return evaluated(lines, {
    lead: lines.map((_line, index) => index + 1),
    title: terms
      .map(({ text }) => text)
      .join(", ")
      .slice(0, 120),
  });
};

type Found = Known & { ofIt: boolean };

/** The amounts that take all numbers, each once; null where there is none. */
function follows(sum: Sum, asked: Quantity, terms: readonly Term[], withOnes: boolean): Found[] | null {
  const meanings = quantitiesMeant(sum, withOnes);
  if (!meanings || meanings.length > MOST_MEANINGS) return null;
  const found: Found[] = [];
  for (const knowns of meanings) {
    if (knowns.has(asked)) continue;
    const known = derive(asked, knowns, new Set(), DEEPEST).find(({ used }) =>
      terms.every((term) => used.includes(term) || knowns.get("chips in a rack")?.used[0] === term),
    );
    const again = known && found.some(({ value }) => Math.abs(value - known.value) <= 1e-9 * Math.abs(value));
    if (known && !again) found.push({ ...known, ofIt: knowns.has("IT power") });
  }
  return found.length > 0 ? found : null;
}

const labelOf = (sum: Sum, quantity: Quantity): string => {
  if (quantity === "hardware" && sum.of("percent").length === 1) return `${sum.of("percent")[0]?.text} of the cost`;
  const whole = !sum.terms.some(({ kind }) => kind === "percent") && ALL_HOURS.has(quantity) && !sum.flatOut;
  return whole ? `${quantity}, at full load` : quantity;
};
const ALL_HOURS: ReadonlySet<Quantity> = new Set(["energy", "bill", "time", "revenue", "revenue a year", "sites"]);

/** Every way to an amount that is short enough, the shortest first; none goes through the same quantity twice. */
function derive(wanted: Quantity, knowns: Knowns, through: ReadonlySet<Quantity>, depth: number): Known[] {
  const known = knowns.get(wanted);
  if (known) return [known];
  const neutral = NEUTRAL[wanted];
  if (neutral !== undefined && through.size > 0)
    return [{ expression: neutral, value: Number.parseFloat(neutral), used: [] }];
  if (depth === 0) return [];
  const deeper = new Set([...through, wanted]);
  return (SOLVED.get(wanted) ?? [])
    .flatMap((solved) => bySolving(solved, knowns, deeper, depth - 1))
    .sort((a, b) => b.used.length - a.used.length);
}

/** An equation for one of its quantities: `base` and then the others, added or multiplied where it is the whole, else taken off or divided by. */
type Solved = Pick<Equation, "by"> & { forward: boolean; operands: readonly Quantity[] };
const SOLVED = new Map<Quantity, Solved[]>();
for (const { whole, parts, by } of EQUATIONS)
  for (const wanted of new Set([whole, ...parts])) {
    const forward = wanted === whole;
    const others = [...new Set(parts)].filter((one) => one !== wanted && one !== whole);
    SOLVED.set(wanted, [
      ...(SOLVED.get(wanted) ?? []),
      { by, forward, operands: forward ? parts : [whole, ...others] },
    ]);
  }

function bySolving(
  { by, forward, operands }: Solved,
  knowns: Knowns,
  through: ReadonlySet<Quantity>,
  depth: number,
): Known[] {
  if (operands.some((quantity) => through.has(quantity))) return [];
  const found: Known[] = [];
  for (const quantity of operands) {
    const [shortest] = derive(quantity, knowns, through, depth);
    // Where one is lacking the others need not be looked for.
    if (!shortest) return [];
    found.push(shortest);
  }
  const [base, ...rest] = found;
  if (!base) return [];
  const factors = rest.filter(({ expression }) => expression !== "1");
  const used = [base, ...factors].flatMap((one) => one.used);
  // No factor is used twice, and something has to be used.
  if (used.length === 0 || (by === "product" && new Set(used).size < used.length)) return [];
  const sign = by === "sum" ? (forward ? "+" : "-") : forward ? "*" : "/";
  const value = factors.reduce((all, { value: one }) => {
    if (by === "sum") return forward ? all + one : all - one;
    return forward ? all * one : all / one;
  }, base.value);
  if (factors.length === 0) return [{ expression: base.expression, value, used }];
  const written = factors.map(({ expression }) => `(${expression})`);
  return [{ expression: `(${base.expression}) ${sign} ${written.join(` ${sign} `)}`, value, used }];
}
