/** Which attribute of a record a question asks for, and what else in the same breath. */
import { gated } from "../../knowledge/gated.ts";
import type { Attribute } from "../plan.ts";
import { HISTORY } from "./asks.ts";
import { ASKED } from "./attributes.ts";

export type Asked = {
  attribute: Attribute | null;
  form: "open" | "yes-no";
  /** The words of the first part, where several things are asked; then the others. */
  first: string | null;
  also: readonly { attribute: Attribute; topic: string }[];
};
export function whatIsAsked(text: string): Asked {
  const question = HOW_MUCH.test(text) ? text.replace(AT_ITS_EVENT, " ") : text;
  if (HISTORY.test(question)) return { attribute: "history", form: "open", first: null, also: [] };
  const [first = question, ...others] = question.split(ANOTHER).filter((part) => part.trim() !== "");
  const also = others.flatMap((topic) => {
    const attribute = attributeIn(topic)?.attribute;
    return attribute ? [{ attribute, topic: topic.trim().slice(0, 400) }] : [];
  });
  const found = attributeIn(also.length > 0 ? first : question);
  if (also.length > 0 && !found)
    return { attribute: also[0]?.attribute ?? null, form: "open", first: null, also: also.slice(1, 3) };
  return {
    attribute: found?.attribute ?? null,
    form: found?.form ?? "open",
    first: also.length > 0 ? first : null,
    also: also.slice(0, 2),
  };
}
/** "How much was committed when it launched" asks for no day. */
const HOW_MUCH = gated(
  /\b(?:price(?: tag)?|value|size|cost|worth|valuation|capacity) of\b.*\bwhen (?:it|they)\b|^(?:\W*(?:so|and|but|ok|hey|hi|hello|please|wait),? )*(?:how (?:much|many|big|large)|what (?:size|share|stake|part|percentage|amount))\b/i,
);
const AT_ITS_EVENT = gated(
  /\b(?:when|once|after|before|by the time) (?:it|they|the (?:\w+ ){1,3}?)(?: (?:was|were|is|are|got|had been|has been|first|finally))* ?(?:launch|announc|clos|open|sign|start|list|complet|beg[ai]n|came out|went public|float|unveil)\w*\b/i,
);
/** The kind of thing that a question asks for; null where it names none. */
export const attributeAsked = (question: string): Attribute | null => whatIsAsked(question).attribute;

const attributeIn = (text: string) =>
  YES_NO.test(text) && !ASKS_WHAT.test(text)
    ? ASKED.open(text).find((entry) => SAID_YES.has(entry.attribute) && entry.pattern.test(text))
    : ASKED.first(text);

/** "Does the guarantee cover the debt too?" asks for no amount, whatever is spoken of in it. */
export const YES_NO =
  /^(?:\W*(?:so|and|but|ok|hey|wait|well),? )*(?:tied|linked|conditional|is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|should|may)(?:n['’]?t)?\b/i;
const ASKS_WHAT = /\b(?:how|what|which|who|whose|when|where|why|you (?:know|tell|say|give|show|have|confirm))\b|[$€£]/i;
const SAID_YES: ReadonlySet<Attribute> = new Set(["status", "exit", "term", "sources"]);
/** Where a second thing is asked: "… and for how much", "…, at what strike", "… plus the valuation". */
const ANOTHER =
  /(?:[,;?]\s*|\s)(?:and|plus|also|&)\s+(?=(?:(?:for|at|by|in|on|over|of|from|to|with|until)\s+)?(?:how|what|when|who|where|which|whose)\b|(?:the|its|their|a) [a-z -]{2,40}\??$)|\s(?=at what (?:strike|price|valuation|rate)\b)|,\s+(?=(?:the |its |their )?(?:number of|last (?:date|day)|expiry|price|strike|term|value|size|stake|date|valuation|capacity)\b)/i;
