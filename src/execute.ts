/** Plan → Answer: one exhaustive switch. Pure: the same plan, knowledge and day give the same answer. */
import { about, type CommandHelp } from "./answer/about.ts";
import { chooseDeal } from "./answer/choose-deal.ts";
import { compare } from "./answer/compare.ts";
import { compareFigures } from "./answer/compare-figures.ts";
import { compareMetrics } from "./answer/compare-metrics.ts";
import { correctPremise } from "./answer/correct-premise.ts";
import { decline } from "./answer/decline.ts";
import { define } from "./answer/define.ts";
import type { Answer, Context } from "./answer/draft.ts";
import { estimate } from "./answer/estimate.ts";
import { evaluate } from "./answer/evaluate.ts";
import { findDeals } from "./answer/find-deals.ts";
import { showChanges } from "./answer/show-changes.ts";
import { showDeal } from "./answer/show-deal.ts";
import { showFigure } from "./answer/show-figure.ts";
import { showMetric } from "./answer/show-metric.ts";
import { showRate } from "./answer/show-rate.ts";
import { showTimeline } from "./answer/show-timeline.ts";
import { showTopic } from "./answer/show-topic.ts";
import { totalDeals } from "./answer/total-deals.ts";
import { traceFlows } from "./answer/trace-flows.ts";
import type { Library } from "./knowledge/library.ts";
import type { Plan } from "./plan/plan.ts";

export function execute(plan: Plan, library: Library, commands: readonly CommandHelp[]): Answer {
  const wanted = "asOf" in plan ? plan.asOf : null;
  // A later day than the knowledge reaches is answered as of the last day that is known.
  const asOf = wanted && wanted < library.completeTo ? wanted : library.completeTo;
  const context: Context = { library, asOf };
  switch (plan.kind) {
    case "show-deal":
      return showDeal(plan, context);
    case "show-figure":
      return showFigure(plan, context);
    case "find-deals":
      return findDeals(plan, context);
    case "compare":
      return compare(plan, context);
    case "compare-figures":
      return compareFigures(plan, context);
    case "choose-deal":
      return chooseDeal(plan, context);
    case "show-timeline":
      return showTimeline(plan, context);
    case "total-deals":
      return totalDeals(plan, context);
    case "show-changes":
      return showChanges(plan, context);
    case "trace-flows":
      return traceFlows(plan, context);
    case "show-metric":
      return showMetric(plan, context);
    case "compare-metrics":
      return compareMetrics(plan, context);
    case "show-rate":
      return showRate(plan, context);
    case "show-topic":
      return showTopic(plan, context);
    case "estimate":
      return estimate(plan, context);
    case "evaluate":
      return evaluate(plan, context);
    case "define":
      return define(plan, context);
    case "about":
      return about(plan, context, commands);
    case "correct-premise":
      return correctPremise(plan, context);
    case "decline":
      return decline(plan, context);
    default:
      return plan satisfies never;
  }
}
