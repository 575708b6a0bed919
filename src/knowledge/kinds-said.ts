/** The kinds of money that a question says. */

import type { Figure } from "../../knowledge/schema.ts";
import { gated, type Pattern } from "./gated.ts";
import { patternTable } from "./pattern-table.ts";
import { perText } from "./per-text.ts";

/** What a company is worth, by itself or in a round. */
export const VALUATION = gated(
  /\b(?:valuations?|valued|post-?money|pre-?money|priced (?:at|higher|lower|richer|cheaper)|(?:series [a-h]|round)['’]?s? (?:mark|price tag)|mark(?:ed)? (?:at|up|down))\b/i,
);

/** Words by which people say a kind of money; of one record the figure of that kind is meant. */
const KINDS_SAID: readonly (readonly [of: readonly Figure["of"][], words: Pattern])[] = [
  [["equity"], /\bequity\b/i],
  [["debt"], /\b(?:debt|loans?|bonds?|borrow\w*|notes)\b/i],
  [["valuation"], VALUATION],
  [["revenue"], /\b(?:revenues?|sales)\b/i],
  [
    ["guarantee"],
    /\b(?:guarantees?|backstops?)\b|\b(?:leases?|loans?|rents?)\b.{0,40}(?<!-)\bback(?:s|ed|ing)?\b(?! (?:out|to|in|by)\b)|(?<!-)\bback(?:s|ed|ing)?\b(?! (?:out|to|in|by)\b).{0,30}\b(?:leases?|loans?|rents?)\b|\bif .{2,60}\b(?:stop(?:s|ped)?|default(?:s|ed)?|can(?:not|'t|’t)|could(?:n't|n’t| not)|fail(?:s|ed)?|miss(?:es|ed)?)\b.{2,60}\b(?:cover|pay|owe|step in|on the hook)\b/i,
  ],
  [["capex"], /\b(?:capex|capital expenditure|build cost|construction|budgets?)\b/i],
  [["estimate"], /\b(?:estimates?|estimated|analysts?)\b/i],
  [["fee"], /\b(?:fees?|rent)\b/i],
  [["cost"], /\bcosts\b(?! (?:of|to|per|a|an|about)\b)/i],
];

const KINDS = patternTable(KINDS_SAID, ([, pattern]) => pattern);
/** The kinds of money that words say. */
export const kindsSaid = perText((text): readonly (readonly Figure["of"][])[] =>
  KINDS.open(text).flatMap(([of, pattern]) => (pattern.test(text) ? [of] : [])),
);
