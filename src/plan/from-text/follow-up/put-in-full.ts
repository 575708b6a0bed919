/** A question that is put in full: nothing in it points back to what was spoken of, and something is named or counted. */
import { gated } from "../../../knowledge/gated.ts";
import type { Reading } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

/** Words that stand for what was spoken of, whatever is named before them. */
const POINTS =
  /\b(?:there|here|too|as well|same|the list|rest|again|instead|former|latter|itself|alongside(?=[\s?.!,]*$)|compares?(?! (?:to|with|against)\b)(?=[\s?.!,]|$)|else|then|another|this|these(?! days)|those|(?:which|this|that) ones?|the (?:(?:combined|joint|overall) )?(?:deal|contract|site|campus|lease|loan|stake|round|last|total|sum|difference|amount|figure|number|backlog|revenue|capex|valuation)(?! (?:of|on|for|in(?! (?:%|percent|per cent|dollars|usd|total|all))|with|between|that|which|behind|from|by|at)\b|['’]s))\b|\bthat(?=[\s?.!,]*$| (?:deal|contract|site|campus|lease|loan|stake|round|one|much|many|is|was)\b)|\b(?:of|is|was|at|to|than|with|from|and|for|does|did|do|would|will|could|can|should) that\b|\b(?:of|from|on|by|in|for|to|with|at|behind|than|about|around|after|before) (?:it|them|him|her)\b|(?<!\ban? \S+ )\bone\b(?= (?:to|from|for|in|at|with|by)\b|[\s?.]*$)/i;
/** These stand for somebody or something that is named before them, if anything is. */
const STANDS_FOR =
  /\b(?:it(?:['’]?s)?|the (?:(?:\w+ ){0,2}ones?(?!-)|two)|they|them|their|both|each|others?|he|she|his|her|him)\b/i;
/** "IT power", "as it stood", "that year"; behind a sum it is the sum. */
const NO_POINTER =
  /\bIT\b|\bas (?:it|they) (?:stood|was|were)\b|\b(?:that|this) (?:day|week|month|year|time|quarter)\b|(?<=\d.{4,}), (?:so )?(?:how (?:much|many)[^,]{0,30}|what) (?:is|are|does) (?:that|it)(?: (?:come|work out) to)?(?: (?:per|an?|in) \S+(?: \S+)?)?[\s?.]*$/g;
/** What begins so is put beside what was spoken of, or changes a part of it. */
const HANGS =
  /^(?:(?:as )?compared? (?:to|with)|vs\.?|versus|against|relative to|next to|as (?:an? )?(?:%|percent\w*|share|fraction|proportion|multiple) of|at|with|without|for|from|to|of(?! the [^,?]{3,30}, )|in|on|by|using|under|per|only|just|excluding|including|if|assuming|than|times|plus|minus|add(?:ing)?|subtract(?:ing)?|together|divided|multiplied|more|less|bigger|larger|higher|smaller|lower|cheaper|dearer|(?:make|call) (?:it|that|this)(?= (?:\d|an? |one|two|three|four|five|six|ten|half|twice)))\b(?! (?:\d{4}|what|which|whose)\b)/i;
export const LEAST_WORDS = 3;

/** Nothing in it points back, and something is named or counted. */
export function isPutInFull(reading: Reading): boolean {
  const { question, conversation, names, quantities } = reading;
  if (conversation.plan === null) return false;
  const { leads, corrects } = bareOf(question);
  const blank = (said: string): string => " ".repeat(said.length);
  const plain = question.replace(NO_POINTER, blank);
  // "OpenAI's total with them" behind another name.
  const text = names.orgs.length > 1 ? plain.replace(WITH_THEM, blank) : plain;
  if (leads || corrects || HANGS.test(text) || POINTS.test(text) || standsForOther(text, names)) return false;
  const length = question.trim().split(/\s+/).length;
  if (length < LEAST_WORDS) return WHAT_IS.test(question) && isNamed(reading);
  return length >= MANY_WORDS || quantities.length > 0 || isNamed(reading) || LISTS.test(question);
}
const WITH_THEM = /\b(?:with|from|to|for|in) (?:them|it)\b(?=\W*$)/i;
/** A word of it stands for what was spoken of. */
export const pointsBack = (question: string): boolean => {
  const text = question.replace(NO_POINTER, " ");
  return POINTS.test(text) || STANDS_FOR.test(text);
};
export const MANY_WORDS = 5;
/** "What's Project Rainier?" */
export const WHAT_IS = gated(/^(?:what(?:['’]?s| is| are)|tell me about|explain|define)\b/i);
export const isNamed = ({ names }: Reading): boolean =>
  names.mentions.some(({ refs }) => refs.some(({ type }) => NAMED.has(type) || type === "metric"));
export const HEAD_NOUN = gated(
  /\b(?:deals?|contracts?|leases?|loans?|bonds?|campus(?:es)?|sites?|acquisitions?|takeovers?|rounds?|projects?)\b/i,
);
export const LISTS = gated(
  /^(?:which|what|list|show(?: me)?|how many|any) (?:\w+ ){0,3}?(?:deals|contracts|leases|loans|bonds|campuses|sites|acquisitions|rounds|projects)\b/i,
);

function standsForOther(text: string, { mentions, orgs }: Reading["names"]): boolean {
  const [said] = STANDS_FOR.exec(text) ?? [];
  if (said === undefined || (OWNER.test(said) && orgs.length > 1)) return false;
  const at = text.search(STANDS_FOR);
  // "How many times its 2025 revenue is OpenAI's 2030 target": whose it is stands behind it.
  if (OWNER.test(said) && orgs.length === 1 && NAMED_AFTER.test(text.slice(at))) return false;
  return !mentions.some(({ start, refs }) => start < at && refs.some(({ type }) => NAMED.has(type)));
}
/** "What part of its Google money did Anthropic get". */
const OWNER = /^(?:its|their)$/i;
const NAMED_AFTER = /^its (?:[\w.-]+ ){1,5}?(?:is|are|was|were|did|does|do|has|have|will) [\w&.-]+/i;
export const NAMED: ReadonlySet<string> = new Set(["org", "deal", "person", "place"]);
