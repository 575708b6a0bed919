/** Whether what people say in a thread in which the bot takes part is meant for it: they talk to each other as well. */
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import type { RefType } from "../../knowledge/names.ts";
import { normalise } from "./normalise.ts";

/** Names that say who, where or which; a term or a metric is made of ordinary words. */
const NAMING: ReadonlySet<RefType> = new Set(["org", "person", "deal", "place", "rate"]);

const ASKS = gated(
  /^(?:so |ok(?:ay)?,? |and |but )?(?:(?:at|by|from|to|for|in|on|of|with|under|until|till|since|through|after|before) )?(?:what|who|when|where|which|how|why|whose|whom)(?:'?s|'?re|'d|'ll)?\b/,
);
/** "is that signed", "did anything change"; not "can you send it to me". */
const CHECKS =
  /^(?:and |but )?(?:is|are|was|were|has|have|had|do|does|did|will|would|could|can|should)(?:n't)? (?:it|that|this|they|there|the|these|those|any\w*|all|both|either|each)\b/;
const ORDERS = gated(/^(?:please )?(?:show|list|compare|define|convert|total|sum)\b/);
/** These are also said to people: with a name of the field they are for the bot. */
const ORDERS_WITH_NAME =
  /^(?:please |can you |could you |pls )*(?:tell|give|explain|find|look|check|show|list|compare|define|is|are|was|were|has|have|had|do|does|did|will|would|should)\b/;
/** "and amd", "per gw", "at 55", "in euros": what goes on from the answer before. */
const GOES_ON = /^(?:and|or|vs\.?|versus|per|at|in|for|since|by|as of|same|only|with|without|what about|how about) \S/;
/** "Take 15% off that", "split it 60/40": a step on from a result, though nothing asks. */
const WORKS_ON = gated(
  /^(?:(?:and|then|now|ok(?:ay)?|so)\b[\s,]*)*(?:add|plus|minus|times|take|knock|cut|shave|split|divide|double|triple|halve|spread|put|multiply)\b(?:.*\d ?(?:%|percent|x|times|years?|months?|\/ ?\d)|(?<=double|triple|halve) (?:it|that)\b)/,
);
const WORKED_ON = 9;
const AMOUNT =
  /\d|\b(?:[gmk]w|gigawatts?|megawatts?|euros?|dollars?|pounds?|yen|years?|months?|quarters?|percent|[tgm]wh|gpus?|chips?|racks?|homes)\b/;
/** "If the site ran flat out, how many TWh a year would that be": the question stands behind a comma. */
const ASKS_BEHIND = gated(
  /^(?:and |so |but )?(?:if|assuming|suppose|supposing|given|say|at|with|for|on|in|by|of|as of|under) .{3,100}[,:;] ?(?:and |then |so )?(?:what|how (?:much|many|big|large|long)|which|who|when|where)\b/,
);
/** "So 200 MW would be": what it comes to. */
const COMES_TO =
  /^(?:so|and) [$€£]?\d[\d.,]* ?[a-z]*(?: of (?:that|those|them|these))? (?:would be|is|makes|comes to|costs)$/;
/** Who says these speaks to people, or has an opinion. */
const AMONG_PEOPLE =
  /\b(?:i|i'm|i'll|i'd|i've|we|we're|we'll|you|your|my|our|us|me|let's|lets|please|thanks?|think|guess|looks?|seems?|sounds?|is|are|was|were|will|would|should|said|says)\b/;
const SHORT = 6;

export function isAsked(text: string, library: Library): boolean {
  const question = normalise(text)
    .toLowerCase()
    .replace(/,? (?:please|pls|then)[.!]*$/, "");
  if (/\?\W*$/.test(question)) return true;
  if (ASKS.test(question) || CHECKS.test(question) || ORDERS.test(question)) return true;
  const named = library.names
    .find(normalise(text))
    .some(({ exact, refs }) => exact && refs.some(({ type }) => NAMING.has(type)));
  if (named && ORDERS_WITH_NAME.test(question)) return true;
  if (COMES_TO.test(question) || (ASKS_BEHIND.test(question) && (named || AMOUNT.test(question)))) return true;
  if (WORKS_ON.test(question) && question.split(" ").length <= WORKED_ON && !AMONG_PEOPLE.test(question)) return true;
  const isShort = question.split(" ").length <= SHORT;
  return isShort && !AMONG_PEOPLE.test(question) && (named || (GOES_ON.test(question) && AMOUNT.test(question)));
}
