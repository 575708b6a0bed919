/**
 * Whether two figures that a question sets against each other are those that it asks for. A ratio of other figures is the worst
 * answer there is: better none, and which of the records were looked at.
 */
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { VALUATION } from "../../../knowledge/kinds-said.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { areSaid, meetsDemands, withoutNames } from "./demands.ts";
import { countsOf } from "./fits.ts";
import { isNoShare } from "./lone-answer.ts";
import { type Operand, operandsOf } from "./operands.ts";
import { countedIn } from "./operation.ts";
import { areOfPeriods } from "./periods.ts";
import { areOfMonths, areOfNamed, areParts, monthsIn } from "./told-apart.ts";
import { areWithThird } from "./with-third.ts";
import { areWordsMet } from "./words-met.ts";

/** False where the plan sets figures against each other of which the words or names of the question say something else. */
export function isAccounted(reading: Reading, plan: PlanInput): boolean {
  if (isNoShare(reading, plan) || isOneTwice(reading, plan) || isOfOtherMeasure(reading, plan)) return false;
  if (isNoneOfSeveral(reading, plan)) return false;
  if (saysOtherAmounts(reading, plan) || isOfNoMeasure(reading, plan) || !areWordsMet(reading, plan)) return false;
  if (reading.conversation.plan !== null || (plan.kind !== "evaluate" && plan.kind !== "compare-figures")) return true;
  const operands = operandsOf(reading.library, plan, reading.asOf);
  if (operands === null) return true;
  const figures = operands.map(({ figure }) => figure);
  return (
    meetsDemands(withoutNames(reading), figures) &&
    (plan.kind === "evaluate" || areSaid(reading, operands)) &&
    (plan.kind === "evaluate" || areCounted(reading.question, operands)) &&
    areOfPeriods(reading, operands) &&
    areOfNamed(reading, operands) &&
    areParts(reading, operands) &&
    areOfMonths(reading, monthsIn(reading.question), operands) &&
    areInvolved(reading, operands) &&
    areWithThird(reading, operands)
  );
}

/** "Who pays the highest fee": who takes part in one deal is no answer to who stands out among many. */
const isNoneOfSeveral = ({ question, names, conversation }: Reading, plan: PlanInput): boolean =>
  plan.kind === "show-figure" &&
  plan.attribute === "parties" &&
  conversation.plan === null &&
  names.deals.length === 0 &&
  !/\bwho (?:said|says|called|calls)\b/i.test(question) &&
  /(?<!\bat )\b(?:the most(?! recent)|the least|highest|lowest|biggest|largest|smallest)\b/i.test(question);

/** "OpenAI headcount vs Anthropic headcount": one figure that is about both companies is none of what is asked of each. */
const isOfNoMeasure = ({ question, names, conversation }: Reading, plan: PlanInput): boolean =>
  plan.kind === "show-metric" &&
  conversation.plan === null &&
  (plan.measures ?? []).length === 0 &&
  names.orgs.length > 1 &&
  /\b(?:vs\.?|versus)(?=\s)/i.test(question) &&
  !names.mentions.some(({ refs }) => refs.some(({ type }) => type === "metric"));

/** "25bn against the earlier 8bn": deals that have neither are not meant. */
function saysOtherAmounts({ quantities, library, asOf, conversation }: Reading, plan: PlanInput): boolean {
  if ((plan.kind !== "compare" && plan.kind !== "compare-figures") || conversation.plan !== null) return false;
  const said = quantities.filter(({ quantity }) => isMoney(quantity.unit)).map(({ quantity }) => quantity.high);
  if (said.length < 2) return false;
  const deals = plan.kind === "compare" ? plan.deals : plan.sides.flatMap(({ deal }) => deal ?? []);
  if (plan.kind === "compare-figures" && deals.length < plan.sides.length) return false;
  return !deals.every((id) => {
    const deal = library.deals.get(id);
    const figures = deal ? (stateOn(deal, asOf)?.figures ?? []) : [];
    return figures.some(({ figure }) =>
      said.some((value) =>
        [figure.low, figure.high].some((end) => end !== null && Math.abs(end - value) <= value * 0.02),
      ),
    );
  });
}

/** What somebody is worth is asked, and what they take in is shown. */
const isOfOtherMeasure = ({ question, library, conversation }: Reading, plan: PlanInput): boolean =>
  plan.kind === "compare-metrics" &&
  conversation.plan === null &&
  VALUATION.test(question) &&
  plan.metrics.every(({ metric }) => library.metrics.get(metric)?.measure !== "valuation");

/** A company's backlog beside its backlog, where its revenue is asked for as well. */
const isOneTwice = ({ question, conversation }: Reading, plan: PlanInput): boolean =>
  plan.kind === "compare-metrics" &&
  conversation.plan === null &&
  new Set(plan.metrics.map(({ metric }) => metric)).size < plan.metrics.length &&
  (new Set(plan.metrics.map(({ metric, period }) => `${metric} ${period}`)).size < plan.metrics.length ||
    MEASURED.some(
      ([said, measure]) =>
        said.test(question) && !(plan.measures ?? []).some((one) => one.startsWith(measure) || one.endsWith(measure)),
    ));
const MEASURED: readonly (readonly [said: RegExp, measure: string])[] = [
  [/\b(?:revenues?|sales)\b/i, "revenue"],
  [/\bcapex\b/i, "capex"],
  [/\b(?:backlog|rpo)\b/i, "backlog"],
  [/\bdebt\b/i, "debt"],
];

/** What stands in place of a pair of gigawatts is no pair of dollars, unless the question counts so. */
export function countsAlike({ library, asOf, question }: Reading, before: PlanInput, after: PlanInput): boolean {
  const [was, is] = [before, after].map((plan) => operandsOf(library, plan, asOf)?.[0]?.figure);
  return !was || !is || countsOf(was) === countsOf(is) || countedIn(question) === countsOf(is);
}

/** "Price paid per share, which is higher": prices are set against each other where prices are asked for. */
const areCounted = (question: string, operands: readonly Operand[]): boolean =>
  countedIn(question) !== "price" || operands.every(({ figure }) => countsOf(figure) === "price");

/** Everybody who is named has a part in the record of one of the two. */
function areInvolved({ names, library, question }: Reading, operands: readonly Operand[]): boolean {
  const bearers = operands.flatMap(({ record }) =>
    record.type === "metric"
      ? (library.metrics.get(record.id)?.subjects ?? [])
      : (library.deals.get(record.id)?.parties.map(({ org }) => org) ?? []),
  );
  const told = operands
    .map(
      ({ record, figure }) =>
        `${library.deals.get(record.id)?.name ?? library.metrics.get(record.id)?.name ?? ""} ${figure.label} ${figure.note ?? ""}`,
    )
    .join(" ")
    .toLowerCase();
  return names.orgs.every((org) => {
    const own = family(library, org);
    // Whose report it is takes no part.
    if (library.organisations.get(org)?.kind === "media") return true;
    if (bearers.some((bearer) => own.has(bearer) || family(library, bearer).has(org))) return true;
    const said = names.mentions.filter(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org));
    return said.some(({ start, end }) => told.includes(question.slice(start, end).toLowerCase()));
  });
}

/** Deals whose figures were set against each other, to be named beside a refusal. */
export const nearTo = ({ library, asOf }: Reading, plan: PlanInput): string[] =>
  plan.kind === "show-figure"
    ? [plan.subject]
    : [
        ...new Set(
          (operandsOf(library, plan, asOf) ?? []).flatMap(({ record }) => (record.type === "deal" ? [record.id] : [])),
        ),
      ].slice(0, 3);
