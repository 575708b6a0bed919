/** "The biggest of CoreWeave's three contracts with OpenAI", "who put the most into the round": the largest part within one record. */

import type { Deal, FigureOf } from "../../../knowledge/schema.ts";
import { isMoney, outlineOn, type StandingFigure } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { chooseDeal } from "./choose-deal.ts";
import { partsOf } from "./follow-up/largest-part.ts";
import { withoutNames } from "./pairs/demands.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

/** Nouns for parts that labels of figures have. */
const PART =
  /\b(contract|tranche|phase|vehicle|loan|bond|backstop|guarantee|warrant|option|lease|building|unit|order|raise|extension|agreement|commitment|site)s?\b/i;
/** Parts as such: what each of them is of tells them apart. */
const ANY_PART = gated(/\b(?:parts?|components?|pieces?|portions?|chunks?|elements?|legs?|slices?)\b/i);
/** Somebody's part in it is asked for. */
const WHOSE = gated(
  /^(?:\W*(?:so|and|ok|hey),? )*(?:who\b|whose\b|(?:which|what) (?:[\w-]+ ){0,3}?(?:investors?|backers?|partners?|part(?:y|ies)|members?|lenders?|suppliers?|compan(?:y|ies)|firms?|banks?|vendors?|developers?|contributors?|funders?)\b)|^\W*(?:of|among) [^,?]{3,90}, who\b|^\W*which of [^?]{2,60}?\b(?:funders?|backers?|investors?|partners?|members?|lenders?|contributors?|owners?|shareholders?)\b|\b(?:biggest|largest|smallest|lead|main|top) (?:single )?(?:investor|backer|contributor|partner|lender|cheque|check|ticket|supplier)\b/i,
);
const ASKS_WHO = gated(/\b(?:who|investor|backer|contributor|lender|che(?:que|ck)|ticket)\b/i);
const KINDS: readonly (readonly [readonly FigureOf[], RegExp])[] = [
  [
    ["equity"],
    /\b(?:equity|stakes?|shares?|invest\w*|put|che(?:que|ck)s?|back\w*|contribut\w*|pledg\w*|commit(?:s|ted)?|chip(?:s|ped)? in|fund(?:er|ed|ing)s?)\b/i,
  ],
  [["debt"], /\b(?:debt|loans?|lend\w*|lent|borrow\w*|bonds?)\b/i],
  [["guarantee"], /\b(?:guarantee\w*|backstop\w*)\b/i],
  [["capacity", "generation"], /\b(?:gw|gigawatts?|mw|megawatts?|capacity|power)\b/i],
];
/** Two are set against each other. */
const TWO = /\b(?:difference|vs|versus|than|compared)\b/i;
/** A figure of all of them is none of the parts. */
const WHOLE = /\b(?:all|together|total|combined|whole|both|altogether|included|sum|overall|target|plan|planned)\b/i;
const MOST_SIDES = 6;
const COUNTS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 };

export const partsRanking: ReadRule = {
  name: "parts-ranking",
  read(reading) {
    const { question, names, dates } = reading;
    const superlative = superlativeIn(question);
    if (!superlative || superlative.weak || TWO.test(question)) return null;
    const ranks = !superlative.one;
    if (ranks && superlative.sort !== "value" && superlative.sort !== "capacity") return null;
    // The contracts of one company are deals of their own.
    if (ranks && names.deals.length === 0 && names.orgs.length < 2) return null;
    if (names.orgs.length + names.deals.length === 0) return null;
    const anyPart = ANY_PART.test(question);
    const whose = anyPart || WHOSE.test(question);
    // A name may have the noun: "OpenAI's CoreWeave contracts".
    const noun = (PART.exec(withoutNames(reading)) ??
      (ranks || names.deals.length > 0 ? PART.exec(question) : null))?.[1]?.toLowerCase();
    if ((!whose && noun === undefined) || (ranks && whose)) return null;
    const of = KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? [];
    const within = (deal: Deal) => (whose ? partsByParty(reading, deal, of) : partsByNoun(reading, deal, noun ?? ""));
    const deal = recordMeant(reading, whose ? null : within);
    if (!deal) return null;
    const found = within(deal);
    const parts =
      found.length > 1
        ? found.map((one) => toPart(deal, one))
        : whose
          ? partsOf(reading, deal, of.includes("capacity"))
          : [];
    const sorted = parts.sort((a, b) => (superlative.ascending ? a.size - b.size : b.size - a.size));
    if (ranks)
      return sorted.length < 2
        ? null
        : {
            kind: "compare-figures",
            sides: sorted.slice(0, MOST_SIDES).map(({ id, figure }) => ({ deal: id, figure })),
            of: sorted[0]?.attribute === "value" ? "money" : "power",
            least: superlative.ascending,
            asOf: dates.asOf,
          };
    const [chosen, next] = sorted.slice(superlative.place - 1);
    if (!chosen || sorted.length < 2) {
      // Who has the largest part of a round is nobody's to say where no part is on record.
      const asked = whose && !anyPart && names.deals.length > 0 && ASKS_WHO.test(question);
      return asked ? { kind: "decline", reason: "undisclosed", about: "" } : null;
    }
    if (next?.size === chosen.size)
      return {
        kind: "compare-figures",
        sides: sorted
          .filter(({ size }) => size === chosen.size)
          .slice(0, MOST_SIDES)
          .map(({ id, figure }) => ({ deal: id, figure })),
        of: chosen.attribute === "value" ? "money" : "power",
        asOf: dates.asOf,
      };
    return {
      kind: "show-figure",
      subject: chosen.id,
      figure: chosen.figure,
      attribute: chosen.attribute,
      topic: "",
      asOf: dates.asOf,
    } satisfies PlanInput;
  },
};

/** The figures that the noun of the question is for, within the one record that is meant. */
export function partsOfKind(reading: Reading): { deal: Deal; parts: StandingFigure[] } | null {
  const noun = (PART.exec(withoutNames(reading)) ?? PART.exec(reading.question))?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  const within = (deal: Deal) => partsByNoun(reading, deal, noun);
  const deal = recordMeant(reading, within);
  return deal ? { deal, parts: within(deal) } : null;
}

const sizeOf = ({ figure }: StandingFigure): number => figure.high ?? figure.low ?? 0;
const toPart = (deal: Deal, one: StandingFigure) => ({
  id: deal.id,
  figure: one.figure.id,
  attribute: isMoney(one.figure.unit) ? ("value" as const) : ("capacity" as const),
  size: sizeOf(one),
});

/** The record whose parts are meant: the one that is named, that between those named, that of the amount, or that has as many. */
function recordMeant(reading: Reading, parts: ((deal: Deal) => readonly StandingFigure[]) | null): Deal | undefined {
  const { names, library, quantities, question } = reading;
  const [named, ...more] = names.deals;
  if (named !== undefined) return more.length === 0 ? library.deals.get(named) : undefined;
  const takesPart = (deal: Deal) =>
    names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org)));
  const count = /\b(two|three|four|five|six|[2-6])\b/i.exec(question)?.[1]?.toLowerCase();
  if (count !== undefined && parts) {
    const [first] = names.orgs;
    const all = (library.dealsOf.get(first ?? "") ?? []).filter(
      (deal) => takesPart(deal) && parts(deal).length === (COUNTS[count] ?? Number(count)),
    );
    const [only] = new Set(all);
    if (only && new Set(all).size === 1) return only;
  }
  const all = chooseDeal(reading);
  // "The $122 billion round" is told by its amount, whatever else the words are like.
  const [best, second] = all.some(({ deal }) => isOfAmount(reading, deal))
    ? all.filter(({ deal }) => isOfAmount(reading, deal))
    : all;
  // One company alone has many deals: the words must tell one of them from the others.
  const told = ANY_PART.test(question) && (best?.score ?? 0) > (second?.score ?? 0) + 1;
  if (names.orgs.length < 2 && quantities.length === 0 && !told) return undefined;
  return best && takesPart(best.deal) ? best.deal : undefined;
}

const isOfAmount = ({ quantities, asOf }: Reading, deal: Deal): boolean => {
  const money = outlineOn(deal, asOf)?.money?.figure;
  return quantities.some(
    ({ quantity }) => money?.unit === quantity.unit && (money.low === quantity.high || money.high === quantity.high),
  );
};

/** The figures of one kind whose labels have the noun, without that of all of them. */
function partsByNoun({ asOf }: Reading, deal: Deal, noun: string): StandingFigure[] {
  const [root = noun] = contentWords(noun);
  return alike(
    standing(deal, asOf).filter(
      ({ figure }) => contentWords(figure.label).includes(root) && !WHOLE.test(figure.label) && !figure.per,
    ),
  );
}

/** The figures of one kind that are each of somebody who takes part. */
function partsByParty({ asOf, library }: Reading, deal: Deal, of: readonly FigureOf[]): StandingFigure[] {
  const namesOf = deal.parties.map(({ org }) => orgName(library, org).toLowerCase());
  const found = standing(deal, asOf).filter(
    ({ figure }) =>
      (of.length === 0 || of.includes(figure.of)) &&
      !WHOLE.test(figure.label) &&
      namesOf.some((name) => figure.label.toLowerCase().includes(name)),
  );
  return alike(found);
}

const standing = (deal: Deal, asOf: string): readonly StandingFigure[] =>
  outlineOn(deal, asOf)?.figures.filter(({ ended, figure }) => ended === null && !figure.headline) ?? [];

/** Those of the kind and unit that most of them have: like is ranked with like. */
function alike(figures: readonly StandingFigure[]): StandingFigure[] {
  const groups = new Map<string, StandingFigure[]>();
  for (const one of figures) {
    const key = `${one.figure.of} ${one.figure.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
