/** Deals whose power goes into an estimate, with what their records say of them. */
import type { Block, Rich, Span } from "../doc/doc.ts";
import { OF } from "../doc/say-figure.ts";
import { stateOn } from "../knowledge/as-of.ts";
import type { PlanOf } from "../plan/plan.ts";
import type { Context, Draft } from "./draft.ts";

/** The one deal whose record gave the quantity; none where the asker wrote it. */
export const fromRecord = ({ deals, quantity }: PlanOf<"estimate">, { library }: Context): string | undefined =>
  deals.find((id) => library.deals.get(id)?.name === quantity.text);

/** The deals whose power it is: what they say of themselves stands beside an estimate of what building it would cost. */
export function dealBlocks(draft: Draft, plan: PlanOf<"estimate">, context: Context): Block[] {
  const items = plan.deals.flatMap((id): Rich[] => {
    const deal = context.library.deals.get(id);
    const state = deal ? stateOn(deal, context.asOf) : null;
    if (!deal || !state) return [];
    const origin = `deal:${deal.id}` as const;
    const line: Span[] = [{ text: `${deal.name}: `, style: "strong" }];
    if (state.size)
      line.push(draft.amount(state.size.figure, origin, deal), { text: ` of ${OF[state.size.figure.of]}` });
    if (state.money)
      line.push({ text: state.size ? "; " : "" }, draft.amount(state.money.figure, origin, deal), {
        text: ` of ${OF[state.money.figure.of]}`,
      });
    return [line];
  });
  if (items.length === 0) return [];
  return [
    { type: "heading", text: "On record" },
    { type: "list", items },
    {
      type: "note",
      tone: "caution",
      text: [
        {
          text:
            (plan.to ?? "cost") === "cost"
              ? "The result is an estimate of what building that power would cost, not what anybody agreed to pay."
              : "The result is worked out from that, and is nothing that anybody has agreed to.",
        },
      ],
    },
  ];
}
