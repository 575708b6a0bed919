/** "This spring", "this year", "last year", "next year" and the end of the decade by their number, where they are no length of time. */
export function withYears(text: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const decade = `${year - (year % 10) + 10}`;
  return (
    quartersOfYear(text)
      // "Fiscal Q1 2026 against fiscal Q2": a quarter without a year is of the year that was said.
      .replace(/\b(?:fiscal|fy)(?: year)? (q[1-4]) (?:of )?(?:['’]|20)?(\d\d)\b/gi, "$1 of fiscal 20$2")
      .replace(
        /\b(q[1-4]) of fiscal (20\d\d)( (?:against|vs\.?|versus|compared (?:with|to)|to|and|with|or) )(?:the )?(?:fiscal |fy ?)?(q[1-4])\b(?! (?:of |fiscal |fy|'?\d))/gi,
        "$1 of fiscal $2$3$4 of fiscal $2",
      )
      // "26 guide over 25 actual".
      .replace(
        /(?<![\d$€£.,%/–-])['’]?(2[3-9]) (?=(?:capex |revenue |sales |spend(?:ing)? )?(?:guid(?:e|ance)|actuals?|forecast|outlook|budget|capex|spend(?:ing)?|revenues?|sales|outturn)\b)/gi,
        "20$1 ",
      )
      // "At the end of q1 26".
      .replace(/\b(q[1-4]|h[12]) ['’]?(2\d)\b(?! ?(?:gw|mw|%|bn|billion|million|m\b|b\b|percent))/gi, "$1 20$2")
      // "As of the reports in early 2026".
      .replace(
        /\bas of (?:the )?(?:\w+ )?(?:reports?|results|filings|figures|numbers|tall(?:y|ies)|counts?) (?:in|of|from) (?=(?:early|mid|late|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d)\w*)/gi,
        "as of ",
      )
      .replace(/\b(?:(?:in|during|over) )?this (spring|summer|autumn|fall|winter)\b/gi, `in $1 ${year}`)
      .replace(/\b(?:the )?(?:end|turn|close) of (?:the|this) decade\b|\bdecade['’]?s end\b/gi, decade)
      // "This year vs last".
      .replace(
        /\b(this|last|next) (?:year|yr)(['’]s)? ((?:vs\.?|versus|against|and|(?:as )?compared (?:with|to)) )(this|last|next)(?=\W*$)/gi,
        (_said, first: string, own: string | undefined, between: string, second: string) =>
          `${first} year${own ?? ""} ${between}${second} year`,
      )
      // "Higher than last year's": than the same in that year.
      .replace(
        /\bthan (last|this) year['’]s\b(?: (?:actuals?|figure|number|level))?/gi,
        (_said, which: string) => `than in ${year - (/^l/i.test(which) ? 1 : 0)}`,
      )
      .replace(
        /(?<!\b(?:over|past|within|the|than|a) (?:the )?)\b(?:(in|during|for|since|by|of) )?(this|last|next) year(?:['’]s(?= (?:guid|capex|target|figure|number|forecast|budget|plan|total|spend|actual|outlay|revenue|sales|level|loss|burn)|(?=\W*$|,)))?\b(?!['’]s? )/gi,
        (_said, before: string | undefined, which: string) =>
          `${before ?? "in"} ${year + (/^l/i.test(which) ? -1 : /^n/i.test(which) ? 1 : 0)}`,
      )
  );
}

const JOINED = String.raw`(?:,? (?:and|then) |, | ?\/ ?| ?& ?| ?- ?| vs?\.? | versus | against | compared (?:with|to) | to | with | or | than )`;
const QUARTER = `(q[1-4]|(?:first|second|third|fourth)(?:[- ]quarter)?)`;
const YEAR = String.raw`((?:fy|fiscal(?: year)?) ?['’]?(?:20)?\d\d|20\d\d)`;
const BEHIND = new RegExp(
  String.raw`\b${QUARTER}(${JOINED})(?:the |in )?${QUARTER},? (?:of |in |for )?(?:the )?${YEAR}(?!\d|[\s-]?q\d)`,
  "gi",
);
const BEFORE = new RegExp(
  String.raw`\b${YEAR}(?:['’]s)?[,:;]? ${QUARTER}(${JOINED})(?:the |in )?${QUARTER}(?! ?(?:of |in |for )?(?:['’]?\d|fy|fiscal))\b`,
  "gi",
);
const ORDINALS = ["first", "second", "third", "fourth"];

/** "Fiscal 26: Q1 against Q2", "the first and second quarter of fiscal 2026": the year is that of both. */
function quartersOfYear(text: string): string {
  const both = (whole: string, year: string, one: string, between: string, other: string): string => {
    // "First and second" alone may be anything, and no quarters.
    if (!/^q/i.test(one) && !/quarter/i.test(`${one} ${other}`)) return whole;
    return `${asQuarter(one)} ${ofYear(year)}${/^\s?[-/&]/.test(between) ? " and " : between}${asQuarter(other)} ${ofYear(year)}`;
  };
  return text
    .replace(BEHIND, (whole, one: string, between: string, other: string, year: string) =>
      both(whole, year, one, between, other),
    )
    .replace(BEFORE, (whole, year: string, one: string, between: string, other: string) =>
      both(whole, year, one, between, other),
    );
}

const asQuarter = (said: string): string =>
  /^q/i.test(said) ? said : `Q${ORDINALS.indexOf(said.split(/[- ]/)[0]?.toLowerCase() ?? "") + 1}`;
const ofYear = (said: string): string => {
  const year = `20${said.slice(-2)}`;
  return /^f/i.test(said) ? `of fiscal ${year}` : year;
};
