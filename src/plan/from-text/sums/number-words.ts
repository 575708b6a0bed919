/** Numbers in words as digits: "one and a half gigawatts", "forty-two billion", "a dozen sites", "half a gigawatt". */

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["fourty", 40],
  ["dozen", 12],
  ["couple", 2],
]);
const ONE = [...VALUES.keys(), "hundred"].join("|");
/** What a number in words stands before, so that "Three Mile Island" stays a name. */
const COUNTED =
  "thousand|million|billion|trillion|bn|gigawatts?|gw|gigs?|megawatts?|mw|kilowatts?|kw|terawatts?|[kmgt]wh|[a-z]+watt[- ]hours?|dollars?|bucks|euros?|pounds?|cents?|percent|per cent|%|pct|years?|yrs?|months?|quarters?|weeks?|days?|hours?|gpus?|chips?|accelerators?|racks?|shares?|sites?|campuses|buildings?|phases?|homes?|times|of (?:them|these|those)|grams?|tonnes?|tons?";
const BEHIND = String.raw`(?=[\s-]+(?:of\s+(?:an?\s+)?)?(?:${COUNTED})\b|\s*%)`;
const WORDED = new RegExp(
  String.raw`\b(?:an?\s+(?=dozen|couple|hundred))?(?:${ONE})(?:[\s-]+(?:and[\s-]+)?(?:${ONE}))*(?:[\s-]+(?:and[\s-]+)?a[\s-]+(half|quarter))?(?:\s+of)?${BEHIND}`,
  "gi",
);
const HALVES: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // "a gigawatt and a half", "2 GW and a half"
  [
    /\b(?:(\d+)|an?)\s+(gigawatts?|gw|gigs?|billion|trillion|million)\s+and\s+a\s+half\b/gi,
    (_all, n, unit) => `${n ?? 1}.5 ${unit}`,
  ],
  [/\b(\d+)\s+and\s+a\s+half\b/gi, "$1.5"],
  [/\b(\d+) (?:1\/2|½)(?!\d)/g, "$1.5"],
  [
    /\b(?:a\s+)?half(?:\s+an?|\s+of an?|\s+a)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?|megawatts?|terawatts?)\b)/gi,
    "0.5 ",
  ],
  [/\b(?:a\s+)?quarter(?:\s+of)?(?:\s+an?)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?)\b)/gi, "0.25 "],
  [/\bthree[\s-]quarters?(?:\s+of)?(?:\s+an?)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?)\b)/gi, "0.75 "],
];

/** A text in which numbers that count something stand in digits. */
export function digitsFor(text: string): string {
  let out = text.replace(WORDED, (whole: string, fraction: string | undefined) => {
    const value = inDigits(whole.toLowerCase().replace(/\s+of$/, ""));
    return `${value + (fraction ? (fraction.toLowerCase() === "half" ? 0.5 : 0.25) : 0)}`;
  });
  for (const [pattern, put] of HALVES) out = out.replace(pattern, put as string);
  return out.replace(/\b(\d+(?:\.\d+)?) of (?=gigawatts?\b)/g, "$1 ");
}

function inDigits(words: string): number {
  let total = 0;
  for (const word of words.split(/[\s-]+/)) {
    if (word === "hundred") total = (total || 1) * 100;
    else if (word === "dozen" && total > 0) total *= 12;
    else if (word !== "half" && word !== "quarter") total += VALUES.get(word) ?? 0;
  }
  return total;
}
