/** "The October tranche": a part that is told from the others by its month. */
import { gated } from "./gated.ts";

export const PART_OF_MONTH = gated(
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) (?:tranche|instal?ment|payment|closing|part|portion|cheque|check)\b/i,
);

/** Whether what a text tells may be of the part that is asked for: it bears its month, where one is said. */
export function isOfPartMonth(asked: string, text: string): boolean {
  const month = PART_OF_MONTH.exec(asked)?.[1];
  const said = OF_MONTH.exec(text)?.[1] ?? text;
  return month === undefined || said.toLowerCase().includes(month.toLowerCase().slice(0, 3));
}
const OF_MONTH = /\b(?:tranche|instal?ment|payment|closing|part) (?:of|in|for) ([A-Z]\w+)/;
