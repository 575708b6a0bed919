/** Formulas of the field by what they ask for and need; the first that has all its numbers, and leaves none over. */
import { patternTable } from "../../../knowledge/pattern-table.ts";
import type { ReadSum } from "../sums/sum.ts";
import { type Card, readCard } from "./card.ts";
import { OF_BOOKS } from "./of-books.ts";
import { OF_LEASES } from "./of-leases.ts";
import { OF_LOANS } from "./of-loans.ts";
import { OF_MARGINS } from "./of-margins.ts";
import { OF_PLANTS } from "./of-plants.ts";
import { OF_RETURNS } from "./of-returns.ts";
import { OF_SHARES } from "./of-shares.ts";

const ALL: readonly Card[] = [
  ...OF_LOANS,
  ...OF_SHARES,
  ...OF_RETURNS,
  ...OF_BOOKS,
  ...OF_MARGINS,
  ...OF_LEASES,
  ...OF_PLANTS,
];
const CARDS = patternTable(
  ALL.map((card) => ({ card, read: readCard(card) })),
  ({ card }) => card.asks,
);

export const cards: ReadSum = (sum) => {
  if (sum.terms.length === 0) return null;
  for (const { read } of CARDS.open(sum.text)) {
    const plan = read(sum);
    if (plan) return plan;
  }
  return null;
};
