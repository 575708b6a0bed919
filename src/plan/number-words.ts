/** Numbers in words as digits: "one and a half gigawatts", "forty-two billion", "a dozen sites", "half a gigawatt". */
import { gated } from "../knowledge/gated.ts";
import { perText } from "../knowledge/per-text.ts";

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
const AMOUNTS =
  "thousand|million|billion|trillion|bn|gigawatts?|gw|gigs?|megawatts?|mw|kilowatts?|kw|terawatts?|[kmgt]wh|[a-z]+watt[- ]hours?|dollars?|bucks|euros?|pounds?|cents?|percent|per cent|%|pct";
/** "A seven-year deal" is a name as often as a number: only where something is calculated these are numbers. */
const THINGS =
  "years?|yrs?|months?|quarters?|weeks?|days?|hours?|gpus?|chips?|accelerators?|racks?|shares?|sites?|campuses|buildings?|phases?|homes?|times|of (?:them|these|those)|grams?|tonnes?|tons?";
const worded = (counted: string): RegExp =>
  new RegExp(
    String.raw`\b(?:an?\s+(?=dozen|couple|hundred))?(?:${ONE})(?:[\s-]+(?:and[\s-]+)?(?:${ONE}))*(?:[\s-]+(?:and[\s-]+)?a[\s-]+(half|quarter))?(?:\s+of)?(?=[\s-]+(?:of\s+(?:an?\s+)?)?(?:(?:extra|more|additional)\s+)?(?:${counted})\b|\s*%|\s+(?:to|and|or)\s+(?:(?:${ONE})[\s-]+)+(?:${counted})\b)`,
    "gi",
  );
const WORDED = worded(AMOUNTS);
const ALL_WORDED = worded(`${AMOUNTS}|${THINGS}`);
const HALVES: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // "a gigawatt and a half", "2 GW and a half"
  [
    /(?:\b(?:(\d+)|an?)\s+|^)(gigawatts?|gw|gigs?|billion|trillion|million)\s+and\s+a\s+half\b/gi,
    (_all, n, unit) => `${n ?? 1}.5 ${unit}`,
  ],
  [/\b(\d+)\s+and\s+a\s+half\b/gi, "$1.5"],
  [/\b(\d+) (?:1\/2|½)(?!\d)/g, "$1.5"],
  [
    /\b(?:a\s+)?half(?:\s+an?|\s+of an?|\s+a)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?|megawatts?|terawatts?|cents?)\b)/gi,
    "0.5 ",
  ],
  [/\b(?:a\s+)?quarter(?:\s+of)?(?:\s+an?)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?)\b)/gi, "0.25 "],
  [/\bthree[\s-]quarters?(?:\s+of)?(?:\s+an?)?[\s-]+(?=(?:million|billion|trillion|gigawatts?|gw|gigs?)\b)/gi, "0.75 "],
];

/** The number that a single word stands for; null where it stands for none. */
export const numberOfWord = (word: string): number | null => VALUES.get(word.toLowerCase()) ?? null;

/** A text in which numbers of money, power and energy stand in digits. */
export const digitsForAmounts = perText((text): string => digitsIn(text, WORDED));

/** "A four-year life versus six": the second length leaves out its unit. */
const SECOND_LENGTH = new RegExp(
  String.raw`(\b\d+[\s-]years?\b[^.?!;]{0,30}?\b(?:versus|vs\.?|against|or|and)\s)(${ONE})(?=\s*(?:[,.;:?!]|$))`,
  "gi",
);

/** A text in which all numbers that count something stand in digits. */
export const digitsFor = perText((text): string =>
  digitsIn(text, ALL_WORDED)
    .replace(
      SECOND_LENGTH,
      (_all, before: string, word: string) => `${before}${VALUES.get(word.toLowerCase()) ?? word} years`,
    )
    .replace(/\b(?:a|one) penny\b/gi, "1 cent")
    .replace(/\b(?:a|one) decade\b/gi, "10 years")
    .replace(/\b(\d+) decades\b/gi, (_all, count: string) => `${Number(count) * 10} years`)
    .replace(
      SEVERAL_PARTS,
      (_all, count: string, part: string) =>
        `${((VALUES.get(count.toLowerCase()) ?? Number(count)) * (SHARE_VALUES[part.toLowerCase()] ?? 0)).toPrecision(12)}%`,
    )
    .replace(SHARES_IN_WORDS, (_all, word: string) => `${SHARE_VALUES[word.toLowerCase()] ?? ""}%`),
);

/** "A quarter is late", "a third of 12 GW": shares, not lengths of time. */
const SHARES_IN_WORDS = gated(
  /(?:\b(?:an?|one)[\s-])?\b(half|third|quarter|fifth|tenth)(?! of 20\d\d\b)(?=(?:\s+of\s+(?:[\w.&-]+['’]s?\s+(?=[\d$€£]|(?:\w+ )?(?:warrants?|stake|shares)\b)|(?:the |an? )?(?:\w+ )?warrants?\b|it|them|that|this|the|its|their|(?:(?:an?|each|every)\s)?[\d$€£])|\s+(?:the|its|their|these|those)\s+[\d$€£])|\s+(?:is|are|comes?|arrives?|slips?|runs?|gets?)\s+(?:late|delayed|behind|on time|sold|reserved|set aside|kept|held back|spent|used|earmarked))/gi,
);
/** "Two thirds of $300B". */
const SEVERAL_PARTS = gated(/\b(\d|two|three|four|five|seven|nine)[\s-](third|quarter|fifth|tenth)s(?= of\b)/gi);
const SHARE_VALUES: Readonly<Record<string, number>> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20, tenth: 10 };

function digitsIn(text: string, pattern: RegExp): string {
  let out = text.replace(pattern, (whole: string, fraction: string | undefined) => {
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
