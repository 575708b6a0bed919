/** Units as people write them behind a number → units of expressions (src/calculator/units.ts). */

/** The first that fits is taken, so longer words stand before shorter ones. */
const WORDS: readonly (readonly [unit: string, words: string])[] = [
  ["gpu-hour", "(?:gpu|chip|accelerator)[- ]?(?:hours?|hrs?|h)"],
  ["GW-year", "(?:gw|gigawatt)[- ](?:years?|yrs?)(?![- ]?(?:round|long))"],
  ["PWh", "pwhs?|petawatt[- ]?hours?"],
  ["TWh", "twhs?|terawatt[- ]?hours?"],
  ["GWh", "gwhs?|gigawatt[- ]?hours?"],
  ["MWh", "mwhs?|megawatt[- ]?hours?"],
  ["kWh", "kwhs?|kilowatt[- ]?hours?"],
  ["TW", "tws?|terawatts?"],
  ["GW", "gws?|gigawatts?|gigs?"],
  ["MW", "mws?|megawatts?|megs"],
  ["kW", "kws?|kilowatts?"],
  ["W", "watts?|w"],
  ["cent", "(?:us )?cents?|¢|ct|c"],
  ["USD", String.raw`usd|us dollars?|u\.s\. dollars?|dollars?|bucks`],
  ["EUR", "eur|euros?"],
  ["JPY", "jpy|yen"],
  ["CAD", "cad|canadian dollars?"],
  ["AUD", "aud|australian dollars?"],
  ["INR", "inr|rupees?"],
  ["GBP", String.raw`gbp|pounds? sterling|sterling|pounds?(?! of\b)`],
  ["bp", "basis points?|bps?|bips"],
  ["%", "%|percent|per cent|pct|percentage points?"],
  ["year", "years?|yrs?|y|annum"],
  ["quarter", "quarters?|qtrs?"],
  ["month", "months?|mos?|mths?"],
  ["week", "weeks?|wks?"],
  ["day", "days?"],
  ["hour", "hours?|hrs?|h"],
  ["share", "(?:amd |warrant )?shares?|warrants?|stocks?"],
  ["rack", String.raw`(?:nvl ?\d+ )?(?:racks?)`],
  [
    "chip",
    "¤+(?!¤)s?(?! (?:racks?|nvl))|(?:ai )?(?:gpus|chips|accelerators|tpus|packages|(?:gpu|chip|accelerator|tpu)(?! (?:bills?|orders?|costs?|spend(?:ing)?|purchases?|contracts?|deals?|outlays?|budgets?|commitments?|leases?|loans?)\\b))",
  ],
  ["home", "(?:us |american |average )*(?:homes?|households?|houses)"],
  ["Mt", "mt(?:co2)?|(?:million )(?:metric )?(?:tonnes|tons)"],
  ["t", "(?:metric )?(?:tonnes?|tons?)(?: of)?(?: co2)?|tco2|t co2|t(?= ?(?:/|per) ?[kmg]wh)"],
  ["kg", "kgs?|kilograms?|kilos?"],
  ["lb", "lbs?(?: of)?(?: co2)?|pounds? of co2"],
  ["g", "g(?:rams?)?(?:[ -]?co2)?|gco2"],
  ["gal", "(?:us )?gal(?:lon)?s?"],
  ["L", "l|lit(?:re|er)s?"],
  ["site", "sites?|campuses|campus|buildings?|phases?|locations?|halls?|blocks?|reactors?|deals?"],
];

export const UNIT_PATTERN: string = WORDS.map(([, words]) => `(?:${words})`).join("|");
const READ: readonly (readonly [string, RegExp])[] = WORDS.map(([unit, words]) => [
  unit,
  new RegExp(`^(?:${words})$`, "i"),
]);

/** "" where the word is no unit. */
export const unitNamed = (word: string): string =>
  /^t$/i.test(word.trim()) ? "t" : (READ.find(([, pattern]) => pattern.test(word.trim()))?.[0] ?? "");
