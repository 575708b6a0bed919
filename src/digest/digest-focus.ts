/** One deal a day, for a digest. */
import type { Deal } from "../../knowledge/schema.ts";
import { shortWorth, statusLine } from "../answer/deal-lines.ts";
import type { Context, Draft } from "../answer/draft.ts";
import type { Block } from "../doc/doc.ts";
import { isOver, outlineOn, stateOn } from "../knowledge/as-of.ts";
import type { Named } from "./digest-changes.ts";

/** Every live deal in turn, in an order that looks like none, and none that was in focus lately. */
export function focusOf(
  deals: readonly Deal[],
  { library, asOf }: Context,
  plan: { focus?: string | undefined; focusBefore: readonly string[] },
): Deal | null {
  if (plan.focus) return library.deals.get(plan.focus) ?? null;
  const before = new Set(plan.focusBefore);
  const isLive = (deal: Deal) => {
    const state = outlineOn(deal, asOf);
    return state !== null && !isOver(state.status) && !before.has(deal.id);
  };
  let [first, least]: [Deal | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const deal of deals) {
    const at = scatter(deal.id);
    if (at < least && isLive(deal)) [first, least] = [deal, at];
  }
  return first;
}

function scatter(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

export function focusBlocks(draft: Draft, { library, asOf }: Context, deal: Deal, named: Named): Block[] {
  const state = stateOn(deal, asOf);
  if (!state) return [];
  named.push(deal);
  const standing = state.money ?? state.size;
  return [
    { type: "heading", text: `In focus: ${deal.name}` },
    { type: "text", text: [draft.sourced(deal.summary, deal, state.events[0]?.sources ?? [])] },
    {
      type: "fields",
      items: [
        ...(standing ? [{ label: "Worth", value: shortWorth(draft, state, standing) }] : []),
        { label: "Status", value: statusLine(draft, library, state) },
      ],
    },
  ];
}
