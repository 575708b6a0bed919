/** What goes from one organisation to another by any record: by its flows, by the roles of its parties or by a sentence. */

import type { Deal, Flow, PartyRole } from "../../knowledge/schema.ts";
import { directionBetween, relatedDeals } from "./directions.ts";
import type { Pattern } from "./gated.ts";
import type { Library } from "./library.ts";
import { family } from "./resolve.ts";
import { namesOf, sentencesNaming } from "./sentences-naming.ts";

/** From the payer, the lender, the issuer of shares, the seller of goods or the guarantor to the other. */
export type Tie = "cash" | "debt" | "equity" | "goods" | "guarantee";

type Shown = {
  flows: readonly Flow["what"][];
  /** Roles in one deal that make it likely: enough not to deny it. */
  from: readonly PartyRole[];
  to: readonly PartyRole[];
  /** Verbs of the giver before the taker, and of the taker before the giver. */
  gives: Pattern;
  takes: Pattern;
};

const SELLS: readonly PartyRole[] = ["supplier", "provider", "generator", "landlord", "developer", "operator"];
const BUYS: readonly PartyRole[] = ["customer", "tenant", "off-taker"];
const ISSUES: readonly PartyRole[] = ["issuer", "target"];

const TIES: Readonly<Record<Tie, Shown>> = {
  cash: {
    flows: ["cash", "debt"],
    from: [...BUYS, "buyer", "investor", "lender"],
    to: [...SELLS, ...ISSUES, "seller", "borrower"],
    gives: /\b(?:pa(?:y|ys|id|ying|yments?)|spen[dt]\w*|invest\w*|owes?)\b/i,
    takes: /\b(?:receiv\w+|charg\w+|earns?|collects?)\b/i,
  },
  debt: {
    flows: ["debt"],
    from: ["lender"],
    to: ["borrower", "issuer"],
    gives: /\b(?:len[dt]s?|lending|loans?|loaned|financ\w+)\b/i,
    takes: /\b(?:borrow\w*|owes?)\b/i,
  },
  equity: {
    flows: ["equity"],
    from: ISSUES,
    to: ["investor", "buyer"],
    gives: /\b(?:issued?|issues|granted|gave|sold (?:\S+ ){0,3}(?:shares|stock) to)\b/i,
    takes:
      /\b(?:invests?|invested|owns?|owned|holds?|held|stakes? in|shareholder|bought|buys|puts? (?:\S+ ){0,4}into)\b/i,
  },
  goods: {
    flows: ["compute", "chips", "goods", "power", "licence", "land"],
    from: SELLS,
    to: BUYS,
    gives: /\b(?:suppl\w+|sells?|sold|provid\w+|rents? (?:\S+ ){0,6}to|deliver\w*)\b/i,
    takes:
      /\b(?:(?:rent(?:s|ed|ing)?|leas(?:e[sd]?|ing))(?! (?:\S+ ){0,6}to\b)|buy(?:s|ing)?(?! into\b)|bought|order\w*|us(?:e[sd]?|ing)|runs? on)\b/i,
  },
  guarantee: {
    flows: ["guarantee"],
    from: ["guarantor"],
    to: ["tenant", "borrower", "landlord", "developer", "operator", "customer", "provider", "issuer", "partner"],
    gives: /\b(?:guarant\w+|backstop\w*|credit support|stand\w* behind)\b/i,
    takes: /\b(?:guaranteed by|backed by)\b/i,
  },
};

/** Whether any record has it so, or says so much of it that it must not be denied. */
export function isTied(library: Library, tie: Tie, from: string, to: string): boolean {
  const shown = TIES[tie];
  // Shares of a part of a group are none of the group.
  const [givers, takers] = [tie === "equity" ? upward(library, from) : kin(library, from), kin(library, to)];
  for (const giver of givers)
    for (const taker of takers)
      if (shown.flows.some((what) => goes(library, what, giver, taker, tie === "equity"))) return true;
  const related = relatedKin(library, givers, takers);
  // Where goods go the other way by a record, parts in a deal alone do not show that they come back.
  const other = tie === "goods" && tieBetween(library, tie, to, from) !== undefined;
  if (!other && related.some((deal) => hasRoles(deal, shown, givers, takers))) return true;
  if (tie === "equity" && related.some((deal) => putsMoneyIn(deal, givers, takers))) return true;
  // A sale of shares is none of goods.
  const without = tie === "goods" ? /\b(?:shares|stock|stakes?|equity)\b/i : undefined;
  return (
    saysInOrder(library, shown.gives, from, to, without) ||
    saysInOrder(library, shown.takes, to, from, without) ||
    saysInOrder(library, GIVEN_BY, to, from, without) ||
    saysInOrder(library, TAKEN_BY, from, to, without)
  );
}
const GIVEN_BY = /\b(?:paid|lent|financed|funded|supplied|sold|provided|guaranteed|backed|issued) by\b/i;
const TAKEN_BY = /\b(?:rented|leased|bought|used|borrowed|received|owned|held) by\b/i;

/** Whether it goes from the one to the other in a record; `alone`: from itself, not from a part of it. */
function goes(library: Library, what: Flow["what"], from: string, to: string, alone: boolean): boolean {
  const deal = directionBetween(library, what, from, to);
  return deal?.flows.some((flow) => flow.what === what && (!alone || flow.from === from)) ?? false;
}

/** The deal in which it goes from the one to the other. */
export const tieBetween = (library: Library, tie: Tie, from: string, to: string): Deal | undefined =>
  TIES[tie].flows.flatMap((what) => directionBetween(library, what, from, to) ?? [])[0];

/** Whether it goes from the one to the other in this deal. */
export function hasTie(library: Library, { flows }: Deal, tie: Tie, from: string, to: string): boolean {
  const [givers, takers] = [kin(library, from), kin(library, to)];
  return flows.some((flow) => TIES[tie].flows.includes(flow.what) && givers.has(flow.from) && takers.has(flow.to));
}

const upward = (library: Library, id: string): ReadonlySet<string> =>
  new Set([id, ...(library.organisations.get(id)?.parent ? [library.organisations.get(id)?.parent as string] : [])]);

/** Whoever belongs to it, and whom it belongs to. */
function kin(library: Library, id: string): ReadonlySet<string> {
  const parent = library.organisations.get(id)?.parent;
  return new Set([...family(library, id), ...(parent ? [parent] : [])]);
}

const relatedKin = (library: Library, givers: ReadonlySet<string>, takers: ReadonlySet<string>): Deal[] =>
  [...givers].flatMap((giver) => [...takers].flatMap((taker) => relatedDeals(library, [giver, taker])));

/** An investor of the deal pays the other. */
const putsMoneyIn = ({ parties, flows }: Deal, issuers: ReadonlySet<string>, owners: ReadonlySet<string>): boolean =>
  parties.some(({ org, role }) => role === "investor" && owners.has(org)) &&
  flows.some(({ what, from, to }) => what === "cash" && owners.has(from) && issuers.has(to));

const hasRoles = ({ parties }: Deal, { from, to }: Shown, givers: ReadonlySet<string>, takers: ReadonlySet<string>) =>
  parties.some(({ org, role }) => givers.has(org) && from.includes(role)) &&
  parties.some(({ org, role }) => takers.has(org) && to.includes(role));

/** A sentence in which the first comes, soon a word for it, then the other. */
function saysInOrder(library: Library, told: Pattern, first: string, second: string, without?: Pattern): boolean {
  const [firsts, seconds] = [namesOf(library, first), namesOf(library, second)];
  return sentencesNaming(library, first).some(({ statement: { text }, said }) => {
    if (!told.test(text) || (without?.test(text) ?? false)) return false;
    return firsts.some((name) => {
      const at = said.indexOf(name);
      const rest = at < 0 ? "" : said.slice(at + name.length);
      const verb = told.exec(rest);
      if (verb === null || wordsIn(rest.slice(0, verb.index)) > VERB_WITHIN) return false;
      const after = ` ${rest.slice(verb.index + verb[0].length).trim()} `;
      return seconds.some((its) => {
        const found = after.indexOf(its);
        return found >= 0 && wordsIn(after.slice(0, found)) <= NAME_WITHIN;
      });
    });
  });
}
const VERB_WITHIN = 3;
const NAME_WITHIN = 10;
const wordsIn = (text: string): number => text.split(" ").filter(Boolean).length;
