/** Dates in a text, as exact as they are said: "2025-10-06", "2025-10", "2025", "2025-Q4", "late 2026". */

export type DateSaid = { date: string; text: string; start: number; end: number };

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`;
const PART = String.raw`(?:\b(early|mid|late|end of|end|start of|beginning of)[\s-](?:the\s)?)?`;
const YEAR = String.raw`((?:19|20)\d\d)`;
const ORDINALS = ["first", "second", "third", "fourth"];

/** From the most to the least exact; what one has taken the next does not see. */
const PATTERNS: readonly { pattern: RegExp; read(match: RegExpExecArray): string[] }[] = [
  { pattern: /\b(20\d\d-\d\d(?:-\d\d)?)\b/g, read: (m) => [m[1] ?? ""] },
  { pattern: /\b(20\d\d)-([QH]\d)\b/g, read: (m) => [`${m[1]}-${m[2]}`] },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR})?\b`, "g"),
    read: (m) => [day(m[3], m[2], m[1])],
  },
  {
    pattern: new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,? ${YEAR})?`, "g"),
    read: (m) => [day(m[3], m[1], m[2])],
  },
  {
    pattern: new RegExp(String.raw`${PART}\b${MONTH}(?: of)?,? ${YEAR}\b`, "g"),
    read: (m) => [part(m[1]) + day(m[3], m[2], undefined)],
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:Q([1-4])|(first|second|third|fourth)[\s-]quarter)(?: of)?(?: (?:fiscal )?${YEAR})?\b`,
      "gi",
    ),
    read: (m) => [`${m[3] ?? "any"}-Q${m[1] ?? ORDINALS.indexOf(m[2]?.toLowerCase() ?? "") + 1}`],
  },
  {
    pattern: new RegExp(String.raw`\b(?:H([12])|(first|second)[\s-]half)(?: of)?(?: (?:fiscal )?${YEAR})?\b`, "gi"),
    read: (m) => [`${m[3] ?? "any"}-H${m[1] ?? ORDINALS.indexOf(m[2]?.toLowerCase() ?? "") + 1}`],
  },
  { pattern: /\b(?:FY|fiscal(?: year)?)\s?'?(?:20)?(\d\d)\b/gi, read: (m) => [`FY20${m[1]}`] },
  { pattern: /\b(20\d\d)[–/](\d\d)\b(?!\d)/g, read: (m) => [m[1] ?? "", `20${m[2]}`] },
  {
    pattern: new RegExp(
      String.raw`${PART}(?<![$€£\d.,])\b${YEAR}s?\b(?![,.]?\d|\s?(?:%|[GMkT]Wh?\b|(?:million|billion|trillion)\b))`,
      "gi",
    ),
    read: (m) => [part(m[1]) + (m[2] ?? "") + (m[0].endsWith("s") ? "s" : "")],
  },
  { pattern: new RegExp(String.raw`\b${MONTH}`, "g"), read: (m) => [day(undefined, m[1], undefined)] },
];

export function datesSaid(text: string): DateSaid[] {
  const out: DateSaid[] = [];
  let left = text;
  for (const { pattern, read } of PATTERNS) {
    for (const match of left.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      for (const date of read(match)) out.push({ date, text: match[0].trim(), start, end });
    }
    left = left.replace(pattern, (found) => " ".repeat(found.length));
  }
  return out;
}

const part = (word: string | undefined): string => (word ? `${word.toLowerCase().replace(/\s.*/, "")} ` : "");

function day(year: string | undefined, month: string | undefined, date: string | undefined): string {
  const number = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
  const name = `${year ?? "any"}-${String(number).padStart(2, "0")}`;
  return date ? `${name}-${date.padStart(2, "0")}` : name;
}

/** Everything that a date also says: a day its month and its year, with or without the year named. */
export function alsoSays(date: string): string[] {
  const bare = date.replace(/^\w+ /, "");
  const [year = "", ...rest] = bare.split("-");
  const out = [date, bare];
  for (let length = rest.length; length >= 0; length--) {
    const tail = rest.slice(0, length);
    out.push([year, ...tail].join("-"));
    if (length > 0) out.push(["any", ...tail].join("-"));
  }
  const quarter = /^(\d{4})-(\d\d)/.exec(bare);
  if (quarter) {
    const month = Number(quarter[2]);
    for (const name of [`Q${Math.ceil(month / 3)}`, `H${month <= 6 ? 1 : 2}`])
      out.push(`${quarter[1]}-${name}`, `any-${name}`);
  }
  return [...new Set(out)];
}

/** Days counted from the reader's own; they are held against a text as they stand. */
export const RELATIVE_DAY =
  /\b(?:today|tonight|yesterday|tomorrow|(?:last|next|this|past|previous|coming) (?:week|month|year|quarter|spring|summer|autumn|fall|winter|decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|recently|soon|shortly|imminently|ago|decades?)\b/gi;
