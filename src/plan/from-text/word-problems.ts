/** Sums that are told as a story, in the words that the calculator reads: "first 1 GW at $42B, next 2 at $50B each", "capped at $38B at 20% – how much revenue before the cap". */
import { digitsFor } from "../number-words.ts";

const MONEY = String.raw`[$€£] ?\d[\d,]*(?:\.\d+)? ?(?:bn|billion|b|mn|million|m|tn|trillion|t|k)?\b`;
const UNIT =
  "(?:gws?|gigawatts?|mws?|megawatts?|kws?|kilowatts?|mwh|kwh|gpus?|chips?|racks?|shares?|hours?|months?|years?)";
/** An amount with or without the sign of its currency. */
const AMOUNT = String.raw`[$€£]? ?\d[\d,]*(?:\.\d+)? ?(?:bn|billion|b|mn|million|m|tn|trillion|t)\b`;
const POWER_UNIT = "(?:gws?|gigawatts?|gigs?|mws?|megawatts?)";
const PERCENT = String.raw`\d+(?:\.\d+)? ?(?:%|per ?cent)`;
const PERCENTS = String.raw`\d+(?:\.\d+)? ?%? ?(?:-|–|to) ?\d+(?:\.\d+)? ?(?:%|per ?cent)`;

/** "Turn $14 million a megawatt into a per-gigawatt price" */
const INTO = new RegExp(
  String.raw`^\W*(?:turn|express|restate|translate|put|give|quote|write) (${MONEY}) (?:an?|per|/) ?(${UNIT}) (?:into|as|in|to) (?:an? )?(?:price |cost |figure |rate )?(?:per|\$/|dollars per)[- ]?(${UNIT})(?: (?:price|cost|figure|rate|number|terms|basis))*[\s?.!]*$`,
  "i",
);
/** "What percentage rise gets it to the $600 hurdle" behind a price. */
const RISE_TO =
  /\b(?:what|which|how (?:big|large|much of) an?) (?:percentage|percent|%|per cent)? ?(?:rise|increase|gain|jump|move|climb|drop|fall|decline|cut)(?: (?:in percent|percentage-wise))? (?:gets?|takes?|brings?|would (?:take|get|bring)|does it (?:take|need)|is (?:needed|required)|moves?|lifts?|is it)\b.*?\b(?:to|from there to|until)\b/i;
const AS_PERCENT = /%|\bper ?cent/i;
/** "How much revenue comes in before the cap bites": the cap over the share. */
const BEFORE_CAP = new RegExp(
  String.raw`^(?=.*?\b(${PERCENT}) (?:of|cut of|share of) (?:all |its |their |the )?([a-z]+))(?=.*?\b(?:cap(?:s|ped)?|ceiling|limit(?:ed)?|maximum|max|tops? out|no more than|maxe[sd] out)\b[^$€£]{0,24}(${MONEY})).*\bhow much (?:in )?(?:total )?\2\b`,
  "i",
);
/** "$38B is 20% of what": the whole. */
const PART_OF_WHAT = new RegExp(
  String.raw`^\W*(?:if |so )?(${MONEY}|\d[\d,]*(?:\.\d+)?) (?:is|was|are|equals|makes up|represents) (${PERCENT}) of (?:what|how much|which (?:total|amount|sum|number))[^\d$€£]*$`,
  "i",
);
/** "A rack costs $9.1 million and holds 72 GPUs. What's that per GPU?" */
const HOLDS_MANY = new RegExp(
  String.raw`^[^\d$€£]*?(?:costs?|is|sells for|goes for|priced at|at|for) (${MONEY})(?:,| and| with| that| which| each)* (?:it )?(?:holds?|has|have|with|contains?|carries|takes|packs|comes with|houses) (\d[\d,]*) ([a-z]+)\b[\s.,;:–—-]*(?:so )?(?:what(?:['’]s| is| does)?|how much(?: is)?|price|cost)?(?: (?:that|it|each|the (?:price|cost)))*(?: (?:come to|work out (?:to|at)))? ?(?:per|an?|for each|for one) ?([a-z]+)[\s?.!]*$`,
  "i",
);
/** "58 to 63% of a gigawatt … on $33B": so much of the amount that is given. */
const PART_ON = new RegExp(
  String.raw`^(?=[^$€£]*(?:${MONEY})?[^$€£]*$)(?=.*?(${PERCENTS}|${PERCENT}) of (?:it|that|this|(?:an?|the|each|every)(?: [a-z]+){1,3})\b)(?=.*?(${MONEY}))(?=.*\b(?:how many dollars|how much(?: money)? (?:is|does|would|are|do)|(?:what|which) (?:is|are) (?:that|it|those) in dollars|in dollars|dollars for|dollar (?:amount|value))\b).*$`,
  "i",
);

/** "First 1 GW at $42B, next 2 GW at $50B each": one phase behind the other, each at its price. */
const PHASE = new RegExp(
  String.raw`(?:(?:the )?(?:first|next|then|last|another|final|remaining|second|third|other)(?: the)? )+(\d[\d.,]*) ?(gws?|gigawatts?) (?:at|for|costs?|priced at) (${MONEY})(?: ?(?:/|per|an?) ?(?:gw|gigawatt))?(?: (?:each|apiece))?`,
  "gi",
);
/** "¥1.6273tn for $10bn. Implied yen per dollar?" */
const EXCHANGED =
  /[¥€£$] ?(\d[\d,.]*\d ?(?:bn|billion|b|mn|million|m|tn|trillion|t)?)\b.{1,20}?\b(?:for|was|is|equals|=|bought|got)\b.{0,12}?[¥€£$] ?(\d[\d,.]*\d ?(?:bn|billion|b|mn|million|m|tn|trillion|t)?)\b.*\b(?:yen|euros?|pounds?|dollars?|won|rupees?) (?:per|to the|to a|a) (?:yen|euro|pound|dollar)\b/i;

/** "250 MW a year in 2026, 2027 and 2028 at $27bn per GW" */
const EACH_YEAR = new RegExp(
  String.raw`(\d[\d.,]* ?${POWER_UNIT}) (?:a|per|each|every) year(?: in| for|:)? ((?:20\d\d(?:, ?| and |, and )?){2,8}),? at (${MONEY}) ?(?:/|per|an?) ?(?:gw|gigawatt)`,
  "i",
);
/** "3,557 racks at $9.1M each, as a percentage of a $47bn gigawatt" */
const PRODUCT_OF = new RegExp(
  String.raw`^\D*?(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) [a-z][\w -]{2,30}? (?:at|for|@) (${MONEY})(?: each| apiece| per \w+| a \w+)?[\s,:;–—-]*(?:(?:as|is|are) )?(?:what )?(?:an? |the )?(?:percentage|percent|share|%|fraction|part|proportion) of (?:an? |the |our |my )?(${MONEY})`,
  "i",
);
/** "300bn over five years for 4.5 GW, per gigawatt and year" */
const PER_POWER_YEAR = new RegExp(
  String.raw`^\D*?(${AMOUNT}) (?:over|across|in|for) (\d+(?:\.\d+)?) years? (?:for|and|,|with) (\d[\d.,]* ?${POWER_UNIT})\b(?=.*\bper (?:gigawatt|gw)\b)(?=.*\b(?:and|per|a|each) ?-?year\b)`,
  "i",
);
/** "27% of it was put at $135bn. What does that make the whole company worth?" */
const WHOLE_BEHIND = new RegExp(
  String.raw`^(?=[^$€£]*?(${PERCENT}))(?=[^$€£]*(${MONEY})[^$€£]*$)(?!.*\b(?:interest|coupon|growth|discount|margin|overrun|contingency|pue)\b).*\b(?:what (?:does|would) (?:that|this|it) (?:make|value|put|price|imply for)|what(?:['’]s| is)|implied|implying)\b.*\b(?:whole|entire|all of (?:it|the company|the firm))\b`,
  "i",
);
/** "852 over 730, percent increase" */
const OVER_AS_RISE =
  /^\W*(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:over|on|from) (\d[\d.,]*)(?: ?(?:bn|billion|b))?[\s,:;–—-]+(?:in |the |what )?(?:%|percent(?:age)?|per cent) (?:increase|rise|growth|gain|up|more|premium)[\s?.!]*$/i;
/** "How many times does 13.07 go into 300" */
const GOES_INTO = new RegExp(
  String.raw`^\W*how (?:many times|often) (?:does |do |would )?(${AMOUNT}|\d[\d.,]*) go(?:es)? into (${AMOUNT}|\d[\d.,]*)[\s?.!]*$`,
  "i",
);
/** "26 GW, 6 of it AMD: share" */
const OF_IT_SHARE = new RegExp(
  String.raw`^\W*(\d[\d.,]*) ?(${POWER_UNIT}|bn|billion|million)?,? (?:of which |and )?(\d[\d.,]*)(?: ?(?:${POWER_UNIT}|bn|billion|million))?(?: of (?:it|them|which|that|those))? (?:is |are |was |were |from |by |for )?[a-z][\w ]{1,25}[\s:,;–—-]+(?:what )?(?:share|percent(?:age)?|%|fraction|proportion)(?: is that)?[\s?.!]*$`,
  "i",
);
/** "Split 600B in the ratio 3:2", "a 60/40 split of $15bn" */
const IN_RATIO = new RegExp(
  String.raw`\b(?:split|divide|share|cut)(?: up)? (${MONEY}|${AMOUNT}) (?:in (?:the|a) ratio(?: of)?|in the proportions?) (\d+(?: ?[:/] ?\d+){1,3})`,
  "i",
);
const SPLIT_OF = new RegExp(String.raw`\b(\d+(?: ?/ ?\d+){1,3}) split of (${MONEY}|${AMOUNT})`, "i");
/** "5,000 shares at a swap ratio of 0.1433" */
const AT_RATIO =
  /\b(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) ([\w ]{0,12}?)shares? at (?:an? |the )?(?:swap|exchange|conversion|share)? ?ratio of (\d+(?:\.\d+)?)\b.*\bhow many\b/i;
/** "3 GW delayed by 9 months at 5% on $40B per GW: financing cost" */
const DELAYED = new RegExp(
  String.raw`^\D*?(\d[\d.,]* ?${POWER_UNIT}) (?:delayed|late|slipping|slips?|held up|behind)(?: by| for)? (\d+(?:\.\d+)?) (months?|years?) at (${PERCENT})(?: a year| p\.?a\.?| interest)? on (${MONEY}) ?(?:/|per|an?) ?(?:gw|gigawatt)`,
  "i",
);
/** "GPU-hour price if a $40,000 GPU runs 4 years at 70% utilisation" */
const HOURLY = new RegExp(
  String.raw`^(?=.*\b(?:gpu|chip)[- ]?hours?\b|.*\bper (?:gpu |chip )?hour\b|.*\bhourly\b)\D*?(\$ ?\d[\d,]*(?:\.\d+)?(?: ?(?:k|million|m))?) (gpu|chip|accelerator|card|rack)s? (?:that )?(?:runs?|lasts?|is used|works?|serves?)(?: for)? (\d+(?:\.\d+)?) years?,? (?:at|with) (${PERCENT})`,
  "i",
);
/** "At 20% of revenue, what revenue gives a payout of $38B" */
const GIVES = new RegExp(
  String.raw`^\W*(?:at|with|on) (?:an? )?(${PERCENT}) (?:cut |share |slice )?of ([a-z]+),? (?:what|how much|which) \2 (?:gives?|yields?|means|produces|makes|is needed for|pays|leads to|would (?:give|pay|make))\b.*?(${MONEY})`,
  "i",
);
/** "How much more is 5 GW at $80B than at $35B" */
const AT_TWO_RATES = new RegExp(
  String.raw`^\W*how much (?:more|less|dearer|cheaper|pricier)(?: expensive)? (?:is|are|would|does|do|will) (\d[\d.,]* ?${POWER_UNIT})(?: be| cost)? at (${MONEY})(?: ?(?:/|per|an?) ?(?:gw|gigawatt))? (?:than|versus|vs\.?|compared (?:with|to)) (?:at )?(${MONEY})`,
  "i",
);
/** "Low case 35B per GW, high case 80B per GW" */
const CASES_OF = new RegExp(
  String.raw`^\D*?(\d[\d.,]* ?${POWER_UNIT})\b.*?\blow(?:er)?(?:[- ](?:case|end|estimate))? (?:at |of |is )?(${AMOUNT}).*?\bhigh(?:er)?(?:[- ](?:case|end|estimate))? (?:at |of |is )?(${AMOUNT})`,
  "i",
);
/** "Tripling 1.9 GW every year for two years" */
const MULTIPLIED = new RegExp(
  String.raw`^\D*?(doubl|tripl|quadrupl)(?:ing|es|e|ed) (?:from )?(\d[\d.,]* ?${POWER_UNIT}|${MONEY}) (?:every|each|a|per) year (?:for|over) (\d+) years?[\s?.!]*$`,
  "i",
);
/** "Drops from $50B to $45B after the second gigawatt" */
const DROPS_AFTER = new RegExp(
  String.raw`(\d+(?:\.\d+)?) ?(?:gw|gigawatts?)\b.*\b(?:drops?|falls?|declines?|goes|rises?|climbs?) from (${MONEY}) to (${MONEY}) (?:after|from|beyond|once past) (?:the )?(?:first )?(first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)?)(?: (?:gw|gigawatts?))?\b`,
  "i",
);
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };
const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, quadrupl: 4 };

const perGw = (amount: string): string => `${amount.trim()}/GW`;
const shares = (ratio: string): string => {
  const parts = ratio.split(/[:/]/).map(Number);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.round((100 * part) / whole)).join("/");
};

/** "A 4.5 GW deal worth 300 billion. Per GW? Per MW?" */
const BOTH_UNITS = new RegExp(
  String.raw`^(?=.*?(\d[\d.,]* ?${POWER_UNIT}))(?=.*?(${AMOUNT})(?! ?(?:/|per|an?) ?(?:gw|mw|gigawatt|megawatt)))[^?]*?\bper (?:gw|gigawatt)\W+(?:and )?(?:what(?:['’]s| is) that )?per (?:mw|megawatt)\W*$`,
  "i",
);
/** "Per-GW price of $27bn for 2 gigs" */
const PRICE_OF_BOTH = new RegExp(
  String.raw`\bper[- ](gw|gigawatt|mw|megawatt)(?: price| cost| figure| rate)? (?:of|if|for) (?:it(?:['’]s| is) )?(${AMOUNT}) (?:for|buys|gets|over) (?:about )?(\d[\d.,]* ?${POWER_UNIT})\W*$`,
  "i",
);
/** "Run-rate if May revenue was $3.9bn" */
const RUN_RATE = new RegExp(
  String.raw`^(?=.*\b(?:run[- ]?rate|annuali[sz]e[sd]?|annuali[sz]ed)\b)(?!.*\b(?:multiple|times|valuation)\b).*?\b(?:(january|february|march|april|may|june|july|august|september|october|november|december|(?:a|one|the last|last) month|monthly)|(q[1-4]|(?:a|one|the last|last|first|second|third|fourth) quarter|quarterly))\b[^$€£\d]*(${MONEY})\W*$`,
  "i",
);
/** "Server count if each holds 8 GPUs and we have 16,384" */
const EACH_HOLDS =
  /^(?=.*\b(?:count|number|how many)\b).*\beach (?:\w+ )?(?:holds?|has|takes?|carries|fits|contains?) (\d[\d,]*) [a-z]+,? (?:and|for|with) (?:we|i|they|you|there) (?:have|need|want|are) (\d[\d,]*)\b/i;
/** "How many homes at 10,500 kWh a year does 8.76 TWh cover" */
const COVERS =
  /^\W*how many [a-z]+ (?:at|using|each using|on) (\d[\d,.]* ?[kmgt]wh)(?: (?:a|per|each) year| each)*,? (?:does|do|would|can|could|will) (\d[\d,.]* ?[kmgt]wh)\b/i;
/** "How much is 145 above 125 in percent" */
const ABOVE_IN_PERCENT =
  /^\W*(?:by )?how (?:much|far) (?:is|was) [$€£]?(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:above|over|more than|higher than) [$€£]?(\d[\d.,]*)(?: ?(?:bn|billion|b))?,? (?:in|as a) (?:%|percent(?:age)?|per cent)\W*$/i;
/** "If 25bn grows 40% per year, when does it pass 100bn" */
const GROWS_PAST = new RegExp(
  String.raw`\b(${AMOUNT}) (?:grows?|growing|rises?|rising|increases?)(?: by| at)? (${PERCENT}) (?:per|a|each|every) year\b.*\b(?:when|how long|how many years)\b.*?\b(?:pass(?:es)?|reach(?:es)?|hits?|exceeds?|gets? to|tops?|cross(?:es)?) (${AMOUNT})`,
  "i",
);
/** "Revenue multiple: 965 valuation, 47 run rate" */
const MULTIPLE_OF =
  /\bmultiple\b[^\d]*(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:valuation|market cap|value|ev|price|worth)[\s,;and]+(\d[\d.,]*)(?: ?(?:bn|billion|b))? (?:run[- ]?rate|revenue|sales|arr|ebitda|earnings)\W*$/i;
/** "Backlog of 638bn at 67.4bn of sales a year: years of cover" */
const YEARS_OF = new RegExp(
  String.raw`^\D*?(${AMOUNT}) (?:at|over|against|with) (${AMOUNT})(?: of \w+| in \w+)? (?:a|per|each) year\b.*\b(?:years? of \w+|how many years|how long)\W*$`,
  "i",
);
/** "Hourly rate to recoup $50k in 5 years at 65% utilisation" */
const RECOUP = new RegExp(
  String.raw`^(?=.*\b(?:hourly|per hour|an hour|gpu[- ]hour)\b).*\b(?:recoup|recover|earn back|pay (?:off|back)|break even on) (?:an? )?(\$ ?\d[\d,.]*(?: ?(?:k|million|m))?)(?: (gpu|chip|card|rack|accelerator))?,? (?:in|over|within) (\d+(?:\.\d+)?) years?,? (?:at|with) (${PERCENT})`,
  "i",
);
/** "200,000 GPUs, $23bn contract, 5 years: revenue per GPU per year" */
const EACH_PER_YEAR = new RegExp(
  String.raw`^(?=.*?\b(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) (?:\w+ )?(gpus?|chips?|racks?|accelerators?|sites?|homes?|servers?)\b)(?=.*?(${MONEY}))(?=.*?\b(\d+(?:\.\d+)?)[- ]years?\b).*\bper (?:gpu|chip|rack|accelerator|site|home|server)(?:,| and)? (?:per|a|each) year\W*$`,
  "i",
);
/** "GPUs 39%, networking 13%, rest other: split a $35bn gigawatt" */
const PARTS_THEN = new RegExp(
  String.raw`^(?=(?:\D*?\d+(?:\.\d+)? ?%){1,5})(?=.*\b(?:rest|remainder|balance|everything else)\b)(?!.*\b(?:interest|depreciat\w*|dep|over|years?|yrs?|debt at)\b).*\b(?:split|break down|divide|apply to|of) (?:an? |the )?(${MONEY})`,
  "i",
);
/** "Each month of delay costs $150 million; what's a 7 month slip" */
const EACH_MONTH = new RegExp(
  String.raw`\b(?:each|every) (month|year|week|quarter|day)(?: of (?:delay|slippage|waiting|idling|work))? (?:costs?|burns?|adds|loses) (${MONEY})\b.*?\b(\d+(?:\.\d+)?)[- ]\1s?\b`,
  "i",
);
/** "Average price: 38bn for 1.2 GW and 100bn for 2 GW" */
const AVERAGE_OF_TWO = new RegExp(
  String.raw`\b(?:average|blended|mean)\b.*?(${AMOUNT}) for (\d[\d.,]* ?${POWER_UNIT}),? (?:and|plus|with|,) (${AMOUNT}) for (\d[\d.,]* ?${POWER_UNIT})`,
  "i",
);
/** "Weighted average of 5% on $10bn and 8% on $20bn" */
const WEIGHTED = new RegExp(
  String.raw`\b(?:average|blended|weighted)\b.*?(${PERCENT}) (?:on|of|for) (${MONEY}),? (?:and|plus|with|,) (${PERCENT}) (?:on|of|for) (${MONEY})`,
  "i",
);

type Story = readonly [pattern: RegExp, told: (groups: readonly string[], text: string) => string | null];
/** The first that fits and can be told. */
const STORIES: readonly Story[] = [
  [INTO, ([price, from, to]) => `convert ${price} per ${from} to per ${to}`],
  [BEFORE_CAP, ([share, , cap]) => `${cap} / ${share}`],
  [PART_OF_WHAT, ([part, percent]) => `${part} / ${percent}`],
  [
    HOLDS_MANY,
    ([cost, count, things = "", one = ""]) =>
      things.slice(0, 3).toLowerCase() === one.slice(0, 3).toLowerCase() ? `${cost} / ${count} ${things}` : null,
  ],
  [
    RISE_TO,
    (_groups, text) => {
      const [now, goal, ...more] = moneysIn(text);
      return now && goal && more.length === 0 && AS_PERCENT.test(text) ? `from ${now} to ${goal} in percent` : null;
    },
  ],
  [EXCHANGED, ([given = "", got = ""]) => `${spoken(given)} / ${spoken(got)}`],
  [
    EACH_YEAR,
    ([power, years = "", at = ""]) =>
      `${(years.match(/20\d\d/g) ?? []).map((year) => `${power} in ${year}`).join(", ")} at ${perGw(at)}, spend per year and in total`,
  ],
  [PRODUCT_OF, ([count, each, whole]) => `${count} * ${each} / ${whole} in %`],
  [PER_POWER_YEAR, ([amount, years, power]) => `${amount} / ${years} years / ${power}`],
  [WHOLE_BEHIND, ([percent, amount]) => `${amount} / ${percent}`],
  [OVER_AS_RISE, ([now, before]) => `from ${before} to ${now} in percent`],
  [GOES_INTO, ([small, large]) => `${large} / ${small}`],
  [OF_IT_SHARE, ([whole, unit = "", part]) => `${part} ${unit} / (${whole} ${unit}) in %`],
  [IN_RATIO, ([amount, ratio = ""]) => `split ${amount} ${shares(ratio)}`],
  [SPLIT_OF, ([ratio = "", amount]) => `split ${amount} ${ratio.replace(/ /g, "")}`],
  [AT_RATIO, ([count, , ratio]) => `${count} shares * ${ratio}`],
  [
    DELAYED,
    ([power, time, unit, percent, at = ""]) =>
      `${power} * ${perGw(at)} * ${percent}/year * ${/^y/i.test(unit ?? "") ? time : Number(time) / 12} years`,
  ],
  [
    HOURLY,
    ([price, thing = "", years, percent]) =>
      `a ${price} ${thing}, ${years} years, ${percent} utilisation: cost per GPU-hour`,
  ],
  [GIVES, ([percent, , amount]) => `${amount} / ${percent}`],
  [
    AT_TWO_RATES,
    ([power, a = "", b = ""]) => `difference between ${power} at ${a.trim()} per GW and ${power} at ${b.trim()} per GW`,
  ],
  [CASES_OF, ([power, low = "", high = ""]) => `${power} at ${low.trim()} to ${high.trim()} per GW`],
  [MULTIPLIED, ([how = "", from, years]) => `${from} * ${TIMES[how.toLowerCase()]}^${years}`],
  [
    DROPS_AFTER,
    ([whole, first = "", then = "", after = ""]) => {
      const until = ORDINALS[after.toLowerCase()] ?? Number.parseInt(after, 10);
      const rest = Number(whole) - until;
      return rest > 0 ? `${until} GW at ${perGw(first)}, ${rest} GW at ${perGw(then)}: total and average per GW` : null;
    },
  ],
  [BOTH_UNITS, ([power, amount]) => `${amount} for ${power}, per GW and per MW`],
  [PRICE_OF_BOTH, ([, amount, power]) => `${amount} / ${power}`],
  [RUN_RATE, ([month, , amount]) => `${amount} * ${month ? 12 : 4}`],
  [EACH_HOLDS, ([each, have]) => `${have} / ${each}`],
  [COVERS, ([each, all]) => `${all} / (${each})`],
  [ABOVE_IN_PERCENT, ([more, less]) => `from ${less} to ${more} in percent`],
  [GROWS_PAST, ([from, percent, to]) => `how many years until ${from} growing ${percent} a year reaches ${to}`],
  [MULTIPLE_OF, ([value, revenue]) => `${value} / ${revenue}`],
  [YEARS_OF, ([amount, yearly]) => `${amount} / (${yearly} per year)`],
  [
    RECOUP,
    ([price, thing = "GPU", years, percent]) =>
      `a ${price} ${thing}, ${years} years, ${percent} utilisation: cost per GPU-hour`,
  ],
  [EACH_PER_YEAR, ([count, things, amount, years]) => `(${amount} / ${count} ${things}) / ${years}`],
  [
    PARTS_THEN,
    ([amount], text) => {
      const parts = (text.match(/\d+(?:\.\d+)?(?= ?%)/g) ?? []).map(Number);
      const rest = 100 - parts.reduce((sum, part) => sum + part, 0);
      return rest > 0 ? `split ${amount} ${[...parts, rest].join("/")}` : null;
    },
  ],
  [EACH_MONTH, ([unit, amount, count]) => `${count} ${unit}s * ${amount}/${unit}`],
  [AVERAGE_OF_TWO, ([a, p, b, r]) => `(${a} + ${b}) / (${p} + ${r})`],
  [WEIGHTED, ([p, a, r, b]) => `(${p} * ${a} + ${r} * ${b}) / (${a} + ${b}) in %`],
  [PART_ON, ([range, whole], text) => (moneysIn(text).length === 1 ? `${range} of ${whole}` : null)],
];

const moneysIn = (text: string): string[] => (text.match(new RegExp(MONEY, "gi")) ?? []).map((one) => one.trim());

/** Other texts come back as they are. */
export function inNumbers(said: string): string {
  if (!/\d/.test(said)) return said;
  const text = digitsFor(
    said.replace(CENTS, (_all, cents: string) => `$${/^an?$|^one$/i.test(cents) ? 0.01 : Number(cents) / 100} `),
  );
  const phases = [...text.matchAll(PHASE)];
  if (phases.length > 1)
    return `${phases.map(([, power, unit, at = ""]) => `${power} ${unit} at ${perGw(at)}`).join(", ")}: total and average per GW`;
  for (const [pattern, told] of STORIES) {
    const found = pattern.exec(text);
    const plain = found && told(found.slice(1), text);
    if (plain) return plain;
  }
  return text === digitsFor(said) ? said : text;
}
/** "At a cent each" */
const CENTS = /(?<=\bat )(an?|one|\d{1,2}(?:\.\d+)?) cents? (?=(?:each|apiece|per share|a share|strike)\b)/gi;

/** "1.6273tn" → "1.6273 trillion" */
const spoken = (amount: string): string =>
  amount.replace(
    / ?(bn|b|mn|m|tn|t)$/i,
    (_all, unit: string) => ` ${{ b: "billion", m: "million", t: "trillion" }[unit[0]?.toLowerCase() ?? ""] ?? unit}`,
  );
