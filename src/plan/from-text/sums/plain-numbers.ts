/** The ways in which people write numbers and what they are for, made one: "four" in digits, "24/7", "x1.53", "per kW-month". */
import { digitsFor } from "../../number-words.ts";

/** "Six years instead of four": a word for a number whose unit stands elsewhere. */
const SMALL = "two three four five six seven eight nine ten".split(" ");
const OTHER_NUMBER = new RegExp(
  String.raw`\b((?:instead of|rather than|versus|vs\.?|compared (?:with|to)) )(${SMALL.join("|")})\b`,
  "gi",
);

/** "250 MW each month for a year": how long it goes on. */
const PACED_FOR_ONE =
  /(\b(?:(?:each|every|per|an?)\s(?:week|month|quarter|day|year)|monthly|quarterly)\b.{0,20}?\b)for (?:an?|one|the) (?:whole |full |next )?(year|quarter|month|week)\b/gi;

/** "Four, five and six years" are three lengths, and no eleven. */
const LISTED = new RegExp(
  String.raw`\b(?:${SMALL.join("|")})\b(?=(?:, and |, or |, | and | or | versus | vs )(?:${SMALL.join("|")})\b)`,
  "gi",
);

/** "$10B over six": years, at the end of what is said. */
const OVER_SO_MANY = new RegExp(String.raw`\b(over )(${SMALL.join("|")})(?=\s*[?.,;!]*$)`, "gi");

export const plainNumbers = (question: string): string =>
  digitsFor(question.replace(LISTED, (word) => `${SMALL.indexOf(word.toLowerCase()) + 2}`))
    .replace(/\b24 ?\/ ?7(?: ?\/ ?365)?\b/g, "around the clock")
    .replace(OVER_SO_MANY, (_all, before: string, word: string) => `${before}${SMALL.indexOf(word.toLowerCase()) + 2}`)
    .replace(OTHER_NUMBER, (_all, before: string, word: string) => `${before}${SMALL.indexOf(word.toLowerCase()) + 2}`)
    // "x1.53": a sign and a number.
    .replace(/(?<![\p{L}\d])[x×](?=\d)/giu, "x ")
    .replace(/(?<=\d)[\s-]?percent(?:age)? points?/gi, "%")
    // "$130 per kW-month" is for a kilowatt and a month.
    .replace(/(?<=\b(?:kw|mw|kilowatt|megawatt))[-\s](?=(?:months?|mo|years?|yr)\b)/gi, " per ")
    .replace(PACED_FOR_ONE, (_all, every: string, unit: string) => `${every}for 1 ${unit}`);
