/** What somebody puts a gigawatt at, asked in few words: "Foxconn per GW", "what does Citi say a gigawatt costs", "Epoch cost per GW". */

import type { Rate } from "../../../knowledge/schema.ts";
import { capexEstimates, isSynthetic } from "../../calculator/named-estimate.ts";
import { gated } from "../../knowledge/gated.ts";
import { chipsNamed } from "../given.ts";
import { chipOrFamily, estimateOf, ownersNamed, ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** A gigawatt, of which the cost is asked; more of them are worked out. */
const OF_ONE =
  /(?:\b(?:per|an?|one|each|every|1|the cost of|single)[\s-]|\/\s?)(?:(?:single|critical|it|facility|vera|rubin|blackwell|nvidia|trainium\d?|tpu|(?:g?b|h|vr)\d00s?) )*(?:gws?|gigawatts?|mws?|megawatts?)\b|^\S+(?: \S+)?(?:['’]s)? (?:gw|gigawatt)[\s?.!]*$/i;
/** "The IBM CEO's number", "Foxconn's figure". */
const THEIR_NUMBER = gated(
  /^(?!.*\b(?:at|by|using|with|on|that|this|its|they|would|it(?! (?:numbers?|figures?|estimates?)))\b)[^?]{2,40}?\b(?:cost |capex |price |own |it )?(?:numbers?|figures?|estimates?)[\s?.!]*$/i,
);
/** Words that say no more than that a cost of a gigawatt is asked for, and whose. */
const SAYS_NO_MORE = new Set(
  "a an the of for to in on at by per is are was does do did has have it its what whats how much many which who says say said think thinks thought reckon reckons estimate estimates estimated estimating number numbers figure figures put puts peg pegs pegged give gives gave according cost costs costing price prices priced capex build building buildout built all all-in expensive would will you me tell show us one each every single gw gws gigawatt gigawatts mw mws megawatt megawatts dollars usd money spend need needed worth ai data center centre centers centres datacenter factory capacity compute site campus from and so now currently latest recent view vs as s analysts bank ceo chairman boss chief quote quoted total full amount amounts come comes imply implies work works out mean means translate translates equal equals".split(
    " ",
  ),
);
/** What it is an estimate of, where one owner has two. */
const BASES: readonly (readonly ["it" | "facility", RegExp])[] = [
  ["it", /\bIT\b|\bit[- ](?:power|basis|load|estimate|number|figure)\b|\bcritical\b/],
  ["facility", /\b(?:facility|site)[- ](?:power|basis|load|side)?\b/i],
];
const BASIS_WORDS = /\b(?:IT|it (?:power|basis|load)|critical|facility|site|power|basis|load|side)\b/gi;
const MOST = 6;

export const estimateOfOwner: ReadRule = {
  name: "estimate-of-owner",
  read(reading) {
    const { question, names, quantities, library } = reading;
    if (names.deals.length + names.places.length > 0) return null;
    if (
      !OF_ONE.test(question) &&
      !(THEIR_NUMBER.test(question) && (ratesNamed(reading).length > 0 || ownersNamed(reading).length > 0))
    )
      return null;
    // Of one gigawatt that is counted the cost is worked out, so that it can be gone on with.
    if (quantities.length > 0) return null;
    const counted = countOf(reading);
    if (counted !== undefined) return counted ? { kind: "show-rate", rates: [counted.id] } : null;
    const [owner, ...more] = ownersOf(reading);
    if (!owner || more.length > 0 || !saysNoMore(reading, owner.words)) return null;
    if (chipsNamed(question).length > 1) return null;
    const chip = chipOrFamily(question);
    // "Rubin Ultra" is the name of an estimate, and "Rubin" in it no other chip.
    const whole = names.mentions.find(
      ({ start, end, refs }) =>
        refs.some(({ id }) => id === owner.rate?.id) && (chipOrFamily(question.slice(start, end)) ?? "") !== "",
    );
    if (chip && whole && owner.rate) return { kind: "show-rate", rates: [owner.rate.id] };
    if (chip) {
      const id = owner.org ? estimateOf(reading, owner.org, chip) : null;
      return id ? { kind: "show-rate", rates: [id] } : null;
    }
    const theirs = owner.org
      ? capexEstimates(library).filter((rate) => rate.org === owner.org && !isSynthetic(rate))
      : [];
    // The one that the name itself stands for comes first, and alone where the others are of other chips of its kind.
    const named = ratesNamed(reading).flatMap((id) => library.rates.get(id) ?? []);
    if (named.length > 1) return { kind: "show-rate", rates: named.slice(0, MOST).map(({ id }) => id) };
    const said = BASES.flatMap(([basis, words]) => (words.test(question) ? [basis] : []));
    const ofBasis = said.length === 1 ? theirs.filter((rate) => rate.basis === said[0]) : [];
    if (ofBasis.length > 0) return { kind: "show-rate", rates: ofBasis.slice(0, MOST).map(({ id }) => id) };
    const bases = new Set(theirs.map((rate) => rate.basis));
    const byChip = theirs.filter((rate) => rate.chip).length > 2;
    const own = named[0] ?? owner.rate;
    const all = byChip || (theirs.length > 1 && bases.size > 1) || !own ? theirs : [own];
    return all.length > 0 ? { kind: "show-rate", rates: all.slice(0, MOST).map(({ id }) => id) } : null;
  },
};

/** "How many GPUs per GW does Huang say": somebody's count; undefined where none is asked for, null where it is not on record. */
function countOf({ question, names, library }: Reading): Rate | null | undefined {
  const [quantity] = COUNTS.find(([, words]) => words.test(question)) ?? [];
  if (!quantity || /\d/.test(question)) return undefined;
  const found = library.knowledge.rates.filter(
    (rate) =>
      (quantity === rate.quantity || (rate.quantity.startsWith(`${quantity}-`) && rate.told_by !== undefined)) &&
      (names.people.includes(rate.person ?? "") || names.orgs.includes(rate.org ?? "")),
  );
  return found.length === 1 && !MONEY_FOR.test(question) ? (found[0] ?? null) : null;
}
const COUNTS: readonly (readonly [string, RegExp])[] = [
  ["racks-per-gw", /\bracks?\b/i],
  ["dies-per-gw", /\bdies\b/i],
  ["accelerators-per-gw", /\b(?:gpus?|chips?|accelerators?|packages)\b/i],
];
const MONEY_FOR = /\b(?:costs?|prices?|spend|dollars?|worth|share|percent\w*|power|kw|watts?)\b|[$%]/i;

type Owner = { org: string | null; rate: Rate | null; words: readonly (readonly [start: number, end: number])[] };

/** Who is named with a figure for a gigawatt: firms with one of their own, and persons by theirs. */
function ownersOf(reading: Reading): Owner[] {
  const { names, library } = reading;
  const named = ratesNamed(reading).flatMap((id) => library.rates.get(id) ?? []);
  // Beside somebody's figure the name of a chip is no range of several.
  const theirs = named.filter((rate) => !isSynthetic(rate));
  const rates = theirs.length > 0 ? theirs : named;
  const owners = new Map<string, Owner>();
  const add = (org: string | undefined, rate: Rate | null): void => {
    const key = org ?? rate?.id ?? "";
    const words = names.mentions
      .filter(({ refs }) => refs.some(({ id }) => id === org || id === rate?.id || id === rate?.person))
      .map(({ start, end }) => [start, end] as const);
    const known = owners.get(key);
    if (!known) owners.set(key, { org: org ?? null, rate, words });
    else owners.set(key, { ...known, rate: known.rate ?? rate, words: [...known.words, ...words] });
  };
  for (const rate of rates) add(rate.org, rate);
  for (const org of ownersNamed(reading)) if (!owners.has(org)) add(org, null);
  for (const org of names.orgs) {
    const ofFacility = library.knowledge.rates.find((rate) => rate.org === org && rate.quantity === FACILITY);
    if (ofFacility && !owners.has(org)) add(org, ofFacility);
  }
  const orgs = new Set([...owners.values()].map(({ org }) => org));
  // Who is named beside them and has no figure makes it another question.
  if (names.orgs.some((org) => !orgs.has(org))) return [];
  // A company that is named for its deals is no estimate of its own: the figure must be what its name stands for.
  return [...owners.values()].filter(
    ({ org, rate }) =>
      rate !== null ||
      org === null ||
      (library.dealsOf.get(org)?.length ?? 0) === 0 ||
      rates.length > 0 ||
      hasMany(reading, org),
  );
}

const FACILITY = "facility-capex-per-gw";

/** A firm that has published a figure for each of several chips. */
const hasMany = ({ library }: Reading, org: string): boolean =>
  capexEstimates(library).filter((rate) => rate.org === org).length > 2;

function saysNoMore({ question, names }: Reading, owner: readonly (readonly [number, number])[]): boolean {
  let rest = question;
  const spans = [
    ...owner,
    ...names.mentions
      .filter(({ refs }) => refs.every(({ type }) => type === "person" || type === "term"))
      .map(({ start, end }) => [start, end] as const),
  ];
  for (const [start, end] of spans.sort((a, b) => b[0] - a[0])) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const chip = chipOrFamily(rest);
  if (chip)
    rest = rest.replace(new RegExp(`\\b${chip.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:['’]?s)?\\b`, "i"), " ");
  // A number beside it is worked with.
  if (/\d/.test(rest)) return false;
  return rest
    .replace(BASIS_WORDS, " ")
    .toLowerCase()
    .split(/[^a-z-]+/)
    .every((word) => word === "" || SAYS_NO_MORE.has(word) || isSlip(word));
}

/** "Cots": the letters of a word that says no more, in another order. */
const isSlip = (word: string): boolean =>
  word.length > 3 && LETTERS.has([...word].sort().join("")) && !SAYS_NO_MORE.has(word);
const LETTERS = new Set([...SAYS_NO_MORE].filter((word) => word.length > 3).map((word) => [...word].sort().join("")));
