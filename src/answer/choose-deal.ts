/** Several deals may be meant: what each is worth, and which one is it? */
import type { Deal } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { stateOn } from "../knowledge/as-of.ts";
import { resolveDeal } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { dealInBrief, shortWorth } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayName } from "./say-name.ts";
import { shorten } from "./shorten.ts";

export function chooseDeal(plan: PlanOf<"choose-deal">, context: Context): Answer {
  const deals = plan.deals.flatMap((name) => {
    const resolved = resolveDeal(context.library, name, context.asOf);
    return resolved.found === "one" ? [resolved.record] : [];
  });
  return whichDeal(context, deals);
}

/** `name`: what a command was given, said back; a question is not. */
export function whichDeal(context: Context, deals: readonly Deal[], name?: string): Answer {
  const draft = new Draft(context);
  const amounts = deals.map((deal): Rich => {
    const state = stateOn(deal, context.asOf);
    const standing = state?.money ?? state?.size;
    return state && standing ? [{ text: " (" }, ...shortWorth(draft, state, standing), { text: ")" }] : [];
  });
  return draft.done({
    status: "clarify",
    kind: "choose-deal",
    title: "Which deal?",
    headline: [
      { text: name ? `“${sayName(name)}” may mean: ` : "Several deals may be meant: " },
      ...deals.flatMap(
        (deal, index): Rich => [
          { text: `${index === 0 ? "" : "; "}${deal.name}`, style: "strong" },
          ...(amounts[index] ?? []),
        ],
      ),
      { text: ". Which one?" },
    ],
    blocks: [
      {
        type: "list",
        items: deals.flatMap((deal) => {
          const state = stateOn(deal, context.asOf);
          return state ? [dealInBrief(draft, state)] : [];
        }),
      },
    ],
    actions: deals.slice(0, 4).map((deal) => ({ label: shorten(deal.name), line: `deal ${deal.id}` })),
  });
}
