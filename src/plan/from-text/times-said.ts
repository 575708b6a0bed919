/** Quarters, halves and days as people put them: "jan-june 2025", "the march 2026 quarter", "rewind to 1 October 2025: …". */
import { gated } from "../../knowledge/gated.ts";
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const TO = String.raw`\s?(?:[-–—/]|to|through|thru|until)\s?`;
const DAY = String.raw`(?:(?:early|mid|late|the (?:start|end|beginning) of)[ -])?(?:\d{1,2} )?${MONTH}(?: \d{1,2},?)? 20\d\d`;
const QUARTERS: Readonly<Record<string, string>> = { first: "Q1", second: "Q2", third: "Q3", fourth: "Q4", last: "Q4" };

const SPANS: readonly (readonly [months: string, said: string])[] = [
  [`jan(?:uary)?${TO}june?`, "the first half of"],
  [`july?${TO}dec(?:ember)?`, "the second half of"],
  [`jan(?:uary)?${TO}mar(?:ch)?`, "Q1"],
  [`apr(?:il)?${TO}june?`, "Q2"],
  [`july?${TO}sept?(?:ember)?`, "Q3"],
  [`oct(?:ober)?${TO}dec(?:ember)?`, "Q4"],
];
const ENDS: readonly (readonly [month: string, said: string])[] = [
  ["mar(?:ch)?", "Q1"],
  ["june?", "Q2"],
  ["sept?(?:ember)?", "Q3"],
  ["dec(?:ember)?", "Q4"],
];

const SAID: readonly (readonly [RegExp, string])[] = [
  ...SPANS.map(([months, said]) => [new RegExp(String.raw`\b${months} (20\d\d)\b`, "gi"), `${said} $1`] as const),
  ...ENDS.map(
    ([month, said]) =>
      [
        new RegExp(
          String.raw`\b(?:the )?(?:${month} (20\d\d)|(20\d\d) ${month}) quarter\b|\b(?:the )?quarter (?:to|ending|ended|that ended)(?: in)? ${month} (20\d\d)\b`,
          "gi",
        ),
        `${said} $1$2$3`,
      ] as const,
  ),
  // "Rewind to early October 2025: how many gigawatts"
  [
    new RegExp(
      String.raw`^(\W*)(?:(?:let['’]s )?(?:rewind|wind (?:the clock )?back|go(?:ing)? back|turn (?:the clock )?back|cast (?:your|my) mind back|step back)(?: the clock)?) to (${DAY})\s*[,:;–—-]+\s*`,
      "i",
    ),
    "$1as of $2, ",
  ],
  [/\b(at|by|as of) the close of (20\d\d|fiscal|the (?:year|quarter))\b/gi, "$1 the end of $2"],
];
/** "The second quarter of its fiscal 2026". */
const FISCAL = gated(
  /(?<!\b(?:first|second|third|fourth)(?:,| and| or| to| vs\.?) (?:the )?)\b(?:the )?(first|second|third|fourth|last) quarter of (?:its |the |their )?(?:fiscal|fy)(?: year)? ?(20\d\d|\d\d)\b/gi,
);

export const timesPlain = (text: string): string =>
  inSpans(text).replace(
    FISCAL,
    (_all, which: string, year: string) =>
      `${QUARTERS[which.toLowerCase()]} FY${year.length === 2 ? `20${year}` : year}`,
  );
const inSpans = puttingInstead(SAID);
