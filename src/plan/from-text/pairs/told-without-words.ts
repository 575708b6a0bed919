/** Two figures that are told by which they are rather than by words: the first and the second, all that is planned and a part of it, two deals. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { isMoney, outlineOn } from "../../../knowledge/as-of.ts";
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import type { FigurePair, FigurePairs } from "../../../knowledge/figure-pairs.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Reading } from "../reading.ts";

/** "What share of the planned buildings": the only two counts of one thing in one record need no other words. */
export function areOnlyTwo({ library, asOf }: Reading, { first: { record, figure }, second }: FigurePair): boolean {
  const deal = record.type === "deal" && record.id === second.record.id ? library.deals.get(record.id) : undefined;
  const counted = "counted" in figure ? figure.counted : undefined;
  if (!deal || counted === undefined) return false;
  const alike = outlineOn(deal, asOf)?.figures.filter((one) => one.ended === null && one.figure.counted === counted);
  const [small, large] = [figure, second.figure].sort((a, b) => (a.high ?? 0) - (b.high ?? 0));
  // Votes for and against are no parts of each other.
  if (!small || !WHOLE.test(large?.label ?? "")) return false;
  return alike?.length === 2 && alike.every(({ figure: { id } }) => id === figure.id || id === second.figure.id);
}

const WHOLE = gated(/\b(?:planned|total|all|whole|targeted|in all)\b/i);

/** The main sums of two deals. */
export function pairOf(pairs: FigurePairs, deals: readonly Deal[] | null): FigurePair | null {
  const [a, b] = (deals ?? []).map(({ id }) => pairs.headlineOf(id, ({ unit, per }) => isMoney(unit) && !per));
  return a && b && a.figure.unit === b.figure.unit ? pairs.judge(a, b) : null;
}

/** "The second loan than the first": two that are called so, or two deals. */
export function areOfOrdinals(
  question: string,
  pairs: FigurePairs,
  ...pair: readonly [FigureCandidate, FigureCandidate]
): boolean {
  const [a, b] = pair;
  if (!/\bfirst\b/i.test(question) || !/\bsecond\b/i.test(question)) return true;
  if (a.record.id !== b.record.id) return pairs.areBetween(a, b);
  return [/\bfirst\b/i, /\bsecond\b/i].some((one) => pair.some(({ figure }) => one.test(figure.label)));
}
