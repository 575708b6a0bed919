/** "Which deals …", "who supplies …", "the biggest campus by gigawatts", "and the second largest?": a filter and an order. */
import { othersIn } from "../../knowledge/narrow.ts";
import { findDeals } from "../../knowledge/query.ts";
import { CHANGES, LIST, LIST_STRONG, OLDEST_FIRST, SORTS, STATUSES } from "./asks.ts";
import { LIVE } from "./constraints/statuses-in.ts";
import { type Constraints, programmeIn, readConstraints } from "./constraints.ts";
import { refined } from "./list-follow-up.ts";
import { measuresIn } from "./measures.ts";
import { asksForNames, openAtPlace, openForm } from "./open-form.ts";
import { GROUPS } from "./org-roles.ts";
import { namesRegion } from "./places.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

const NOUN =
  /\b(?:deals?|contracts?|sites?|campus(?:es)?|data ?cent(?:er|re)s?|investments?|acquisitions?|takeovers?|financings?|agreements?|arrangements?|transactions?|stuff|things|projects?|leases?|loans?|bonds?|bond sales?|joint ventures?|stakes?|cheques?|checks?|pledges?|commitments?|rounds?|packages?|orders?|valuations?|partnerships?|raises?|rentals?|ppas?)\b/i;
const PLURAL =
  /\b(?:deals|contracts|sites|campuses|data ?cent(?:er|re)s|investments|acquisitions|takeovers|financings|agreements|arrangements|transactions|projects|tie-ups|stuff|things|leases|loans|bonds|bond sales|joint ventures|stakes|cheques|pledges|commitments|rounds|orders|partnerships|ppas)\b/i;
/** Those who take part, asked for as such. */
const WHO =
  /\b(?:suppliers|providers|vendors|customers|clients|tenants|landlords|investors|backers|lenders|guarantors|partners|developers|borrowers|issuers|which (?:\w+ )?(?:companies|firms|labs|banks|chip ?makers|hyperscalers|neoclouds|utilities|startups)|what (?:companies|firms)|(?:companies|firms|labs|banks|funds) (?:that|which|who))\b/i;
const WHO_DOES = /^(?:\W*(?:so|and|ok|hey|list|tell me|show me)\W+)*(?:who(?:m|'s)?|with whom)\b/i;
const ANYTHING =
  /\b(?:anything|everything)\b.{0,20}\b(?:with|between|involv\w+|by|from|in|about|of|for)\b|\b(?:everything|anything|all) (?:\w+ )?is in\b|\b(?:all of them|all the ones)\b/i;
/** Asks for one thing of one record. */
const ONE_THING =
  /\b(?:how (?:much|many|big|long|did|does|do)|when|why|where (?:is|are|was|does)|per|vs|versus|what (?:is|are|was|were|did|does|do|%|share)|terms|status|value|worth|price)\b|^(?:is|are|was|were|has|have|had|did|does|do|can)\b/i;
/** A list of sayings, of a history, of estimates is none of deals. */
const OTHER_LISTS =
  /\b(?:analysts?|critic\w*|estimates?|claims?|quotes?|sayings?|history|over time|executives?|people)\b/i;

/** What narrows, orders or goes on with the list before. */
export const listRefined: ReadRule = { name: "list-refined", read: (reading) => refined(withCompanies(reading)) };

export const listing: ReadRule = {
  name: "listing",
  read(asked) {
    const reading = withCompanies(asked);
    let read: Constraints | null = null;
    const constraints = () => {
      read ??= readConstraints(reading);
      return read;
    };
    const kind = whatIsListed(reading, constraints);
    if (kind === null) return null;
    const found = constraints();
    const { question, dates, names, conversation } = reading;
    // "Where has it equity" asks for no role of somebody else.
    if (kind === "deals" && openForm(question) === "deals") found.otherRoles = [];
    // Who does something in a country: whatever it is.
    if (names.orgs.length === 0 && openAtPlace(question) !== null && (found.country !== null || namesRegion(question)))
      Object.assign(found, { roles: [], otherRoles: [], dealKinds: kind === "others" ? [] : found.dealKinds });
    // "Who wrote the biggest cheque" after a deal asks of that deal.
    const nobody = names.orgs.length + names.places.length + names.deals.length === 0;
    if (nobody && conversation.deal !== null && conversation.plan?.kind !== "find-deals" && !OUTRIGHT.test(question))
      return null;
    const superlative = superlativeIn(question);
    if (found.rest.length > MOST_UNREAD) return null;
    if (!superlative && isOpen(found, reading) && !tellsAll(reading, found)) return null;
    // What has ended is the largest of nothing, unless it is asked for.
    if (superlative && !superlative.weak && found.statuses.length === 0) found.statuses = [...LIVE];
    // In a group's own round the group is who raises.
    if (
      (found.measure[0] === "equity" || found.measure[0] === "valuation") &&
      found.otherKinds.length > 0 &&
      found.parties.length === 0
    )
      found.otherRoles = ["issuer"];
    if (superlative === null) found.measure = [];
    const unread = UNREAD.exec(question)?.[0] ?? "";
    // A bound of a kind that no filter has must not be dropped in silence.
    if (unread !== "" && isOpen({ ...found, rest: [unread] }, reading)) return null;
    const { text, leftOut: words, count } = byWords(reading, found);
    // What no deal fits may stand within one: "which sites does Oracle's 4.5 GW cover".
    if (count === 0 && superlative === null && names.orgs.length > 0 && !EVERY.test(question)) return null;
    const leftOut = [words, unread].filter(Boolean).join(" ");
    // What fits one deal only is asked of that deal, unless a list is asked for outright.
    const few =
      superlative ||
      (names.orgs.length === 0 && (found.country !== null || found.places.length > 0 || found.statuses.length > 0)) ||
      (kind === "others" && found.otherRoles.length > 0 && (asksForNames(question) || isOfSeveral(reading, found)))
        ? 1
        : 2;
    if (count < few && !OUTRIGHT.test(question)) return null;
    const sort = SORTS.find((entry) => entry.pattern.test(question))?.sort ?? "value";
    return {
      kind: "find-deals",
      ...filterOf(found),
      text,
      sort: superlative?.sort ?? sort,
      measure: found.measure,
      ascending: superlative?.ascending ?? false,
      rank: superlative?.one ?? false,
      place: superlative?.place ?? 1,
      limit: superlative?.limit ?? 200,
      lists: kind,
      leftOut,
      asOf: dates.asOf,
    };
  },
};

/** "Which deals have a warrant": the words alone narrow, all of them, to what can be listed. */
function tellsAll(reading: Reading, found: Constraints): boolean {
  if (!WHICH_DEALS.test(reading.question)) return false;
  const { leftOut, count } = byWords(reading, found);
  return leftOut === "" && count > 1 && count <= MOST_BY_WORDS;
}
const WHICH_DEALS =
  /^(?:\W*(?:so|and|ok|hey),? )*(?:which|what|list(?: all)?(?: the)?|all(?: the)?) (?:deals|contracts|sites|projects|agreements) (?:that |which )?(?:have|with|includ\w+|carry|contain|come with|mention|got)\b/i;
const MOST_BY_WORDS = 25;

/** Whether several have the part asked for, though it be in one deal. */
function isOfSeveral({ library, asOf }: Reading, found: Constraints): boolean {
  const filter = { ...filterOf(found), orgs: found.parties, text: "" };
  const [deal] = findDeals(library, filter, "name", asOf);
  return deal !== undefined && othersIn(library, deal.deal, filter).length > 1;
}

const UNREAD =
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-]?(?:years?|months?|%|per ?cent|gpus?|chips?|buildings?|shares?|jobs?|acres?)(?![a-z])/i;
/** More words than this that no constraint explains ask for something else than a list. */
const MOST_UNREAD = 3;
const OUTRIGHT =
  /\b(?:list|which (?:of|deals|contracts|sites|campuses|projects|acquisitions|loans|leases|bonds?)|(?:all|every|any|each) (?:\w+ ){0,2}(?:deals?|contracts?|sites?|campus(?:es)?|projects?|acquisitions?|loans?|leases?)|deals (?:over|above|under|below|worth)|anything|everything)\b/i;

const EVERY = /\b(?:list|all|every|any|deals)\b/i;

const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** Words left over narrow by text where a record that fits has them; the others are told to the reader. */
function byWords(reading: Reading, found: Constraints): { text: string; leftOut: string; count: number } {
  const base = { ...filterOf(found), orgs: found.parties, text: "" };
  const countOf = (text: string) => findDeals(reading.library, { ...base, text }, "name", reading.asOf).length;
  let count = countOf("");
  const [used, unused]: [string[], string[]] = [[], []];
  for (const word of found.rest) {
    // A month without its year is in the records of other years too.
    if (MONTHS.has(word)) {
      unused.push(word);
      continue;
    }
    const fewer = countOf([...used, word].join(" "));
    if (fewer > 0) {
      used.push(word);
      count = fewer;
    } else unused.push(word);
  }
  return { text: used.join(" "), leftOut: unused.join(" "), count };
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

/** What a plan's filter takes of what was read. */
const filterOf = ({ rest: _rest, measure: _measure, ...filter }: Constraints) => filter;

function whatIsListed(reading: Reading, constraints: () => Constraints): "deals" | "others" | null {
  const { question, quantities, names } = reading;
  const superlative = superlativeIn(question);
  const noun = NOUN.test(question);
  const bare = withoutNames(reading);
  if (CHANGES.test(question) && !superlative && !PLURAL.test(bare)) return null;
  if (OTHER_LISTS.test(bare) && !PLURAL.test(bare)) return null;
  if (
    measuresIn(question.replace(/\bbond sales?\b/gi, "bonds")).length > 0 &&
    !/\b(?:deals?|contracts?|campus|sites?|supplier)\b/i.test(question)
  )
    return null;
  const programme = programmeIn(reading) !== null;
  // "Stargate's five US sites" is one of its parts; with a place or "outside the US" the sites of all are asked for.
  const placed = ABROAD.test(question) || hasPlace(reading) || namesRegion(question) || OUTRIGHT.test(question);
  const sites = PLURAL.test(bare) || (placed && PLURAL.test(question));
  // A deal that is named is meant itself, unless its parts or namesakes are asked for.
  if (
    names.deals.length > 0 &&
    !(programme && (sites || ANYTHING.test(question) || superlative || ABROAD.test(question)))
  )
    return null;
  if (TOTAL.test(bare) && !/\b(?:which|list)\b/i.test(bare)) return null;
  if (SHARE_OF.test(question) || (!superlative && AMOUNT.test(question))) return null;
  const someone = names.orgs.length > 0;
  const open = superlative ? null : openList(reading, bare, constraints);
  if (open) return open;
  const whoAll = WHO.test(bare) || (WHO_DOES.test(question) && someone && HAVE_MANY.test(question));
  if (whoAll && someone && !superlative && !/\bhow (?:much|many)\b/i.test(question) && !quantities.length)
    return "others";
  // "Rumours only": how firm they are is all that is asked for.
  const short = bare.trim().split(/\s+/).length <= 5;
  if (!superlative && STATUS_ALONE.test(bare) && (someone || short || PLURAL.test(bare)) && SAYS_STATUS.test(bare))
    if (constraints().statuses.length > 0) return "deals";
  const grouped =
    GROUPS.some((entry) => entry.pattern.test(question)) &&
    (someone || hasPlace(reading) || /\bvaluable\b/i.test(question));
  if (
    /^(?:who|most|least|which (?:\w+ )?(?:lab|company|firm|supplier|hyperscaler|neocloud))\b/i.test(question) &&
    superlative &&
    (noun || grouped)
  )
    return "deals";
  // "Among AMD, Broadcom and Cerebras, who supplies OpenAI the most": the names say what is ranked.
  const things =
    noun || /\b(?:equity|debt)\b/i.test(question) || grouped || names.deals.length > 0 || names.orgs.length > 2;
  if (superlative)
    return things && (!superlative.weak || (OLDEST_FIRST.test(question) && constraints().among.length > 2))
      ? "deals"
      : things && names.orgs.length < 2 && !ONE_THING.test(question)
        ? "deals"
        : null;
  if (ANYTHING.test(question) && names.orgs.length + names.places.length + names.deals.length > 0) return "deals";
  if (AT_PLACE.test(question) && hasPlace(reading) && names.orgs.length === 0) return "deals";
  if (PART_IN.test(question) && someone && !quantities.length) return "deals";
  if (HAS_DONE.test(question) && someone && !quantities.length) return "deals";
  if (!noun) return null;
  if (HOW_MANY.test(question) && someone) return "deals";
  const plural = programme ? sites : PLURAL.test(bare);
  const lists = LIST_STRONG.test(question) || (LIST.test(question) && (plural || quantities.length > 0));
  const loose =
    plural &&
    !ONE_THING.test(question) &&
    (someone || names.places.length > 0 || programme || namesRegion(question) || question.split(/\s+/).length <= 6);
  // "Deals signed in 2026 worth more than $10B": a bare noun with bounds is a list.
  const bounded = STARTS_PLURAL.test(question) && (quantities.length > 0 || reading.dates.since !== null);
  const every = /\b(?:every|each|any|all)\b/i.test(question) && !ONE_THING.test(question);
  return lists || loose || every || bounded ? "deals" : null;
}

const STARTS_PLURAL = new RegExp(String.raw`^(?:(?:all|any|the|only|just) )?(?:[\w-]+ ){0,2}${PLURAL.source}`, "i");

/** What is asked for so that all that fit are meant. */
function openList(reading: Reading, bare: string, constraints: () => Constraints): "deals" | "others" | null {
  const { question, names } = reading;
  const form = names.orgs.length > 0 ? openForm(bare) : null;
  if (form !== null && (COUNTED.test(bare) || constraints().roles.length > 0)) return form;
  if (names.orgs.length === 0 && (hasPlace(reading) || namesRegion(question))) {
    const words = question.split(/[\s/]+/).filter((word) => /\w/.test(word));
    if (namesRegion(question) && words.length <= 4) return "deals";
    const at = openAtPlace(question);
    return at !== null && (namesRegion(question) || constraints().country !== null) ? at : null;
  }
  return null;
}
const STATUS_ALONE = /\b(?:only|just|which|what(?:'s| is| are)?|any|all|everything)\b/i;
const SAYS_STATUS = new RegExp(STATUSES.map(({ pattern }) => pattern.source).join("|"), "i");
const COUNTED = /\bhow many\b/i;

const TOTAL = /\b(?:total|combined|altogether|in all|overall|sum|adds? up)\b/i;
const SHARE_OF = /\bwhat (?:share|percent\w*|fraction|proportion|%|part) of\b/i;
const AMOUNT =
  /\bhow (?:much|many (?!(?:\w+ ){0,2}(?:deals|contracts|sites|campuses|projects|acquisitions|leases|loans|arrangements|transactions|agreements)\b))/i;
const HOW_MANY =
  /\bhow many (?:\w+ ){0,2}(?:arrangements|transactions|agreements|deals|contracts|sites|campuses|projects|acquisitions|leases|loans)\b/i;
const HAVE_MANY =
  /\b(?:suppl(?:y|ies|ied)|invest(?:s|ed) in|sells?|sold|rent(?:s|ed|ing)? .*from|rents? to|(?:buys?|bought|leas\w+) .*from|len[dt]s?|signed .*\bwith|contracts? with|deals? with|backs?|backed)\b/i;
const PART_IN =
  /\b(?:what|which|where)(?:'s| is| are| all is)? .{2,30}\b(?:involved|active|engaged|participating|taking part|exposed)(?: in| to)?\s*\??$/i;
/** "What has SoftBank acquired since 2025": whatever it was. */
const HAS_DONE =
  /\b(?:what|whom?|which|everything|anything|all)(?: else| all| that)? (?:has|have|did|\w+(?: \w+)? has) .{0,40}\b(?:acquire[d]?|b(?:ought|uy)|invest(?:ed)? in|guarantee[d]?|back(?:ed|stopped)|(?<!\b(?:the|a|an|its|this|that) )fund(?:ed)?|finance[d]?)\b(?! for)/i;
const AT_PLACE =
  /\b(?:what(?:'s| is| has been| was)?|which|who|show|list)\b.*\b(?:announced|planned|built|building|happening|going on|pledged|coming|there)\b.*\b(?:in|for|to)\b/i;
const ABROAD = /\b(?:abroad|overseas|outside|international)\b/i;

const hasPlace = ({ names }: Reading): boolean => names.places.length > 0;

const withoutNames = ({ question, names }: Reading): string =>
  names.mentions
    .filter((mention) => mention.refs.some((ref) => ref.type === "org" || ref.type === "deal" || ref.type === "place"))
    .reduce((text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end), question);

/** Nothing narrows: "which deal is it". */
const isOpen = (found: Constraints, { quantities }: Reading): boolean =>
  quantities.length === 0 &&
  found.parties.length + found.among.length + found.alongside.length + found.without.length === 0 &&
  found.dealKinds.length + found.statuses.length + found.places.length + found.outside.length === 0 &&
  found.otherKinds.length + found.otherRoles.length === 0 &&
  found.country === null &&
  found.since === null &&
  found.until === null &&
  found.programme === null &&
  found.chip === "" &&
  found.rest.length > 0;
