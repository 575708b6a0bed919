/** "How is the latest 30bn being paid in?" after a company's figure: the deal of the same companies that is called by its sum. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import type { Returned } from "./back-to.ts";

const MAX_WORDS = 14;
const CALLED = gated(
  /\b(?:the|that|this|its|their)(?: (?:latest|new|newest|last|extra|further|additional|recent|other))?\s*$/i,
);
const NOUN =
  /^(?:\s+(?:investment|follow-?on|round|commitment|cheque|check|stake|deal|contract|loan|bond|tranche)\b)?/i;

/** The question with "it" in the place of the sum, asked of that deal; null where the sum is of none, or of several. */
export function turnToAmount({ question, conversation, library, names, quantities, asOf }: Reading): Returned | null {
  const metric = conversation.plan?.kind === "show-metric" ? library.metrics.get(conversation.plan.metric) : undefined;
  const [one, ...more] = quantities;
  if (!metric || !one || more.length > 0 || one.perGw || question.split(/\s+/).length > MAX_WORDS) return null;
  if (names.orgs.length + names.deals.length + names.people.length + names.places.length > 0) return null;
  const at = question.indexOf(one.quantity.text);
  const called = CALLED.exec(question.slice(0, at));
  if (at < 0 || !called) return null;
  const { low, unit } = one.quantity;
  const found = (library.dealsOf.get(metric.subjects[0] ?? "") ?? []).filter((deal) => {
    const main = stateOn(deal, asOf)?.money?.figure;
    const size = main?.unit === unit ? (main.high ?? main.low ?? 0) : 0;
    return (
      Math.abs(size - low) <= low * 0.01 &&
      metric.subjects.every((org) => deal.parties.some((party) => family(library, org).has(party.org)))
    );
  });
  const [deal, ...others] = found;
  if (!deal || others.length > 0) return null;
  const behind = question.slice(at + one.quantity.text.length).replace(NOUN, "");
  const asked = `${question.slice(0, called.index)}it${behind}`;
  const plan: Plan = { kind: "show-deal", deal: deal.id, view: "card", asOf: null };
  return { question: asked, conversation: { ...conversation, plan, deal: deal.id, asked, beside: [], shown: [] } };
}
