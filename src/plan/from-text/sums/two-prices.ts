/** One power at two prices of electricity: what each costs in a year, and what lies between them. */
import { currencyOf } from "./lending.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write, writeShare } from "./write-term.ts";

const AGAINST = /^\s*(?:vs\.?|versus|or|against|instead of|rather than|to|and|compared (?:to|with))\s*$/i;

export const twoPrices: ReadSum = (sum) => {
  const power = sum.one("power");
  const prices = sum.terms.filter(
    ({ kind, high, scaled }) => kind === "price" || (kind === "money" && !scaled && high < 1_000),
  );
  const [first, second, ...more] = prices;
  const [load, ...loads] = inRole(sum, "load");
  if (!power || !first || !second || more.length + loads.length > 0 || !prices.some(({ kind }) => kind === "price"))
    return null;
  if (!AGAINST.test(sum.text.slice(first.end, second.start)) || !sum.complete([power, first, second, load]))
    return null;
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
