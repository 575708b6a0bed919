/** "R&D spend?", "how much of that is prepaid", "cash left?" after a company's figure: another of the record, or of one beside it. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import { fitsPeriod } from "../../../knowledge/metrics.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { namesOnly } from "../follow-up/elliptic.ts";
import { levelOn } from "../levels.ts";
import type { measuresIn } from "../measures.ts";
import { ownMetric } from "../metric.ts";
import type { Reading } from "../reading.ts";
import { ONE_BEFORE, yearBefore } from "./another-time.ts";
import { OF_IT } from "./of-another.ts";

/** "For how many GW" after money: the only power that the record has. */
export const POWER =
  /^(?:(?:and|so|for)\b[\s,]*)*(?:how (?:many|much) (?:gws?|mws?|gigawatts?|megawatts?|power|capacity)|gws?|gigawatts?|power|capacity)(?: (?:is|was) (?:that|it)(?: for)?| (?:does|do|did|would) (?:that|it) (?:buy|get|cover|mean)| for)?[\s?.!]*$/i;
export function inGigawatts({ asOf }: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanInput | null {
  const found = pointsOn(metric, asOf).filter(({ point }) => point.unit === "GW");
  const [only] = found.length === 1 ? found : [];
  return only
    ? { ...last, measures: [only.point.measure], period: only.point.period, words: only.point.label, history: false }
    : null;
}

/** "Revenue?" after the loss of a quarter: the company's revenue of that quarter; "the year before – revenue?" that of the one before. */
export function ofSamePeriod(
  { conversation, library, asOf, dates, question }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
  said: ReturnType<typeof measuresIn>,
): PlanInput | null {
  const ids = new Set(metric.points.map(({ id }) => id));
  const shown = (conversation.shown ?? []).flat().find(({ figure }) => figure !== null && ids.has(figure))?.figure;
  const before = yearBefore({ question, library }, last, metric);
  const period = before ?? last.period ?? metric.points.findLast(({ id }) => id === shown)?.period ?? null;
  const [owner, ...more] = metric.subjects;
  if (period === null || owner === undefined || more.length > 0 || dates.mentioned.length > 0 || dates.period)
    return null;
  if (!namesOnly(question.replace(BARE_MEASURE, " ").replace(ONE_BEFORE, " "), readNames(library, ""), [])) return null;
  const id = ownMetric(library, owner, said, period, asOf);
  const other = library.metrics.get(id ?? "");
  if (!other?.points.some((point) => said.includes(point.measure) && fitsPeriod(point.period, period))) return null;
  return { ...last, metric: other.id, period, measures: [...said], words: "", history: false };
}
const BARE_MEASURE = gated(
  /\b(?:revenues?|sales|net|operating|gross|loss(?:es)?|margin|cash|burn|capex|capital|spending|spend|backlog|rpo|valuation|debt)\b/gi,
);

/** The level on that day in another record of the same company, of what was told. */
export function levelElsewhere(
  { library }: Reading,
  metric: Metric,
  told: PlanOf<"show-metric">["measures"],
  date: string,
): { metric: string; period: string } | null {
  const measures = told.length > 0 ? told : [metric.measure];
  for (const other of library.knowledge.metrics) {
    if (other === metric || other.subjects[0] !== metric.subjects[0] || !measures.includes(other.measure)) continue;
    const period = levelOn(other, date, measures);
    if (period) return { metric: other.id, period };
  }
  return null;
}

/** "Cost of revenue?", "R&D spend": a figure of the same record that is called so, whatever measure it is of. */
export function pointCalled(reading: Reading, last: PlanOf<"show-metric">, metric: Metric): PlanInput | null {
  const { question, library, names, asOf, dates } = reading;
  const words = soughtWords(question).filter(({ tells }) => tells);
  if (names.orgs.length > 0 || dates.mentioned.length > 0 || !words.some(({ weak }) => !weak)) return null;
  const [found] = findStatements(
    library,
    { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf },
    1,
    [`metric:${metric.id}`],
  );
  const point = found?.statement.kind === "point" && found.coverage === 1 ? metric.points[found.statement.index] : null;
  // The main figure is asked for where another one was told.
  const told = reading.conversation.shown?.[0]?.[0]?.figure;
  if (!found || !point || found.own < OWN || last.measures.includes(point.measure)) return null;
  if (point.id === metric.headline && (told === undefined || told === metric.headline)) return null;
  return { ...last, measures: [point.measure], words: question.slice(0, 400), history: false, asOf: null };
}
const OWN = 0.65;

/** The latest figure of the record whose label has all the words as they are: "stake?" is no money that was put in. */
const ALONE = gated(/\b(?:alone|on its own|by itself)\b/i);
function labelledWith(
  { library, asOf, question }: Reading,
  last: PlanOf<"show-metric">,
  words: readonly { word: string }[],
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  const found = (metric ? pointsOn(metric, asOf) : []).filter(({ point }) => {
    const own = new Set(contentRoots(point.label));
    return words.every(({ word }) => own.has(word));
  });
  // "On its own in the merger" is alone, as labels say it.
  const alone = ALONE.test(question) ? found.find((one) => /\balone\b/i.test(one.point.label)) : undefined;
  const point = (alone ?? found.at(-1))?.point;
  if (!point || found.length === metric?.points.length) return null;
  return { ...last, measures: [point.measure], period: point.period, words: point.label, history: false, asOf: null };
}

/** "In the merger with SpaceX" after what xAI is valued at: a figure of xAI's own that says so. */
export function inOwnLabel(reading: Reading, last: PlanOf<"show-metric">): PlanInput | null {
  const words = soughtWords(reading.question).filter(({ weak }) => !weak);
  return words.length > 1 ? labelledWith(reading, last, words) : null;
}

/** "How much of that is component inflation": the only other figure of the record whose label has one of the words. */
function partLabelled(
  { library, asOf, question }: Reading,
  last: PlanOf<"show-metric">,
  words: readonly { word: string }[],
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  if (!metric || !OF_IT.test(question)) return null;
  const found = pointsOn(metric, asOf).filter(({ point }) => {
    const own = new Set(contentRoots(point.label));
    return point.id !== metric.headline && words.some(({ word }) => own.has(word));
  });
  const [only] = found.length === 1 ? found : [];
  return only
    ? { ...last, measures: [only.point.measure], period: only.point.period, words: only.point.label, history: false }
    : null;
}

/** Another figure or a sentence of the same record that has the words: "how much of that is prepaid". */
export function within(reading: Reading, last: PlanOf<"show-metric">): PlanInput | null {
  const { question, library, asOf } = reading;
  const words = soughtWords(question).filter((word) => !word.weak);
  if (words.length === 0) return null;
  const labelled = labelledWith(reading, last, words) ?? partLabelled(reading, last, words);
  if (labelled) return labelled;
  const found = findStatements(
    library,
    { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf },
    1,
    [`metric:${last.metric}`],
  )[0];
  const beside = found?.statement.kind === "point" && found.coverage >= COVERED ? null : besideIt(reading, last, words);
  if (beside) return beside;
  if (!found || found.coverage < COVERED) return null;
  const { kind, index } = found.statement;
  const point = kind === "point" ? library.metrics.get(last.metric)?.points[index] : undefined;
  // In its own words it is chosen again.
  return { ...last, words: (point?.label ?? question).slice(0, 400), history: false };
}
const COVERED = 0.6;

/** "Cash left?" after the revenue of a quarter: a figure of another record of the same company and time that has every word. */
function besideIt(
  { library, asOf, conversation }: Reading,
  last: PlanOf<"show-metric">,
  words: ReturnType<typeof soughtWords>,
): PlanInput | null {
  const metric = library.metrics.get(last.metric);
  const period = last.period ?? metric?.points.find(({ id }) => id === conversation.shown?.[0]?.[0]?.figure)?.period;
  const keys = library.knowledge.metrics
    .filter(
      (other) =>
        other !== metric &&
        other.subjects.join() === metric?.subjects.join() &&
        other.points.some((point) => point.period === period),
    )
    .map(({ id }) => `metric:${id}`);
  if (!period || keys.length === 0) return null;
  const sought = { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf };
  const [found] = findStatements(library, sought, 1, keys, "amounts").filter(
    ({ coverage, own }) => coverage === 1 && own >= OWN,
  );
  const other = found && library.metrics.get(found.statement.record.id);
  const point = found ? other?.points[found.statement.index] : undefined;
  return other && point
    ? {
        ...last,
        metric: other.id,
        period: point.period,
        measures: [point.measure],
        words: point.label,
        history: false,
        asOf: null,
      }
    : null;
}
