/** How far apart two days are: in days, and where one of them is known by its month alone in months. */
import type { PartialDate } from "../../knowledge/schema.ts";

const DAY = 24 * 60 * 60 * 1000;

/** "13 days", "304 days, about 10 months", "about 5 months"; null where one is known by its year alone, or both are the same. */
export function timeApart(a: PartialDate, b: PartialDate): string | null {
  if (a === b || a.length < 7 || b.length < 7) return null;
  const months = Math.abs(monthOf(a) - monthOf(b));
  if (a.length < 10 || b.length < 10) return months === 0 ? null : `about ${counted(months, "month")}`;
  const days = Math.round(Math.abs(Date.parse(a) - Date.parse(b)) / DAY);
  const long = Math.round(days / (365.25 / 12));
  return days < 60 ? counted(days, "day") : `${counted(days, "day")}, about ${counted(long, "month")}`;
}

const monthOf = (day: PartialDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
