/** What a question says to assume: "at 80% load", "PUE 1.2", "$70/MWh", "server factor 1.53", "over 6 years". */
import type { Input } from "../../calculator/chain/names.ts";
import { parseAssumption } from "../assumption.ts";
import type { PlanInput } from "../plan.ts";

type Assume = NonNullable<Extract<PlanInput, { kind: "estimate" }>["assume"]>;
const N = String.raw`(\$?(?<![\d.])(?:\d+(?:\.\d+)?|\.\d+)(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?%?)`;
const OF = String.raw`\s*(?:of|is|=|:|at|(?:down |up |now )?(?:to|at)|now)?\s*`;
/** What a kilowatt-hour costs, as dollars for a megawatt-hour. */
const CENTS =
  /(?<![\d.])(\d+(?:\.\d+)?) ?(?:us )?(?:cents?|¢|ct|c)\b(?: ?(?:\/|per|an?) ?(?:kwh|kilowatt[- ]hours?))?/gi;

/** The word before or behind its number. */
const either = (words: string): RegExp => new RegExp(String.raw`\b(?:${words})${OF}${N}|${N}\s*(?:${words})\b`, "i");

const SAID: readonly (readonly [Input, RegExp])[] = [
  ["load", either("load(?: factor)?|utili[sz]ation|capacity factor")],
  // "Running at 90%", "averaging 75% of nameplate".
  [
    "load",
    new RegExp(
      String.raw`\b(?:(?:runn?ing|runs?|operat(?:es?|ing)) at (?:an? )?(?:average (?:of )?)?|averag(?:es?|ed|ing) )${N}(?= ?(?:of (?:nameplate|capacity|full)|load|on average|[?.,;]|$))`,
      "i",
    ),
  ],
  ["pue", either("pue")],
  ["server", either("server (?:factor|overhead)")],
  ["network", either("it (?:factor|overhead)|network (?:factor|overhead)")],
  ["overhead", either("facility (?:factor|overhead)|peak overhead|site (?:factor|overhead)")],
  ["price", new RegExp(String.raw`${N}\s*(?:dollars?)?\s?(?:\/|per|an?)\s?(?:mwh|megawatt[- ]hours?)`, "i")],
  ["rent", new RegExp(String.raw`${N}\s*(?:dollars?)?\s?(?:\/|per|an?)\s?(?:gpu[- ]?hours?|hour)`, "i")],
  [
    "life",
    new RegExp(
      String.raw`\b(?:(?:server|it|chip|gpu) life${OF}${N}|(?:over|with) (?:an? )?${N}[- ]years?(?: (?:server|it|chip|gpu))?(?: li(?:fe|ves))?)`,
      "i",
    ),
  ],
  [
    "debt",
    new RegExp(
      String.raw`\b(?:at|interest(?: rate)?(?: of)?)\s+${N}(?=\s*(?:interest|a year|per year|p\.?a\.?|for (?:the )?(?:debt|money)|$|[?,.;]))`,
      "i",
    ),
  ],
  ["sold", either("sold|rented(?: out)?|occupancy")],
  ["margin", either("margin")],
  ["late", either("late|slip(?:page)?")],
  ["chip-power", new RegExp(String.raw`${N}\s?kw\b`, "i")],
];

/** Assumptions that bear on what is asked; a number that cannot be meant is left out. */
export function assumptionsSaid(question: string): { assume: Assume; left: string } {
  const assume: Assume = [];
  let left = question.replace(CENTS, (_all, cents: string) => `$${Number((Number(cents) * 10).toPrecision(12))}/MWh`);
  for (const [input, pattern] of SAID) {
    const match = pattern.exec(left);
    const number = match?.slice(1).find((group) => group !== undefined);
    if (!match || !number || (input === "debt" && !number.includes("%"))) continue;
    const expression = parseAssumption(input, number);
    if (expression === null || assume.some((one) => one.input === input)) continue;
    assume.push({ input, expression });
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
  }
  return { assume, left };
}
