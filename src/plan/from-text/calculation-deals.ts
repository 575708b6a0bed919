/** Deals as inputs: what their power would cost at an estimate, their money for each gigawatt, their share of a whole. */
import type { Deal } from "../../../knowledge/schema.ts";
import { outlineOn, type StandingFigure } from "../../knowledge/as-of.ts";
import { moneyForPower } from "../../knowledge/money-for-power.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { dealsNamed, dealsOf, sizeOf } from "./deals-named.ts";
import { allInPerGigawatt, overPower, thingsPerPower } from "./per-power.ts";
import { atAnEstimate, atOwnCost, costOfItsPower, costOfTheirPower } from "./power-at-estimate.ts";
import { isRateOwner } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sidesMeant } from "./side-meant.ts";
import { isOfPart } from "./sums/cost.ts";
import { dealMeant } from "./sums/deal-meant.ts";
import { writeQuantity } from "./write-quantity.ts";

/** How many deals of a party stand side by side. */
const MOST = 5;
const MONEY = new Set(["USD", "EUR", "GBP"]);

export const calculationDeals: ReadRule = {
  name: "calculation-deals",
  read: (reading) =>
    // What a maker of chips gets of a gigawatt is no deal's money.
    reading.names.deals.length === 0 && isOfPart(reading.question)
      ? null
      : (statedPerGigawatt(reading) ??
        rankPerGigawatt(reading) ??
        allInPerGigawatt(reading) ??
        thingsPerPower(reading) ??
        atAnEstimate(reading) ??
        atOwnCost(reading) ??
        costOfTheirPower(reading) ??
        costOfItsPower(reading) ??
        perGigawatt(reading) ??
        forEach(reading) ??
        shareOf(reading) ??
        lacksBoth(reading)),
};

/** "AMD per GW": a company whose deals have no money beside their power has no such figure, and others' would be wrong. */
function lacksBoth(reading: Reading): PlanInput | null {
  const { question, names, library, quantities } = reading;
  const [org, ...more] = names.orgs;
  if (!org || isRateOwner(reading, org) || (library.dealsOf.get(org)?.length ?? 0) === 0) return null;
  if (!org || more.length > 0 || names.deals.length + names.people.length + names.places.length + quantities.length > 0)
    return null;
  if (
    !/^(?:what(?:'s| is| does| do)? |how much (?:does|do|is) )?(?:the )?[\w&.'’ -]{2,30}?,? (?:deal |contract )?(?:pay |cost )?(?:per|a|\/) ?(?:gw|gigawatt)[?\s]*$/i.test(
      question,
    )
  )
    return null;
  return {
    kind: "decline",
    reason: "missing-number",
    about: `a deal of ${library.organisations.get(org)?.name ?? org} with both money and power`,
  };
}

const RANKS =
  /\b(?:rank\w*|order|sort|list|compare|which|what|highest|lowest|cheapest|dearest|most|least|vs\.?|versus|below|above)\b/i;

/** "Rank per GW: the Oracle contract, Stargate, Anthropic on AWS": the money of each over its power, in their order. */
function rankPerGigawatt(reading: Reading): PlanInput | null {
  const { question, quantities, library, asOf } = reading;
  if (!PER_GW.test(question) || !RANKS.test(question) || quantities.some(({ perGw }) => perGw)) return null;
  const parts = question
    .replace(PER_GW, " ")
    .split(/[:;,?]|\b(?:and|or|vs\.?|versus|against|to|than|below|above|between|among|from)\b/i)
    .filter((part) => readNames(library, part).mentions.length > 0);
  const meant = [...new Set(parts.flatMap((part) => dealMeant(reading, part, "both") ?? []))];
  // "Lighthouse vs Norway": a side that is told by its place alone.
  const lacking = parts.length > 1 && meant.length < parts.length && quantities.length === 0;
  const deals = lacking && SET_AGAINST.test(question) ? (sitesOf(reading, parts) ?? meant) : meant;
  // Of a list in which one is not understood the others are no answer.
  if (parts.length > 1 && deals.length < parts.length && /\b(?:rank|sort|order)\b/i.test(question))
    return { kind: "decline", reason: "which" };
  // Two that are set against each other are not answered by one.
  if (lacking && deals.length < parts.length && parts.length === 2 && SET_AGAINST.test(question))
    return deals.length === 0
      ? null
      : { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: deals.map(({ id }) => id) };
  if (deals.length < 2 || deals.length < parts.length || deals.length > MOST) return null;
  const perGw = (deal: Deal): number => {
    const outline = outlineOn(deal, asOf);
    const of = (figure: StandingFigure | null | undefined) => figure?.figure.high ?? figure?.figure.low ?? 0;
    return of(outline?.money) / (of(outline?.size) || 1);
  };
  const ascending = /\b(?:lowest|cheapest|least|ascending)\b/i.test(question);
  deals.sort((a, b) => (ascending ? perGw(a) - perGw(b) : perGw(b) - perGw(a)));
  const lines = deals.map((deal) => ({ label: deal.name.slice(0, 80), expression: overPower(deal, asOf) }));
  return { kind: "evaluate", title: "Money for each gigawatt", lines, lead: lines.map((_line, index) => index + 1) };
}
const SET_AGAINST = /\b(?:vs\.?|versus|against|than|below|above|compared)\b/i;

/** The deals of the sides as such, where each has money for a power. */
function sitesOf(reading: Reading, parts: readonly string[]): Deal[] | null {
  const sides = sidesMeant(reading, parts, "record") ?? [];
  const deals = [...new Set(sides.flatMap(({ deal }) => (deal ? (reading.library.deals.get(deal) ?? []) : [])))];
  const paid = deals.filter((deal) => {
    const outline = outlineOn(deal, reading.asOf);
    return outline !== null && moneyForPower(outline) !== null;
  });
  return paid.length === parts.length ? paid : null;
}
const PER_GW = /(?:\bper|\/|\b(?:a|each))[\s-]?(?:gws?|gigawatts?)\b/i;

/** "Nebius Bethune EUR per GW": an input of the calculator that is the money of one deal for each gigawatt. */
function statedPerGigawatt({ question, names, library, quantities }: Reading): PlanInput | null {
  if (/\b(?:vs\.?|versus|or|and|against|than)\b|[,:;]/i.test(question.replace(/,? (?:how much|what)\b.*$/i, "")))
    return null;
  if (quantities.length > 0 || !/(?:\bper|\/)\s?(?:gws?|gigawatts?|mws?|megawatts?)\b/i.test(question)) return null;
  const stated = names.mentions
    .flatMap(({ refs }) => refs)
    .flatMap((ref) => (ref.type === "rate" ? (library.rates.get(ref.id) ?? []) : []))
    .filter((rate) => rate.quantity === "deal-per-gw");
  const [only, ...more] = stated;
  return only && more.length === 0 && names.deals.length === 0 ? { kind: "show-rate", rates: [only.id] } : null;
}

/** "IREN Microsoft per MW", "Nebius Bethune EUR per GW": the money on record over the power on record. */
function forEach(reading: Reading): PlanInput | null {
  const { question, quantities, names, dates, library } = reading;
  const per =
    /(?:\b(?:per|an?|each|every|for each)\s|\/\s?)(?:it |facility )?(gws?|gigawatts?|gigs?|mws?|megawatts?)\b/i.exec(
      question,
    )?.[1];
  if (!per || quantities.length > 0 || names.orgs.length + names.deals.length === 0 || dates.asOf !== null) return null;
  // Somebody's estimate, or revenue and rent for a gigawatt, is no deal's money over its power.
  if (
    names.people.length > 0 ||
    (names.orgs.length === 1 && names.deals.length === 0 && isRateOwner(reading, names.orgs[0] ?? ""))
  )
    return null;
  if (
    /\b(?:revenue|rent|charge[sd]?|fees?|tariffs?|royalt\w+|estimates?|costs? to build|cheapest|table|gw-year|gigawatt-year)\b/i.test(
      question,
    )
  )
    return null;
  const own = library.knowledge.rates.find((rate) => rate.quantity === "deal-per-gw" && named(rate.name, question));
  const deal = dealMeant(reading, question, "both");
  const mw = /^m/i.test(per);
  if (own && !deal) return { kind: "show-rate", rates: [own.id] };
  if (!deal) return null;
  if (!mw)
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "per-gw",
      topic: question.slice(0, 400),
      asOf: dates.asOf,
    };
  const currency = outlineOn(deal, reading.asOf)?.money?.figure.unit ?? "USD";
  return {
    kind: "evaluate",
    title: deal.name.slice(0, 120),
    lines: [
      { label: deal.name.slice(0, 80), expression: `@${deal.id}.value / @${deal.id}.capacity in ${currency}/MW` },
    ],
  };
}

/** All telling words of a name stand in the question. */
const named = (name: string, question: string): boolean => {
  const said = new Set(contentWords(question));
  return contentWords(name).every((word) => said.has(word));
};

/** "Oracle per GW": money over power for each deal of the party that has both. */
function perGigawatt(reading: Reading): PlanInput | null {
  const { question, names, library, quantities } = reading;
  if (names.deals.length > 0 || names.orgs.length !== 1 || quantities.length > 0) return null;
  if (
    !/^(?:what(?:'s| is| does| do)? |how much (?:does|do|is) )?(?:the )?[\w&.'’ -]{2,40}?,? (?:pay |cost )?(?:per|a|\/) ?(?:gw|gigawatt)[?\s]*$/i.test(
      question,
    )
  )
    return null;
  const deals = dealsOf(reading, names.orgs).flatMap((deal) => {
    const outline = outlineOn(deal, reading.asOf);
    const [money, size] = [outline?.money, outline?.size];
    const both =
      money && size && MONEY.has(money.figure.unit) && size.figure.unit === "GW" && isWhole(money) && isWhole(size);
    if (!both) return [];
    // A contract of two says more of a party than a venture of many.
    return [{ deal, worth: (money.figure.high ?? money.figure.low ?? 0) / deal.parties.length ** 2 }];
  });
  if (deals.length === 0) return null;
  deals.sort((a, b) => b.worth - a.worth);
  const own = library.knowledge.rates.find((rate) => rate.org === names.orgs[0] && rate.quantity === "capex-per-gw");
  const lines = deals.slice(0, MOST).map(({ deal }) => ({
    label: deal.name.slice(0, 80),
    expression: `@${deal.id}.value / @${deal.id}.capacity`,
  }));
  return {
    kind: "evaluate",
    title: `${library.organisations.get(names.orgs[0] ?? "")?.name ?? "Deals"}: money for each gigawatt`,
    lines: own ? [...lines, { label: own.name.slice(0, 80), expression: `@${own.id}` }] : lines,
    lead: lines.slice(0, 3).map((_line, index) => index + 1),
  };
}

/** "What share of 26 GW is the AMD deal": the power on record, or the one that is given, over the whole. */
function shareOf(reading: Reading): PlanInput | null {
  const { question, quantities, library, conversation, asOf } = reading;
  if (!/\b(?:share|percent(?:age)?|fraction|part|%) of\b/i.test(question)) return null;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw);
  if (powers.length === 0 || powers.length > 2 || quantities.length !== powers.length) return null;
  const whole = powers.find((found) => /\bof\s+(?:the\s+|all\s+)?$/i.test(question.slice(0, found.start)));
  if (!whole) return null;
  const part = powers.find((found) => found !== whole);
  if (part) return share(writeQuantity(part.quantity), writeQuantity(whole.quantity), []);
  const remembered = conversation.deal ? library.deals.get(conversation.deal) : undefined;
  const candidates = [
    ...dealsNamed(reading),
    ...dealsOf(reading, reading.names.orgs),
    ...(remembered ? [remembered] : []),
  ];
  const sized = [...new Set(candidates)].filter((deal) => sizeOf(deal, asOf) !== null);
  if (sized.length === 0) return null;
  // Of a whole that is on record with what it counts, only that is a part.
  const parts = partsOfTally(reading, whole.quantity.high);
  const counted = sized.filter(({ id }) => parts.has(id));
  const deals = counted.length > 0 ? counted : sized;
  return share("", writeQuantity(whole.quantity), deals.slice(0, MOST));
}

/** The deals that a tally of so many gigawatts counts. */
const partsOfTally = ({ library }: Reading, gw: number): ReadonlySet<string> =>
  new Set(
    library.knowledge.metrics.flatMap(({ points, deals }) =>
      points.some(({ unit, high }) => unit === "GW" && high === gw) ? deals : [],
    ),
  );

function share(part: string, whole: string, deals: readonly Deal[]): PlanInput {
  const lines =
    deals.length === 0
      ? [{ expression: `${part} / (${whole}) in %` }]
      : deals.map((deal) => ({ label: deal.name.slice(0, 80), expression: `@${deal.id}.capacity / (${whole}) in %` }));
  return {
    kind: "evaluate",
    title: deals.length > 0 ? `Share of ${whole}` : "",
    lines,
    lead: deals.slice(0, 3).map((_deal, index) => index + 1),
  };
}

const isWhole = ({ figure }: StandingFigure): boolean =>
  (figure.low ?? figure.high) !== null && figure.per === undefined;
