/** "Which was highest", "when was the peak" after how a company's figure went: the highest or lowest of the points that were shown. */

import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const ASKED = gated(
  /^(?:(?:which|what|when) (?:one |figure |year |point )?(?:was|is|were) (?:it )?(?:the |at its )?|the |its )?(highest|peak|biggest|largest|most|maximum|lowest|smallest|least|minimum)(?: (?:one|point|figure|value|level|valuation))?[\s?.!]*$/i,
);

const OVER_TIME = gated(/\b(?:over time|history|trend|trajectory|evolution|so far)\b/i);

export const pointOfSeries: ReadRule = {
  name: "point-of-series",
  read({ question, conversation, library, asOf }) {
    const last = conversation.plan;
    if (last?.kind !== "show-metric") return null;
    const word = ASKED.exec(bareOf(question).text)?.[1]?.toLowerCase();
    const metric = library.metrics.get(last.metric);
    if (word === undefined || !metric || !(last.history || OVER_TIME.test(`${metric.name} ${conversation.asked}`)))
      return null;
    const shown = new Set((conversation.shown?.[0] ?? []).map(({ figure }) => figure));
    const measure = metric.points.find(({ id }) => shown.has(id))?.measure ?? metric.measure;
    const points = pointsOn(metric, asOf).flatMap(({ point }) =>
      point.measure === measure && (point.type === "actual" || point.type === "reported" || point.type === "claim")
        ? [point]
        : [],
    );
    const sizeOf = ({ low, high }: (typeof points)[number]) => high ?? low ?? 0;
    const sign = /^(?:low|small|least|min)/.test(word) ? -1 : 1;
    const [best] = [...points].sort((a, b) => sign * (sizeOf(b) - sizeOf(a)));
    return best && points.length > 1
      ? { ...last, history: false, period: best.period, measures: [best.measure], words: best.label }
      : null;
  },
};
