/** The same amount paid several times: "three tranches of 10 billion", "10bn tranches in april, july and october", "$1B four times a year for 3 years". */
import { gated } from "../../../knowledge/gated.ts";
import { numberOfWord } from "../../number-words.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const PAYMENT =
  "(?:tranches|payments|instal?lments|cheques|checks|draw(?:down)?s|drawings|slices|closings|transfers|chunks|increments)";
const COUNTED = new RegExp(
  String.raw`\b([a-z]+|\d+) (?:equal |separate |yearly |annual |quarterly |monthly )?${PAYMENT}\b`,
  "i",
);
const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/gi;
const BY_MONTHS = new RegExp(String.raw`${PAYMENT}\b.*?\b(?:in|for|due|each|on)\b`, "i");
const A_YEAR = gated(/^\s*times (?:a|per|each|every) (year|month|quarter)\b/i);
const OTHERWISE = /\b(?:share|fraction|percent\w*|per ?cent|interest|split|divided?|left|remain\w*|rest)\b|%/i;
const MOST = 60;

export const paidInTurns: ReadSum = (sum) => {
  const money = sum.one("money");
  if (!money || OTHERWISE.test(sum.words)) return null;
  return timesAYear(sum, money) ?? counted(sum, money) ?? inMonths(sum, money);
};

function counted(sum: Sum, money: Term) {
  const match = COUNTED.exec(sum.text);
  const [, said = ""] = match ?? [];
  const number = sum.one("number");
  const count = /^\d+$/.test(said) ? Number(said) : numberOfWord(said);
  if (!match || count === null || count < 2 || count > MOST || !sum.complete([money, number])) return null;
  if (number && (number.low !== count || number.start !== match.index)) return null;
  return times(money, count, said);
}

/** As many as months are named. */
function inMonths(sum: Sum, money: Term) {
  if (!BY_MONTHS.test(sum.text.slice(money.start)) || !sum.complete([money])) return null;
  const months = new Set(
    sum.words
      .slice(money.end)
      .match(MONTH)
      ?.map((month) => month.slice(0, 3).toLowerCase()),
  );
  return months.size > 1 ? times(money, months.size, `${months.size}`) : null;
}

const times = (money: Term, count: number, said: string) =>
  evaluated([{ label: `${said} times ${money.text}`, expression: `${count} * (${write(money)})` }]);

function timesAYear(sum: Sum, money: Term) {
  const [number, time] = [sum.one("number"), sum.one("time")];
  const [, period] = (number && A_YEAR.exec(number.after)) ?? [];
  if (!number || !period || number.low < 2 || number.low !== number.high || !sum.complete([money, number, time]))
    return null;
  const flow = `${number.low} * (${write(money)}) / 1 ${period}`;
  return evaluated([
    time
      ? {
          label: `${money.text} ${number.low} times a ${period} for ${time.text}`,
          expression: `${flow} * ${write(time)}`,
        }
      : { label: `${money.text} ${number.low} times a ${period}`, expression: flow },
  ]);
}
