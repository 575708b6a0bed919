/** "What exact % of Oracle's RPO is OpenAI": a share of which a record says that nobody has published it, before one is worked out. */
import type { Metric } from "../../../knowledge/schema.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "./reading.ts";

const EXACT =
  /\b(?:exact(?:ly)?|precise(?:ly)?|actual|official(?:ly)?|disclosed?|discloses|publish(?:ed|es)?|reported|stated|confirmed|according to|own (?:account|numbers))\b|, per [a-z]/i;
const SHARE = /%|\b(?:percent(?:age)?|per cent|pct|share|fraction|proportion|how much of)\b/i;
const UNPUBLISHED = /\b(?:not|never|nobody|no one|neither)\b.*\b(?:published|disclosed|said|given|broken out)\b/i;

export const unpublishedShare: ReadRule = {
  name: "unpublished-share",
  read({ question, names, library, quantities, dates }: Reading) {
    if (!EXACT.test(question) || !SHARE.test(question) || names.orgs.length !== 2 || quantities.length > 0) return null;
    const groups = names.orgs.map((org) => family(library, org));
    const isOf = ({ subjects }: Metric) => subjects.some((org) => groups.some((group) => group.has(org)));
    for (const metric of library.knowledge.metrics) {
      if (!isOf(metric)) continue;
      const fact = metric.facts.find(
        ({ about, text }) =>
          about === "undisclosed" &&
          SHARE.test(text) &&
          UNPUBLISHED.test(text) &&
          names.orgs.every((org) => text.includes(orgName(library, org))),
      );
      if (fact) return { kind: "show-metric", metric: metric.id, words: fact.text.slice(0, 400), asOf: dates.asOf };
    }
    return null;
  },
};
