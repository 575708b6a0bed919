/** A share put on one of the amounts, or taken off it, before the sum is worked out: "$400B less a 10% contingency: how many GW at 42B". */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { type ReadSum, type Sum, withTerms } from "./sum.ts";
import { write, writeShare } from "./write-term.ts";

const BETWEEN = /^[\s,(]*(?:(?:less|minus|plus|with|after|and|net of|\+|-|−)\s*)?(?:an?\s|the\s)?$/i;
const MORE = gated(
  /^\s*(?:overruns?|over budget|more|higher|extra|on top|uplift|premium|mark[- ]?up|buffer|contingency|spares?|redundancy|networking|cabling|installation|shipping|tax(?:es)?|vat|(?:for|of) (?:the )?(?:network\w*|cabling|cooling|installation|shipping|spares?|storage|integration|services?|contingency|everything else))\b/i,
);
const LESS = gated(
  /^\s*(?:discount|haircut|less|off|cheaper|lower|contingency|reserve[sd]?|held back|set aside|withheld|taken off|fees?)\b/i,
);
const SIGN: readonly (readonly ["+" | "-", RegExp])[] = [
  ["-", /\b(?:less|minus|net of|after)\b|[-−]/i],
  ["+", /\bplus\b|\+/i],
];
const ADJUSTED = gated(/^(?:money|power|rate|hourly|price|unit-price|flow)$/);

/** `readOne` reads the sum in which the amount stands as it has become. */
export function putOn(sum: Sum, readOne: ReadSum): PlanInput | null {
  const [percent, ...more] = sum.of("percent").filter((term) => MORE.test(term.after) || LESS.test(term.after));
  if (!percent || more.length > 0 || sum.terms.length < 3) return null;
  const at = sum.terms.indexOf(percent);
  const amount = sum.terms[at - 1];
  if (!amount || !ADJUSTED.test(amount.kind) || amount.onRecord) return null;
  const between = sum.text.slice(amount.end, percent.start);
  if (!BETWEEN.test(between)) return null;
  const sign =
    SIGN.find(([, words]) => words.test(between))?.[0] ??
    (MORE.test(percent.after) === LESS.test(percent.after) ? null : MORE.test(percent.after) ? "+" : "-");
  if (!sign || (amount.kind === "power" && /^\s*(?:spare|redundan|buffer)/i.test(percent.after))) return null;
  const share = writeShare(percent);
  const factor = 1 + (sign === "+" ? 1 : -1) * Number.parseFloat(share);
  const changed = {
    ...amount,
    low: amount.low * factor,
    high: amount.high * factor,
    ends: amount.ends.map((end) => end * factor),
    text: `${amount.text} ${sign === "+" ? "plus" : "less"} ${percent.text}`,
    end: percent.end,
    after: percent.after,
    onRecord: { expression: `(${write(amount)} * (1 ${sign} ${share}))` },
  };
  const terms = sum.terms.filter((term) => term !== percent).map((term) => (term === amount ? changed : term));
  const words = sum.words.replace(OF_PUTTING_ON, (word) => " ".repeat(word.length));
  return readOne(withTerms(sum, terms, words));
}

const OF_PUTTING_ON = gated(
  /\b(?:less|minus|plus|with an?|after an?|net of an?|overruns?|over budget|more|higher|extra|on top|uplift|premium|mark[- ]?up|buffer|contingency|spares?|redundancy|networking|cabling|installation|shipping|tax(?:es)?|vat|discount|haircut|off|cheaper|lower|reserve[sd]?|held back|set aside|withheld|taken off)\b/gi,
);
