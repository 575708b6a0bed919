/** Business told as a story: margins, revenue for a profit, rates of interest, loans and their cover, rounds and shares. */
import { AMOUNT, MONEY, moneysIn, PERCENT, type Story } from "./amounts.ts";

const A = `(?:${MONEY}|${AMOUNT})`;
const PRICE = String.raw`\$ ?\d+(?:,\d{3})*(?:\.\d+)?`;

export const OF_BUSINESS: readonly Story[] = [
  // "Gross margin if revenue's 5.2bn and cost of sales 3.38bn"
  [
    new RegExp(
      String.raw`\b(?:gross|operating|net|profit|ebitda)? ?margin\b.*?\b(?:revenues?|sales|turnover|top line)(?:['’]s| is| are| of|:)? (${A})\b.*?\b(?:costs?(?: of (?:revenues?|sales|goods(?: sold)?))?|cogs|expenses)(?:['’]s| is| are| of|:)? (${A})`,
      "i",
    ),
    ([revenue, costs]) => `(${revenue} − ${costs}) / ${revenue} in %`,
  ],
  // "Sells at $2.60 an hour, all-in cost is $1.69. Margin in %?"
  [
    new RegExp(
      String.raw`\b(?:sells?|charges?|rents?|price[sd]?|earns?)\b[^$]*(${PRICE})(?: (?:an?|per) \w+)?\b.*?\bcosts?\b[^$]*(${PRICE})\b.*\bmargin\b`,
      "i",
    ),
    ([price, cost]) => `(${price} − ${cost}) / ${price} in %`,
  ],
  // "To earn $2bn of EBITDA at a 40% margin how much revenue do I need"
  [
    new RegExp(
      String.raw`\b(?:to (?:earn|make|get|reach|book)|for) (${A})(?: (?:of|in) )?(?:[a-z ]{0,20}?)? (?:at|with|on) (?:an? )?(${PERCENT}) (?:[a-z]+ )?margin\b.*\b(?:revenues?|sales|turnover)\b`,
      "i",
    ),
    ([profit, margin]) => `${profit} / ${margin}`,
  ],
  // "This year's $15.6B is 30% higher: what did we make last year"
  [
    new RegExp(
      String.raw`^(?=.*\blast (?:year|quarter|month)\b)(?=.*\bthis (?:year|quarter|month)\b).*?(${A})(?: \w+)? (?:is|was|are|would be) (${PERCENT}) (higher|more|up|above|lower|less|down|below)\b`,
      "i",
    ),
    ([amount, percent, way = ""]) => `${amount} / (1 ${/higher|more|up|above/i.test(way) ? "+" : "−"} ${percent})`,
  ],
  // "A quarter of $4.35bn in sales implies which annual run rate"
  [
    new RegExp(String.raw`^\W*a (quarter|month) (?:of|with|at) (${A})\b.*\b(?:run[- ]?rate|annual(?:i[sz]ed)?)\b`, "i"),
    ([time = "", amount]) => `${amount} * ${/q/i.test(time) ? 4 : 12}`,
  ],
  // "July brought in $870 million. Annualized?"
  [
    new RegExp(
      String.raw`^\W*(?:in )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^$€£\d]*(${A})\b[^$€£\d]*\b(?:annuali[sz]e[sd]?|run[- ]?rate|times twelve|a year)\W*$`,
      "i",
    ),
    ([amount]) => `${amount} * 12`,
  ],
  // "58 cents for every dollar of revenue. On revenue of $16bn, what gross profit remains"
  [
    new RegExp(
      String.raw`\b(\d{1,2})(?:\.\d+)? cents (?:for|of|out of|on) (?:every|each|the) dollar\b.*?(${MONEY})\b.*\b(?:gross profit|profit|remains|left)\b`,
      "i",
    ),
    ([cents, amount]) => `${amount} * (1 − ${cents}%)`,
  ],
  // "Return on invested capital: 3.3bn NOPAT over 27.5bn"
  [
    new RegExp(
      String.raw`\b(?:return on|roic|roi|roe|roce|yield|cash-on-cash)\b[^\d$€£]*(${A})[^\d$€£]*\b(?:over|on|from|against)\b[^\d$€£]*(${A})`,
      "i",
    ),
    ([gain, capital]) => `${gain} / ${capital} in %`,
  ],
  // "Debt 27bn, equity cheque 3bn: loan-to-cost"
  [
    new RegExp(
      String.raw`\b(?:debt|loan)\b[^\d$€£]*(${A})\b[^\d$€£]*\bequity\b[^\d$€£]*(${A})\b.*\b(?:loan[- ]to[- ](?:cost|value)|ltv|ltc|gearing|debt share|leverage in %)`,
      "i",
    ),
    ([debt, equity]) => `${debt} / (${debt} + ${equity}) in %`,
  ],
  // "SOFR, now 4.3%, plus 225 basis points on a $2.4bn draw"
  [
    new RegExp(
      String.raw`\b(?:sofr|libor|euribor|base rate|treasur\w+|prime)\b\D*(\d+(?:\.\d+)?) ?(?:%|per ?cent)?\D*?\b(?:plus|\+) ?(\d+) ?(?:bps?|basis points)\b[^$€£]*(${MONEY})`,
      "i",
    ),
    ([base, points, amount]) => `${amount} * (${base}% + ${Number(points) / 100}%)`,
  ],
  // "Refinance 10bn from 9% to 6.75%: what do we save every year"
  [
    new RegExp(
      String.raw`\b(?:refinanc\w+|repric\w+|rate on)\b[^$€£\d]*(${A})\b\D*?\bfrom (${PERCENT}) (?:down )?to (${PERCENT})`,
      "i",
    ),
    ([amount, before, after]) => `${amount} * (${before} − ${after}) / 1 year`,
  ],
  // "Covenant caps debt at 5.5x EBITDA. EBITDA of $1.4bn and $6.1bn borrowed: headroom"
  [
    new RegExp(
      String.raw`\b(\d+(?:\.\d+)?) ?(?:x|times)(?: the)? ebitda\b.*?\bebitda\b[^$€£\d]*(${A})\b.*?(${A})\b.*\b(?:headroom|left|more|room)\b`,
      "i",
    ),
    ([times, ebitda, debt]) => `${times} * ${ebitda} − ${debt}`,
  ],
  // "A $12 billion cheque at a $288 billion pre-money buys what percentage"
  [
    new RegExp(
      String.raw`^(?=.*(?:%|\bpercent|\bshare|\bstake|\bhow much of)).*?(${MONEY})\b[^$€£]*(${MONEY}) pre-?money\b`,
      "i",
    ),
    ([money, before]) => `${money} / (${money} + ${before}) in %`,
  ],
  // "Raising 6.5bn at 65bn post. Pre-money is? Dilution?"
  [
    new RegExp(
      String.raw`\b(?:rais\w+|selling|new money(?: of)?)\b[^$€£\d]*(${A}) (?:at|on) (?:an? )?(${A}) post\b(?=.*\bpre-?money\b)(?=.*\b(?:dilut\w+|stake|share)\b)`,
      "i",
    ),
    ([money, after]) =>
      `${money} raised at ${after} post-money: what share did they sell and what was it worth before?`,
  ],
  // "Shares fell 37.5% from $144, so they trade at"
  [
    new RegExp(
      String.raw`\b(fell|dropped|lost|slid|sank|rose|gained|jumped|climbed|added) (${PERCENT}) from (${PRICE})`,
      "i",
    ),
    ([way = "", percent, price]) => `${price} * (1 ${/rose|gain|jump|climb|add/i.test(way) ? "+" : "−"} ${percent})`,
  ],
  // "To get back to even after a 20 percent drop, how big a rise is needed"
  [
    new RegExp(
      String.raw`^(?=.*\b(?:get back|recover|break even|back to (?:even|where))\b).*?\b(?:after|from) (?:an? )?(${PERCENT}) (?:drop|fall|loss|decline|cut|slide)`,
      "i",
    ),
    ([percent]) => `1 / (1 − ${percent}) − 1 in %`,
  ],
  // "Options on 12M shares vest in 6 equal tranches"
  [
    /\b(\d[\d,.]* ?(?:m|million|bn|billion|thousand|k)?) (?:\w+ )?(shares|options|warrants)\b.*?\bin (\d+) equal (?:tranches|parts|instalments|steps|lots)\b/i,
    ([count, , parts]) => `${count} shares / ${parts}`,
  ],
  // "Payback on a $45bn build that throws off 7.5 billion a year", "backlog $455bn, burn-off $65bn a year: years"
  [
    new RegExp(
      String.raw`^(?=.*\b(?:payback|pay back|backlog|years? (?:to|of|until)|runway)\b)(?!.*\b(?:principal|interest|coverage|opex|costs?|expenses|running|of (?:that|it)|per gpu|hours?)\b)(?!.*%)[^$€£\d]*(${A})\b[^$€£\d]*(${A})(?: (?:of|in) [a-z ]{2,20})? ?(?:a|per|each|/) ?(?:year|yr)\b`,
      "i",
    ),
    ([amount, yearly], text) => (moneysIn(text).length < 3 ? `${amount} / (${yearly} per year)` : null),
  ],
];
