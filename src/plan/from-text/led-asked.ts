/**
 * "Who led Anthropic's most recent raise", "which bank ran the equity side": who led a financing, be it named or the newest of a company; of a bond that names nobody, in the plan that it is part of.
 * A list of the company's deals would name the deal, and an office whoever runs the company.
 */

import type { Deal } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { asksAnchor, asksLeaders, leadersOf } from "../../knowledge/leaders.ts";
import { family } from "../../knowledge/resolve.ts";
import { topicOf } from "./asked-of-deal.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const ledAsked: ReadRule = {
  name: "led",
  read(reading) {
    if (!asksLeaders(reading.question)) return null;
    const deal = dealLed(reading);
    return deal && (!asksAnchor(reading.question) || leadersOf(deal, reading.question).length > 0)
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "parties",
          topic: topicOf(reading),
          asOf: reading.dates.asOf,
        }
      : null;
  },
};

function dealLed(reading: Reading): Deal | undefined {
  const { names, library, question } = reading;
  const [named, ...others] = names.deals;
  if (others.length > 0) return undefined;
  const deal = library.deals.get(named ?? "");
  if (deal && (RAISES.has(deal.kind) || leadersOf(deal, question).length > 0)) return orWhole(reading, deal);
  const paid = deal?.financed_by
    .flatMap((id) => library.deals.get(id) ?? [])
    .find((financing) => leadersOf(financing, question).length > 0);
  if (paid) return paid;
  if (deal?.parties.some(({ role }) => role === "lender") && OWED.test(question)) return deal;
  // "The Cerebras deal" may be that in which Cerebras raised money.
  const titled = library.names
    .find(titleSaid(reading))
    .flatMap(({ refs }) => refs.filter(({ type }) => type === "org"));
  const [org, ...more] = deal ? titled.map(({ id }) => id) : names.orgs;
  return org !== undefined && more.length === 0 && !EARLIER.test(question) ? newestRaise(reading, org) : undefined;
}
const OWED = gated(/\b(?:bonds?|notes|debt|loans?)\b/i);
const titleSaid = ({ names, question }: Reading): string =>
  names.mentions
    .filter(({ refs }) => refs.some(({ type }) => type === "deal"))
    .map(({ start, end }) => question.slice(start, end).replace(/\b(?:deal|contract|agreement|transaction)\b/gi, " "))
    .join(" ");
const RAISES: ReadonlySet<Deal["kind"]> = new Set<Deal["kind"]>(["financing", "investment", "equity-stake"]);
const EARLIER = gated(/\b(?:first|second|previous|prior|earlier|penultimate|before)\b/i);

/** Words of a question, and the names of the financings that they ask for. */
const SORTS: readonly { said: RegExp; named: RegExp }[] = [
  { said: /\b(?:ipo|listing|listed|public|float|flotation|offering|to market)\b/i, named: /\b(?:IPO|listing)\b/i },
  { said: /\b(?:bonds?|notes)\b/i, named: /\bbonds?\b/i },
  { said: /\b(?:credit|revolver|revolving)\b/i, named: /\b(?:credit|revolver)\b/i },
  { said: /\b(?:loans?|facility|borrowing)\b/i, named: /\b(?:loans?|facility|debt)\b/i },
  {
    said: /\b(?:rounds?|rais\w+|fund\w*|series|financing|seed)\b/i,
    named: /\b(?:rounds?|series [a-z]|raise|financing|loans?|bonds?)\b/i,
  },
  { said: /./, named: /\b(?:rounds?|series [a-z]|raise|financing|loans?|bonds?|IPO)\b/i },
];

/** The latest in which a company raised money of the sort that is said. */
function newestRaise(reading: Reading, org: string): Deal | undefined {
  const { library, question, dates, asOf } = reading;
  const group = family(library, org);
  const amounts = reading.quantities.flatMap(({ quantity: { unit, high } }) => (unit === "GW" ? [] : [high]));
  const ofAmount = (deal: Deal) =>
    deal.events.some(({ figures = [] }) =>
      figures.some(({ low, high }) => amounts.some((amount) => amount === high || amount === low)),
    );
  if (amounts.length > 0) {
    const found = (library.dealsOf.get(org) ?? []).filter((deal) => RAISES.has(deal.kind) && ofAmount(deal));
    if (found.length > 0) return found.find((deal) => leadersOf(deal, question).length > 0) ?? found[0];
  }
  const sort = SORTS.find(({ said }) => said.test(question));
  const raised = (library.dealsOf.get(org) ?? []).filter((deal) => {
    const outline = outlineOn(deal, asOf);
    return (
      outline &&
      !isOver(outline.status) &&
      RAISES.has(deal.kind) &&
      deal.parties.some((party) => group.has(party.org) && (party.role === "issuer" || party.role === "borrower")) &&
      [deal.name, ...deal.aliases].some((name) => sort?.named.test(name)) &&
      (dates.mentioned.length === 0 ||
        deal.events.some(({ date }) => dates.mentioned.some((day) => date.startsWith(day))))
    );
  });
  const announced = (deal: Deal) => outlineOn(deal, asOf)?.announced ?? "";
  const firm = raised.filter((deal) => outlineOn(deal, asOf)?.status !== "rumoured");
  const [newest] = (firm.length > 0 ? firm : raised).sort((a, b) => announced(b).localeCompare(announced(a)));
  return newest && orWhole(reading, newest);
}

/** A part of a plan that names nobody is led by whoever leads that half of the plan. */
function orWhole({ library, question }: Reading, deal: Deal): Deal {
  if (leadersOf(deal, question).length > 0) return deal;
  const wholes = deal.part_of.flatMap((id) => library.deals.get(id) ?? []);
  return wholes.find((whole) => RAISES.has(whole.kind) && leadersOf(whole, question).length > 0) ?? deal;
}
