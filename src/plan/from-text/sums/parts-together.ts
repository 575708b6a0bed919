/** "The average size of CoreWeave's three contracts with OpenAI", "Google's backstops for both TeraWulf sites together": parts of one record, or all that two have signed. */

import { isMoney } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { moneyBetween, type Paid } from "../../../knowledge/money-between.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import { ADDS_UP } from "../asks.ts";
import { measuresIn } from "../measures.ts";
import { partsOfKind } from "../parts-ranking.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";

const AVERAGE = gated(
  /\b(?:averages?|avg|mean|on average)\b(?! (?:of )?(?:power|load|price|annual|yearly|monthly|revenue))/i,
);
/** What narrows, or asks for an average over something else. */
const NARROWS =
  /\b(?:per|a (?:year|month|week|day)|each (?:year|month)|annual\w*|yearly|monthly|since|before|after|in 20\d\d|vs\.?|versus|than|difference|gap|share|percent|%|revenue|capex|valuation|backlog|cost of|interest|rate|gws?|gigawatts?|mws?|megawatts?|power|capacity)\b/i;
const PLURAL = gated(
  /\b(?:two|three|four|five|both|all|contracts|deals|agreements|tranches|phases|loans|bonds|backstops|guarantees|leases|orders|commitments|stakes|sites)\b/i,
);
const MOST = 8;

export const partsTogether: ReadSum = ({ reading, terms, words }) => {
  const { names, dates, library, asOf } = reading;
  const average = AVERAGE.test(words);
  if (!(average || (ADDS_UP.test(words) && PLURAL.test(reading.question))) || NARROWS.test(words)) return null;
  // What came to what by a day is told by the deal itself.
  if (dates.asOf !== null) return null;
  if (names.people.length + names.places.length > 0 || terms.some(({ kind, high }) => kind !== "year" && high > 9))
    return null;
  if (names.orgs.length > 2 || names.orgs.length + names.deals.length < 2 - Number(average && names.deals.length > 0))
    return null;
  // What one has in another in all is a figure of its own.
  if (measuresIn(reading.question).includes("exposure")) return null;
  const [a = "", b = ""] = names.orgs;
  const parts = partsOfKind(reading);
  const money = parts?.parts.every(({ figure }) => isMoney(figure.unit)) ? parts : null;
  const lines: SumLine[] =
    money && money.parts.length > 1
      ? money.parts.map(({ figure }) => ({
          label: figure.label.slice(0, 80),
          expression: `@${money.deal.id}:${figure.id}`,
        }))
      : average
        ? byRecord(
            [moneyBetween(library, a, b, ["contract"], asOf), moneyBetween(library, b, a, ["contract"], asOf)].sort(
              (one, other) => other.length - one.length,
            )[0] ?? [],
          )
        : [];
  if (lines.length < 2 || lines.length > MOST) return null;
  const all = lines.map((_line, at) => `#${at + 1}`).join(" + ");
  const title = money ? money.deal.name : `${orgName(library, a)} and ${orgName(library, b)}`;
  return evaluated(
    [
      ...lines,
      average
        ? { label: `average of ${lines.length}`, expression: `(${all}) / ${lines.length}` }
        : { label: "together", expression: all },
    ],
    {
      title: title.slice(0, 120),
      lead: [lines.length + 1, ...lines.slice(0, 5).map((_line, at) => at + 1)],
      asOf: dates.asOf,
    },
  );
};

/** What two have agreed in one deal is one of those over which an average is taken. */
function byRecord(paid: readonly Paid[]): SumLine[] {
  const lines = new Map<string, SumLine>();
  for (const { record, figure, label } of paid) {
    const before = lines.get(record.id)?.expression;
    const own = `@${record.id}:${figure}`;
    lines.set(record.id, { label: label.slice(0, 80), expression: before ? `${before} + ${own}` : own });
  }
  return [...lines.values()];
}
