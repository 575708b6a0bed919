/** Two figures on record set against each other, found together: the pair that explains the question best. */

import type { Figure, Measure, Point } from "../../../../knowledge/schema.ts";
import { isMoney, isOver, outlineOn } from "../../../knowledge/as-of.ts";
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import { ALL, type FigurePair, FigurePairs, type OwnText } from "../../../knowledge/figure-pairs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { family } from "../../../knowledge/resolve.ts";
import { findPeriods } from "../../dates.ts";
import type { PlanInput } from "../../plan.ts";
import { measuresIn } from "../measures.ts";
import { ownMetric } from "../metric.ts";
import { GROUPS } from "../org-roles.ts";
import type { Reading } from "../reading.ts";
import { areOfOwner, isOfRound, roundsIn } from "../same-owner.ts";
import { soughtNames, toSought } from "../sought.ts";
import { isOfPart } from "../sums/cost.ts";
import { meetsDemands, withoutNames } from "./demands.ts";
import { isExplained } from "./explained.ts";
import { extentOf } from "./extents.ts";
import { areOfKind, areTwo, countsOf, fits, isOfWhole, isValuedAsSaid, ofOneThing, sizeOf } from "./fits.ts";
import { isBetter } from "./is-better.ts";
import { isRate } from "./lone-answer.ts";
import { hasActorsOwn } from "./of-actor.ts";
import { areOfTheirNames, inOrderOfTexts } from "./of-their-names.ts";
import { isOfGiven, sidesChosen } from "./operands.ts";
import { type Counted, countedIn, type Form, operationIn } from "./operation.ts";
import { isNoInvestorsOwn, ownPart } from "./own-part.ts";
import { ownTexts } from "./own-texts.ts";
import { areOfPeriods } from "./periods.ts";
import { planAgainst } from "./plan-against.ts";
import { areOfMonths, isOdd, isSaidPart, monthsIn } from "./told-apart.ts";
import { areOfOrdinals, areOnlyTwo, pairOf } from "./told-without-words.ts";
import { areOfTwoYears, dealsByTime } from "./two-years.ts";
import { withinRecord } from "./within-record.ts";

/** What speaks for money where nothing else is said. */
const MONEY: Record<Form, number> = { larger: 0.08, difference: 0.08, share: 0.02, times: 0.04, "per-power": 0 };
/** What speaks for power where power is said. */
const COUNTED = 0.04;
/** What a company's figure loses that measures something else than is said. */
const OTHER_MEASURE = 0.1;

/** What a figure gains that is of the extent which the question says: the firm part, the first phase, all of it. */
const EXTENT = 0.1;

/** What a deal that is over loses where others are not and it is not named. */
const CAME_TO_NOTHING = 0.15;

/** What is only aimed at or foreseen is set against something where the question speaks of it. */
const NOT_YET = 0.15;
const AHEAD: ReadonlySet<Point["type"]> = new Set(["target", "forecast"]);
const SAYS_AHEAD =
  /\b(?:targets?|targeted|aims?|goals?|forecasts?|expect\w*|project(?:ed|ions?)|plan(?:s|ned)?|guid\w+|will|would|20(?:2[7-9]|[3-9]\d))\b/i;

const DAY_ASKED = gated(
  /^\W*(?:(?:so|and|but|ok|hey),? )*(?:(?:on|in|by) (?:what|which) (?:exact )?(?:date|day|month|week|quarter|year)|what(?:['’]s| is| was) the (?:exact )?(?:date|day)|when)\b(?!.*\b(?:than|vs\.?|versus|compared?|larger|bigger|more|less)\b)/i,
);

const SPENT =
  /[$€£]|\b(?:dollars?|euros?|money|costs?|spen[dt]\w*|pay\w*|paid|price|invest\w*|financ\w+|debt|loans?|equity|revenue|capex|commit\w*|contract\w*|budget|bill|value|worth)\b/i;

/** In place of what a rule has read; null where that stands. */
export function setAgainst(reading: Reading, plan: PlanInput | null): PlanInput | null {
  const within = withinRecord(reading, plan === null || plan.kind in MAY_GIVE_WAY, plan?.kind === "compare");
  if (within) return within;
  const asked = operationIn(reading.question);
  const { form, rest } = asked ?? { form: "larger", rest: "" };
  if (
    !asked ||
    POINTS_BACK.test(reading.question) ||
    reading.conversation.plan !== null ||
    !namesAnything(reading, plan)
  )
    return null;
  const texts = form === "per-power" ? null : ownTexts(reading.question, form, reading.asOf);
  if (plan !== null && !(plan.kind in MAY_GIVE_WAY) && !isOfOneTime(plan, texts?.own ?? null)) return null;
  if (plan?.kind === "decline" && OF_LISTS.has(plan.reason) && form !== "share" && form !== "times") return null;
  if (form === "per-power" && (!isOpen(reading, plan) || isOfPart(reading.question))) return null;
  // What no record has of a company is worked out from none of its deals.
  if (form === "per-power" && plan?.kind === "decline" && plan.reason === "unrecorded") return null;
  // "By how much did it raise its guidance" asks how one figure changed.
  if (form === "difference" && plan?.kind === "show-metric" && GREW.test(reading.question)) return null;
  // What a person owns is no company's.
  if (reading.names.people.length > 0 && HOLDS.test(reading.question)) return null;
  // A day is no amount.
  if (DAY_ASKED.test(reading.question) && form === "larger") return null;
  // Three are no pair.
  if ((reading.question.match(/\b(?:vs\.?|versus)(?=\s)/gi) ?? []).length > 1) return null;
  const counted = countedIn(reading.question);
  const sought = { ...toSought(withEmployers({ ...reading, question: rest }), null, 0), want: null };
  // "The 122B round" is a name.
  const named = reading.names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "deal"));
  const amounts = reading.quantities
    .filter(({ start, end }) => !named.some((one) => one.start <= start && end <= one.end))
    .map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit }));
  const said = [...new Set([...sought.dates, ...findPeriods(reading.question)])];
  // "2026-Q1" says its year as well.
  const dates = said.filter((date) => !said.some((other) => other !== date && other.startsWith(date)));
  const kinds = [...kindsSaid(reading.question), ...(CONTRACT.test(reading.question) ? [["contract" as const]] : [])];
  const counts = (figure: Figure | Point) => countsOf(figure) !== null;
  const pairs = new FigurePairs(
    reading.library,
    { ...sought, amounts, dates, ...(texts && { names: soughtNames(withEmployers(reading), true) }) },
    kinds,
    counts,
    texts,
  );
  const before = plan === null ? null : chosenBy(plan, pairs);
  if (before === "stands") return null;
  const measures = measuresIn(reading.question);
  const words = withoutNames(reading);
  const apartInTime = texts !== null && areOfTwoYears(texts.own[0].text, texts.own[1].text);
  const { orgs, deals } = reading.names;
  const twoYears = apartInTime || new Set(reading.question.match(/\b20\d\d\b/g)).size === 2;
  const ofOneCompany = twoYears && measures.length > 0 && orgs.length === 1 && deals.length === 0;
  const months = monthsIn(reading.question);
  const money = SPENT.test(words);
  const timed = texts ? pairOf(pairs, dealsByTime(reading, [texts.own[0].text, texts.own[1].text])) : null;
  if (timed && form !== "per-power") return planAgainst(reading, form, timed, texts?.directed ?? false);
  const best = pairs.best(
    (a, b) =>
      fits({ form, counted, money, pairs, kinds }, a, b) &&
      meetsAmounts(reading, a, b) &&
      areOfOrdinals(reading.question, pairs, a, b) &&
      !(apartInTime && a.record.type === "deal" && a.record.id === b.record.id) &&
      // "Capex in fiscal 2026 versus fiscal 2025": no deal's money stands for a company's year.
      !(ofOneCompany && [a, b].some(({ figure }) => !("measure" in figure && measures.includes(figure.measure)))) &&
      areTwo(reading.library, { form, pairs }, dates, a, b) &&
      // What somebody is worth is no part of what they are worth.
      !(form === "share" && a.record === b.record && a.figure.of === "valuation" && b.figure.of === "valuation") &&
      isValuedAsSaid(reading.question, kinds, a, b) &&
      meetsDemands(words, [a.figure, b.figure]) &&
      areOfPeriods(reading, [a, b]) &&
      [a, b].every((one) => !isOthersToo(reading, one) && !isNoInvestorsOwn(reading, one.record, one.figure)) &&
      (a.record.id === b.record.id
        ? ![a, b].some(({ record, figure }) => record.type === "deal" && isOdd(reading.question, figure))
        : [a, b].every((one) => isSaidPart(reading, words, one))) &&
      areOfMonths(reading, months, [a, b]) &&
      (form === "share" || amounts.length + measures.length > 0 || areOfKind(reading, kinds, a, b)),
    ({ figure, record }) =>
      extentOf(reading.question, figure) * EXTENT +
      (isOverUnnamed(reading, record) ? -CAME_TO_NOTHING : 0) +
      // Of two that are told as well the larger.
      (figure.of === "price" ? 0 : Math.log10(Math.max(1, figure.high ?? figure.low ?? 1)) / 500) +
      // What is not said to be anything else is money.
      (counted === null && isMoney(figure.unit) ? MONEY[form] / 2 : 0) +
      (counted !== null && countsOf(figure) === counted ? COUNTED : 0) -
      ("measure" in figure && isOther(figure.measure, measures) ? OTHER_MEASURE : 0) -
      ("type" in figure && AHEAD.has(figure.type) && !SAYS_AHEAD.test(reading.question) ? NOT_YET : 0),
    form === "per-power" ? ofOneThing : form === "share" && !ORDINAL.test(reading.question) ? isOfWhole : undefined,
  );
  const found = best && texts?.directed ? inOrderOfTexts(reading, texts.own, best) : best;
  const apart = found !== null && texts !== null && found.first.record.id === found.second.record.id;
  if (found && !isOfThose(reading, found)) return null;
  if (found && isOfOneAlone(reading, measures, found)) return null;
  if (found && texts && !areOfTheirNames(reading, texts.own, found)) return null;
  if (!found || !(found.told || areOnlyTwo(reading, found)) || !isExplained(reading, form, found, apart)) return null;
  // What is short of something by an amount on record has that amount as its answer.
  if (form === "difference" && texts === null && dates.length < 2 && pairs.isAlone(found, ({ unit }) => isMoney(unit)))
    return null;
  // A share that is on record is not worked out; the interest on a loan is no share of the deal that it is in.
  const ofOne = found.first.record.id === found.second.record.id;
  const isShare = (one: Figure | Point) => one.unit === "percent" && !(ofOne && isRate(one, words));
  if (
    form === "share" &&
    (amounts.length === 0 || !texts) &&
    plan?.kind !== "evaluate" &&
    pairs.isAlone(found, isShare)
  )
    return null;
  // "Its share of the GPUs" is none of the money.
  const miscounted = counted !== null && before !== null && isOf(counted, found) && !isOf(counted, before);
  const uncounts = counted !== null && before !== null && isOf(counted, before) && !isOf(counted, found);
  const stands = before !== null && (uncounts || (!miscounted && !isBetter(found, before, form)));
  if (form === "share" && !hasActorsOwn(reading, stands ? before : found))
    return {
      kind: "decline",
      reason: "undisclosed",
      about: reading.question.slice(0, 200),
      near: found.first.record.type === "deal" ? [found.first.record.id] : [],
    };
  if (stands) return null;
  if (
    form === "share" &&
    (PART.test(reading.question) || (ofOne && !MULTIPLE.test(reading.question))) &&
    texts?.directed &&
    sizeOf(found.first) > sizeOf(found.second)
  )
    return null;
  if (isOfGiven(plan) && found.first.record.id !== found.second.record.id) return null;
  return planAgainst(reading, form, found, texts?.directed ?? false);
}

/**
 * A company's amount alone is no answer to a question for a share or a multiple: of what else is asked is on no record.
 * Asked after `setAgainst` has found no second figure.
 */
export function lacksSecond({ question, library, quantities, conversation }: Reading, plan: PlanInput): boolean {
  if (plan.kind !== "show-metric" || quantities.length > 0 || conversation.plan !== null) return false;
  const form = operationIn(question)?.form;
  if (form !== "times" && !(form === "share" && PROPORTION.test(question))) return false;
  const points = library.metrics.get(plan.metric)?.points ?? [];
  return !points.some(({ unit }) => !isMoney(unit) && unit !== "GW");
}
const PROPORTION =
  /\b(?:percent(?:age)?|per cent|pct|fraction|proportion|slice|portion)\b|%|\b(?:what|which|as an?|how (?:large|big) an?) (?:share|part) of\b|^\W*share of\b|: share (?:of|from)\b/i;

const isOf = (counted: Counted, { first, second }: FigurePair): boolean =>
  [first, second].every(({ figure }) => countsOf(figure) === counted);

/** Whether both are of the one whose they are said to be, and the rounds that are told by a letter are among them. */
const isOfThose = (reading: Reading, { first, second }: FigurePair): boolean =>
  [first, second].every(({ record }) => isOfNamed(reading, record)) &&
  areOfOwner(reading, [first.record.id, second.record.id]) &&
  roundsIn(reading.question).every((round) =>
    [first, second].some(({ record }) => isOfRound(reading.library, record, round)),
  );

/** A measure that both companies have is set against the other's, and not against one of its deals. */
function isOfOneAlone({ names, library, asOf }: Reading, measures: readonly Measure[], found: FigurePair): boolean {
  if (measures.length === 0 || names.orgs.length !== 2 || names.deals.length > 0) return false;
  const [first, second] = [found.first, found.second].map(
    ({ figure }) => "measure" in figure && measures.includes(figure.measure),
  );
  return first !== second && names.orgs.every((org) => ownMetric(library, org, measures, null, asOf) !== null);
}

/** What a deal comes to for several, where it parts that among them and one of them is named. */
function isOthersToo({ names, library, question }: Reading, { record, figure }: FigureCandidate): boolean {
  const deal = record.type === "deal" && !names.deals.includes(record.id) ? library.deals.get(record.id) : undefined;
  return deal !== undefined && !ALL.test(question) && ownPart(library, deal, names.orgs, figure) === "whole";
}

function isOverUnnamed({ names, library, asOf }: Reading, { type, id }: Ref): boolean {
  const deal = type === "deal" && !names.deals.includes(id) ? library.deals.get(id) : undefined;
  const status = deal && outlineOn(deal, asOf)?.status;
  return status !== undefined && isOver(status);
}

/** A company's figure is nothing to do with others who are named: "xAI's valuation over revenue" is over no revenue of OpenAI's. */
function isOfNamed({ names, library, question }: Reading, { type, id }: Ref): boolean {
  const subjects = type === "metric" ? library.metrics.get(id)?.subjects : undefined;
  const [only, ...others] = names.orgs;
  const parties =
    type === "deal" && others.length === 0 && !names.deals.includes(id) ? library.deals.get(id)?.parties : undefined;
  // The money of whoever owns it is not its own: of xAI no revenue of SpaceX is told.
  if (only !== undefined && parties?.some(({ org }) => family(library, org).has(only)))
    return parties.some(({ org }) => family(library, only).has(org));
  if (!subjects || names.orgs.length === 0 || names.mentions.some(({ refs }) => refs.some((ref) => ref.id === id)))
    return true;
  // What four come to together is nothing of the two who are named.
  if (subjects.length > Math.max(2, names.orgs.length) && !GROUPS.some(({ pattern }) => pattern.test(question)))
    return false;
  return subjects.some((org) =>
    names.orgs.some((named) => family(library, named).has(org) || family(library, org).has(named)),
  );
}

/** A part is no more than what it is a part of: other figures are meant. */
const PART = /\b(?:fraction|proportion|portion|part|slice|chunk)\b/i;

/** "Of the first contract" says which one is the whole. */
const ORDINAL = gated(/\b(?:first|second|third|last|latest|initial|original|opening)\b/i);

/** "How many times is that?": one of the two is not in the question. */
const POINTS_BACK = /\b(?:that|this|it|those|these)\b(?=\s*(?:$|[?.,;!]))/i;

const MULTIPLE = /\b(?:multiples?|price[- ]to|times)\b/i;

/** What the contract itself comes to, beside its parts and what others add to it. */
const CONTRACT = gated(
  /\b(?:contract(?:ed)? (?:value|revenue|size|total)|(?:lease|deal)(?:'s)? (?:value|revenue)|of the (?:whole |total |full )?(?:contract|lease)|the contract)\b/i,
);

const HOLDS = gated(/\b(?:stakes?|owns?|holds?|holdings?|shareholdings?)\b/i);
const GREW = gated(
  /\b(?:grow|grew|grown|raise[ds]?|cut|rose|risen?|fell|fallen|chang\w+|increas\w+|jump\w*|revis\w+|climb\w*|from .* to)\b/i,
);

const MAY_GIVE_WAY: Partial<Record<PlanInput["kind"], true>> = {
  decline: true,
  "show-figure": true,
  "show-deal": true,
  "show-metric": true,
  "show-topic": true,
  "choose-deal": true,
  "compare-figures": true,
  evaluate: true,
};

/** "CoreWeave's for 2026 or Meta's of 2025": a rule that takes both of one year has not read the other. */
function isOfOneTime(plan: PlanInput, own: readonly [OwnText, OwnText] | null): boolean {
  if (plan.kind !== "compare-metrics" || own === null || plan.metrics.length !== 2) return false;
  const [first, second] = own.map(({ dates }) => dates.filter((date) => date.length === 4));
  return (
    plan.metrics.every(({ period }) => period === plan.metrics[0]?.period) &&
    first?.length === 1 &&
    second?.length === 1 &&
    first[0] !== second[0]
  );
}

/** The two figures that a rule has set against each other; null where it has set nothing against anything. */
function chosenBy(plan: PlanInput, pairs: FigurePairs): FigurePair | "stands" | null {
  if (plan.kind === "decline") return DECLINED.has(plan.reason) || OF_LISTS.has(plan.reason) ? null : "stands";
  if (plan.kind === "show-figure" && plan.attribute === "per-gw") {
    const [money, power] = ["money", "power"].map((counted) =>
      pairs.headlineOf(plan.subject, (figure) => countsOf(figure) === counted),
    );
    return money && power ? pairs.judge(money, power) : null;
  }
  if (plan.kind === "compare-metrics") return null;
  const chosen = sidesChosen(plan);
  if (chosen === null) return null;
  // An amount that is said beside one on record may be on record itself.
  if (isOfGiven(plan)) return null;
  if (chosen.length !== 2) return "stands";
  const [a, b] = chosen.map(([record, part]) => pairs.find(record, part));
  // An amount is not set against a percentage.
  return a && b && countsOf(a.figure) === countsOf(b.figure) ? pairs.judge(a, b, false) : null;
}

/** What it costs by the gigawatt is read by other rules, where they have both amounts. */
const isOpen = ({ quantities }: Reading, plan: PlanInput | null): boolean =>
  quantities.every(({ quantity, perGw }) => isMoney(quantity.unit) && !perGw) &&
  (plan?.kind === "decline" || plan?.kind === "show-figure");

/** "Its dollar bonds as a share of the total" asks for no list. */
const OF_LISTS: ReadonlySet<string> = new Set(["not-narrowed"]);
const DECLINED: ReadonlySet<string> = new Set([
  "not-understood",
  "undisclosed",
  "no-such-deal",
  "outside",
  "unknown-name",
]);

/** "Zuckerberg's capex": a person stands for the company that they head. */
function withEmployers(reading: Reading): Reading {
  const { names, library } = reading;
  const mentions = names.mentions.map((mention) => ({
    ...mention,
    refs: mention.refs.flatMap((ref): Ref[] => {
      const org = ref.type === "person" ? library.people.get(ref.id)?.roles[0]?.org : undefined;
      return org ? [{ type: "org", id: org }] : [ref];
    }),
  }));
  return { ...reading, names: { ...names, mentions } };
}

/** A term of the field names no record. */
const namesAnything = ({ names, quantities }: Reading, plan: PlanInput | null): boolean =>
  plan?.kind === "show-figure" ||
  names.mentions.some(({ refs }) => refs.some(({ type }) => type !== "term")) ||
  // Whose revenue it is may go without saying.
  plan?.kind === "show-metric" ||
  quantities.some(({ quantity }) => isMoney(quantity.unit));

/** Annualised revenue is other revenue than what is asked for. */
const isOther = (measure: Measure, said: readonly Measure[]): boolean =>
  !said.includes(measure) && said.some((one) => measure.includes(one));

/** Amounts in the question must be those of the figures: others are part of a calculation. */
function meetsAmounts({ quantities }: Reading, ...pair: readonly FigureCandidate[]): boolean {
  return quantities.every(({ quantity }) =>
    pair.some(({ figure }) =>
      [figure.low, figure.high].some(
        (end) => end !== null && Math.abs(end - quantity.high) <= Math.abs(quantity.high) * 0.02,
      ),
    ),
  );
}
