/** What an amount counts, in words: "US dollars", "gigawatts", "dollars per gigawatt". */
import { type BaseUnit, type Dimension, isPlain } from "./dimension.ts";

const WORDS: Record<BaseUnit, [one: string, many: string]> = {
  USD: ["dollar", "dollars"],
  EUR: ["euro", "euros"],
  GBP: ["pound", "pounds"],
  AUD: ["Australian dollar", "Australian dollars"],
  INR: ["rupee", "rupees"],
  JPY: ["yen", "yen"],
  CAD: ["Canadian dollar", "Canadian dollars"],
  GW: ["gigawatt", "gigawatts"],
  GW_it: ["IT gigawatt", "gigawatts of IT power"],
  GW_facility: ["facility gigawatt", "gigawatts of facility power"],
  share: ["share", "shares"],
  chip: ["chip", "chips"],
  die: ["die", "dies"],
  rack: ["rack", "racks"],
  home: ["home", "homes"],
  h: ["hour", "hours"],
  t: ["tonne", "tonnes"],
  L: ["litre", "litres"],
};

export function sayUnit(dimension: Dimension): string {
  if (isPlain(dimension)) return "a plain number";
  const entries = Object.entries(dimension) as [BaseUnit, number][];
  const top = entries.filter(([, exponent]) => exponent > 0);
  const bottom = entries.filter(([, exponent]) => exponent < 0);
  const many = top.map(([unit, exponent], index) => {
    const word = WORDS[unit][index === top.length - 1 ? 1 : 0];
    return exponent === 1 ? word : `${word}^${exponent}`;
  });
  const below = bottom.map(([unit, exponent]) => `${WORDS[unit][0]}${exponent === -1 ? "" : `^${-exponent}`}`);
  return `${many.join("-") || "one"}${below.length > 0 ? ` per ${below.join(" and ")}` : ""}`;
}
