/** "Up how much since September", "in a year": the same figure as it stood then, which what was shown is set against. */

import { gated } from "../../../knowledge/gated.ts";
import type { Reading } from "../reading.ts";
import { type Arithmetic, MEANWHILE } from "./arithmetic-asked.ts";
import { lastAlike, type OnTable, periodOn } from "./on-the-table.ts";
import { namesNothing } from "./operands.ts";
import { pointBefore, pointOn } from "./point-before.ts";
import { withoutTimes } from "./time-said.ts";

/** The two, the earlier first; "unknown" where it is on no record, null where no such time is said. */
export function sinceThen(reading: Reading, asked: Arithmetic, text: string): OnTable[] | null | "unknown" {
  // "Over the year" after two times that were shown is the time between them.
  if (MEANWHILE.test(text) && !YEAR_ON.test(text) && lastAlike(reading, 2).length === 2) return null;
  return (YEAR_ON.test(text) ? yearBefore(reading, asked) : null) ?? sinceDay(reading, asked);
}

/** "Since September": the same figure as it stood then; "unknown" where it is on no record. */
function sinceDay(reading: Reading, { rest }: Arithmetic): OnTable[] | null | "unknown" {
  const { dates, conversation } = reading;
  const [day] = dates.since ? [dates.since] : dates.mentioned;
  if (!day || dates.mentioned.length > 1 || conversation.plan?.kind !== "show-metric") return null;
  const bare = withoutTimes(rest).replace(/\b(?:since|from|in|as of|back)\b/gi, " ");
  const [only] = lastAlike(reading, 1);
  if (!only || !namesNothing(bare)) return null;
  const then = pointOn(reading, only, day);
  return then ? [then, only] : "unknown";
}

/** "Up how much in a year": the same figure as it stood a year before; "unknown" where it is on no record. */
const YEAR_ON = gated(
  /\b(?:in|over|within) (?:a|one|the (?:last|past)) year\b|\byear[- ](?:on|over)[- ]year\b|\byoy\b|\bvs\.? a year (?:ago|before|earlier)\b/i,
);
function yearBefore(reading: Reading, { rest }: Arithmetic): OnTable[] | null | "unknown" {
  const [only] = lastAlike(reading, 1);
  const period = only ? periodOn(reading, only) : null;
  const year = /20\d\d/.exec(period ?? "")?.[0];
  if (!only || !period || !year || reading.conversation.plan?.kind !== "show-metric") return null;
  if (!namesNothing(rest.replace(/\b(?:in|over|year|yoy|on|ago|before|earlier|vs)\b/gi, " "))) return null;
  const then = pointOn(reading, only, period.slice(0, 7).replace(year, String(Number(year) - 1)));
  return then ? [then, only] : "unknown";
}

/** A change of one figure of a company is that since the time before. */
export function withPointBefore(
  reading: Reading,
  { form, rest }: Arithmetic,
  operands: OnTable[] | null,
): OnTable[] | null {
  const [only, ...more] = operands ?? [];
  if (!only || more.length > 0 || !CHANGES.has(form) || !namesNothing(rest)) return operands;
  const last = reading.conversation.plan?.kind;
  const before = last === "show-metric" || last === "show-figure" ? pointBefore(reading, only) : null;
  return before ? [before, only] : operands;
}
/** What may be set against the same figure on another day. */
export const ON_A_DAY: ReadonlySet<Arithmetic["form"]> = new Set(["growth", "more", "gap", "times"]);
const CHANGES: ReadonlySet<Arithmetic["form"]> = new Set(["growth", "more", "gap", "times"]);
