/** Sums that are told as a story, in the words that the calculator reads: "first 1 GW at $42B, next 2 at $50B each", "capped at $38B at 20% – how much revenue before the cap". */
import { gated } from "../../knowledge/gated.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";
import { digitsFor } from "../number-words.ts";
import { withMinus } from "./formula.ts";
import { MONEY, perGw, type Story } from "./stories/amounts.ts";
import { OF_BUDGETS } from "./stories/of-budgets.ts";
import { OF_BUSINESS } from "./stories/of-business.ts";
import { OF_CHANGE } from "./stories/of-change.ts";
import { OF_EACH } from "./stories/of-each.ts";
import { OF_MACHINES } from "./stories/of-machines.ts";
import { OF_PARTS } from "./stories/of-parts.ts";
import { OF_POWER } from "./stories/of-power.ts";

/** The first that fits and can be told. */
const STORIES: readonly Story[] = [
  ...OF_POWER,
  ...OF_PARTS,
  ...OF_EACH,
  ...OF_CHANGE,
  ...OF_BUDGETS,
  ...OF_BUSINESS,
  ...OF_MACHINES,
];

/** "First 1 GW at $42B, next 2 GW at $50B each": one phase behind the other, each at its price. */
const PHASE = new RegExp(
  String.raw`(?:(?:the )?(?:first|next|then|last|another|final|remaining|second|third|other)(?: the)? )+(\d[\d.,]*) ?(gws?|gigawatts?) (?:at|for|costs?|priced at) (${MONEY})(?: ?(?:/|per|an?) ?(?:gw|gigawatt))?(?: (?:each|apiece))?`,
  "gi",
);
/** "At a cent each" */
/** "From six years to four" */
const TO_YEARS = gated(
  /\bfrom \w+ years? to (?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b(?! years?)/gi,
);
const CENTS = gated(/(?<=\bat )(an?|one|\d{1,2}(?:\.\d+)?) cents? (?=(?:each|apiece|per share|a share|strike)\b)/gi);

/** Characters: nobody tells a longer story to a calculator. */
const LONGEST = 400;

const TOLD = patternTable(STORIES, ([pattern]) => pattern);

/** Other texts come back as they are. */
export function inNumbers(given: string): string {
  const said = withMinus(given);
  if (!/\d/.test(said) || said.length > LONGEST) return said;
  const text = digitsFor(
    said
      .replace(TO_YEARS, "$& years")
      .replace(CENTS, (_all, cents: string) => `$${/^an?$|^one$/i.test(cents) ? 0.01 : Number(cents) / 100} `),
  );
  const phases = [...text.matchAll(PHASE)];
  if (phases.length > 1)
    return `${phases.map(([, power, unit, at = ""]) => `${power} ${unit} at ${perGw(at)}`).join(", ")}: total and average per GW`;
  for (const [pattern, told] of TOLD.open(`${text}\n${said}`)) {
    // "A quarter of $4bn in sales" is a time as it is written, and a part in digits.
    const found = pattern.exec(text) ?? pattern.exec(said);
    const plain = found && told(found.slice(1), text);
    if (plain) return plain;
  }
  return text === digitsFor(said) ? said : text;
}
