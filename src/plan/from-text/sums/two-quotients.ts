/** What two amounts of money buy, each for its own power, against each other; or one of them against somebody's cost of a gigawatt. */
import { rateNamed } from "../rates-named.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const AGAINST =
  /\b(?:compar\w+|vs\.?|versus|against|relative to|cheap(?:er)?|expensive|dear(?:er)?|pric(?:y|ier)|above|below|higher|lower|more|less|than|or|line with|consistent|match\w*|agree\w*|square)\b/i;
const OVER = /^\s*(?:\/|for|over|per|÷|divided by|buys?)\s*$/i;

/** "$300B/4.5 GW compared with $100B/10 GW". */
export const twoQuotients: ReadSum = (sum) => {
  const [a, b, c, d, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  if (!a || !b || more.length > 0 || !AGAINST.test(sum.words)) return null;
  if (!c) return againstNamed(sum, a, b);
  if (!d) return againstRate(sum, a, b, c);
  if (!isQuotient(sum.text, a, b) || !isQuotient(sum.text, c, d) || a.unit !== c.unit) return null;
  if (!sum.complete([a, b, c, d])) return null;
  const per = /\b(?:per|an?|each|\/) ?(?:mw|megawatt)\b/i.test(sum.words) ? "MW" : "GW";
  const lines: SumLine[] = [each(a, b, per), each(c, d, per), { label: "ratio", expression: "#1 / #2" }];
  return evaluated(lines, {
    title: `${a.text} for ${b.text} against ${c.text} for ${d.text}`.slice(0, 120),
    lead: [1, 2, 3],
  });
};

const isQuotient = (text: string, money: Term, power: Term): boolean =>
  money.kind === "money" && power.kind === "power" && OVER.test(text.slice(money.end, power.start));

const each = (money: Term, power: Term, per = "GW"): SumLine => ({
  label: `${money.text} for ${power.text}`.slice(0, 80),
  expression: `${write(money)} / (${write(power)}) in ${money.unit}/${per}`,
});

/** "Is 10 GW at $500B consistent with $50B per GW". */
function againstRate(sum: Sum, a: Term, b: Term, rate: Term) {
  const [money, power] = a.kind === "money" ? [a, b] : [b, a];
  const at = money === b && /^\s*(?:at|for|@)\s*$/i.test(sum.text.slice(a.end, b.start));
  if (rate.kind !== "rate" || money.kind !== "money" || power.kind !== "power") return null;
  if (!(at || isQuotient(sum.text, money, power)) || !sum.complete([a, b, rate])) return null;
  return evaluated(
    [
      each(money, power),
      { label: rate.text.slice(0, 80), expression: write(rate) },
      { label: "ratio", expression: "#1 / #2" },
    ],
    { title: `${money.text} for ${power.text} against ${rate.text}`.slice(0, 120), lead: [1, 2, 3] },
  );
}

/** "Is $400B for 10 GW cheap compared to Jensen": for each gigawatt, beside the estimate that is named. */
function againstNamed(sum: Sum, money: Term, power: Term) {
  const rate = rateNamed(sum.reading);
  const { deals } = sum.reading.names;
  if (!rate || deals.length > 0 || !isQuotient(sum.text, money, power) || !sum.complete([money, power])) return null;
  return evaluated(
    [
      each(money, power),
      { label: sum.reading.library.rates.get(rate)?.name.slice(0, 80) ?? "", expression: `@${rate}` },
      { label: "ratio", expression: "#1 / #2" },
    ],
    { title: `${money.text} for ${power.text} against an estimate`, lead: [1, 2, 3] },
  );
}
