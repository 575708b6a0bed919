/** Months and years of a question, and how far apart they are: "the end of 2025", "May 2026", "Q1 2026". */

export type Moment = { year: number; month: number | null; start: number; end: number };

const NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const PATTERN = new RegExp(
  [
    String.raw`\b${MONTH}(?: \d{1,2}(?:st|nd|rd|th)?)?,? (20\d\d)`,
    String.raw`\b(end|close|start|beginning|early|late|mid)(?: of|-of)?[- ](20\d\d)`,
    String.raw`\b(?:q([1-4]),? ?(20\d\d))`,
    String.raw`\b(20\d\d)-(\d\d)(?:-\d\d)?\b`,
    String.raw`\b(20\d\d)(?:[-– ]?(?:year[- ])?end)?\b`,
  ].join("|"),
  "gi",
);
const PART_OF_YEAR: Readonly<Record<string, number>> = {
  end: 12,
  close: 12,
  late: 11,
  start: 1,
  beginning: 1,
  early: 2,
  mid: 6,
};

/** In the order of the text. */
export function momentsIn(text: string): Moment[] {
  return [...text.matchAll(PATTERN)].map((match) => {
    const [all, name, ofMonth, part, ofPart, quarter, ofQuarter, isoYear, isoMonth, bare] = match;
    const at = { start: match.index, end: match.index + all.length };
    if (name) return { year: Number(ofMonth), month: NAMES.indexOf(name.toLowerCase()) + 1, ...at };
    if (part) return { year: Number(ofPart), month: PART_OF_YEAR[part.toLowerCase()] ?? null, ...at };
    if (quarter) return { year: Number(ofQuarter), month: Number(quarter) * 3, ...at };
    if (isoYear) return { year: Number(isoYear), month: Number(isoMonth), ...at };
    return { year: Number(bare), month: /end$/i.test(all) ? 12 : null, ...at };
  });
}

/** One of them says its month, and the other, of which only the year is known, may be of any; the end of a year is that year's. */
export const isApartUnsaid = (a: Moment, b: Moment): boolean =>
  (a.month === null) !== (b.month === null) && (a.month ?? b.month) !== 12;

/** Null where that is not said. */
export function monthsApart(a: Moment, b: Moment): number | null {
  if (isApartUnsaid(a, b)) return null;
  return Math.abs((b.year - a.year) * 12 + (b.month ?? 12) - (a.month ?? 12));
}
