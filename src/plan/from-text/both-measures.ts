/** "OpenAI's revenue and net loss in Q1 2026": two figures of one company in one breath, each told as it is told alone. */
import { fitsPeriod, pickPoint } from "../../knowledge/metrics.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { Plan } from "../plan.ts";
import { measuresSaid } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { evaluated, type SumLine } from "./sums/sum.ts";

/** Only this stands between the two. */
const JOINT =
  /^[\s,]*(?:(?:figures?|numbers?|totals?)\s*)?(?:,|and|&|\+|plus|as well as)[\s,]*(?:(?:its|their|his|the|what|was|is|were|are|net|total|operating|annual|cash|how much|did|it|they)\s+)*$/i;
/** The two are set against each other, or worked with. */
const WORKED_WITH =
  /\b(?:vs\.?|versus|than|compare\w*|against|ratio|multiple|times|divided|over|minus|less|difference|gap|share|percent\w*|sum|together|combined|total of|add(?:ed)?|both|which|between|exceed\w*|cover\w*|chang\w*|grow\w*)\b|[%×÷]/i;

export const bothMeasures: ReadRule = {
  name: "both-measures",
  read(reading) {
    const { question, names, dates } = reading;
    if (names.orgs.length !== 1 || names.deals.length > 0 || WORKED_WITH.test(question)) return null;
    const [first, second, ...more] = measuresSaid(question);
    if (!first || !second || more.length > 0 || !JOINT.test(question.slice(first.end, second.start))) return null;
    const alone = [
      question.slice(0, first.end) + question.slice(second.end),
      question.slice(0, first.start) + question.slice(second.start),
    ];
    const lines = alone.flatMap((text) => lineOf(reading, reading.reread(text, true)) ?? []);
    const isApart = new Set(lines.map(({ expression }) => expression)).size === alone.length;
    return isApart ? evaluated(lines, { lead: [1, 2], asOf: dates.asOf }) : null;
  },
};

/** The figure that a plan tells of a company; null where it tells none, or another. */
function lineOf({ library, asOf, names }: Reading, plan: Plan): SumLine | null {
  if (plan.kind !== "show-metric" || plan.history) return null;
  const metric = library.metrics.get(plan.metric);
  const { period, measures, words } = plan;
  const point = metric && pickPoint(metric, { period, measures, words: contentWords(words) }, asOf)?.point;
  if (!metric || !point || (measures.length > 0 && !measures.includes(point.measure))) return null;
  if (metric.subjects[0] !== names.orgs[0] || (period !== null && !fitsPeriod(point.period, period))) return null;
  return { label: point.label.slice(0, 80), expression: `@${metric.id}:${point.id}` };
}
