/** Growth and time told as a story: rises in percent, multiples, run-rates and how long something lasts. */
import { AMOUNT, MONEY, moneysIn, PERCENT, POWER_UNIT, type Story } from "./amounts.ts";

const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, quadrupl: 4 };
const AS_PERCENT = /%|\bper ?cent/i;

export const OF_CHANGE: readonly Story[] = [
  // "What percentage rise gets it to the $600 hurdle" behind a price.
  [
    /\b(?:what|which|how (?:big|large|much of) an?) (?:percentage|percent|%|per cent)? ?(?:rise|increase|gain|jump|move|climb|drop|fall|decline|cut)(?: (?:in percent|percentage-wise))? (?:gets?|takes?|brings?|would (?:take|get|bring)|does it (?:take|need)|is (?:needed|required)|moves?|lifts?|is it)\b.*?\b(?:to|from there to|until)\b/i,
    (_groups, text) => {
      const [now, goal, ...more] = moneysIn(text);
      return now && goal && more.length === 0 && AS_PERCENT.test(text) ? `from ${now} to ${goal} in percent` : null;
    },
  ],
  // "852 over 730, percent increase"
  [
    /^\W*(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:over|on|from) (\d[\d.,]*)(?: ?(?:bn|billion|b))?[\s,:;–—-]+(?:in |the |what )?(?:%|percent(?:age)?|per cent) (?:increase|rise|growth|gain|up|more|premium)[\s?.!]*$/i,
    ([now, before]) => `from ${before} to ${now} in percent`,
  ],
  // "How many times does 13.07 go into 300"
  [
    new RegExp(
      String.raw`^\W*how (?:many times|often) (?:does |do |would )?(${AMOUNT}|\d[\d.,]*) go(?:es)? into (${AMOUNT}|\d[\d.,]*)[\s?.!]*$`,
      "i",
    ),
    ([small, large]) => `${large} / ${small}`,
  ],
  // "Tripling 1.9 GW every year for two years"
  [
    new RegExp(
      String.raw`^\D*?(doubl|tripl|quadrupl)(?:ing|es|e|ed) (?:from )?(\d[\d.,]* ?${POWER_UNIT}|${MONEY}) (?:every|each|a|per) year (?:for|over) (\d+) years?[\s?.!]*$`,
      "i",
    ),
    ([how = "", from, years]) => `${from} * ${TIMES[how.toLowerCase()]}^${years}`,
  ],
  // "Run-rate if May revenue was $3.9bn"
  [
    new RegExp(
      String.raw`^(?=.*\b(?:run[- ]?rate|annuali[sz]e[sd]?|annuali[sz]ed)\b)(?!.*\b(?:multiple|times|valuation)\b).*?\b(?:(january|february|march|april|may|june|july|august|september|october|november|december|(?:a|one|the last|last) month|monthly)|(q[1-4]|(?:a|one|the last|last|first|second|third|fourth) quarter|quarterly))\b[^$€£\d]*(${MONEY})\W*$`,
      "i",
    ),
    ([month, , amount]) => `${amount} * ${month ? 12 : 4}`,
  ],
  // "How much is 145 above 125 in percent"
  [
    /^\W*(?:by )?how (?:much|far) (?:is|was) [$€£]?(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:above|over|more than|higher than) [$€£]?(\d[\d.,]*)(?: ?(?:bn|billion|b))?,? (?:in|as a) (?:%|percent(?:age)?|per cent)\W*$/i,
    ([more, less]) => `from ${less} to ${more} in percent`,
  ],
  // "If 25bn grows 40% per year, when does it pass 100bn"
  [
    new RegExp(
      String.raw`\b(${AMOUNT}) (?:grows?|growing|rises?|rising|increases?)(?: by| at)? (${PERCENT}) (?:per|a|each|every) year\b.*\b(?:when|how long|how many years)\b.*?\b(?:pass(?:es)?|reach(?:es)?|hits?|exceeds?|gets? to|tops?|cross(?:es)?) (${AMOUNT})`,
      "i",
    ),
    ([from, percent, to]) => `how many years until ${from} growing ${percent} a year reaches ${to}`,
  ],
  // "Revenue multiple: 965 valuation, 47 run rate"
  [
    /\bmultiple\b[^\d]*(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:valuation|market cap|value|ev|price|worth)[\s,;and]+(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:run[- ]?rate|revenue|sales|arr|ebitda|earnings)\W*$/i,
    ([value, revenue]) => `${value} / ${revenue}`,
  ],
  // "Backlog of 638bn at 67.4bn of sales a year: years of cover"
  [
    new RegExp(
      String.raw`^\D*?(${AMOUNT}) (?:at|over|against|with) (${AMOUNT})(?: of \w+| in \w+)? (?:a|per|each) year\b.*\b(?:years? of \w+|how many years|how long)\W*$`,
      "i",
    ),
    ([amount, yearly]) => `${amount} / (${yearly} per year)`,
  ],
];
