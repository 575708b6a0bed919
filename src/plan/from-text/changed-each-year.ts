/** "Start at $40B and take 15% off each year: where is it after three years" is $40B falling 15% a year, as sums have it. */

import { gated } from "../../knowledge/gated.ts";

const PERCENT = String.raw`\d+(?:\.\d+)? ?(?:%|percent|per cent|pct)`;
const TIME = "(?:(?:each|every|a|an|per) (year|quarter|month)|(annually|yearly|year on year|quarterly|monthly))";
const LEADS = String.raw`[\s,;]*(?:\b(?:and|then|but|to|we|you|i|it|if|just)\s+)*`;
const LESS = `(?:(?:takes?|taking|knock(?:s|ing)?|shav(?:e|ing)|lop|trim(?:ming)?|cut(?:ting)?|slic(?:e|ing)|deduct(?:ing)?|subtract(?:ing)?|drop(?:s|ping)?|los(?:es?|ing)|minus|less|down|reduc(?:e|ing)|lower(?:ing)?|falls?|falling|declin(?:es?|ing)|shrink(?:s|ing)?|come(?:s)? down)(?: (?:it|that))?(?: by)?)`;
const MORE = `(?:(?:adds?|adding|puts?|putting|plus|up|rais(?:es?|ing)|grow(?:s|ing)?|increas(?:es?|ing)|climb(?:s|ing)?|ris(?:es?|ing)|compound(?:s|ing)?)(?: (?:it|that))?(?: (?:by|at))?)`;
const behind = (verb: string, off: string) =>
  new RegExp(String.raw`${LEADS}\b${verb} (?:another )?(${PERCENT})(?: ${off})?(?: (?:it|that))?,? ${TIME}\b`, "i");
const FALLS = behind(LESS, "(?:off|from|of)");
const GROWS = behind(MORE, "(?:on|to|on top|more|onto)");
/** What it begins with is the amount before the change. */
const BEGINS = gated(
  /^(\W*(?:(?:so|and|ok|okay|hey|suppose|say|imagine|assume|if|let['’]?s|it|we|you|i)\b,? *)*)(?:starts?|starting|begins?|beginning|take|taking|say)(?: (?:off|out))?(?: (?:at|with|from))?\s+(?=(?:about |roughly |an? )?[$€£]?\d)/i,
);
const ASKS_LATER = gated(
  /\b(?:after|in|for|by|over)\s+(?:the )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:years?|quarters?|months?)\b/i,
);
const ENDS = gated(
  /\s*[,;.:–—-]+\s*(?:so )?(?:(?:where|what) (?:is|are|does|do|would|will)(?: (?:it|that|this|they|we|the (?:price|cost|figure|number)))?(?: (?:be|stand|end up|land|come to|get to|sit|left))*|what['’]?s (?:it|left|that)|how much is (?:it|left|that))\s*(?=(?:after|in|by|over)\b|[?.!]*$)/i,
);

export function changedEachYear(text: string): string {
  const [way, said] = FALLS.test(text) ? ["falling", FALLS] : ["growing", GROWS];
  const found = said.exec(text);
  if (!found || !ASKS_LATER.test(text)) return text;
  const [, percent = "", unit, adverb = ""] = found;
  const each = unit ?? (/^quarter/i.test(adverb) ? "quarter" : /^month/i.test(adverb) ? "month" : "year");
  const turned = text
    .replace(said, ` ${way} ${percent} a ${each}`)
    .replace(BEGINS, "$1")
    .replace(ENDS, ": where is it ");
  const time = /\bfor (\w+ (?:years?|quarters?|months?))\b\s*(?=: where is it)/i.exec(turned)?.[1];
  return time
    ? `${turned.replace(/\s*\bfor \w+ (?:years?|quarters?|months?)\b/i, "").replace(/[\s?.!]*$/, "")} after ${time}?`
    : turned;
}
