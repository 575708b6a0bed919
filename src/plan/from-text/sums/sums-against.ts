/** "Meta's total with A against its total with B": what the contracts with each of two come to, side by side. */
import type { PlanInput } from "../../plan.ts";
import type { Recorded } from "./figure-sought.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { figuresWith, payerIn, sizeOf } from "./sum-of-recorded.ts";

const SUMS =
  /\b(?:totals?|sums?|together|combined|all told|altogether|(?:both|two|all)(?: of)?(?: (?:its|their|the))?(?: [\w.&-]+){0,2} (?:contracts|deals|agreements|orders))\b/i;
const AGAINST = /\b(?:against|vs\.?|versus|compared?|larger|bigger|higher|more|smaller|less|lower|difference|gap)\b/i;
const NARROWS =
  /\b(?:since|before|after|in 20\d\d|per|each (?:year|gw|mw)|average|revenue|capex|valuation|backlog|debt|gws?|gigawatts?|mws?|megawatts?|power|capacity|share of|%|percent)\b/i;

/** Null unless one of the two sides has several amounts: of single deals another rule tells. */
export const sumsAgainst: ReadSum = ({ reading, terms, words }) => {
  const { names, dates, library } = reading;
  if (names.orgs.length !== 3 || names.deals.length + names.people.length + names.places.length > 0) return null;
  if (terms.length > 0 || !SUMS.test(words) || !AGAINST.test(words) || NARROWS.test(words)) return null;
  const payer = payerIn(reading) ?? names.orgs[0];
  if (payer === undefined) return null;
  const nameOf = (org: string) => library.organisations.get(org)?.name ?? org;
  const sides = names.orgs
    .filter((org) => org !== payer)
    .map((org) => ({ name: `${nameOf(payer)} with ${nameOf(org)}`, found: figuresWith(reading, payer, org, "money") }))
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

const sumOf = (found: readonly Recorded[]): number => found.reduce((sum, one) => sum + sizeOf(one), 0);
