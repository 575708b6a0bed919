/** One power at two prices of electricity: what each costs in a year, and what lies between them. */
import { currencyOf } from "./lending.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const AGAINST = /^\s*(?:vs\.?|versus|or|against|instead of|rather than|to|and|compared (?:to|with))\s*$/i;

/** "From $60 to $86 per MWh": what the one and the other cost. */
const MOVES =
  /\b(?:from|ris(?:es?|ing)|rose|falls?|fell|goes|went|drops?|extra|more|less|sav\w+|difference|instead)\b/i;
const endsOf = (price: Term): Term[] =>
  price.ends.length === 2
    ? price.ends.map((end) => ({ ...price, low: end, high: end, text: `${end} ${price.unit.replace("USD/", "$/")}` }))
    : [price];

export const twoPrices: ReadSum = (sum) => {
  const power = sum.one("power");
  const prices = sum.terms.filter(
    ({ kind, high, scaled }) => kind === "price" || (kind === "money" && !scaled && high < 1_000),
  );
  const [first, second, ...more] = prices.length === 1 ? prices.flatMap(endsOf) : prices;
  const [load, ...loads] = inRole(sum, "load");
  if (!power || !first || !second || more.length + loads.length > 0 || !prices.some(({ kind }) => kind === "price"))
    return null;
  const range = prices.length === 1 && MOVES.test(sum.words);
  const against = range || (prices.length === 2 && AGAINST.test(sum.text.slice(first.end, second.start)));
  if (!against || !sum.complete([power, ...prices, load])) return null;
  const per = prices.find(({ kind }) => kind === "price")?.unit ?? "USD/kWh";
  const used = load ? ` * ${writeShare(load)}` : "";
  const lines = [first, second].map((price) => ({
    label: `at ${price.text}`,
    expression: `${write(power)} * ${write(price, per)}${used} in ${currencyOf(price)}/year`,
  }));
  const [dear, cheap] = first.high >= second.high ? ["#1", "#2"] : ["#2", "#1"];
  return evaluated([...lines, { label: "difference", expression: `${dear} - ${cheap}` }], {
    title: `${power.text} at ${first.text} and at ${second.text}`.slice(0, 120),
    lead: [3, 1, 2],
  });
};
