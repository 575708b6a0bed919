/**
 * "Which landlords have Fluidstack leases backstopped by Google", "who all has given OpenAI warrants": those in a role, where
 * several deals of whoever is named say all that is asked. A look-up would tell the parties of the one that says it best.
 */

import type { Deal, OrgKind, PartyRole } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { othersIn } from "../../knowledge/narrow.ts";
import { soughtWords } from "../../knowledge/question-words.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots, contentWords, root } from "../../knowledge/words.ts";
import type { PlanOf } from "../plan.ts";
import { LEAD } from "./company-named.ts";
import { lookup } from "./lookup.ts";
import { FIRMS } from "./open-form.ts";
import { GROUPS, NOUNS, ORG_SORTS, VERBS } from "./org-roles.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { unnamed } from "./sought.ts";

/** "Which (bitcoin) miners …", "who (all) has …", "landlords whose …". */
const HEAD = new RegExp(
  `${LEAD}(?:(?:(?:which|what|who are(?: all)?(?: the)?|list(?: all)?(?: the)?|all(?: the)?|name(?: all)?(?: the)?) )(?:of the )?((?:[\\w-]+ ){0,3}?${FIRMS})\\b|((?:[\\w-]+ ){0,2}?${FIRMS}) (?:that|who|whose|with|which)\\b|who (?:all\\b|else\\b|(?:has|have|gave|is|are|lends?|lent|guarantees?|backstops?|supplies|leases|rents|hosts|sells|sold|issued|granted|got|holds?)\\b))`,
  "i",
);
/** One deal is meant, or one thing of it. */
const ONE = gated(
  /\b(?:round|both|how (?:much|many)|when|why|the (?:deal|contract|loan|bond|lease|financing|agreement)|per)\b/i,
);

export const severalParties: ReadRule = {
  name: "several-parties",
  read(reading) {
    const { question, names, conversation, quantities, dates } = reading;
    if (conversation.plan !== null || quantities.length > 0 || dates.mentioned.length > 0) return null;
    if (names.orgs.length === 0 || names.orgs.length > MOST_NAMED) return null;
    if (names.deals.length + names.people.length + names.places.length > 0) return null;
    const head = HEAD.exec(question);
    if (!head || ONE.test(question)) return null;
    const who = partOf(question, head[1] ?? head[2] ?? "");
    const telling = tellingWords(reading, head[0]);
    if (!who || (telling.length === 0 && !HOSTS.test(question))) return null;
    const deals = dealsOf(reading, who).filter(
      (deal) => saysAll(reading, deal, telling) && isOfThem(reading, deal, who, telling),
    );
    const found = new Set(deals.flatMap((deal) => othersOf(reading, deal, who)));
    if (deals.length < 2 || found.size < 2 || deals.length > MOST) return null;
    const read = lookup.read(reading);
    // What the look-up found must be one of them; where it has found nothing, they are told all the same.
    if (read?.kind === "show-figure" && !deals.some(({ id }) => id === read.subject)) return null;
    const roles = deals.flatMap((deal) =>
      deal.parties.filter(({ org, role }) => found.has(org) && who.otherRoles.includes(role)).map(({ role }) => role),
    );
    return {
      kind: "find-deals",
      parties: [...names.orgs],
      only: deals.map(({ id }) => id),
      ...who,
      otherRoles: [...new Set(roles)],
      text: inAll(reading, deals, telling),
      lists: "others",
      asOf: dates.asOf,
    };
  },
};
const MOST_NAMED = 3;
const MOST = 12;

type Part = { otherRoles: PartyRole[]; otherKinds: OrgKind[]; otherSort: PlanOf<"find-deals">["otherSort"] };

/** What those who are asked for are, by their noun, else by what they do. */
function partOf(question: string, noun: string): Part | null {
  const after = `which ${noun} `;
  const own = NOUNS.find(({ pattern }) => pattern.test(after))?.own ?? [];
  const kinds = GROUPS.find(({ pattern }) => pattern.test(after))?.kinds ?? [];
  const sort = ORG_SORTS.find(({ pattern }) => pattern.test(after))?.sort ?? "";
  const hosts = own.length === 0 && HOSTS.test(question) ? HOST_ROLES : [];
  const told = own.length + kinds.length > 0 || (sort !== "" && hosts.length === 0);
  const verb = deedOf(question) ?? VERBS.find(({ pattern }) => pattern.test(question))?.doer ?? [];
  const doer = hosts.length > 0 ? hosts : told ? [] : verb;
  if (!told && doer.length === 0) return null;
  return { otherRoles: [...own, ...doer], otherKinds: [...kinds], otherSort: sort };
}
const deedOf = (question: string): readonly PartyRole[] | undefined =>
  GIVES.test(question)
    ? GUARANTEE.test(question)
      ? ["guarantor"]
      : GIVERS
    : !HOLDS.test(question)
      ? undefined
      : GUARANTEE.test(question)
        ? ["landlord", "developer", "borrower", "issuer"]
        : HOLDERS;
const GUARANTEE = gated(/\b(?:guarantees?|backstops?)\b/i);
/** Who gives others shares or rights to them. */
const GIVERS: readonly PartyRole[] = ["supplier", "provider", "generator", "landlord", "issuer", "target", "seller"];
const HOSTS = gated(
  /\b(?:hosts?|hosting|hous(?:e|es|ing)|(?:leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?)(?: (?!from\b)\w+){0,3}? to)\b/i,
);
const HOST_ROLES: readonly PartyRole[] = ["landlord", "developer", "operator", "provider"];
const GIVES = gated(/\b(?:give|gave|given|giving|issu(?:e|ed|ing)|grant(?:ed|s|ing)?|hand(?:ed|ing)?)\b/i);

const HOLDERS: readonly PartyRole[] = ["customer", "tenant", "off-taker", "investor", "guarantor", "lender"];
const HOLDS = gated(
  /\b(?:got|gets?|receiv(?:es?|ed)|holds?|held|has|have|w(?:as|ere) (?:given|handed|issued)) (?:\w+ ){0,3}?(?:from|in|on)\b/i,
);

/** What tells the deals meant from others: beside the names, the noun at the head and everyday words. */
function tellingWords(reading: Reading, head: string): string[] {
  const own = new Set(soughtWords(head).map(({ word }) => word));
  // "Leases" has another root than "lease", of which all senses are.
  const text = unnamed(reading)
    .replace(HOSTS, (said) => " ".repeat(said.length))
    .replace(/\bleases\b/gi, "lease");
  return soughtWords(text)
    .filter(({ word, weak }) => !weak && !own.has(word))
    .map(({ word }) => word);
}

/** Those that are not over and have a part for each who is named, and for somebody who is asked for. */
function dealsOf(reading: Reading, who: Part): Deal[] {
  const { library, names, asOf } = reading;
  const groups = names.orgs.map((org) => family(library, org));
  const all = [...new Set([...(groups[0] ?? [])].flatMap((id) => library.dealsOf.get(id) ?? []))];
  return all.filter((deal) => {
    const status = outlineOn(deal, asOf)?.status;
    if (status === undefined || isOver(status)) return false;
    if (!groups.every((group) => deal.parties.some(({ org }) => group.has(org)))) return false;
    return othersOf(reading, deal, who).length > 0;
  });
}

const othersOf = ({ library, names }: Reading, deal: Deal, who: Part): string[] =>
  othersIn(library, deal, { orgs: names.orgs, ...who });

/** What a role is about is said in many words; all else is said by the word itself. */
const MANY_WORDS: ReadonlySet<string> = new Set(
  ["guarantee", "lease", "loan", "power", "chip", "invest", "build", "stake", "site"].map((word) => root(word)),
);

const senseOf = (word: string) => sensesOf(word).filter((sense) => MANY_WORDS.has(sense));

/** Each word stands in what the record says, itself or, of what a role is about, as one of its sense. */
function saysAll(reading: Reading, deal: Deal, words: readonly string[]): boolean {
  const said = rootsOf(reading, deal);
  return words.every((word) => {
    const senses = sensesOf(word).filter((sense) => MANY_WORDS.has(sense));
    return (
      said.has(word) || statementsAbout(reading, deal).some(({ own }) => senses.some((one) => own.senses.has(one)))
    );
  });
}

/** Of several who have the part each is named in a sentence with one of the words: what is said of one alone is not so of all. */
function isOfThem(reading: Reading, deal: Deal, who: Part, words: readonly string[]): boolean {
  const others = othersOf(reading, deal, who);
  if (others.length < 2 || words.length === 0) return true;
  const telling = statementsAbout(reading, deal).filter(
    ({ kind, own }) =>
      kind !== "parties" &&
      words.some((word) => own.exact.has(word) || senseOf(word).some((one) => own.senses.has(one))),
  );
  return others.every((org) => telling.some(({ text }) => text.includes(orgName(reading.library, org))));
}

/** The telling words that all of them say themselves, so that the answer says what the deals were chosen by. */
function inAll(reading: Reading, deals: readonly Deal[], telling: readonly string[]): string {
  const all = deals.map((deal) => [rootsOf(reading, deal), reading.library.textOf(deal)] as const);
  return contentWords(unnamed(reading))
    .filter((word) => telling.includes(root(word)))
    .filter((word) => all.every(([roots, text]) => roots.has(root(word)) && text.includes(` ${word}`)))
    .join(" ");
}

const statementsAbout = ({ library }: Reading, deal: Deal) =>
  statementsOf(library).byRecord.get(`deal:${deal.id}`)?.statements ?? [];
const rootsOf = (reading: Reading, deal: Deal): ReadonlySet<string> =>
  new Set(statementsAbout(reading, deal).flatMap(({ text }) => (DENIES.test(text) ? [] : contentRoots(text))));
/** "Without any warrant" has none. */
const DENIES = /\b(?:no|not|without|unlike|rather than|instead of|never|nor)\b/i;
