/** A whole cut by shares that are given ("60/25/15"), shared by so many, and scenarios: one power at several rates ("30/42/60 as low/mid/high"). */
import { gated } from "../../../knowledge/gated.ts";
import { breakdownLines } from "../../breakdown.ts";
import { rateNamed } from "../rates-named.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { asTheWhole } from "./what-is-left.ts";
import { write, writeEnd } from "./write-term.ts";

export const cutByShares: ReadSum = (sum) => {
  const list =
    sum.of("number", "percent").find(({ ends }) => ends.length > 1) ??
    // Beside money they are billions before they are known to be parts of a hundred.
    sum.of("money").find(({ ends, assumed, text }) => assumed && ends.length > 1 && PARTS_OF_HUNDRED.test(text));
  const [whole = null, ...wholes] = sum.of("money", "power", "rate").filter((term) => term !== list);
  const single = sum.of("percent");
  const said = list ? sharesIn(list) : single.length > 1 ? single.map(({ low }) => low) : [];
  const left = 100 - said.reduce((a, b) => a + b, 0);
  // "40% to chips, 35% to buildings and the rest to power".
  const withRest = said.length > 1 && left > 1 && left < 100 && THE_REST.test(sum.words);
  const shares = withRest ? [...said, Number(left.toPrecision(12))] : said;
  // "Between two banks" says how many parts there are.
  const payers = sum
    .of("number")
    .find(({ low, high, after }) => low === shares.length && high === low && PAYERS.test(after));
  const used = [...(list ? [list] : single), ...(payers && payers !== list ? [payers] : [])];
  if (
    !whole ||
    wholes.length > 0 ||
    shares.length < 2 ||
    Math.abs(shares.reduce((a, b) => a + b, 0) - 100) > 1 ||
    !sum.complete([whole, ...used])
  )
    return null;
  const lines: SumLine[] = shares.map((share) => ({ label: `${share}%`, expression: `${write(whole)} * ${share} %` }));
  return evaluated(lines, {
    title: `${whole.text} in parts`,
    lead: lines.slice(0, 6).map((_line, index) => index + 1),
  });
};

/** "60/25/15", not "60B/25B". */
const PARTS_OF_HUNDRED = /^\d{1,2}(?:\.\d+)?(?:\s?\/\s?\d{1,2}(?:\.\d+)?)+$/;
const sharesIn = ({ kind, text, ends }: Term): number[] => (kind === "money" ? text.split("/").map(Number) : [...ends]);
const THE_REST = gated(
  /\b(?:and|,)\s+the (?:rest|remainder|balance)\b(?=.*\b(?:how much|what|each|split|in dollars|break)\b)/i,
);

export const scenarios: ReadSum = (sum) => {
  const power = sum.one("power");
  // "Low 40 mid 50 high 60 billion per GW": the unit of the last holds for all.
  const [rate0, plain] = [sum.one("rate"), sum.of("number").filter(({ scaled, ends }) => !scaled && ends.length === 1)];
  if (
    power &&
    rate0 &&
    plain.length > 0 &&
    /\b(?:low|mid|high|base)\b/i.test(sum.words) &&
    sum.complete([power, rate0, ...plain])
  ) {
    const scale = 10 ** (3 * Math.floor(Math.log10(Math.max(1, rate0.low)) / 3));
    const values = [...plain.map(({ low }) => low * scale), rate0.low];
    const lines = values.slice(0, 6).map(
      (value, index): SumLine => ({
        label: values.length === 3 ? (["low", "mid", "high"][index] ?? "") : `case ${index + 1}`,
        expression: `${write(power)} * ${writeEnd(rate0, value)}`,
      }),
    );
    return evaluated(lines, {
      title: `${power.text} at ${values.length} rates`,
      lead: lines.map((_line, index) => index + 1),
    });
  }
  const list = sum.of("rate", "number", "money").find(({ ends }) => ends.length > 2);
  if (!power || !list || !sum.complete([power, list])) return null;
  if (list.kind !== "rate" && !/\b(?:low|mid|high|base|bull|bear|scenarios?|cases?|per|each|at)\b/i.test(sum.words))
    return null;
  // Without a unit they are billions a gigawatt: nobody prices one at 42 dollars.
  const rate = (value: number): string =>
    list.kind === "rate"
      ? writeEnd(list, value)
      : list.kind === "money"
        ? `${value} ${list.unit}/GW`
        : `${value < 1_000 ? value * 1e9 : value} USD/GW`;
  const names = list.ends.length === 3 ? ["low", "mid", "high"] : list.ends.map((_end, index) => `case ${index + 1}`);
  const lines: SumLine[] = list.ends
    .slice(0, 6)
    .map((value, index) => ({ label: names[index] ?? "", expression: `${write(power)} * ${rate(value)}` }));
  return evaluated(lines, {
    title: `${power.text} at ${list.text}`.slice(0, 120),
    lead: lines.map((_line, index) => index + 1),
  });
};

/** "A 36B package, 31B of it senior: the junior slice". */
export const otherSlice: ReadSum = (sum) => {
  const [first, given, ...more] = sum.of("money", "number");
  const second = first?.kind === "money" && given ? asTheWhole(given, first) : null;
  if (!first || !given || !second || more.length > 0 || first.unit !== second.unit || !sum.complete([first, given]))
    return null;
  const [whole, part] = first.high >= second.high ? [first, second] : [second, first];
  const said = `${part.before.slice(-24)} ${part.after.slice(0, 24)}`;
  if (
    !SLICES.some(
      ([one, other]) => one.test(said) && other.test(sum.words.replace(one, " ")) && ASKED_SLICE.test(sum.words),
    )
  )
    return null;
  return evaluated(
    [
      { label: "the other part", expression: `${write(whole)} - ${write(part)}` },
      { label: "of the whole", expression: `#1 / (${write(whole)}) in %` },
    ],
    { lead: [1, 2], title: `${whole.text} without ${part.text}`.slice(0, 120) },
  );
};
const ASKED_SLICE = /\b(?:what|how (?:much|large|big)|slice|part|piece|portion|share|rest|size|per ?cent\w*)\b|%/i;
const SLICES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bsenior\b/i, /\b(?:junior|mezz\w*|subordinat\w*|second[- ]lien|other|rest)\b/i],
  [/\bjunior\b/i, /\b(?:senior|other|rest)\b/i],
  [/\bequity\b/i, /\b(?:debt|loans?|borrow\w*)\b/i],
  [/\b(?:debt|loans?|bonds?)\b/i, /\bequity\b/i],
  [/\b(?:upfront|paid|firm|committed)\b/i, /\b(?:unpaid|conditional|optional|uncommitted|deferred|contingent)\b/i],
];

const COMPONENTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gpus?|chips?|accelerators?)\b/i, "GPUs"],
  [/\bnetwork\w*\b/i, "networking"],
  [/\bcpus?\b/i, "CPUs"],
  [/\bstorage\b/i, "storage"],
  [/\b(?:mechanical|electrical|power and cooling|cooling|mep|m&e)\b/i, "power and cooling"],
];

/** The parts of a build that a question names, as the published splits label them. */
export const componentsIn = (text: string): readonly string[] =>
  COMPONENTS.flatMap(([pattern, name]) => (pattern.test(text) ? [name] : []));

const PART_ASKED = gated(
  /\b(?:how much|shares?|portions?|parts?|slices?|percent\w*|fractions?|costs?|spend\w*|what (?:is|are|does|do)|money|dollars|bill|billions?|alone|only)\b/i,
);

/** "How much of a gigawatt is networking per Bernstein": one part of a published split. */
export const onePart: ReadSum = (sum) => {
  if (!/\bbernstein\b/i.test(sum.words) || !PART_ASKED.test(sum.words)) return null;
  const wanted = componentsIn(sum.words);
  const whole = sum.one("power", "money", "rate");
  if (wanted.length === 0 || wanted.length > 3 || !sum.complete([whole])) return null;
  const start = !whole
    ? "1 GW * @bernstein-1gw"
    : whole.kind === "power"
      ? `${write(whole)} * @${rateNamed(sum.reading) ?? "bernstein-1gw"}`
      : write(whole);
  const { lines, title } = breakdownLines(start, "bernstein");
  const kept = lines.filter(({ label }) => label === "whole" || wanted.includes(label));
  // "Bernstein's GPU share" is a share before it is money.
  const shares = SHARE_ASKED.test(sum.words)
    ? kept.slice(1).map(({ label, expression }) => ({
        label: `${label}, share of the cost`,
        expression: `${expression.replace("#1 * ", "")} in %`,
      }))
    : [];
  const inMoney = kept.map((_line, index) => index + 1).slice(1);
  return evaluated([...kept, ...shares], {
    title,
    lead: [...shares.map((_line, index) => kept.length + index + 1), ...inMoney],
  });
};
const SHARE_ASKED = /\b(?:shares?|portions?|slices?|per ?cent\w*|fractions?|proportion)\b|%/i;

const SHARED = gated(
  /\b(?:split|spread|shared?|divided?|evenly|equally|each|apiece|between|among(?:st)?|across|per (?:tranche|instal?ment|step|phase|bank|firm|company|lender))\b/i,
);
const PAYERS = gated(
  /^\s*(?:\w+\s){0,2}(?:compan(?:ies|y)|firms|banks|lenders|investors|partners|payers|buyers|parties|owners|hyperscalers|labs|tenants|customers|deals|ways|people|members|funds|tranches|instal?ments|steps|phases)\b/i,
);

/** "$600B spread evenly over four companies". */
export const sharedBy: ReadSum = (sum) => {
  const [money, number] = [sum.one("money", "flow", "power", "shares", "chips"), sum.one("number", "sites")];
  if (!money || !number || number.low < 2 || number.scaled || !sum.complete([money, number])) return null;
  if (!SHARED.test(sum.words) || !(PAYERS.test(number.after) || number.kind === "sites")) return null;
  return evaluated([{ label: `for each of ${number.text}`, expression: `${write(money)} / ${number.low}` }], {
    title: `${money.text} shared by ${number.text}`,
  });
};
