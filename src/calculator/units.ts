/** Units as people and records write them, each as so many base units. */
import type { Figure, Point, Rate } from "../../knowledge/schema.ts";
import { type BaseUnit, type Dimension, multiplyDimensions, NONE } from "./dimension.ts";

export type UnitOf = { factor: number; dimension: Dimension };

const of = (base: BaseUnit, factor = 1): UnitOf => ({ factor, dimension: { [base]: 1 } });
const HOURS_PER_YEAR = 8760;
const energy = (factor: number): UnitOf => ({ factor, dimension: { GW: 1, h: 1 } });

const POWER_SCALES = { w: 1e-9, kw: 1e-6, mw: 1e-3, gw: 1, tw: 1e3 };
const powers = Object.entries(POWER_SCALES).flatMap(([word, factor]): [string, UnitOf][] => [
  [word, of("GW", factor)],
  [`${word}_it`, of("GW_it", factor)],
  [`${word}_facility`, of("GW_facility", factor)],
]);

const UNITS: ReadonlyMap<string, UnitOf> = new Map<string, UnitOf>([
  ...powers,
  ...(["watt", "kilowatt", "megawatt", "gigawatt", "terawatt"] as const).map((word, index): [string, UnitOf] => [
    word,
    of("GW", Object.values(POWER_SCALES)[index] ?? 1),
  ]),
  ["gig", of("GW")],
  ["wh", energy(1e-9)],
  ["kwh", energy(1e-6)],
  ["mwh", energy(1e-3)],
  ["gwh", energy(1)],
  ["twh", energy(1e3)],
  ["pwh", energy(1e6)],
  ["h", of("h")],
  ["hr", of("h")],
  ["hour", of("h")],
  ["day", of("h", 24)],
  ["week", of("h", 168)],
  ["month", of("h", HOURS_PER_YEAR / 12)],
  ["quarter", of("h", HOURS_PER_YEAR / 4)],
  ["year", of("h", HOURS_PER_YEAR)],
  ["yr", of("h", HOURS_PER_YEAR)],
  ["share", of("share")],
  ["chip", of("chip")],
  ["gpu", of("chip")],
  ["tpu", of("chip")],
  ["accelerator", of("chip")],
  ["package", of("chip")],
  ["die", of("die")],
  ["rack", of("rack")],
  ["home", of("home")],
  ["household", of("home")],
  ["gpu-hour", { factor: 1, dimension: { chip: 1, h: 1 } }],
  ["gw-year", { factor: HOURS_PER_YEAR, dimension: { GW: 1, h: 1 } }],
  ["t", of("t")],
  ["tonne", of("t")],
  ["ton", of("t")],
  ["tco2", of("t")],
  ["mt", of("t", 1e6)],
  ["mtco2", of("t", 1e6)],
  ["kg", of("t", 1e-3)],
  ["lb", of("t", 4.5359237e-4)],
  ["g", of("t", 1e-6)],
  ["gco2", of("t", 1e-6)],
  ["l", of("L")],
  ["litre", of("L")],
  ["liter", of("L")],
  ["gallon", of("L", 3.785411784)],
  ["gal", of("L", 3.785411784)],
  ["usd", of("USD")],
  ["dollar", of("USD")],
  ["buck", of("USD")],
  ["$", of("USD")],
  ["us$", of("USD")],
  ["eur", of("EUR")],
  ["euro", of("EUR")],
  ["€", of("EUR")],
  ["gbp", of("GBP")],
  ["pound", of("GBP")],
  ["£", of("GBP")],
  ["aud", of("AUD")],
  ["cent", of("USD", 0.01)],
  ["jpy", of("JPY")],
  ["yen", of("JPY")],
  ["cad", of("CAD")],
  ["inr", of("INR")],
  ["rupee", of("INR")],
  ["%", { factor: 0.01, dimension: NONE }],
  ["percent", { factor: 0.01, dimension: NONE }],
  ["x", { factor: 1, dimension: NONE }],
  ["time", { factor: 1, dimension: NONE }],
  ["1", { factor: 1, dimension: NONE }],
]);

/** Longest first, for a pattern. */
export const UNIT_WORDS: readonly string[] = [...UNITS.keys()]
  .filter((word) => /^[a-z][a-z_\d-]*$/.test(word) && !["x", "time", "t"].includes(word))
  .sort((a, b) => b.length - a.length);

function oneUnit(word: string): UnitOf | null {
  const key = word.trim().toLowerCase();
  return UNITS.get(key) ?? UNITS.get(key.replace(/s$/, "")) ?? null;
}

/** "USD/GW", "$ per MW", "kWh/year": the first unit over all the others; null where one is not known. */
export function parseUnit(text: string): UnitOf | null {
  const [first = "", ...rest] = text.split(/\s*(?:\/|\bper\b)\s*/i);
  let out = first.trim() === "" ? null : oneUnit(first);
  for (const word of rest) {
    const unit = oneUnit(word);
    if (!unit || !out) return null;
    out = { factor: out.factor / unit.factor, dimension: multiplyDimensions(out.dimension, unit.dimension, -1) };
  }
  return out;
}

/** What a record's unit leaves unsaid: whose power it is, and that a chip's power is for each chip. */
const MEANT: Readonly<Record<string, Dimension>> = {
  "accelerator-power": { GW: 1, chip: -1 },
  "rack-power": { GW: 1, rack: -1 },
  "accelerator-price": { USD: 1, chip: -1 },
  "accelerators-per-gw": { chip: 1, GW: -1 },
  "dies-per-gw": { die: 1, GW: -1 },
  "racks-per-gw": { rack: 1, GW: -1 },
  "racks-per-gw-bernstein": { rack: 1, GW: -1 },
  "chips-per-rack": { chip: 1, rack: -1 },
  "overhead-facility": { GW_facility: 1, GW_it: -1 },
  pue: { GW_facility: 1, GW_it: -1 },
  "home-energy": { GW: 1, home: -1 },
};

/** The unit of a rate, with its basis; null where it is not one that can be calculated with. */
export function unitOfRate(rate: Pick<Rate, "unit" | "quantity" | "basis">): UnitOf | null {
  const unit = parseUnit(rate.unit);
  if (!unit) return null;
  const dimension = MEANT[rate.quantity] ?? unit.dimension;
  const basis = rate.basis === "it" ? "GW_it" : rate.basis === "facility" ? "GW_facility" : null;
  if (!basis || !dimension.GW) return { ...unit, dimension };
  const { GW, ...others } = dimension;
  return { ...unit, dimension: { ...others, [basis]: GW } };
}

/** What a count counts, as a unit; other things than these are plain numbers. */
const COUNTED: readonly (readonly [unit: string, words: RegExp])[] = [
  ["chip", /\b(?:[gt]pus?|chips?|accelerators?|h100)\b/i],
  ["rack", /\bracks?\b/i],
  ["home", /\b(?:homes?|households?)\b/i],
];

/** The unit of a figure on record, with what it is for each of: "USD/month", "chip"; null where it is not one that can be calculated with. */
export function unitOfFigure({ unit, counted, per }: Pick<Figure | Point, "unit" | "counted" | "per">): UnitOf | null {
  const top =
    unit === "percent"
      ? "%"
      : unit === "ratio"
        ? "1"
        : unit === "count"
          ? (COUNTED.find(([, words]) => words.test(counted ?? ""))?.[0] ?? "1")
          : unit;
  return parseUnit(per ? `${top}/${per}` : top);
}
