/** Questions that leave open how many they ask for, without a word for deals: "whose leases", "to whom", "where has it equity". */

import { gated } from "../../knowledge/gated.ts";

/** Organisations in the plural. */
export const FIRMS =
  "(?:companies|firms|ai labs|labs|big tech|tech giants|conglomerates|start-?ups|miners|buyers|banks|funds|chip ?makers|hyperscalers|neoclouds|clouds|utilities|start-?ups|names|players|groups|lenders|investors|suppliers|providers|customers|clients|tenants|landlords|backers|guarantors|partners|developers|issuers|borrowers)";
/** With which part somebody takes: the others are asked for. */
const TOWARDS_WHOM = new RegExp(
  String.raw`\bwhose\b|\b(?:to|from|with|for|in|into|of|by|on|at|behind) (?:whom|who|(?:which|what) (?:[\w-]+ ){0,3}${FIRMS})\b|\bwhom\b|^\W*(?:so |and )?who(?:'s| is| are| does| do| did| has| have| was| were)? .*\b(?:to|from|with|for|in|into|of)\s*\?*$`,
  "i",
);
const NAMED = new RegExp(
  String.raw`\b(?:name|list|enumerate|tell me|give me|show(?: me)?|who(?: all)? (?:are|were)|what are)\b.{0,14}\b(?:every(?:one|body)|(?:all|those|anyone) (?:who|that)|${FIRMS})\b|^\W*who all\b|:\s*(?:the )?${FIRMS}\s*\?*$`,
  "i",
);
const WHERE = gated(/^\W*(?:so |and )?where(?:'s| is| does| did| has| have| do| was| all)\b/i);
const COUNTED = gated(
  /\bhow many\b.*\b(?:and|,) (?:which|what|who|name)\b|\bhow many\b.{0,40}\b(?:arrangements|deals|contracts|transactions|agreements|these|those)\b/i,
);

/** What somebody stands behind, whatever it is. */
const STOOD_BEHIND = gated(
  /^\W*(?:so |and )?what (?:all )?(?:does|do|did|has|have|is|are|was) [\w.&'’ -]{2,30}? (?:guarantee[ds]?|guaranteeing|backstop\w*|(?:stand|stood|act(?:ed|ing)?)(?: as)?(?: a| the)? guarantor(?: for| of)?)\W*$/i,
);

/** Who the others are, or which deals; null where it asks for neither so openly. */
export function openForm(text: string): "others" | "deals" | null {
  if (COUNTED.test(text) || STOOD_BEHIND.test(text)) return "deals";
  if (TOWARDS_WHOM.test(text) || NAMED.test(text)) return "others";
  return WHERE.test(text) ? "deals" : null;
}

/** "Name the lenders", "all tenants": as many names as there are, be it one. */
export const asksForNames = (text: string): boolean => NAMED.test(text);

/** Who does something in a country, or what is done there: "India: who has announced data-centre money there?" */
const DONE_THERE = gated(
  /\b(?:announc\w+|plan(?:s|ned|ning)?|build(?:s|ing)?|built|happening|going on|pledg\w+|coming|invest\w*|spend\w*|put(?:s|ting)?|commit\w*|develop\w*)\b/i,
);
export function openAtPlace(text: string): "others" | "deals" | null {
  if (!DONE_THERE.test(text) || /\b(?:how (?:much|many|big|long)|when|why)\b/i.test(text)) return null;
  if (new RegExp(String.raw`\b(?:who|(?:which|what|name|list) (?:the )?(?:[\w-]+ ){0,2}${FIRMS})\b`, "i").test(text))
    return "others";
  return /\bwhat(?:'s| is| has| have| are)?\b/i.test(text) ? "deals" : null;
}

/** "Which companies has Nvidia acquired": none, where it has bought none. */
export const boughtAsked = (question: string): boolean =>
  /^\W*(?:(?:which|what) (?:companies|firms|start-?ups) (?:has|have|did) .{2,30}|(?:list|name)(?: the| all(?: the)?)? (?:companies|firms|start-?ups) (?:that )?.{2,30} (?:has|have)) (?:bought|buy|acquired?|taken over|take over)\W*$/i.test(
    question,
  );
