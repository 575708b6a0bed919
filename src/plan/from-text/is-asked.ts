/** Whether what people say in a thread in which the bot takes part is meant for it: they talk to each other as well. */
import type { Library } from "../../knowledge/library.ts";
import type { RefType } from "../../knowledge/names.ts";
import { normalise } from "./normalise.ts";

/** Names that say who, where or which; a term or a metric is made of ordinary words. */
const NAMING: ReadonlySet<RefType> = new Set(["org", "person", "deal", "place", "rate"]);

const ASKS =
  /^(?:so |ok(?:ay)?,? |and |but )?(?:(?:at|by|from|to|for|in|on|of|with|under|until|till|since|through|after|before) )?(?:what|who|when|where|which|how|why|whose|whom)(?:'?s|'?re|'d|'ll)?\b/;
/** "is that signed", "did anything change"; not "can you send it to me". */
const CHECKS =
  /^(?:and |but )?(?:is|are|was|were|has|have|had|do|does|did|will|would|could|can|should)(?:n't)? (?:it|that|this|they|there|the|these|those|any\w*|all|both|either|each)\b/;
const ORDERS = /^(?:please )?(?:show|list|compare|define|convert|total|sum)\b/;
/** These are also said to people: with a name of the field they are for the bot. */
const ORDERS_WITH_NAME =
  /^(?:please |can you |could you |pls )*(?:tell|give|explain|find|look|check|show|list|compare|define|is|are|was|were|has|have|had|do|does|did|will|would|should)\b/;
/** "and amd", "per gw", "at 55", "in euros": what goes on from the answer before. */
const GOES_ON = /^(?:and|or|vs\.?|versus|per|at|in|for|since|by|as of|same|only|with|without|what about|how about) \S/;
/** "Take 15% off that", "split it 60/40": a step on from a result, though nothing asks. */
const WORKS_ON =
  /^(?:(?:and|then|now|ok(?:ay)?|so)\b[\s,]*)*(?:add|plus|minus|times|take|knock|cut|shave|split|divide|double|triple|halve|spread|put|multiply)\b(?:.*\d ?(?:%|percent|x|times|years?|months?|\/ ?\d)|(?<=double|triple|halve) (?:it|that)\b)/;
const WORKED_ON = 9;
const AMOUNT = /\d|\b(?:[gmk]w|gigawatts?|megawatts?|euros?|dollars?|pounds?|yen|years?|months?|quarters?|percent)\b/;
/** Who says these speaks to people, or has an opinion. */
const AMONG_PEOPLE =
  /\b(?:i|i'm|i'll|i'd|i've|we|we're|we'll|you|your|my|our|us|me|let's|lets|please|thanks?|think|guess|looks?|seems?|sounds?|is|are|was|were|will|would|should|said|says)\b/;
const SHORT = 6;

export function isAsked(text: string, library: Library): boolean {
  const question = normalise(text).toLowerCase();
  if (/\?\W*$/.test(question)) return true;
  if (ASKS.test(question) || CHECKS.test(question) || ORDERS.test(question)) return true;
  const named = library.names
    .find(normalise(text))
    .some(({ exact, refs }) => exact && refs.some(({ type }) => NAMING.has(type)));
  if (named && ORDERS_WITH_NAME.test(question)) return true;
  if (WORKS_ON.test(question) && question.split(" ").length <= WORKED_ON && !AMONG_PEOPLE.test(question)) return true;
  const isShort = question.split(" ").length <= SHORT;
  return isShort && !AMONG_PEOPLE.test(question) && (named || (GOES_ON.test(question) && AMOUNT.test(question)));
}
