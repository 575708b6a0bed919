/** "A gigawatt of wind", "3 gigawatts of oranges": what power is of, of which no cost is on record, where none is given. */
import { gated } from "../../knowledge/gated.ts";
import type { Reading } from "./reading.ts";
import { readSum } from "./sums/sum.ts";

/** In words, as an answer says what is missing; null where nothing is. */
export function sourceWithoutCost(reading: Reading): string | null {
  const [, source] = OTHER_SOURCES.exec(reading.question) ?? [];
  const strange = OF_WHAT.exec(reading.question)?.[1]?.toLowerCase();
  if (strange && COST.test(reading.question) && !OF_THE_FIELD.test(strange) && !reading.library.knowsWord(strange))
    return `the cost of a gigawatt of ${strange}`;
  if (!source || !COST.test(reading.question)) return null;
  const priced = readSum(reading).terms.some(({ kind }) => kind === "money" || kind === "price" || kind === "rate");
  return priced
    ? null
    : `the cost of a gigawatt of ${/^smrs?$/i.test(source) ? "small modular reactors" : source.toLowerCase()}`;
}
const OTHER_SOURCES = gated(
  /\b(?:[gm]ws?|gigawatts?|megawatts?)\s(?:worth )?(?:of )?(?:new |own |onshore |offshore )?(wind|hydro|geothermal|coal|fusion|biomass|tidal|diesel|fuel cells?|smrs?|small (?:modular )?reactors?|microreactors?|transmission|substations?)\b/i,
);
/** "Gigawatts of oranges", at the end of what is asked. */
const OF_WHAT = gated(/\b(?:[gm]ws?|gigawatts?|megawatts?) of ([a-z]{4,})\s*[?.!]*$/i);
const OF_THE_FIELD = /^(?:data|dc|comput|capacit|sites?|campus|cent|cloud|infra|server|inferenc|train)/;
const COST = gated(/\b(?:costs?|price|capex|spend|budget|how much(?! (?:power|energy|electricity))|expensive)\b/i);
