/** "What share of CoreWeave's revenue is OpenAI": where a record states the share, nothing is worked out from other figures. */
import { lookup } from "./lookup.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SHARES = ["customer-share", "revenue-share"] as const;

/** How much of somebody or something another owns is a stake on record, not one figure by another. */
const OWNED =
  /\b(?:how much|what (?:share|part|percent(?:age)?|fraction|portion|%)) of\b.{2,60}\b(?:do|does|did|will|would|now)\b.{2,50}\b(?:own|hold|have|get|end up with|control|keep)\b/i;

export const statedShare: ReadRule = {
  name: "stated-share",
  read(reading: Reading) {
    const { question, library, names, dates } = reading;
    if (OWNED.test(question)) {
      const plan = lookup.read(reading);
      return plan?.kind === "show-figure" && plan.attribute === "stake" ? plan : null;
    }
    if (names.orgs.length !== 2 || names.deals.length > 0 || !measuresIn(question).includes("customer-share"))
      return null;
    const found = library.knowledge.metrics.find(
      (metric) =>
        SHARES.some((share) => share === metric.measure) && names.orgs.every((org) => metric.subjects.includes(org)),
    );
    return found
      ? { kind: "show-metric", metric: found.id, period: null, measures: [found.measure], asOf: dates.asOf }
      : null;
  },
};
