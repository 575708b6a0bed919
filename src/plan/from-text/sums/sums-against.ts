/** "Meta's total with A against its total with B": what the contracts with each of two come to, side by side. */
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import type { Recorded } from "./figure-sought.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { figuresWith, payerIn, sizeOf } from "./sum-of-recorded.ts";

const SUMS =
  /\b(?:totals?|sums?|together|combined|all told|altogether|(?:both|two|all)(?: of)?(?: (?:its|their|the))?(?: [\w.&-]+){0,2} (?:contracts|deals|agreements|orders))\b/i;
const AGAINST = /\b(?:against|vs\.?|versus|compared?|larger|bigger|higher|more|smaller|less|lower|difference|gap)\b/i;
const BETWEEN =
  /\b(?:against|vs\.?|versus|compared (?:to|with)|(?:larger|bigger|higher|more|smaller|less|lower) than)(?=\s)/i;
const MOST = 5;
const NARROWS =
  /\b(?:since|before|after|in 20\d\d|per|each (?:year|gw|mw)|average|revenue|capex|valuation|backlog|debt|gws?|gigawatts?|mws?|megawatts?|power|capacity|share of|%|percent)\b/i;

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
  const payer = payerIn(reading) ?? names.orgs[0];
  if (payer === undefined) return null;
  const nameOf = (org: string) => library.organisations.get(org)?.name ?? org;
  const sides = sidesOf(reading, payer)
    .map((orgs) => ({
      name: `${nameOf(payer)} with ${orgs.map(nameOf).join(" and ")}`,
      found: addedOnce(orgs.map((org) => figuresWith(reading, payer, org, "money"))),
    }))
    .sort((a, b) => sumOf(b.found) - sumOf(a.found));
  const [first, second] = sides;
  if (!first || !second || first.found.length * second.found.length === 0) return null;
  if (first.found.length + second.found.length < 3) return null;
  const figures = sides.flatMap(({ found }) => found);
  if (new Set(figures.map(({ figure }) => `${figure.unit} ${figure.per ?? ""}`)).size > 1) return null;
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

/** The others than the payer, as the words that compare part them. */
function sidesOf({ question, names }: Reading, payer: string): string[][] {
  const others = names.orgs.filter((org) => org !== payer);
  if (others.length === 2) return others.map((org) => [org]);
  const at = BETWEEN.exec(question)?.index ?? Number.NaN;
  const startOf = (org: string) =>
    names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org))?.start ?? 0;
  const sides = [others.filter((org) => startOf(org) < at), others.filter((org) => startOf(org) > at)];
  return sides.every(({ length }) => length > 0) ? sides : [];
}

/** None where one of them has no amount: the sum would be too small. */
const addedOnce = (found: readonly Recorded[][]): Recorded[] =>
  found.some(({ length }) => length === 0) ? [] : found.flat();

const sumOf = (found: readonly Recorded[]): number => found.reduce((sum, one) => sum + sizeOf(one), 0);
