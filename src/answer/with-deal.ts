/** Finds the deal that a plan names, or answers that it is unknown, or asks which one is meant. */
import type { Deal } from "../../knowledge/schema.ts";
import { resolveDeal } from "../knowledge/resolve.ts";
import { type Answer, type Context, Draft } from "./draft.ts";

export function withDeal(name: string, context: Context, kind: string, then: (deal: Deal) => Answer): Answer {
  const resolved = resolveDeal(context.library, name, context.asOf);
  if (resolved.found === "one") return { ...then(resolved.record), subject: resolved.record.id };
  const draft = new Draft(context);
  if (resolved.found === "many") return whichDeal(draft, kind, name, resolved.records);
  return unknownDeal(draft, kind, name, resolved.near);
}

export function whichDeal(draft: Draft, kind: string, name: string, deals: readonly Deal[]): Answer {
  return draft.done({
    status: "clarify",
    kind,
    title: "Which deal?",
    headline: [{ text: `“${shorten(name)}” may mean several deals. Which one do you mean?` }],
    blocks: [
      {
        type: "list",
        items: deals.map((deal) => [{ text: deal.name, style: "strong" }, { text: `: ${deal.summary}` }]),
      },
    ],
    actions: deals.slice(0, 4).map((deal) => ({ label: deal.name, line: `deal ${deal.id}` })),
  });
}

export function unknownDeal(draft: Draft, kind: string, name: string, near: readonly Deal[]): Answer {
  return draft.done({
    status: "unknown",
    kind,
    title: "Not known",
    headline: [
      {
        text: `I know no deal called “${shorten(name)}”.${near.length > 0 ? ` Nearest: ${near.map((deal) => deal.name).join("; ")}.` : ""}`,
      },
    ],
    actions: near.slice(0, 4).map((deal) => ({ label: deal.name, line: `deal ${deal.id}` })),
  });
}

/** What somebody wrote, short enough to be said back. */
export const shorten = (text: string, most = 60): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
