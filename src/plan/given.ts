/** A quantity that a chain can start from: power or money, and also chips, racks, energy, homes, carbon or water. */

import type { Link } from "../calculator/chain/names.ts";
import { perText } from "../knowledge/per-text.ts";
import type { Given } from "./plan.ts";
import { mendQuantityWords, parseQuantity } from "./quantities.ts";
import { SCALES } from "./scales.ts";

export type FoundGiven = {
  quantity: Given;
  /** What it is, where its unit does not say it. */
  from: Link | null;
  chip: string | null;
};

const NUMBER = String.raw`(?<![a-z\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s?(k|thousand|million|m|billion|bn|b)?(?![a-z0-9])`;
const CHIP = `(?:nvidia |amd |google |aws )?(?:h100|h200|b200|b300|gb200|gb300|vr200|vera rubin|rubin|mi355x|mi450|mi455x|tpu v7|tpu7x|ironwood|trainium ?[23]|trn[23])`;
/** Chips as people name them: "GB300", "Vera Rubin", "TPU v7". */
export const CHIP_NAME = new RegExp(String.raw`\b(${CHIP})(?:s|'s)?\b`, "i");
const ALL_CHIP_NAMES = new RegExp(CHIP_NAME, "gi");
/** Every chip that a text names: the name with and without its ending, and where it stands. */
export const chipsNamed = perText((text): readonly RegExpExecArray[] => [...text.matchAll(ALL_CHIP_NAMES)]);
const PATTERN = new RegExp(
  String.raw`${NUMBER}\s*(?:(${CHIP})\s?)?(racks?|chips?|gpus?|accelerators?|tpus?|homes?|households?|twh|gwh|mwh|tonnes|tons|mtco2|litres?|liters?|(?<=h|\d)s)?`,
  "i",
);

const ALL_GIVEN = new RegExp(PATTERN, "gi");

const KINDS: readonly { pattern: RegExp; from: Link | null; unit: Given["unit"]; factor: number }[] = [
  { pattern: /^racks?$/, from: "racks", unit: "count", factor: 1 },
  { pattern: /^(?:homes?|households?)$/, from: "homes", unit: "count", factor: 1 },
  { pattern: /^twh$/, from: "energy", unit: "TWh", factor: 1 },
  { pattern: /^gwh$/, from: "energy", unit: "TWh", factor: 1e-3 },
  { pattern: /^mwh$/, from: "energy", unit: "TWh", factor: 1e-6 },
  { pattern: /^tons?|^tonnes$/, from: "co2", unit: "tCO2", factor: 1 },
  { pattern: /^mtco2$/, from: "co2", unit: "tCO2", factor: 1e6 },
  { pattern: /^lit/, from: "water", unit: "L", factor: 1 },
  { pattern: /^(?:chips?|gpus?|accelerators?|tpus?|s)$/, from: "accelerators", unit: "count", factor: 1 },
];

/** The first quantity of a text that is neither power nor money: "100,000 GB200s", "65 TWh", "400 racks". */
function findGiven(text: string): (FoundGiven & { start: number; end: number }) | null {
  for (const match of text.matchAll(ALL_GIVEN)) {
    const [whole, number = "", scale, chip, word] = match;
    const kind =
      KINDS.find(({ pattern }) => pattern.test((word ?? "").toLowerCase())) ?? (chip ? KINDS.at(-1) : undefined);
    if (!kind) continue;
    const value = Number(number.replaceAll(",", "")) * (SCALES[(scale ?? "").toLowerCase()] ?? 1) * kind.factor;
    if (!Number.isFinite(value)) continue;
    return {
      quantity: { low: value, high: value, unit: kind.unit, qualifier: "exact", text: whole.trim() },
      from: kind.from,
      chip: chip ?? null,
      start: match.index,
      end: match.index + whole.length,
    };
  }
  return null;
}

/** Exactly one quantity and nothing else. */
export function parseGiven(text: string): FoundGiven | null {
  const quantity = parseQuantity(text);
  if (quantity) return { quantity, from: null, chip: null };
  const mended = mendQuantityWords(text.trim());
  const found = findGiven(mended);
  if (!found || found.quantity.low < 0) return null;
  const left = `${mended.slice(0, found.start)}${mended.slice(found.end)}`.replace(/^'?s\b/, "").trim();
  return left === "" ? { quantity: found.quantity, from: found.from, chip: found.chip } : null;
}
