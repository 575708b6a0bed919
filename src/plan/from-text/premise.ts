/** A question whose premise the records deny is put right before it is answered: who bought, owns or pays whom, and how far a deal came. */

import type { Deal } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { clauseWith, directionBetween, isBuyerOf, mentionsWith, relatedDeals } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, readNames } from "../../knowledge/resolve.ts";
import type { Plan, PlanInput } from "../plan.ts";
import { beforeIts } from "./before-its-time.ts";
import { chooseDeal } from "./choose-deal.ts";
import { listingClaimed } from "./listing-claimed.ts";
import { mergedClaimed } from "./merged-claimed.ts";
import { otherChips } from "./other-chips.ts";
import { type Named, orgsNamed, ownerAndOwned, payerAndPayee } from "./owner-and-owned.ts";
import { placeWithout } from "./place-claims.ts";
import { falseClaim } from "./premise-claims.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sold, soldByBuyer, soldIn } from "./sold-claimed.ts";
import { tieDenied } from "./tie-denied.ts";

const BUY =
  /\b(?:buy(?:s|ing)?|bought|acquir(?:e[sd]?|ing)|purchas(?:e[sd]?|ing)|tak(?:e|es|ing|en) over|took over|takeover|(?:tak(?:e|es|ing|en)|took|gain(?:s|ed|ing)?|seiz(?:e[ds]?|ing)|assum(?:e[ds]?|ing)|g[eo]ts?) (?:(?:full|complete|majority|outright|sole|total) )*(?:control|ownership|possession)(?= (?:of|over)\b)|acquisition|purchase|merg(?:e[ds]?|ing) with|outbid|swallow\w*|own(?:s|ed)? (?:all|100 ?%|outright)|pa(?:y|id|ys|ying) (?:for|to (?:buy|acquire)))\b/i;
const OWN =
  /\b(?:invest(?:s|ed|ing|ment)?|own(?:s|ed|ing)?|hold(?:s|ing)?|held|stake|shareholder|shares?|equity|warrants?|percent(?:age)?|%)\b/i;
const BORROW = gated(/\b(?:borrow(?:s|ed|ing)?|loan from|owes? .{0,20}on the loan)\b/i);
/** After the one who is bought: what is bought is not a part, a product or a share of it. */
const WHOLE_AFTER =
  /^(?:'s\b(?! \w)|\s*(?:$|[?.!,;:)–—-]|\b(?:outright|completely|entirely|whole|company|itself|and|for|in|on|from|last|back|at|with|when|or|over|as|through|inc|corp|ltd|after|before|by)\b))/i;
const PART_BEFORE =
  /\b(?:from|stake in|shares? (?:of|in)|part of|piece of|interest in|into|using|by|with)\s+(?:the\s+)?$/i;

export const premise: ReadRule = {
  name: "premise",
  read(reading) {
    const elsewhere = placeWithout(reading);
    if (elsewhere) return { kind: "correct-premise", claim: "place", ...elsewhere, asOf: reading.dates.asOf };
    const named = orgsNamed(reading);
    const alone = shareOf(reading, named) ?? listingClaimed(reading, named);
    if (alone) return alone;
    if (named.length < 2) return null;
    return (
      ended(reading, named) ??
      mergedClaimed(reading, named) ??
      bought(reading, named) ??
      sold(reading, named) ??
      soldByBuyer(reading, named) ??
      owned(reading, named) ??
      lent(reading, named) ??
      paid(reading, named) ??
      tieDenied(reading)
    );
  },
};

/** Holds what a rule has read against the record that it chose. */
export function holdPremise(reading: Reading, plan: Plan): PlanInput {
  const id =
    plan.kind === "show-figure" || plan.kind === "show-timeline"
      ? plan.subject
      : plan.kind === "show-deal"
        ? plan.deal
        : null;
  const deal = id === null ? undefined : reading.library.deals.get(id);
  if (!deal) return plan;
  if (isLater(reading)) return { kind: "decline", reason: "future", near: [deal.id] };
  const claim = falseClaim(reading.question, deal, reading.asOf);
  if (claim) return { kind: "correct-premise", claim, deal: deal.id, asOf: reading.dates.asOf };
  return (
    partIn(reading, deal) ??
    soldIn(reading, deal) ??
    tookOver(reading, deal) ??
    left(reading, deal) ??
    beforeIts(reading, deal) ??
    otherChips(reading, deal) ??
    plan
  );
}

/** Asks what happened on a day that the records do not reach. */
function isLater({ question, dates, library }: Reading): boolean {
  const days = dates.mentioned.filter((date) => date.length > 4);
  if (days.length === 0 || days.some((date) => date <= library.completeTo.slice(0, date.length))) return false;
  return HAPPENED.test(question) && !AHEAD.test(question);
}
const HAPPENED = gated(
  /\b(?:did|was|were|has|happened|agreed|signed|announced|paid|closed|changed|bought|invested)\b/i,
);
const AHEAD =
  /\b(?:will|would|expected|due|planned|scheduled|until|by|through|to|target\w*|guid\w+|run out|expires?|end)\b/i;

/** "Which day did A wire the full $100B to B": the deal between them of that amount, where it never came about. */
function ended({ question, library, quantities, asOf, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const orgs = [...new Set(named.map((one) => one.org))];
  if (orgs.length !== 2 || quantities.length !== 1) return null;
  const wanted = quantities[0]?.quantity;
  for (const deal of relatedDeals(library, orgs)) {
    const has = deal.events.some((event) =>
      event.figures?.some(
        (figure) => figure.unit === wanted?.unit && [figure.low, figure.high].includes(wanted?.high ?? null),
      ),
    );
    const state = has ? outlineOn(deal, asOf) : null;
    const claim = state && isOver(state.status) ? falseClaim(question, deal, asOf) : null;
    if (claim) return { kind: "correct-premise", claim, deal: deal.id, asOf: dates.asOf };
  }
  return null;
}

/** "When did A buy B", where no record has A as a buyer of B. */
function bought({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const verb = BUY.exec(question);
  if (!verb) return null;
  for (const target of named) {
    const before = question.slice(0, target.start);
    // "Bought Intel at 23.28" is of its shares.
    if (/^\s+at \$?\d+(?:\.\d+)?(?![\d.]*\s?(?:b|m|bn|billion|million)\b)/i.test(question.slice(target.end))) continue;
    if (!WHOLE_AFTER.test(question.slice(target.end)) || (PART_BEFORE.test(before) && !/^merg/i.test(verb[0])))
      continue;
    // The one that is bought stands behind the verb, and nothing but an article between them.
    const gap = question.slice(verb.index + verb[0].length, target.start);
    if (
      target.start < verb.index ||
      !/^\s*(?:of\s+|over\s+|out\s+)?(?:the\s+|all\s+(?:of\s+)?|the whole\s+(?:of\s+)?)?$/i.test(gap)
    )
      continue;
    const buyer = named.find((other) => other.end <= verb.index && other.org !== target.org);
    if (!buyer || family(library, buyer.org).has(target.org)) continue;
    if (isBuyerOf(library, buyer.org, target.org)) return null;
    // What was paid for a part of it is an answer: the record says that it is a part.
    const ofPart = relatedDeals(library, [buyer.org, target.org]).some((deal) => PARTS.has(deal.kind));
    if (/for$/i.test(verb[0]) && AMOUNT.test(question) && ofPart) return null;
    const nearest =
      relatedDeals(library, [target.org]).find((deal) => isTargetIn(deal, target.org)) ??
      relatedDeals(library, [buyer.org, target.org])[0];
    return correct("bought", [buyer.org, target.org], nearest, dates.asOf);
  }
  return null;
}
const AMOUNT = gated(
  /\b(?:how much|how many|(?:what|which) price|price|what (?:did|does|has|will|would) .{1,40}\b(?:pay|paid|spend|spent))\b/i,
);
const PARTS: ReadonlySet<Deal["kind"]> = new Set(["equity-stake", "investment", "licence"]);
const isTargetIn = (deal: Deal, org: string): boolean =>
  deal.kind === "acquisition" && deal.parties.some((party) => party.org === org && party.role === "target");

/** "How much of B does A own", "A's stake in B": where only B holds shares of A, or nobody does. */
function owned({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  // Whoever gets hold of chips owns no shares.
  if (/\b(?:get|gets|got|getting) (?:a )?hold of\b/i.test(question)) return null;
  if (!OWN.test(question)) return null;
  const pair = ownerAndOwned(question, named);
  if (!pair) return null;
  const [owner, other] = pair;
  if (directionBetween(library, "equity", other, owner) || isBuyerOf(library, owner, other)) return null;
  const reverse = directionBetween(library, "equity", owner, other);
  if (reverse) return correct("owns", [owner, other], reverse, dates.asOf);
  if (clauseWith(library, [owner, other], HOLDS)) return null;
  // What a seller held stands in the record of the sale.
  if (relatedDeals(library, [owner, other]).some(({ kind }) => kind === "acquisition" || PARTS.has(kind))) return null;
  return correct("owns", [owner, other], relatedDeals(library, [owner, other])[0], dates.asOf);
}

/** What is shared between two is owned by neither. */
const HOLDS =
  /\b(?:invest(?:s|ed|ing|ment|or)?|own(?:s|ed|ing)?|hold(?:s|ing)? (?:an?|about|some|shares|\d)|held|stake|shareholder|shares(?= (?:of|in)\b)|[’']s shares|equity|warrants?|percent(?:age)?|\d ?%)(?!\w)/i;

/** "What does A pay on the billion it borrowed from B", where A lent it to B. */
function lent({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const verb = BORROW.exec(question);
  const borrower = named[0];
  const lender = verb && named.find((other) => other.start >= verb.index && other.org !== borrower?.org);
  if (!borrower || !lender || !/\bfrom\s+(?:the\s+)?$/i.test(question.slice(0, lender.start))) return null;
  if (directionBetween(library, "debt", lender.org, borrower.org)) return null;
  const reverse = directionBetween(library, "debt", borrower.org, lender.org);
  return reverse ? correct("borrowed", [borrower.org, lender.org], reverse, dates.asOf) : null;
}

/** "How much does A pay B", where only B pays A. */
function paid({ question, names, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const pair = payerAndPayee({ question, names });
  if (!pair || named.length < 2) return null;
  const [payer, payee] = pair;
  const paying = (from: string, to: string) =>
    directionBetween(library, "cash", from, to) ?? directionBetween(library, "debt", from, to);
  if (paying(payer, payee)) return null;
  // Whoever was lent money owes it.
  if (/\bow(?:es?|ed)\b/i.test(question) && directionBetween(library, "debt", payee, payer)) return null;
  const reverse = paying(payee, payer);
  return reverse ? correct("pays", [payer, payee], reverse, dates.asOf) : null;
}

const TAKES_PART =
  /^(?:'s (?:[\w$.]+ ){0,2}(?:share|stake|part|portion|slice|investment|contribution|cheque|check|commitment)|\s+(?:put|invest\w*|contribut\w*|pay|paid|chip(?:ped)? in|commit\w*|join\w*|lend|lent|own\w*|hold\w*|take|took|get|got)\b)/i;
const LEFT =
  /\b(?:dropped out|drop\w* out|declin\w+|withdr\w+|reject\w*|turned down|no longer|left|pulled out|walked away|decided (?:not|against)|did not|didn't|never|backed out|opted out|not (?:take|join|invest)\w*|without)\b/i;

/** Somebody who dropped out, or was never in: "how much did Apple put into the round". */
function partIn(reading: Reading, deal: Deal): PlanInput | null {
  const { library, question, dates } = reading;
  for (const { org, end } of orgsNamed(reading)) {
    if (!TAKES_PART.test(question.slice(end))) continue;
    if (isParty(reading, deal, org)) continue;
    if (mentionsWith(library, [org], LEFT, deal))
      return { kind: "correct-premise", claim: "part", orgs: [org], deal: deal.id, asOf: dates.asOf };
  }
  return null;
}

/** "When did A take over the Stargate project": a deal that is no purchase. */
function tookOver(reading: Reading, deal: Deal): PlanInput | null {
  const { question, library, names, dates } = reading;
  if (deal.kind === "acquisition" || deal.kind === "equity-stake") return null;
  const verb = BUY.exec(question);
  const named = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "deal" && ref.id === deal.id));
  const by = orgsNamed({ names } as Reading).find((org) => verb && org.end <= verb.index);
  if (!verb || !named || !by) return null;
  // A party pays for what it gets from the deal.
  if (/\bpa(?:y|id)/i.test(verb[0]) && isParty(reading, deal, by.org)) return null;
  const between = question.slice(verb.index + verb[0].length, named.start);
  // Whoever takes over capacity at a site has not bought the site.
  if (PART_AFTER.test(question.slice(named.end))) return null;
  if (!/^\s*(?:of\s+)?(?:the\s+|all\s+(?:of\s+)?)?$/i.test(between) || mentionsWith(library, [by.org], BUY, deal))
    return null;
  return { kind: "correct-premise", claim: "took-over", orgs: [by.org], deal: deal.id, asOf: dates.asOf };
}

const PART_AFTER =
  /^(?:['’]s?)? (?:[\w-]+ )?(?:capacity|lease|space|power|compute|gpus?|chips?|slots?|off-?take|rental|contract|megawatts?|mw)\b/i;

/** "Why did A pull out of it", where nothing says that a party left. */
function left(reading: Reading, deal: Deal): PlanInput | null {
  const { library, question, dates } = reading;
  const verb = LEAVES.exec(question);
  const by = verb && orgsNamed(reading).findLast(({ end }) => end <= verb.index);
  if (!verb || !by || !isParty(reading, deal, by.org) || mentionsWith(library, [by.org], LEFT, deal)) return null;
  const state = outlineOn(deal, reading.asOf);
  if (!state || isOver(state.status)) return null;
  return { kind: "correct-premise", claim: "left", orgs: [by.org], deal: deal.id, asOf: dates.asOf };
}
const LEAVES = gated(
  /\b(?=[pwbdoqlae])(?<=\b(?:why|when|how come|since|which day|what day|what made|after)\b.{0,60})(?<!\b(?:can|could|may|might|would|must|will|if)\b.{0,60})(?:(?:pull(?:ed)?|walk(?:ed)?|back(?:ed)?|drop(?:ped)?|bow(?:ed)?|opt(?:ed)?) (?:out|away)|withdr[ae]w|quit|(?:leave|left)(?= (?:the|it|$)|\b[^?]{0,3}$)|(?:leave|quit|abandon(?:ed)?|ditch(?:ed)?|dump(?:ed)?)(?= \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?[\s?.!]*$)|exited)\b/iu,
);

/** "A's share of the $300B contract", where A is no party to it. */
function shareOf(reading: Reading, named: readonly Named[]): PlanInput | null {
  const { question, library, dates } = reading;
  for (const { org, end } of named) {
    const of = /^(?:'s|'|\s)?\s*(?:share|part|portion|slice|cut|piece) (?:of|in) /i.exec(question.slice(end));
    if (!of) continue;
    const rest = question.slice(end + of[0].length);
    if (!/\b(?:deal|contract|agreement|lease|loan|round|campus|site|project)\b/i.test(rest)) continue;
    const names = readNames(library, rest);
    const deal = chooseDeal({ ...reading, question: rest, names })[0]?.deal;
    if (!deal || names.orgs.length + names.deals.length === 0 || isParty(reading, deal, org)) continue;
    return { kind: "correct-premise", claim: "part", orgs: [org], deal: deal.id, asOf: dates.asOf };
  }
  return null;
}
const isParty = ({ library }: Reading, deal: Deal, org: string): boolean =>
  deal.parties.some((party) => family(library, org).has(party.org) || family(library, party.org).has(org));

function correct(
  claim: "bought" | "sold" | "owns" | "borrowed" | "pays",
  orgs: [string, string],
  deal: Deal | undefined,
  asOf: string | null,
): PlanInput {
  return { kind: "correct-premise", claim, orgs, deal: deal?.id ?? null, asOf };
}
