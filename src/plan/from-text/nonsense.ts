/** "3 GW of apples", "gw gw per banana": words of the field about nothing in it. What they would be read as without the rest is no answer. */
import { isEveryday, isFiller } from "../../knowledge/question-words.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { root } from "../../knowledge/words.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sourceWithoutCost } from "./source-without-cost.ts";

const POWER = "(?:gws?|mws?|kws?|gigawatts?|megawatts?|kilowatts?)";
const ENDS = "(?=\\W*$|[,;?!.]| (?:costs?|price|worth|at|for|in|with|divided|times|cheap\\w*|expensive|why)\\b)";
/** What power or money is of, as a noun by itself. */
const COUNTED: readonly RegExp[] = [
  `\\b${POWER} (?:of|per) (?:an? |the |my |your )?(\\p{L}{3,})${ENDS}`,
  `\\b${POWER} per (?!annum\\b|capita\\b)(\\p{L}{3,})`,
  `[$€£]\\s?[\\d.,]+ ?(?:[kmbt]|bn|mn|million|billion|trillion)? of (?:the )?(\\p{L}{3,}s)${ENDS}`,
].map((pattern) => new RegExp(pattern, "iu"));

export const nonsense: ReadRule = {
  name: "nonsense",
  read: (reading) =>
    countsNothingKnown(reading) || isStammered(reading) ? { kind: "decline", reason: "not-understood" } : null,
};

const MONEY = /^[A-Z]{3}$/;
const SEVERAL = 2;
const OWN_PRICE = new RegExp(`[$€£]\\s?\\d[^?]{0,20}(?:/|\\b(?:per|an?|each)) ?${POWER}\\b`, "i");

/** What is counted is a word that no sentence of the records has: they have nothing to say of it. */
const countsNothingKnown = (reading: Reading): boolean =>
  // At the asker's own price anything can be worked out.
  !OWN_PRICE.test(reading.question) &&
  // Several sums of money are the asker's own books: "$8.5bn of borrowings, $1.3bn in the bank".
  reading.quantities.filter(({ quantity }) => MONEY.test(quantity.unit)).length < SEVERAL &&
  // The price of what is no power is said to be missing.
  sourceWithoutCost(reading) === null &&
  COUNTED.some((pattern) => {
    const { question, library, names } = reading;
    const found = pattern.exec(question);
    const [word] = found?.slice(1).filter((one) => one !== undefined) ?? [];
    if (!found || word === undefined) return false;
    const at = found.index + found[0].lastIndexOf(word);
    const isNamed = names.mentions.some(({ start, end }) => start <= at && at < end);
    return !isNamed && !isFiller(root(word)) && !isEveryday(root(word)) && !hasWord(library, word);
  });

function hasWord(library: Reading["library"], word: string): boolean {
  if (!library.knowsWord(word)) return false;
  const itself = new RegExp(`\\b${word}`, "iu");
  return statementsOf(library).all.some(({ text }) => itself.test(text));
}

/** "Megawatt megawatt oracle oracle": the same again, over and over; one doubled word is a slip. */
function isStammered({ question }: Reading): boolean {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let [doubled, row, longest] = [0, 1, 1];
  for (const [at, word] of words.entries()) {
    row = word === words[at - 1] && !/\d/.test(word) ? row + 1 : 1;
    if (row === 2) doubled++;
    longest = Math.max(longest, row);
  }
  return words.length > 1 && words.length <= MOST_WORDS && (doubled > 1 || longest > 2);
}
/** More of them say something beside what is doubled. */
const MOST_WORDS = 10;
