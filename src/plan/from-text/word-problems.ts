/** Sums that are told as a story, in the words that the calculator reads: "first 1 GW at $42B, next 2 at $50B each", "capped at $38B at 20% – how much revenue before the cap". */
import { digitsFor } from "../number-words.ts";

const MONEY = String.raw`[$€£] ?\d[\d,]*(?:\.\d+)? ?(?:bn|billion|b|mn|million|m|tn|trillion|t|k)?\b`;
const UNIT =
  "(?:gws?|gigawatts?|mws?|megawatts?|kws?|kilowatts?|mwh|kwh|gpus?|chips?|racks?|shares?|hours?|months?|years?)";
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

/** Other texts come back as they are. */
export function inNumbers(said: string): string {
  if (!/\d/.test(said)) return said;
  const text = digitsFor(said);
  const [, price, from, to] = INTO.exec(text) ?? [];
  if (price) return `convert ${price} per ${from} to per ${to}`;
  const [, share, , cap] = BEFORE_CAP.exec(text) ?? [];
  if (share && cap) return `${cap} / ${share}`;
  const [, part, percent] = PART_OF_WHAT.exec(text) ?? [];
  if (part && percent) return `${part} / ${percent}`;
  const [, cost, count, things, one] = HOLDS_MANY.exec(text) ?? [];
  if (cost && things && one && things.slice(0, 3).toLowerCase() === one.slice(0, 3).toLowerCase())
    return `${cost} / ${count} ${things}`;
  const moneys = text.match(new RegExp(MONEY, "gi")) ?? [];
  const [now, goal] = moneys;
  if (now && goal && moneys.length === 2 && RISE_TO.test(text) && AS_PERCENT.test(text))
    return `from ${now.trim()} to ${goal.trim()} in percent`;
  const [, given, got] = EXCHANGED.exec(text) ?? [];
  if (given && got) return `${spoken(given)} / ${spoken(got)}`;
  const phases = [...text.matchAll(PHASE)];
  if (phases.length > 1)
    return `${phases.map(([, power, unit, at]) => `${power} ${unit} at ${at?.trim()}/GW`).join(", ")}: total and average per GW`;
  const [, range, whole] = PART_ON.exec(text) ?? [];
  if (range && whole && moneys.length === 1) return `${range} of ${whole}`;
  return said;
}

/** "1.6273tn" → "1.6273 trillion" */
const spoken = (amount: string): string =>
  amount.replace(
    / ?(bn|b|mn|m|tn|t)$/i,
    (_all, unit: string) => ` ${{ b: "billion", m: "million", t: "trillion" }[unit[0]?.toLowerCase() ?? ""] ?? unit}`,
  );
