/** "Per dollar of revenue", "as a share of revenue", "loss as % of sales?" after a company's figure: set against another of the same time, as the question in full says it. */

import type { Measure, Metric } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { bareOf } from "../follow-up/elliptic.ts";
import type { Reading } from "../reading.ts";

const FOR_EACH_DOLLAR = gated(/^(?:per|for (?:each|every)) dollar (?:of|in) (?:revenue|sales)[\s?.!]*$/i);
const MEASURES =
  "(?:revenues?|sales|turnover|capex|backlog|rpo|costs|expenses|(?:net |operating )?loss(?:es)?|cash(?: burn)?|burn|debt)";
const SHARE = new RegExp(
  String.raw`^(?:what(?:['’]s| is| was) (?:that|it) )?(?:(?:the |its |their |that )?${MEASURES} )?(?:as |in )?(?:an? |the )?((?:share|percent(?:age)?|per cent|pct|%|fraction|proportion|multiple|ratio) (?:of|to)|relative to|over) (?:its |their |the |that |the same )?(?:own |same )?(?:year(?:['’]s)? |quarter(?:['’]s)? )?(${MEASURES})(?: (?:that|the same) (?:year|quarter|period)| (?:then|too))?[\s?.!]*$`,
  "i",
);
const WORDS: Partial<Record<Measure, string>> = {
  "net-loss": "net loss",
  "operating-loss": "operating loss",
  "cash-burn": "cash burn",
  costs: "costs",
  revenue: "revenue",
  capex: "capex",
  "capex-guidance": "capex",
  backlog: "backlog",
  "compute-spend": "compute spending",
  debt: "debt",
};

/** Null where nothing of the kind is asked, or it cannot be worked out of the records. */
export function againstMeasure(
  { question, conversation, library, reread }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): PlanInput | null {
  const { text } = bareOf(question);
  const [owner = ""] = metric.subjects;
  const shown = conversation.shown?.[0] ?? [];
  const point = metric.points.find(
    ({ id }) => shown.some(({ figure }) => figure === id) && id === idOf(last, metric, id),
  );
  const said = point && WORDS[point.measure];
  if (!point || !said) return null;
  const period = (last.period ?? point.period).replace("-", " ");
  const whose = orgName(library, owner);
  const [, sets, other] = SHARE.exec(text) ?? [];
  if (!FOR_EACH_DOLLAR.test(text) && !other) return null;
  const full =
    sets && other
      ? `${whose}'s ${period} ${said} ${/^(?:multiple|ratio|over|relative)/i.test(sets) ? "divided by" : "as a share of"} ${whose}'s ${period} ${other}`
      : `${whose} ${said} ${text} ${period}`;
  const plan = reread(full);
  if (plan.kind === "evaluate" && isOfOneTime(plan, library)) return plan;
  return other ? { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) } : null;
}

/** A forecast of a year is not set against what came in in a quarter. */
function isOfOneTime({ lines }: PlanOf<"evaluate">, { metrics }: Library): boolean {
  const points = lines.flatMap(({ expression }) =>
    [...expression.matchAll(/@([\w-]+):([\w-]+)/g)].map(([, id = "", figure]) =>
      metrics.get(id)?.points.find((one) => one.id === figure),
    ),
  );
  return points.length > 1 && points.every((point) => point && point.period === points[0]?.period);
}

/** The point that the last plan tells, where it says by its measure which. */
const idOf = ({ measures }: PlanOf<"show-metric">, { points }: Metric, id: string): string | undefined =>
  measures.length === 0 || points.some((one) => one.id === id && measures.includes(one.measure)) ? id : undefined;
