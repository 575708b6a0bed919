/** "Is Meta's capex below Amazon's", "does the run-rate exceed OpenAI's": said as "lower than" and "higher than", as two are compared elsewhere. */

import { gated } from "../../knowledge/gated.ts";

const LEAD = String.raw`^(\W*(?:(?:so|and|but|ok|hey|wait)\b,? *)*(?:(?:at|on|in|by|as of)(?: the)?(?: end of)? [\w ]{3,20}, )?`;
/** An amount, a time or what was said is no second side. */
const SIDE = String.raw`(?= (?:the |its |their )?(?!\$|€|£|\d|what\b|that\b|how\b|last\b|all\b|expect|target|estimat|consensus|par\b|cost\b|water\b|ground\b|market\b|average\b|schedule\b|plan\b|time\b|budget\b|expectations\b|forecasts?\b)[a-z][\w&.-]*(?:['’]|\b))`;
const IS = new RegExp(
  `${LEAD}(?:is|are|was|were)\\b[^?;]{3,90}?) (above|over|below|under|ahead of|behind)${SIDE}`,
  "i",
);
const EXCEEDS = new RegExp(`${LEAD}(?:does|do|did|will|would)\\b[^?;]{3,90}?) (?:exceed|beat|top)${SIDE}`, "i");
/** What is over somebody's head, under a contract or in construction is not compared. */
const COMPARABLE = gated(
  /\b(?:capex|guidance|revenues?|sales|run-?rate|arr|backlog|rpo|valuation|market cap|capacity|loss(?:es)?|burn|stakes?|margin|debt|target|forecast|estimate|figure|number|total|spend(?:ing)?|budget)\b/i,
);

/** "By what percentage does the guidance exceed what it spent in 2025": how much higher, in per cent. */
const BY_PERCENT = gated(
  /^(\W*(?:(?:so|and|but|ok)\b,? *)*)by (?:what|which|how many) (?:percent(?:age)?|per ?cent|pct|%) (?:does|do|did|will|would) ([^?;]{3,90}?) (?:exceed|beat|top|outstrip|surpass) ([^?;]{3,60})/i,
);
/** What was spent in a year is the capex of that year where capex is spoken of. */
const WHAT_WAS_SPENT = gated(/\bwhat (?:it|they|he|the company) (?:actually )?spent in (20\d\d)\b/i);

export function comparedWords(text: string): string {
  if (!COMPARABLE.test(text)) return text;
  return text
    .replace(
      BY_PERCENT,
      (_, before: string, one: string, other: string) =>
        `${before}how much higher is ${one} than ${/\bcapex\b/i.test(one) ? other.replace(WHAT_WAS_SPENT, "its $1 capex") : other} in percent`,
    )
    .replace(
      IS,
      (_, before: string, word: string) =>
        `${before} ${/^(?:above|over|ahead of)$/i.test(word) ? "higher" : "lower"} than`,
    )
    .replace(EXCEEDS, "$1 come out higher than");
}
