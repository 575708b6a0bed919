/** What owning and borrowing cost together: depreciation with interest, the parts of debt and equity, level payments beside interest only. */
import { gated } from "../../../knowledge/gated.ts";
import { rateNamed } from "../rates-named.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writePercentPerYear, writeShare } from "./write-term.ts";

const WEARS = /\b(?:depreciat\w*|straight[- ]line|writ(?:e|ten|ing)[- ]?(?:off|down)|life|lifetime|sl)\b/i;
const LENT = gated(/\b(?:interest|coupon|debt|loan|borrow\w*|cost of (?:debt|capital|money))\b/i);

/** What is paid for: money, or what a gigawatt costs where no power is given. */
function spent(sum: Sum): { term: Term; written: string } | null {
  const money = sum.one("money");
  if (money) return { term: money, written: write(money) };
  const [rate, power] = [sum.one("rate"), sum.one("power")];
  if (!rate || !/^(?:USD|EUR|GBP)\/[GMk]?W$/.test(rate.unit)) return null;
  const size = power ? write(power) : `1 ${rate.unit.split("/")[1]}`;
  return { term: rate, written: `(${write(rate)} * ${size})` };
}

/** "A $47B gigawatt: 5 years straight line plus 6% interest, what a year". */
export const yearlyOwning: ReadSum = (sum) => {
  const [of, life, percent, power] = [spent(sum), sum.one("time"), sum.one("percent"), sum.one("power")];
  if (!of || !life || !percent || !WEARS.test(sum.words) || !LENT.test(sum.words)) return null;
  if (
    /\b(?:level|annuity|amorti[sz]\w*|residual|salvage|interest[- ]only|(?:how much|total) interest)\b/i.test(sum.words)
  )
    return null;
  if (!/^(?:year|month)$/.test(life.unit) || !sum.complete([of.term, life, percent, power])) return null;
  if (roleOf(percent) !== null && roleOf(percent) !== "interest") return null;
  const currency = of.term.unit.split("/")[0] ?? "USD";
  return evaluated(
    [
      { label: "depreciation a year", expression: `${of.written} / (${write(life)}) in ${currency}/year` },
      { label: "interest a year", expression: `${of.written} * ${writePercentPerYear(percent)} in ${currency}/year` },
      { label: "both a year", expression: "#1 + #2" },
    ],
    { title: `${of.term.text} over ${life.text} at ${percent.text}`, lead: [3, 1, 2] },
  );
};

/** What a power costs at the price that is given or named, where no money is. */
function costOfPower(sum: Sum): Term | null {
  const [power, rate] = [sum.one("power"), sum.one("rate")];
  const named = rate ? null : rateNamed(sum.reading);
  if (!power || (!rate && !named)) return null;
  const expression = `(${write(power)} * ${rate ? write(rate) : `@${named}`})`;
  return { ...power, kind: "money", unit: rate?.unit.split("/")[0] ?? "USD", onRecord: { expression } };
}

const DEBT = gated(
  /\b(?:debt|borrow(?:ed|ing)?|loans?|levered|leverage|ltv|ltc|gearing|loan[- ]to[- ](?:value|cost))\b/i,
);
const EQUITY = gated(/\bequity\b/i);

/** "$38B, 70% debt at 7%": the two parts of the money, and what the debt costs. */
/** "A loan-to-cost of 70%", "70% LTV". */
const OF_COST = gated(/\b(?:loan[- ]to[- ](?:cost|value)|ltv|ltc|leverage|gearing)(?: (?:ratio|of|at|is))*\s*$/i);
const OF_COST_AFTER = gated(/^\s*(?:loan[- ]to[- ](?:cost|value)|ltv|ltc|leverage|gearing)\b/i);
export const debtAndEquity: ReadSum = (sum) => {
  const given = sum.one("money");
  const percents = sum.of("percent");
  const money = given ?? costOfPower(sum);
  if (!money || percents.length === 0 || percents.length > 3 || !DEBT.test(sum.words)) return null;
  if (/\b(?:blended|wacc|equity (?:wants|costs|return)|cost of equity)\b/i.test(sum.words)) return null;
  const beside = (term: Term) =>
    // "40% of a $22B campus is equity": behind the money that it is of.
    given && term.end < given.start && /^\s*of(?: an?| the| our)?\s*$/i.test(sum.text.slice(term.end, given.start))
      ? (/^(?: \w+){0,3}? (?:is|in|as|with|of) (\w+)/.exec(given.after)?.[1] ?? "")
      : (/^[\s\d.,]*(?:of )?(?:is |in |as )?(\w+)/.exec(term.after)?.[1] ?? "");
  const share = percents.find(
    (term) =>
      OF_COST.test(term.before) ||
      OF_COST_AFTER.test(term.after) ||
      DEBT.test(beside(term)) ||
      // "The rest is debt at 7.25%", "interest on debt at 10.5%": what it costs, and no part of it.
      (!(term.high < 25 && (/\bat\s*$/i.test(term.before) || percents.some((other) => EQUITY.test(beside(other))))) &&
        /\b(?:debt|borrow|leverage|ltv)(?: (?:is|of|at|share|part|for))*\s*:?\s*$/i.test(term.before)),
  );
  const equity = percents.find(
    (term) =>
      term !== share &&
      (EQUITY.test(beside(term)) || /\bequity(?: (?:is|of|at|share|part|for))*\s*:?\s*$/i.test(term.before)),
  );
  const [rate, ...more] = percents.filter((term) => term !== share && term !== equity);
  const time = sum.one("time");
  if (
    (!share && !equity) ||
    more.length > 0 ||
    !sum.complete([given ?? sum.one("power"), given ? null : sum.one("rate"), share, equity, rate])
  )
    return null;
  if (share && equity && Math.abs(share.high + equity.high - 100) > 0.01) return null;
  // A rate is one of interest: no share of anything is as small.
  if (time || (rate && (rate.high > 25 || (share && share.high < 25)))) return null;
  const debt = share ? writeShare(share) : `(1 - ${writeShare(equity as Term)})`;
  const currency = money.unit;
  const lines: SumLine[] = [
    { label: "debt", expression: `${write(money)} * ${debt}` },
    { label: "equity", expression: `${write(money)} - #1` },
  ];
  if (rate)
    lines.push({
      label: "interest on the debt a year",
      expression: `#1 * ${writePercentPerYear(rate)} in ${currency}/year`,
    });
  const first = rate
    ? 3
    : /\bequity\b/i.test(sum.words) && !/\b(?:how much|what(?:'s| is)?)(?: the)? debt\b/i.test(sum.words)
      ? 2
      : 1;
  return evaluated(lines, {
    title: `${money.text} of debt and equity`,
    lead: [first, ...[1, 2, 3].filter((line) => line !== first && line <= lines.length)],
  });
};

/** "A 20-year level payment on $10B at 7% against interest only". */
export const levelOrInterestOnly: ReadSum = (sum) => {
  const [money, percent, time] = [sum.one("money"), sum.one("percent"), sum.one("time")];
  if (!money || !percent || !time || time.unit !== "year" || !sum.complete([money, percent, time])) return null;
  const both =
    /\binterest[- ]only\b/i.test(sum.words) &&
    /\b(?:level|amorti[sz]\w*|annuity|equal (?:annual )?payments?)\b/i.test(sum.words);
  if (!both && !isLent(sum, percent, time)) return null;
  const currency = money.unit;
  return evaluated(
    [
      {
        label: "level payment a year",
        expression: `${write(money)} * annuity(${writePercentPerYear(percent)}, ${write(time)}) in ${currency}/year`,
      },
      {
        label: "interest only a year",
        expression: `${write(money)} * ${writePercentPerYear(percent)} in ${currency}/year`,
      },
      { label: "difference", expression: "#1 - #2" },
    ],
    { title: `${money.text} at ${percent.text} over ${time.text}`, lead: [1, 2, 3] },
  );
};

/** "$25B at 6% over 10 years, how much a year": whether it is paid down meanwhile is not said. */
const isLent = ({ words }: Sum, percent: Term, time: Term): boolean =>
  /^\s*(?:interest |fixed |coupon )?(?:over|for)\s*$/i.test(time.before) &&
  /\bat\s*$/i.test(percent.before) &&
  /\b(?:per|a|each|every) year\b|\b(?:annual|yearly)/i.test(words) &&
  !/\b(?:grow\w*|growth|discount\w*|present|escalat\w*|depreciat\w*|payments?|interest|coupon|return|margin|revenue|rent|repay\w*|pay(?:s|ing)? (?:back|off|down)|loans?|load|utili\w*)\b/i.test(
    words,
  );
