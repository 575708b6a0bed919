/** One power at two prices of electricity, or at two costs of a gigawatt: what each comes to, and what lies between them. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const AGAINST = /^\s*(?:vs\.?|versus|or|against|instead of|rather than|to|and|compared (?:to|with))\s*$/i;

/** "From $60 to $86 per MWh": what the one and the other cost. */
const MOVES = gated(
  /\b(?:from|ris(?:es?|ing)|rose|falls?|fell|goes|went|drops?|extra|more|less|sav\w+|difference|instead)\b/i,
);
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

const BETWEEN = gated(/\b(?:difference|gap|spread)\b|\bhow much (?:more|less|extra|dearer|cheaper)\b|\bextra\b/i);

/** "Difference between $30B and $60B per GW for 7 GW". */
export const twoRates: ReadSum = (sum) => {
  const [power, rates] = [sum.one("power"), sum.of("rate")];
  const ends = rates.flatMap((rate) => rate.ends.map((end) => ({ ...rate, low: end, high: end })));
  const [first, second, ...more] = ends;
  if (!power || !first || !second || more.length > 0 || !BETWEEN.test(sum.words)) return null;
  if (first.unit !== second.unit || !sum.complete([power, ...rates])) return null;
  const [high, low] = first.high >= second.high ? [first, second] : [second, first];
  const lines = [high, low].map((rate) => ({
    label: `at ${rate.low / 10 ** (3 * Math.floor(Math.log10(rate.low) / 3))}`,
    expression: `${write(power)} * ${write(rate)}`,
  }));
  return evaluated([...lines, { label: "difference", expression: "#1 - #2" }], {
    title: `${power.text} at two costs of a gigawatt`,
    lead: [3, 1, 2],
  });
};

const OF_IT = gated(
  /\b(?:goes? to|takes?|gets?|share|part|portion|slice|cut|how much of|for (?:chips|gpus|servers))\b/i,
);

/** "Of 10 GW at $50B, how much goes to Nvidia if it takes $35B per GW": the smaller rate is a part of the larger. */
export const partAtRates: ReadSum = (sum) => {
  const [power, rates] = [sum.one("power"), sum.of("rate").filter(({ low, high }) => low === high)];
  const [one, other, ...more] = rates;
  if (!power || !one || !other || more.length > 0 || one.unit !== other.unit || !OF_IT.test(sum.words)) return null;
  if (!sum.complete([power, one, other])) return null;
  const [whole, part] = one.high >= other.high ? [one, other] : [other, one];
  return evaluated(
    [
      { label: "part", expression: `${write(power)} * ${write(part)}` },
      { label: "whole", expression: `${write(power)} * ${write(whole)}` },
      { label: "share", expression: "#1 / #2 in %" },
    ],
    { title: `${power.text}: ${part.text} of ${whole.text}`.slice(0, 120), lead: [1, 2, 3] },
  );
};
