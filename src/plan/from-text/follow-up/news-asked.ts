/** "What changed?", "any news?" after a deal was shown: of that deal, and no arithmetic. */
import { gated } from "../../../knowledge/gated.ts";
import type { Conversation } from "../conversation.ts";

const NEWS = gated(
  /^\W*(?:(?:so|and|ok(?:ay)?)[\s,]+)*(?:what(?:['’]s|s| is| has)? (?:changed|new|happened)(?: (?:lately|recently|there|here|since))?|(?:is there )?any(?:thing)? (?:news|new|updates?|changes?|developments?)(?: (?:lately|recently|there|here))?|(?:the )?latest (?:news|updates?|developments?)|news|updates?)[\s?.!]*$/i,
);

/** The question as it is, or by the deal that was shown. */
export const newsOfIt = (question: string, { plan, deal }: Conversation): string =>
  deal !== null && (plan?.kind === "show-deal" || plan?.kind === "show-figure") && NEWS.test(question)
    ? "what's new with it?"
    : question;
