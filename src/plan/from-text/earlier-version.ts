/**
 * "The backstop before it was raised", "the first price range", "what did it want to raise at first": an amount as it was, by the
 * versions that its record keeps or by the figure whose label says that it was the earlier one. What stands now is no answer.
 */

import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { kindsSaid } from "../../knowledge/kinds-said.ts";
import { countedIn, isFiller, isWeak } from "../../knowledge/question-words.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { type EarlierSaid, earlierSaid } from "./earlier-said.ts";
import { lookup } from "./lookup.ts";
import { measuresIn } from "./measures.ts";
import { otherwiseSaid } from "./otherwise-said.ts";
import { dealsBetween } from "./pairs/deals-between.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { whatIsAsked } from "./what-is-asked.ts";

/** What is asked of a figure; who, when and whether are asked of something else. */
const OF_AMOUNTS: ReadonlySet<Attribute | null> = new Set([
  "value",
  "capacity",
  "count",
  "stake",
  "valuation",
  "history",
  "fact",
  "term",
  null,
]);
/** Two amounts are asked for, or whether something is so. */
const SET_AGAINST =
  /\b(?:difference|delta|times|percent(?:age)? (?:change|increase|more|higher)|compare[sd]?|vs\.?|versus|by how much|how much (?:more|less|bigger|higher|larger|did .{2,60} (?:rise|grow|go up|increase))|gap|ratio|multiple|share of|(?:what|which|as an?) (?:share|percent\w*|part|portion|fraction)|growth|moved?|went from|changed?|annual(?:ly|i[sz]ed)?|yearly|run[- ]?rate|(?:a|per|each|every) (?:year|month|gw|gigawatt|mw|chip)|so far|already|to date|durations?|how long|years|length|before and after|earliest (?:deals?|contracts?))\b|^\W*(?:so |and )?(?:why|when|who|where|is|was|did|has|have|does|do|will)\b/i;

type Found = { deal: Deal; entry: StandingFigure; score: number };

export const earlierVersion: ReadRule = {
  name: "earlier-version",
  read(reading) {
    const { question, names, conversation, asOf, library } = reading;
    const otherwise = otherwiseSaid(question);
    const said = otherwise ? { rest: otherwise.rest, phrase: "", isChange: true } : earlierSaid(question);
    if (!said || conversation.plan !== null || names.deals.length > 1) return null;
    if (otherwise === null && SET_AGAINST.test(question)) return null;
    if (!OF_AMOUNTS.has(whatIsAsked(said.rest).attribute)) return null;
    // A company's own figures have their history elsewhere.
    if (names.deals.length === 0 && measuresIn(question).length > 0) return null;
    const subject = subjectOf(reading);
    const told = library.deals.get(names.deals[0] ?? (names.orgs.length > 0 ? "" : subject));
    const deals = told ? [told] : dealsBetween({ ...reading, dates: { ...reading.dates, mentioned: [] } });
    const all = deals.flatMap((deal) =>
      (stateOn(deal, asOf)?.figures ?? []).flatMap((entry): Found[] => {
        const score = scoreOf(reading, deal, entry, said, deal.id === subject || deal === told);
        return score === null ? [] : [{ deal, entry, score }];
      }),
    );
    const found = best(all, subject);
    // Two that are named tell the deal; of one's deals the label does.
    if (found && found.deal.id !== subject && found.deal !== told && names.orgs.length > 1) return null;
    return found && !isPart(found, said, asOf) ? planOf(reading, found) : null;
  },
};

/** The deal that the words tell, were they asked of what stands. */
function subjectOf(reading: Reading): string {
  const plan = lookup.read(reading);
  return plan?.kind === "show-figure" ? plan.subject : plan?.kind === "show-deal" ? plan.deal : "";
}

/** "The first contract", where a figure of the deal is called so: a part of it, and no version. */
function isPart({ deal, entry }: Found, { rest }: EarlierSaid, asOf: string): boolean {
  if (entry.before.length === 0) return false;
  const asked = new Set(contentRoots(rest));
  const met = ({ label }: Figure): number => contentRoots(label).filter((word) => asked.has(word)).length;
  return (stateOn(deal, asOf)?.figures ?? []).some(
    ({ figure, before }) =>
      before.length === 0 &&
      figure.unit === entry.figure.unit &&
      /\b(?:first|initial|original)\b/i.test(figure.label) &&
      met(figure) > 0 &&
      met(figure) >= met(entry.figure),
  );
}

function planOf({ question, dates }: Reading, { deal, entry }: Found): PlanInput {
  const versions = entry.before.length > 0;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: versions ? "history" : "value",
    topic: versions ? question.slice(0, 400) : "",
    figure: entry.figure.id,
    asOf: dates.asOf,
  };
}

/** Where a label says that its figure was replaced. */
const EARLIER_LABEL =
  /\b(?:(?:first|original|initial) (?:target|plan|scheme|figure)|as first \w+|earlier (?:plan|co-location|scheme|target)|before it was|before the (?:addition|expansion|close)|at first$|announced before)\b/i;
/** Where it says what was so before the deal. */
const BEFORE_IT = /\b(?:before|earlier|previous)\b(?! the money)/i;
const LABELLED = 1.5;
const MAIN = 0.5;

/** How well the figure is what is asked for as it was; null where it has not been anything else, or is of another kind. */
function scoreOf(
  reading: Reading,
  deal: Deal,
  { figure, before, ended }: StandingFigure,
  { rest, phrase, isChange }: EarlierSaid,
  isTold: boolean,
): number | null {
  const ofBefore = phrase !== "" && BEFORE_IT.test(figure.label);
  const labelled = before.length === 0 && (ofBefore || EARLIER_LABEL.test(figure.label));
  if (ended !== null || (before.length === 0 && !labelled) || !isOfKind(rest, figure)) return null;
  const parties = new Set(deal.parties.flatMap(({ org }) => contentRoots(orgName(reading.library, org))));
  const named = new Set([...parties, ...contentRoots(deal.name)]);
  // "Before the merger" asks for no version, unless it was the merger that changed the figure.
  if (!isChange && !ofBefore && !changedBy(deal, figure.id, phrase, figure.label, named)) return null;
  const asked = new Set(contentRoots(rest).filter((word) => !isFiller(word)));
  const labels = [figure, ...before.map((one) => one.figure)].map(({ label, of }) => `${label} ${of}`).join(" ");
  const own = [...new Set(contentRoots(labels))].filter((word) => !parties.has(word));
  const met = own.filter((word) => asked.has(word)).length;
  const alike = own.filter((word) => !asked.has(word) && sensesOf(word).some((sense) => isSaid(asked, sense))).length;
  const ofKind = kindsSaid(rest).flat().includes(figure.of);
  const score = met + (alike + Number(ofKind)) * 0.5;
  const titled = contentRoots([deal.name, ...deal.aliases].join(" ")).filter(
    (word) => asked.has(word) && !parties.has(word) && !own.includes(word),
  );
  const isMain = isTold && (figure.headline || (labelled && !ofBefore));
  if (score === 0 && !isMain) return null;
  return score + (figure.headline ? MAIN : 0) + (labelled ? LABELLED : 0) + (titled.length > 0 ? 1 : 0);
}

const isSaid = (asked: ReadonlySet<string>, sense: string): boolean =>
  [...asked].some((word) => sensesOf(word).includes(sense));

/** Whether what stands behind "before" is told where the figure became another one. */
function changedBy({ events }: Deal, id: string, phrase: string, label: string, named: ReadonlySet<string>): boolean {
  const said = contentRoots(phrase).filter((word) => !named.has(word) && !isWeak(word));
  const [, ...later] = events.filter(({ figures = [] }) => figures.some((figure) => figure.id === id));
  const texts = [...later.map(({ text }) => text), label].map((text) => new Set(contentRoots(text)));
  return said.some((word) => texts.some((text) => text.has(word)));
}

const POWER = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|how much power)\b/i;
const PRICE = gated(/\b(?:price (?:range|talk)|pricing|range|(?:per|a|each) share|share price)\b/i);
const SHARES = gated(
  /\b(?:how many|number of|count of) (?:[\w.&'’-]+ ){0,4}(?:shares|warrants?)\b|\bshares (?:on offer|offered)\b|\bshare count\b/i,
);
const DEBT = gated(/\b(?:debt|loans?|bonds?|borrow\w*)\b/i);
const PERCENT = /\b(?:stakes?|percent(?:age)?|ownership)\b|%/i;
const MONEY =
  /[$€£]|\b(?:worth|value|costs?|price|money|dollars?|spend\w*|paid|pay|revenue|rent|debt|bonds?|budget|rais\w+|invest\w*)\b/i;
const VALUED = gated(/\bvalu(?:ed|ations?)\b|\b(?:pre|post)[- ]?money\b|\bworth\b.{0,40}\bbefore\b/i);

/** The kind of number that the words ask for. */
function isOfKind(question: string, { unit, of }: Figure): boolean {
  if (SHARES.test(question)) return unit === "shares";
  if (PRICE.test(question)) return of === "price";
  if (VALUED.test(question)) return of === "valuation";
  if (POWER.test(question)) return unit === "GW";
  if (countedIn(question) !== null) return unit === "count";
  if (PERCENT.test(question)) return unit === "percent" || of === "stake";
  if (DEBT.test(question)) return of === "debt";
  return (isMoney(unit) && of !== "valuation" && of !== "price") || (unit === "GW" && !MONEY.test(question));
}

/** The best of all; of some that are alike the one of the deal that the other words tell, then the main one. */
function best(all: readonly Found[], subject: string): Found | null {
  const most = Math.max(...all.map(({ score }) => score));
  const alike = all.filter(({ score }) => score === most);
  const [first, second] = alike;
  if (!first || !second) return first ?? null;
  const told = alike.filter(({ deal }) => deal.id === subject);
  return told.find(({ entry }) => isMoney(entry.figure.unit)) ?? told[0] ?? null;
}
