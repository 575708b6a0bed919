/**
 * "How did the budget for El Paso move between October and March", "how does it compare with what was planned there originally":
 * an amount of one deal as it was and as it became, by the versions that its record keeps or the earlier plan that stands beside it.
 */

import type { Deal, Figure } from "../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../knowledge/as-of.ts";
import { gated, type Pattern } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const AMOUNT = `(?:budgets?|costs?|price tag|investment|commitments?|outlay|size|value|capacity|target|spend(?:ing)?|bill|backstop|guarantee|package|pledge|load|power)`;
const EARLIER = `(?:original(?:ly)?|initial(?:ly)?|at first|first|earlier|previous(?:ly)?|beforehand|to begin with)`;
const PLANNED = `(?:plan(?:s|ned)?|announced?|targets?|targeted|budget(?:ed)?|intend(?:ed)?|envisaged|propos(?:al|ed)|pencil+ed in|had in mind|amount|figure|size|number|investment|cost|commitment)`;
const GREW = `(?:up-?siz(?:ed?|ing)|upscaled|increased?|boost(?:ed)?|bump(?:ed)?(?: up)?|enlarged?|expand(?:ed)?|lift(?:ed)?|hiked?|gr(?:ow|own|ew)|ris(?:e|en)|go(?:ne)? up|swell(?:ed)?|cut|reduced|lowered|shr(?:ink|unk)|scaled (?:up|down|back))`;
const LARGER = `(?:bigger|larger|smaller|higher|lower|more|less|upsized|scaled (?:up|down|back))`;
const THAN_PLANNED = gated(
  new RegExp(
    `^\\W*(?:so |and )?(?:did|was|were|has|is|are) .{2,60}\\b${LARGER}\\b(?: than (?:(?:first |originally |initially )?${PLANNED}|(?:first |originally |initially )?(?:reported|expected)|at first))\\W*$`,
    "i",
  ),
);
const MOVED: readonly Pattern[] = [
  THAN_PLANNED,
  ...[
    `\\bhow much (?:more )?(?:was|were|did|has|have|is) .{2,60}\\b${GREW}(?: by| since| from .{0,30})?\\W*$`,
    // What is being raised is no raise of it.
    `\\bby how much (?:was|were|did|has|have|is) .{2,60}\\braised?\\W*$`,
    `\\bhow much (?:was|were|did|has|is) .{2,60}\\braised? by\\W*$|\\braised by how much\\W*$`,
    `\\bhow (?:did|has|have) .{0,50}\\b${AMOUNT}\\b.{0,60}\\b(?:mov(?:e|ed)|chang(?:e|ed)|shift(?:ed)?|evolv(?:e|ed)|go(?:ne)? up|gr(?:ow|own|ew)|ris(?:e|en)|swell(?:ed)?|swollen|develop(?:ed)?)\\b`,
    `\\b(?:compare[sd]?|differ(?:s|ent)?|stacks? up|measures? up|up|down|bigger|larger|smaller|higher|lower|more|less|vs\\.?|versus|against|than)\\b.{0,40}\\b(?:${EARLIER} ${PLANNED}|${PLANNED} .{0,25}\\b${EARLIER}|${EARLIER} .{0,12}${PLANNED})\\b`,
  ].map((pattern) => new RegExp(pattern, "i")),
];

export const amountMoved: ReadRule = {
  name: "amount-moved",
  read(reading) {
    const { question, names, library, conversation, dates, asOf } = reading;
    if (names.deals.length > 1 || conversation.plan !== null || !MOVED.some((pattern) => pattern.test(question)))
      return null;
    const [org, ...others] = names.orgs;
    const named = library.deals.get(names.deals[0] ?? "");
    const deal = named ?? (org !== undefined && others.length === 0 ? withEarlier(reading, org) : undefined);
    const state = deal && stateOn(deal, asOf);
    if (!deal || !state) return null;
    const live = state.figures.filter(({ ended }) => ended === null);
    const money = live.filter(({ figure }) => isMoney(figure.unit));
    const power = live.filter(({ figure }) => figure.unit === "GW");
    const standing = POWER.test(question) || money.length === 0 ? power : money;
    const found =
      ofVersions(question, deal, standing, dates.until ? dates.asOf : null) ??
      besideEarlier(question, deal, standing, dates.asOf);
    if (found || !THAN_PLANNED.test(question)) return found;
    // Without an earlier plan on record it is compared with nothing else.
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  },
};
const POWER = /\b(?:capacity|gigawatts?|megawatts?|gw|mw|power|load)\b/i;

const met = (question: string, { label }: Figure): number => {
  const said = new Set(contentRoots(question));
  return contentRoots(label).filter((word) => said.has(word)).length;
};
/** "Alphabet's dollar bonds": the one of a company's deals in which an earlier plan is called so. */
function withEarlier({ library, question }: Reading, org: string): Deal | undefined {
  const called = (library.dealsOf.get(org) ?? []).filter((deal) =>
    deal.events.some(({ figures = [] }) =>
      figures.some((figure) => WAS_PLANNED.test(figure.label) && met(question, figure) > 1),
    ),
  );
  const all = library.dealsOf.get(org) ?? [];
  if (called.length === 1) return called[0];
  return all.length === 1 ? all[0] : calledSo(library, question, all);
}

/** "Oracle's 2025 bond": of those with an earlier plan the one whose name has most of the words. */
function calledSo(library: Library, question: string, all: readonly Deal[]): Deal | undefined {
  const said = new Set(contentRoots(question));
  const [first, second] = all
    .filter(({ events }) => events.some(({ figures = [] }) => figures.some(({ label }) => WAS_PLANNED.test(label))))
    .map((deal) => {
      const parties = new Set(deal.parties.flatMap(({ org }) => contentRoots(orgName(library, org))));
      const own = new Set(contentRoots(deal.name).filter((word) => !parties.has(word)));
      return { deal, met: [...own].filter((word) => said.has(word)).length };
    })
    .sort((a, b) => b.met - a.met);
  return first && first.met > Math.max(1, second?.met ?? 0) ? first.deal : undefined;
}

/** What was a target may have come to be a sum that was raised. */
const metEver = (question: string, { figure, before }: StandingFigure): number =>
  Math.max(...[figure, ...before.map((one) => one.figure)].map((one) => met(question, one)));

function ofVersions(
  question: string,
  { id }: Deal,
  standing: readonly StandingFigure[],
  asOf: string | null,
): PlanInput | null {
  const [best] = standing
    .filter(({ before }) => before.length > 0)
    .sort(
      (a, b) => metEver(question, b) - metEver(question, a) || Number(b.figure.headline) - Number(a.figure.headline),
    );
  return best
    ? {
        kind: "show-figure",
        subject: id,
        attribute: "history",
        figure: best.figure.id,
        topic: HOW_MUCH.test(question) ? "how much it moved" : "how it moved",
        asOf,
      }
    : null;
}

const HOW_MUCH = gated(/\bhow much\b/i);
const ENLARGED = gated(/\bas (?:enlarged|increased|upsized|extended)\b/i);
/** An earlier plan is a figure of its own where it was of something else. */
const WAS_PLANNED =
  /\b(?:earlier (?:plan|co-location|scheme)|first target|as first (?:planned|announced)|before it was|at first$|as reported before)\b/i;

function besideEarlier(
  question: string,
  { id }: Deal,
  standing: readonly StandingFigure[],
  asOf: string | null,
): PlanInput | null {
  const called = (words: Pattern) =>
    standing
      .filter(({ figure }) => words.test(figure.label))
      .sort((a, b) => met(question, b.figure) - met(question, a.figure))[0];
  // What became of it may be the one that is called so.
  const earlier = called(WAS_PLANNED) ?? called(ENLARGED);
  const own = new Set(contentRoots(earlier?.figure.label ?? ""));
  const like = ({ figure }: StandingFigure) => contentRoots(figure.label).filter((word) => own.has(word)).length;
  const [now] = standing
    .filter((entry) => entry !== earlier)
    .sort((a, b) => like(b) - like(a) || Number(b.figure.headline) - Number(a.figure.headline));
  if (!earlier || !now || now.figure.unit !== earlier.figure.unit) return null;
  return {
    kind: "compare-figures",
    sides: [now, earlier].map(({ figure }) => ({ deal: id, figure: figure.id })),
    of: earlier.figure.unit === "GW" ? "power" : "money",
    asOf,
  };
}
