/** "What did OpenAI spend in total in 2025": all that it cost in a time that is over, and not what its deals of that time come to. */
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const SPENT = gated(
  /\b(?:spen[dt]|spending|outgoings|outlays?)\b(?! (?:on|for|with|by|commitments?|pledges?|at|to|up)\b)/i,
);
/** On one thing, or what it has only promised. */
const OF_ONE =
  /\b(?:on|capex|capital|compute|infrastructure|r ?& ?d|research|commit\w*|pledg\w*|promis\w*|sign\w*|deals?|contracts?|plan\w*|expect\w*|will|would|forecast\w*|per|each)\b/i;

export const spentInTime: ReadRule = {
  name: "spent-in-time",
  read({ question, names, library, dates, quantities, conversation }) {
    const [org, ...others] = names.orgs;
    const { period } = dates;
    if (!org || others.length + names.deals.length + names.people.length + quantities.length > 0) return null;
    if (conversation.plan !== null || period === null || !SPENT.test(question) || OF_ONE.test(question)) return null;
    const group = family(library, org);
    const metric = library.knowledge.metrics.find(
      ({ subjects, points }) =>
        subjects.some((subject) => group.has(subject)) &&
        points.some((point) => point.measure === "costs" && point.period === period && TOTAL.test(point.label)),
    );
    return metric
      ? { kind: "show-metric", metric: metric.id, period, measures: ["costs"], words: "total costs", asOf: dates.asOf }
      : null;
  },
};
const TOTAL = gated(/\b(?:total|all|overall)\b/i);
