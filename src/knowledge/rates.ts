/** From words to an input of the calculator: whose it is, of what, for which chip. */

import type { Rate } from "../../knowledge/schema.ts";
import type { Library } from "./library.ts";
import { tellingOf } from "./statements.ts";
import { sense } from "./synonyms.ts";
import { contentWords } from "./words.ts";

/** Words that people use for a quantity, beside those of its own name. */
const SAID_AS: Readonly<Record<string, string>> = {
  "accelerator-power": "tdp board power draw watts kw thermal design",
  "accelerator-price": "gpu price unit chip cost",
  "rack-power": "rack kw power draw nvl72",
  "rack-price": "rack cost price nvl72",
  "gpu-hour-price": "rental rent rentals hour hourly gpu per",
  "co2-intensity": "co2 gco2 carbon emissions intensity grid kwh fleet emit",
  "home-energy": "home house household homes kwh average uses use year",
  "water-usage": "water wue litres use effectiveness usage",
  "electricity-price": "electricity industrial price mwh power",
  "grid-connection-wait": "grid wait connection interconnection queue years",
  "generation-capex": "kw plant build capital cost dollars new firm",
  "life-it": "book life lifetime lifespan useful lives servers gear depreciation depreciated write years",
  "life-facility": "life lifetime lifespan facility building shell depreciation depreciated write years",
  "cost-of-debt": "interest rate debt cost borrowing",
  "cost-of-capital": "cost capital wacc discount rate",
  "facility-capex-per-gw": "construction cost facility shell mw build",
  "ai-capex-total": "cumulative capex ai total",
  "ai-capex-per-year": "annual capex revenue need",
  "nvidia-content-per-gw": "nvidia content gets itself each gw share",
  "accelerators-per-gw": "accelerators gpus chips per gigawatt",
  "dies-per-gw": "dies gpu per gw",
  "racks-per-gw": "racks per gw",
  "slip-rate": "late delayed slip share projects expected slippage",
  "load-factor": "load factor utilisation utilization",
  "electricity-cost-per-gw-year": "annual power cost electricity year gigawatt bill",
  "tco-per-gw-year": "tco total cost ownership owning own annual yearly year gw gigawatt",
  "opex-per-gw-year": "opex operating running costs annual yearly year gw gigawatt",
  "depreciation-per-gw-year": "depreciation annual yearly year gw gigawatt write",
  "energy-cost-per-gw-year": "annual power cost electricity energy year gigawatt bill",
  "turbine-price": "turbine price kw cost",
  "rack-cost-all-in": "rack cost all-in price",
  "revenue-per-gw-year": "revenue gw year contracted cloud",
  "capex-per-gw": "cost capex gigawatt gw build",
  pue: "pue power usage effectiveness",
};

/** Inputs that deals and metrics tell better. */
const NOT_ALONE = new Set(
  "deal-per-gw openai-revenue-2025 openai-revenue-2030 openai-compute-spend-2030 warrant-shares warrant-exercise-price share-price fx-usd-per-eur fx-usd-per-gbp grams-per-pound litres-per-gallon hours-per-year".split(
    " ",
  ),
);

export type RankedRate = {
  rate: Rate;
  score: number /** Share of the words that tell which the rate has. */;
  coverage: number;
};

/** Rates that fit, best first. `orgs` and `people` are named in the question; their own rates count for more. `least`: how many words a rate must have. */
export function rankRates(
  library: Library,
  asked: {
    words: readonly string[];
    orgs: readonly string[];
    people: readonly string[];
    /** Years and the like, which tell only what is told by them. */
    numbers?: readonly string[];
  },
  least = 2,
): RankedRate[] {
  const wanted = [...new Set(asked.words.map(sense))];
  const said = new Set([...asked.words, ...(asked.numbers ?? [])]);
  const out: RankedRate[] = [];
  for (const rate of having(library, wanted, asked)) {
    if (rate.told_by && !isTold(rate, said, asked.orgs)) continue;
    const own = wordsOf(rate);
    const exact = wanted.filter((word) => own.strong.has(word));
    const loose = wanted.filter((word) => !own.strong.has(word) && own.weak.has(word));
    const whose = asked.orgs.some((id) => id === rate.org) || asked.people.some((id) => id === rate.person) ? 1 : 0;
    const told = exact.reduce((sum, word) => sum + Math.min(4, tellingOf(library, word)), 0) + loose.length * 0.8;
    const coverage = wanted.length === 0 ? 0 : (exact.length + loose.length * 0.6) / wanted.length;
    if (exact.length + whose >= least)
      out.push({ rate, score: told + whose * 3 + coverage * 3 + (rate.default ? 0.3 : 0), coverage });
  }
  // Of two that are told by words of one sense the one that has the words themselves is meant, then the one that has no others.
  const itself = ({ rate }: RankedRate) => asked.words.filter((word) => wordsOf(rate).itself.has(word)).length;
  return out.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.rate.told_by !== undefined) - Number(a.rate.told_by !== undefined) ||
      itself(b) - itself(a) ||
      wordsOf(a.rate).strong.size - wordsOf(b.rate).strong.size,
  );
}

/** The rates that have one of the words, or belong to whoever is named, in the order of the knowledge. */
function having(
  library: Library,
  wanted: readonly string[],
  { orgs, people }: { orgs: readonly string[]; people: readonly string[] },
): readonly Rate[] {
  const known = HAVING.get(library) ?? byWord(library);
  HAVING.set(library, known);
  const words = [...wanted, ...orgs.map((id) => `@${id}`), ...people.map((id) => `@${id}`)];
  const numbers = new Set(words.flatMap((word) => known.of.get(word) ?? []));
  return [...numbers].sort((a, b) => a - b).flatMap((number) => known.rates[number] ?? []);
}
type Having = { rates: readonly Rate[]; of: ReadonlyMap<string, readonly number[]> };
const HAVING = new WeakMap<Library, Having>();

function byWord({ knowledge }: Library): Having {
  const rates = knowledge.rates.filter(({ quantity }) => !NOT_ALONE.has(quantity));
  const of = new Map<string, number[]>();
  for (const [number, rate] of rates.entries()) {
    const owners = [rate.org, rate.person].flatMap((id) => (id === undefined ? [] : [`@${id}`]));
    for (const word of [...wordsOf(rate).strong, ...owners]) of.set(word, [...(of.get(word) ?? []), number]);
  }
  return { rates, of };
}

/** One of its words is said, and whose it is. */
const isTold = ({ told_by, org }: Rate, said: ReadonlySet<string>, orgs: readonly string[]): boolean =>
  (org === undefined || orgs.includes(org) || org.split("-").some((word) => said.has(word))) &&
  contentWords((told_by ?? []).join(" ")).some((word) => said.has(word));

/** What is told by a word of its own is called as what it is one of: "gpu-hour-price-2023". */
const saidAs = ({ quantity, told_by }: Rate): string =>
  SAID_AS[quantity] ??
  (told_by ? Object.entries(SAID_AS).find(([of]) => quantity.startsWith(`${of}-`))?.[1] : undefined) ??
  "";

type Words = { strong: ReadonlySet<string>; weak: ReadonlySet<string>; itself: ReadonlySet<string> };
const WORDS = new WeakMap<Rate, Words>();
function wordsOf(rate: Rate): Words {
  const known = WORDS.get(rate);
  if (known) return known;
  const senses = (text: string) => new Set(contentWords(text).map(sense));
  const text = [rate.name, ...rate.aliases, rate.chip ?? "", rate.quantity.replaceAll("-", " "), saidAs(rate)].join(
    " ",
  );
  const made = {
    strong: senses(text),
    itself: new Set(contentWords(text)),
    weak: senses([rate.includes, rate.note ?? "", rate.unit.replaceAll("/", " ")].join(" ")),
  };
  WORDS.set(rate, made);
  return made;
}

/** The rate on record between two currencies, in either direction. */
export function exchangeRate({ knowledge }: Library, from: string, to: string): Rate | null {
  const units = new Set([`${to}/${from}`, `${from}/${to}`]);
  return knowledge.rates.find((rate) => rate.quantity.startsWith("fx-") && units.has(rate.unit)) ?? null;
}
