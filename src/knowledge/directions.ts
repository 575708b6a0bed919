/** Who gives whom what, and who bought whom, over all records: the direction that a question may have the wrong way round. */

import type { Deal, Flow } from "../../knowledge/schema.ts";
import { isOver } from "./as-of.ts";
import type { Library } from "./library.ts";
import { family } from "./resolve.ts";
import { namesOf, sentencesNaming } from "./sentences-naming.ts";
import { words } from "./words.ts";

/** The deal between the fewest in which something goes from one to the other. */
export function directionBetween(library: Library, what: Flow["what"], from: string, to: string): Deal | undefined {
  const [givers, takers] = [family(library, from), family(library, to)];
  const deals = library.knowledge.deals.filter((deal) =>
    deal.flows.some((flow) => flow.what === what && givers.has(flow.from) && takers.has(flow.to)),
  );
  return deals.sort(byClosest)[0];
}

/** Whether a record has one as a buyer of the other, signed or not. */
export function isBuyerOf(library: Library, buyer: string, target: string): boolean {
  const [buyers, targets] = [family(library, buyer), family(library, target)];
  return library.knowledge.deals.some(
    (deal) =>
      deal.kind === "acquisition" &&
      deal.parties.some((party) => buyers.has(party.org) && party.role !== "target" && party.role !== "seller") &&
      deal.parties.some((party) => targets.has(party.org) && party.role !== "buyer"),
  );
}

/** Deals with all of these as parties, first those between the fewest, then the largest. */
export const relatedDeals = (library: Library, orgs: readonly string[]): Deal[] =>
  library.knowledge.deals
    .filter((deal) => orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))))
    .sort(byClosest);

/** Whether a sentence, of one deal or of all records, names all of these and has one of the words. */
export function mentionsWith(library: Library, orgs: readonly string[], pattern: RegExp, deal?: Deal): boolean {
  const [first, ...others] = orgs;
  if (first === undefined) return false;
  const names = others.map((org) => namesOf(library, org));
  return sentencesNaming(library, first).some(
    ({ statement: { record, text }, said }) =>
      (!deal || (record.type === "deal" && record.id === deal.id)) &&
      names.every((some) => some.some((name) => said.includes(name))) &&
      pattern.test(text),
  );
}

/** The same within one clause, where a longer sentence tells of several things. */
export function clauseWith(library: Library, orgs: readonly string[], pattern: RegExp): boolean {
  const [first] = orgs;
  if (first === undefined) return false;
  const names = orgs.map((org) => namesOf(library, org));
  return sentencesNaming(library, first).some(
    ({ statement: { text: sentence } }) =>
      pattern.test(sentence) &&
      sentence
        .replace(MOVED, " ")
        .split(/[;:.](?=\s)|, (?=and |but |while |who |which )/)
        .some((clause) => {
          const text = ` ${words(clause).join(" ")} `;
          return pattern.test(clause) && names.every((some) => some.some((name) => text.includes(name)));
        }),
  );
}

/** How somebody's shares moved says nothing of who holds them. */
const MOVED = /\bshares? (?:price )?(?:fell|rose|jumped|dropped|climbed|slid|gained|lost|surged)\b/gi;

/** What stands before what is over, then between the fewest, then the largest. */
const byClosest = (a: Deal, b: Deal): number =>
  Number(hasEnded(a)) - Number(hasEnded(b)) || a.parties.length - b.parties.length || worthOf(b) - worthOf(a);
const hasEnded = (deal: Deal): boolean => {
  const status = deal.events.findLast((event) => event.status !== undefined)?.status;
  return status !== undefined && isOver(status);
};

const worthOf = (deal: Deal): number =>
  Math.max(
    0,
    ...deal.events.flatMap((event) =>
      (event.figures ?? []).map((figure) => (figure.unit === "USD" ? (figure.high ?? figure.low ?? 0) : 0)),
    ),
  );
