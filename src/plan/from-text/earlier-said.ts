/** Words by which an amount is asked for as it was before it became what it is. */

import { gated } from "../../knowledge/gated.ts";

export type EarlierSaid = {
  /** The question without these words: they are no words of a label. */
  rest: string;
  /** What stands behind "before". */
  phrase: string;
  /** Whether the words say themselves that the amount has changed. */
  isChange: boolean;
};

const CHANGED =
  "rais(?:e[ds]?|ing)|rise|ris(?:es|en)|rose|bump(?:ed|ing|s)?|increas(?:e[ds]?|ing)|ups(?:iz|cal)(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)|lift(?:ed|ing|s)?|hik(?:e[ds]?|ing)|boost(?:ed|ing|s)?|enlarg(?:e[ds]?|ing|ement)|expan(?:d(?:ed|ing|s)?|sion)|extend(?:ed|ing|s)?|extension|doubl(?:e[ds]?|ing)|top(?:ped|ping)?[- ]?up|revis(?:e[ds]?|ing|ion)|cut|lower(?:ed|ing)|trimm(?:ed|ing)|reduc(?:ed?|ing|tion)|gr[eo]w(?:n|ing)?|go(?:es|ing)? up|went up|addition|added|larger|bigger|higher|more (?:was|were)|changed?|(?:confirmed|settled|final(?:i[sz]ed)?|clos(?:ed|ing)|pric(?:ed|ing)) (?:at|on)";
const NOUN =
  "price ranges?|ranges?|targets?|terms|numbers?|figures?|amounts?|estimates?|plans?|reports?|sizes?|asks?|goals?|versions?|budgets?|commitments?|pledges?|backstops?|guarantees?|offering|raise|valuation|leases?|contracts?|orders?|agreements?|revenues?";
const DEED =
  "hop(?:e[ds]?|ing)|want(?:ed|s)?|plann?(?:ed|ing)?|set(?: out)?|aim(?:ed|ing)?|s(?:eek|ought)|going|go|mean|meant|intend(?:ed)?|pledg(?:e[ds]?|ing)|commit(?:ted)?|announc(?:e|ed)|reported|reports?|sa(?:y|id)|market(?:ed|ing)?|pitch(?:ed)?|float(?:ed)?|promise[d]?|budget(?:ed)?|target(?:ed)?|talk(?:ed)?|look(?:ing|ed)?|earmark(?:ed)?|pencil(?:l?ed)?";

const BEFORE = gated(
  /\b(?:before|prior to|ahead of|pre-(?!money))\s?(?!(?:my|our|the) (?:call|meeting|deadline)\b)([^?.,;:]{2,70})/i,
);
const PATTERNS: readonly RegExp[] = [
  /\bat first\b|\bto (?:begin|start) with\b|\bat the (?:outset|start|beginning)\b|\bout of the gate\b|\bback (?:at|when) (?:it was )?(?:announced|launched)\b|\b(?:when|as) (?:[\w.&'’-]+ ){0,3}?(?:was |were )?first (?:\w+ed|put out|came out)\b/i,
  /\b(?:original(?:ly)?|initial(?:ly)?|(?<!how )old|earlier(?! (?:today|this))|earliest|previous(?:ly)?|opening|starting|beginning)\b/i,
  new RegExp(String.raw`\bfirst (?=(?:[\w.&'’-]+ ){0,3}?(?:${NOUN})\b)`, "i"),
  new RegExp(String.raw`\b(?:at )?first(?:ly)? (?=(?:${DEED})\b)`, "i"),
  /\bst?art(?:ed|s|ing)? (?:out|off|at|with)\b|\b(?:used to be|had been)\b/i,
  /\b(?:up|raised|upsized|increased|lifted|bumped|cut|down) from (?:what|how much|how many|which)\b/i,
];
/** "The upsized raise": one of several versions. */
const UPSIZED = gated(/\b(?:upsized|upscaled|bumped[- ]up|revised)\b/i);

const IS_CHANGED = new RegExp(String.raw`\b(?:${CHANGED})\b`, "i");

/** Null where nothing says that the amount was another one. */
export function earlierSaid(question: string): EarlierSaid | null {
  const before = BEFORE.exec(question);
  const phrase = before?.[1] ?? "";
  const cue = PATTERNS.find((pattern) => pattern.test(question)) ?? (UPSIZED.test(question) ? UPSIZED : undefined);
  if (!before && !cue) return null;
  const bare = before ? question.replace(BEFORE, " ") : question;
  return {
    rest: [...PATTERNS, UPSIZED].reduce((text, pattern) => text.replace(pattern, " "), bare),
    phrase,
    isChange: IS_CHANGED.test(phrase) || cue !== undefined,
  };
}
