/** What a number is meant as where its own unit does not say it: "a gig costs $42B", "4 sites of 1.2 GW each", "H100s at 0.7 kW". */
import type { Step } from "./among.ts";
import {
  bareGigawatts,
  chipPowers,
  chipsOfRacks,
  fleetOf,
  gramsOfCarbon,
  heldInRacks,
  inAGigawatt,
  ofThem,
  paidEachTime,
  partOfWhole,
  powerOfSites,
  sameScaleAgainst,
  sameUnitAgainst,
  sameUnitFromTo,
  sameUnitOfYear,
  sharesOutOf,
  takenOff,
  timesOfAGigawatt,
  useOfAHome,
  yearsWithoutUnit,
} from "./counts-meant.ts";
import { anHourAt, boughtByTheHour, rentedByTheHour, soldByTheHour } from "./hourly-meant.ts";
import { joined } from "./joined-terms.ts";
import { barePrice, moneyWithoutSign, priceWithoutSign } from "./price-without-sign.ts";
import {
  billionsAGigawatt,
  costOfAGigawatt,
  interestWithoutSign,
  lentForInterest,
  partOfAGigawatt,
  perEach,
  priceBehindThings,
  priceOfEnergy,
  priceOfShare,
  priceOfThing,
  priceOrFlow,
  SAME_RATE,
  somebodysGigawatt,
} from "./prices-meant.ts";
import type { Term } from "./terms.ts";

/** Each number is read with what those before it have come to mean. */
const STEPS: readonly Step[] = [
  fleetOf,
  sameUnitOfYear,
  (term, { text, terms }) => moneyWithoutSign(term, text, terms),
  partOfWhole,
  sameUnitFromTo,
  takenOff,
  paidEachTime,
  yearsWithoutUnit,
  priceOfEnergy,
  sameUnitAgainst,
  sameScaleAgainst,
  gramsOfCarbon,
  (term, { text, terms, last }) => barePrice(term, terms, last, text),
  interestWithoutSign,
  lentForInterest,
  priceOfShare,
  (term, { text, terms }) => priceWithoutSign(term, terms, text),
  inAGigawatt,
  sharesOutOf,
  rentedByTheHour,
  billionsAGigawatt,
  ofThem,
  soldByTheHour,
  useOfAHome,
  partOfAGigawatt,
  boughtByTheHour,
  somebodysGigawatt,
  costOfAGigawatt,
  priceBehindThings,
  anHourAt,
  heldInRacks,
  perEach,
  powerOfSites,
  priceOfThing,
  priceOrFlow,
  timesOfAGigawatt,
  bareGigawatts,
  chipsOfRacks,
];

export function meant(text: string, given: readonly Term[]): Term[] {
  const terms = joined(given);
  notAPace(text, terms);
  for (const [index, term] of terms.entries()) {
    const last = terms.slice(0, index).findLast(({ kind }) => kind !== "year");
    const among = { text, terms, index, last, next: terms[index + 1] };
    for (const step of STEPS) step(term, among);
  }
  return withoutLoneOne(
    text,
    chipPowers(
      text,
      terms.filter(({ unit }) => unit !== "merged"),
    ),
  );
}

/** "Water use of 1 GW a year": the year is that of the water. */
function notAPace(text: string, terms: readonly Term[]): void {
  if (terms.some(({ kind }) => kind === "time" || kind === "year")) return;
  if (!USED.test(text) && !terms.some(({ kind }) => kind === "price")) return;
  for (const term of terms.filter(({ kind }) => kind === "pace"))
    Object.assign(term, { kind: "power", unit: term.unit.split("/")[0] ?? "GW" });
}
const USED = /\b(?:energy|electricity|water|co2|carbon|emissions|homes|bill|[tg]wh|consum\w+|load|cents?)\b/i;

/** "If a gigawatt is what he says, what are 30 GW": the one is what is spoken of, the other what is asked for. */
function withoutLoneOne(text: string, terms: Term[]): Term[] {
  const powers = terms.filter(({ kind }) => kind === "power");
  const ones = powers.filter(
    ({ text, before }) => /^1 (?:gigawatt|gw)$/i.test(text) && !/\b(?:from|to)\s*$/i.test(before),
  );
  const dated = terms.some(({ kind }) => kind === "year");
  const isCounted = ones.some(({ before }) => /\bof\s*$/i.test(before));
  if (ones.length === 1 && terms.length > 2 && SAME_RATE.test(ones[0]?.before ?? "")) return terms;
  return ones.length === 1 &&
    powers.length === 2 &&
    !/\bpue\b/i.test(text) &&
    !dated &&
    !isCounted &&
    !terms.some(({ kind }) => kind === "rate")
    ? terms.filter((term) => term !== ones[0])
    : terms;
}
