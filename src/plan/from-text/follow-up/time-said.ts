/** A time as it stands in a question, and another one in its place. */
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** A time as it stands in a question, with the words that belong to it. */
const TIME = new RegExp(
  String.raw`\b(?:(?:at |by )?(?:the )?(?:end|start|beginning) of |early |mid |late |(?:first|second) half (?:of )?|(?:first|second|third|fourth) quarter (?:of )?|q[1-4] (?:of )?|h[12] (?:of )?|\d{1,2} |${MONTH} (?:\d{1,2},? )?|fy ?|fiscal(?: year)? )*(?:'?20\d\d(?:[ -]?[qh][1-4])?|fy\d\d|q[1-4]|h[12]|${MONTH})\b`,
  "gi",
);
export const timeIn = (text: string): string | null => [...text.matchAll(TIME)].at(-1)?.[0] ?? null;

export const withoutTimes = (text: string): string => text.replace(TIME, " ").replace(/\s+/g, " ").trim();

/** The new time for the last one of the question, or behind it. */
export function withTime(asked: string, when: string): string {
  const old = [...asked.matchAll(TIME)].at(-1);
  // "And in June?" after one of 2025 means June of that year.
  const year = /20\d\d|fy\d\d/i.test(when) ? "" : (/20\d\d/.exec(old?.[0] ?? "")?.[0] ?? "");
  const full = `${when}${year ? ` ${year}` : ""}`;
  if (!old) return `${asked.replace(/[?.!\s]+$/, "")} in ${full}`;
  return asked.slice(0, old.index) + full + asked.slice(old.index + old[0].length);
}
