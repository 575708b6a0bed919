/** "Add up what Nvidia put into CoreWeave in January, Nebius and Nokia": what one has put into each of several who are named. */

import type { Deal, Figure, FigureOf, PartyRole } from "../../../../knowledge/schema.ts";
import { isMoney, isOver, type Outline, outlineOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { ownPayments } from "../../../knowledge/own-money.ts";
import { family, orgName } from "../../../knowledge/resolve.ts";
import { findDates } from "../../dates.ts";
import { ADDS_UP, PLUS_SIGN } from "../asks.ts";
import type { Reading } from "../reading.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { ofOneSide } from "./sum-of-recorded.ts";

const PUT_IN = gated(
  /\b(?:invest\w*|put(?:s|ting)?|stakes?|tickets?|equity|money|che(?:que|ck)s?|bought|purchases?|acquisitions?|takeovers?)\b/i,
);
/** Apart from these nothing may be left that narrows what is added. */
const NARROWS =
  /\b(?:since|before|after|firm|binding|per|each|average|difference|vs|versus|compar\w+|bigger|larger|more|less|than|or|revenue|capex|valuation|backlog|debt|shares?|percent|stakes? in %)\b|%/i;
/** Whoever stands before one of these puts it in. */
const PUTS =
  /^(?:['’]s?\b|(?:\s+(?:has|have|had|also|already|itself))*\s+(?:invest\w*|put(?:s|ting)?|paid|wrote|spent|bought|took)\b)/i;
const INVESTS: readonly PartyRole[] = ["investor", "buyer"];
const EQUITY: readonly FigureOf[] = ["equity", "acquisition"];
const MOST = 6;

export const sumOfStakes: ReadSum = ({ reading, terms, words }) => {
  const { names, library } = reading;
  if (!(ADDS_UP.test(words) || PLUS_SIGN.test(words)) || !PUT_IN.test(words) || NARROWS.test(words)) return null;
  if (terms.some(({ kind }) => kind !== "year") || names.people.length > 0) return null;
  const said = payersIn(reading);
  const payers = said.length > 0 ? said : investorOf(reading);
  const others = names.orgs.filter((org) => !payers.includes(org));
  const [payer, ...morePayers] = payers;
  if (!payer || payers.length + others.length + names.deals.length < 3) return null;
  const found = new Map<string, string>();
  // "SoftBank's purchase of ABB Robotics": a deal that is named by itself.
  const deals = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  if (deals.length > 0 && morePayers.length > 0) return null;
  for (const deal of deals)
    for (const [expression, label] of paidIn(reading, deal, family(library, payer))) found.set(expression, label);
  if (found.size < deals.length) return null;
  const covered = new Set(deals.flatMap(({ parties }) => parties.map(({ org }) => org)));
  for (const payer of payers)
    for (const org of others.filter((one) => !covered.has(one))) {
      const own = paidBy(reading, payer, org);
      // Of somebody into whom it has put nothing that is on record the sum is not known.
      if (own.length === 0)
        return {
          kind: "decline",
          reason: "undisclosed",
          about: reading.question.slice(0, 200),
          near: (library.dealsOf.get(org) ?? []).slice(0, 2).map(({ id }) => id),
        };
      for (const [expression, label] of own) found.set(expression, label);
    }
  if (found.size < 2 || found.size > MOST) return null;
  const lines = [...found].map(([expression, label]) => ({ label: label.slice(0, 80), expression }));
  const total = lines.length + 1;
  return evaluated(
    [...lines, { label: "together", expression: lines.map((_line, index) => `#${index + 1}`).join(" + ") }],
    {
      title: "Investments together",
      lead: [total, ...lines.slice(0, 5).map((_line, index) => index + 1)],
      asOf: reading.dates.asOf,
    },
  );
};

type Paid = readonly [expression: string, label: string];
function paidBy(reading: Reading, payer: string, org: string): Paid[] {
  const { library } = reading;
  const group = family(library, payer);
  const said = dateOf(reading, org);
  return (library.dealsOf.get(org) ?? []).flatMap((deal) => {
    if (!isMeant(reading, deal, group, org, said)) return [];
    const one = ofOneSide(reading, deal, org, "money");
    if (one) return [[one.expression, one.label] as const];
    return paidIn(reading, deal, group).filter(([, label]) => !isIntoAnother(reading, deal, org, label));
  });
}

/** "Investment in Poolside" is none in CoreWeave, which is a party to the same deal. */
const isIntoAnother = ({ library }: Reading, { parties }: Deal, org: string, label: string): boolean =>
  parties.some((party) => party.org !== org && label.endsWith(` in ${orgName(library, party.org)}`));

function paidIn({ asOf, library }: Reading, deal: Deal, group: ReadonlySet<string>): Paid[] {
  const outline = outlineOn(deal, asOf);
  const backing =
    outline && !isOver(outline.status) && !invests(deal, group) ? namedEquity(library, outline, group) : null;
  if (backing) return [[`@${deal.id}:${backing.id}`, `${deal.name}, ${backing.label}`]];
  const paid = outline && !isOver(outline.status) ? ownPayments(outline, group, INVESTS, EQUITY) : [];
  return paid.map(({ figure: { id, label } }) => [`@${deal.id}:${id}`, `${deal.name}, ${label}`]);
}

const invests = ({ parties }: Deal, group: ReadonlySet<string>): boolean =>
  parties.some(({ org, role }) => group.has(org) && INVESTS.includes(role));

/** What a party of another role puts in beside: the largest amount that is called its own covers the others. */
function namedEquity(library: Reading["library"], { figures }: Outline, group: ReadonlySet<string>): Figure | null {
  const names = [...group].map((org) => `${orgName(library, org)}'s `);
  const own = figures
    .filter(({ figure, ended }) => ended === null && EQUITY.includes(figure.of) && isMoney(figure.unit))
    .filter(({ figure: { label } }) => names.some((name) => label.startsWith(name)))
    .sort((a, b) => (b.figure.high ?? 0) - (a.figure.high ?? 0));
  return own[0]?.figure ?? null;
}

/** "Amazon's investment in A plus its investment in B": the investor of the deal that is named. */
function investorOf({ names, library, question }: Reading): string[] {
  const [deal, ...more] = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  if (!deal || more.length > 0 || !/\bits\b/i.test(question)) return [];
  const investors = deal.parties.filter(({ role }) => INVESTS.includes(role)).map(({ org }) => org);
  return investors.length === 1 ? investors : [];
}

/** Who puts the money in: "Amazon's and Google's investments", "what OpenAI and SoftBank put into SB Energy". */
function payersIn({ question, names }: Reading): string[] {
  const mentions = names.mentions.flatMap(({ refs, start, end }) => {
    const org = refs.find(({ type }) => type === "org");
    return org ? [{ org: org.id, start, end }] : [];
  });
  const payers: string[] = [];
  for (const [at, { org, start, end }] of [...mentions.entries()].reverse()) {
    const next = mentions[at + 1];
    const joined = next && payers.includes(next.org) && AND.test(question.slice(end, next.start));
    if (joined || /['’]s?$/.test(question.slice(start, end)) || PUTS.test(question.slice(end))) payers.unshift(org);
  }
  return [...new Set(payers)];
}
const AND = /^\s*(?:,|,? and|&|\+)\s*$/i;

/** "Nebius in March 2026": the day that is said of this one; of all where one alone stands behind the last. */
function dateOf({ question, names, asOf }: Reading, org: string): string | null {
  const mentions = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
  const at = mentions.findIndex(({ refs }) => refs.some(({ id }) => id === org));
  const own = findDates(question.slice(mentions[at]?.end ?? 0, mentions[at + 1]?.start), asOf).mentioned;
  const all = findDates(question, asOf).mentioned;
  return own[0] ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** A deal in which the one puts money into the other: who invests beside it gets none. */
function isMeant(
  { library, asOf }: Reading,
  deal: Deal,
  group: ReadonlySet<string>,
  other: string,
  said: string | null,
): boolean {
  if (!deal.parties.some(({ org, role }) => org === other && !INVESTS.includes(role))) return false;
  if (said !== null && !deal.events.some(({ date }) => date.startsWith(said) || said.startsWith(date))) return false;
  if (invests(deal, group)) return true;
  const outline = deal.parties.some(({ org }) => group.has(org)) ? outlineOn(deal, asOf) : null;
  return outline !== null && namedEquity(library, outline, group) !== null;
}
