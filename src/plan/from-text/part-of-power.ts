/** "Of the 5 GW of Vera Rubin, how much is inference": how many gigawatts of it are, and what nothing costs. */

const UNIT = "(?:gws?|gigawatts?|mws?|megawatts?)";
const WHOLE = String.raw`of (?:the|its|their|that|those|this|all) (?:~ ?|about |roughly |up to )?(\d[\d.,]*) ?(${UNIT})\b`;
const VERB = "is|are|was|were|goes|will be|would be";
/** What is spoken of, by a name or a place: without it the amount alone says what is meant. */
const OF = "((?: (?:of|from|at|in|on|for|with|under|by))? [^,;:?]{2,60}?)";
const FRONT = new RegExp(
  String.raw`^(\W*(?:(?:so|and|but|ok|hey),? )*)(?:out )?${WHOLE}${OF}(?:\s*[,;:–—-]+)?\s+how (?:much|many)(?: (?:of (?:it|that|which|them)|${UNIT}))? (${VERB}) ([^?]{3,80})\?*\s*$`,
  "i",
);
const BEHIND = new RegExp(
  String.raw`^(\W*(?:(?:so|and|but|ok|hey),? )*)how (?:much|many) ${WHOLE}${OF} (${VERB}) ([^?]{3,60})\?*\s*$`,
  "i",
);
/** "… what's inference and what's training": both parts. */
const IS = "(?:what(?:['’]s| is)|how much is)";
const BOTH = new RegExp(
  String.raw`^(\W*(?:(?:so|and|but|ok|hey),? )*)(?:out )?${WHOLE}${OF}(?:\s*[,;:–—-]+)?\s+${IS} (?:for )?([^?,]{3,40}?),?(?: and| vs\.?|,) ${IS} (?:for )?([^?]{3,40})\?*\s*$`,
  "i",
);
/** What is asked for is money, or a part in per cent is given. */
const NO_POWER =
  /\$|€|£|%|\b(?:costs?|spen[dt]\w*|worth|dollars?|money|pa(?:y|id)|price[ds]?|percent|per cent|signed|firm|binding on)\b/i;
const LEADS = /^ (?:of|from|at|in|on|for|with|under|by)\b/i;
/** Of several deals of one party the amount tells which. */
const BY_WHOM = /^ (?:from|with|by)\b/i;

/** Other texts come back as they are. */
export function partOfPower(text: string): string {
  const [, first, , each, ofBoth = "", one = "", two = ""] = BOTH.exec(text) ?? [];
  if (each !== undefined && !NO_POWER.test(`${one} ${two}`))
    return `${first}how many ${each}${LEADS.test(ofBoth) ? "" : " of the"}${ofBoth} is ${one} and how many ${each} is ${two.trim()}?`;
  const [, before, amount, unit, of = "", verb, part = ""] = FRONT.exec(text) ?? BEHIND.exec(text) ?? [];
  if (unit === undefined || NO_POWER.test(part)) return text;
  const whole = BY_WHOM.test(of) ? ` of the ${amount} ${unit}` : LEADS.test(of) ? "" : " of the";
  return `${before}how many ${unit}${whole}${of} ${verb} ${part.trim()}?`;
}
