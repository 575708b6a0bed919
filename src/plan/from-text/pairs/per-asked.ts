/**
 * "Dollars per acre", "lease revenue per year", asked of one deal: worked out where the record has the sum and what it is for,
 * and otherwise not answered by the sum alone.
 */

import type { Figure } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { toSought } from "../sought.ts";
import { termOf } from "../sums/figure-sought.ts";
import { evaluated } from "../sums/sum.ts";
import { meetsDemands, withoutNames } from "./demands.ts";

const PER =
  /(?:\bper\s|\b(?:for|on) (?:each|every)\s|\/\s?)((?:[a-z]+ ){0,1}?)(years?|annum|acres?|jobs?|gpus?|chips?|[gv]b\d00s?|[hb]\d00s?|gb300s?|mi\d{3}\w?s?|tpus?|accelerators?|buildings?|homes?|racks?|employees?|engineers?|staff|reactors?|plants?|campus|campuses)\b|\b(annual|annually|yearly|annualised|annualized)\b/i;
const YEARLY = gated(/^(?:year|annum|annual)/i);
const SAYS_YEARLY = gated(/\b(?:per|an?|each|every) year\b|\b(?:annual|yearly)|\byear's\b/i);
/** For each of something else as well, or over a time that the asker gives. */
const ALSO = /(?:\bper\s|\/\s?)(?:[kmg]w|kilowatt|megawatt|gigawatt)|\b\d+[- ]?(?:yrs?|years?|months?)\b/i;
/** Of how many the record tells by these words. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  acre: /\b(?:area|acres?|land)\b/i,
  job: /\bjobs?\b/i,
  gpu: /\b(?:gpus?|chips?|accelerators?)\b/i,
  chip: /\b(?:gpus?|chips?|tpus?|accelerators?)\b/i,
  building: /\bbuildings?\b/i,
  employee: /\b(?:employees|staff|engineers)\b/i,
  engineer: /\bengineers\b/i,
  staff: /\b(?:employees|staff)\b/i,
  reactor: /\breactors?\b/i,
  plant: /\bplants?\b/i,
  campus: /\bcampuses\b/i,
};

/** What the plan becomes; null where it stands. */
export function perAsked(reading: Reading, plan: PlanInput): PlanInput | null {
  const { question, conversation, quantities, library, asOf, dates } = reading;
  if (plan.kind !== "show-figure" || conversation.plan !== null || quantities.length > 0) return null;
  // A name may have a slash and a noun of its own.
  const words = withoutNames(reading);
  const [, modifier = "", noun = "", adverb = ""] = PER.exec(words) ?? [];
  const unit = (noun || adverb).toLowerCase();
  const deal = library.deals.get(plan.subject);
  if (unit === "" || !deal || ALSO.test(question)) return null;
  const yearly = YEARLY.test(unit);
  const sought = toSought(reading, plan.attribute ?? null, 0);
  const [first, ...others] = findStatements(library, sought, 3, [`deal:${deal.id}`]);
  const says = (text: string): boolean =>
    yearly
      ? SAYS_YEARLY.test(text)
      : new RegExp(String.raw`\b(?:per|an?|each|every) ${unit.replace(/s$/, "")}`, "i").test(text);
  if ([first, ...others].some((one) => one && (one.statement.amount?.per !== undefined || says(one.statement.text))))
    return null;
  const standing = (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => !ended).map(({ figure }) => figure);
  const money = moneyOf(standing, words, question);
  const below = money && (yearly ? lengthOf(money) : countOf(standing, unit, modifier.trim()));
  if (!money || !below)
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  const target = yearly ? `${money.unit}/year` : null;
  return evaluated(
    [
      { label: `${deal.name}, ${money.label}`.slice(0, 80), expression: `@${deal.id}:${money.id}` },
      { label: below.label.slice(0, 80), expression: below.expression ?? `@${deal.id}:${below.id}` },
      {
        label: yearly ? "a year" : `for each (${unit.replace(/s$/, "")})`,
        expression: `#1 / #2${target ? ` in ${target}` : ""}`,
      },
    ],
    {
      title: `${deal.name}: ${money.label} for each ${yearly ? "year" : unit}`.slice(0, 120),
      lead: [3, 1, 2],
      asOf: dates.asOf,
    },
  );
}

/** The sum that the words say, else the one that stands for the deal. */
function moneyOf(figures: readonly Figure[], words: string, question: string): Figure | null {
  const sums = figures.filter(({ unit, per, of }) => isMoney(unit) && !per && of !== "price" && of !== "valuation");
  const fitting = sums.filter((one) => meetsDemands(words, [one]));
  const asked = new Set(contentRoots(question));
  const said = ({ label }: Figure): number => contentRoots(label).filter((root) => asked.has(root)).length;
  const most = Math.max(0, ...fitting.map(said));
  const best = fitting.filter((one) => said(one) === most);
  return best.find(({ headline }) => headline) ?? (best.length === 1 ? (best[0] ?? null) : null);
}

type Below = { label: string; expression: string | null; id: string };

function lengthOf(money: Figure): Below | null {
  const length = termOf({ figure: money });
  return length ? { label: `Length: ${length}`, expression: length, id: "" } : null;
}

function countOf(figures: readonly Figure[], unit: string, modifier: string): Below | null {
  const one = unit.replace(/s$/, "");
  // "Per GB200": of the chips of that name, or of chips.
  const pattern = /\d|^tpu|^acc/.test(one) ? COUNTED.chip : (COUNTED[one] ?? COUNTED[unit]);
  if (!pattern) return null;
  const roots = contentRoots(modifier);
  const counts = figures.filter(({ unit: of, label, per }) => of === "count" && !per && pattern.test(label));
  const told =
    roots.length === 0
      ? counts
      : counts.filter(({ label }) => roots.some((root) => contentRoots(label).includes(root)));
  const [only, ...more] = told.length > 0 ? told : counts;
  return only && (more.length === 0 || told.length === 1) ? { label: only.label, expression: null, id: only.id } : null;
}
