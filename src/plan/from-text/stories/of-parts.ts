/** A part and its whole told as a story: shares, caps, ratios and what a part says of the whole. */
import { AMOUNT, MONEY, moneysIn, PERCENT, POWER_UNIT, type Story } from "./amounts.ts";

const PERCENTS = String.raw`\d+(?:\.\d+)? ?%? ?(?:-|–|to) ?\d+(?:\.\d+)? ?(?:%|per ?cent)`;

export const OF_PARTS: readonly Story[] = [
  // "How much revenue comes in before the cap bites": the cap over the share.
  [
    new RegExp(
      String.raw`^(?=.*?\b(${PERCENT}) (?:of|cut of|share of) (?:all |its |their |the )?([a-z]+))(?=.*?\b(?:cap(?:s|ped)?|ceiling|limit(?:ed)?|maximum|max|tops? out|no more than|maxe[sd] out)\b[^$€£]{0,24}(${MONEY})).*\bhow much (?:in )?(?:total )?\2\b`,
      "i",
    ),
    ([share, , cap]) => `${cap} / ${share}`,
  ],
  // "$38B is 20% of what": the whole.
  [
    new RegExp(
      String.raw`^\W*(?:if |so )?(${MONEY}|\d[\d,]*(?:\.\d+)?) (?:is|was|are|equals|makes up|represents) (${PERCENT}) of (?:what|how much|which (?:total|amount|sum|number))[^\d$€£]*$`,
      "i",
    ),
    ([part, percent]) => `${part} / ${percent}`,
  ],
  // "3,557 racks at $9.1M each, as a percentage of a $47bn gigawatt"
  [
    new RegExp(
      String.raw`^\D*?(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) [a-z][\w -]{2,30}? (?:at|for|@) (${MONEY})(?: each| apiece| per \w+| a \w+)?[\s,:;–—-]*(?:(?:as|is|are) )?(?:what )?(?:an? |the )?(?:percentage|percent|share|%|fraction|part|proportion) of (?:an? |the |our |my )?(${MONEY})`,
      "i",
    ),
    ([count, each, whole]) => `${count} * ${each} / ${whole} in %`,
  ],
  // "27% of it was put at $135bn. What does that make the whole company worth?"
  [
    new RegExp(
      String.raw`^(?=[^$€£]*?(${PERCENT}))(?=[^$€£]*(${MONEY})[^$€£]*$)(?!.*\b(?:interest|coupon|growth|discount|margin|overrun|contingency|pue)\b).*\b(?:what (?:does|would) (?:that|this|it) (?:make|value|put|price|imply for)|what(?:['’]s| is)|implied|implying)\b.*\b(?:whole|entire|all of (?:it|the company|the firm))\b`,
      "i",
    ),
    ([percent, amount]) => `${amount} / ${percent}`,
  ],
  // "26 GW, 6 of it AMD: share"
  [
    new RegExp(
      String.raw`^\W*(\d[\d.,]*) ?(${POWER_UNIT}|bn|billion|million)?,? (?:of which |and )?(\d[\d.,]*)(?: ?(?:${POWER_UNIT}|bn|billion|million))?(?: of (?:it|them|which|that|those))? (?:is |are |was |were |from |by |for )?[a-z][\w ]{1,25}[\s:,;–—-]+(?:what )?(?:share|percent(?:age)?|%|fraction|proportion)(?: is that)?[\s?.!]*$`,
      "i",
    ),
    ([whole, unit = "", part]) => `${part} ${unit} / (${whole} ${unit}) in %`,
  ],
  // "Split 600B in the ratio 3:2", "a 60/40 split of $15bn"
  [
    new RegExp(
      String.raw`\b(?:split|divide|share|cut)(?: up)? (${MONEY}|${AMOUNT}) (?:in (?:the|a) ratio(?: of)?|in the proportions?) (\d+(?: ?[:/] ?\d+){1,3})`,
      "i",
    ),
    ([amount, ratio = ""]) => `${shares(ratio)} of ${amount}`,
  ],
  [
    new RegExp(String.raw`\b(\d+(?: ?/ ?\d+){1,3}) split of (${MONEY}|${AMOUNT})`, "i"),
    ([ratio = "", amount]) => `split ${amount} ${ratio.replace(/ /g, "")}`,
  ],
  // "At 20% of revenue, what revenue gives a payout of $38B"
  [
    new RegExp(
      String.raw`^\W*(?:at|with|on) (?:an? )?(${PERCENT}) (?:cut |share |slice )?of ([a-z]+),? (?:what|how much|which) \2 (?:gives?|yields?|means|produces|makes|is needed for|pays|leads to|would (?:give|pay|make))\b.*?(${MONEY})`,
      "i",
    ),
    ([percent, , amount]) => `${amount} / ${percent}`,
  ],
  // "GPUs 39%, networking 13%, rest other: split a $35bn gigawatt"
  [
    new RegExp(
      String.raw`^(?=(?:\D*?\d+(?:\.\d+)? ?%){1,5})(?=.*\b(?:rest|remainder|balance|everything else)\b)(?!.*\b(?:interest|depreciat\w*|dep|over|years?|yrs?|debt at)\b).*\b(?:split|break down|divide|apply to|of) (?:an? |the )?(${MONEY})`,
      "i",
    ),
    ([amount], text) => {
      const parts = (text.match(/\d+(?:\.\d+)?(?= ?%)/g) ?? []).map(Number);
      const rest = 100 - parts.reduce((sum, part) => sum + part, 0);
      return rest > 0 ? `split ${amount} ${[...parts, rest].join("/")}` : null;
    },
  ],
  // "Weighted average of 5% on $10bn and 8% on $20bn"
  [
    new RegExp(
      String.raw`\b(?:average|blended|weighted)\b.*?(${PERCENT}) (?:on|of|for) (${MONEY}),? (?:and|plus|with|,) (${PERCENT}) (?:on|of|for) (${MONEY})`,
      "i",
    ),
    ([p, a, r, b]) => `(${p} * ${a} + ${r} * ${b}) / (${a} + ${b}) in %`,
  ],
  // "58 to 63% of a gigawatt … on $33B": so much of the amount that is given.
  [
    new RegExp(
      String.raw`^(?=[^$€£]*(?:${MONEY})?[^$€£]*$)(?=.*?(${PERCENTS}|${PERCENT}) of (?:it|that|this|(?:an?|the|each|every)(?: [a-z]+){1,3})\b)(?=.*?(${MONEY}))(?=.*\b(?:how many dollars|how much(?: money)? (?:is|does|would|are|do)|(?:what|which) (?:is|are) (?:that|it|those) in dollars|in dollars|dollars for|dollar (?:amount|value))\b).*$`,
      "i",
    ),
    ([range, whole], text) => (moneysIn(text).length === 1 ? `${range} of ${whole}` : null),
  ],
];

/** "5:3" → "62.5% and 37.5%" */
const shares = (ratio: string): string => {
  const parts = ratio.split(/[:/]/).map(Number);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => `${Number(((100 * part) / whole).toFixed(4))}%`).join(" and ");
};
