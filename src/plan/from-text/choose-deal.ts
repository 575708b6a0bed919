/** The deal that a question is about: by the names in it, the words beside them, and the day. */
import { isOver, stateOn } from "../../knowledge/as-of.ts";
import type { Library } from "../../knowledge/library.ts";
import { type NamesRead, type RankedDeal, rankDeals } from "../../knowledge/resolve.ts";
import { GENERIC } from "./asks.ts";
import type { Reading } from "./reading.ts";

/** Deals that fit, best first; empty where nothing is named. */
export function chooseDeal({ library, names, asOf, quantities, question, dates }: Reading): RankedDeal[] {
  const rest = names.rest.filter((word) => !GENERIC.has(word) && !KIND_ONLY.has(word));
  if (names.deals.length === 0 && names.orgs.length === 0 && names.places.length === 0) return [];
  const ranked = rankDeals(library, { ...names, rest }, asOf);
  const pool = ranked.length > 0 ? ranked : withFewerOrgs(library, { ...names, rest }, asOf);
  return pool
    .map((entry) => ({
      ...entry,
      score:
        entry.score +
        quantityBonus(entry, quantities, asOf) +
        wordBonus(entry, question, asOf) +
        dateBonus(entry, dates.mentioned),
    }))
    .sort((a, b) => b.score - a.score);
}

/** The question names an amount that the deal has: "the $830 million", "the 10 GW lease". */
function quantityBonus({ deal }: RankedDeal, quantities: Reading["quantities"], asOf: string): number {
  const state = stateOn(deal, asOf);
  const has = quantities.some(({ quantity }) =>
    state?.figures.some(
      ({ figure }) =>
        figure.unit === quantity.unit &&
        [figure.low, figure.high].some(
          (value) => value !== null && Math.abs(value - quantity.high) <= quantity.high * 0.02,
        ),
    ),
  );
  return has ? 1.5 : 0;
}

/** The question names the month or year in which the deal was announced or changed: "the April 2026 deal". */
function dateBonus({ deal }: RankedDeal, mentioned: readonly string[]): number {
  let bonus = 0;
  for (const date of mentioned) {
    const said = (event: { date: string }) => event.date.startsWith(date);
    if (deal.events[0] && said(deal.events[0])) bonus += date.length > 4 ? 1.5 : 0.7;
    else if (deal.events.some(said)) bonus += date.length > 4 ? 0.8 : 0.2;
  }
  return Math.min(bonus, 2);
}

/** Words that tell the kind and nothing more: they choose by kind, not by how often a record uses them. */
const KIND_ONLY = new Set(
  "cloud compute computing site campus data center centre facility invest investment investing stake equity share chip gpu financing finance energy acquisition joint venture jv supply partnership".split(
    " ",
  ),
);

const KIND_WORDS: readonly { pattern: RegExp; kinds: readonly string[] }[] = [
  { pattern: /\b(?:cloud|compute|contract)\b/i, kinds: ["cloud-contract", "compute-purchase"] },
  { pattern: /\b(?:invest\w*|stake|equity|shareholder|shares)\b/i, kinds: ["investment", "equity-stake"] },
  { pattern: /\b(?:loan|debt|bond|lent|lend\w*|financ\w*|credit)\b/i, kinds: ["financing"] },
  {
    pattern: /\b(?:buy(?:ing)?|bought|acqui\w+|purchase of|takeover|merg\w+|taking over|take over|paying for)\b/i,
    kinds: ["acquisition"],
  },
  { pattern: /\b(?:site|campus|data cent(?:er|re)s?|facility)\b/i, kinds: ["site"] },
  { pattern: /\b(?:chips?|gpus?|accelerators?)\b/i, kinds: ["chip-supply", "compute-purchase"] },
  { pattern: /\b(?:nuclear|reactor|power purchase|ppa|gas plants?|electricity)\b/i, kinds: ["energy"] },
  { pattern: /\b(?:jv|joint venture)\b/i, kinds: ["joint-venture"] },
];

/** Words that tell the kind of deal, or that it no longer stands. */
function wordBonus({ deal }: RankedDeal, question: string, asOf: string): number {
  let bonus = 0;
  for (const { pattern, kinds } of KIND_WORDS) if (pattern.test(question) && kinds.includes(deal.kind)) bonus += 1.2;
  const state = stateOn(deal, asOf);
  if (
    state &&
    isOver(state.status) &&
    /\b(?:letter of intent|loi|cancel\w*|dropped|fell through|original|100)\b/i.test(question)
  )
    bonus += 1.6;
  return bonus;
}

/** Where no deal has all organisations named, those with most of them: the others may be about the matter. */
function withFewerOrgs(library: Library, names: NamesRead, asOf: string): RankedDeal[] {
  if (names.orgs.length < 3) return [];
  return names.orgs
    .flatMap((_, skip) =>
      rankDeals(library, { ...names, orgs: names.orgs.filter((_other, index) => index !== skip) }, asOf),
    )
    .sort((a, b) => b.score - a.score);
}
