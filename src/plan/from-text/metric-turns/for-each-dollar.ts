/** "Per dollar of revenue" after a loss or what was burned: of the same time, as the question in full says it. */
import type { Measure, Metric } from "../../../../knowledge/schema.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { Plan, PlanOf } from "../../plan.ts";
import { bareOf } from "../follow-up/elliptic.ts";
import type { Reading } from "../reading.ts";

const ASKS = /^(?:per|for (?:each|every)) dollar (?:of|in) (?:revenue|sales)[\s?.!]*$/i;
const SPENT: Partial<Record<Measure, string>> = {
  "net-loss": "net loss",
  "operating-loss": "operating loss",
  "cash-burn": "cash burn",
  costs: "costs",
};

export function forEachDollarOfRevenue(
  { question, conversation, library, reread }: Reading,
  last: PlanOf<"show-metric">,
  metric: Metric,
): Plan | null {
  const { text } = bareOf(question);
  const [owner = ""] = metric.subjects;
  const shown = conversation.shown?.[0]?.[0]?.figure;
  const point = metric.points.find(({ id }) => id === shown);
  const said = point && SPENT[point.measure];
  if (!ASKS.test(text) || !point || !said) return null;
  const plan = reread(`${orgName(library, owner)} ${said} ${text} ${(last.period ?? point.period).replace("-", " ")}`);
  return plan.kind === "evaluate" ? plan : null;
}
