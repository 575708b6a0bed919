/** Whether a question asks for a list, and of what: of deals, or of those who take part in them. */

import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import { CHANGES, LIST, LIST_STRONG, OLDEST_FIRST, STATUSES } from "./asks.ts";
import { type Constraints, narrows, programmeIn } from "./constraints.ts";
import { listHead } from "./list-head.ts";
import { measuresIn } from "./measures.ts";
import { FIRMS, openAtPlace, openForm } from "./open-form.ts";
import { GROUPS } from "./org-roles.ts";
import { namesRegion } from "./places.ts";
import type { Reading } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";
import { tallyAsked } from "./tally-asked.ts";

const NOUN = gated(
  /\b(?:(?:mega-?)?deals?|contracts?|sites?|campus(?:es)?|data ?cent(?:er|re)s?|deployments?|letters of intent|lois|mous|investments?|acquisitions?|takeovers?|financings?|agreements?|arrangements?|transactions?|stuff|things?|projects?|leases?|loans?|bonds?|bond sales?|joint ventures?|stakes?|bets?|cheques?|checks?|pledges?|commitments?|rounds?|packages?|orders?|purchases?|valuations?|partnerships?|raises?|(?:fund-?)?raisings?|rentals?|ppas?|guarantees|backstops)\b/i,
);
const PLURAL = gated(
  /\b(?:(?:mega-?)?deals|contracts|sites|campuses|data ?cent(?:er|re)s|deployments|letters of intent|lois|mous|investments|acquisitions|takeovers|financings|agreements|arrangements|transactions|projects|tie-ups|stuff|things|leases|loans|bonds|bond sales|joint ventures|stakes|bets|cheques|pledges|commitments|rounds|orders|purchases|partnerships|ppas|guarantees|backstops)\b/i,
);
/** Those who take part, asked for as such. */
const WHO = gated(
  /\b(?:suppliers|providers|vendors|customers|clients|tenants|landlords|investors|backers|lenders|guarantors|partners|developers|borrowers|issuers|which (?:\w+ )?(?:companies|firms|labs|banks|chip ?makers|hyperscalers|neoclouds|utilities|startups)|what (?:companies|firms)|(?:companies|firms|labs|banks|funds) (?:that|which|who))\b/i,
);
const WHO_DOES = gated(/^(?:\W*(?:so|and|ok|hey|list|tell me|show me)\W+)*(?:who(?:m|'s)?|with whom)\b/i);
const ANYTHING = gated(
  /\b(?:anything|everything)\b.{0,20}\b(?:with|between|involv\w+|by|from|in|about|of|for)\b|\bwhat\b.{0,30}\b(?:going(?: on)?|in place|on the books|together|signed|agreed)\b.{0,20}\b(?:with|between)\b|\b(?:everything|anything|all) (?:\w+ )?is in\b|(?<!^\W*(?:what|how|why|when|where) (?:do|does|did|is|are|was|were|has|have|will)\b.*)\b(?:all of them|all the ones)\b/i,
);
/** Asks for one thing of one record. */
const ONE_THING =
  /\b(?:how (?:much|many|big|long|did|does|do)|when|why|where (?:is|are|was|does)|per|vs|versus|what (?:is|are|was|were|did|does|do|%|share)|terms|status|value|worth|price)\b|^(?:is|are|was|were|has|have|had|did|does|do|can)\b/i;
/** "What was the most recent Meta deal": which one it is, and not what of it. */
const THE_NEWEST = gated(
  /^\W*(?:(?:so|and|ok|hey),? )*(?:what|which)(?:['’]?s| is| was) (?:the |[\w.&-]+['’]s )?(?:most recent|newest|latest|last|oldest|earliest|first)(?: [\w.&'’-]+){0,3} (?:deal|contract|agreement|acquisition|investment|lease|loan|bond|financing|site|campus|project|takeover|ppa|commitment|stake|partnership)(?: (?:on record|you have|so far|announced|signed))?\W*$/i,
);
const MOVED = gated(
  /\b(?:which|what|any)\b.{0,40}\b(?:(?:got|became|been|were|was|have|has)(?: been)? (?:bigger|larger|smaller|upsized|enlarged|expanded|revised|renegotiated)|grew|grown|doubled|tripled|shrank|shrunk|changed|moved)\b/i,
);
/** "The biggest piece of its commitments" is one of the deals that make them up. */
const ONE_OF_ALL = gated(
  /\b(?:piece|part|chunk|item|component|slice|line|entry|bit)s? (?:of|in|among)\b.{0,60}\b(?:commitments|investments|pledges|stakes|purchases)\b/i,
);
/** A list of sayings, of a history, of estimates is none of deals. */
const OTHER_LISTS = gated(
  /\b(?:analysts?|critic\w*|estimates?|claims?|quotes?|sayings?|history|over time|executives?|people)\b/i,
);

export function whatIsListed(reading: Reading, constraints: () => Constraints): "deals" | "others" | null {
  const listed = listedOf(reading, constraints);
  if (listed !== "deals" || superlativeIn(reading.question) || tallyAsked(reading.question)) return listed;
  // "Which utilities supply Stargate campuses": firms stand at the head, and the deals only tell which.
  if (listHead(reading)?.head !== "firms") return listed;
  const { otherKinds, otherSort, ofKinds, otherCountry } = constraints();
  const told = otherKinds.length > 0 || otherSort !== "" || otherCountry !== null;
  return told && ofKinds.length === 0 ? "others" : listed;
}

function listedOf(reading: Reading, constraints: () => Constraints): "deals" | "others" | null {
  const { question, quantities, names } = reading;
  const superlative = superlativeIn(question);
  const noun = NOUN.test(question);
  const bare = withoutNames(reading);
  if (CHANGES.test(question) && !superlative && !PLURAL.test(bare)) return null;
  // What became of deals is told by what changed.
  if (MOVED.test(question) && !superlative) return null;
  if (OTHER_LISTS.test(bare) && !PLURAL.test(bare)) return null;
  if (
    measuresIn(question.replace(/\bbond sales?\b/gi, "bonds")).length > 0 &&
    !/\b(?:deals?|contracts?|campus|sites?|supplier)\b/i.test(question) &&
    !(superlative && ONE_OF_ALL.test(question))
  )
    return null;
  const programme = programmeIn(reading) !== null;
  // "Stargate's five US sites" is one of its parts; with a place or "outside the US" the sites of all are asked for.
  const placed = ABROAD.test(question) || hasPlace(reading) || namesRegion(question) || OUTRIGHT.test(question);
  const sites = PLURAL.test(bare) || (placed && PLURAL.test(question));
  const plural = programme ? sites : PLURAL.test(bare);
  // A deal that is named is meant itself, unless its parts or namesakes are asked for.
  if (
    names.deals.length > 0 &&
    !(programme && (sites || ANYTHING.test(question) || superlative || ABROAD.test(question)))
  )
    return null;
  if (tallyAsked(question) && names.deals.length === 0) return "deals";
  if (isCounted(question) && !superlative && (names.orgs.length > 0 || narrows(constraints()))) return "deals";
  if (TOTAL.test(bare) && !superlative && !/\b(?:which|list)\b/i.test(bare)) return null;
  if (WHO_COUNTED.test(question) && !superlative && narrows(constraints())) return "others";
  if (SHARE_OF.test(question) || (!superlative && AMOUNT.test(question))) return null;
  const someone = names.orgs.length > 0;
  // "Who buys TPUs", "which hyperscalers have bought nuclear power": somebody in a role, of what is told.
  if (!superlative && !someone && ASKS_WHO.test(question) && names.deals.length === 0) {
    const { roles, otherRoles, otherKinds, ofKinds, chip, rest, dealKinds, otherSort } = constraints();
    const byNoun = openForm(question) === "others";
    const told =
      chip !== "" ||
      otherKinds.length > 0 ||
      otherSort !== "" ||
      dealKinds.includes("energy") ||
      (ofKinds.length > 0 && byNoun);
    if (told && roles.length + otherRoles.length > 0 && rest.length <= 2)
      return ofKinds.length > 0 && !byNoun ? "deals" : "others";
  }
  const open = superlative ? null : openList(reading, bare, constraints);
  if (open) return open;
  const whoAll = WHO.test(bare) || (WHO_DOES.test(question) && someone && HAVE_MANY.test(question));
  if (whoAll && someone && !superlative && !/\bhow (?:much|many)\b/i.test(question) && !quantities.length)
    return "others";
  // "Rumours only": how firm they are is all that is asked for.
  const short = bare.trim().split(/\s+/).length <= 5;
  if (
    !superlative &&
    STATUS_ALONE.test(bare) &&
    (someone || short || PLURAL.test(bare) || /\b(?:every|any)thing\b/i.test(bare)) &&
    SAYS_STATUS.test(bare)
  )
    if (constraints().statuses.length > 0) return "deals";
  const grouped =
    GROUPS.some((entry) => entry.pattern.test(question)) &&
    (someone || hasPlace(reading) || /\bvalu(?:able|ed)\b/i.test(question));
  if (
    /^(?:who|most|least|which (?:\w+ )?(?:lab|company|firm|supplier|hyperscaler|neocloud))\b/i.test(question) &&
    superlative &&
    (noun || grouped)
  )
    return "deals";
  // "Among AMD, Broadcom and Cerebras, who supplies OpenAI the most": the names say what is ranked.
  const things =
    noun ||
    /\b(?:equity|debt|borrow(?:s|ed|ing)?)\b/i.test(question) ||
    grouped ||
    names.deals.length > 0 ||
    names.orgs.length > 2;
  // "Who has Nvidia put the most money into": of what it does, by the role that the verb gives.
  if (superlative && !superlative.weak && someone && (ASKS_WHO.test(question) || WHO_DOES.test(question)))
    if (constraints().roles.length > 0 && constraints().otherRoles.length > 0) return "deals";
  if (superlative)
    return things && (!superlative.weak || (OLDEST_FIRST.test(question) && constraints().among.length > 2))
      ? "deals"
      : things && names.orgs.length < 2 && (!ONE_THING.test(question) || THE_NEWEST.test(question))
        ? "deals"
        : null;
  // "GB300 deployments": a chip and a noun.
  if (plural && !someone && constraints().chip !== "" && !ONE_THING.test(question)) return "deals";
  if (ANYTHING.test(question) && names.orgs.length + names.places.length + names.deals.length > 0) return "deals";
  if (AT_PLACE.test(question) && hasPlace(reading) && names.orgs.length === 0) return "deals";
  if (DOES_AT.test(question) && hasPlace(reading) && names.orgs.length === 1) return "deals";
  if (PART_IN.test(question) && someone && !quantities.length) return "deals";
  if (HAS_DONE.test(question) && someone && !quantities.length) return "deals";
  if (HAS_GOT.test(question) && someone && !quantities.length && constraints().dealKinds.length > 0) return "deals";
  if (ON_FILE.test(question) && someone && !quantities.length && constraints().dealKinds.length > 0) return "deals";
  if (isOfTime(reading) && constraints().rest.length === 0 && constraints().denied === "") return "deals";
  const plain = plainList(reading, constraints);
  if (plain !== null) return plain;
  if (!noun) return null;
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

/** "Deals that fell apart", "Japanese lenders": a plural at the head, and all words are read as what narrows it. */
function plainList(reading: Reading, constraints: () => Constraints): "deals" | "others" | null {
  const { question, names, quantities } = reading;
  const head = listHead(reading)?.head;
  if (!head || names.deals.length > 0 || names.people.length > 0 || NO_LIST.test(question)) return null;
  const found = constraints();
  if (found.rest.some((word) => !/[|-]/.test(word)) || found.denied !== "") return null;
  if (head === "deals") return narrows(found) || quantities.length > 0 ? "deals" : null;
  const told =
    found.otherKinds.length + found.ofKinds.length + found.roles.length + found.otherRoles.length > 0 ||
    found.otherSort !== "" ||
    found.otherCountry !== null;
  return told && quantities.length === 0 ? "others" : null;
}
/** "What did Meta sign in 2025", "everything announced in September": whatever came in that time. */
export const isOfTime = ({ question, dates, names }: Reading): boolean =>
  dates.since !== null || dates.until !== null || dates.mentioned.length === 1
    ? names.deals.length + names.people.length + names.places.length === 0 &&
      (names.orgs.length === 0 ? ALL_THEN : DID_THEN).test(question)
    : false;
const DID_THEN = gated(
  /^\W*(?:so |and )?(?:what|which|everything|all)(?: all| else| (?:that|which))? (?:(?:did|has|have) [\w.&'’ -]{2,40}?|[\w.&'’ -]{2,40}? (?:has )?)\b(?:sign(?:ed)?|announced?|agreed?(?: to)?|str(?:ike|uck)|inked?|unveil(?:ed)?|do(?:ne)?)(?: (?:for|on) (?:ai|compute|data cent\w+))?\s*(?=(?:in|during|between|since|before|after|this|last|over|from|by)?\b|$)/i,
);
const ALL_THEN = gated(
  /^\W*(?:so |and |list |show me |give me )?(?:everything|anything|all|what(?:['’]s| was| were| got| has been)?|which ones)(?: (?:that )?(?:was|were|has been|have been|got))? (?:announced|signed|unveiled|struck|closed|agreed|inked|cancelled|completed)\b/i,
);

/** One thing of them is asked for, or a sum. */
const NO_LIST =
  /\b(?:how (?:much|big|long|large|far|did|does|do|come)|when|why|where (?:is|are|was|does|will)|per|vs|versus|compared?|worth\?|what (?:did|does|do|%|share)|terms|status|total|combined|altogether|average|difference|ratio|signed\?)\b/i;

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
const STATUS_ALONE = gated(/\b(?:only|just|which|what(?:'s| is| are)?|any|all|everything)\b/i);
const SAYS_STATUS = new RegExp(STATUSES.map(({ pattern }) => pattern.source).join("|"), "i");
const COUNTED = gated(/\bhow many\b/i);

const TOTAL = gated(
  /\b(?:total|combined|altogether|in all|overall|sum|add(?:s|ed)? (?:up|together)|together(?=\W*$))\b/i,
);
const SHARE_OF = gated(/\bwhat (?:share|percent\w*|fraction|proportion|%|part) of\b/i);
const AMOUNT = gated(
  /\bhow (?:much|many (?!(?:\w+ ){0,2}(?:deals|contracts|sites|campuses|projects|acquisitions|leases|loans|arrangements|transactions|agreements)\b))/i,
);
export const OUTRIGHT = gated(
  /\b(?:list|which (?:of|deals|contracts|sites|campuses|projects|acquisitions|loans|leases|bonds?)|(?:all|every|any|each) (?:\w+ ){0,2}(?:deals?|contracts?|sites?|campus(?:es)?|projects?|acquisitions?|loans?|leases?)|deals (?:over|above|under|below|worth)|anything|everything)\b/i,
);

/** "How many deals", "how many of Meta's leases", "the number of sites": records are counted. */
export const isCounted = (question: string): boolean => COUNTED_RECORDS.test(question);
const COUNTED_RECORDS = gated(
  /\b(?:how many|(?:the |total )?number of|count (?:of|up|the|all))\b(?! (?:gws?|gigawatts?|mws?|megawatts?|gpus?|chips?|shares?|orders?|years?|months?|days?|billions?|dollars?)(?![-\w]))(?: [\w'’.&-]+){0,3}? (?:deals|contracts|agreements|arrangements|transactions|sites|campuses|data ?cent(?:er|re)s|projects|investments|acquisitions|takeovers|leases|loans|bond sales|bonds|financings|rounds|stakes|joint ventures|partnerships|tie-ups|ppas|guarantees|letters of intent|lois|mous|megadeals)\b/i,
);
/** Records as such are counted: of nothing else does a record itself say how many there are. */
export const countsDeals = (question: string): boolean =>
  isCounted(question) && /\b(?:deals|arrangements|transactions)\b/i.test(question);
const WHO_COUNTED = new RegExp(String.raw`\bhow many (?:different )?(?:\w+ )?${FIRMS}\b`, "i");
const ASKS_WHO = new RegExp(
  String.raw`\b(?:who(?:['’]s|m)?|whose|(?:which|what|name|list)(?: (?:the|all))?(?: [\w-]+)? ${FIRMS})\b|^\W*(?:all |the )?${FIRMS}\b`,
  "i",
);
const HAVE_MANY = gated(
  /\b(?:suppl(?:y|ies|ied)|invest(?:s|ed) in|sells?|sold|rent(?:s|ed|ing)? .*from|rents? to|(?:buys?|bought|leas\w+) .*from|len[dt]s?|signed .*\bwith|contracts? with|deals? with|backs?|backed)\b/i,
);
const PART_IN = gated(
  /\b(?:what|which|where)(?:'s| is| are| all is)? .{2,30}\b(?:involved|active|engaged|participating|taking part|exposed)(?: in| to)?\s*\??$/i,
);
/** "What has SoftBank acquired since 2025": whatever it was. */
const HAS_DONE = gated(
  /\b(?:what|whom?|which|everything|anything|all)(?: else| all| that)? (?:has|have|did|\w+(?: \w+)? has) .{0,40}\b(?:acquire[d]?|b(?:ought|uy)|invest(?:ed)? in|guarantee[d]?|back(?:ed|stopped)|(?<!\b(?:the|a|an|its|this|that) )fund(?:ed)?|finance[d]?)\b(?! for)/i,
);
/** "What has Meta got in nuclear power": all of that kind. */
const HAS_GOT = gated(
  /^\W*(?:so |and |ok )*what(?:['’]s| has| have| does| did| all has)\b.{1,40}?\b(?:got|have|signed|done|agreed|lined up|going)(?: going)? (?:in|on|for|around)\b/i,
);
/** "Its bonds, what is on file": all that is. */
const ON_FILE = gated(
  /\b(?:what(?:['’]s| is| do you have| have you got)|anything|everything)(?: all| there)? on (?:file|record|the books)\W*$|^[^?]{0,60}\b(?:raisings|fund-?raisings)\W*$/i,
);
const AT_PLACE = gated(
  /\b(?:what(?:'s| is| has been| was)?|which|who|show|list)\b.*\b(?:announced|planned|built|building|happening|going on|pledged|coming|there)\b.*\b(?:in|for|to)\b/i,
);
/** "What is Microsoft building or renting in Texas": all that it has there. */
export const DOES_AT = gated(
  /^\W*(?:so |and )?what(?:['’]s| is| are| has| have| does| did| all)?\b.{1,40}\b(?:building|renting|leasing|developing|planning|doing|got|funding|planned|leased|built|up to)\b.*\bin\b/i,
);
const ABROAD = gated(/\b(?:abroad|overseas|outside|international)\b/i);

const hasPlace = ({ names }: Reading): boolean => names.places.length > 0;

const withoutNames = ({ question, names }: Reading): string =>
  blanked(
    question,
    names.mentions.filter((mention) =>
      mention.refs.some((ref) => ref.type === "org" || ref.type === "deal" || ref.type === "place"),
    ),
  );
