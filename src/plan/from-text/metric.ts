/** Revenue, losses, capex, backlog, compute in use: figures of an organisation rather than of a deal. */

import type { Measure } from "../../../knowledge/schema.ts";
import { rankMetrics } from "../../knowledge/metrics.ts";
import { contentWords } from "../../knowledge/words.ts";
import { findPeriods } from "../dates.ts";
import type { PlanInput } from "../plan.ts";
import { COMPARE, GENERIC, HISTORY, SUPERLATIVE } from "./asks.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

const ENOUGH = 3.4;
const DEAL_NOUN =
  /\b(?:deals?|contracts?|agreements?|investments?|stakes?|leases?|loans?|acquisitions?|sites?|campus)\b/i;

export const metric: ReadRule = {
  name: "metric",
  read(reading) {
    const { question, library, names, dates, conversation } = reading;
    const said = measuresIn(question);
    const named = names.mentions.flatMap((mention) =>
      mention.refs.filter((ref) => ref.type === "metric").map((ref) => ref.id),
    );
    const last = conversation.plan?.kind === "show-metric" ? conversation.plan : null;
    if (last && HISTORY.test(question)) return { ...last, history: true };
    const measures =
      said.length > 0
        ? said
        : last && names.orgs.length === 1 && names.deals.length === 0 && question.split(" ").length <= 6
          ? [...last.measures]
          : [];
    if (measures.length === 0 && named.length === 0) return null;
    // "Anthropic's compute deal with Amazon" names a deal, though "Anthropic compute" is a metric.
    if (said.length === 0 && (names.orgs.length > 1 || DEAL_NOUN.test(question))) return null;
    const several = severalMetrics(reading, measures);
    if (several) return several;
    const orgs =
      names.orgs.length > 0
        ? names.orgs
        : last && said.length > 0
          ? [library.metrics.get(last.metric)?.subjects[0] ?? ""].filter(Boolean)
          : [];
    if (orgs.length === 0 && named.length === 0) return null;
    const owners = new Set(orgs.flatMap((id) => contentWords(library.organisations.get(id)?.name ?? id)));
    const words = contentWords(question).filter((word) => !GENERIC.has(word) && !owners.has(word) && !/^\d/.test(word));
    const period = dates.period ?? (said.length === 0 && last ? last.period : null);
    const best = rankMetrics(library, { orgs, metrics: named, measures, words, period }, reading.asOf)[0];
    if (!best || best.score < ENOUGH) return null;
    return {
      kind: "show-metric",
      metric: best.metric.id,
      period,
      measures: [...measures],
      words: words.join(" ").slice(0, 400),
      history: HISTORY.test(question),
      asOf: dates.asOf,
    };
  },
};

/** Several organisations, or several periods of one: side by side. */
export function severalMetrics(reading: Reading, measures: readonly Measure[]): PlanInput | null {
  const { question, library, names, dates, asOf } = reading;
  const periods = findPeriods(question);
  const words = contentWords(question).filter((word) => !GENERIC.has(word));
  const rank = /\b(?:lowest|smallest|least)\b/i.test(question)
    ? "lowest"
    : SUPERLATIVE.test(question)
      ? "highest"
      : null;
  const asked: { org: string; period: string | null }[] =
    names.orgs.length > 1
      ? names.orgs.map((org) => ({ org, period: periods[0] ?? null }))
      : periods.length > 1 && names.orgs[0]
        ? periods.map((period) => ({ org: names.orgs[0] ?? "", period }))
        : [];
  if (asked.length < 2 || (rank === null && !COMPARE.test(question) && periods.length < 2)) return null;
  const found = asked.flatMap(({ org, period }) => {
    const ranked = rankMetrics(library, { orgs: [org], metrics: [], measures, words: [], period }, asOf);
    const best = ranked.find((entry) => entry.metric.subjects[0] === org && entry.metric.subjects.length === 1);
    return best && best.score >= ENOUGH ? [{ metric: best.metric.id, period }] : [];
  });
  if (found.length < asked.length) return null;
  return {
    kind: "compare-metrics",
    metrics: found.slice(0, 6),
    measures: [...measures],
    words: words.join(" ").slice(0, 400),
    rank,
    asOf: dates.asOf,
  };
}
