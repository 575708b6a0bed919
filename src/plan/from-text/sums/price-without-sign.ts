/** Plain numbers that are money, or the price of a thing: "GPUs at 40k each", "racks at four million", "bought stock at 87.20". */
import { unitNamed } from "./term-units.ts";
import type { Kind, Term } from "./terms.ts";

/** What counts things of each kind. */
export const THINGS: Readonly<Partial<Record<Kind, string>>> = {
  power: "GW",
  racks: "rack",
  chips: "chip",
  shares: "share",
  homes: "home",
  sites: "site",
};

/** What is counted last before a price, or asked for: "how many GPUs does $2B buy at 40k", "GB300 racks at four million". */
export const PRICED_THING =
  /¤+(?!¤)s?(?! (?:racks?|nvl))|\b(?:racks?|gpus?|chips?|accelerators?|tpus?|shares?|stocks?)\b/gi;

export const AT_BEFORE = /(?:@|\bat|\bx|×|\*|\btimes|\bpriced at|\bcosting|\bby)\s*(?:about|around|roughly|say)?\s*$/i;
export const isBare = ({ kind, scaled, unit }: Term): boolean => kind === "number" && !scaled && unit === "";
const AT = /(?:@|\bat|\bpriced at|\bcosting)\s*(?:about|around|roughly|say)?\s*$/i;

/** A plain number behind "at" or before "each" is money where things are counted that cost as much. */
export function priceWithoutSign(term: Term, terms: readonly Term[], text: string): void {
  const small = term.kind === "money" && !term.scaled;
  if (isPriceOfThing(term, terms, text)) return;
  if (!small && (term.kind !== "number" || (term.unit !== "" && !/^\/(?:chip|rack|share)$/.test(term.unit)))) return;
  if ((!AT.test(term.before) && !term.each) || /^\s?[x×%]/i.test(term.after)) return;
  // "16 racks of GB200 at 3.5M": what they hold is not what is priced.
  const ofRacks =
    terms.some(({ kind, end }) => kind === "racks" && end <= term.start) &&
    /^\s*of\s+¤+s?\s+(?:at|@)\s*$/i.test(term.before);
  const [said] = ofRacks ? [] : [...term.before.matchAll(PRICED_THING)].reverse();
  const asked = new RegExp(String.raw`\bhow many (?:\S+ ){0,2}(${PRICED_THING.source})`, "i").exec(text)?.[1];
  const counted = terms.find(({ kind }) => kind === "racks" || kind === "chips" || kind === "shares")?.kind;
  // "NVL72 racks you can buy for $830M at 4 million each": the only things that are named.
  const named = [...new Set([...text.matchAll(PRICED_THING)].map(([word]) => unitNamed(word)))];
  const only = term.each && named.length === 1 ? named[0] : undefined;
  const thing = unitNamed(said?.[0] ?? asked ?? (counted ? (THINGS[counted] ?? "") : (only ?? "")));
  if (small && thing !== "share" && term.low < 1_000) return;
  const money = terms.some((other) => other !== term && other.kind === "money");
  const ofOne = thing === "rack" && /\bper (?:gpu|chip|accelerator)\b/i.test(text);
  if (thing === "share" ? !money : !counted && !money && !ofOne) return;
  // Nobody pays less for a chip or a rack, or more for a share.
  if (thing === "share" ? term.scaled || term.high > 5_000 : term.low < 1_000 || !(term.scaled || small)) return;
  if (thing === "share" || thing === "chip" || thing === "rack")
    Object.assign(term, { kind: "unit-price", unit: `${small ? term.unit : "USD"}/${thing}`, assumed: !small });
}

/** What each of them draws says nothing of its price. */
const DRAWN: ReadonlySet<Kind> = new Set(["unit-power", "power"]);

/** "Racks from $9B at $3.9M": much less money behind "at", and one kind of thing that is spoken of. */
function isPriceOfThing(term: Term, terms: readonly Term[], text: string): boolean {
  if (term.kind !== "money" || !term.scaled || term.low < 1_000 || !AT.test(term.before)) return false;
  const [whole, ...more] = terms.filter((other) => other !== term && !DRAWN.has(other.kind));
  if (whole?.kind !== "money" || more.length > 0 || whole.low < 20 * term.high) return false;
  const [thing, ...others] = [...new Set([...text.matchAll(PRICED_THING)].map(([word]) => unitNamed(word)))];
  if ((thing !== "rack" && thing !== "chip") || others.length > 0) return false;
  Object.assign(term, { kind: "unit-price", unit: `${term.unit}/${thing}` });
  return true;
}

const MONEY_WORD =
  /\b(?:costs?|pay(?:s|ing|ment)?|rents?|fees?|noi|price[ds]?|spend|budget|revenue|opex|capex|interest|loan|debt|worth|invoice|bill|lease|contract|deal|agreement|commitment|financing|round|raise|package|pledge|expansion|charges?|dollars?)\b/i;

const RIGHT_BEFORE =
  /\b(?:opex|capex|costs?|revenues?|noi|budget|rents?|fees?|debt|loan|interest|ebitda|profit|dividend|price tag|invoice)(?: (?:is|of|at|are|was|about))?\s*[:=]?\s*$/i;

/** "Its 830m debt". */
const RIGHT_AFTER =
  /^\s*(?:bank |project |bridge |term |senior )?(?:debt|loans?|bonds?|borrowings?|financing|mortgage|capex|opex|revenues?|budget|rents?|fees?|invoice|price tag|bill|deal|contract|investment)\b/i;

/** "a monthly rent of 920 million": a scale, no unit, and words of money about it. */
export function moneyWithoutSign(term: Term, text: string, terms: readonly Term[] = []): void {
  // "A $122B raise at 852 post": the scale of the one holds for the other.
  const scaled = terms.find(({ kind, high }) => kind === "money" && high >= 1e9);
  if (term.kind === "number" && !term.scaled && term.unit === "" && scaled && /^\s*(?:post|pre)\b/i.test(term.after))
    Object.assign(term, {
      kind: "money",
      unit: scaled.unit,
      low: term.low * 1e9,
      high: term.high * 1e9,
      scaled: true,
      assumed: true,
    });
  if (term.kind !== "number" || !term.scaled || term.unit !== "") return;
  // Chips may be spoken of elsewhere: "25k GPUs, opex 30m".
  if (RIGHT_BEFORE.test(term.before) || RIGHT_AFTER.test(term.after)) {
    Object.assign(term, { kind: "money", unit: "USD", assumed: true });
    return;
  }
  if (
    (MONEY_WORD.test(`${term.before} ${term.after.slice(0, 30)}`) || term.low >= 1e9) &&
    !/\b(?:shares?|chips?|gpus?|homes?|warrants?)\b/i.test(text)
  )
    Object.assign(term, { kind: "money", unit: "USD", assumed: true });
}

/** "100 GW at 50": nobody prices a gigawatt but in billions. */
export function barePrice(term: Term, terms: readonly Term[], last: Term | undefined, text: string): void {
  if (!isBare(term) || term.low < 5 || term.high > 200 || term.ends.length > 2) return;
  if (last?.kind !== "power" || !AT_BEFORE.test(term.before)) return;
  // "2 GW at 42 and 3 GW at 50": each behind its own power.
  if (
    terms.some(
      (one, index) =>
        one !== term && isBare(one) && (terms[index - 1]?.kind !== "power" || !AT_BEFORE.test(one.before)),
    )
  )
    return;
  if (NO_PRICE.test(term.after) || /\bpue\b|\d\s?%/i.test(text)) return;
  Object.assign(term, { kind: "rate", unit: "USD/GW", low: term.low * 1e9, high: term.high * 1e9, assumed: true });
}
const NO_PRICE = /^\s*(?:x\b|×|%|per ?cent|load|utili\w*|pue|a share|an hour|each (?!gw))/i;
