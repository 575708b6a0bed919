/** "What share of CoreWeave's revenue is OpenAI": where a record states the share, nothing is worked out from other figures. */
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SHARES = ["customer-share", "revenue-share"] as const;

export const statedShare: ReadRule = {
  name: "stated-share",
  read({ question, library, names, dates }: Reading) {
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
