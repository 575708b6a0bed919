/** "What does Fluidstack do", "who is Crusoe": what a company is, rather than one of its deals; "is Anthropic listed": whether it is. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import type { PlanInput } from "../plan.ts";
import { companyNamed, LEAD, unrecordedOf } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

/** The name stands as "§". */
const ASKED: readonly RegExp[] = [
  `${LEAD}what (?:does|do|is it (?:that )?(?:does|do)?) (?:a |the |an )?§ (?:actually |really |even )?do`,
  `${LEAD}(?:who|what) (?:exactly |even )?(?:is|are|the (?:hell|heck) is) §(?: exactly| again| anyway)?`,
  `${LEAD}(?:who|what)['’]?s §(?: exactly| again| anyway)?`,
  `${LEAD}what (?:kind|sort|type) of (?:a )?(?:company|firm|outfit|business|group|operation) is §`,
  `${LEAD}what(?:['’]?s| is) §['’]s? (?:line of )?business(?: model)?`,
  `${LEAD}what (?:business|line of business|industry) is § in`,
].map((pattern) => new RegExp(String.raw`${pattern}\W*$`, "iu"));

const LISTED: readonly RegExp[] = [
  `${LEAD}(?:is|are|isn['’]?t) § (?:already |now |a )?(?:publicly |stock )?(?:listed|public|traded|quoted)(?: (?:company|firm|yet|already|now|or private))*`,
  `${LEAD}(?:what(?:['’]?s| is) )?(?:the )?(?:§(?:['’]s?)? (?:stock |share )?(?:ticker|symbol)|(?:stock |share )?(?:ticker|symbol) (?:of|for) §)(?: symbol)?`,
].map((pattern) => new RegExp(String.raw`${pattern}\W*$`, "iu"));

/** When it goes public, where no record of an offering tells. */
const TO_LIST: readonly RegExp[] = [
  `${LEAD}(?:when (?:is|will|does|was|are)|is|are|will|does|has|did) §(?:['’]s?)? (?:going to |planning (?:to|an?) |about to |filing for (?:an? )?|thinking of |ever )*(?:ipo|float|flotation|listing|go(?:ing)? public|gone public|went public|list(?: its shares)?)(?: coming| happening| due| planned| expected| soon| this year| next year| in 20\\d\\d)*`,
  `${LEAD}§(?:['’]s?)? ipo(?: date| plans?)?`,
].map((pattern) => new RegExp(String.raw`${pattern}\W*$`, "iu"));

export const companyAsked: ReadRule = {
  name: "company",
  read(reading) {
    const { question, names, library } = reading;
    const named = companyNamed(reading);
    const org = library.organisations.get(named?.org ?? "");
    // "Stargate" is a company and a programme.
    if (!named || !org || names.mentions.flatMap(({ refs }) => refs).filter(({ type }) => type !== "term").length > 1)
      return null;
    const asked = named.asked.replace(EXCHANGE, "");
    if (isTraded(question) && !isListed(library, org.id)) return listing(library, org.id, org.name, "listed");
    if (LISTED.some((pattern) => pattern.test(asked))) return listing(library, org.id, org.name, question);
    if (TO_LIST.some((pattern) => pattern.test(asked))) {
      const plan = listing(library, org.id, org.name, question);
      // The record of an offering tells when.
      const told = listingToCome(library, org.id);
      if (plan?.kind === "show-figure") return null;
      return told ? { kind: "show-figure", subject: told.id, attribute: "fact", topic: "filing for a listing" } : plan;
    }
    if (!org.about) return null;
    return ASKED.some((pattern) => pattern.test(asked)) ? { kind: "define", term: org.name, other: null } : null;
  },
};

/** "What price did its shares open at on Nasdaq": of shares that nobody trades there is none. */
const isTraded = (question: string): boolean =>
  SHARES.test(question) && TRADES.test(question) && ON_MARKET.test(question);
const SHARES = gated(/\b(?:shares?|stock)\b/i);
const TRADES = gated(
  /\b(?:open(?:s|ed|ing)?|clos(?:e[sd]?|ing)|trad(?:e[sd]?|ing)|debut(?:ed)?|(?:rise|rose|jump(?:ed)?|fall|fell|pop(?:ped)?|gain(?:ed)?))\b/i,
);
const ON_MARKET = gated(
  /\b(?:nasdaq|nyse|(?:new york )?stock (?:exchange|market)|first (?:day|session|trading day)|(?:market |stock market |trading )debut|day one)\b/i,
);
const EXCHANGE = gated(/,? (?:on|at) (?:the )?(?:nasdaq|nyse|new york stock exchange|stock (?:exchange|market))\b/i);
export const isListed = (library: Library, org: string): boolean =>
  (library.organisations.get(org)?.tickers ?? []).length > 0 ||
  (library.dealsOf.get(org) ?? []).some(
    ({ name, parties, events }) =>
      /\bIPO\b/.test(name) &&
      parties.some((party) => party.org === org && party.role === "issuer") &&
      events.some(({ status }) => status === "completed"),
  );

/** The offering of its shares, where that is on record; else its ticker. */
function listing(library: Library, org: string, name: string, topic: string): PlanInput | null {
  const offering = offeringOf(library, org);
  // The record of an offering says under which ticker.
  if (offering && TICKER.test(topic) && TICKER.test(library.textOf(offering))) return null;
  if (offering) return { kind: "show-figure", subject: offering.id, attribute: "status", topic };
  if ((library.organisations.get(org)?.tickers.length ?? 0) > 0) return { kind: "define", term: name, other: null };
  return unrecordedOf(library, org, "listing");
}
export const offeringOf = (library: Library, org: string): Deal | undefined =>
  library.dealsOf
    .get(org)
    ?.find(
      (deal) => /\bIPO\b/.test(deal.name) && deal.parties.some((party) => party.org === org && party.role === "issuer"),
    );

/** One of its own rounds of which a sentence speaks of a listing to come. */
const listingToCome = (library: Library, org: string): Deal | undefined =>
  library.dealsOf
    .get(org)
    ?.find(
      ({ parties, events, facts }) =>
        parties.some((party) => party.org === org && party.role === "issuer") &&
        [...events, ...facts].some(({ text }) => LISTS.test(text)),
    );
const LISTS = /\b(?:listing|IPO|goes? public|S-1)\b/;
const TICKER = gated(/\b(?:ticker|symbol)\b/i);
