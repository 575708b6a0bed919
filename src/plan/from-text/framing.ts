/** "Can I write that …", "we're reporting that … – correct?": what is to be checked, without what somebody means to do with it. */

import { gated } from "../../knowledge/gated.ts";

const TRUE = "is it true that ";
const CHECKED = "(?:correct|right|true|accurate|ok(?:ay)?|fair|safe|still (?:true|right|correct))";
const SAYS =
  "(?:writ(?:e|ing)|say(?:ing)?|report(?:ing)?|claim(?:ing)?|publish(?:ing)?|print(?:ing)?|stat(?:e|ing)|quot(?:e|ing))";
const BEFORE =
  "^(?:\\W*(?:so|and|but|ok|hey|hi|wait|quick (?:check|one|question)|checking|fact[- ]check|sanity check|before i publish)\\b[,:;–—-]*\\s*)*";
const FRAMES: readonly RegExp[] = [
  new RegExp(`${BEFORE}(?:can|could|may|should) (?:i|we) (?:safely |still )?${SAYS}(?: that)? (?=\\S+ )(.+)$`, "i"),
  new RegExp(`${BEFORE}(?:is|would) it (?:be )?${CHECKED} (?:to ${SAYS} )(?:that )?(.+)$`, "i"),
  // Who said it is not asked.
  new RegExp(
    `${BEFORE}(?:(?:i(?:['’]ve)? )?(?:just )?(?:saw|seen|heard|read|noticed)|there(?:['’]s| is| was)) (?:some(?:one|body)|people|a (?:post|tweet|thread|claim|headline|report|story)|posts|reports|headlines) (?:on \\w+ )?(?:(?:that )?(?:claim|say|report|writ|stat|insist|argu|tell|post|tweet)(?:s|ed|ing|e|es)?(?: that)?|that) (.+?)\\W+(?:is (?:that|it|this) (?:really )?|any truth to (?:that|it)\\W*)?(?:${CHECKED})?\\W*$`,
    "i",
  ),
  new RegExp(
    `${BEFORE}(?:we['’]?re|we are|i['’]?m|i am|our (?:draft|piece|story|note|slide|reporter|writer|intern|colleague|desk) (?:says|has|claims|writes|wrote|reports)|my (?:notes?|draft|slide) says?|the draft says|i (?:read|heard|saw|wrote)|somebody (?:says|claims)|someone (?:says|claims|told me))(?: ${SAYS})?(?: somewhere)? that (.+?)\\W+(?:is (?:that|it|this) )?${CHECKED}\\W*$`,
    "i",
  ),
];

/** "If the $200B Anthropic–Google spend is right, that's how much annually?" */
const SUPPOSED = gated(
  /^if (?:the )?(?:unconfirmed |reported |rumou?red |alleged |leaked )?(.{5,60}?) (?:is|are|was|were|proves?|turns? out(?: to be)?|holds) (?:right|true|correct|accurate|up),?(?: then)? (?:that['’]?s |that is |that makes |it['’]?s |is that )?(?:how much|what) (annually|yearly|monthly|quarterly|(?:per|a|each) (?:year|month|quarter))[\s?.!]*$/i,
);
const PERIODS: Readonly<Record<string, string>> = {
  monthly: "month",
  "per month": "month",
  "a month": "month",
  "each month": "month",
  quarterly: "quarter",
  "per quarter": "quarter",
  "a quarter": "quarter",
  "each quarter": "quarter",
};

/** "Switching to Hyperion: who lends the money?", "last one: …": another subject is begun, which stands behind it. */
const TURNS = gated(
  /^\W*(?:(?:ok(?:ay)?|right|fine|now|and|so)\b[\s,.]*)*(?:(?:let['’]?s )?(?:switch(?:ing)?|mov(?:e|ing) on|turn(?:ing)?|jump(?:ing)?)(?: (?:over|now|then))* to\b[\s:,–—-]*|(?:(?:a )?(?:next|new|different|another|other)(?: (?:subject|topic|deal|one|question|thing))?|one (?:more|last)(?: (?:thing|question))?|next up|last(?:ly)?(?: (?:one|question|thing))?|finally)\s*[:,–—]\s*)(?=\S+ \S+ \S+)/i,
);

/** "Fact check for tomorrow's piece: …" says what it is for, "the last priced one is fine" how exact it need be. */
const WHAT_FOR = gated(
  /^\W*(?:(?:a |one |quick |another )*(?:fact[- ]?check|sanity[- ]check|question|query|check|asking) (?:for|on|about|from) [^:?]{3,50}|for (?:a|my|our|the|tomorrow['’]s|today['’]s) (?:\w+ ){0,3}?(?:piece|story|article|note|memo|slide|deck|report|column|newsletter|meeting|call))\s*[:–—-]\s*(?=\S+ \S+)/i,
);
const GOOD_ENOUGH = gated(
  /(?<=[.?!])\s+(?:(?:a|an|the|just) )?(?:last|latest|most recent|rough|approximate|ballpark|any|either)\b[^.?!]{0,50}\b(?:is|are|would be|will be) (?:fine|ok(?:ay)?|enough|good(?: enough)?)\W*$/i,
);
const SEEN = gated(
  /\s[-–—]+\s*(?:i|we)(?:['’]ve| have)? (?:keep |also )?(?:seen|seeing|see|read|heard|found|got)\b[^?]*\?*\s*$/i,
);

/** The text with "is it true that" in the place of such a frame; texts without one come back as they are. */
export function unframed(said: string): string {
  const text = [WHAT_FOR, GOOD_ENOUGH, SEEN].reduce<string>(
    (left, words) => left.replace(words, ""),
    said.replace(TURNS, ""),
  );
  const [, amount, period] = SUPPOSED.exec(text) ?? [];
  if (amount && period) return `how much a ${PERIODS[period.toLowerCase()] ?? "year"} is the ${amount}`;
  for (const frame of FRAMES) {
    const [, claim] = frame.exec(text) ?? [];
    if (claim !== undefined && !ASKS.test(claim)) return `${TRUE}${claim.trim()}`;
  }
  return text;
}
const ASKS = /^(?:how|what|which|who|when|where|why|if|whether|about|anything|something|it|this)\b/i;
