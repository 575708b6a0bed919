/** The deal whose money or power a calculation takes: the one that fits best, or that dwarfs the others that fit as well. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../../knowledge/as-of.ts";
import { family, readNames } from "../../../knowledge/resolve.ts";
import { chooseDeal } from "../choose-deal.ts";
import type { Reading } from "../reading.ts";

const MONEY = new Set(["USD", "EUR", "GBP"]);
/** How much better the first deal must fit than the second. */
const CLEARLY = 1.15;
/** How many times larger than all others a deal must be to be meant without being named. */
const DWARFS = 2.5;

/** `text`: the part of the question that names it, and what the rest of it adds. */
export function dealMeant(reading: Reading, text: string, needs: "money" | "power" | "both"): Deal | null {
  const { library, asOf } = reading;
  const names = readNames(library, text);
  const money = (deal: Deal): number => {
    const figure = outlineOn(deal, asOf)?.money?.figure;
    return figure && MONEY.has(figure.unit) && figure.per === undefined ? (figure.high ?? figure.low ?? 0) : 0;
  };
  const power = (deal: Deal): number => {
    const figure = outlineOn(deal, asOf)?.size?.figure;
    return figure?.unit === "GW" ? (figure.high ?? figure.low ?? 0) : 0;
  };
  const fits = (deal: Deal): boolean =>
    (needs === "power" || money(deal) > 0) && (needs === "money" || power(deal) > 0);
  // Whoever is named has a part in it, and is not only spoken of.
  const families = names.orgs.map((org) => family(library, org));
  const takesPart = (deal: Deal): boolean =>
    families.every((group) => deal.parties.some((party) => group.has(party.org))) || names.orgs.length > 2;
  const theirs = chooseDeal({ ...reading, names, question: text }).filter(({ deal }) => takesPart(deal));
  // What came to nothing is meant where it is named, or where there is nothing else between them.
  const stands = (deal: Deal): boolean => {
    const status = outlineOn(deal, asOf)?.status;
    return names.deals.includes(deal.id) || (status !== undefined && !isOver(status));
  };
  const standing = theirs.filter(({ deal }) => stands(deal));
  const ranked = (standing.length > 0 ? standing : theirs).filter(({ deal }) => fits(deal));
  const [first] = ranked;
  if (!first) return null;
  const close = ranked.filter(({ score }) => first.score < score * CLEARLY).map(({ deal }) => deal);
  // A contract of two says more of a party than a venture of many.
  const size =
    needs === "power" ? power : needs === "money" ? money : (deal: Deal) => money(deal) / deal.parties.length ** 2;
  close.sort((a, b) => size(b) - size(a));
  const [largest] = close;
  // Deals of the same size give the same number; the earlier of them is the better known.
  const alike = close.filter((deal) => largest && size(deal) === size(largest));
  const next = close.find((deal) => !alike.includes(deal));
  if (!largest || (next && size(largest) < size(next) * DWARFS)) return null;
  return alike.sort((a, b) => (a.events[0]?.date ?? "").localeCompare(b.events[0]?.date ?? ""))[0] ?? null;
}
