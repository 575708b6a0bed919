/** Chips, racks and power told as a story: how many fit, what is left over, what they draw and emit. */
import { MONEY, PERCENT, POWER_UNIT, type Story } from "./amounts.ts";

const POWER = String.raw`\d[\d.,]* ?(?:${POWER_UNIT}|kws?|kilowatts?|watts?|w)\b`;
const COUNT = String.raw`\d[\d,]*(?:\.\d+)?(?: ?(?:thousand|million|k|m))?`;

export const OF_MACHINES: readonly Story[] = [
  // "From 700 W to 1,000 W chips, how many fewer fit inside 140 MW"
  [
    new RegExp(
      String.raw`\bfrom (${POWER}) to (${POWER})(?: chips?| gpus?)?\b.*\bhow many (?:fewer|less|more)\b.*?(\d[\d.,]* ?${POWER_UNIT})`,
      "i",
    ),
    ([before, after, all]) => `${all} / ${before} − ${all} / ${after}`,
  ],
  // "48 megawatts. Every box of eight GPUs needs 12 kW. How many GPUs"
  [
    new RegExp(
      String.raw`^[^\d]*(\d[\d.,]* ?${POWER_UNIT})\b.*?\b(?:every|each|a|per) (?:box|server|node|tray|rack) (?:of|with) (\d+) (gpus?|chips?)\b[^\d]*(${POWER}).*\bhow many (?:gpus?|chips?)\b`,
      "i",
    ),
    ([all, count, , each]) => `(${all} / ${each}) * ${count}`,
  ],
  // "1 GW split over 400k accelerators: watts per accelerator"
  [
    new RegExp(
      String.raw`^\W*(\d[\d.,]* ?${POWER_UNIT}) (?:split|divided|spread|shared) (?:over|across|among|between|by) (${COUNT}) [a-z]+\b.*\b(?:k?w|watts?|kilowatts?|power)\b`,
      "i",
    ),
    ([all, count = ""]) => `${all} / ${count.replace(/(\d) ?k$/i, "$1 thousand").replace(/(\d) ?m$/i, "$1 million")}`,
  ],
  // "Chips are 62% of a $40bn gigawatt. At $31,000 a chip, how many are in it"
  [
    new RegExp(
      String.raw`\b(?:gpus?|chips?|accelerators?) (?:are|is|make up|take|account for) (${PERCENT}) of [^$€£]*(${MONEY})\b[^$€£]*(${MONEY})\b.*\bhow many\b`,
      "i",
    ),
    ([share, whole, each]) => `${share} * ${whole} / ${each}`,
  ],
  // "85 MW hall, 410 racks at 145 kW. How many MW are left"
  [
    new RegExp(
      String.raw`^[^\d]*(\d[\d.,]* ?${POWER_UNIT})\b[^\d]*(${COUNT}) (?:racks?|gpus?|chips?|servers?|pods?) (?:at|of|drawing|using|with) (${POWER}).*\b(?:left|over|spare|remain\w*|headroom)\b`,
      "i",
    ),
    ([all, count, each]) => `${all} − ${count} * ${each}`,
  ],
  // "What fraction of a 500 MW campus does a 96,000-GPU cluster use if every GPU needs 1.75 kW"
  [
    new RegExp(
      String.raw`\b(?:fraction|share|percentage|percent|part|proportion)\b.*?\bof (?:an? |the )?(\d[\d.,]* ?${POWER_UNIT})\b[^\d]*(${COUNT})[- ](?:gpus?|chips?|racks?|accelerators?)\b[^\d]*(${POWER})`,
      "i",
    ),
    ([all, count, each]) => `${count} * ${each} / ${all} in %`,
  ],
  // "Capacity factor of a 600 MW plant that produced 4.2048 TWh in a year"
  [
    new RegExp(
      String.raw`\b(?:capacity|load|utili[sz]ation) factor\b[^\d]*(\d[\d.,]* ?${POWER_UNIT})\b[^\d]*(\d[\d.,]* ?[gmt]wh)\b.*\b(?:a|one|per|the) year\b`,
      "i",
    ),
    ([power, energy]) => `${energy} / (${power} * 8760 hours) in %`,
  ],
  // "512 H100s for a fortnight at $2.10/hr each, round the clock"
  [
    new RegExp(
      String.raw`\b(${COUNT}) (?:[a-z]*\d+s?|gpus?|chips?|cards?)\b[^$]*\bfor (?:an? |one )?(fortnight|week|day|\d+ (?:days?|weeks?))\b[^$]*(\$ ?\d[\d.]*) ?(?:/|per|an?) ?(?:hr|hour|gpu-hour)`,
      "i",
    ),
    ([count, time = "", price]) => {
      const number = Number(/\d+/.exec(time)?.[0] ?? 1);
      const days = /fortnight/i.test(time) ? 14 : /week/i.test(time) ? 7 * number : number;
      return `${count} * ${price}/hour * ${days} days`;
    },
  ],
  // "Electricity cost per GPU-hour at 1.4 kW all-in and $0.065/kWh"
  [
    /\b(?:power|electricity|energy)\b.*\bper (?:gpu|chip)[- ]hour\b[^\d]*(\d[\d.]* ?(?:kw|kilowatts?|w|watts?))\b[^\d$]*(\$? ?\d[\d.]*) ?(cents)? ?(?:\/|per|a) ?kwh/i,
    ([power, price = "", cents]) =>
      `1 * ${power} * $${Number(price.replace(/[^\d.]/g, "")) / (cents ? 100 : 1)}/kWh * 1 hour`,
  ],
  // "The tariff climbs from 5.5 to 6.6 cents a kWh and we burn 4 TWh: what's the extra cost"
  [
    /\bfrom (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) cents (?:a|per|\/) ?kwh\b.*?(\d[\d.,]* ?[gmt]wh)\b.*\b(?:extra|more|additional|increase|difference)\b/i,
    ([before = "", after = "", energy]) =>
      `${energy} * $${Math.round((Number(after) - Number(before)) * 1e4) / 1e6}/kWh`,
  ],
  // "Useful life cut from six years to four on a $36bn base: by how much does the yearly depreciation go up"
  [
    new RegExp(
      String.raw`\b(?:life|lives|depreciat\w+|write[- ]?off)\b.*?\bfrom (\d+)(?: years?)? to (\d+)(?: years?)?\b.*?(${MONEY})\b.*\b(?:by how much|how much (?:more|less|higher|lower)|extra|increase|go(?:es)? up|change)\b`,
      "i",
    ),
    ([before = "", after = "", amount]) =>
      Number(before) > Number(after)
        ? `${amount} / ${after} years − ${amount} / ${before} years`
        : `${amount} / ${before} years − ${amount} / ${after} years`,
  ],
  // "A contract is 1.9 billion for 25,000 GPUs across 4 years (35,040 hours). What's that an hour per GPU"
  [
    new RegExp(
      String.raw`(${MONEY}|\d[\d.]* (?:billion|million) dollars?)\b[^\d]*(${COUNT}) (?:gpus?|chips?)\b.*?(\d[\d,]*) hours\b.*\b(?:an|per|each) hour\b`,
      "i",
    ),
    ([amount, count, hours]) => `${amount} / ${count} / ${hours}`,
  ],
];
