/** A build told as a story: phases, years, cases and two prices of its gigawatts. */
import { AMOUNT, MONEY, PERCENT, POWER_UNIT, perGw, type Story } from "./amounts.ts";

const UNIT =
  "(?:gws?|gigawatts?|mws?|megawatts?|kws?|kilowatts?|mwh|kwh|gpus?|chips?|racks?|shares?|hours?|months?|years?)";
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };

export const OF_POWER: readonly Story[] = [
  // "Turn $14 million a megawatt into a per-gigawatt price"
  [
    new RegExp(
      String.raw`^\W*(?:turn|express|restate|translate|put|give|quote|write) (${MONEY}) (?:an?|per|/) ?(${UNIT}) (?:into|as|in|to) (?:an? )?(?:price |cost |figure |rate )?(?:per|\$/|dollars per)[- ]?(${UNIT})(?: (?:price|cost|figure|rate|number|terms|basis))*[\s?.!]*$`,
      "i",
    ),
    ([price, from, to]) => `convert ${price} per ${from} to per ${to}`,
  ],
  // "250 MW a year in 2026, 2027 and 2028 at $27bn per GW"
  [
    new RegExp(
      String.raw`(\d[\d.,]* ?${POWER_UNIT}) (?:a|per|each|every) year(?: in| for|:)? ((?:20\d\d(?:, ?| and |, and )?){2,8}),? at (${MONEY}) ?(?:/|per|an?) ?(?:gw|gigawatt)`,
      "i",
    ),
    ([power, years = "", at = ""]) =>
      `${(years.match(/20\d\d/g) ?? []).map((year) => `${power} in ${year}`).join(", ")} at ${perGw(at)}, spend per year and in total`,
  ],
  // "300bn over five years for 4.5 GW, per gigawatt and year"
  [
    new RegExp(
      String.raw`^\D*?(${AMOUNT}) (?:over|across|in|for) (\d+(?:\.\d+)?) years? (?:for|and|,|with) (\d[\d.,]* ?${POWER_UNIT})\b(?=.*\bper (?:gigawatt|gw)\b)(?=.*\b(?:and|per|a|each) ?-?year\b)`,
      "i",
    ),
    ([amount, years, power]) => `${amount} / ${years} years / ${power}`,
  ],
  // "3 GW delayed by 9 months at 5% on $40B per GW: financing cost"
  [
    new RegExp(
      String.raw`^\D*?(\d[\d.,]* ?${POWER_UNIT}) (?:delayed|late|slipping|slips?|held up|behind)(?: by| for)? (\d+(?:\.\d+)?) (months?|years?) at (${PERCENT})(?: a year| p\.?a\.?| interest)? on (${MONEY}) ?(?:/|per|an?) ?(?:gw|gigawatt)`,
      "i",
    ),
    ([power, time, unit, percent, at = ""]) => `${power} * ${perGw(at)} * ${percent}/year * ${time} ${unit}`,
  ],
  // "How much more is 5 GW at $80B than at $35B"
  [
    new RegExp(
      String.raw`^\W*how much (?:more|less|dearer|cheaper|pricier)(?: expensive)? (?:is|are|would|does|do|will) (\d[\d.,]* ?${POWER_UNIT})(?: be| cost)? at (${MONEY})(?: ?(?:/|per|an?) ?(?:gw|gigawatt))? (?:than|versus|vs\.?|compared (?:with|to)) (?:at )?(${MONEY})`,
      "i",
    ),
    ([power, a = "", b = ""]) => `difference between ${power} at ${a.trim()} per GW and ${power} at ${b.trim()} per GW`,
  ],
  // "Low case 35B per GW, high case 80B per GW"
  [
    new RegExp(
      String.raw`^\D*?(\d[\d.,]* ?${POWER_UNIT})\b.*?\blow(?:er)?(?:[- ](?:case|end|estimate))? (?:at |of |is )?(${AMOUNT}).*?\bhigh(?:er)?(?:[- ](?:case|end|estimate))? (?:at |of |is )?(${AMOUNT})`,
      "i",
    ),
    ([power, low = "", high = ""]) => `${power} at ${low.trim()} to ${high.trim()} per GW`,
  ],
  // "Drops from $50B to $45B after the second gigawatt"
  [
    new RegExp(
      String.raw`(\d+(?:\.\d+)?) ?(?:gw|gigawatts?)\b.*\b(?:drops?|falls?|declines?|goes|rises?|climbs?) from (${MONEY}) to (${MONEY}) (?:after|from|beyond|once past) (?:the )?(?:first )?(first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)?)(?: (?:gw|gigawatts?))?\b`,
      "i",
    ),
    ([whole, first = "", then = "", after = ""]) => {
      const until = ORDINALS[after.toLowerCase()] ?? Number.parseInt(after, 10);
      const rest = Number(whole) - until;
      return rest > 0 ? `${until} GW at ${perGw(first)}, ${rest} GW at ${perGw(then)}: total and average per GW` : null;
    },
  ],
  // "A 4.5 GW deal worth 300 billion. Per GW? Per MW?"
  [
    new RegExp(
      String.raw`^(?=.*?(\d[\d.,]* ?${POWER_UNIT}))(?=.*?(${AMOUNT})(?! ?(?:/|per|an?) ?(?:gw|mw|gigawatt|megawatt)))[^?]*?\bper (?:gw|gigawatt)\W+(?:and )?(?:what(?:['’]s| is) that )?per (?:mw|megawatt)\W*$`,
      "i",
    ),
    ([power, amount]) => `${amount} for ${power}, per GW and per MW`,
  ],
  // "Per-GW price of $27bn for 2 gigs"
  [
    new RegExp(
      String.raw`\bper[- ](gw|gigawatt|mw|megawatt)(?: price| cost| figure| rate)? (?:of|if|for) (?:it(?:['’]s| is) )?(${AMOUNT}) (?:for|buys|gets|over) (?:about )?(\d[\d.,]* ?${POWER_UNIT})\W*$`,
      "i",
    ),
    ([, amount, power]) => `${amount} / ${power}`,
  ],
  // "Average price: 38bn for 1.2 GW and 100bn for 2 GW"
  [
    new RegExp(
      String.raw`\b(?:average|blended|mean)\b.*?(${AMOUNT}) for (\d[\d.,]* ?${POWER_UNIT}),? (?:and|plus|with|,) (${AMOUNT}) for (\d[\d.,]* ?${POWER_UNIT})`,
      "i",
    ),
    ([a, p, b, r]) => `(${a} + ${b}) / (${p} + ${r})`,
  ],
];
