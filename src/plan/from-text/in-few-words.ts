/** An amount and one word for what is wanted of it, in any order: "5gw twh", "homes 1 GW?", "racks for 300mw", "100bn -> GW". */
import { CHIP_NAME } from "../given.ts";
import { digitsFor } from "../number-words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** A question this short says nothing beside the amount and the word. */
const MOST_LETTERS = 60;
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?\s?(?:k|thousand|million|mn|m)?`;
const POWER = /(?<![$€£\d.])(\d[\d,]*(?:\.\d+)?)\s?(gws?|gigawatts?|gigs?|mws?|megawatts?)\b/gi;
const MONEY =
  /(?:[$€£]\s?\d[\d,.]*\s?(?:bn?|billion|tn?|trn|trillion|mn?|million)\b|\d[\d,.]*\s?(?:bn|b|billion|tn|trn|trillion)\b)/gi;
const THINGS = new RegExp(
  String.raw`(?<![$€£\d.])${NUMBER}\s?(?:(?:nvidia|amd)\s)?(?:${CHIP_NAME.source}(?:\s(?:racks?|gpus?|chips?))?|(?:nvl72 )?racks?|gpus?|chips?|accelerators?)s?\b`,
  "gi",
);

type Asked = readonly [words: RegExp, asks: (amount: string, flatOut: string) => string];
const OF_POWER: readonly Asked[] = [
  [
    /^(?:[tgmk]whs?|energy|electricity|consumption|terawatt-?hours?)$/,
    (amount, flat) => `energy of ${amount}${flat} for a year`,
  ],
  [/^racks?$/, (amount) => `how many racks fit in ${amount}`],
  [/^(?:gpus?|chips?|accelerators?)$/, (amount) => `how many gpus fit in ${amount}`],
  [/^(?:homes?|households?|houses)$/, (amount) => `how many homes could ${amount} power`],
  [/^(?:water|litres|liters)$/, (amount) => `how much water does ${amount} use`],
  [/^(?:co2|carbon|emissions?)$/, (amount) => `co2 of ${amount}`],
  [/^(?:depreciation)$/, (amount) => `depreciation of ${amount}`],
  [/^(?:gws?|gigawatts?)$/, (amount) => (/m/i.test(amount) ? `${amount} in GW` : "")],
  [/^(?:mws?|megawatts?)$/, (amount) => (/g/i.test(amount) ? `${amount} in MW` : "")],
];
const OF_THINGS: readonly Asked[] = [
  [/^(?:power|draw|load|[gmk]ws?|gigawatts?|megawatts?|kilowatts?)$/, (amount) => `power of ${amount}`],
  [/^racks?$/, (amount) => (/racks?$/i.test(amount) ? "" : `racks for ${amount}`)],
  [/^(?:gpus?|chips?|accelerators?)$/, (amount) => (/racks?$/i.test(amount) ? `how many gpus in ${amount}` : "")],
  // A rack that nobody names is one of those that are sold now.
  [
    /^(?:costs?|price[ds]?|bill|capex|dollars|worth|\$)$/,
    (amount) => `cost of ${CHIP_NAME.test(amount) ? amount : amount.replace(/\bracks?$/i, "GB300 racks")}`,
  ],
];
const OF_MONEY: readonly Asked[] = [
  [/^(?:gws?|gigawatts?|mws?|megawatts?)$/, (amount) => `what does ${amount} buy in GW`],
];
const KINDS: readonly (readonly [RegExp, readonly Asked[]])[] = [
  [THINGS, OF_THINGS],
  [POWER, OF_POWER],
  [MONEY, OF_MONEY],
];

/** Words that ask, or that say how long a year is. */
const FILLER = new Set(
  "a an the of for in to into as on at with from is are was be how many much what whats what's s that this it do does would will can could i we you me us get gets give gives need needs needed needing use uses used using run runs running fit fits hold holds house serve serves supply per year years yr yrs annual annually yearly each every one over total in all please pls thx thanks approx approximately about roughly around so and = then equals equal worth make makes come comes out so quick ballpark rough site campus datacenter center centre data load".split(
    " ",
  ),
);
/** What is asked for each of them is more than how many they are. */
const PER_POWER = /(?:\bper|\beach|\/) ?(?:[gm]w|gigawatt|megawatt|rack|gpu|chip)s?\b/i;
const FLAT_OUT =
  /\b24 ?\/ ?7\b|\b(?:non-?stop|flat out|around the clock|full (?:load|tilt)|continuous(?:ly)?|all year)\b/i;

export function inFewWords({ question, names, conversation, reread }: Reading): PlanInput | null {
  if (conversation.plan !== null || question.length > MOST_LETTERS || PER_POWER.test(question)) return null;
  if (names.deals.length + names.orgs.length + names.people.length + names.places.length > 0) return null;
  const flat = FLAT_OUT.test(question) ? " running flat out" : "";
  const text = digitsFor(question).replace(FLAT_OUT, " ");
  for (const [pattern, asked] of KINDS) {
    const [amount, ...more] = [...text.matchAll(pattern)];
    if (!amount || more.length > 0) continue;
    const rest = `${text.slice(0, amount.index)} ${text.slice(amount.index + amount[0].length)}`;
    if (/\d(?!\s?years?\b|\s?yrs?\b)/.test(rest.replace(/co2|\b1 (?=ye?a?r)/gi, " "))) return null;
    const words = rest
      .toLowerCase()
      .replace(/\b1 (?=ye?a?r)/g, " ")
      .split(/[\s,;:?!.=>→()/-]+/)
      .filter((word) => word !== "" && !FILLER.has(word));
    const wanted = asked.find(([of]) => words.length > 0 && words.every((word) => of.test(word)));
    const full = wanted?.[1](amount[0].trim(), flat) ?? "";
    if (full === "" || full.toLowerCase() === question.toLowerCase()) continue;
    const plan = reread(full);
    if (plan.kind === "estimate" || plan.kind === "evaluate") return plan;
  }
  return null;
}
