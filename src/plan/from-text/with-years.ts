/** "This spring", "this year", "last year", "next year" and the end of the decade by their number, where they are no length of time. */
export function withYears(text: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const decade = `${year - (year % 10) + 10}`;
  return (
    text
      // "Fiscal Q1 2026 against fiscal Q2": a quarter without a year is of the year that was said.
      .replace(/\b(?:fiscal|fy)(?: year)? (q[1-4]) (?:of )?(?:['’]|20)?(\d\d)\b/gi, "$1 of fiscal 20$2")
      .replace(
        /\b(q[1-4]) of fiscal (20\d\d)( (?:against|vs\.?|versus|compared (?:with|to)|to|and|with|or) )(?:the )?(?:fiscal |fy ?)?(q[1-4])\b(?! (?:of |fiscal |fy|'?\d))/gi,
        "$1 of fiscal $2$3$4 of fiscal $2",
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
