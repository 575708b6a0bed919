/** Money or things for each of what they are for: per gigawatt, per megawatt, per chip, per share; and how many of them money buys. */
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import { unitNamed } from "./term-units.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** What may be asked for each of, and the numbers it divides by. */
export const PER: readonly (readonly [unit: string, of: readonly Kind[], words: RegExp])[] = [
  [
    "GW",
    ["power"],
    /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:single )?(?:it |facility )?(?:gws?|gigawatts?|gigs?)\b|\bsingle gigawatt\b/i,
  ],
  ["MW", ["power"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:it )?(?:mws?|megawatts?)\b/i],
  ["kW", ["power"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:kws?|kilowatts?)\b/i],
  ["W", ["power"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:watts?|w)\b/i],
  ["chip", ["chips", "number"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:¤+|gpu|chip|accelerator|tpu)\b(?![- ]?h)/i],
  ["rack", ["racks", "number"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)rack\b/i],
  ["share", ["shares", "number"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)share\b(?!\s+(?:of|out of)\b)/i],
  ["home", ["homes", "number"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:home|household)\b/i],
  ["MWh", ["energy"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:mwh|megawatt[- ]hour)\b/i],
  ["kWh", ["energy"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:kwh|kilowatt[- ]hour)\b/i],
];
const EACH = /\b(?:each|apiece|per unit|unit (?:price|cost))\b/i;
/** Money and a power side by side, and nothing but words that ask what that makes. */
const IMPLIES = /\b(?:impl(?:y|ies)|work(?:s)? out|come(?:s)? to|make(?:s)?|mean(?:s)?|unit cost|rate|for|\/)\b/i;

export const perUnit: ReadSum = (sum) => {
  const money = sum.one("money", "flow");
  if (!money) return null;
  const asked = PER.find(([, of, words]) => words.test(sum.words) && sum.of(...of).length === 1);
  const base = asked ? sum.one(...asked[1]) : bareBase(sum);
  if (!base || !sum.complete([money, base])) return null;
  const currency = money.unit.split("/")[0] ?? "USD";
  const other = /\bin (?:us )?(dollars?|usd|euros?|eur|pounds?|gbp)\b/i.exec(sum.words)?.[1];
  if (other && unitNamed(other) !== currency) return null;
  const unit = asked?.[0] ?? (base.kind === "power" ? "GW" : base.unit);
  const divisor = base.kind === "number" ? write({ ...base, unit }) : write(base);
  const time = money.kind === "flow" ? "/year" : "";
  return evaluated([
    {
      label: `${money.text} for ${base.text}`.slice(0, 80),
      expression: `${write(money)} / (${divisor}) in ${currency}/${unit}${time}`,
    },
  ]);
};

function bareBase(sum: Sum): Term | null {
  const base = sum.one("power", "chips", "racks", "shares");
  if (!base) return null;
  if (/\b(?:divided by|÷|split (?:over|across|by))\b/i.test(sum.words)) return base;
  if (base.kind === "power")
    return /\b(?:which|list|deals?|contracts?|sites?|who|when|buys?|did|paid|signed)\b/i.test(sum.words)
      ? null
      : sum.words
            .replace(/[^a-z]/gi, " ")
            .trim()
            .split(/\s+/).length <= 4 && IMPLIES.test(sum.text)
        ? base
        : null;
  return EACH.test(sum.words) ? base : null;
}

const HOW_MANY =
  /\b(?:how (?:many|much)|number of|buys?|gets?|afford|purchase|worth of|power|capacity|[gm]ws?\b|gigs?|gigawatts?|megawatts?)\b/i;

/** Money over what each costs: gigawatts, racks, chips, shares. */
export const howMany: ReadSum = (sum) => {
  const money = sum.one("money");
  const each = sum.one("rate", "unit-price", "hourly");
  if (!money || !each || each.kind === "hourly" || !HOW_MANY.test(sum.words) || !sum.complete([money, each]))
    return null;
  const mw =
    each.kind === "rate" &&
    /\b(?:mws?|megawatts?)\b/i.test(sum.words) &&
    !/\b(?:gws?|gigs?|gigawatts?)\b/i.test(sum.words);
  return evaluated(
    [{ label: `what ${money.text} buys`, expression: `${write(money)} / (${write(each)})${mw ? " in MW" : ""}` }],
    { title: `What ${money.text} buys at ${each.text}`.slice(0, 120) },
  );
};
