/** Finds the deal that a plan names, or answers that it is unknown, or asks which one is meant. */
import type { Deal } from "../../knowledge/schema.ts";
import { resolveDeal } from "../knowledge/resolve.ts";
import { whichDeal } from "./choose-deal.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

export function withDeal(name: string, context: Context, kind: string, then: (deal: Deal) => Answer): Answer {
  const resolved = resolveDeal(context.library, name, context.asOf);
  if (resolved.found === "one") return { ...then(resolved.record), subject: resolved.record.id };
  if (resolved.found === "many") return whichDeal(context, resolved.records, name);
  return unknownDeal(new Draft(context), kind, name, resolved.near);
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
