/** Days and periods in words: "as of mid-November 2025", "since january", "in Q1 2026", "between March and May 2026". */

import * as chrono from "chrono-node/en";
import type { PartialDate } from "../../knowledge/schema.ts";
import { gated } from "../knowledge/gated.ts";
import { partOfYear, type SpanOfTime, spanBeforeToday } from "./spans-of-time.ts";

export type FoundDates = {
  asOf: string | null;
  since: PartialDate | null;
  until: PartialDate | null;
  /** A period that a metric may have: "2025", "2025-H1", "2026-Q1". */
  period: string | null;
  /** A span counted back from today, or said without a word for in: "this year", "the past three months". */
  lately: (SpanOfTime & { start: number; end: number }) | null;
  /** Every month, day or year in the text, as exact as it is written. */
  mentioned: readonly PartialDate[];
  /** Where the words stand, so that they are not read as names. */
  spans: readonly { start: number; end: number }[];
};

const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?`;
const SEASON = `(?:spring|summer|autumn|fall|winter)`;
const FEAST = `(?:new year['’]?s? day|new year|christmas(?: day)?|thanksgiving)`;
const WHEN = String.raw`((?:the )?(?:(?:early|mid|late|end of|start of|beginning of)[\s-]+)?(?:20\d\d-\d\d(?:-\d\d)?|\d{1,2}(?:st|nd|rd|th)? ${MONTH},? 20\d\d|${MONTH}(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? 20\d\d)?|q[1-4],? 20\d\d|h[12],? 20\d\d|(?:first|second|last) half (?:of )?20\d\d|(?:first|second|third|fourth|last|final) quarter (?:of )?20\d\d|${FEAST},? 20\d\d|20\d\d|last (?:week|month|year)|this (?:week|month|year)|yesterday|today|now))`;
const AS_OF = new RegExp(
  String.raw`\b(?:as of|as at|as (?:reported|known|it stood) (?:on|in|at|by)|up to and including)\s+${WHEN}`,
  "i",
);
/** "on 1 February 2026, how much was …": with a verb of the past, a day or month is the day that is asked about. */
const ON_THAT_DAY = new RegExp(String.raw`\b(?:back in|at the end of|by the end of|on|by|in|at|around)\s+${WHEN}`, "i");
const PAST = gated(/\b(?:was|were|had|did .{1,40} have)\b/i);
const NEW_EVENT = gated(
  /\b(?:when|what day|which month|announced|signed|struck|inked|unveiled|agreed|happened|changed?|since)\b/i,
);
/** What had been signed by a day is what stood on it. */
const HAD_BY_THEN = gated(/\balready\b|\bhow (?:much|many)\b.{0,30}\bhad\b/i);
const EVERY = new RegExp(
  String.raw`\b(?:20\d\d-\d\d(?:-\d\d)?|\d{1,2}(?:st|nd|rd|th)? ${MONTH},? 20\d\d|${MONTH}(?: \d{1,2}(?:st|nd|rd|th)?)?,? 20\d\d|20[12]\d)\b`,
  "gi",
);
const SINCE = new RegExp(String.raw`\b(?:since|after|from)\s+${WHEN}`, "i");
const UNTIL = new RegExp(String.raw`\b(?:until|till|before|up to|through)\s+${WHEN}`, "i");
const BETWEEN = new RegExp(String.raw`\b(?:between|from)\s+${WHEN}\s+(?:and|to|until|through)\s+${WHEN}`, "i");
/** "Between 24 and 27 March 2026": the month is said once. */
const DAYS_OF_MONTH = new RegExp(
  String.raw`\b(?:between|from)\s+(?:the )?(\d{1,2})(?:st|nd|rd|th)?\s+(?:and|to|until|-)\s+(?:the )?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?(${MONTH},? 20\d\d)`,
  "i",
);
const IN_SEASON = new RegExp(String.raw`\b(?:in |this |during |over )?(?:the )?(${SEASON})(?: of)?,? (20\d\d)\b`, "i");
/** The months of a season; winter is that which begins the year. */
const SEASONS: Record<string, readonly [string, string]> = {
  spring: ["03", "05"],
  summer: ["06", "08"],
  autumn: ["09", "11"],
  fall: ["09", "11"],
  winter: ["01", "02"],
};
/** "2025-26", "2025/26": both years. */
const YEARS = /\b(?:in |during |over )?(20[12]\d)\s?[-–/]\s?(?:20)?([23]\d)\b(?!-)/i;
/** "In late 2025 and 2026": from the one to the end of the other. */
const IN_BOTH = new RegExp(String.raw`\b(?:in|during)\s+${WHEN}\s*(?:and|&|or|,)\s*(?:in )?${WHEN}`, "i");
const IN = new RegExp(String.raw`\b(?:in|during|on)\s+${WHEN}`, "i");

/** `today` is the day that relative words count from. */
export function findDates(text: string, today: string): FoundDates {
  const spans: { start: number; end: number }[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(text);
    if (match) spans.push({ start: match.index, end: match.index + match[0].length });
    return match;
  };
  const window = windowIn(text, take);
  const between = window ? null : take(BETWEEN);
  const past = PAST.test(text) && (!NEW_EVENT.test(text) || HAD_BY_THEN.test(text));
  const asOf = between || window ? null : (take(AS_OF) ?? (past ? takeMonth(take, ON_THAT_DAY) : null));
  const since = between || window ? null : take(SINCE);
  const until = between || window || asOf ? null : take(UNTIL);
  const free = !(between || window || asOf || since || until);
  const both = free ? take(IN_BOTH) : null;
  const within = free && !both ? take(IN) : null;
  const [first, last] = both ? [spanOf(both[1], today), spanOf(both[2], today)] : [spanOf(within?.[1], today), null];
  // A quarter that stands alone is meant as one behind a word for in.
  const bare = first === null ? (spanBeforeToday(text, today) ?? partOfYear(text)) : null;
  const lately = free ? bare : null;
  return {
    asOf: asOf ? lastDay(asOf[1] ?? "", today) : null,
    since: window
      ? window[0]
      : between
        ? (spanOf(between[1], today)?.since ?? null)
        : since
          ? (spanOf(since[1], today)?.since ?? null)
          : (first?.since ?? null),
    until: window
      ? window[1]
      : between
        ? (spanOf(between[2], today)?.until ?? null)
        : until
          ? (spanOf(until[1], today)?.until ?? null)
          : ((last ?? first)?.until ?? null),
    period: findPeriod(text),
    lately,
    mentioned: [...new Set([...text.matchAll(EVERY)].flatMap((match) => toPartial(match[0], today) ?? []))],
    spans,
  };
}

/** The months that words mean: a quarter has three, a month one. */
function spanOf(text: string | undefined, today: string): SpanOfTime | null {
  if (text === undefined) return null;
  const date = toPartial(text, today);
  return partOfYear(text) ?? (date === null ? null : { since: date, until: date });
}

/** Windows that need more than one date's words: days of one month, a season, a pair of years. */
function windowIn(text: string, take: (pattern: RegExp) => RegExpExecArray | null): readonly [string, string] | null {
  const days = take(DAYS_OF_MONTH);
  if (days) {
    const month = toPartial(days[3] ?? "", "2000-01-01");
    const day = (value: string | undefined) => `${month}-${(value ?? "").padStart(2, "0")}`;
    return month ? [day(days[1]), day(days[2])] : null;
  }
  const season = take(IN_SEASON);
  if (season) {
    const [from = "01", to = "12"] = SEASONS[season[1]?.toLowerCase() ?? ""] ?? [];
    return [`${season[2]}-${from}`, `${season[2]}-${to}`];
  }
  const pair = YEARS.exec(text);
  if (!pair || Number(pair[2]) <= Number(pair[1]?.slice(2))) return null;
  take(YEARS);
  return [pair[1] ?? "", `20${pair[2]}`];
}

/** Only a month or a day is a day to answer as of: "in 2025" and "in Q1 2026" are periods. */
function takeMonth(take: (pattern: RegExp) => RegExpExecArray | null, pattern: RegExp): RegExpExecArray | null {
  const match = take(pattern);
  const isPeriod = /^(?:the )?(?:(?:[qh][1-4]|\w+ (?:half|quarter)(?: of)?),? )?20\d\d$/i;
  return match && !isPeriod.test(match[1] ?? "") ? match : null;
}

/** "H1 2025", "first half of 2025" → 2025-H1; "Q1 2026" → 2026-Q1; a lone year → the year. */
export function findPeriod(text: string): string | null {
  const half =
    /\b(?:h([12])(?:\s?(?:of )?'?(?=20\d\d)|\s(?:of )?'?|')((?:20)?\d\d)(?!\d)|(first|second) half (?:of )?(20\d\d)|(20\d\d)[\s-]?h([12]))\b/i.exec(
      text,
    );
  if (half)
    return `${fullYear(half[2] ?? half[4] ?? half[5] ?? "")}-H${half[1] ?? half[6] ?? (half[3]?.toLowerCase() === "first" ? "1" : "2")}`;
  const quarter =
    /\b(?:q([1-4])\s?(?:of )?'?((?:20)?\d\d)(?![\d-])|(first|second|third|fourth) quarter (?:of )?(20\d\d)|(20\d\d)[\s-]?q([1-4]))\b/i.exec(
      text,
    );
  if (quarter)
    return `${fullYear(quarter[2] ?? quarter[4] ?? quarter[5] ?? "")}-Q${quarter[1] ?? quarter[6] ?? ["first", "second", "third", "fourth"].indexOf(quarter[3]?.toLowerCase() ?? "") + 1}`;
  const fiscal = /\b(?:q([1-4])\s?(?:of )?)?(?:fy|fiscal(?: year)?)\s?'?(?:20)?(\d\d)(?:[\s-]?q([1-4]))?\b/i.exec(text);
  if (fiscal) {
    const part = fiscal[1] ?? fiscal[3];
    return `FY20${fiscal[2]}${part ? `-Q${part}` : ""}`;
  }
  const words = /\bfirst (?:six|6) months (?:of )?(20\d\d)|\b([12])h\s?'?(?:20)?(\d\d)\b/i.exec(text);
  if (words) return words[1] ? `${words[1]}-H1` : `20${words[3]}-H${words[2]}`;
  return /\b(20[1-4]\d)\b/.exec(text)?.[1] ?? null;
}

/** "25" → "2025". */
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** All periods in a text, in order, each once. */
export function findPeriods(text: string): string[] {
  const found = [...withShortQuarters(text).matchAll(PERIOD_WORDS)].flatMap((match) => findPeriod(match[0]) ?? []);
  return [...new Set(found)];
}
/** "The second quarter of fiscal 2026": Q2. */
const withShortQuarters = (text: string): string =>
  text.replace(
    /\b(first|second|third|fourth)[- ]quarter (?:of )?(?=(?:fy|fiscal)\b|fy\s?'?\d)/gi,
    (_, word: string) => `Q${["first", "second", "third", "fourth"].indexOf(word.toLowerCase()) + 1} `,
  );
const PERIOD_WORDS =
  /\b(?:(?:q[1-4]\s?(?:of )?)?(?:fy|fiscal(?: year)?)\s?'?(?:20)?\d\d(?:[\s-]?q[1-4])?|h[12](?:\s?(?:of )?'?20|\s(?:of )?'?|')\d\d|(?:first|second) half (?:of )?20\d\d|20\d\d[\s-]?h[12]|q[1-4]\s?(?:of )?'?(?:20)?\d\d|(?:first|second|third|fourth) quarter (?:of )?20\d\d|20\d\d[\s-]?q[1-4]|first (?:six|6) months (?:of )?20\d\d|[12]h\s?'?(?:20)?\d\d|20[1-4]\d)\b/gi;

/** A date as exact as it was written; null where it cannot be read. */
export function toPartial(text: string, today: string): PartialDate | null {
  const clean = text.trim().toLowerCase();
  if (/^20\d\d(-\d\d(-\d\d)?)?$/.test(clean)) return isDate(clean) ? clean : null;
  const quarter = /^q([1-4]),? (20\d\d)$/.exec(clean);
  if (quarter) return `${quarter[2]}-${String((Number(quarter[1]) - 1) * 3 + 1).padStart(2, "0")}`;
  const bare = clean.replace(/^(?:the )?(?:early|mid|late|end of|start of|beginning of)[\s-]+/, "");
  if (/^20\d\d$/.test(bare)) return bare;
  const feast = FEAST_DAYS.find(([name]) => bare.startsWith(name));
  if (feast) return `${/20\d\d/.exec(bare)?.[0]}-${feast[1]}`;
  const result = chrono.parse(bare, new Date(`${today}T12:00:00Z`), { forwardDate: false })[0];
  if (!result) return null;
  const [year, month, day] = [result.start.get("year"), result.start.get("month"), result.start.get("day")];
  const monthText = `${year}-${String(month).padStart(2, "0")}`;
  // A month that has not come yet this year, without a year, is last year's.
  const shown =
    !/20\d\d/.test(bare) && monthText > today.slice(0, 7)
      ? `${Number(year) - 1}-${String(month).padStart(2, "0")}`
      : monthText;
  return result.start.isCertain("day") ? `${shown}-${String(day).padStart(2, "0")}` : shown;
}

const FEAST_DAYS = [
  ["new year", "01-01"],
  ["christmas", "12-25"],
  ["thanksgiving", "11-27"],
] as const;

/** No thirteenth month, no thirty-first of June. */
function isDate(text: string): boolean {
  const [year = "", month = "01", day = "01"] = text.split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The last day that the words mean: "mid-November 2025" is the 15th, "October 2025" the 31st, "2025" its last. */
export function lastDay(text: string, today: string): string | null {
  const date = toPartial(text, today);
  if (!date) return null;
  const clean = text.toLowerCase();
  const [year, month, day] = date.split("-");
  if (day) return date;
  if (!month)
    return clean.includes("mid")
      ? `${year}-06-30`
      : clean.includes("early")
        ? `${year}-03-31`
        : /start|beginning/.test(clean)
          ? `${year}-01-31`
          : `${year}-12-31`;
  if (clean.startsWith("q")) return endOfMonth(Number(year), Number(month) + 2);
  if (clean.includes("mid")) return `${year}-${month}-15`;
  if (/early|start|beginning/.test(clean)) return `${year}-${month}-05`;
  return endOfMonth(Number(year), Number(month));
}

/** The last day of a year, a month or a day as records write them; null of what is none. */
export function lastDayOf(date: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  if (!year) return null;
  if (day) return date;
  return month ? endOfMonth(Number(year), Number(month)) : `${year}-12-31`;
}

const endOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
