/** "When does Meta take the other $15B?" after a deal that has $15B: of the asker's parties that one deal, and no other of about as much. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";
import { dealOnTable } from "./figures-of-record.ts";

const THE_AMOUNT =
  /\b(?:the|that|this|its|their|those)\s+(?:(?:other|remaining|further|extra|additional|first|second|last)\s+)?[$€£]?\d/i;

/** The question with the deal's name behind it; null where the amounts are none of that deal, or somebody else is named. */
export function amountOnTable(reading: Reading): string | null {
  const { question, names, quantities, library, asOf } = reading;
  const deal = dealOnTable(reading);
  if (!deal || quantities.length === 0 || names.deals.length + names.places.length > 0 || names.orgs.length === 0)
    return null;
  if (!THE_AMOUNT.test(question)) return null;
  const takesPart = (org: string) => deal.parties.some((party) => family(library, org).has(party.org));
  if (!names.orgs.every(takesPart)) return null;
  const figures = stateOn(deal, asOf)?.figures.map(({ figure }) => figure) ?? [];
  const isOfDeal = quantities.every(({ quantity }) =>
    figures.some(({ unit, low, high }) => unit === quantity.unit && (low === quantity.high || high === quantity.high)),
  );
  return isOfDeal ? `${question.replace(/[\s?.!]+$/, "")}, ${deal.name}?` : null;
}
