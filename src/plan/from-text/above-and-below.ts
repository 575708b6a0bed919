/** "Is Meta's capex below Amazon's", "does the run-rate exceed OpenAI's": said as "lower than" and "higher than", as two are compared elsewhere. */

const LEAD = String.raw`^(\W*(?:(?:so|and|but|ok|hey|wait)\b,? *)*`;
/** An amount, a time or what was said is no second side. */
const SIDE = String.raw`(?= (?:the |its |their )?(?!\$|€|£|\d|what\b|that\b|how\b|last\b|all\b|expect|target|estimat|consensus|par\b|cost\b|water\b|ground\b|market\b|average\b)[a-z][\w&.-]*(?:['’]|\b))`;
const IS = new RegExp(`${LEAD}(?:is|are|was|were)\\b[^?;]{3,90}?) (above|over|below|under)${SIDE}`, "i");
const EXCEEDS = new RegExp(`${LEAD}(?:does|do|did|will|would)\\b[^?;]{3,90}?) (?:exceed|beat|top)${SIDE}`, "i");
/** What is over somebody's head, under a contract or in construction is not compared. */
const COMPARABLE =
  /\b(?:capex|guidance|revenues?|sales|run-?rate|arr|backlog|rpo|valuation|market cap|capacity|loss(?:es)?|burn|stakes?|margin|debt|target|forecast|estimate|figure|number|total|spend(?:ing)?|budget)\b/i;

export function comparedWords(text: string): string {
  if (!COMPARABLE.test(text)) return text;
  return text
    .replace(
      IS,
      (_, before: string, word: string) => `${before} ${/^(?:above|over)$/i.test(word) ? "higher" : "lower"} than`,
    )
    .replace(EXCEEDS, "$1 come out higher than");
}
