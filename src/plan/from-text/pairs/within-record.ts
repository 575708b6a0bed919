/** Pairs that one record or one company has by itself: its worth in multiples of its income, then and now, a part and its whole. */
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { firstDay } from "./first-day.ts";
import { firstDays } from "./first-days.ts";
import { partOfAmount } from "./part-of-amount.ts";
import { partOfRecord } from "./part-of-record.ts";
import { partsByKind } from "./parts-by-kind.ts";
import { valuationMultiple } from "./valuation-multiple.ts";
import { versionsSaid } from "./versions-said.ts";

/** `open`: what a rule has read may give way; `ofDeals`: it has set whole deals against each other. */
export function withinRecord(reading: Reading, open: boolean, ofDeals: boolean): PlanInput | null {
  return (
    (reading.conversation.plan === null ? valuationMultiple(reading) : null) ??
    firstDay(reading) ??
    firstDays(reading) ??
    (open || ofDeals ? versionsSaid(reading) : null) ??
    (open || ofDeals ? partsByKind(reading) : null) ??
    (open ? (partOfRecord(reading) ?? partOfAmount(reading)) : null)
  );
}
