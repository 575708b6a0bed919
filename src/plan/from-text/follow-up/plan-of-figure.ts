/** The plan that shows one figure of a deal. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Attribute, PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

/** What a figure tells of its deal. */
export const attributeOf = ({ unit, of }: Figure): Attribute =>
  of === "valuation"
    ? "valuation"
    : isMoney(unit)
      ? "value"
      : unit === "GW"
        ? "capacity"
        : unit === "percent" || unit === "shares"
          ? "stake"
          : unit === "count"
            ? "count"
            : "fact";

export const planOf = (
  { question, dates, asOf, conversation: { plan } }: Reading,
  deal: Deal,
  figure: Figure,
): PlanInput => ({
  kind: "show-figure",
  subject: deal.id,
  // "The original commitment" is what it was before.
  attribute:
    EARLIER.test(question) &&
    !EARLIER.test(figure.label) &&
    stateOn(deal, asOf)?.figures.some((entry) => entry.figure.id === figure.id && entry.before.length > 0)
      ? "history"
      : attributeOf(figure),
  topic: bareOf(question).text,
  figure: figure.id,
  asOf: dates.asOf ?? (plan && "asOf" in plan ? plan.asOf : null),
});
const EARLIER = gated(/\b(?:original(?:ly)?|initial(?:ly)?|at first|before|previous(?:ly)?|earlier|used to be)\b/i);
