/** "Did OpenAI's revenue grow in 2025" is asked of two years, and "the forecast now against February 2026" of one figure as it changed. */

import { gated } from "../../knowledge/gated.ts";

const LEAD = String.raw`^((?:\W*(?:so|and|but|ok|hey|remind me|again)\b[\s,]*)*)`;
const MONTH_AND_YEAR = String.raw`(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\.? 20\d\d`;
const MEASURED =
  "revenues?|sales|gross margin|net loss(?:es)?|operating loss(?:es)?|loss(?:es)?|capex|capital expenditure|cash burn|burn";
const MOVED =
  "grow|grown|rise|risen|increased?|fall|fallen|drop(?:ped)?|shrink|shrunk|improved?|worsen(?:ed)?|widen(?:ed)?|narrow(?:ed)?|declined?|climb(?:ed)?|(?:go|gone) (?:up|down)|changed?";
const FORECAST = "forecasts?|targets?|guidance|projections?|outlook";
const VERSUS = String.raw`(?:vs\.?|versus|against|compared (?:to|with)|and)`;

const GREW_IN = new RegExp(
  `${LEAD}(?:(?:by )?(?:how much|what (?:%|percent(?:age)?)) )?(?:did|has) ([\\w.& -]{2,24}['’]s?) (${MEASURED}) (?:${MOVED}) (?:in|during) (20\\d\\d)\\W*$`,
  "i",
);
const FORESEEN = new RegExp(
  `${LEAD}(?!.*\\bhow\\b)(.{4,70}?\\b(?:${FORECAST})\\b.{0,30}?)[:,]? (?:(?:now|today|currently|latest) ${VERSUS} (?:in |as of |back in )?(${MONTH_AND_YEAR})|(?:in )?(${MONTH_AND_YEAR}) ${VERSUS} (?:now|today|currently|latest))\\W*$`,
  "i",
);
/** The years of two versions are those in which they were made, and none of what they are of. */
const VERSIONS = gated(
  /\bbetween (?:the |its |their )?20\d\d and (?:the )?20\d\d (versions|updates|editions|decks|forecasts|projections)\b/gi,
);

/** Texts that ask for nothing of the kind come back as they are. */
export const yearOnYear = (text: string): string =>
  text
    .replace(VERSIONS, "between $1")
    .replace(
      GREW_IN,
      (_all, lead: string, whose: string, measure: string, year: string) =>
        `${lead}${whose} ${measure} ${Number(year) - 1} vs ${year}`,
    )
    .replace(FORESEEN, "$1how has $2 changed since $3$4?");
