import type { FigureAmount, RateAmount } from "./change.ts";

const SIGNS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", AUD: "A$", INR: "₹" };
const SCALES = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
] as const;

/** “up to $100B”, “about $22.5–25B a year”, “600 MW”, “160M AMD shares”. */
export function sayAmount({ low, high, qualifier, unit, per, counted }: FigureAmount): string {
  const bounds = [low, high].filter((bound) => bound !== null);
  const lead = { exact: "", about: "about ", "up-to": "up to ", "at-least": "at least " }[qualifier];
  return `${lead}${sayRange(bounds, unit, counted)}${per ? ` per ${per}` : ""}`;
}

export function sayRate({ low, mid, high, unit }: RateAmount): string {
  const steps = [low, mid, high].filter((step) => step !== null).map((step) => scaled(step, ""));
  return steps.length === 0 ? "no value" : `${steps.join("–")}${unit === "1" ? "" : ` ${unit}`}`;
}

function sayRange(bounds: readonly number[], unit: string, counted: string | undefined): string {
  const sign = SIGNS[unit] ?? "";
  const inMw = unit === "GW" && bounds.every((bound) => Math.abs(bound) < 1);
  const said = [...new Set(bounds)].map((bound) => scaled(inMw ? bound * 1000 : bound, sign)).join("–");
  if (sign) return said;
  if (unit === "percent") return `${said}%`;
  return `${said} ${inMw ? "MW" : unit === "count" || unit === "shares" ? (counted ?? unit) : unit}`;
}

function scaled(value: number, sign: string): string {
  const [size, letter] = SCALES.find(([scale]) => Math.abs(value) >= scale) ?? [1, ""];
  return `${sign}${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 }).format(value / size)}${letter}`;
}
