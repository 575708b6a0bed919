/** "What share of CoreWeave's revenue is OpenAI": where a record states the share, nothing is worked out from other figures. */

import type { Figure } from "../../../knowledge/schema.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { lookup } from "./lookup.ts";
import { measuresIn } from "./measures.ts";
import { saysOrg } from "./names-said.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const SHARES = ["customer-share", "revenue-share"] as const;

/** How much of somebody or something another owns is a stake on record, not one figure by another. */
const OWNED = gated(
  /\b(?:how much|what (?:share|part|percent(?:age)?|fraction|portion|%)) of\b.{2,60}\b(?:do|does|did|will|would|now)\b.{2,50}\b(?:own|hold|have|get|end up with|control|keep)\b|^(?:did|does|do|has|have|is)\b.{2,50}\b(?:own(?:s|ed)?|hold|held)\b.{0,20}\b(?:part|some|stake|share|shares)\b/i,
);

const SHARE = gated(
  /\b(?:what|which|how (?:much|large|big)) (?:a |an |the |is the )?(?:share|part|percent(?:age)?|fraction|proportion|portion|%)\b|\bhow much of\b/i,
);
const MOST = 0.3;
const isStake = ({ of, unit }: Figure): boolean => of === "stake" && unit === "percent";
const COMPARED = /\b(?:vs\.?|versus|compared? (?:to|with)|against)\b/i;

export const statedShare: ReadRule = {
  name: "stated-share",
  read(reading: Reading) {
    const { question, library, names, dates, quantities } = reading;
    if (COMPARED.test(question)) return null;
    if (OWNED.test(question)) {
      const plan = lookup.read(reading);
      if (plan?.kind !== "show-figure") return null;
      // "Does Nvidia own part of Nokia": the stake that is on record says so.
      const stakes =
        library.deals.get(plan.subject)?.events.flatMap(({ figures = [] }) => figures.filter(isStake)) ?? [];
      if (
        plan.attribute === "fact" &&
        stakes.some(({ label }) => names.orgs.every((org) => label.includes(orgName(library, org))))
      )
        return { ...plan, attribute: "stake", form: "open" };
      return plan.attribute === "stake" ? plan : null;
    }
    if (SHARE.test(question) && quantities.length === 0) {
      const [found] = findStatements(library, toSought(reading, "stake", 0), 1);
      const { record, amount } = found?.statement ?? {};
      // A share on record, in all the words of the question.
      if (
        record?.type === "deal" &&
        found?.linked &&
        found.coverage === 1 &&
        found.own >= MOST &&
        amount?.unit === "percent" &&
        names.orgs.every((org) => saysOrg(reading, found, org))
      )
        return lookup.read(reading);
    }
    // Both amounts are given: it is worked out.
    if (quantities.length > 1) return null;
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
