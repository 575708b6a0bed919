import type { Deal } from "../../../knowledge/schema.ts";

/** The first or the latest of several, where it is asked for. */
export function dealInTime(deals: readonly Deal[], order: "latest" | "first" | null): Deal | undefined {
  if (order === null || deals.length < 2) return undefined;
  const begun = (deal: Deal) => deal.events[0]?.date ?? "";
  const sorted = [...deals].sort((a, b) => begun(a).localeCompare(begun(b)));
  return order === "first" ? sorted[0] : sorted.at(-1);
}
