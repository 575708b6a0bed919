/** Every number of a question with its unit and the words around it: what a calculation in words is made of. */
import { CHIP_NAME } from "../../given.ts";
import { SCALES } from "../../scales.ts";
import { plainNumbers } from "./plain-numbers.ts";
import { withSpreads } from "./spreads.ts";
import { UNIT_PATTERN, unitNamed } from "./term-units.ts";

export type Term = {
  low: number;
  high: number;
  /** As expressions write it: "GW", "USD/MW", "" for a plain number. */
  unit: string;
  kind: Kind;
  /** The ends as they stand in the text, where there are two or more: "from 3.7B to 13.1B" is no range. */
  ends: readonly number[];
  /** Plus or minus this share. */
  spread: number | null;
  /** Of each of the things counted beside it. */
  each: boolean;
  /** A scale stood behind it: "44 million" may be money. */
  scaled: boolean;
  /** Money whose currency was not written. */
  assumed: boolean;
  text: string;
  start: number;
  end: number;
  before: string;
  after: string;
  /** A figure on record that stands for a number. */
  onRecord?: { expression: string };
};

export type Kind =
  | "power"
  | "money"
  | "energy"
  | "time"
  | "percent"
  | "number"
  | "year"
  | "chips"
  | "racks"
  | "shares"
  | "homes"
  | "sites"
  | "mass"
  | "volume"
  /** Money for each: of power, energy, time, thing, GPU-hour. */
  | "rate"
  | "price"
  | "flow"
  | "unit-price"
  | "hourly"
  /** Power added in each time. */
  | "pace"
  | "unit-power"
  | "carbon"
  | "water"
  | "home-use"
  | "other";

export type TermsRead = { text: string; terms: Term[] };

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const SIGN = String.raw`(?:(?:US|A|AU|C|CA)\$|[$€£¥₹]|(?:USD|EUR|GBP)\s?)`;
const SCALE = String.raw`(?:\s?(k|thousand|grand|mm|mn|mil|millions?|m|bn|bil|billions?|b|trn|tn|trillions?|t(?!\s?co2|onne|on|\s?(?:\/|per)\s?[kmg]wh)))(?![a-z])`;
const BESIDE = String.raw`(?:\s(?:nvidia|amd|google|new|_+|¤+(?= (?:nvl ?\d+ )?racks?\b)|more|total|extra|additional|identical|separate|of (?=them|these|those)|(?!of |for |at |in |and |to |revenues? |market |profit )[a-z][a-z&.]+(?: class [a-z])?(?= shares?(?![a-z]))))?`;
const UNIT = String.raw`${BESIDE}[\s-]?(${UNIT_PATTERN})(?![a-z0-9])`;
const NUMBERS = new RegExp(NUMBER, "gi");
const FIRST = new RegExp(String.raw`(?<![\p{L}\d.¤#])(${SIGN})?\s?(${NUMBER})(?![\d])`, "giu");
/** Of a list separated by commas no number has commas of its own: a long row of them is read in one way only. */
const ITEM = String.raw`\$?\d+(?:\.\d+)?(?![\d,])`;
const LIST = new RegExp(
  String.raw`(?:\s?\/\s?\$?(?:${NUMBER})){2,}|(?:,\s\$?\d+(?:\.\d+)?(?!\d))+(?:,?\sand\s${ITEM}|,\s${ITEM})`,
  "iy",
);
const RANGE = new RegExp(
  String.raw`(\s?(?:-|–|—)\s?|\s(?:-|–|to|and|through)\s)(${SIGN})?\s?(${NUMBER})(?!\d|:\d)`,
  "iy",
);
const PER = new RegExp(
  String.raw`\s?(?:\/\s?|p\/|\b(?:per|an?|each|every|on (?:an?|each|every|the)|of (?:each|every)|for each|for every|for an?|for one|for 1|1|the)\s)(?:(?:critical )?(it|facility)\s)?-?(?:[a-z&.]+ (?=shares?\b))?(${UNIT_PATTERN})(?![a-z0-9])(?:\s(?:of )?(?:critical )?(it|facility)(?: (?:power|load))?)?`,
  "iy",
);
const EACH = /\s?(?:all[- ]in )?(?:each|apiece|a piece|a pop|per unit|a unit|per one)(?![a-z])/iy;
const scaleAt = new RegExp(SCALE, "iy");
const unitAt = new RegExp(UNIT, "iy");

const FOREIGN =
  /^\s?(?:kron(?:er|or|a)|nok|sek|dkk|yuan|rmb|renminbi|cny|won|krw|riyals?|sar|dirhams?|aed|francs?|chf|ringgit|baht|rand|reais|reals?|pesos?|zloty|shekels?|rubles?|lira|sgd|hkd|twd|(?:taiwan|singapore|hong kong) dollars?)\b/i;
const CURRENCY: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  "¥": "JPY",
  "₹": "INR",
  "€": "EUR",
  "£": "GBP",
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
};
const MONEY = /^(?:USD|EUR|GBP|JPY|CAD|AUD|INR)$/;
const POWERS = /^(?:[kMGT]?W)$/;
const TIME_WORD = /^(?:year|quarter|month|week|day|hour)$/;

/** `question` has its number words in digits afterwards; positions are those of `text`. */
export function readTerms(question: string): TermsRead {
  const plain = plainNumbers(question);
  const text = maskChips(plain);
  const terms: Term[] = [];
  let from = 0;
  for (;;) {
    FIRST.lastIndex = from;
    const match = FIRST.exec(text);
    if (!match) break;
    const term = termAt(text, match);
    terms.push(term);
    from = Math.max(term.end, match.index + match[0].length);
  }
  for (const [index, term] of terms.entries()) {
    term.before = text.slice(terms[index - 1]?.end ?? 0, term.start).slice(-60);
    term.after = text.slice(term.end, terms[index + 1]?.start ?? text.length).slice(0, 60);
    // "A third" is shown with two places, and taken with all.
    term.text = plain
      .slice(term.start, term.end)
      .trim()
      .replace(/(\.\d\d)\d{4,}/, "$1");
  }
  return { text, terms: withSpreads(terms) };
}

/** Names of chips have digits that count nothing; behind a number they are what is counted. */
const maskChips = (text: string): string => text.replace(CHIPS, (name) => "¤".repeat(name.length));
const CHIPS = new RegExp(CHIP_NAME.source.replace(/\(\?:s\|'s\)\?\\b$/, ""), "gi");

function termAt(text: string, match: RegExpExecArray): Term {
  const [whole, sign, number = ""] = match;
  const start = match.index + (whole.length - whole.trimStart().length);
  let at = match.index + whole.length;
  const step = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const values: { value: number; scale: string; unit: string; sign: string }[] = [];
  const part = (digits: string, partSign: string) => {
    const scale = (step(scaleAt)?.[1] ?? "").toLowerCase().replace(/s$/, "");
    const unit = unitNamed(step(unitAt)?.[1] ?? "");
    values.push({ value: numberOf(digits), scale, unit, sign: partSign.trim().toLowerCase() });
  };
  const list = step(LIST);
  if (list) {
    for (const digits of `${number}${list[0]}`.match(NUMBERS) ?? [])
      values.push({ value: numberOf(digits), scale: "", unit: "", sign: (sign ?? "").trim().toLowerCase() });
    const last = values.pop();
    part(String(last?.value ?? 0), sign ?? "");
  } else {
    part(number, sign ?? "");
    const before = at;
    const joined = step(RANGE);
    if (joined && !joins(text, start, joined, values[0])) at = before;
    else if (joined) {
      part(joined[3] ?? "", joined[2] ?? "");
      const [a, b] = values;
      // "10 GW to 5 TWh" joins nothing.
      const apart = (a?.unit && b?.unit && a.unit !== b.unit) || (a?.sign && b?.sign && a.sign !== b.sign);
      // "Add 12% to $47B" puts the one on the other.
      const shareOfMoney = a?.unit === "%" && b?.unit !== "%";
      if (apart || shareOfMoney) {
        values.pop();
        at = before;
      }
    }
  }
  return made(
    text,
    start,
    values,
    () => step(PER),
    () => step(EACH) !== null,
    () => at,
    (length) => {
      at -= length;
    },
  );
}

/** "and" joins the ends of a range only behind "between"; a spaced hyphen only between rising ends of one kind. */
function joins(
  text: string,
  start: number,
  joined: RegExpExecArray,
  first: { value: number; unit: string } | undefined,
): boolean {
  const word = (joined[1] ?? "").trim().toLowerCase();
  if (word === "and") return /\bbetween\s+(?:about\s)?$/i.test(text.slice(0, start));
  if (word === "through") return false;
  // "(95-70)": what is written from the larger to the smaller is a difference.
  if (word === "-" && text[start - 1] === "(" && numberOf(joined[3] ?? "") < (first?.value ?? 0)) return false;
  const calendar = /^20\d\d$/.test(String(first?.value)) && !first?.unit;
  if (calendar) return false;
  return !(word === "-" && /\s/.test(joined[1] ?? "") && numberOf(joined[3] ?? "") < (first?.value ?? 0));
}

function made(
  text: string,
  start: number,
  values: readonly { value: number; scale: string; unit: string; sign: string }[],
  per: () => RegExpExecArray | null,
  each: () => boolean,
  at: () => number,
  back: (length: number) => void,
): Term {
  const scales = values.map(({ scale }) => scale);
  const scale = scales.findLast(Boolean) ?? "";
  const sign = values.map((value) => value.sign).find(Boolean) ?? "";
  let unit = values.map((value) => value.unit).findLast(Boolean) ?? "";
  // "A $500B campus", "the 38B deal": the money is the whole of it.
  if (unit === "site" && (sign !== "" || scale !== "")) unit = "";
  // "$5B of Intel shares", "$40B of chips": all of them, as nobody pays so much for one.
  if (WHOLE_OF.test(unit) && sign !== "" && scale !== "" && (unit === "share" || large(values, scale))) unit = "";
  const units = values.map((value) => value.unit || unit);
  // "50-60B": what stands behind the last end holds for those before it, unless the first has its own.
  const ends = values.map((value) => value.value * (SCALES[value.scale || scale] ?? 1));
  let below = "";
  // "Over 10 years per year": a length of time is not for each of another, and neither is a calendar year.
  const lasts =
    /^(?:year|quarter|month|week|day|hour)$/.test(unit) ||
    (unit === "" && sign === "" && scale === "" && /^20\d\d$/.test(String(values[0]?.value)));
  for (let found = lasts ? null : per(); found; found = per()) {
    const basis = (found[1] ?? found[3] ?? "").toLowerCase();
    const word = unitNamed(found[2] ?? "");
    // "5 cents per kWh for a year" is no price of a year.
    const isWhole =
      unit === "cent" ||
      (/^(?:chip|rack|home|share)$/.test(unit) && /^(?:year|quarter|month|week|day|hour)$/.test(word)) ||
      /\/(?:\w*Wh|year|quarter|month|week|day|hour)$/.test(below);
    // "$8B a year per hour": the second says what is asked.
    if (TIME_WORD.test(word) && /\/(?:year|quarter|month|week|day|hour)$/.test(below)) {
      back(found[0].length);
      break;
    }
    // "$38B for 2 GW, per GW": the power is not for each of itself.
    const ofItself = (POWERS.test(unit) || /\/[kMG]?W$/.test(below)) && (POWERS.test(word) || word === "GW-year");
    const lastsFor = POWERS.test(unit) && /^\s?for (?:an?|one|1)\b/i.test(found[0]) && TIME_WORD.test(word);
    // "95% for a year" is a share of the time.
    const shareFor = unit === "%" && /^\s?for\b/i.test(found[0]) && TIME_WORD.test(word);
    // "$70 MWh per month": the month is that of the bill.
    const ofEnergy = sign !== "" && /Wh$/.test(unit) && TIME_WORD.test(word);
    if (ofEnergy || shareFor || (/^\s?for\b/i.test(found[0]) && isWhole) || lastsFor || ofItself) {
      back(found[0].length);
      break;
    }
    below += `/${POWERS.test(word) && basis ? `${word}_${basis}` : word}`;
  }
  const isEach = each();
  // "72 per rack" counts what stands in racks.
  if (unit === "" && sign === "" && scale === "" && below === "/rack") unit = "chip";
  let factor = 1;
  if (unit === "cent") [unit, factor] = ["USD", 0.01];
  if (unit === "bp") [unit, factor] = ["%", 0.01];
  const currency = CURRENCY[sign] ?? (MONEY.test(unit) ? unit : "");
  const big = /^(?:b|t(?!h))/.test(scale);
  // Nobody means billions of gigawatts: "a 50B gigawatt" is one that costs $50B.
  const priced = !currency && big && POWERS.test(unit);
  if (priced) below = `/${unit}${below}`;
  const assumed =
    !currency &&
    (priced ||
      (unit === "" &&
        (big ||
          (scale !== "" && /^\/(?:[kMG]?W|MWh|kWh|year|month|quarter|week|day|gpu-hour|hour|chip|rack)/.test(below)) ||
          /^\/(?:share|gpu-hour)$/.test(below))));
  // Money of a kind that nothing is known of is no dollars, and nothing to calculate with.
  const foreign = FOREIGN.test(text.slice(at()));
  const top = foreign ? "foreign" : currency || (assumed ? "USD" : unit);
  // "$60 MWh", "$2.60 gpu-hour" and "$75 dollars": a unit behind money is what it is for.
  const rest = !foreign && currency && unit && !MONEY.test(unit) ? `/${unit}` : "";
  // "Households using 10,715 kWh a year" use it each.
  const ofHomes = /Wh$/.test(top) && below === "/year" && HOMES_USING.test(text.slice(0, start));
  const whole = ofHomes ? `${top}/home/year` : `${top}${rest}${below}`;
  const conv = ends.map((value) => clean(value * factor));
  const scaledUnits = new Set(units.filter(Boolean));
  return {
    low: Math.min(...conv),
    high: Math.max(...conv),
    unit: scaledUnits.size > 1 ? "" : whole,
    kind: kindOf(whole, conv, values, scale, text.slice(0, start)),
    ends: conv,
    spread: null,
    each: isEach,
    scaled: scale !== "",
    assumed,
    text: text.slice(start, at()).trim(),
    start,
    end: at(),
    before: "",
    after: "",
  };
}

const HOMES_USING =
  /\b(?:homes?|households?|famil(?:y|ies)|dwellings?) (?:that |which |each )*(?:us(?:e|es|ing)|consum(?:e|es|ing)|need(?:s|ing)?|draw(?:s|ing)?|averag(?:e|es|ing)|burn(?:s|ing)?)(?: about| around| some| roughly| on average)?\s*$/i;
const WHOLE_OF = /^(?:share|chip|rack|home)$/;
const large = (values: readonly { value: number }[], scale: string): boolean =>
  (values[0]?.value ?? 0) * (SCALES[scale] ?? 1) >= 1e8;

function kindOf(
  unit: string,
  ends: readonly number[],
  values: readonly { value: number }[],
  scale: string,
  before: string,
): Kind {
  const [top = "", ...below] = unit.split("/");
  const [first = ""] = below;
  const per = first.replace(/_(?:it|facility)$/, "");
  if (top === "foreign") return "other";
  if (MONEY.test(top)) {
    if (below.length === 0) return "money";
    if (POWERS.test(per)) return "rate";
    if (/Wh$|^GW-year$/.test(per)) return "price";
    if (per === "gpu-hour" || (per === "chip" && below[1] === "hour") || per === "hour") return "hourly";
    if (/^(?:year|quarter|month|week|day)$/.test(per)) return "flow";
    return "unit-price";
  }
  if (POWERS.test(top)) {
    if (below.length === 0) return "power";
    if (/^(?:year|quarter|month|week|day)$/.test(per)) return "pace";
    if (/^(?:chip|rack|site)$/.test(per)) return "unit-power";
    return "other";
  }
  if (/Wh$/.test(top)) return per === "home" ? "home-use" : below.length === 0 || per === "year" ? "energy" : "other";
  if (/^(?:g|kg|lb|t)$/.test(top) && /Wh$/.test(per)) return "carbon";
  if (/^(?:L|gal)$/.test(top) && /Wh$/.test(per)) return "water";
  if (below.length > 0 && top !== "%") return top === "chip" && per === "rack" ? "chips" : "other";
  switch (top) {
    case "%":
      return "percent";
    case "year":
    case "quarter":
    case "month":
    case "week":
    case "day":
    case "hour":
      return "time";
    case "chip":
      return "chips";
    case "rack":
      return "racks";
    case "share":
      return "shares";
    case "home":
      return "homes";
    case "site":
      return "sites";
    case "g":
    case "kg":
    case "lb":
    case "t":
    case "Mt":
      return "mass";
    case "L":
    case "gal":
      return "volume";
    case "":
      return values.length === 1 &&
        !scale &&
        /^(?:19|20)\d\d$/.test(String(ends[0])) &&
        !/(?:\bx|[×*/])\s*$|\bpue\s*$/i.test(before)
        ? "year"
        : "number";
    default:
      return "other";
  }
}

const numberOf = (digits: string): number => Number(digits.replaceAll(",", ""));
const clean = (value: number): number => Number(value.toPrecision(12));
