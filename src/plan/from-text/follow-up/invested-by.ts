/** "How much had they put in by December 2025?": what a party of the deal on the table had invested by then, where that is on record. */

import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const ASKS = gated(
  /^(?:and )?how much (?:had|have|has|did) (?:it|they|he|she|[\w.&' -]{2,25}) (?:already |actually )*(?:put in(?:to)?|invested?|sunk|paid in|poured in(?:to)?)\b.*\b(?:by|until|before|as of|at the end of|to)\b/i,
);

export const investedBy: ReadRule = {
  name: "invested-by",
  read(reading) {
    const { question, library, dates, names } = reading;
    const [day] = dates.mentioned;
    const deal = dealOnTable(reading);
    if (!deal || !day || day.length < 7 || !ASKS.test(bareOf(question).text) || !familyHasPart(reading, deal))
      return null;
    const orgs = names.orgs.length > 0 ? names.orgs : deal.parties.map(({ org }) => org);
    const theirs = new Set(orgs.flatMap((org) => [...family(library, org)]));
    for (const metric of library.knowledge.metrics) {
      if (metric.measure !== "exposure" || !theirs.has(metric.subjects[0] ?? "")) continue;
      // What was so by then may have been told later.
      const point = pointsOn(metric, library.completeTo)
        .map((one) => one.point)
        .find(({ of, period }) => of === "equity" && period.slice(0, 7) === day.slice(0, 7));
      if (point)
        return {
          kind: "show-metric",
          metric: metric.id,
          period: point.period,
          measures: [point.measure],
          words: point.label,
          history: false,
          asOf: null,
        };
    }
    return null;
  },
};
