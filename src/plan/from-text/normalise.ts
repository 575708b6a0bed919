/** Chat text as it comes, made plain: one form of Unicode, no invisible characters, no markup of a platform, not too long. */
import { perText } from "../../knowledge/per-text.ts";

/** A question longer than this is cut; what is asked stands in its beginning. */
export const MAX_QUESTION = 2_000;

/** "Oct-2024", "oct/2024" */
const MONTH_AND_YEAR =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[-/](20\d\d)\b/gi;

/** "Between Sept and Oct 2025": the year is that of both. */
const MONTH = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const TWO_MONTHS = new RegExp(String.raw`\b((?:between|from) ${MONTH})\.? (and|to) (${MONTH})\.?,? (20\d\d)\b`, "gi");

/** "Feb '26", and a week of a month, which is known to no record by its number. */
const SHORT_YEAR = new RegExp(String.raw`\b(${MONTH})\.? ['’](2\d)\b`, "gi");
const WEEK_OF = new RegExp(
  String.raw`\b(?:in |during )?(?:the )?(first|opening|second|third|last|final) (?:full )?week of (?=${MONTH}\b)`,
  "gi",
);
const PART_OF_MONTH: Readonly<Record<string, string>> = {
  first: "early",
  opening: "early",
  last: "late",
  final: "late",
};

/** "What does Reliance charge... I mean what did Reliance pledge?" */
const CORRECTED =
  /^.{3,100}?(?:\.\.\.|…|,| [-–—]) ?(?:no,? |wait,? |sorry,? )*(?:i mean(?:t)?|scratch that|or rather|sorry|no wait|wait no)[,:]? ((?:what|who|when|where|why|which|how|is|was|does|did)\b.{8,})$/i;

/** "Is its 2026 capex above last year's": higher than that. */
const ABOVE =
  /^(\W*(?:so |and )?(?:is|are|was|were)\b.{5,90}?\b)(above|over|below|under) (?=(?:in |the |its |their )?(?:20\d\d|(?:last|this) year)|what (?:it|they) (?:spent|made|had))/i;

export const normalise = perText((text): string =>
  text
    .slice(0, MAX_QUESTION)
    .normalize("NFKC")
    .replace(/\p{Cf}|\p{Co}|\p{Cn}/gu, "")
    .replace(/<https?:\/\/[^>|\s]+\|([^>]+)>/g, "$1")
    .replace(/<[@#!][^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(SHORT_YEAR, "$1 20$2")
    // "3Q25"
    .replace(/\b([1-4])q[\s']?(?:20)?(\d\d)\b/gi, "Q$1 20$2")
    .replace(WEEK_OF, (_said, which: string) => `in ${PART_OF_MONTH[which.toLowerCase()] ?? "mid"} `)
    .replace(MONTH_AND_YEAR, "$1 $2")
    .replace(TWO_MONTHS, "$1 $4 $2 $3 $4")
    // A star between two numbers multiplies; all other marks are dress.
    .replace(/(?<![\w)%])[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?![\d$€£(.])/g, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/\bthru\b/gi, "through")
    .replace(/\bdata(cent(?:er|re)s?)\b/gi, "data $1")
    .replace(/\b(letters?|memorand(?:um|a))-of-(intent|understanding)\b/gi, "$1 of $2")
    // "When's it done", "how's it powered".
    .replace(/\b(when|how)['’]s\b/gi, "$1 is")
    .replace(/\bco-ops?\b/gi, "cooperatives")
    .replace(/\bhow many directors\b(?=.*\b(?:name|appoint|nominate|pick|choose|get|put)\b)/gi, "how many board seats")
    // "3,5 GW", as many write a decimal; "how much $ 3 GW" asks for dollars, and names no three of them.
    .replace(/(?<![\d.,])(\d{1,2}),(\d{1,2})(?=\s?(?:[gm]ws?|gigawatts?|megawatts?)\b)/gi, "$1.$2")
    .replace(/\$ (?=\d[\d.]*\s?(?:[gm]ws?|gigs?|gigawatts?|megawatts?)\b)/gi, "dollars ")
    .replace(/\b(?:hw|hwo|ho) (?=(?:much|many|mcuh|muhc|mnay)\b)/gi, "how ")
    .replace(/\b(how) (?:man{2,}y|mnay|mayn|mny|meny)\b/gi, "$1 many")
    .replace(/\b(how) (?:muhc|mcuh|mutch|muc|moch|mch)\b/gi, "$1 much")
    .replace(/\brevs\b/gi, "revenues")
    .replace(/\brev\b(?! (?:ops|up|share)\b|\.\s?[A-Z])/g, "revenue")
    .replace(/\bfirst (?:six|6) months\b(?= (?:of|in) )/gi, "first half")
    .replace(/\b(?:last|second) (?:six|6) months\b(?= (?:of|in) 20)/gi, "second half")
    .replace(/\bfirst (?:three|3) months\b(?= (?:of|in) 20)/gi, "first quarter")
    .replace(/([$€£])\1+(?=\d)/g, "$1")
    // "$-5B"
    .replace(/(?<![\d)])([$€£])[-−–](?=\d)/g, "-$1")
    .replace(/\b(?:per|a|each) megawatt[- ]hours?\b/gi, "per MWh")
    // "2024 v 2025"
    .replace(/(?<=[\p{L}\d)'’]) v\.? (?=(?:20\d\d|\p{L}|\())/gu, " vs ")
    .replace(
      ABOVE,
      (_said, before: string, which: string) =>
        `${before}${/^(?:above|over)$/i.test(which) ? "higher" : "lower"} than `,
    )
    // "AMD x OpenAI"
    .replace(/(?<=\p{L}{2}) x (?=\p{L}{2})/gu, " ")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .trim()
    .replace(/,? \bi mean\b(?=\W*$)/i, "")
    // Who corrects himself asks what he says last.
    .replace(CORRECTED, "$1"),
);
