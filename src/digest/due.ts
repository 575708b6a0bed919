/** When a channel's digest is due. Pure: settings and a moment in, a local day out. */

import { DAY_MS, dayAfter, HOUR_MS, instantOf, localAt, weekdayOf } from "../plan/zone.ts";
import type { Subscription } from "../state/store.ts";

type Timing = Pick<Subscription, "time" | "zone" | "days" | "sinceMs">;

/** After a longer downtime the day's digest is left out: the next one tells the same. */
const CATCH_UP_MS = 12 * HOUR_MS;

/** The local day whose digest is due now: the latest one, so that a downtime over two of them is caught up with once. */
export function dueOf(timing: Timing, nowMs: number): { day: string; dueMs: number } | null {
  const today = localAt(timing.zone, nowMs).date;
  for (const day of [today, dayAfter(today, -1)]) {
    if (!isWanted(timing, day)) continue;
    const dueMs = instantOf(timing.zone, { date: day, time: timing.time });
    if (dueMs <= nowMs && nowMs - dueMs <= CATCH_UP_MS && dueMs > timing.sinceMs) return { day, dueMs };
  }
  return null;
}

/** The first moment after now at which one will be due. */
export function nextOf(timing: Timing, nowMs: number): number {
  const today = localAt(timing.zone, nowMs).date;
  const afterMs = Math.max(nowMs, timing.sinceMs);
  for (let ahead = -1; ahead <= 8; ahead++) {
    const day = dayAfter(today, ahead);
    if (!isWanted(timing, day)) continue;
    const dueMs = instantOf(timing.zone, { date: day, time: timing.time });
    if (dueMs > afterMs) return dueMs;
  }
  // The clock was set back by more than a week.
  return nowMs + DAY_MS;
}

function isWanted({ days }: Timing, day: string): boolean {
  const weekday = weekdayOf(day);
  return days === "daily" || (weekday !== 0 && weekday !== 6);
}
