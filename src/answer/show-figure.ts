/** One thing asked of one deal, answered in the headline; the card's parts follow. */
import type { Doc, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { type DealState, stateOn } from "../knowledge/as-of.ts";
import type { Attribute, PlanOf } from "../plan/plan.ts";
import { sayAnnounced, sayExpected, sayWhen } from "./date-answers.ts";
import { cardBlocks } from "./deal-card.ts";
import { dealActions } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayChips, sayExit, sayFact, saySite, saySources, sayTerms } from "./fact-answers.ts";
import { sayCount, sayHistory, sayPerGw, saySize, sayStake, sayValuation, sayValue } from "./figure-answers.ts";
import { sayParties } from "./party-answers.ts";
import { sayStatus } from "./status-answer.ts";
import { withDeal } from "./with-deal.ts";

/** What a direct answer is made from. */
export type Asked = { draft: Draft; state: DealState; context: Context; topic: string; form: "open" | "yes-no" };
/** The direct answer; null where the record does not hold it. `lead` are sentences that come before the card. */
export type Direct = { headline: Rich; status?: Doc["status"]; lead?: readonly Rich[] } | null;

const SAY: Record<Attribute, (asked: Asked) => Direct> = {
  value: sayValue,
  capacity: saySize,
  "per-gw": sayPerGw,
  valuation: sayValuation,
  stake: sayStake,
  term: sayTerms,
  exit: sayExit,
  count: sayCount,
  history: sayHistory,
  status: sayStatus,
  parties: sayParties,
  announced: sayAnnounced,
  when: sayWhen,
  expected: sayExpected,
  chips: sayChips,
  site: saySite,
  sources: saySources,
  fact: sayFact,
};

export const showFigure = (plan: PlanOf<"show-figure">, context: Context): Answer =>
  withDeal(plan.subject, context, "show-figure", (deal) => {
    const draft = new Draft(context);
    const state = stateOn(deal, context.asOf);
    if (!state) {
      return draft.done({
        status: "unknown",
        kind: "show-figure",
        title: deal.name,
        headline: [
          {
            text: `Nothing was known of ${deal.name} on ${sayDate(context.asOf)}; the first record is of ${sayDate(deal.events[0]?.date ?? "")}.`,
          },
        ],
      });
    }
    const direct = SAY[plan.attribute]({ draft, state, context, topic: plan.topic, form: plan.form });
    const answer = direct ?? notRecorded(state);
    return draft.done({
      status: answer.status ?? "answered",
      kind: "show-figure",
      title: deal.name,
      headline: answer.headline,
      // What is not known is said in a sentence; the card would only hide it.
      blocks:
        direct === null
          ? []
          : [
              ...(answer.lead?.length ? [{ type: "list" as const, items: answer.lead }] : []),
              ...cardBlocks(draft, context.library, state),
            ],
      actions: dealActions(state),
    });
  });

const notRecorded = (state: DealState): NonNullable<Direct> => ({
  status: "unknown",
  headline: [
    {
      text: `The records of ${state.deal.name} do not say: it has not been disclosed, or is not known to us, as of ${sayDate(state.asOf)}.`,
    },
  ],
});
