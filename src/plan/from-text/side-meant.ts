/** What a side of a comparison means: its candidates among figures on record, and of each side the one that is like those of the others. */

import type { Deal, Figure, Point } from "../../../knowledge/schema.ts";
import { isMoney, isOver, outlineOn } from "../../knowledge/as-of.ts";
import { type FoundStatement, findStatements, type Sought } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { kindsSaid, VALUATION } from "../../knowledge/kinds-said.ts";
import type { Library } from "../../knowledge/library.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { family, type NamesRead, orgName, readNames } from "../../knowledge/resolve.ts";
import { figureAt } from "../../knowledge/statements.ts";
import { words } from "../../knowledge/words.ts";
import { findDates, findPeriods, lastDay } from "../dates.ts";
import type { PlanOf } from "../plan.ts";
import { ASKED } from "./attributes.ts";
import { betweenThose, toldOf } from "./between-two.ts";
import { measuresIn } from "./measures.ts";
import { withoutNames } from "./pairs/demands.ts";
import { extentOf } from "./pairs/extents.ts";
import { isNoInvestorsOwn, ownPart } from "./pairs/own-part.ts";
import { isOdd, isSaidPart } from "./pairs/told-apart.ts";
import type { Reading } from "./reading.ts";
import { isOfRound, roundsIn } from "./same-owner.ts";
import { toSought } from "./sought.ts";
import { toldWithin } from "./told-within.ts";
import { lastValuation } from "./valuation.ts";

export type Side = PlanOf<"compare-figures">["sides"][number];
/** `record`: only which deal it is, whatever is compared. */
export type Want = PlanOf<"compare-figures">["of"] | "price" | "record";
type Amount = Figure | Point;
type Candidate = { side: Side; deal: Deal | null; amount: Amount | null; score: number };

/** Less of a side's words than this explained is not understood. */
const LEAST = 0.4;
/** Words that only say that two things are compared. */
const COMPARING =
  /\b(?:larger|bigger|higher|smaller|lower|cheaper|dearer|more|most|less|fewer|longer|shorter|earlier|later|sooner|first(?! (?:phase|stage|step|tranche|build(?:ings?|-?out)?|closing|payment|purchase|instal\w+)\b)|came|firmer|compare[ds]?|comparison|difference|gap|spread|delta|apart|ev|side by side|which|who(?:se)?|either|promise[ds]?|respectively|have|has|got|one|status)\b/gi;
/** Power of plants, and not of what they feed. */
const PLANTS = gated(
  /\b(?:nuclear|reactors?|gas|plants?|generat\w+|fusion|output|energy|ppas?|power (?:deals?|contracts?))\b/i,
);
/** What a warrant is for. */
export const SHARES = gated(
  /\b(?:warrants?|(?:how many|more|most|number of) (?:\w+ )?shares|shares (?:in|under) (?:each|both))\b/i,
);
/** So many statements are looked at, and so many are kept for a side. */
const LOOKED_AT = 120;
const KEPT = 8;
/** Of the best score at least so much. */
const NEAR = 0.7;

/** What the sides mean together; null where one of them means nothing on record. */
export function sidesMeant(reading: Reading, texts: readonly string[], want: Want): Side[] | null {
  const all = texts.map((text) => candidatesOf(reading, text, want));
  const [first = [], ...others] = all;
  if (all.some((one) => one.length === 0)) return null;
  let best: { score: number; chosen: Candidate[] } | null = null;
  for (const one of first) {
    const chosen = [one];
    let score = one.score;
    for (const other of others) {
      const found = bestBeside(chosen, other, want);
      if (!found) break;
      chosen.push(found.candidate);
      score += found.score;
    }
    if (chosen.length === all.length && (best === null || score > best.score)) best = { score, chosen };
  }
  return best?.chosen.map(({ side }) => side) ?? null;
}

/** What a text means beside an amount that is known; null where nothing on record. */
export function sideBeside(
  reading: Reading,
  text: string,
  want: Want,
  known: { side: Side; amount: Amount },
): Side | null {
  const deal = known.side.deal === null ? null : (reading.library.deals.get(known.side.deal) ?? null);
  const found = bestBeside([{ ...known, deal, score: 1 }], candidatesOf(reading, text, want), want);
  return found?.candidate.side ?? null;
}

function bestBeside(
  chosen: readonly Candidate[],
  all: readonly Candidate[],
  want: Want,
): { candidate: Candidate; score: number } | null {
  let best: { candidate: Candidate; score: number } | null = null;
  for (const candidate of all) {
    if (chosen.some((other) => isSame(other, candidate, want))) continue;
    const score = candidate.score + Math.min(...chosen.map((other) => likeness(other, candidate)));
    if (best === null || score > best.score) best = { candidate, score };
  }
  return best;
}

const isSame = (a: Candidate, b: Candidate, want: Want): boolean =>
  a.side.deal === b.side.deal &&
  a.side.metric === b.side.metric &&
  (want === "record" || a.side.figure === b.side.figure);

/** What is compared is of one kind, where it can be. */
function likeness(a: Candidate, b: Candidate): number {
  const [x, y] = [a.amount, b.amount];
  const type = (a.deal === null) === (b.deal === null) ? 0.03 : 0;
  const kind = a.deal && a.deal.kind === b.deal?.kind ? 0.04 : 0;
  if (!x || !y) return type + kind;
  // "The Oracle contract or the Azure one": who is a party to both has them set side by side.
  const shared =
    a.deal && b.deal && a.deal !== b.deal && a.deal.parties.some(({ org }) => isParty(b.deal, org)) ? 0.08 : 0;
  // Euros and dollars are both money.
  const apart = isMoney(x.unit) && isMoney(y.unit) && x.per === y.per ? -0.12 : -0.3;
  const unit = x.unit === y.unit && x.per === y.per ? 0 : apart;
  const headline = isHeadline(x) === isHeadline(y) ? 0.05 : 0;
  // Two parts of one deal are set beside each other.
  const parts = a.deal && a.deal === b.deal && !isHeadline(x) && !isHeadline(y) ? 0.12 : 0;
  const together = a.side.metric !== null && a.side.metric === b.side.metric ? 0.12 : 0;
  return type + kind + shared + unit + headline + parts + together + (kindOf(x) === kindOf(y) ? 0.15 : 0);
}
const isParty = (deal: Deal | null, org: string): boolean => deal?.parties.some((party) => party.org === org) ?? false;
const isHeadline = (amount: Amount): boolean => "headline" in amount && amount.headline === true;
const kindOf = (amount: Amount): string => ("measure" in amount ? amount.measure : amount.of);

function candidatesOf(reading: Reading, text: string, want: Want): Candidate[] {
  const { library } = reading;
  const names = withoutStrangers(library, readNames(library, text));
  // "Cipher's": a record is named by one word of its name.
  if (names.mentions.length === 0 && !words(text).some((word) => isOfName(library, word))) return [];
  const valued = VALUATION.test(text) || (VALUATION.test(reading.question) && kindsSaid(text).length === 0);
  const [org] = names.orgs;
  if (valued && org && names.orgs.length === 1 && names.deals.length === 0) {
    const [day] = findDates(text, reading.asOf).mentioned;
    const found = lastValuation(reading, org, (day && lastDay(day, reading.asOf)) ?? reading.asOf);
    const deal = found ? library.deals.get(found.id) : undefined;
    if (found && deal)
      return [{ side: { deal: deal.id, metric: null, figure: found.figure }, deal, amount: null, score: 1 }];
  }
  const own: Reading = {
    ...reading,
    question: text.replace(COMPARING, (word) => " ".repeat(word.length)),
    names,
    dates: { ...findDates(text, reading.asOf), asOf: null },
    quantities: [],
  };
  const attribute = want === "record" ? null : (ASKED.first(text)?.attribute ?? null);
  const sought = toSought(own, attribute, 0);
  const kind = want === "stake" ? "percent" : want === "record" || want === "price" ? null : want;
  const rounds = roundsIn(text);
  const all = findStatements(
    library,
    { ...sought, want: kind },
    LOOKED_AT,
    null,
    want === "record" ? "all" : "amounts",
  ).filter(
    (one) =>
      rounds.every((round) => isOfRound(library, one.statement.record, round)) &&
      (one.linked || (names.orgs.length > 1 && hasParties(own, one))) &&
      (want === "record" ? one.statement.record.type === "deal" : hasAmount(reading, one, want)) &&
      !isNoInvestorsOwn(own, one.statement.record, amountOf(reading, one)) &&
      (!valued || isValuation(own, one)),
  );
  const party = all.filter((one) => hasParties(own, one));
  // Of two organisations the deal between them is meant, not a figure that is about both.
  const deals = names.orgs.length > 1 ? party.filter((one) => one.statement.record.type === "deal") : [];
  const ofAll = ofKindSaid(reading, text, deals.length > 0 ? deals : party.length > 0 ? party : toldOf(own, all));
  // What came to nothing is compared where it is named, or nothing else is there.
  const live = ofAll.filter(({ statement }) => !isOverOn(reading, statement.record.id));
  const found =
    names.deals.length > 0 || !OF_WORTH.has(want) || live.length === 0 || CAME_TO_NOTHING.test(text) ? ofAll : live;
  const [first] = found;
  const [named] = names.deals.length > 0 ? names.deals : want === "record" ? [] : betweenThose(reading, names.orgs);
  if (
    named !== undefined &&
    (!first || !found.some((one) => one.statement.record.id === named || names.deals.includes(one.statement.record.id)))
  )
    return [
      {
        side: { deal: named, metric: null, figure: null },
        deal: library.deals.get(named) ?? null,
        amount: null,
        score: 1,
      },
    ];
  const sure = names.deals.length > 0 || (names.orgs.length > 1 && party.length > 0);
  if (!first || (!sure && first.coverage < LEAST)) return [];
  const periods = findPeriods(text);
  const isTold = toldIn(own, text, kind, (one) => hasAmount(reading, one, want));
  const candidates = found
    .filter(
      (one) =>
        one.score >= first.score * NEAR && (names.deals.length === 0 || names.deals.includes(one.statement.record.id)),
    )
    .filter((one) => isOfPeriod(reading, one, periods))
    .map((one) => toCandidate(own, one, first, want, reading));
  return candidates
    .map((one) =>
      isTold(one) && !(one.amount && isHeadline(one.amount))
        ? { ...one, score: bestOf(candidates, one.deal) + TOLD }
        : one,
    )
    .sort((a, b) => b.score - a.score)
    .filter(
      ({ amount }, _index, all) => !amount || isHeadline(amount) || !all.some((other) => saysTheSame(other, amount)),
    )
    .slice(0, KEPT);
}

/** What is worth something now; what was to be built is told by its plan. */
const OF_WORTH: ReadonlySet<Want> = new Set<Want>(["money", "stake"]);
const CAME_TO_NOTHING = gated(
  /\b(?:cancel\w*|lapsed|dropped|scrapped|abandoned|replaced|superseded|old|original(?:ly)?|former|earlier|lois?|letters? of intent|bids?|offers?)\b/i,
);
function isOverOn({ library, asOf }: Reading, id: string): boolean {
  const deal = library.deals.get(id);
  const status = deal && outlineOn(deal, asOf)?.status;
  return status !== undefined && isOver(status);
}

/** Whether the words tell the figure of a candidate from the others of its deal. */
function toldIn(
  { library, asOf }: Reading,
  text: string,
  want: Sought["want"],
  fits: (found: FoundStatement) => boolean,
): (candidate: Candidate) => boolean {
  const told = new Map<string, string | null>();
  return ({ deal, side }) => {
    if (!deal || side.figure === null) return false;
    if (!told.has(deal.id))
      told.set(deal.id, toldWithin(library, deal, text, want, asOf, fits)?.statement.part ?? null);
    return told.get(deal.id) === side.figure;
  };
}
/** It stands before the other figures of its deal, and the deal where it stood before others. */
const TOLD = 0.05;
const bestOf = (all: readonly Candidate[], deal: Deal | null): number =>
  Math.max(...all.flatMap((one) => (one.deal === deal ? [one.score] : [])));

const WARRANTS = gated(/\bwarrants?\b/i);
/** "Google's backstop for Cipher": of what is found the guarantees, where there are any; a kind that one side says is meant of the others too. */
function ofKindSaid(reading: Reading, text: string, found: readonly FoundStatement[]): readonly FoundStatement[] {
  const own = kindsSaid(text);
  const kinds = new Set<Amount["of"]>((own.length > 0 ? own : kindsSaid(reading.question)).flat());
  // What a company takes in is told of by its metrics, in other words as well.
  kinds.delete("revenue");
  const warrants = WARRANTS.test(reading.question);
  const ofKind = found.filter((one) => {
    const amount = amountOf(reading, one);
    return amount !== null && (kinds.has(amount.of) || (warrants && WARRANTS.test(amount.label)));
  });
  return ofKind.length > 0 ? ofKind : found;
}

/** The same amount as the headline of a record. */
const saysTheSame = ({ amount }: Candidate, other: Amount): boolean =>
  amount !== null &&
  isHeadline(amount) &&
  amount.unit === other.unit &&
  amount.high === other.high &&
  amount.low === other.low;

/** A deal that is named for all sides is not this one's where who is named for this one has no part in it. */
function withoutStrangers(library: Library, names: NamesRead): NamesRead {
  const deals = names.deals.filter((id) => names.orgs.every((org) => hasPart(library, id, org)));
  return { ...names, deals };
}

const hasPart = (library: Library, deal: string, org: string): boolean =>
  library.deals
    .get(deal)
    ?.parties.some((party) => family(library, org).has(party.org) || family(library, party.org).has(org)) ?? false;

/** Asks what somebody has committed in all. */
const IN_ALL = gated(
  /\b(?:who(?:se|['’]s)?|which (?:\w+ )?(?:lab|company|firm|customer|one))\b.*\bmore\b|\b(?:in all|in total|altogether|combined)\b/i,
);
const INVESTED = gated(
  /\binvest(?:ments?|ed|ing|s)\b(?! (?:plans?|programmes?|bank))|\bche(?:que|ck)s?\b|\bput(?:s|ting)? (?:in|into|money)\b/i,
);
const EVERY = /^(?:all|both)\b/i;
const ALL_SAID = new RegExp(String.raw`\b(?:all|both|together|whole|combined|total)\b|${IN_ALL.source}`, "i");
const COMBINED = gated(/\b(?:combined|together|both)\b/i);

/** `whole`: what was read of the question with all its sides. */
function toCandidate(
  reading: Reading,
  one: FoundStatement,
  first: FoundStatement,
  want: Want,
  whole: Reading,
): Candidate {
  const { record, part } = one.statement;
  const { orgs } = reading.names;
  const amount = amountOf(reading, one);
  const deal = record.type === "deal" ? (reading.library.deals.get(record.id) ?? null) : null;
  // The headline before other figures of its record, then the larger.
  const headline = amount && isHeadline(amount) ? 0.1 : 0;
  const size = Math.log10(Math.max(1, amount?.high ?? amount?.low ?? 1)) / 100;
  return {
    side:
      record.type === "metric"
        ? { deal: null, metric: record.id, figure: part }
        : { deal: record.id, metric: null, figure: want === "record" ? null : part },
    deal,
    amount,
    score:
      one.score / first.score +
      headline +
      size +
      (one.coverage - first.coverage) / 4 +
      (one.own - first.own) / 10 +
      (amount && "measure" in amount && measuresIn(reading.question).includes(amount.measure) ? 0.2 : 0) +
      (amount?.of === "contract" &&
      !isHeadline(amount) &&
      IN_ALL.test(whole.question) &&
      COMBINED.test(`${amount.label} ${amount.id}`)
        ? 0.25
        : 0) +
      // "The Paris debt" is all of it, and no tranche that the words do not say.
      (deal && amount && want === "money" && isPartUnsaid(reading, deal, amount) && !IN_ALL.test(whole.question)
        ? -UNSAID
        : 0) +
      // Nor what another party of the deal has in it.
      (deal && amount && isOfAnother(reading.library, deal, amount, whole.names.orgs) ? -UNSAID : 0) +
      // All of them together is meant where it is said.
      (amount && !isHeadline(amount) && EVERY.test(amount.label) && !ALL_SAID.test(whole.question) ? -EXTENT : 0) +
      // What somebody invests is no contract of theirs.
      (amount?.of === "equity" && INVESTED.test(whole.question) ? 0.25 : 0) +
      (deal && orgs.every((org) => deal.parties.some((party) => party.org === org)) ? 0.12 : 0) +
      (deal && isOfYear(reading, deal) ? 0.15 : 0) +
      (amount ? extentOf(reading.question, amount) * EXTENT : 0) +
      // Whose stake in whom is said by both names, and whose part of an amount by theirs.
      (amount && (amount.of === "stake" || (deal === null && orgs.length > 1))
        ? (deal ? whole.names.orgs : orgs).filter((org) => amount.label.includes(orgName(reading.library, org)))
            .length * OF_WHOM
        : 0) +
      (deal && amount ? ownPartScore(reading, deal, amount) : 0) +
      (deal && isCalledSo(reading, `${deal.name} ${amount?.label ?? ""}`) ? 0.15 : 0) +
      // A record that bears the names of those asked for.
      (deal && orgs.length > 0 && orgs.every((org) => deal.name.includes(orgName(reading.library, org))) ? 0.1 : 0) +
      (deal?.parties.slice(0, 2).some((party) => orgs.includes(party.org)) ? 0.1 : 0),
  };
}

const OF_WHOM = 0.15;
/** What a part loses of which the question says nothing. */
const UNSAID = 0.2;

/** Whether a figure is called after a party that nobody names, and is not what stands for the deal. */
const isOfAnother = (library: Library, deal: Deal, amount: Amount, asked: readonly string[]): boolean =>
  !isHeadline(amount) &&
  deal.parties.some(({ org }) => !asked.includes(org) && amount.label.includes(orgName(library, org)));

/** A part of the sum of which the text says nothing, of a deal whose whole is of the same kind. */
function isPartUnsaid(reading: Reading, deal: Deal, amount: Amount): boolean {
  if (isHeadline(amount)) return false;
  const figures = deal.events.flatMap((event) => event.figures ?? []);
  return (
    figures.some((one) => one.headline && one.of === amount.of && isMoney(one.unit)) &&
    !isSaidPart(reading, withoutNames(reading), {
      record: { type: "deal", id: deal.id },
      figure: amount,
      headline: false,
    })
  );
}
/** What a text says of the extent weighs more than that a figure is the main one. */
const EXTENT = 0.25;

/** What a deal has for each of its parties, where it is not named itself. */
function ownPartScore({ library, names }: Reading, deal: Deal, amount: Amount): number {
  const part = names.deals.includes(deal.id) ? null : ownPart(library, deal, names.orgs, amount);
  return part === "own" ? EXTENT : part === "whole" ? -EXTENT : 0;
}

/** "In 2026" is of deals announced that year. */
function isOfYear({ dates }: Reading, { events }: Deal): boolean {
  const [year, ...more] = new Set(dates.mentioned.map((date) => date.slice(0, 4)));
  return year !== undefined && more.length === 0 && (events[0]?.date.startsWith(year) ?? false);
}

/** "Azure" and "AWS" are what their owners are called where these are meant: whether all names stand in the text as they are said. */
function isCalledSo({ library, question, names }: Reading, text: string): boolean {
  const said = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
  const others = said.filter(
    ({ start, end, refs }) =>
      !refs.some(({ id }) => orgName(library, id).toLowerCase().includes(question.slice(start, end).toLowerCase())),
  );
  return (
    others.length > 0 &&
    others.every(({ start, end }) => text.toLowerCase().includes(question.slice(start, end).toLowerCase()))
  );
}

/** A figure of another period is no side of this comparison. */
function isOfPeriod({ library }: Reading, { statement }: FoundStatement, asked: readonly string[]): boolean {
  const point =
    statement.kind === "point" ? library.metrics.get(statement.record.id)?.points[statement.index] : undefined;
  return (
    !point || asked.length === 0 || asked.some((one) => fitsPeriod(point.period, one) || point.period.startsWith(one))
  );
}

function amountOf({ library }: Reading, { statement }: FoundStatement): Amount | null {
  if (statement.kind === "point") return library.metrics.get(statement.record.id)?.points[statement.index] ?? null;
  return statement.kind === "figure" ? figureAt(library.deals.get(statement.record.id), statement.index) : null;
}

function hasAmount(reading: Reading, found: FoundStatement, want: Want): boolean {
  const amount = amountOf(reading, found);
  if (amount === null) return false;
  switch (want) {
    case "stake":
      return amount.unit === "percent" && (amount.of === "stake" || OWNED.test(amount.label));
    case "count":
      return amount.unit === (SHARES.test(reading.question) ? "shares" : "count");
    case "price":
      return amount.of === "price" && !isOdd(reading.question, amount);
    case "power":
      return amount.unit === "GW" && (amount.of !== "generation" || PLANTS.test(reading.question));
    default:
      return (
        isMoney(amount.unit) &&
        amount.of !== "price" &&
        !isOfMany(reading, found, amount) &&
        // What somebody is worth, takes in or loses is meant where it is said.
        (found.statement.record.type === "metric" ||
          (!isOdd(reading.question, amount) && (amount.of !== "valuation" || WORTH.test(reading.question))))
      );
  }
}

const WORTH = gated(
  /\b(?:valu\w+|worth|market cap\w*|(?:post|pre)-? ?money|mark(?:ed)?|price[ds]?|stakes?|bigger|larger)\b/i,
);
/** A rise or a share of revenue is no part of a company. */
const OWNED = /\b(?:stake|own\w*|held|holds?|votes?)\b/i;
/** What somebody put in by itself is asked for. */
const BY_ITSELF = gated(/\bche(?:que|ck)s?\b|\bput(?:s|ting)? in(?:to)?\b/i);
/** A round of several investors is none of theirs alone, and of two who invest together neither has put money into the other. */
function isOfMany({ library, question, names }: Reading, { statement }: FoundStatement, amount: Amount): boolean {
  const deal = library.deals.get(statement.record.id);
  if (!deal || !BY_ITSELF.test(question)) return false;
  const investors = new Set(deal.parties.filter(({ role }) => role === "investor").map(({ org }) => org));
  const among = names.orgs.filter((org) => investors.has(org)).length;
  return among > 1 || (amount.of === "equity" && isHeadline(amount) && among > 0 && investors.size > 1);
}
const RAISES = new Set(["issuer", "target", "borrower"]);
/** What the organisation named was valued at, rather than somebody else in the deal. */
function isValuation(reading: Reading, found: FoundStatement): boolean {
  const amount = amountOf(reading, found);
  if (amount === null || amount.of !== "valuation") return false;
  const parties = reading.library.deals.get(found.statement.record.id)?.parties ?? [];
  return reading.names.orgs.every((org) =>
    parties.some((party) => family(reading.library, org).has(party.org) && RAISES.has(party.role)),
  );
}

/** Whether every organisation named has a part in the record, rather than being spoken of. */
function hasParties({ library, names }: Reading, { statement }: FoundStatement): boolean {
  const { type, id } = statement.record;
  const own =
    type === "metric" ? library.metrics.get(id)?.subjects : library.deals.get(id)?.parties.map((party) => party.org);
  return names.orgs.every((org) => own?.some((one) => family(library, org).has(one) || family(library, one).has(org)));
}
