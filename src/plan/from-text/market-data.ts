/** "10y treasury yield right now", "NVDA premarket": what markets show at this moment. The records end on a day and hold none of it. */
import { anyOf } from "../../knowledge/pattern-table.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import { masked } from "./masked.ts";
import type { Reading } from "./reading.ts";

const NOW =
  "(?:(?:right |just )?now|today|tonight|this (?:morning|afternoon|evening|minute|week)|yesterday|currently|at the moment|these days|live|real[- ]?time|as we speak|at (?:the )?(?:open|close)|intraday|currently|latest)";
const PLAIN =
  "(?:what(?:['’]?s| is| was| are)|where(?:['’]?s| is| are)|how(?:['’]?s| is| are)|show(?: me)?|give me|get)";
const LEAD = `^(?:\\W*(?:so|and|ok|hey|hi|yo|please|pls|quick),? )*(?:${PLAIN} )?(?:the |a )?(?:(?:current|live|latest|spot|real[- ]?time|today['’]?s) )*`;

/** Rates, indexes, currencies and goods that markets quote and no deal is about. */
const QUOTED =
  "(?:(?:us |u\\.s\\. )?(?:1|2|3|5|7|10|20|30|two|five|ten|thirty)[- ]?(?:y|yr|year)s? (?:us )?(?:treasur(?:y|ies)|t-?(?:bills?|notes?|bonds?)|notes?|gilts?|bunds?|jgbs?)(?: (?:yields?|rates?|notes?|bonds?))?|(?:us )?treasur(?:y|ies)(?: (?:yields?|rates?|bills?|curve))?|(?:1|2|5|10|20|30|two|five|ten|thirty)[- ]?(?:y|yr|year)s? yields?|t-?bills?(?: yields?)?|yield curve|fed(?:eral)? funds(?: rate)?|fed rate|prime rate|sofr|libor|euribor|(?:ecb|boe|boj) rate|vix|move index|dxy|dollar index|s&p ?500|spx|spy|qqq|ndx|(?:nasdaq|dow|russell|nikkei|ftse|dax|hang seng|kospi|sox)(?: (?:composite|index|100|jones|2000|225))?|bitcoin|btc|ethereum|eth|solana|dogecoin|crypto|brent(?: crude)?|wti(?: crude)?|crude(?: oil)?|oil|henry hub|nat(?:ural)? ?gas|gold|silver|copper|lithium|uranium|wheat|corn|(?:eur|gbp|usd|jpy|cny|chf|aud|krw)[ /]?(?:eur|gbp|usd|jpy|cny|chf|aud|krw)|(?:dollar|euro|pound|yen|yuan|won)(?: (?:is )?(?:at )?(?:vs\\.?|versus|against|to|/) the (?:dollar|euro|pound|yen|yuan|won))?|cable|mortgage rates?|cpi|inflation(?: rate)?|unemployment(?: rate)?|jobless claims|nonfarm payrolls|payrolls|gdp(?: growth)?)";
const HOW =
  "(?: (?:price|prices|spot|futures?|front[- ]month|level|rate|yields?|quote|close|open|trading|at|do|doing|did|up|down))*";
const QUOTES: readonly RegExp[] = [
  `${LEAD}${QUOTED}${HOW}(?:,? ${NOW})+\\W*$`,
  `${LEAD}(?:1|2|5|10|20|30|two|five|ten|thirty)[- ]?(?:y|yr|year)s? (?:treasur(?:y|ies) )?yields?\\W*$`,
  `${LEAD}(?:fed(?:eral)? funds(?: rate)?|vix(?: level)?|dxy|s&p ?500|spx|dow(?: jones)?|(?:us )?treasury yields?|mortgage rates?|bitcoin|btc|ethereum|brent|wti|crude)${HOW}\\W*$`,
  `${LEAD}${QUOTED} (?:spot|futures?|front[- ]month)\\W*$`,
  `${LEAD}(?:dollar|euro|pound|yen|yuan|won) (?:is )?(?:at )?(?:vs\\.?|versus|against) the (?:dollar|euro|pound|yen|yuan|won)\\W*$`,
  `^(?:\\W*(?:so|and|ok|hey),? )*(?:what|how) (?:did|does|is|are) (?:the )?${QUOTED} (?:do|doing|trade|trading|at|close|open)\\b.{0,12}\\W*$`,
].map((pattern) => new RegExp(pattern, "i"));

/** Of a company, which stands as "§". */
const SHARES: readonly RegExp[] = [
  `${LEAD}§(?:['’]s?)? (?:(?:stock|shares?|share) )?(?:price|quote|close|open|trading|stock|shares?|market cap\\w*|valuation on the market|(?:[135]y )?cds(?: spreads?)?|(?:20\\d\\d )?bond yields?|bonds? (?:price|yield|spread)s?|implied vol\\w*|options|short interest|bid[- ]ask|p/?e(?: ratio)?)(?: (?:is|at|trading))*(?:,? ${NOW})+\\W*$`,
  `${LEAD}§(?:['’]s?)? (?:(?:stock|shares?) )?(?:pre-?market|after[- ]?hours|extended hours|bid[- ]ask|short interest|implied vol\\w*|(?:[135]y )?cds spreads?|stock quote|close)\\W*$`,
  `^(?:\\W*(?:so|and|ok|hey),? )*(?:where|what|how)(?:['’]?s| is| are) §(?:['’]s?)? ?(?:stock|shares?)? ?(?:trading|trade|changing hands)(?: (?:at|for))?(?:,? ${NOW})*\\W*$`,
  `^(?:\\W*(?:so|and|ok|hey),? )*(?:is|are|was) § (?:stock |shares? )?(?:up|down|green|red|rallying|falling|crashing|mooning)(?:,? ${NOW})*\\W*$`,
  `^(?:\\W*(?:so|and|ok|hey),? )*(?:where|how) (?:did|does|will) § (?:close|open|trade|do)(?:,? ${NOW})+\\W*$`,
  `^(?:\\W*(?:so|and|ok|hey),? )*(?:will|is|are|can|could|would|does|do) §(?:['’]s?)? (?:stock|shares?|share price|stock price) (?:going to |ever |still |likely to |gonna )*(?:hit|reach|be|go|double|triple|rise|fall|crash|drop|moon|trade|top|break|pass|recover)\\b.*$`,
].map((pattern) => new RegExp(pattern, "i"));

const [isQuote, isOfShares] = [anyOf(QUOTES), anyOf(SHARES)];

export function marketData(reading: Reading): PlanInput | null {
  const { names, question, library } = reading;
  if (names.deals.length > 0) return null;
  if (isQuote(question)) return { kind: "decline", reason: "out-of-scope" };
  const [org, ...more] = names.orgs;
  const said = org === undefined || more.length > 0 ? null : masked(reading, "org");
  return said !== null && isOfShares(said)
    ? { kind: "decline", reason: "unrecorded", about: `quote of the day for ${orgName(library, org ?? "")}` }
    : null;
}
