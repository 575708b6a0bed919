/** Which kinds of deals are listed, and by which kind of figure they are ordered. */

import type { DealKind, FigureOf } from "../../../../knowledge/schema.ts";
import type { Pattern } from "../../../knowledge/gated.ts";
import { DEAL_KINDS } from "../asks.ts";
import type { Clause } from "./clause.ts";
import type { Parts } from "./parts-of.ts";

/** The kind of deal, and the kind of figure that orders them. */
export function kindsIn(
  clause: Clause,
  { otherRoles, roles }: Parts,
  energy: boolean,
): { dealKinds: DealKind[]; measure: FigureOf[] } {
  const measure =
    (
      MEASURES.find((entry) => clause.take(entry.pattern)) ??
      NOUN_MEASURES.find((entry) => entry.pattern.test(clause.text))
    )?.measure ?? [];
  if (energy) {
    while (clause.take(PURCHASES)?.[0]);
    return { dealKinds: ["energy"], measure: [...measure] };
  }
  const kinds = DEAL_KINDS.find((entry) => entry.pattern.test(clause.text));
  const lasting = measure[0] === "term" && (!kinds || kinds.loose) ? kindsThatLast(clause.text) : null;
  if (lasting) return { dealKinds: [...lasting], measure: [...measure] };
  // "Loans and bonds" are one kind.
  if (kinds) while (clause.take(kinds.pattern)?.[0]);
  // Who has which role says more than a noun: Nvidia's stakes are also in rounds, and a lease may be any kind of deal.
  const said = otherRoles.length > 0 && roles.length > 0;
  return { dealKinds: kinds && !(said && kinds.loose) ? [...kinds.kinds] : [], measure: [...measure] };
}

/** A deal for energy by its name, where the fuel has told the kind. */
const PURCHASES = /\b(?:ppas?|(?:power |energy )?off-?takes?|power purchase agreements?)\b/i;

/** What makes the power, by the words that the records have. */
export const FUELS: readonly { pattern: Pattern; word: string }[] = [
  {
    pattern: /\b(?:nuclear(?: (?:fission|power))?(?: (?:plants?|stations?))?|reactors?|fission|atomic|smrs?)\b/i,
    word: "nuclear|reactor",
  },
  { pattern: /\bfusion\b/i, word: "fusion" },
  {
    pattern:
      /\b(?:natural )?gas\b(?:[- ](?:fired|powered|turbines?))?(?: (?:power|electricity|generation|plants?|turbines?))?/i,
    word: "gas",
  },
  { pattern: /\b(?:solar|renewables?|wind power)\b/i, word: "solar" },
];

/** Nouns that say which money is meant: the largest loan is the one that lends most. */
const NOUN_MEASURES: readonly { pattern: Pattern; measure: readonly FigureOf[] }[] = [
  { pattern: /\b(?:loans?|bonds?|debt|borrow\w*|lend\w*|credit (?:lines?|facilit\w+))\b/i, measure: ["debt"] },
  { pattern: /\b(?:rounds?|raises?|raised|stakes?|che(?:que|ck)s?|equity)\b/i, measure: ["equity"] },
  { pattern: /\b(?:acquisitions?|takeovers?|buyouts?)\b/i, measure: ["acquisition"] },
];
const MEASURES: readonly { pattern: Pattern; measure: readonly FigureOf[] }[] = [
  {
    pattern:
      /\b(?:valuations?|(?:highest|lowest|most|best)[- ]valued|valued(?: at)?|post-?money|(?:most |least )valuable)\b/i,
    measure: ["valuation"],
  },
  {
    pattern: /\b(?:longest|shortest)\b(?: (?:maturit(?:y|ies)|tenors?))?|\bby (?:term|length|duration)\b/i,
    measure: ["term"],
  },
  { pattern: /\b(?:per month|a month|monthly|each month)\b/i, measure: ["fee"] },
  { pattern: /\b(?:guarantees?|backstops?)\b(?= by|$)/i, measure: ["guarantee"] },
];

/** What runs for years: a lease is of a site and no bond, and "contracts" alone are of every kind under which somebody buys. */
const LASTING: readonly (readonly [noun: Pattern, kinds: readonly DealKind[]])[] = [
  [/\bleases?\b/i, ["site", "joint-venture"]],
  [
    /(?<!\b(?:cloud|compute|gpu) )\bcontracts?\b/i,
    ["cloud-contract", "compute-purchase", "energy", "site", "chip-supply", "supply"],
  ],
];
export const kindsThatLast = (text: string): readonly DealKind[] | null =>
  LASTING.find(([noun]) => noun.test(text))?.[1] ?? null;
