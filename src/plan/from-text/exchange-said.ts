/** "1.14 dollars to the euro", "if a euro buys $1.14": a rate of exchange as rates are quoted, "at 1.14". */

import { gated } from "../../knowledge/gated.ts";
import type { PlanInput } from "../plan.ts";

const FOREIGN = "(?:euros?|eur|€|pounds?(?: sterling)?|sterling|gbp|£)";
const RATE = String.raw`\$? ?(\d(?:\.\d{1,5})?)`;
const RATES: readonly RegExp[] = [
  new RegExp(
    String.raw`,? ?\b(?:(?:at|using|with|and|if it(?:['’]s| is)|assuming)(?: an?| the)?(?: exchange)?(?: rate)?(?: of)?) ${RATE}(?: ?(?:us )?(?:dollars?|usd|\$))? ?(?:to|per|for|a|/) ?(?:the |an? |one )?(${FOREIGN})(?![a-z])`,
    "i",
  ),
  new RegExp(
    String.raw`,? ?\b(?:if|when|with|at|assuming) (?:the |an? |one )?(${FOREIGN}) (?:is |at |buys |costs |trades at |is worth |worth |equals |= ?)(?:at )?${RATE}(?: ?(?:us )?(?:dollars?|usd))?(?![\d.])`,
    "i",
  ),
];
const SAYS_WHERE = gated(
  /\b(?:in|into|to) (?:us )?(?:dollars?|usd|euros?|eur|pounds?|gbp|sterling)\b|\bhow many (?:dollars|euros|pounds)\b|\b(?:dollars?|usd|euros?|pounds?) equivalent\b/i,
);
const IN_FOREIGN =
  /[€£]\s?\d|\d[\d.,]* ?(?:bn|billion|b|m|million|tn|trillion|k)? ?(?:euros?|eur|pounds?|gbp|sterling)\b/i;
/** "At 0.75 pounds to the dollar": quoted the other way round. */
const REVERSED =
  /\b(?:at|using|with) (0\.\d{1,4}) ?(?:euros?|eur|€|pounds?(?: sterling)?|gbp|£) ?(?:to|per|for|a|\/) ?(?:the |an? |one )?(?:us )?(?:dollars?|usd|\$)(?![a-z])/i;

/** Other texts come back as they are. */
export function exchangePlain(text: string): string {
  const reversed = REVERSED.exec(text);
  if (reversed)
    return `${text.slice(0, reversed.index)}at ${Number((1 / Number(reversed[1])).toFixed(5))}${text.slice(reversed.index + reversed[0].length)}`;
  for (const [index, pattern] of RATES.entries()) {
    const found = pattern.exec(text);
    if (!found) continue;
    const value = index === 0 ? found[1] : found[2];
    const foreign = index === 0 ? found[2] : found[1];
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.replace(/[\s,?.!]+$/, "");
    const into = SAYS_WHERE.test(rest)
      ? ""
      : IN_FOREIGN.test(rest)
        ? " in dollars"
        : /^[p£sg]/i.test(foreign ?? "")
          ? " in pounds"
          : " in euros";
    return `${rest.replace(/[,;]?\s*how many (dollars|euros|pounds)\b/i, " in $1").replace(/[\s:,;–—-]*\b(?:us )?(dollar|euro|pound)s?(?: sterling)? equivalent\b/i, " in $1s")}${into} at ${value}`.trim();
  }
  return text;
}

/** Whether a sum is an amount of the asker's in another currency, and nothing else. */
export const isConverted = ({ lines }: Extract<PlanInput, { kind: "evaluate" }>): boolean =>
  lines.every(({ expression }) => /^[\d.]+ [A-Z]{3} in [A-Z]{3}$/.test(expression));
