/** "How does the Amazon deal compare, per GW?" after a deal of Anthropic's: of all that Amazon has, the one deal with somebody of that one. */

import { isOver, outlineOn } from "../../../knowledge/as-of.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { bearsName } from "./of-like-kind.ts";

const BEFORE = /\b(?:the|its|their|that) $/i;
const NOUN = /^(?:['’]s)? (?:deal|contract|agreement|tie-up)\b/i;

/** The question with that deal by its name; null where no such deal is named, or not surely one. */
export function dealWithParty(reading: Reading): string | null {
  const { question, names, library, asOf, conversation } = reading;
  const deal = dealOnTable(reading);
  const last = conversation.plan?.kind;
  const [org, ...more] = names.orgs;
  if (!deal || org === undefined || more.length + names.deals.length + names.people.length > 0) return null;
  if (last !== "show-figure" && last !== "show-deal" && last !== "evaluate") return null;
  const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org));
  const noun = mention && NOUN.exec(question.slice(mention.end))?.[0];
  const the = mention && BEFORE.exec(question.slice(0, mention.start))?.[0];
  if (!mention || !noun || !the || namesOnly(bareOf(question).text, names, reading.dates.spans)) return null;
  const theirs = family(library, org);
  if (deal.parties.some((party) => theirs.has(party.org))) return null;
  const partners = deal.parties.map((party) => party.org).filter((party) => bearsName(library, deal, party));
  const [only, ...others] = (library.dealsOf.get(org) ?? []).filter((other) => {
    const outline = outlineOn(other, asOf);
    return (
      outline !== null &&
      !isOver(outline.status) &&
      bearsName(library, other, org) &&
      partners.some((partner) => bearsName(library, other, partner))
    );
  });
  if (!only || others.length > 0) return null;
  return `${question.slice(0, mention.start - the.length)}${only.name}${question.slice(mention.end + noun.length)}`;
}
