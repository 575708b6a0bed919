/** Money at a rate of return: what payments to come are worth today, what capital of two kinds costs, what a sum grows to. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { isRent } from "./rents.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeEnd } from "./write-term.ts";

const PRESENT = gated(
  /\b(?:present values?|npv|net present|discounted (?:value|to today|at)|worth today|today's (?:value|money))\b/i,
);
const LONGEST = 20;

/** Equal payments at the ends of years at a discount rate; a sum over years is paid evenly. */
export const presentValue: ReadSum = (sum) => {
  const [money, percent, time] = [sum.one("money", "flow"), sum.one("percent"), sum.one("time")];
  if (!PRESENT.test(sum.words) || !money || !percent || !time || !sum.complete([money, percent, time])) return null;
  const length = yearsOf(time);
  if (length === null || percent.low !== percent.high) return null;
  const [rate, currency] = [percent.low / 100, currencyOf(money)];
  const year = money.kind === "flow" ? `${write(money)} * 1 year` : `${write(money)} / ${length}`;
  // One payment at the end is discounted as one: what is spread says so.
  const once =
    money.kind === "money" &&
    !/\b(?:over|even(?:ly)?|each|every|a year|per year|spread|pays?|annual\w*)\b/i.test(sum.words);
  const lines: SumLine[] = once
    ? [{ label: "present value", expression: `${write(money)} / (1 + ${rate}) ^ ${length}` }]
    : [
        { label: "paid each year", expression: `${year} in ${currency}` },
        { label: "present value", expression: `#1 * (1 - (1 + ${rate}) ^ (0 - ${length})) / ${rate}` },
      ];
  return evaluated(lines, {
    title: `${money.text} over ${time.text} at ${percent.text}, paid at the end of each year`.slice(0, 120),
    lead: [lines.length],
  });
};

const yearsOf = ({ unit, low, high }: Term): number | null =>
  low !== high ? null : unit === "year" ? low : unit === "month" && low % 12 === 0 ? low / 12 : null;

const BLENDED = gated(
  /\b(?:wacc|(?:blended|weighted|average)\b.*\b(?:cost|rate|return|yield)|blend(?:ed)?|(?:all-in|overall|combined) (?:rate|cost|coupon)|rate on the (?:lot|whole|total))\b/i,
);

/** "2bn equity wants 12%, 14bn debt costs 6.5%": each share with the rate that stands beside it. */
export const blendedCost: ReadSum = (sum) => {
  if (!BLENDED.test(sum.words)) return null;
  const percents = sum.of("percent");
  const moneys = sum.of("money");
  const [even, odd] = [0, 1].map((rest) => percents.filter((_term, index) => index % 2 === rest));
  const whole100 = (of: readonly Term[] = []) => Math.abs(of.reduce((all, { low }) => all + low, 0) - 100) <= 1;
  // "12% on 30%, 6.5% on 70%": the shares are those that make a whole.
  const [shares = [], costs = []] = whole100(odd) && !whole100(even) ? [odd, even] : [even, odd];
  const weights = moneys.length > 0 ? moneys : shares;
  const rates = moneys.length > 0 ? percents : costs;
  if (weights.length < 2 || weights.length !== rates.length || !sum.complete([...weights, ...rates])) return null;
  const pairs = weights.map((weight, index) => ({ weight, rate: rates[index] as Term }));
  // Each weight is followed, or each is preceded, by its rate.
  const order = pairs.map(({ weight, rate }) => weight.start < rate.start);
  if (order.some((first) => first !== order[0])) return null;
  if (moneys.length === 0 && Math.abs(weights.reduce((all, { low }) => all + low, 0) - 100) > 1) return null;
  const whole = weights.map((weight) => write(weight)).join(" + ");
  const parts = pairs.map(({ weight, rate }) => `${write(weight)} * ${write(rate)}`).join(" + ");
  const lines: SumLine[] = [{ label: "blended cost", expression: `(${parts}) / (${whole}) in %` }];
  if (moneys.length > 0)
    lines.push({ label: "a year", expression: `(${parts}) / 1 year in ${currencyOf(moneys[0])}/year` });
  return evaluated(lines, { title: "Blended cost of capital", lead: lines.map((_line, index) => index + 1) });
};

const GROWS = gated(
  /\b(?:grow(?:s|ing|n|th)?|climb(?:s|ing)?|ris(?:es?|ing)|increas(?:es?|ing)|goes up|compound(?:s|ed|ing)?|add(?:s|ing)?|expand(?:s|ing)?|escalat\w+|inflat\w+|bump(?:s|ed)?|step(?:s|ping)? up|uplifts?|grew|rose)\b/i,
);
const SHRINKS = gated(/\b(?:falls?|falling|shrinks?|declines?|declining|drops?|decreases?|goes down|cut)\b/i);
const YEARLY =
  /\b(?:(?:every|each|per|a) year|yearly|annual(?:ly)?|year (?:on|after|over) year|p\.?a\.?|compound\w*)(?![a-z])/i;
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NTH = new RegExp(String.raw`\b(${ORDINALS.join("|")}|\d+(?:st|nd|rd|th)) year`, "i");
const IN_ALL = gated(/\b(?:sum|total|in all|altogether|cumulative(?:ly)?|overall)\b/i);

/** A sum that grows by a share each year, up to a year that is named: that year's, and all of them together. */
export const compounded: ReadSum = (sum) => {
  const amount = sum.one("money", "flow", "power", "energy", "rate", "price", "hourly", "unit-price", "chips");
  const percent = sum.one("percent");
  const time = sum.one("time");
  const shrinks = SHRINKS.test(sum.words);
  if (!amount || !percent || GROWS.test(sum.words) === shrinks) return null;
  const inMonths = grownByMonths(sum, amount, percent, shrinks);
  if (inMonths) return inMonths;
  // What escalates or compounds over years does so each year.
  const implied =
    (/\b(?:escalat\w+|compound\w*|inflat\w+|grows? (?:in)?to|future value|becomes?)\b/i.test(sum.words) ||
      /^\s*of\s*$/i.test(percent.before)) &&
    time?.unit === "year";
  if (!(percent.unit.endsWith("/year") || YEARLY.test(sum.words) || implied)) return null;
  const numbered = sum.of("number").find(({ before }) => /\byear\s*$/i.test(before));
  const nth = nthYear(sum) ?? (numbered && Number.isInteger(numbered.low) && numbered.low > 1 ? numbered.low : null);
  const years = sum.of("year").map(({ low }) => low);
  const between = years.length === 2 ? Math.abs((years[1] ?? 0) - (years[0] ?? 0)) : null;
  const span = time ? yearsOf(time) : null;
  // "After 4 years" has grown four times, the fourth year three times.
  const sums = IN_ALL.test(sum.words);
  const steps = nth !== null ? nth - 1 : between !== null ? between : span !== null ? (sums ? span - 1 : span) : null;
  const place = sum.of("number").find(({ before }) => /\byear\s*$/i.test(before)) ?? null;
  if (steps === null || steps < 1 || steps > LONGEST || !sum.complete([amount, percent, time, place])) return null;
  if (time && span === null) return null;
  if (nth !== null && span !== null && span !== nth) return null;
  if (percent.low !== percent.high || amount.low !== amount.high) return null;
  const factor = Number((1 + (shrinks ? -1 : 1) * (percent.low / 100)).toPrecision(12));
  const start =
    amount.kind === "flow" && amount.unit.endsWith("/year")
      ? `${write(amount)} * 1 year`
      : writeEnd(amount, amount.low);
  // Rents are said as they are paid.
  const rented = isRent(amount) ? ` in ${amount.unit}` : "";
  const all = Array.from({ length: steps + 1 }, (_step, index) => ({
    label: years.length === 2 ? `${Math.min(...years) + index}` : index === 0 ? "first year" : `year ${index + 1}`,
    expression: index === 0 ? start : `#${index} * ${factor}${rented}`,
  }));
  const last = all.length;
  // "After 3 years" is the fourth, and called as it was asked.
  const end = all[last - 1];
  if (end && time && span !== null && !sums && nth === null && years.length < 2) end.label = `after ${time.text}`;
  const lines: SumLine[] = sums
    ? [...all, { label: `all ${last} years`, expression: all.map((_line, index) => `#${index + 1}`).join(" + ") }]
    : all;
  const lead = sums ? (nth !== null || !time ? [last, last + 1] : [last + 1, last]) : [last];
  return evaluated(lines, { title: `${amount.text}, ${shrinks ? "less" : "more"} by ${percent.text} each year`, lead });
};

const DOUBLINGS: readonly (readonly [factor: number, words: RegExp])[] = [
  [2, /\b(?:doubl(?:es?|ed|ing)|twofold)\b/i],
  [3, /\b(?:tripl(?:es?|ed|ing)|trebl(?:es?|ed|ing)|threefold)\b/i],
  [4, /\b(?:quadrupl(?:es?|ed|ing)|fourfold)\b/i],
];
const EVERY_YEAR = /\b(?:every|each|an?|per) (?:year|yr)\b|\b(?:yearly|annually|year (?:on|over|after) year)\b/i;

/** "$13B tripling every year for two years", "growing 3x a year": so many times as much with each year. */
export const multiplied: ReadSum = (sum) => {
  const times = sum
    .of("number")
    .find(({ scaled, after }) => !scaled && /^\s?(?:x|×|times|-?fold)(?![a-z])/i.test(after));
  const factor = times?.low ?? DOUBLINGS.find(([, words]) => words.test(sum.words))?.[0];
  const [amount, time] = [sum.one("money", "power", "energy", "flow"), sum.one("time")];
  if (!factor || !amount || time?.unit !== "year" || !EVERY_YEAR.test(sum.words)) return null;
  if (time.low !== time.high || !Number.isInteger(time.low) || time.low > LONGEST) return null;
  if (!sum.complete([amount, time, times])) return null;
  return evaluated([{ label: `after ${time.text}`, expression: `${write(amount)} * ${factor} ^ ${time.low}` }], {
    title: `${amount.text}, ${factor} times as much each year`,
  });
};

/** "Grows 8% a month for six months", "up 20% every quarter": by as many steps as the time has. */
function grownByMonths(sum: Sum, amount: Term, percent: Term, shrinks: boolean) {
  const period = (["month", "quarter"] as const).find(
    (one) =>
      percent.unit.endsWith(`/${one}`) ||
      new RegExp(String.raw`\b(?:every|each|per|a) ${one}\b|\b${one}ly\b`, "i").test(percent.after),
  );
  const time = sum.one("time");
  if (!period || !time || !sum.complete([amount, percent, time])) return null;
  const months =
    time.unit === "month"
      ? time.low
      : time.unit === "quarter"
        ? time.low * 3
        : time.unit === "year"
          ? time.low * 12
          : 0;
  const steps = months / (period === "month" ? 1 : 3);
  if (steps < 1 || !Number.isInteger(steps) || time.low !== time.high || percent.low !== percent.high) return null;
  const factor = Number((1 + (shrinks ? -1 : 1) * (percent.low / 100)).toPrecision(12));
  return evaluated([{ label: `after ${time.text}`, expression: `${write(amount)} * ${factor} ^ ${steps}` }], {
    title: `${amount.text}, ${shrinks ? "less" : "more"} by ${percent.text}`.slice(0, 120),
  });
}

/** The one year that is asked for, counted from 1: "in the third year", "in year 4"; null where none is said. */
export function nthYear({ words, text }: Sum): number | null {
  const said = (NTH.exec(words) ?? NTH.exec(text))?.[1]?.toLowerCase();
  const counted = /(?:\b(?:in|by|for|at|until)|[,:;]) year (\d{1,2})\b/i.exec(text)?.[1];
  if (!said) return counted ? Number(counted) : null;
  const at = ORDINALS.indexOf(said);
  return at >= 0 ? at + 1 : Number.parseInt(said, 10);
}
