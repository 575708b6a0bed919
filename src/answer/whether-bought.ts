/** "Did CoreWeave end up buying Core Scientific", "does it own DigitalBridge yet": whether a purchase has been completed. */

import { blanked } from "../knowledge/blanked.ts";
import { gated } from "../knowledge/gated.ts";
import { isFiller } from "../knowledge/question-words.ts";
import { contentRoots } from "../knowledge/words.ts";
import type { Asked, Direct } from "./show-figure.ts";
import { sayStatus } from "./status-answer.ts";

/** Null where the deal is no purchase of a company, or more is asked than whether it was bought. */
export function sayWhetherBought(asked: Asked): Direct {
  const { state, topic, context } = asked;
  if (state.deal.kind !== "acquisition" || !BUYS.test(topic) || OPEN.test(topic)) return null;
  const named = context.library.names.find(topic).filter(({ refs }) => refs.some(({ type }) => type !== "metric"));
  const rest = blanked(topic, named);
  const title = new Set(contentRoots(state.deal.name));
  if (contentRoots(rest.replace(DEED, " ")).some((word) => !isFiller(word) && !title.has(word))) return null;
  return sayStatus({ ...asked, topic: "is it completed", form: "yes-no" });
}

const BUYS = gated(
  /\b(?:do|does|did|has|have|is|are|was|were)\b.{1,80}\b(?:own(?:s|ed)?|buy|buying|bought|acquir(?:e|ed|ing)|purchas(?:e|ed|ing)|tak(?:e|en|ing) over|took over|merged?)\b/i,
);
const DEED = gated(
  /\b(?:in the end|end(?:ed)? up|w[io]und up|own(?:s|ed)?|buy|buying|bought|acquir(?:e|ed|ing)|purchas(?:e|ed|ing)|tak(?:e|en|ing) over|took over|merged?|with|finally|yet|already|now)\b/gi,
);
const OPEN = /\b(?:why|how|what|which|who|when|where|or)\b|\d|n['’]t\b/i;
