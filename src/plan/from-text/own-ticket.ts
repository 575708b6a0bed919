/**
 * "Apollo's ticket in the first Valor vehicle", "MGX's cheque in the round": what one of several put in, by the figure that says so.
 * Where none does it is not known: the sum of all is nobody's ticket.
 */

import type { Deal, PartyRole } from "../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { lookup } from "./lookup.ts";
import type { Reading, ReadRule } from "./reading.ts";

const TICKET =
  /^['’]?s?['’]? (?:[\w$.-]+ ){0,2}?(?:tickets?|che(?:que|ck)s?(?: size)?|contributions?|injections?|bites?)\b|^['’]?s?['’]? (?:own )?(?:share|part|portion|slice|piece|half|end|bit|chunk) of (?:the|that|this|those) (?:[$€£]\S+ ?(?:billion|bn|b|million|m)?\b|(?:[\w-]+ ){0,2}(?:round|investment|bill|commitment|financing|loan|debt|money|total|raise|facility|package)\b)/i;
const SHORT = gated(/\b(\p{Lu}[\w&.-]+)['’]s (?:[\w$.-]+ )?(?:tickets?|che(?:que|ck)s?|contributions?)\b/u);
const NOT_ALL =
  /\b(?:largest|biggest|smallest|most|what share|percent(?:age)?|%|vs\.?|versus|compare[sd]?|difference|times|multiple|sum|total|add)\b/i;
const PUTS_IN: ReadonlySet<PartyRole> = new Set<PartyRole>(["investor", "lender", "buyer"]);

export const ownTicket: ReadRule = {
  name: "own-ticket",
  read(reading) {
    const { question, names, library, dates, conversation } = reading;
    if (NOT_ALL.test(question) || names.deals.length > 1 || conversation.plan !== null) return null;
    const bearer = names.mentions.find(
      ({ refs, end }) => refs.some(({ type }) => type === "org") && TICKET.test(question.slice(end)),
    );
    const short = bearer ? undefined : SHORT.exec(question)?.[1];
    if (!bearer && !short) return null;
    const found = lookup.read(reading);
    const subject = found?.kind === "show-figure" ? found.subject : found?.kind === "show-deal" ? found.deal : "";
    const read = library.deals.get(names.deals[0] ?? subject) ?? library.deals.get(subject);
    const deal = bearer && names.orgs.length > 1 && !isShared(read) ? (theirs(reading) ?? read) : read;
    // "Thrive's", of Thrive Capital: a first word that names nobody by itself.
    const org =
      bearer?.refs.find(({ type }) => type === "org")?.id ??
      deal?.parties.find((party) => orgName(library, party.org).split(" ")[0] === short)?.org;
    if (!org) return null;
    const group = family(library, org);
    // Whoever sells to it may invest as well, by a figure that says so.
    const givers = deal?.parties.filter((party) => PUTS_IN.has(party.role) || givesOwn(reading, deal, party.org)) ?? [];
    // Whoever gives it all has no part of it; of somebody's own deal another rule tells.
    if (
      !deal ||
      (subject !== deal.id && deal === read) ||
      givers.length < 2 ||
      !givers.some((party) => group.has(party.org))
    )
      return null;
    const own = ticketOf(reading, deal, org);
    return own
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "value",
          topic: "",
          figure: own.figure.id,
          asOf: dates.asOf,
        }
      : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  },
};

const isShared = (deal: Deal | undefined): boolean =>
  (deal?.parties.filter(({ role }) => PUTS_IN.has(role)).length ?? 0) > 1;

/** The one deal of all who are named in which several have put something in. */
function theirs({ library, names }: Reading): Deal | undefined {
  const all = (library.dealsOf.get(names.orgs[0] ?? "") ?? []).filter(
    (deal) =>
      isShared(deal) && names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))),
  );
  return all.length === 1 ? all[0] : undefined;
}
/** Whether a figure of the deal is called theirs: "Microsoft's investment". */
const givesOwn = ({ library }: Reading, deal: Deal, org: string): boolean =>
  deal.events.some(({ figures = [] }) =>
    figures.some(({ label, of }) => GIVEN.has(of) && label.startsWith(`${orgName(library, org)}'s `)),
  );

const GIVEN: ReadonlySet<string> = new Set(["debt", "equity", "investment", "acquisition", "guarantee"]);

/** The money whose label names the giver; of several the one of the part that is said, and rather what came about than what was reported. */
function ticketOf({ library, question, asOf }: Reading, deal: Deal, org: string): StandingFigure | undefined {
  const [name = ""] = orgName(library, org).split(" ");
  const said = new Set(contentRoots(question));
  const order = ORDER.exec(question)?.[0]?.toLowerCase();
  const score = ({ figure: { label } }: StandingFigure): number => {
    const other = ORDER.exec(label)?.[0]?.toLowerCase();
    return (
      contentRoots(label).filter((word) => said.has(word)).length -
      (other !== undefined && other !== order ? 3 : 0) -
      (/\b(?:reported|plan|rumou?red|intended)\b/i.test(label) ? 1 : 0)
    );
  };
  return (stateOn(deal, asOf)?.figures ?? [])
    .filter(
      ({ figure, ended }) =>
        ended === null && isMoney(figure.unit) && GIVEN.has(figure.of) && figure.label.includes(name),
    )
    .sort((a, b) => score(b) - score(a))[0];
}
const ORDER = gated(/\b(?:first|second|third|fourth|last|final)\b/i);
