/** "What exact % of Oracle's RPO is OpenAI": a share of which a record says that nobody has published it, before one is worked out. */

import type { Metric } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "./reading.ts";

const EXACT = gated(
  /\b(?:exact(?:ly)?|precise(?:ly)?|actual|official(?:ly)?|disclosed?|discloses|publish(?:ed|es)?|reported|stated|confirmed|according to|own (?:account|numbers))\b|, per [a-z]/i,
);
const SHARE = /%|\b(?:percent(?:age)?|per cent|pct|share|fraction|proportion|how much of)\b/i;
const UNPUBLISHED = gated(
  /\b(?:not|never|nobody|no one|neither)\b.*\b(?:published|disclosed|said|given|broken out)\b/i,
);

const PERCENTAGE =
  /%|\b(?:percent(?:age)?|per cent|pct|(?:what|which|how (?:big|large) an?|the) (?:share|slice|portion|chunk|cut)|what part|fraction|proportion|how much of)\b/i;
const BACKLOG = gated(/\b(?:backlogs?|rpo|(?:remaining )?performance obligations?|order ?book)\b/i);
const OF_A_CONTRACT =
  /\b(?:contracts?|deals?|agreements?|commitments?|leases?|would|could|if|assum\w+|worth|equal|as an?|estimat\w*|at least|roughly|about|implied)\b/i;

/** An amount that is said may only be the whole. */
const saysWhole = ({ subjects }: Metric, library: Reading["library"], quantities: Reading["quantities"]): boolean =>
  quantities.every(({ quantity }) =>
    library.knowledge.metrics.some(
      (other) =>
        other.subjects[0] === subjects[0] &&
        other.points.some(({ measure, high, low }) => measure === "backlog" && [high, low].includes(quantity.high)),
    ),
  );

export const unpublishedShare: ReadRule = {
  name: "unpublished-share",
  read({ question, names, library, quantities, dates }: Reading) {
    const exact = EXACT.test(question);
    // "What percentage of its backlog is OpenAI" asks for that share too; what one contract is of it can be worked out.
    const plainly = PERCENTAGE.test(question) && BACKLOG.test(question) && !OF_A_CONTRACT.test(question);
    if (!(exact ? SHARE.test(question) && quantities.length === 0 : plainly) || names.orgs.length !== 2) return null;
    const groups = names.orgs.map((org) => family(library, org));
    const isOf = ({ subjects }: Metric) => subjects.some((org) => groups.some((group) => group.has(org)));
    for (const metric of library.knowledge.metrics) {
      if (!isOf(metric) || !(exact || saysWhole(metric, library, quantities))) continue;
      const fact = metric.facts.find(
        ({ about, text }) =>
          about === "undisclosed" &&
          SHARE.test(text) &&
          UNPUBLISHED.test(text) &&
          (exact || BACKLOG.test(text)) &&
          names.orgs.every((org) => text.includes(orgName(library, org))),
      );
      if (fact) return { kind: "show-metric", metric: metric.id, words: fact.text.slice(0, 400), asOf: dates.asOf };
    }
    return null;
  },
};
