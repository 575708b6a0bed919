/** Money and power in words, with their ranges, scales and per-gigawatt rates. */

import { distance } from "fastest-levenshtein";
import { gated } from "../knowledge/gated.ts";
import { digitsForAmounts } from "./number-words.ts";
import type { Quantity } from "./plan.ts";
import { SCALES } from "./scales.ts";

export type FoundQuantity = {
  quantity: Quantity;
  /** Money for each gigawatt: "$50-60B/GW", "45 billion a gigawatt". */
  perGw: boolean;
  negative: boolean;
  start: number;
  end: number;
};

const POWER: Record<string, number> = {
  kw: 1e-6,
  kilowatt: 1e-6,
  mw: 1e-3,
  megawatt: 1e-3,
  gw: 1,
  gigawatt: 1,
  gig: 1,
  tw: 1e3,
  terawatt: 1e3,
};
const CURRENCY: Record<string, "USD" | "EUR" | "GBP"> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollar: "USD",
  buck: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
};

// No number begins within another: a long row of digits is looked at once, not from each of its places.
const NUMBER = String.raw`((?<![\d.])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?))`;
const SIGN = String.raw`(US\$|[$€£]|(?:USD|EUR|GBP)\s?)?`;
const SCALE_WORDS = String.raw`(?:\s?(k|thousand|mm|mn|millions?|m|bn|billions?|b|trn|tn|trillions?|t)(?![a-z]))?`;
const UNITS = String.raw`(?:[\s-]?(gw|gigawatts?|gigs?|mw|megawatts?|kw|kilowatts?|tw|terawatts?|usd|us dollars?|dollars?|bucks|eur|euros?|gbp|pounds?)(?![a-z]))?`;
const PER_GW = String.raw`(\s?(?:\/|per|a|an|each|for each|for every)\s?-?(?:gw|gigawatt|gig)s?(?![a-z])|\s?(?:each|a ?piece)(?![a-z]))?`;
const PATTERN = new RegExp(
  String.raw`(-\s?)?${SIGN}\s?${NUMBER}${SCALE_WORDS}${UNITS}(?:\s?(?:-|–|—|to|(?<=\bbetween\b.{0,24})and)\s?${SIGN}\s?${NUMBER}${SCALE_WORDS}${UNITS})?${PER_GW}(?:\s?(?:plus or minus|\+\/-|±)\s?(\d+(?:\.\d+)?)\s?%)?`,
  "gi",
);

/** Of whatever is counted, be it no gigawatt. */
const EACH = /^\s?(?:each|a ?piece)$/i;

const AN_AMOUNT = /\b(an?|one)[\s-](?=(?:thousand|million|billion|trillion|gigawatts?|gw|megawatts?|mw)\b)/gi;
const BEHIND_AMOUNT =
  /(?:\d|\d\s?(?:bn?|mn?|mm|tn?|trn|k)|%|\b(?:thousand|millions?|billions?|trillions?|k|mm?|bn?|tn?|dollars?|bucks|euros?|pounds?|usd|eur|gbp|cents?|costs?|each|how (?:much|many(?: [a-z]+)?)))\s*$|\bwhat(?:['’]?s| is| does| would|) (?:that|it|this)(?: come to| be| make| mean)?\s*$/i;

/** Asks what the unit is. */
const UNIT_ASKED = gated(
  /^(?:\W*(?:so|and|but|ok|hey|wait),? )*(?:(?:what|how much)(?:['’]s| is)|what does|define|explain) an? (?:gigawatt|megawatt|gw|mw)(?: mean| even| exactly| anyway)*\W*$/i,
);

/** Number words become digits and misspelt gigawatts are mended; positions are those of the mended text. */
export function mendQuantityWords(given: string): string {
  if (UNIT_ASKED.test(given)) return given;
  const text = digitsForAmounts(given);
  return (
    text
      // "A gigawatt" is one, but not behind an amount or where an amount is asked for: "$38bn a gigawatt" is a price.
      .replace(AN_AMOUNT, (whole: string, _article: string, at: number) =>
        BEHIND_AMOUNT.test(text.slice(0, at)) ? whole : "1 ",
      )
      .replace(/\b[a-z]{6,12}\b/gi, (word) => {
        const lower = word.toLowerCase();
        if (!/^[gmj]/.test(lower) || lower.startsWith("gigawatt") || lower.startsWith("megawatt")) return word;
        if (distance(lower, "gigawatts") <= 2 || distance(lower, "gigawatt") <= 2) return "gigawatts";
        return distance(lower, "megawatts") <= 1 || distance(lower, "megawatt") <= 1 ? "megawatts" : word;
      })
  );
}

export function findQuantities(text: string): FoundQuantity[] {
  const out: FoundQuantity[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, minus, signA, numberA, scaleA, unitA, signB, numberB, scaleB, unitB, perGw, spread] = match;
    const unit = unitOf(unitA) ?? unitOf(unitB) ?? unitOf(signA) ?? unitOf(signB);
    // A number with a scale but no unit is money only where it is a rate: "50B/GW".
    // Nobody means billions of gigawatts: "a 50B gigawatt" is one that costs $50B.
    const priced = unit?.unit === "GW" && /^(?:b|bn|billions?|t|tn|trn|trillions?)$/i.test(scaleA ?? scaleB ?? "");
    const kind = priced
      ? { unit: "USD" as const, factor: 1 }
      : (unit ??
        ((perGw || scaleA || scaleB) && !/^\s?(?:k|m)$/i.test(scaleA ?? scaleB ?? "")
          ? { unit: "USD" as const, factor: 1 }
          : null));
    if (!kind || !numberA) continue;
    // "Q3 2025 GW" is a quarter of a year, and asks for gigawatts.
    if (/^20\d\d$/.test(numberA) && /\b(?:q[1-4]|h[12]|fy)\s*$/i.test(text.slice(0, match.index))) continue;
    // "GB300 gigawatts": the digits are those of a name.
    if (!signA && !minus && /[a-wyz]$/i.test(text.slice(0, match.index + whole.indexOf(numberA)))) continue;
    const scale = (word: string | undefined) =>
      word ? (SCALES[word.toLowerCase().replace(/s$/, "")] ?? 1) : undefined;
    const factorA = priced ? 1 : (unitOf(unitA)?.factor ?? kind.factor);
    const factorB = priced ? 1 : (unitOf(unitB)?.factor ?? kind.factor);
    const [sa, sb] = [scale(scaleA), scale(scaleB)];
    let low = Number(numberA.replaceAll(",", "")) * (sa ?? (numberB ? sb : undefined) ?? 1) * factorA;
    let high = numberB ? Number(numberB.replaceAll(",", "")) * (sb ?? sa ?? 1) * factorB : low;
    // "At 44 a gig": nobody prices a gigawatt but in billions.
    if (perGw && !EACH.test(perGw) && kind.unit !== "GW" && !sa && !sb && high < 1_000) {
      low *= SCALES.b ?? 1;
      high *= SCALES.b ?? 1;
    }
    if (spread) [low, high] = [low * (1 - Number(spread) / 100), high * (1 + Number(spread) / 100)];
    if (low > high) [low, high] = [high, low];
    const start = match.index + (whole.length - whole.trimStart().length);
    const before = text[match.index - 1];
    // "A loan - 18 billion": a dash behind a word parts, and takes nothing off.
    const isDash = /^\s*[-−–—]\s/.test(whole) && /[a-z]\s*$/i.test(text.slice(0, match.index));
    out.push({
      quantity: {
        low: clean(low),
        high: clean(high),
        unit: kind.unit,
        qualifier: qualifierBefore(text.slice(0, match.index)),
        text: whole.trim().slice(0, 200),
      },
      perGw: (Boolean(perGw) || priced) && kind.unit !== "GW",
      negative: Boolean(minus) && !isDash && (before === undefined || /[\s(]/.test(before)),
      start,
      end: match.index + whole.length,
    });
  }
  return out;
}

/** Exactly one quantity and nothing else; null where the text is anything more. */
export function parseQuantity(text: string): Quantity | null {
  const mended = mendQuantityWords(text.trim());
  const found = findQuantities(mended);
  const only = found[0];
  if (!only || found.length !== 1 || only.negative || only.perGw || !Number.isFinite(only.quantity.high)) return null;
  const left = `${mended.slice(0, only.start)}${mended.slice(only.end)}`
    .replace(/\b(?:about|around|up to|at least|over|more than)\b/gi, "")
    .trim();
  return left === "" ? only.quantity : null;
}

const clean = (value: number): number => Number(value.toPrecision(12));

function unitOf(word: string | undefined): { unit: Quantity["unit"]; factor: number } | undefined {
  if (!word) return undefined;
  const key = word
    .trim()
    .toLowerCase()
    .replace(/^us dollars?$/, "usd")
    .replace(/s$/, "");
  const currency = CURRENCY[key] ?? CURRENCY[word.trim().toLowerCase()];
  if (currency) return { unit: currency, factor: 1 };
  const power = POWER[key];
  return power === undefined ? undefined : { unit: "GW", factor: power };
}

function qualifierBefore(text: string): Quantity["qualifier"] {
  if (/\b(?:up to|at most|as much as|maximum of)\s*$/i.test(text)) return "up-to";
  if (/\b(?:at least|more than|over|above)\s*$/i.test(text)) return "at-least";
  // "What about 5 GW?" asks for another quantity, not for a rough one.
  return /(?<!\b(?:what|how)\s)\b(?:about|around|roughly|approximately|some|circa)\s*$/i.test(text) ? "about" : "exact";
}
