/** Money or things for each of what they are for: per gigawatt, per megawatt, per chip, per share; and how many of them money buys. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { currencyAsked } from "./conversion.ts";
import { racksOf72 } from "./hardware.ts";
import { periodsAsked } from "./periods-asked.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** What may be asked for each of, and the numbers it divides by. */
export const PER: readonly (readonly [unit: string, of: readonly Kind[], words: RegExp])[] = [
  [
    "GW",
    ["power"],
    /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)(?:single )?(?:it |facility )?(?:gws?|gigawatts?|gigs?)\b|\bsingle gigawatt\b/i,
  ],
  ["MW", ["power"], /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)(?:it )?(?:mws?|megawatts?)\b/i],
  ["kW", ["power"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:kws?|kilowatts?)\b/i],
  ["W", ["power"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:watts?|w)\b/i],
  [
    "chip",
    ["chips", "number"],
    /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)(?:¤+|gpu|chip|accelerator|tpu)\b(?![- ]?h)/i,
  ],
  ["rack", ["racks", "number"], /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)rack\b/i],
  ["share", ["shares", "number"], /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)share\b(?!\s+(?:of|out of)\b)/i],
  ["home", ["homes", "number"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:home|household)\b/i],
  ["MWh", ["energy"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:mwh|megawatt[- ]hour)\b/i],
  ["kWh", ["energy"], /(?:\b(?:per|an?|each|every|one)\s|\/\s?)(?:kwh|kilowatt[- ]hour)\b/i],
];
const EACH = gated(/\b(?:each|apiece|per unit|unit (?:price|cost))\b/i);
/** Money and a power side by side, and nothing but words that ask what that makes. */
const IMPLIES = /\b(?:impl(?:y|ies)|work(?:s)? out|come(?:s)? to|make(?:s)?|mean(?:s)?|unit cost|rate|for|\/)\b/i;

export const perUnit: ReadSum = (sum) => {
  const ofRack = chipOfRack(sum) ?? ofGigawatt(sum) ?? powerOfEach(sum);
  if (ofRack) return ofRack;
  const money = sum.one("money", "flow") ?? together(sum);
  // Cents are what a kilowatt-hour costs: over a gigawatt they say nothing.
  if (!money || money.high < 1) return null;
  const asked = PER.find(([, of, words]) => words.test(sum.words) && sum.of(...of).length === 1);
  const base = asked ? sum.one(...asked[1]) : bareBase(sum, money);
  if (!base || !sum.complete([money, base, ...(money.onRecord ? sum.of("money") : [])])) return null;
  const currency = money.unit.split("/")[0] ?? "USD";
  const wanted = currencyAsked(sum.words, currency) ?? currency;
  const unit = asked?.[0] ?? (base.kind === "power" ? "GW" : base.unit);
  const divisor = base.kind === "number" ? write({ ...base, unit }) : write(base);
  const period = periodsAsked(sum.words).find((one) => one !== "year") ?? "year";
  const time = money.kind === "flow" ? `/${period}` : "";
  const each = {
    label: `${money.text} for ${base.text}`.slice(0, 80),
    expression: `${write(money)} / (${divisor}) in ${wanted}/${unit}${time}`,
  };
  if (wanted === currency || money.kind === "flow") return evaluated([each]);
  return evaluated([{ label: `${money.text} in ${wanted}`, expression: `${write(money)} in ${wanted}` }, each], {
    lead: [2, 1],
  });
};

/** "$40B for chips and $15B for buildings, per GW": what is spent on it in all. */
function together({ of, words }: Sum): Term | null {
  const moneys = of("money");
  const [first, ...rest] = moneys;
  if (
    !first ||
    rest.length === 0 ||
    rest.length > 3 ||
    /\b(?:of|or|vs|versus|than|from|share|percent\w*|debt|loan)\b|%/i.test(words)
  )
    return null;
  if (
    rest.some(
      ({ before, unit }) =>
        unit !== first.unit || !/^\s*(?:for |in |on |of )?(?:\w+ ){0,3}(?:and|plus|&|\+|,)\s*$/i.test(before),
    )
  )
    return null;
  const sum = moneys.map((term) => write(term)).join(" + ");
  return { ...first, text: moneys.map(({ text }) => text).join(" and "), onRecord: { expression: `(${sum})` } };
}

/** "220,000 GPUs on 300 MW: how much power for each?", "how many GPUs per megawatt". */
function powerOfEach(sum: Sum): PlanInput | null {
  const [power, things] = [sum.one("power"), sum.one("chips", "racks", "homes", "sites")];
  const pue = sum.of("number").find((term) => roleOf(term) === "pue") ?? null;
  if (!power || !things || /\b(?:cost|price|worth|dollars?|bill)\b/i.test(sum.words)) return null;
  if (!sum.complete([power, things, pue])) return null;
  const site = pue ? `${write(power)} / ${write(pue)}` : write(power);
  const of = PER.find(([, kinds, words]) => kinds[0] === "power" && words.test(sum.words))?.[0];
  if (of && /\b(?:how many|number of)\b/i.test(sum.words))
    return evaluated([
      { label: `for each ${of}`, expression: `${write({ ...things, unit: "" })} / (${site} in ${of}) * 1 ${of}` },
    ]);
  const asks =
    THINGS_EACH.test(sum.words) && /\b(?:power|kw|kilowatts?|watts?|mw|draws?|how much|what)\b/i.test(sum.words);
  if (!asks) return null;
  return evaluated([
    {
      label: `power for each of ${things.text}`.slice(0, 80),
      expression: `${site} / ${write({ ...things, unit: "" })} in ${things.kind === "sites" ? "MW" : "kW"}`,
    },
  ]);
}
const THINGS_EACH =
  /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)(?:¤+|gpu|chip|accelerator|tpu|rack|home|household|site|building)\b|\b(?:each|apiece)\b/i;

/** "$5.9M a rack of 72 GPUs: per GPU". */
function chipOfRack(sum: Sum): PlanInput | null {
  const [price, chips] = [sum.one("unit-price"), sum.one("chips")];
  const asksForOne =
    /(?:\b(?:per|an?|each|every|one)[\s-]|\/\s?)(?:¤+(?! racks?\b)|gpu|chip|accelerator|tpu)(?![- ]?h|[a-z])/i.test(
      sum.words,
    );
  if (!price?.unit.endsWith("/rack") || !asksForOne || !sum.complete([price, chips])) return null;
  const currency = price.unit.split("/")[0] ?? "USD";
  const inRack = chips ? write(chips, "chip/rack") : racksOf72(sum);
  if (!inRack) return null;
  return evaluated([
    {
      label: `${price.text} with ${chips?.text ?? "the GPUs of an NVL72"}`,
      expression: `${write(price)} / (${inRack}) in ${currency}/chip`,
    },
  ]);
}

/** "$47B a gigawatt over 3,557 racks: per rack": what a gigawatt costs over the things that it holds. */
function ofGigawatt(sum: Sum): PlanInput | null {
  const [rate, things] = [sum.one("rate"), sum.one("racks", "chips")];
  if (
    !rate ||
    !things ||
    things.unit.includes("/") ||
    /\/(?:year|quarter|month)$/.test(rate.unit) ||
    !sum.complete([rate, things])
  )
    return null;
  const unit = things.kind === "racks" ? "rack" : "chip";
  if (!PER.some(([of, , words]) => of === unit && words.test(sum.words)) && !EACH.test(sum.words)) return null;
  const currency = rate.unit.split("/")[0] ?? "USD";
  return evaluated([
    {
      label: `${rate.text} over ${things.text}`.slice(0, 80),
      expression: `${write(rate)} * 1 GW / (${write(things)}) in ${currency}/${unit}`,
    },
  ]);
}

function bareBase(sum: Sum, money: Term): Term | null {
  const base = sum.one("power", "chips", "racks", "shares");
  if (!base) return null;
  if (OVER.test(sum.text.slice(money.end, base.start))) return base;
  // "10 GW at $500B": too much for one of them.
  if (base.kind === "power" && /^\s*(?:at|@)\s*$/i.test(sum.text.slice(base.end, money.start))) return base;
  if (/\b(?:divided by|÷|split (?:over|across|by))\b/i.test(sum.words)) return base;
  // "Divide 4.5 GW by $300B" has it the other way round.
  if (/\bdivide\b.*\b(?:by|over|across|among|between)\b/i.test(sum.words) && base.start > money.end) return base;
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

/** "$25B / 1.4 GW", "110bn over 3 GW". */
const OVER = /^\s*(?:\/|÷|over|across|per|for every|divided by)\s*$/i;

const HOW_MANY =
  /^(?:the )?(?:racks|gpus|chips|gigawatts) (?:from|for|out of|with|at)\b|\b(?:how (?:many|much|big|large)|number of|buys?|gets?|afford|purchase|worth of|power|capacity|[gm]ws?\b|gigs?|gigawatts?|megawatts?)\b/i;

/** "Racks at $5.9M and $35B a gigawatt: how many racks in 2.2 GW": what the power costs over what each costs. */
export const howManyInPower: ReadSum = (sum) => {
  const [power, rate, each] = [sum.one("power"), sum.one("rate"), sum.one("unit-price")];
  if (!power || !rate || !each || !/\/(?:rack|chip)$/.test(each.unit) || !sum.complete([power, rate, each]))
    return null;
  const things = each.unit.endsWith("/rack") ? "racks" : "chips";
  if (!/\bhow many\b|\bnumber of\b|\bcount\b/i.test(sum.words)) return null;
  return evaluated([
    { label: `${things} in ${power.text}`, expression: `${write(power)} * ${write(rate)} / (${write(each)})` },
  ]);
};

/** Money over what each costs: gigawatts, racks, chips, shares. */
export const howMany: ReadSum = (sum) => {
  const money = sum.one("money");
  const each = sum.one("rate", "unit-price", "hourly");
  if (!money || !each || each.kind === "hourly" || !HOW_MANY.test(sum.words) || !sum.complete([money, each]))
    return null;
  // "GW at 30, 42 and 60 billion apiece": one result for each.
  if (each.ends.length > 2 && each.ends.length <= 6) {
    const lines = each.ends.map((value): SumLine => {
      const one = { ...each, low: value, high: value };
      return {
        label: `at ${value / 10 ** (3 * Math.floor(Math.log10(value) / 3))}`,
        expression: `${write(money)} / (${write(one)})`,
      };
    });
    return evaluated(lines, {
      title: `What ${money.text} buys at ${each.text}`.slice(0, 120),
      lead: lines.map((_line, index) => index + 1),
    });
  }
  const mw =
    each.kind === "rate" &&
    /\b(?:mws?|megawatts?)\b/i.test(sum.words) &&
    !/\b(?:gws?|gigs?|gigawatts?)\b/i.test(sum.words);
  return evaluated(
    [{ label: `what ${money.text} buys`, expression: `${write(money)} / (${write(each)})${mw ? " in MW" : ""}` }],
    { title: `What ${money.text} buys at ${each.text}`.slice(0, 120) },
  );
};
