/** "NEXTDC's A$7bn campus in US dollars": of money without a rate of exchange, what the record itself gives in the other currency. */
import { stateOn } from "../../../knowledge/as-of.ts";
import { currencyAsked } from "./conversion.ts";
import { isNear } from "./divided-by.ts";
import type { ReadSum } from "./sum.ts";

/** Of these a rate is on record. */
const WITH_RATE: ReadonlySet<string> = new Set(["USD", "EUR", "GBP"]);

export const inOwnDollars: ReadSum = (sum) => {
  const { library, names, asOf, dates, conversation } = sum.reading;
  const money = sum.one("money");
  if (!money || WITH_RATE.has(money.unit) || !sum.complete([money]) || conversation.plan !== null) return null;
  const target = currencyAsked(sum.words, money.unit);
  if (target === null || names.orgs.length + names.deals.length + names.places.length === 0) return null;
  const found = library.knowledge.deals.flatMap((deal) => {
    if (names.deals.length > 0 && !names.deals.includes(deal.id)) return [];
    if (!names.orgs.every((org) => deal.parties.some((party) => party.org === org))) return [];
    const figures = (stateOn(deal, asOf)?.figures ?? []).flatMap(({ figure, ended }) =>
      ended === null ? [figure] : [],
    );
    const own = figures.find(({ unit, high, low }) => unit === money.unit && isNear(high ?? low ?? 0, money.high));
    const other = own && figures.find(({ unit, of }) => unit === target && of === own.of);
    return other ? [{ deal: deal.id, figure: other.id }] : [];
  });
  const [only, ...more] = found;
  return only && more.length === 0
    ? { kind: "show-figure", subject: only.deal, attribute: "value", topic: "", figure: only.figure, asOf: dates.asOf }
    : null;
};
