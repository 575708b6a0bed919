/** Whether a figure is one that the words tell from others of its record: a month that is said, a part that is named. */

import type { FigureOf } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import { gated } from "../../../knowledge/gated.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { nameWordsOf } from "../../../knowledge/named-in.ts";
import { placesOf } from "../../../knowledge/names.ts";
import { family } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import { extentOf } from "./extents.ts";
import type { Operand } from "./operands.ts";
import { ownPart } from "./own-part.ts";

/** Where organisations alone are named, each figure has to do with one of them: Amazon's is no side of a question of Meta's. */
export function areOfNamed({ names, library }: Reading, operands: readonly Operand[]): boolean {
  const { orgs, deals, places, people } = names;
  // "UAE: first phase vs the full campus" is of no other country.
  if (places.length === 1 && orgs.length + deals.length + people.length === 0)
    return operands.every(({ record }) => {
      const sites = library.deals.get(record.id)?.sites ?? [];
      return sites.some((site) => placesOf(site).some((at) => places.includes(at)));
    });
  const others = names.mentions.some(({ refs }) => refs.every(({ type }) => type !== "org" && type !== "term"));
  if (orgs.length === 0 || deals.length + places.length + people.length > 0 || others) return true;
  return operands.every(({ record }) => {
    const bearers =
      library.metrics.get(record.id)?.subjects ?? library.deals.get(record.id)?.parties.map(({ org }) => org) ?? [];
    return bearers.some((one) => orgs.some((org) => family(library, org).has(one) || family(library, one).has(org)));
  });
}

/** A part of a deal that no word names stands for the deal only where the deal has no sum of that kind as a whole. */
export const areParts = ({ library, question, asOf }: Reading, operands: readonly Operand[]): boolean => {
  const said = new Set(contentRoots(question));
  // Of one record parts are chosen by other words than their labels': "upfront", "conditional".
  if (new Set(operands.map(({ record }) => record.id)).size < operands.length) return true;
  return operands.every(({ record, figure }) => {
    const deal = library.deals.get(record.id);
    if (!deal || ("headline" in figure && figure.headline)) return true;
    const whole = stateOn(deal, asOf)?.figures.some(
      ({ figure: one, ended }) => one.headline && !ended && one.of === figure.of && one.unit === figure.unit,
    );
    return !whole || contentRoots(`${figure.label} ${figure.id.replace(/-/g, " ")}`).some((root) => said.has(root));
  });
};

/** Kinds of money that no deal is known for, and words by which somebody asks for them. */
const ODD: Partial<Record<FigureOf, RegExp>> = {
  revenue: /\b(?:revenues?|sales|earn\w*|takes? in|took in|income|turnover|worth|value)\b/i,
  loss: /\bloss|lost\b/i,
};

/** Whether a figure is of a kind that nobody means who does not say it: what somebody takes in or loses, what a share traded at. */
export const isOdd = (question: string, { of, label }: { of: FigureOf; label: string }): boolean =>
  ODD[of]?.test(question) === false || (of === "price" && MARKET.test(label) && !MARKET.test(question));
/** What a share traded at is no price that somebody paid. */
const MARKET = gated(/\b(?:clos(?:ing|ed)|market|trad(?:ed|ing))\b/i);

/**
 * A part of a deal stands beside another deal only where something says it: a word of its label that is no name, its kind of money,
 * or the extent that it is. Else the sum of the deal as a whole is meant.
 */
export function isSaidPart(
  { library, question, asOf, names: { orgs } }: Reading,
  words: string,
  { record, figure, headline }: Pick<FigureCandidate, "record" | "figure" | "headline">,
): boolean {
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  if (!deal || headline || !isMoney(figure.unit)) return true;
  if (isOdd(question, figure)) return false;
  const whole = stateOn(deal, asOf)?.figures.find(
    ({ figure: one, ended }) => one.headline && !ended && isMoney(one.unit),
  );
  // Its kind tells a figure from the whole only where the whole is of another.
  const byKind = whole?.figure.of !== figure.of && kindsSaid(question).some((of) => of.includes(figure.of));
  if (!whole || byKind || extentOf(question, figure) > 0) return true;
  if (ownPart(library, deal, orgs, figure) === "own") return true;
  const names = nameWordsOf(deal);
  // What is sold as bonds is called notes as well, all of it.
  const own = contentRoots(`${figure.label} ${figure.id.replace(/-/g, " ")}`).filter(
    (root) => !names.has(root) && !(whole.figure.of === figure.of && SOLD.has(root)),
  );
  const said = new Set(contentRoots(words));
  return own.some((root) => said.has(root));
}

const SOLD: ReadonlySet<string> = new Set(contentRoots("notes bonds paper securities"));

const MONTHS = "january february march april may june july august september october november december".split(" ");

const MONTH_NAMED = new RegExp(
  String.raw`\b(${MONTHS.filter((month) => month !== "may").join("|")})\b|\b(?:in|of|by|since|the|and|to|from|vs\.?|versus) (may)\b|(May)(?=['’ ])`,
  "gi",
);

/** "-05" of "the one in May", in the order in which they are said. */
export const monthsNamed = (question: string): string[] => {
  const names = [...question.matchAll(MONTH_NAMED)].flatMap(
    ([, month, second, third]) => month ?? second ?? (third === "May" ? third : []),
  );
  return [...new Set(names.map((name) => `-${String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, "0")}`))];
};

/** "2 June 2025" of "2025-06-02". */
export function sayDay(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  return [day.replace(/^0/, ""), name && `${name[0]?.toUpperCase()}${name.slice(1)}`, year].filter(Boolean).join(" ");
}

type Month = { month: string; number: string };
export const monthsIn = (question: string): Month[] =>
  MONTH_SAID.flatMap(({ said, ...month }) => (said.test(question) ? [month] : []));
const MONTH_SAID = MONTHS.map((month, at) => ({
  month,
  number: `-${String(at + 1).padStart(2, "0")}`,
  // "May" is also a verb.
  said: new RegExp(String.raw`\b${month === "may" ? "May" : month}(?='s|’s| \w)`, month === "may" ? "" : "i"),
}));

/** A month that is said is that of one of the figures. */
export function areOfMonths({ library }: Reading, said: readonly Month[], operands: readonly Operand[]): boolean {
  return said.every(({ month, number }) =>
    operands.some(({ record, figure }) => {
      const deal = library.deals.get(record.id);
      const dates = deal
        ? deal.events.filter(({ figures }) => figures?.some((one) => one.id === figure.id)).map(({ date }) => date)
        : "measure" in figure
          ? [figure.period, figure.as_of]
          : [];
      const text = `${figure.label} ${deal?.name ?? ""}`.toLowerCase();
      return (
        text.includes(month) || dates.some((date) => date.slice(4).startsWith(number) || date.includes(`${number}-`))
      );
    }),
  );
}
