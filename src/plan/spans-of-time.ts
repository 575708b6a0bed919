/** Spans of months that a few words mean: "Q1 2026", "the second half of 2025", "early 2026", "this year", "the past six months". */

import type { PartialDate } from "../../knowledge/schema.ts";
import { gated } from "../knowledge/gated.ts";

export type SpanOfTime = { since: PartialDate; until: PartialDate };

const NTH = ["first", "second", "third", "fourth"];
/** Of a year that is named: as written, which months. */
const OF_YEAR: readonly { pattern: RegExp; months: (match: RegExpExecArray) => readonly [number, number] }[] = [
  {
    pattern: /\b(?:q([1-4])|(first|second|third|fourth|last|final) quarter)(?: of|,)? ?'?(20\d\d)\b/i,
    months: ([, q, nth]) => quarter(q ? Number(q) : toNth(nth, 4)),
  },
  {
    pattern: /\b(?:h([12])|(first|second|last) half)(?: of|,)? ?'?(20\d\d)\b/i,
    months: ([, h, nth]) => ((h ? Number(h) : toNth(nth, 2)) === 1 ? [1, 6] : [7, 12]),
  },
  { pattern: /\b20\d\d[ -]?q([1-4])\b/i, months: ([, q]) => quarter(Number(q)) },
  { pattern: /\b20\d\d[ -]?h([12])\b/i, months: ([, h]) => (h === "1" ? [1, 6] : [7, 12]) },
  { pattern: /\b(?:early|(?:the )?(?:start|beginning) of|first months of)[ -](?:in )?20\d\d\b/i, months: () => [1, 4] },
  { pattern: /\bmid[ -]?20\d\d\b|\b(?:the )?middle of 20\d\d\b/i, months: () => [5, 8] },
  { pattern: /\blate[ -](?:in )?20\d\d\b|\b(?:the )?end of 20\d\d\b/i, months: () => [9, 12] },
];

const quarter = (nth: number): readonly [number, number] => [nth * 3 - 2, nth * 3];
const toNth = (word: string | undefined, last: number): number => NTH.indexOf(word?.toLowerCase() ?? "") + 1 || last;

/** The months of a year that words name; null where they name none. */
export function partOfYear(text: string): (SpanOfTime & { start: number; end: number }) | null {
  for (const { pattern, months } of OF_YEAR) {
    const match = pattern.exec(text);
    const year = match && /20\d\d/.exec(match[0])?.[0];
    if (!match || !year) continue;
    const [from, to] = months(match).map((month) => `${year}-${String(month).padStart(2, "0")}`);
    if (from && to) return { since: from, until: to, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const LAST_YEARS = gated(/\b(this|the current|last|the previous) (year|month|quarter)\b|\b(year[ -]to[ -]date|ytd)\b/i);
const PAST_UNITS = gated(
  /\b(?:(?:in|over|during|within|for) )?(?:the )?(?:past|last|previous|trailing) (\d{1,3}|two|three|four|five|six|nine|ten|twelve|few)? ?(days?|weeks?|months?|quarters?|years?)\b/i,
);
const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const NEAR = gated(/\byesterday\b|\bthis week\b(?!['’]s)/i);
const MONTHS_OF: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** The span that words count back from `today`: "this year", "the past six months"; null where there are none. */
export function spanBeforeToday(text: string, today: string): (SpanOfTime & { start: number; end: number }) | null {
  const named = LAST_YEARS.exec(text);
  if (named) {
    const at = { start: named.index, end: named.index + named[0].length };
    const back = /^(?:last|the previous)/i.test(named[0]) ? 1 : 0;
    const unit = named[2]?.toLowerCase() ?? "year";
    if (unit === "year") {
      const year = String(Number(today.slice(0, 4)) - back);
      return { since: year, until: year, ...at };
    }
    const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
    const first = unit === "month" ? month - back : Math.floor((month - 1) / 3) * 3 + 1 - 3 * back;
    return { since: monthOf(year, first), until: monthOf(year, first + (unit === "month" ? 0 : 2)), ...at };
  }
  const near = NEAR.exec(text);
  if (near) {
    const [since, until] = /^y/i.test(near[0]) ? [day(today, -1), day(today, -1)] : [day(today, -7), today];
    return { since, until, start: near.index, end: near.index + near[0].length };
  }
  const past = PAST_UNITS.exec(text);
  if (!past) return null;
  const unit = (past[2] ?? "").toLowerCase().replace(/s$/, "");
  const count = past[1] ? (WORDS[past[1].toLowerCase()] ?? Number(past[1])) : 1;
  const date = new Date(`${today}T00:00:00Z`);
  const months = MONTHS_OF[unit];
  if (months === undefined) date.setUTCDate(date.getUTCDate() - count * (unit === "week" ? 7 : 1));
  else date.setUTCMonth(date.getUTCMonth() - count * months);
  return {
    since: date.toISOString().slice(0, 10),
    until: today,
    start: past.index,
    end: past.index + past[0].length,
  };
}

const monthOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);

/** The last day, month or year before a date, as exact as the date. */
export function before(date: PartialDate): PartialDate {
  if (date.length === 4) return String(Number(date) - 1);
  if (date.length === 7) return monthOf(Number(date.slice(0, 4)), Number(date.slice(5)) - 1);
  return day(date, -1);
}

/** The first day, month or year after a date, as exact as the date. */
export function after(date: PartialDate): PartialDate {
  if (date.length === 4) return String(Number(date) + 1);
  if (date.length === 7) return monthOf(Number(date.slice(0, 4)), Number(date.slice(5)) + 1);
  return day(date, 1);
}

const day = (date: string, by: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
