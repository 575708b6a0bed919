/** Of two figures that a question sets against each other one is on no record: which it is, and whether the question is of nothing else. */
import type { Measure } from "../../../knowledge/schema.ts";
import { blanked } from "../../knowledge/blanked.ts";
import { fitsPeriod, isLevelIn, pickPoint, touchesYear } from "../../knowledge/metrics.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { GENERIC } from "./asks.ts";
import { saysSeveral } from "./measures.ts";
import { sayDay } from "./pairs/told-apart.ts";
import type { Reading } from "./reading.ts";

/** What is asked for of somebody at a time, with the metric that may hold it. */
export type Sought = { org: string; period: string | null; metric: string | null };

/** Whether the metric has a figure of the time: a level told that year, a quarter of it, or the whole of it. */
export function isOfTime(
  { library, asOf }: Reading,
  { metric: id, period }: Sought,
  measures: readonly Measure[],
): boolean {
  const metric = id === null ? undefined : library.metrics.get(id);
  if (!metric || period === null) return metric !== undefined;
  const point = pickPoint(metric, { period, words: [], measures }, asOf)?.point;
  return (
    point !== undefined &&
    (fitsPeriod(point.period, period) ||
      isLevelIn(point, period) ||
      (/^\d{4}$/.test(period) && touchesYear(point.period, period)))
  );
}

/** "Anthropic", or "OpenAI in 2027" where both sides are of one company. */
export function sayMissing({ library }: Reading, missing: readonly Sought[], all: readonly Sought[]): string[] {
  const single = new Set(all.map(({ org }) => org)).size === 1;
  return missing.map(
    ({ org, period }) =>
      `${orgName(library, org)}${single && period ? ` for ${/^20\d\d-\d\d/.test(period) ? sayDay(period) : period}` : ""}`,
  );
}

/** Whether the record that is left has every word of the question: else the other side is something else than the same figure of somebody. */
export function isOfNothingElse({ question, names, library }: Reading, metric: string): boolean {
  if (saysSeveral(question)) return false;
  const record = statementsOf(library).byRecord.get(`metric:${metric}`);
  const said = [record?.title, record?.words, ...(record?.statements ?? []).map(({ own }) => own)];
  const has = (root: string) =>
    said.some((words) => words?.exact.has(root) || sensesOf(root).some((sense) => words?.senses.has(sense)));
  const named = names.mentions.filter(({ refs }) =>
    refs.some(({ type }) => type === "org" || type === "metric" || type === "person"),
  );
  const bare = blanked(question, named);
  return contentRoots(bare.replace(COMPARING, " ")).every(
    (root) => /\d/.test(root) || GENERIC_ROOTS.has(root) || has(root),
  );
}
const COMPARING =
  /\b(?:against|versus|than|then|side by side|stack(?:s|ed)? up|next to|set (?:beside|against)|in comparison|which(?: of the two)?|either|both|each|richer|bigger|larger|higher|lower|smaller|more|less|fewer|greater|q[1-4]|h[12]|fy\d*|fiscal|calendar|neo-?clouds?|labs?|hyperscalers?|compan(?:y|ies)|firms?|full[- ]year|year|quarter|half|first|second|reported?|end|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b/gi;
const GENERIC_ROOTS = new Set([...GENERIC].flatMap((word) => contentRoots(word)));
