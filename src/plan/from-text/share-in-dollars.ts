/** "How much of Microsoft's backlog was OpenAI, in dollars": where a share is on record, and what it comes to as well, the money is told. */
import { gated } from "../../knowledge/gated.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const PART_OF = gated(
  /\bhow much of (?:the |that )?.{2,60}\b(?:is|was|are|were|comes? from|came from|belongs? to|owed to|due to|tied to)\b|\b(?:part|share|portion|slice|chunk) of .{2,60}\b(?:backlog|rpo|obligations?|revenues?|sales)\b/i,
);
const IN_MONEY = gated(
  /\bin (?:us )?(?:dollars?|dollar terms|money|cash(?: terms)?|usd|\$)|\b(?:dollar|money) (?:amount|value|terms|figure)\b|\bhow many (?:billions?|dollars)\b/i,
);

export const shareInDollars: ReadRule = {
  name: "share-in-dollars",
  read({ question, names, library, dates, conversation }) {
    if (conversation.plan !== null || names.orgs.length !== 2) return null;
    if (!PART_OF.test(question) || !IN_MONEY.test(question)) return null;
    for (const metric of library.knowledge.metrics) {
      if (!names.orgs.every((org) => metric.subjects.includes(org))) continue;
      if (!metric.points.some(({ unit, measure }) => unit === "percent" && measure.endsWith("-share"))) continue;
      const part = metric.points.find(
        ({ unit, label }) =>
          unit === "USD" && /\bpart\b/i.test(label) && names.orgs.every((org) => label.includes(orgName(library, org))),
      );
      if (part)
        return {
          kind: "show-metric",
          metric: metric.id,
          period: null,
          measures: [part.measure],
          words: part.label,
          asOf: dates.asOf,
        };
    }
    return null;
  },
};
