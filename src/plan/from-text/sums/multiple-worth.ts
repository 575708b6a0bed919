/** What so many times a sum is: "at 15x revenue of $13.1B, what is it worth", "a 20x multiple on $25B". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const MULTIPLE =
  /^\s?(?:x|×|times|-?fold)?\s*(?:(?:ev\/|forward |trailing |price[- ]to[- ])?\w+ )?(?:multiple|x)\b|^\s?(?:x|×|times)\s+(?:\w+ ){0,2}(?:revenues?|sales|arr|run[- ]rate|ebitda|earnings|backlog)\b/i;
const WORTH = gated(/\b(?:worth|valu(?:ed?|ation|es)|market cap|price|comes? to|what|give[sn]?)\b/i);

export const multipleWorth: ReadSum = (sum) => {
  const [times, ...more] = sum
    .of("number")
    .filter(({ scaled, unit, after }) => !scaled && unit === "" && MULTIPLE.test(after));
  const money = sum.one("money", "flow");
  if (!times || more.length > 0 || !money || !WORTH.test(sum.words) || !sum.complete([times, money])) return null;
  const factor = times.low === times.high ? `${times.low}` : `(${times.low}-${times.high})`;
  return evaluated([
    { label: `${times.text} times ${money.text}`.slice(0, 80), expression: `${write(money)} * ${factor}` },
  ]);
};
