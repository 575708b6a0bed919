/** "What was the first range?", "the backstop before it got upsized": how another figure of the record on the table came to what it is. */

import { type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import { sensesOf } from "../../../knowledge/synonyms.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 10;
const BEFORE_DEED = gated(
  /\b(?:before|prior to|until) (?:it|they|that|this|the (?:increase|upsizing|raise|amendment|change|revision|cut))\b(?: (?:was|were|got|had been|is))?(?: (?:upsized|raised|enlarged|increased|expanded|topped up|revised|cut|changed|doubled|amended|upped|extended|lifted|bumped(?: up)?|hiked))?/i,
);
const FIRST = gated(
  /\b(?:first|initial|original|earlier|earliest|opening|old|previous)(?= (?!one\b)[a-z])|\b(?:originally|initially|at first|at the (?:start|outset))\b/i,
);

export const versionOfNoun: ReadRule = {
  name: "version-of-noun",
  read(reading) {
    const { question, conversation, names, quantities, dates, asOf, library } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal")) return null;
    if (names.deals.length + quantities.length + dates.mentioned.length > 0) return null;
    // Whoever has a part in it may be named.
    const isOfDeal = (org: string) => deal.parties.some((party) => family(library, org).has(party.org));
    if (!names.orgs.every(isOfDeal)) return null;
    const named = new Set(names.orgs.flatMap((org) => contentRoots(orgName(library, org))));
    const { text } = bareOf(question);
    if (text.split(/\s+/).length > MAX_WORDS) return null;
    const pattern = BEFORE_DEED.test(text) ? BEFORE_DEED : FIRST;
    const rest = text.replace(pattern, " ");
    if (rest === text) return null;
    const words = soughtWords(rest).filter(({ word, weak }) => !weak && !named.has(word));
    const kinds = new Set(kindsSaid(rest).flat());
    if (words.length === 0 && kinds.size === 0) return null;
    const figures = stateOn(deal, asOf)?.figures ?? [];
    const isMeant = ({ figure }: StandingFigure): boolean => {
      const own = new Set(contentRoots(figure.label));
      const senses = new Set([...own].flatMap((word) => sensesOf(word)));
      return words.length > 0
        ? words.every(({ word }) => own.has(word) || sensesOf(word).some((sense) => senses.has(sense)))
        : kinds.has(figure.of);
    };
    // "The first closing" is one of several, and no version of any.
    if (figures.some(({ figure }) => isMeant({ figure } as StandingFigure) && FIRST.test(figure.label))) return null;
    const [found, ...more] = figures.filter((entry) => isMeant(entry) && entry.before.length > 0);
    return found && more.length === 0
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "history",
          figure: found.figure.id,
          topic: "how it moved",
          asOf: null,
        }
      : null;
  },
};
