/** "How big was Stargate as of January 2024": a deal of which nothing was known on that day, and not what comes nearest of what was. */

import { outlineOn } from "../../knowledge/as-of.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import { ask } from "./asked-of-deal.ts";
import type { ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";
import { whatIsAsked } from "./what-is-asked.ts";

/** What was known explains the question less well than the later deal by this share: it is another matter. */
const WORSE = 0.9;

const SAYS = 0.4;
const HAD = gated(/\b(?:had|was|were|did|have|has)\b/i);

export const notYetKnown: ReadRule = {
  name: "not yet known",
  read(reading) {
    const { question, names, dates, library, conversation } = reading;
    if (dates.asOf === null || dates.asOf >= library.completeTo || conversation.plan !== null) return null;
    if (names.deals.length + names.orgs.length === 0 || names.people.length > 0) return null;
    const asked = whatIsAsked(question);
    const sought = toSought(reading, asked.attribute, 0);
    const [later] = findStatements(library, { ...sought, asOf: library.completeTo }, 1);
    const deal = later?.linked ? library.deals.get(later.statement.record.id) : undefined;
    if (!later || !deal) return null;
    // What is asked of that day, yes or no, came later: the day on which it came answers it.
    const { kind, known: came } = later.statement;
    const isEvent = kind === "event" && later.own >= SAYS && (came ?? "") > dates.asOf;
    if (names.deals.includes(deal.id) && HAD.test(question) && isEvent)
      return { kind: "show-figure", subject: deal.id, attribute: "when", topic: question.slice(0, 400), asOf: null };
    if (asked.attribute === null || outlineOn(deal, dates.asOf) !== null) return null;
    const isNamed =
      names.deals.includes(deal.id) ||
      (names.orgs.length > 1 &&
        names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))));
    if (!isNamed) return null;
    const [known] = findStatements(library, { ...sought, asOf: dates.asOf }, 1);
    return known && known.score >= later.score * WORSE ? null : ask(reading, asked, deal);
  },
};
