/** "Meta's total with A against its total with B": what the contracts with each of two come to, side by side. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import type { Recorded } from "./figure-sought.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { figuresWith, sizeOf } from "./sum-of-recorded.ts";

const SUMS = gated(
  /\b(?:totals?|sums?|together|combined|all told|altogether|(?:both|two|all)(?: of)?(?: (?:its|their|the))?(?: [\w.&-]+){0,2} (?:contracts|deals|agreements|orders))\b/i,
);
const AGAINST = /\b(?:against|vs\.?|versus|compared?|larger|bigger|higher|more|smaller|less|lower|difference|gap)\b/i;
const BETWEEN =
  /\b(?:against|vs\.?|versus|compared (?:to|with)|(?:larger|bigger|higher|more|smaller|less|lower) than)(?=\s)/i;
const MOST = 5;
const NARROWS =
  /\b(?:since|before|after|in 20\d\d|per|each (?:year|gw|mw)|average|revenue|capex|valuation|backlog|debt|gws?|gigawatts?|mws?|megawatts?|power|capacity|share of|invest\w*|stakes?|equity|shares?|%|percent)\b/i;

/** Null unless one of the two sides has several amounts: of single deals another rule tells. */
export const sumsAgainst: ReadSum = ({ reading, terms, words }) => {
  const { names, dates, library } = reading;
  if (
    names.orgs.length < 3 ||
    names.orgs.length > MOST ||
    names.deals.length + names.people.length + names.places.length > 0
  )
    return null;
  if (terms.length > 0 || !SUMS.test(words) || !AGAINST.test(words) || NARROWS.test(words)) return null;
  const nameOf = (org: string) => library.organisations.get(org)?.name ?? org;
  const sides = sidesOf(reading)
    .map(({ payer, orgs }) => ({
      name: `${nameOf(payer)} with ${orgs.map(nameOf).join(" and ")}`,
      found: addedOnce(orgs.map((org) => figuresWith(reading, payer, org, "money"))),
    }))
    .sort((a, b) => sumOf(b.found) - sumOf(a.found));
  const [first, second] = sides;
  if (!first || !second || first.found.length * second.found.length === 0) return null;
  const figures = sides.flatMap(({ found }) => found);
  if (figures.length < 3 && figures.every(({ headline }) => headline)) return null;
  if (new Set(figures.map(({ figure }) => `${figure.of} ${figure.unit} ${figure.per ?? ""}`)).size > 1) return null;
  const lines = sides.flatMap(({ found }) =>
    found.map(({ label, expression }) => ({ label: label.slice(0, 80), expression })),
  );
  const most = first.found.length;
  const added = (from: number, count: number) =>
    Array.from({ length: count }, (_one, at) => `#${from + at + 1}`).join(" + ");
  const at = lines.length;
  return evaluated(
    [
      ...lines,
      { label: `larger, ${first.name}`.slice(0, 80), expression: added(0, most) },
      { label: second.name.slice(0, 80), expression: added(most, second.found.length) },
      { label: "difference", expression: `#${at + 1} - #${at + 2}` },
    ],
    { title: "Deals against deals", lead: [at + 1, at + 2, at + 3], asOf: dates.asOf },
  ) satisfies PlanInput;
};

type SideOf = { payer: string; orgs: string[] };

/** Whose deals with whom, as the words that compare part them; each half may have a payer of its own. */
function sidesOf(reading: Reading): SideOf[] {
  const { question, names } = reading;
  const mentions = names.mentions.flatMap(({ refs, start, end }) => {
    const org = refs.find(({ type }) => type === "org")?.id;
    const owns = /['’]s?$/.test(question.slice(start, end)) || /^['’]s?\b/.test(question.slice(end));
    return org ? [{ org, start, owns }] : [];
  });
  const at = BETWEEN.exec(question)?.index ?? Number.NaN;
  const halves = [mentions.filter(({ start }) => start < at), mentions.filter(({ start }) => start > at)];
  const own = halves.map(([first, ...others]) => ({
    payer: first?.owns ? first.org : "",
    orgs: [...new Set(others.map(({ org }) => org))].filter((org) => org !== first?.org),
  }));
  if (own.every(({ payer, orgs }) => payer !== "" && orgs.length > 0) && own[0]?.payer !== own[1]?.payer) return own;
  const isFor = ({ start }: { start: number }) => /\bfor\s+$/i.test(question.slice(0, start));
  const payer = (mentions.find(({ owns }) => owns) ?? mentions.find(isFor))?.org ?? names.orgs[0] ?? "";
  const others = names.orgs.filter((org) => org !== payer);
  if (others.length === 2) return others.map((org) => ({ payer, orgs: [org] }));
  const sides = halves.map((half) => ({
    payer,
    orgs: [...new Set(half.map(({ org }) => org))].filter((org) => org !== payer),
  }));
  return sides.every(({ orgs }) => orgs.length > 0) ? sides : [];
}

/** None where one of them has no amount: the sum would be too small. */
const addedOnce = (found: readonly Recorded[][]): Recorded[] =>
  found.some(({ length }) => length === 0) ? [] : found.flat();

const sumOf = (found: readonly Recorded[]): number => found.reduce((sum, one) => sum + sizeOf(one), 0);
