/** One and many told as a story: what each costs, holds, uses or earns. */
import { MONEY, PERCENT, type Story } from "./amounts.ts";

export const OF_EACH: readonly Story[] = [
  // "A rack costs $9.1 million and holds 72 GPUs. What's that per GPU?"
  [
    new RegExp(
      String.raw`^[^\d$€£]*?(?:costs?|is|sells for|goes for|priced at|at|for) (${MONEY})(?:,| and| with| that| which| each)* (?:it )?(?:holds?|has|have|with|contains?|carries|takes|packs|comes with|houses) (\d[\d,]*) ([a-z]+)\b[\s.,;:–—-]*(?:so )?(?:what(?:['’]s| is| does)?|how much(?: is)?|price|cost)?(?: (?:that|it|each|the (?:price|cost)))*(?: (?:come to|work out (?:to|at)))? ?(?:per|an?|for each|for one) ?([a-z]+)[\s?.!]*$`,
      "i",
    ),
    ([cost, count, things = "", one = ""]) =>
      things.slice(0, 3).toLowerCase() === one.slice(0, 3).toLowerCase() ? `${cost} / ${count} ${things}` : null,
  ],
  // "¥1.6273tn for $10bn. Implied yen per dollar?"
  [
    /[¥€£$] ?(\d[\d,.]*\d ?(?:bn|billion|b|mn|million|m|tn|trillion|t)?)\b.{1,20}?\b(?:for|was|is|equals|=|bought|got)\b.{0,12}?[¥€£$] ?(\d[\d,.]*\d ?(?:bn|billion|b|mn|million|m|tn|trillion|t)?)\b.*\b(?:yen|euros?|pounds?|dollars?|won|rupees?) (?:per|to the|to a|a) (?:yen|euro|pound|dollar)\b/i,
    ([given = "", got = ""]) => `${spoken(given)} / ${spoken(got)}`,
  ],
  // "5,000 shares at a swap ratio of 0.1433"
  [
    /\b(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) ([\w ]{0,12}?)shares? at (?:an? |the )?(?:swap|exchange|conversion|share)? ?ratio of (\d+(?:\.\d+)?)\b.*\bhow many\b/i,
    ([count, , ratio]) => `${count} shares * ${ratio}`,
  ],
  // "GPU-hour price if a $40,000 GPU runs 4 years at 70% utilisation"
  [
    new RegExp(
      String.raw`^(?=.*\b(?:gpu|chip)[- ]?hours?\b|.*\bper (?:gpu |chip )?hour\b|.*\bhourly\b)\D*?(\$ ?\d[\d,]*(?:\.\d+)?(?: ?(?:k|million|m))?) (gpu|chip|accelerator|card|rack)s? (?:that )?(?:runs?|lasts?|is used|works?|serves?)(?: for)? (\d+(?:\.\d+)?) years?,? (?:at|with) (${PERCENT})`,
      "i",
    ),
    ([price, thing = "", years, percent]) =>
      `a ${price} ${thing}, ${years} years, ${percent} utilisation: cost per GPU-hour`,
  ],
  // "Server count if each holds 8 GPUs and we have 16,384"
  [
    /^(?=.*\b(?:count|number|how many)\b).*\beach (?:\w+ )?(?:holds?|has|takes?|carries|fits|contains?) (\d[\d,]*) [a-z]+,? (?:and|for|with) (?:we|i|they|you|there) (?:have|need|want|are) (\d[\d,]*)\b/i,
    ([each, have]) => `${have} / ${each}`,
  ],
  // "How many homes at 10,500 kWh a year does 8.76 TWh cover"
  [
    /^\W*how many [a-z]+ (?:at|using|each using|on) (\d[\d,.]* ?[kmgt]wh)(?: (?:a|per|each) year| each)*,? (?:does|do|would|can|could|will) (\d[\d,.]* ?[kmgt]wh)\b/i,
    ([each, all]) => `${all} / (${each})`,
  ],
  // "Hourly rate to recoup $50k in 5 years at 65% utilisation"
  [
    new RegExp(
      String.raw`^(?=.*\b(?:hourly|per hour|an hour|gpu[- ]hour)\b).*\b(?:recoup|recover|earn back|pay (?:off|back)|break even on) (?:an? )?(\$ ?\d[\d,.]*(?: ?(?:k|million|m))?)(?: (gpu|chip|card|rack|accelerator))?,? (?:in|over|within) (\d+(?:\.\d+)?) years?,? (?:at|with) (${PERCENT})`,
      "i",
    ),
    ([price, thing = "GPU", years, percent]) =>
      `a ${price} ${thing}, ${years} years, ${percent} utilisation: cost per GPU-hour`,
  ],
  // "200,000 GPUs, $23bn contract, 5 years: revenue per GPU per year"
  [
    new RegExp(
      String.raw`^(?=.*?\b(\d[\d,]*(?:\.\d+)?(?: (?:thousand|million))?) (?:\w+ )?(gpus?|chips?|racks?|accelerators?|sites?|homes?|servers?)\b)(?=.*?(${MONEY}))(?=.*?\b(\d+(?:\.\d+)?)[- ]years?\b).*\bper (?:gpu|chip|rack|accelerator|site|home|server)(?:,| and)? (?:per|a|each) year\W*$`,
      "i",
    ),
    ([count, things, amount, years]) => `(${amount} / ${count} ${things}) / ${years}`,
  ],
  // "Each month of delay costs $150 million; what's a 7 month slip"
  [
    new RegExp(
      String.raw`\b(?:each|every) (month|year|week|quarter|day)(?: of (?:delay|slippage|waiting|idling|work))? (?:costs?|burns?|adds|loses) (${MONEY})\b.*?\b(\d+(?:\.\d+)?)[- ]\1s?\b`,
      "i",
    ),
    ([unit, amount, count]) => `${count} ${unit}s * ${amount}/${unit}`,
  ],
];

/** "1.6273tn" → "1.6273 trillion" */
const spoken = (amount: string): string =>
  amount.replace(
    / ?(bn|b|mn|m|tn|t)$/i,
    (_all, unit: string) => ` ${{ b: "billion", m: "million", t: "trillion" }[unit[0]?.toLowerCase() ?? ""] ?? unit}`,
  );
