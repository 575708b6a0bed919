/** A time as it stands in a question, and another one in its place. */
import { gated } from "../../../knowledge/gated.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** A time as it stands in a question, with the words that belong to it. */
const TIME = new RegExp(
  String.raw`\b(?:(?:at |by )?(?:the )?(?:end|start|beginning) of |early |mid |late |(?:first|second) half (?:of )?|(?:first|second|third|fourth) quarter (?:of )?|q[1-4] (?:of )?|h[12] (?:of )?|\d{1,2} |${MONTH} (?:\d{1,2},? )?|fy ?|fiscal(?: year)? )*(?:'?20\d\d(?:[ -]?[qh][1-4])?|fy\d\d|q[1-4]|h[12]|${MONTH})\b`,
  "gi",
);
const NUMBERS = ["a", "two", "three", "four", "five", "six"];
const EARLIER = gated(
  /\b(a|an|one|the|two|three|four|five|six|\d) (year|quarter|month)s? (before|earlier|prior|later|after|on)(?: (?:that|then|this))?(?=[\s?.!,]*$)/i,
);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const NAMES = "January February March April May June July August September October November December".split(" ");

/** "A year before that" after "in October 2025": the text with the month that is meant; as it is where none was said. */
export function withTimeCounted(text: string, asked: string): string {
  const said = EARLIER.exec(text);
  const last = timeIn(asked);
  const [, year] = /(20\d\d)/.exec(last ?? "") ?? [];
  if (!said || last === null || !year) return text;
  const [whole, count = "a", unit = "", order = ""] = said;
  const many = Math.max(1, /\d/.test(count) ? Number(count) : NUMBERS.indexOf(count.toLowerCase()) + 1);
  const sign = /^(?:before|earlier|prior)$/i.test(order) ? -1 : 1;
  const month = monthIn(last);
  if (month < 0) return unit.toLowerCase() === "year" ? text.replace(whole, String(Number(year) + sign * many)) : text;
  const step = { year: 12, quarter: 3, month: 1 }[unit.toLowerCase()] ?? 0;
  const at = Number(year) * 12 + month + sign * many * step;
  return text.replace(whole, `${NAMES[at % 12]} ${Math.floor(at / 12)}`);
}

export const timeIn = (text: string): string | null => [...text.matchAll(TIME)].at(-1)?.[0] ?? null;

export const withoutTimes = (text: string): string => text.replace(TIME, " ").replace(/\s+/g, " ").trim();

const LATER = /\b(?:by|until|till|later in|then in|after that in)\s/i;
const monthIn = (text: string): number => MONTHS.findIndex((name) => text.toLowerCase().includes(name));

/** The new time for the last one of the question, or behind it. */
export function withTime(asked: string, when: string, text = when): string {
  const old = [...asked.matchAll(TIME)].at(-1);
  // "And in June?" after one of 2025 means June of that year.
  const told = /20\d\d|fy\d\d/i.test(when) ? "" : (/20\d\d/.exec(old?.[0] ?? "")?.[0] ?? "");
  // "By March?" after October is in the next year.
  const next = told !== "" && LATER.test(text) && monthIn(when) >= 0 && monthIn(when) < monthIn(old?.[0] ?? "");
  const year = next ? String(Number(told) + 1) : told;
  const full = `${when}${year ? ` ${year}` : ""}`;
  if (!old) return `${asked.replace(/[?.!\s]+$/, "")} in ${full}`;
  return asked.slice(0, old.index) + full + asked.slice(old.index + old[0].length);
}
