/** "Which deals …", "who supplies …", "the biggest campus by gigawatts", "and the second largest?": a filter and an order. */

import type { PartyRole } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { othersIn } from "../../knowledge/narrow.ts";
import { findDeals } from "../../knowledge/query.ts";
import type { PlanInput } from "../plan.ts";
import { OBLIGED, SORTS } from "./asks.ts";
import { LIVE } from "./constraints/statuses-in.ts";
import { type Constraints, narrows, readConstraints } from "./constraints.ts";
import { refined } from "./list-follow-up.ts";
import { listHead } from "./list-head.ts";
import { asksForNames, boughtAsked, openAtPlace, openForm } from "./open-form.ts";
import { NOUNS, VERBS } from "./org-roles.ts";
import { namesRegion } from "./places.ts";

import type { Reading, ReadRule } from "./reading.ts";
import { roundsIn } from "./same-owner.ts";
import { superlativeIn } from "./superlative.ts";
import { tallyAsked } from "./tally-asked.ts";
import { countsDeals, DOES_AT, isCounted, isOfTime, OUTRIGHT, whatIsListed } from "./what-is-listed.ts";

/** What narrows, orders or goes on with the list before. */
export const listRefined: ReadRule = { name: "list-refined", read: (reading) => refined(withCompanies(reading)) };

const ALL_ABOUT = gated(/\b(?:everything|anything|all) (?:there is |you (?:have|know) |known )?(?:about|on)\b/i);
const WHICH_OF = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*(?:which|what) (?:[\w-]+ ){1,3}?(?:deals|contracts|agreements|leases|loans|acquisitions|financings)\b/i,
);
/** "Nuclear PPAs with Amazon as buyer": contracts of a kind, be it one. */
const PPAS = gated(
  /^(?:\W*(?:so|and|ok|hey|list|show me|any|all|which|what)\b,?)*\W*(?:(?!(?:are|is|do|does|how|has|have)\b)[\w.&-]+['’]s? )?(?:nuclear |solar |gas |fusion )?(?:ppas|power purchase agreements)\b/i,
);
const ONE_BY_AMOUNT = gated(
  /\b(?:the|that|this|its|their) [$€£]?\d[\d.,]*[\s-]?(?:billion|million|trillion|bn|b|mn|m|gw|gigawatt|mw)?\s+(?:deal|contract|agreement|loan|lease|round|purchase|commitment)\b/i,
);

/** "Which analysts put the deals at a trillion": whoever reckons so is told by a sentence. */
export const WHO_RECKONS = gated(
  /^\W*(?:so |and )?(?:which|what) (?:analysts?|observers?|critics?|experts?)\b.{0,20}\b(?:put|puts|say|said|think|thought|estimate\w*|reckon\w*|call\w*|count\w*|tall\w+)\b/i,
);

/** "The FT's tally of the deals" is a number. */
const TALLY_OF = gated(
  /\b(?:tally|tot(?:al|ting up)|estimate|sum) of (?:the |its |their |all )*(?:[\w.&'’-]+ ){0,4}(?:deals|contracts|commitments|promises)\b/i,
);

/** "What does Altman say about circular deals?" */
const isOfPerson = ({ question, names }: Reading): boolean =>
  names.people.length > 0 &&
  /^\W*(?:so |and )?(?:what|how|why|did|does|do|has|have)\b.{0,40}\b(?:say|says|said|think|thinks|thought|respond\w*|answer\w*|defend\w*|justif\w+|argue\w*)\b/i.test(
    question,
  );

const POINTS_AT_ONE = /\b(?:it|that(?: one)?|this(?: one)?)\b[\s?.!]*$/i;

export const listing: ReadRule = {
  name: "listing",
  read(asked) {
    if (
      WHO_RECKONS.test(asked.question) ||
      TALLY_OF.test(asked.question) ||
      OBLIGED.test(asked.question) ||
      isOfPerson(asked) ||
      // Rounds that are told by a letter are one deal each.
      (asked.names.orgs.length > 0 && roundsIn(asked.question).length > 0)
    )
      return null;
    const reading = withStatuses(withCompanies(asked));
    let read: Constraints | null = null;
    const constraints = () => {
      read ??= readConstraints(reading);
      return read;
    };
    // "The $300B deal" is one.
    if (ONE_BY_AMOUNT.test(reading.question)) return null;
    // "Everything about Stargate UK" is its card.
    if (reading.names.deals.length === 1 && ALL_ABOUT.test(reading.question)) return null;
    const kind = whatIsListed(reading, constraints);
    if (kind === null) return null;
    const found = constraints();
    const { question, dates, names, conversation } = reading;
    // "Where has it equity" asks for no role of somebody else.
    if (kind === "deals" && openForm(question) === "deals") found.otherRoles = [];
    // Who does something in a country: whatever it is.
    if (names.orgs.length === 0 && openAtPlace(question) !== null && (found.country !== null || namesRegion(question)))
      Object.assign(found, { roles: [], otherRoles: [], dealKinds: kind === "others" ? [] : found.dealKinds });
    // "Who wrote the biggest cheque" after a deal asks of that deal, and "who guarantees it" of the largest of a list.
    const nobody = names.orgs.length + names.places.length + names.deals.length === 0;
    const ofTheOne =
      conversation.plan?.kind !== "find-deals" || (conversation.plan.rank && POINTS_AT_ONE.test(question.trim()));
    if (nobody && conversation.deal !== null && ofTheOne && !OUTRIGHT.test(question)) return null;
    if (DOES_AT.test(question) && found.parties.length === 1) Object.assign(found, { roles: [], otherRoles: [] });
    const tally = tallyAsked(question);
    const superlative = tally ? null : superlativeIn(question);
    settleOthers(found, kind, tally?.tally === "party");
    if (found.rest.length > MOST_UNREAD) return null;
    // What is not read must not be dropped in silence, and a day on which something opens or ends is none of the announcement.
    if (found.denied !== "" && !superlative) return notNarrowed(reading, found.denied);
    if (isDue(reading, found)) return notNarrowed(reading, "when they open or end");
    if (!superlative && !tally && isOpen(found, reading) && !tellsAll(reading, found)) return null;
    // What has ended is the largest of nothing, unless it is asked for.
    if (superlative && !superlative.weak && found.statuses.length === 0)
      found.statuses = LIVE.filter((status) => found.measure[0] !== "term" || status !== "rumoured");
    // One campus is asked for, and no programme of several; one cheque, and no round of many.
    const { located, alone } = standsOut(question, superlative);
    // In a group's own round the group is who raises.
    if (
      (found.measure[0] === "equity" || found.measure[0] === "valuation") &&
      found.otherKinds.length > 0 &&
      found.parties.length === 0
    )
      found.otherRoles = ["issuer"];
    // What somebody invests is no contract's worth.
    if (superlative && !superlative.weak && superlative.sort === "value" && found.measure.length === 0)
      if (found.parties.length === 1 && found.roles.includes("investor") && !found.roles.includes("customer"))
        found.measure = IN_SOMEBODY.test(question) ? ["equity"] : ["equity", "investment", "acquisition", "capex"];
    // Who has borrowed the most is told by the debt.
    if (superlative?.sort === "value" && found.measure.length === 0 && found.roles.join() === "borrower")
      found.measure = ["debt"];
    // "Which of its deals are debt" lists those that have some.
    if (
      superlative === null &&
      kind === "deals" &&
      found.measure[0] === "debt" &&
      found.roles.includes("borrower") &&
      !found.dealKinds.includes("investment")
    )
      found.having = ["debt"];
    // "Which of its deals involve equity": money that no kind of deal has told is what they have.
    if (
      superlative === null &&
      kind === "deals" &&
      found.measure[0] === "equity" &&
      found.dealKinds.length + found.roles.length + found.otherRoles.length + found.having.length === 0
    )
      found.having = ["equity"];
    // "Deals with a backstop": of most guarantees no amount is on record.
    if (superlative === null && kind === "deals" && found.measure[0] === "guarantee")
      found.rest.push("guarantee|backstop");
    if (superlative === null) found.measure = [];
    // What somebody guarantees stands with the guarantee, and not with what it is for.
    if (kind === "deals" && found.measure.length === 0 && found.roles.join() === "guarantor")
      found.measure = ["guarantee"];
    const both = kind === "others" ? bothRoles(reading, found) : [];
    // Amounts in other currencies are no bounds in dollars.
    const foreign = reading.quantities.find(({ quantity }) => quantity.unit === "EUR" || quantity.unit === "GBP");
    const unread = UNREAD.exec(question)?.[0] ?? foreign?.quantity.text ?? found.denied;
    // A bound of a kind that no filter has must not be dropped in silence.
    if (unread !== "" && isOpen({ ...found, rest: [unread] }, reading)) return null;
    const { text, leftOut: words, count } = byWords(reading, found);
    const leftOut = [words, unread].filter(Boolean).join(" ");
    // "Which labs rent from it": as many as there are, be it one or none.
    const group =
      kind === "others" &&
      (isGroup(reading, found) || (boughtAsked(question) && found.roles.join() === "buyer")) &&
      leftOut === "" &&
      text === "";
    // Of a time in which it signed nothing new there may be news of what it had signed.
    if (count === 0 && kind === "deals" && names.orgs.length === 1 && leftOut === "" && isOfTime(reading))
      return {
        kind: "show-changes",
        subject: names.orgs[0] ?? null,
        since: found.since,
        until: found.until,
        asOf: null,
      };
    // What no deal fits may stand within one: "which sites does Oracle's 4.5 GW cover".
    const counted = tally !== null || (names.orgs.length === 0 ? isCounted(question) : countsDeals(question));
    if (count === 0 && superlative === null && !group && names.orgs.length > 0 && !EVERY.test(question) && !counted)
      return null;
    // The one that stands out stands out with fewer words too.
    if (leftOut !== "" && !superlative && both.length === 0 && !isHarmless(leftOut))
      return notNarrowed(reading, leftOut);
    // What fits one deal only is asked of that deal, unless a list is asked for outright.
    const few =
      superlative ||
      (kind === "deals" && names.orgs.length === 1 && leftOut === "" && isOfTime(reading)) ||
      (kind === "others" && found.otherRoles.length > 0 && (names.orgs.length === 0 || ROLES_OF.test(question))) ||
      (names.orgs.length === 0 && leftOut === "" && isMany(reading) && narrows(found)) ||
      (names.orgs.length === 0 && (found.country !== null || found.places.length > 0 || found.statuses.length > 0)) ||
      (kind === "others" && found.otherRoles.length > 0 && (asksForNames(question) || isOfSeveral(reading, found)))
        ? 1
        : 2;
    // "Which nuclear deals has Amazon signed" asks for a list, though it has one.
    const ofOne =
      count > 0 &&
      leftOut === "" &&
      narrows(found) &&
      names.orgs.length === 1 &&
      (WHICH_OF.test(question) || PPAS.test(question));
    if (count < few && !group && !OUTRIGHT.test(question) && !counted && !ofOne) return null;
    const sort = SORTS.find((entry) => entry.pattern.test(question))?.sort ?? "value";
    return {
      kind: "find-deals",
      ...filterOf(found),
      ...(located && found.dealKinds.includes("site") ? { located } : {}),
      ...(alone ? { alone } : {}),
      text,
      sort: superlative?.sort ?? sort,
      measure: found.measure,
      ascending: superlative?.ascending ?? tally?.fewest ?? false,
      rank: superlative?.one ?? false,
      place: superlative?.place ?? 1,
      limit: superlative?.limit ?? 200,
      lists: kind,
      tally: tally?.tally ?? null,
      bothRoles: both,
      leftOut,
      asOf: dates.asOf,
    };
  },
};

/** What is put into somebody who is named builds no site. */
const IN_SOMEBODY = gated(/\b(?:invest\w*|che(?:que|ck)s?|stakes?|money) (?:in|into|to) (?!20\d\d|total|all\b)/i);
const ONE_SITE = gated(/\b(?:sites?|campus(?:es)?|data ?cent(?:er|re)s?|locations?|facilit(?:y|ies))\b/i);
const ONE_CHEQUE = gated(
  /\b(?:single|individual|lone|sole|one)\b.{0,30}\b(?:che(?:que|ck)s?|investments?|investors?|backers?|bets?|stakes?|compan(?:y|ies))\b|\bche(?:que|ck)\b/i,
);
const standsOut = (question: string, superlative: ReturnType<typeof superlativeIn>) => ({
  located: superlative?.weak === false && superlative.sort === "capacity" && ONE_SITE.test(question),
  alone: superlative?.weak === false && superlative.sort === "value" && ONE_CHEQUE.test(question),
});

/** "Which deals have a warrant": the words alone narrow, all of them, to what can be listed. */
function tellsAll(reading: Reading, found: Constraints): boolean {
  if (!WHICH_DEALS.test(reading.question)) return false;
  const { leftOut, count } = byWords(reading, found);
  return leftOut === "" && count > 1 && count <= MOST_BY_WORDS;
}
const WHICH_DEALS = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*(?:(?:which|what|list(?: all)?(?: the)?|all(?: the)?|any|show me|are there(?: any)?)(?: of (?:the|these|all) )? ?)?(?:deals|contracts|sites|projects|agreements) (?:that |which )?(?:have|has|can|may|carrying|with|includ\w+|carry|contain|come with|mention|got|us(?:e|es|ing)|involv(?:e|es|ing)|burn(?:s|ing)?|rely on|run(?:ning)? on)\b/i,
);
const MOST_BY_WORDS = 25;

/** Whether several have the part asked for, though it be in one deal. */
function isOfSeveral({ library, asOf }: Reading, found: Constraints): boolean {
  const filter = { ...filterOf(found), orgs: found.parties, text: "" };
  const [deal] = findDeals(library, filter, "name", asOf);
  return deal !== undefined && othersIn(library, deal.deal, filter).length > 1;
}

const UNREAD =
  /(?<!\btop )\b(?:(?!20\d\d\b)\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-]?(?:years?|months?|%|per ?cent|gpus?|chips?|buildings?|shares?|jobs?|acres?)(?![a-z])/i;
/** More words than this that no constraint explains ask for something else than a list. */
const MOST_UNREAD = 3;
/** "Customers of Cerebras": as many as there are. */
const ROLES_OF = gated(
  /^\W*(?:(?:who (?:are|were)|list|name|show(?: me)?|all) )?(?:all )?(?:the )?(?:[\w.&'’-]+ ){0,3}?(?:suppliers|providers|vendors|customers|clients|tenants|landlords|investors|backers|lenders|guarantors|borrowers)(?: (?:of|to|for|behind) [\w.&'’ -]+)?[\s?.!]*$/i,
);
/** Records as such are asked for. */
const isMany = (reading: Reading): boolean => MANY.test(reading.question) || listHead(reading)?.head === "deals";
const MANY = gated(/\b(?:deals|contracts|agreements|sites|campuses|projects|acquisitions|leases|loans|bonds|ppas)\b/i);
const EVERY = gated(/\b(?:list|all|every|any|deals)\b/i);

/** Firms of a kind are asked for, in a role where somebody is named. */
const isGroup = (reading: Reading, found: Constraints): boolean =>
  listHead(reading)?.head === "firms" &&
  reading.names.deals.length === 0 &&
  (found.otherKinds.length > 0 || found.otherSort !== "" || found.otherCountry !== null) &&
  reading.names.orgs.length < 2;

/** Where several are asked for outright, the answer says what they cannot be narrowed by; else another rule may know. */
export function notNarrowed(reading: Reading, words: string): PlanInput | null {
  const { names } = reading;
  const outright = listHead(reading)?.head === "deals" && names.orgs.length < 2 && names.deals.length === 0;
  return outright ? { kind: "decline", reason: "not-narrowed", about: words.slice(0, 60) } : null;
}

/** "Sites that open in 2027", "deals that end in 2032". */
const isDue = ({ question }: Reading, { since, until, dated }: Constraints): boolean =>
  (since !== null || until !== null) && dated === "announced" && DUE.test(question);
const DUE = gated(
  /\b(?:will|due|expected|scheduled|slated|going|meant|supposed|ready|set) (?:to )?(?:be |come |go |start |begin |open )?(?:\w+ )?(?:open|opens|online|live|ready|operational|start|begin|finish|finished|complete|completed|switch\w*|energi\w*|run|expire|end|close|by|in)\b|\b(?:(?:open|com|go|start|end|expir|matur|runn?|finish)ing|opens?|expires?|ends?|matures?|runs? out|come online|comes online|go live|goes live|first power)\b(?= (?:\w+ ){0,3}?(?:in|by|before|after|during|until|on|from)\b)/i,
);

/** Months stand in records of other years too, and are told to the reader. */
const isHarmless = (words: string): boolean => words.split(" ").every((word) => MONTHS.has(word) || IN_TIME.has(word));

const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** What these words stand before tells a time, and no record by having them. */
const IN_TIME: ReadonlySet<string> = new Set(["before", "after"]);

/** Words left over narrow by text where a record that fits has them; the others are told to the reader. */
function byWords(reading: Reading, found: Constraints): { text: string; leftOut: string; count: number } {
  const base = { ...filterOf(found), orgs: found.parties, text: "" };
  const countOf = (text: string) => findDeals(reading.library, { ...base, text }, "name", reading.asOf).length;
  let count = countOf("");
  const [used, unused]: [string[], string[]] = [[], []];
  for (const word of found.rest) {
    // A month without its year is in the records of other years too.
    if (MONTHS.has(word) || IN_TIME.has(word)) {
      unused.push(word);
      continue;
    }
    const fewer = countOf([...used, word].join(" "));
    if (fewer > 0 && tells(reading, word)) {
      used.push(word);
      count = fewer;
    } else unused.push(word);
  }
  return { text: used.join(" "), leftOut: unused.join(" "), count };
}

/** A word that many records have somewhere says nothing of a deal by being there. */
const tells = ({ library }: Reading, word: string): boolean =>
  /[|-]/.test(word) || library.dealIndex.search(word, { fuzzy: false }).length <= MOST_TOLD;
const MOST_TOLD = 15;

/** Where nobody is named, those who are asked for have the roles and are of the kinds that are said. */
function settleOthers(found: Constraints, kind: "deals" | "others", ofParties: boolean): void {
  // Whose deals are listed has the role, whoever the others are.
  if (
    kind === "deals" &&
    found.parties.length > 0 &&
    found.roles.length > 0 &&
    found.alongside.length + found.among.length === 0
  )
    found.otherRoles = [];
  const named = found.parties.length + found.among.length + found.without.length > 0;
  if (!(kind === "others" || ofParties) || named) return;
  // "Which neocloud has the most deals with hyperscalers" counts those who are named first.
  if (ofParties && found.ofKinds.length > 0) {
    [found.ofKinds, found.otherKinds] = [found.otherKinds, found.ofKinds];
    [found.roles, found.otherRoles] = [found.otherRoles, found.roles];
    return;
  }
  if (found.ofKinds.length > 0 || found.roles.length === 0) return;
  found.otherRoles = [...found.otherRoles, ...found.roles];
  found.roles = [];
}

/** "Who both invests in OpenAI and sells to it": a second role, besides that by which they are found. */
function bothRoles({ question, names }: Reading, found: Constraints): PartyRole[] {
  if (!/\bboth\b/i.test(question) || names.orgs.length !== 1) return [];
  const mention = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "org"));
  const verbs = VERBS.flatMap(({ pattern, doer, done }) => {
    const match = pattern.exec(question);
    return match ? [{ at: match.index, doer, done }] : [];
  }).sort((a, b) => a.at - b.at);
  // Whoever stands before the first verb does all of it.
  const does = mention !== undefined && mention.end <= (verbs[0]?.at ?? 0);
  const said = verbs.map(({ doer, done }) => (does ? done : doer));
  const told = NOUNS.flatMap(({ pattern, own }) => (pattern.test(question) ? [own] : []));
  const second = [...said, ...told].find((roles) => !roles.some((role) => found.otherRoles.includes(role)));
  if (!second || found.otherRoles.length === 0) return [];
  found.otherRoles = [...found.otherRoles, ...second];
  found.roles = [];
  return [...second];
}

/** "Larry Ellison's company": whoever is named stands for the company, where no other is. */
function withCompanies(reading: Reading): Reading {
  const { names, library } = reading;
  if (names.orgs.length > 0 || names.people.length === 0) return reading;
  const orgOf = (id: string) => library.people.get(id)?.roles[0]?.org;
  const mentions = names.mentions.map((mention) => {
    const org = mention.refs.map((ref) => (ref.type === "person" ? orgOf(ref.id) : undefined)).find(Boolean);
    return org ? { ...mention, refs: [{ type: "org" as const, id: org }] } : mention;
  });
  const orgs = [...new Set(names.people.flatMap((id) => orgOf(id) ?? []))];
  return { ...reading, names: { ...names, orgs, mentions } };
}

/** "Letters of intent still open": no deal that bears the name of a status, where many are asked for or one by its age. */
function withStatuses(reading: Reading): Reading {
  const { names, question } = reading;
  if (names.orgs.length > 0 || names.deals.length !== 1) return reading;
  const named = names.mentions.find(({ refs }) => refs.some(({ type }) => type === "deal"));
  const said = named ? question.slice(named.start, named.end) : "";
  if (!named || !STATUS_NAME.test(said) || !(/s$/i.test(said) || OF_MANY.test(question))) return reading;
  return {
    ...reading,
    names: { ...names, deals: [], mentions: names.mentions.filter((mention) => mention !== named) },
  };
}
const STATUS_NAME = /^(?:the )?(?:letters?[ -]of[ -]intent|lois?|mous?|memorand\w+ of understanding)$/i;
const OF_MANY = gated(
  /\b(?:everything|anything|all|every|any|which|how many|list|latest|newest|most recent|oldest|earliest|first|biggest|largest|smallest)\b/i,
);

/** What a plan's filter takes of what was read. */
const filterOf = ({ rest: _rest, measure: _measure, denied: _denied, ...filter }: Constraints) => filter;

/** Nothing narrows: "which deal is it". */
const isOpen = (found: Constraints, { quantities }: Reading): boolean =>
  quantities.length === 0 && !narrows(found) && found.rest.length > 0;
