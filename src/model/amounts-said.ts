/** Amounts in a text, each as what it says: range, unit, how often, how exactly. Two texts say the same where these are equal. */
import { SCALES } from "../plan/scales.ts";

export type AmountSaid = {
  low: number;
  high: number;
  unit: string;
  /** "a month", "per GW": an amount with it is another amount than without. */
  per: string;
  qualifier: "exact" | "about" | "up-to" | "at-least";
  text: string;
  start: number;
  end: number;
};

const WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
/** What a unit's word measures, and how much of it. */
const UNIT: Record<string, readonly [unit: string, factor: number]> = {
  $: ["USD", 1],
  us$: ["USD", 1],
  usd: ["USD", 1],
  dollar: ["USD", 1],
  a$: ["AUD", 1],
  "€": ["EUR", 1],
  eur: ["EUR", 1],
  euro: ["EUR", 1],
  "£": ["GBP", 1],
  gbp: ["GBP", 1],
  "₹": ["INR", 1],
  kw: ["GW", 1e-6],
  kilowatt: ["GW", 1e-6],
  mw: ["GW", 1e-3],
  megawatt: ["GW", 1e-3],
  gw: ["GW", 1],
  gigawatt: ["GW", 1],
  tw: ["GW", 1e3],
  mwh: ["TWh", 1e-6],
  gwh: ["TWh", 1e-3],
  twh: ["TWh", 1],
  "%": ["percent", 1],
  percent: ["percent", 1],
  "per cent": ["percent", 1],
  year: ["years", 1],
  month: ["months", 1],
  week: ["weeks", 1],
  day: ["days", 1],
  hour: ["hours", 1],
  x: ["ratio", 1],
  time: ["ratio", 1],
};

const SIGN = String.raw`(US\$|A\$|[$€£₹])?`;
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE_WORDS = String.raw`(?:\s?-?(thousand|million|billion|trillion|hundred)(?![a-z])|(mn|bn|tn|[kmbt])(?![\p{L}\d]))?`;
const UNITS = String.raw`(?:\s?-?(%|per ?cent|(?:USD|EUR|GBP|dollars?|euros?|[kmgt]w|[mgt]wh|kilowatts?|megawatts?|gigawatts?|years?|months?|weeks?|days?|hours?|x|times)(?![\p{L}\d])))?`;
const PER = String.raw`(?:\s?(?:\/|(?:per|a|an|each|every)[\s-])\s?(month|quarter|year|week|day|hour|share|gw|gigawatt|mw|megawatt|gpu-hour|mwh|rack|gpu)(?![\p{L}\d]))?`;
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}\d.,])${SIGN}${NUMBER}${SCALE_WORDS}${UNITS}(?:\s?(?:–|—|-|to)\s?${SIGN}${NUMBER}${SCALE_WORDS}${UNITS})?${PER}(\s?\+|,? or more\b)?(?![\p{L}\d])`,
  "giu",
);

export function amountsSaid(text: string): AmountSaid[] {
  const out: AmountSaid[] = [];
  const digits = withDigits(text);
  for (const match of digits.matchAll(PATTERN)) {
    const [whole, signA, numberA, wordA, letterA, unitA, signB, numberB, wordB, letterB, unitB, per, plus] = match;
    const b = numberB === undefined ? null : { sign: signB, scale: wordB ?? letterB, unit: unitB };
    const a = { sign: signA, scale: wordA ?? letterA, unit: unitA };
    // "$50–60B" and "5 to 6 GW": what only one end says holds for both.
    const high = b ? toBase(numberB, b.sign ?? a.sign, b.scale, b.unit) : null;
    const shares = b !== null && a.scale === undefined && a.unit === undefined;
    const low = toBase(
      numberA,
      a.sign ?? (shares ? b?.sign : undefined),
      shares ? b.scale : a.scale,
      shares ? b.unit : a.unit,
    );
    let start = match.index;
    const before = digits.slice(Math.max(0, start - 40), start);
    // A number word begins before the digits that stand for it.
    while (start > 0 && digits[start - 1] === " " && text[start - 1] !== " ") start--;
    out.push({
      low: low.value,
      high: high?.value ?? low.value,
      unit: high && high.unit !== low.unit ? `${low.unit}–${high.unit}` : low.unit,
      per: per ? per.toLowerCase().replace("gigawatt", "gw").replace("megawatt", "mw") : "",
      qualifier: plus ? "at-least" : qualifierBefore(before),
      text: text.slice(start, match.index + whole.length).trim(),
      start,
      end: match.index + whole.length,
    });
  }
  return out;
}

function toBase(
  number: string | undefined,
  sign: string | undefined,
  scale: string | undefined,
  word: string | undefined,
) {
  const key = (word ?? sign ?? "").toLowerCase().replace("percent", "per cent");
  const [unit, factor] = UNIT[key] ?? UNIT[key.replace(/s$/, "")] ?? ["", 1];
  const size = scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1;
  return { unit, value: Number((Number((number ?? "").replaceAll(",", "")) * size * factor).toPrecision(12)) };
}

function qualifierBefore(text: string): AmountSaid["qualifier"] {
  if (
    /\b(?:up to|as much as|as many as|at most|(?:no|not) more than|a maximum of|below|under|less than|nearly|almost)\s*$/i.test(
      text,
    )
  )
    return "up-to";
  if (/\b(?:at least|more than|over|above|no less than|a minimum of|exceed(?:s|ed|ing)?|upwards of)\s*$/i.test(text))
    return "at-least";
  return /(?:\b(?:about|around|roughly|approximately|some|circa|an estimated|estimated at)\s*|[~≈]\s*)$/i.test(text)
    ? "about"
    : "exact";
}

const WORD = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(${Object.keys(WORDS).join("|")}|an?)(?![\p{L}\d])(?=([\s-](?:thousand|million|billion|trillion|hundred|gigawatts?|GW|megawatts?|MW)\b)?)`,
  "giu",
);

/** Number words as digits. Every change keeps the length, so that positions stay those of the text. */
function withDigits(text: string): string {
  return text.replace(WORD, (word, tens: string | undefined, ones: string, measured: string | undefined) => {
    const plain = ones.toLowerCase();
    // "a deal", "a gigawatt" and "one of them" count nothing; "a billion" and "one gigawatt" do.
    if (
      !tens &&
      (plain === "one" ? !measured : /^an?$/.test(plain) && !/illion|thousand|hundred/i.test(measured ?? ""))
    )
      return word;
    const value = (tens ? (WORDS[tens.toLowerCase()] ?? 0) : 0) + (WORDS[plain] ?? 1);
    return String(value).padStart(word.length, " ");
  });
}

/** Words that say how much without a digit; they are held against a text as they stand. */
export const LOOSE_AMOUNT =
  /\b(?:half|halves|halved|third|thirds|quarter|quarters|fifth|tenth|double[sd]?|doubling|twice|triple[sd]?|tripling|quadruple[sd]?|\w+fold|dozens?|hundreds|thousands|millions|billions|trillions|majority|\d+(?:st|nd|rd|th)|second|fourth)\b/gi;
