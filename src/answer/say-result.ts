/** A calculated amount in the unit in which people read it, and as the figure that the checks compare. */

import type { Amount } from "../calculator/amount.ts";
import { type Currency, currenciesOf, type Dimension, isPlain } from "../calculator/dimension.ts";
import { type Range, scale } from "../calculator/range.ts";
import { sayUnit } from "../calculator/say-unit.ts";
import { parseUnit } from "../calculator/units.ts";
import type { FigureUse } from "../doc/doc.ts";
import { sayAmount } from "../doc/say-figure.ts";
import { byCode } from "../knowledge/order.ts";

export type Said = { text: string; low: number; high: number; unit: FigureUse["unit"] };
export type SayOptions = {
  /** How many digits it can bear: fewer where estimates went in. */
  digits?: number;
  /** The unit asked for. */
  unit?: string | null;
  /** A quotient of like amounts: "2.29×". */
  ratio?: boolean;
};

/** The unit to show, how many of the base units make it, and what stands behind the number. */
type Shown = {
  unit: FigureUse["unit"];
  factor: number;
  tail?: string;
  /** The same in the field's short form: "2.4 million tonnes of CO2 (2.4 Mt)". */
  again?: string;
};

const YEAR = 8760;
/** Dollars per gigawatt-hour below which money for power over time reads as a price of energy, not as a yearly cost. */
const CHEAPER = 4e5;

export function sayResult(of: Amount, options: SayOptions = {}): Said {
  const shown = (options.unit ? asked(of, options.unit) : null) ?? usual(of, options.ratio ?? false);
  const value = tidy(scale(of.range, 1 / shown.factor), options.digits ?? 4);
  const said = sayAmount({ low: value.low, high: value.high, unit: sayable(shown.unit), qualifier: "exact" });
  const again = shown.again ? ` (${said}${shown.again})` : "";
  return { text: `${said}${shown.tail ?? ""}${again}`, low: value.low, high: value.high, unit: shown.unit };
}

/** sayAmount writes what it does not know behind the number; such units stand in the tail instead. */
const sayable = (unit: FigureUse["unit"]): string => (TAILED.has(unit) ? "ratio" : unit);
const TAILED: ReadonlySet<string> = new Set(["tCO2", "L", "kW", "MWh", "h", "MW", "other"]);

const tidy = ({ low, mid, high }: Range, digits: number): Range => {
  const round = (value: number) => Number(value.toPrecision(digits));
  return { low: round(low), mid: round(mid), high: round(high) };
};

function usual({ dimension, range }: Amount, ratio: boolean): Shown {
  if (isPlain(dimension)) return { unit: "ratio", factor: 1, ...(ratio && { tail: "×" }) };
  const key = shape(dimension);
  const [currency] = currenciesOf(dimension);
  if (currency) return money(key, currency, range);
  const size = Math.max(Math.abs(range.high), Math.abs(range.low));
  switch (key) {
    case "GW":
      // Less than a megawatt would lose its digits.
      return size > 0 && size < 1e-3
        ? { unit: "kW", factor: 1e-6, tail: ` kW${basisTail(dimension)}` }
        : { unit: "GW", factor: 1, tail: basisTail(dimension) };
    case "GW h":
      return energy(size, basisTail(dimension));
    case "chip":
    case "die":
    case "rack":
    case "home":
      return { unit: "count", factor: 1, tail: ` ${key}${isOne(range) ? "" : "s"}` };
    case "share":
      return { unit: "shares", factor: 1, tail: isOne(range) ? " share" : " shares" };
    case "GW/chip":
    case "GW/rack":
      return { unit: "kW", factor: 1e-6, tail: ` kW per ${key.slice(3)}` };
    case "die/GW":
      return { unit: "count", factor: 1, tail: ` dies per ${perPower(dimension)}` };
    case "chip/GW":
    case "rack/GW":
    case "home/GW":
      return { unit: "count", factor: 1, tail: ` ${key.slice(0, 4)}s per ${perPower(dimension)}` };
    case "h":
      return size >= YEAR / 2 ? { unit: "years", factor: YEAR } : { unit: "h", factor: 1, tail: " hours" };
    case "1/h":
      return { unit: "percent", factor: 0.01 / YEAR, tail: " a year" };
    case "t":
      return size >= 1e5
        ? { unit: "tCO2", factor: 1e6, tail: " million tonnes of CO2", again: " Mt" }
        : { unit: "tCO2", factor: 1, tail: " tonnes of CO2" };
    case "L":
      return size >= 1e8 ? { unit: "L", factor: 1e9, tail: " billion L" } : { unit: "L", factor: 1, tail: " L" };
    case "GW/GW":
      return { unit: "ratio", factor: 1 };
    default:
      return { unit: "other", factor: 1, tail: ` ${sayUnit(dimension)}` };
  }
}

function money(key: string, currency: Currency, range: Range): Shown {
  const per = (what: string, factor = 1): Shown => ({ unit: `${currency}/${what}`, factor });
  switch (key) {
    case "$":
      return { unit: currency, factor: 1 };
    case "$/h":
      return per("year", 1 / YEAR);
    case "$/GW":
      return per("GW");
    case "$/it":
      return per("IT GW");
    case "$/facility":
      return per("facility GW");
    case "$/GW h":
      return range.high < CHEAPER ? per("MWh", 1e3) : per("GW-year", 1 / YEAR);
    case "$/it h":
      return range.high < CHEAPER ? per("IT MWh", 1e3) : per("IT GW-year", 1 / YEAR);
    case "$/chip h":
      return per("GPU-hour");
    case "$/chip":
    case "$/rack":
    case "$/share":
    case "$/home":
      return per(key.slice(2));
    default:
      return { unit: `${currency}/other`, factor: 1 };
  }
}

function energy(size: number, tail: string): Shown {
  if (size >= 1) return { unit: "TWh", factor: 1e3, tail };
  return { unit: "MWh", factor: 1e-3, tail: ` MWh${tail}` };
}

const isOne = ({ low, high }: Range): boolean => low === 1 && high === 1;

/** "$/it h": money as $, power by its basis below the line, in a fixed order. */
function shape(dimension: Dimension): string {
  const name = (unit: string, below: boolean): string => {
    if (/^(?:USD|EUR|GBP|AUD|INR|JPY|CAD)$/.test(unit)) return "$";
    if (unit.startsWith("GW_")) return below && currenciesOf(dimension).length > 0 ? unit.slice(3) : "GW";
    return unit;
  };
  const write = (sign: 1 | -1): string =>
    Object.entries(dimension)
      .filter(([, exponent]) => Math.sign(exponent) === sign)
      .map(([unit, exponent]) => `${name(unit, sign < 0)}${Math.abs(exponent) === 1 ? "" : `^${Math.abs(exponent)}`}`)
      .sort((a, b) => (a === "h" ? 1 : b === "h" ? -1 : byCode(a, b)))
      .join(" ");
  const [top, bottom] = [write(1), write(-1)];
  return bottom === "" ? top : `${top || "1"}/${bottom}`;
}

const basisTail = (dimension: Dimension): string =>
  dimension.GW_it ? " of IT power" : dimension.GW_facility ? " of facility power" : "";
const perPower = (dimension: Dimension): string =>
  dimension.GW_it ? "IT GW" : dimension.GW_facility ? "facility GW" : "GW";

/** The unit asked for, as it is written: "MW", "TWh", "%", "$/MW". */
function asked(of: Amount, text: string): Shown | null {
  const unit = parseUnit(text);
  if (!unit) return null;
  const [currency] = currenciesOf(of.dimension);
  const factor = unit.factor;
  if (/^cents?\b/i.test(text))
    return { unit: "other", factor, tail: ` ${text.replace(/^cent\b/i, "cents").replace("/", " per ")}` };
  if (text === "%" || /^per ?cent$/i.test(text)) return { unit: "percent", factor };
  if (currency) {
    const [, ...below] = text.split("/");
    const per = below.map((word) => word.trim().replace(/s$/, "")).join("/");
    return per ? { unit: `${currency}/${per}`, factor } : { unit: currency, factor };
  }
  // Less than one is written in megawatts, unless gigawatts are asked for.
  if (/^gws?$|^gigawatts?$/i.test(text))
    return of.range.high < 1
      ? { unit: "other", factor, tail: ` GW${basisTail(of.dimension)}` }
      : { unit: "GW", factor, tail: basisTail(of.dimension) };
  if (/^twhs?$/i.test(text)) return { unit: "TWh", factor };
  if (/^years?$/i.test(text)) return { unit: "years", factor };
  const word = text.replace(/_it\b/i, " of IT power").replace(/_facility\b/i, " of facility power");
  return { unit: /^mws?$/i.test(text) ? "MW" : "other", factor, tail: ` ${word}` };
}

export const sayMiddle = (of: Amount, options: SayOptions = {}): Said =>
  sayResult({ ...of, range: { low: of.range.mid, mid: of.range.mid, high: of.range.mid } }, options);
