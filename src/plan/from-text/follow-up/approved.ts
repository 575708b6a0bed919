/** "Did the regulators sign off?", "did shareholders approve it?": by the sentence of the record that speaks of them, not by how far the deal came. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 10;
const DECIDES = gated(
  /\b(?:sign(?:s|ed)? off|approv\w*|clear(?:s|ed|ance)?|okay?(?:ed)?|wav(?:e|ed) (?:it |this )?through|bless(?:ed)?|object(?:s|ed)?|block(?:s|ed)?|reject(?:s|ed)?|vot(?:e|es|ed)|green[- ]?li(?:ght|t)(?:ed)?|turn(?:ed)? (?:it )?down|back(?:ed)? it)\b/i,
);
const WHETHER = /^(?:did|do|does|has|have|had|is|was|are|were|any|how)\b/i;

/** Who decides, as a question says it and as records do. */
const BODIES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:share|stock)holders?\b|^how (?:close )?(?:was|did) the vote\b/i, /\bshareholders?\b|\bvotes?\b/i],
  [/\b(?:courts?|judges?)\b/i, /\b(?:courts?|judges?|lawsuits?)\b/i],
  [
    /\b(?:county|council|commissioners|town|city)\b|^how (?:close )?(?:was|did) the vote\b/i,
    /\b(?:county|council|commissioners|township)\b/i,
  ],
  [
    /\b(?:regulat\w+|antitrust|ftc|cfius|ferc|authorit(?:y|ies)|watchdogs?|commission|government|officials)\b/i,
    /\b(?:regulat\w+|antitrust|FTC|CFIUS|FERC|authorit(?:y|ies)|commission|clearance)\b/i,
  ],
];
const DECIDED =
  /\b(?:approv\w*|clear(?:ed|ance)|reject\w*|vot(?:e|es|ed)|block\w*|permit\w*|fast track|have to|need(?:s|ed)?)\b/i;

export const approved: ReadRule = {
  name: "approved",
  read(reading) {
    const { question, conversation } = reading;
    const { text } = bareOf(question);
    if (!WHETHER.test(text) || (!DECIDES.test(text) && !HOW.test(text)) || text.split(/\s+/).length > MAX_WORDS)
      return null;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    if (!deal || last === "evaluate" || last === "estimate" || !familyHasPart(reading, deal)) return null;
    const asked = BODIES.filter(([said]) => said.test(text));
    return asked.length === 0
      ? null
      : (tellOf(
          deal,
          asked.map(([, told]) => told),
        ) ?? undisclosed(deal, question));
  },
};
/** "How close was the vote?" */
const HOW = gated(/^how (?:close )?(?:was|did) the vote\b/i);

function tellOf(deal: Deal, bodies: readonly RegExp[]): PlanInput | null {
  const says = ({ text }: { text: string }) => DECIDED.test(text) && bodies.some((body) => body.test(text));
  // Numbers of votes, or a day, tell more than that it was so.
  const found = [...deal.facts, ...[...deal.events].reverse()].filter(says);
  const best = found.find(({ text }) => /\d/.test(text)) ?? found[0];
  return best
    ? { kind: "show-figure", subject: deal.id, attribute: "fact", topic: best.text.slice(0, 400), asOf: null }
    : null;
}

const undisclosed = (deal: Deal, question: string): PlanInput => ({
  kind: "decline",
  reason: "undisclosed",
  about: question.slice(0, 200),
  near: [deal.id],
});
