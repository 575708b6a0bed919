/** Amounts and what each costs or draws, multiplied where the units leave one plain thing: "5,932 racks at $5.9M apiece". */

import { gated } from "../../../knowledge/gated.ts";
import { periodsAsked } from "./periods-asked.ts";
import { inRole, roleOf } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { isPartOf } from "./what-is-left.ts";
import { write, writeShare } from "./write-term.ts";

/** What a rate of each kind is multiplied with. */
const NEEDS: readonly (readonly [rate: Kind, base: readonly Kind[]])[] = [
  ["rate", ["power"]],
  ["price", ["energy"]],
  ["unit-price", ["chips", "racks", "shares", "homes", "sites"]],
  ["unit-power", ["sites"]],
  ["carbon", ["energy"]],
  ["home-use", ["homes"]],
];

export const product: ReadSum = (sum) => {
  const rates = sum.of("rate", "price", "unit-price", "unit-power", "carbon", "home-use");
  const bases = sum.of("power", "energy", "chips", "racks", "shares", "homes", "sites");
  const counts = sum
    .of("number")
    .filter((term) => roleOf(term) === null && !term.scaled && term.low === term.high && Number.isInteger(term.low));
  if (rates.length === 0 || rates.length > 2 || bases.length === 0) return null;
  if (
    /\b(?:how (?:many|much) (?:gw|gigs?|gigawatts?|mw|megawatts?|power|capacity))\b/i.test(sum.words) &&
    sum.of("money").length > 0
  )
    return null;
  const left = new Set<Term>(bases);
  for (const rate of chain(rates)) {
    const needs = NEEDS.find(([kind]) => kind === rate.kind)?.[1] ?? [];
    const base = [...left].find(({ kind, unit }) => needs.includes(kind) && fits(rate, kind, unit));
    if (!base) return null;
    left.delete(base);
    // Sites times the power of each are a power for the next rate.
    if (rate.kind === "unit-power") left.add({ ...base, kind: "power", unit: "GW" });
  }
  if ([...left].some((term) => bases.includes(term))) return null;
  if (!sum.complete([...rates, ...bases, ...counts]) || counts.length > 1) return null;
  // A number of other things than those that are priced is not understood.
  const [count] = counts;
  // "35 of the 50 billion per GW" is a part of it.
  if (count && rates.some((rate) => isPartOf(count, rate))) return null;
  if (
    counts.length === 1 &&
    !/(?:[x×*]|\btimes)\s*$/i.test(counts[0]?.before ?? "") &&
    !/^\s*(?:of\b|[x×*]|times\b)/i.test(counts[0]?.after ?? "")
  )
    return null;
  const factors = [...bases, ...counts, ...rates].map((term) => write(term));
  return evaluated([{ expression: factors.join(" * ") }], { title: title(sum.terms) });
};

/** Power of each site comes before the price of a gigawatt. */
const chain = (rates: readonly Term[]): Term[] =>
  [...rates].sort((a, b) => Number(b.kind === "unit-power") - Number(a.kind === "unit-power"));
const fits = (rate: Term, kind: Kind, _unit: string): boolean =>
  rate.kind !== "unit-price" || rate.unit.split("/")[1] === (kind === "sites" ? "site" : kind.slice(0, -1));
const title = (terms: readonly Term[]): string =>
  terms
    .filter(({ kind }) => kind !== "year")
    .map(({ text }) => text)
    .join(" × ")
    .slice(0, 120);

/** "1 GW uses 6.57 TWh a year: which load factor is that": the energy over all that the power could give. */
export const loadFactor: ReadSum = (sum) => {
  const [power, energy, time] = [sum.one("power"), sum.one("energy"), sum.one("time")];
  if (!power || !energy || !/\b(?:load|capacity|utili[sz]ation)(?:[- ]factor)?\b/i.test(sum.words)) return null;
  if (!sum.complete([power, energy, time])) return null;
  const per = energy.unit.includes("/") ? "" : ` / (${time ? write(time) : "1 year"})`;
  return evaluated([{ label: "load factor", expression: `${write(energy)}${per} / (${write(power)}) in %` }]);
};

/** "$18B over 17 years of 1.92 GW flat out: what price for a megawatt-hour": money over the energy that it is paid for. */
export const pricePerEnergy: ReadSum = (sum) => {
  const [money, power, time] = [sum.one("money", "flow"), sum.one("power"), sum.one("time")];
  const unit = /\b(?:per|an?|each|every) (?:(mwh|megawatt[- ]hour)|kwh|kilowatt[- ]hour)\b|\/ ?(?:(mwh)|kwh)\b/i.exec(
    sum.words,
  );
  const oneGw = !power && ONE_GW.test(sum.words);
  if (!money || !unit || (!power && !oneGw)) return null;
  const load = [...inRole(sum, "load"), ...sum.of("percent").filter((term) => roleOf(term) === null)][0] ?? null;
  // Without a load the hours of the year are not all used, and how many are is not said.
  if ((!load && !sum.flatOut) || !sum.complete([money, power, time, load])) return null;
  const yearly = money.kind === "money" && !time && A_YEAR.test(sum.words);
  if (money.kind === "money" && !time && !yearly) return null;
  const length = time ? write(time) : "1 year";
  const energy = `${power ? write(power) : "1 GW"} * ${length}${load ? ` * ${writeShare(load)}` : ""}`;
  const paid = money.kind === "flow" ? `${write(money)} * ${length}` : write(money);
  const currency = money.unit.split("/")[0] ?? "USD";
  return evaluated(
    [
      { label: "energy", expression: `${energy} in TWh` },
      { label: "price", expression: `(${paid}) / #1 in ${currency}/${(unit[1] ?? unit[2]) ? "MWh" : "kWh"}` },
    ],
    { lead: [2] },
  );
};

/** "A rack pulls 132 kW: kilowatt-hours a day?": one thing at its full draw. */
export const energyOfOne: ReadSum = (sum) => {
  const draw = sum.one("unit-power");
  const unit = /\b([tgmk])(?:wh\b|ilowatt[- ]hours?\b|egawatt[- ]hours?\b|igawatt[- ]hours?\b)/i.exec(sum.words)?.[1];
  const [period, ...more] = periodsAsked(sum.words);
  const price = sum.one("price");
  if (draw && price && period && more.length === 0) {
    const load = inRole(sum, "load")[0] ?? null;
    const pue = inRole(sum, "pue")[0] ?? null;
    const things = sum.one("racks", "chips");
    if (!sum.complete([draw, price, load, pue, things])) return null;
    const factors = `${things ? ` * ${things.low}` : ""}${pue ? ` * ${write(pue)}` : ""}${load ? ` * ${writeShare(load)}` : ""}`;
    return evaluated([
      {
        label: `electricity a ${period}`,
        expression: `${write({ ...draw, unit: draw.unit.split("/")[0] ?? "kW" })}${factors} * ${write(price)} in ${price.unit.split("/")[0]}/${period}`,
      },
    ]);
  }
  const power = draw ? write({ ...draw, unit: draw.unit.split("/")[0] ?? "kW" }) : "";
  // "In 30 days".
  const time = sum.one("time");
  if (draw && unit && time && !sum.one("racks", "chips") && sum.complete([draw, time]))
    return evaluated([
      {
        label: `energy in ${time.text}`,
        expression: `${power} * ${write(time)} in ${unit.toLowerCase() === "k" ? "k" : unit.toUpperCase()}Wh`,
      },
    ]);
  if (!draw || !unit || !period || more.length > 0 || !sum.complete([draw])) return null;
  return evaluated([
    {
      label: `energy a ${period}`,
      expression: `${power} * 1 ${period} in ${unit.toLowerCase() === "k" ? "k" : unit.toUpperCase()}Wh`,
    },
  ]);
};

/** Power for so many hours, at a load, in energy or in money at a price. */
export const energyOverTime: ReadSum = (sum) => {
  const power = sum.one("power", "unit-power");
  if (power?.kind !== "power") return null;
  const [time, price] = [sum.one("time"), sum.one("price")];
  const load = [...inRole(sum, "load"), ...sum.of("percent").filter((term) => roleOf(term) === null)][0] ?? null;
  const asksEnergy =
    /\b(?:[tgmk]wh|terawatt[- ]?hours?|gigawatt[- ]?hours?|megawatt[- ]?hours?|kilowatt[- ]?hours?|energy|electricity|consum\w+|burns?)\b/i.test(
      sum.words,
    );
  const bare = time ? null : (BARE_TIME.exec(sum.words)?.[1]?.toLowerCase() ?? null);
  const aYear = load !== null && price === null && FOR_A_YEAR.test(sum.words);
  const over = time ? write(time) : bare === "quarter" ? "3 months" : bare ? `1 ${bare}` : aYear ? "1 year" : null;
  // With a load nothing but its energy can be meant.
  const loaded = (time !== null || aYear) && load !== null && power.low === power.high && NOTHING_ELSE.test(sum.words);
  if (
    !over ||
    (!price && !asksEnergy && !loaded) ||
    /\b(?:homes|households|co2|carbon|emissions|water|pue)\b/i.test(sum.words)
  )
    return null;
  if (!sum.complete([power, time, price, load])) return null;
  const said = time?.text ?? `one ${bare ?? "year"}`;
  const energy = `${write(power)} * ${over}${load ? ` * ${writeShare(load)}` : ""}`;
  const unit = /\b([tgmk]wh)\b/i.exec(sum.words)?.[1];
  const line = { label: `energy in ${said}`, expression: unit ? `${energy} in ${unit}` : energy };
  if (!price) return evaluated([line]);
  const currency = price.unit.split("/")[0] ?? "USD";
  const per = periodsAsked(sum.words)[0];
  return evaluated([
    line,
    { label: `electricity for ${said}`, expression: `#1 * ${write(price)}${per ? "" : ` in ${currency}`}` },
  ]);
};

const FOR_A_YEAR = gated(/\b(?:for|over) (?:an?|one) (?:full |whole )?year\b/i);
const NOTHING_ELSE =
  /^(?:[\s,.?!:]|\b(?:year|at|for|over|an?|load|utili[sz]ation|running|run|with|in|of|factor|capacity factor)\b)*$/i;

/** One of them, without a number: "for a month", "in a day". What runs for a year is read by the load that goes with it. */
const BARE_TIME = gated(
  /\b(?:in|for|over|during|per|each|every)\s+(?:an?\s+|one\s+|the\s+)?(?:single\s+|whole\s+|full\s+)?(hour|day|week|month|quarter)\b/i,
);

/** A gigawatt that is spoken of without a number. */
const ONE_GW = /(?:\b(?:an?|one|per|the|each|every)|['’]s) (?:gw|gigawatt)\b/i;
const A_YEAR = gated(/\b(?:yearly|annual(?:ly)?|(?:a|per|each) year)\b/i);

const AVERAGE = gated(
  /\b(?:average(?! (?:us |u\.s\. |american |national |global )?(?:grid|mix|intensity|home|household|price|tariff))|mean|continuous(?:ly)?|constant|equivalent|steady)\b/i,
);

/** "8,760 GWh a year as average MW": the power that gives the energy when it runs all the time. */
export const averagePower: ReadSum = (sum) => {
  const paced = sum.terms.find(({ unit }) => /^[kMGTP]Wh\/(?:day|week|month|quarter|hour)$/.test(unit)) ?? null;
  const [energy, time] = [sum.one("energy") ?? paced, sum.one("time")];
  const wanted = /\b([mgk]ws?|megawatts?|gigawatts?|power|load|draw|demand)\b/i.exec(sum.words)?.[1];
  if (
    !energy ||
    !wanted ||
    !AVERAGE.test(sum.words) ||
    /\b(?:co2|carbon|emissions?)\b/i.test(sum.words) ||
    !sum.complete([energy, time])
  )
    return null;
  const unit = /^g/i.test(wanted) ? "GW" : /^k/i.test(wanted) ? "kW" : "MW";
  const [period = "year"] = periodsAsked(sum.words);
  const over = time ? write(time) : energy.unit.includes("/") ? null : `1 ${period}`;
  return evaluated([
    { label: "average power", expression: `${write(energy)}${over ? ` / (${over})` : ""} in ${unit}` },
  ]);
};
