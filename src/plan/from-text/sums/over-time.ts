/** Money and power over time: a sum for each year or month of it, a fee for all its months, a pace for so long. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { rateNamed } from "../rates-named.ts";
import { currencyAsked } from "./conversion.ts";
import { currencyOf } from "./lending.ts";
import { type Period, periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

/** A sum over a time: for each period asked, or for each year. */
export const perPeriod: ReadSum = (sum) => {
  const time = sum.one("time");
  const paced = sum.of("money").length === 0 && rateNamed(sum.reading) === null ? builtOver(sum) : null;
  if (paced) return paced;
  const [money, power] = [sum.one("money"), sum.one("power")];
  const built = costOverTime(sum);
  if (built) return built;
  const ofYear = ofCalendarYear(sum) ?? ofYearsSaid(sum) ?? restOverTime(sum);
  if (ofYear) return ofYear;
  // "Half of the $1.4T over 8 years".
  const part = sum.of("percent").find(({ end }) => money && IS_OF.test(sum.text.slice(end, money.start))) ?? null;
  if (!money || !time || !sum.complete([money, time, power, part]) || PART.test(sum.words)) return null;
  // "455 to 638 billion in 9 months" is a rise.
  if (money.ends.length === 2 && /\sto\s/i.test(money.text)) return null;
  const asked = periodsAsked(sum.words).filter((period) => period !== "hour");
  if (
    asked.length === 0 &&
    !/\b(?:how much|what|take|spread|split|evenly|equally|average|rate|run|come)\b/i.test(sum.words)
  )
    return null;
  const [, unit = null] = power ? (OF_POWER.find(([words]) => words.test(sum.words)) ?? []) : [];
  if (power && !unit) return null;
  const currency = currencyOf(money);
  const periods: Period[] = asked.length > 0 ? asked : ["year"];
  const paid = part ? `${write(money)} * ${writeShare(part)}` : write(money);
  const over = power ? `${paid} / ${write(power)}` : paid;
  const per = unit ? `/${unit}` : "";
  const lines: SumLine[] = periods.map((period) => ({
    label: power ? `per ${per.slice(1)} and ${period}` : `a ${period}`,
    expression: `${over} / (${write(time)}) in ${currency}${per}/${period}`,
  }));
  if (power) {
    lines.unshift({ label: `per ${per.slice(1)}`, expression: `${over} in ${currency}${per}` });
    lines.push(
      ...periods.map((period) => ({
        label: `a ${period}`,
        expression: `${paid} / (${write(time)}) in ${currency}/${period}`,
      })),
    );
  }
  const [only, ...others] = lines;
  if (only && others.length === 0) only.label = "";
  const leads = lines.map((_line, index) => index + 1);
  return evaluated(lines, {
    title: `${part ? `${part.text} of ` : ""}${money.text}${power ? ` for ${power.text}` : ""} over ${time.text}`,
    lead: power ? [...leads.slice(1), 1] : leads,
  });
};

const IS_OF = /^\s*of(?: the| its| that| this)?\s*$/i;
/** How much of a sum runs for so long is no quotient of the two. */
const PART = gated(/\b(?:how much|what (?:part|share|portion)) of\b/i);

/** "20 GW in ten years, per year": what is built in each. */
function builtOver(sum: Sum): PlanInput | null {
  const [size, time] = [sum.one("power", "chips", "racks", "sites"), sum.one("time")];
  const [period, ...more] = periodsAsked(sum.words);
  if (
    !size ||
    !time ||
    !BUILT_IN.has(time.unit) ||
    !period ||
    !BUILT_IN.has(period) ||
    more.length > 0 ||
    !sum.complete([size, time])
  )
    return null;
  if (
    /\b(?:load|energy|electricity|power bill|bill|homes|co2|water|[tgmk]wh|r[au]n(?:s|ning)?|revenue|rent\w*|costs?|price|flat out)\b/i.test(
      sum.words,
    )
  )
    return null;
  const of = size.kind === "power" ? write(size) : `${size.low}`;
  return evaluated([
    {
      label: `${size.text} over ${time.text}, a ${period}`,
      expression: `${of} / (${write({ ...time, unit: "" })})${toPeriod(time, period)}`,
    },
  ]);
}

const BUILT_IN: ReadonlySet<string> = new Set(["year", "quarter", "month"]);

/** Times are counted in the period that is asked for. */
function toPeriod({ unit }: Term, period: Period): string {
  const months: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };
  const [a, b] = [months[unit], months[period]];
  return a === undefined || b === undefined || a === b ? "" : ` * ${b} / ${a}`;
}

/** "$50B in 2026: per day". */
function ofCalendarYear(sum: Sum): PlanInput | null {
  const [money, year] = [sum.one("money"), sum.one("year")];
  const periods = periodsAsked(sum.words).filter((period) => period !== "year");
  if (!money || !year || periods.length === 0 || !sum.complete([money])) return null;
  if (!/^\s*(?:\S+\s){0,3}(?:in|for|during|over)\s*$/i.test(year.before)) return null;
  const lines = periods.slice(0, 2).map((period) => ({
    label: `a ${period}`,
    expression: `${write(money)} / 1 year in ${currencyOf(money)}/${period}`,
  }));
  return evaluated(lines, { title: `${money.text} in ${year.low}`, lead: lines.map((_line, index) => index + 1) });
}

const BY_YEARS = gated(
  /\b(?:by|through|to|until|till)\s+(?:the end of\s+)?\d{4}\s*,?\s*(?:starting|beginning|from|start)(?: in| from)?\s+\d{4}|\b(?:from|between|starting(?: in)?|over)\s+\d{4}\s*(?:through|to|until|till|and|-|–)\s*(?:the end of\s+)?\d{4}/i,
);

/** "$600B by 2030 starting 2026: per year, per month": each of the years counts. */
function ofYearsSaid(sum: Sum): PlanInput | null {
  const money = sum.one("money");
  const [a, b, ...more] = sum.of("year").map(({ low }) => low);
  if (!money || a === undefined || b === undefined || a === b || more.length > 0 || !sum.complete([money])) return null;
  const periods = periodsAsked(sum.words).filter((period) => period !== "hour");
  if (periods.length === 0 || !BY_YEARS.test(sum.text) || GROWS.test(sum.words)) return null;
  const years = Math.abs(b - a) + 1;
  const lines: SumLine[] = periods.map((period) => ({
    label: `a ${period}`,
    expression: `${write(money)} / (${years} years) in ${currencyOf(money)}/${period}`,
  }));
  return evaluated(lines, {
    title: `${money.text} over the ${years} years from ${Math.min(a, b)} to ${Math.max(a, b)}`,
    lead: lines.map((_line, index) => index + 1),
  });
}
const GROWS = gated(/\b(?:grow\w*|growth|cagr|rise[sn]?|add(?:s|ed)?|more|increase\w*)\b/i);

/** "$10B prepaid of $38B: the rest a year over 7 years". */
function restOverTime(sum: Sum): PlanInput | null {
  const [time, [a, b, ...more]] = [sum.one("time"), sum.of("money")];
  if (!time || !a || !b || more.length > 0 || a.unit !== b.unit || !sum.complete([a, b, time])) return null;
  const periods = periodsAsked(sum.words).filter((period) => period !== "hour");
  if (periods.length === 0 || !REST.test(sum.words) || INTEREST.test(sum.words)) return null;
  const [whole, part] = a.high >= b.high ? [a, b] : [b, a];
  const lines: SumLine[] = [
    { label: "the rest", expression: `${write(whole)} - ${write(part)}` },
    ...periods.map((period) => ({
      label: `a ${period}`,
      expression: `#1 / (${write(time)}) in ${currencyOf(whole)}/${period}`,
    })),
  ];
  return evaluated(lines, {
    title: `${whole.text} without ${part.text}, over ${time.text}`,
    lead: [...periods.map((_period, index) => index + 2), 1],
  });
}
const REST = gated(/\b(?:remain\w*|rest|balance|left|outstanding|after that)\b/i);
const INTEREST = gated(/\b(?:interest|loan|depreciat\w*|residual|salvage)\b/i);

const OF_POWER: readonly (readonly [words: RegExp, unit: string])[] = [
  [/(?:\b(?:per|an?|each) ?|[/] ?)(?:kw|kilowatt)\b/i, "kW"],
  [/(?:\b(?:per|an?|each) ?|[/] ?)(?:mw|megawatt)\b/i, "MW"],
  [/(?:\b(?:per|an?|each) ?|[/] ?)(?:gw|gigawatt|gig)\b/i, "GW"],
];

const EVENLY = gated(/\b(?:even(?:ly)?|equal(?:ly)?|spread|linear(?:ly)?|steady|steadily)\b/i);

/** "16 GW at $50B, in all and a year over four years". */
function costOverTime(sum: Sum): PlanInput | null {
  const [power, rate, said] = [sum.one("power"), sum.one("rate"), sum.one("time")];
  const [from, until, ...more] = sum.of("year");
  // "Evenly over 2026–2030": each of the years counts.
  const span = from && until && until.low > from.low && more.length === 0 && EVENLY.test(sum.words);
  const years = from && span ? { ...from, kind: "time" as const, unit: "year", low: until.low - from.low + 1 } : null;
  const time = said ?? (years && { ...years, high: years.low, text: `${years.low} years` });
  // "At Bernstein's number": an estimate that is named prices it as well.
  const estimate = rate || !power ? null : sum.reading.library.rates.get(rateNamed(sum.reading) ?? "");
  if (!power || !(rate || estimate) || !time || !sum.complete([power, rate, said])) return null;
  const periods = periodsAsked(sum.words).filter((period) => period !== "hour");
  if (periods.length === 0 || /\b(?:load|energy|electricity|power bill|rent\w*|delay\w*)\b/i.test(sum.words))
    return null;
  // What a gigawatt brings in a year is no cost to be spread.
  if (rate && /\brevenue\b/i.test(sum.words) && /\/(?:year|month|quarter)$/.test(rate.unit)) return null;
  const currency = rate ? currencyOf(rate) : (estimate?.unit.split("/")[0] ?? "USD");
  const paced = /\b(?:gws?|mws?|gigawatts?|megawatts?) (?:a|per|each|every) (?:year|quarter|month)\b/i.test(sum.words);
  const lines: SumLine[] = [
    {
      label: `${power.text} at ${rate?.text ?? estimate?.name ?? ""}`.slice(0, 80),
      expression: `${write(power)} * ${rate ? write(rate) : `@${estimate?.id ?? ""}`}`,
    },
    ...periods.map((period) => ({
      label: `a ${period}`,
      expression: `#1 / (${write(time)}) in ${currency}/${period}`,
    })),
  ];
  if (paced && time.unit === "year") lines.push({ label: "power a year", expression: `${write(power)} / ${time.low}` });
  return evaluated(lines, {
    title: `${power.text} over ${time.text}`,
    lead: [...lines.keys()]
      .slice(1)
      .map((at) => at + 1)
      .concat(1),
  });
}

/** A fee for so many months, or from one month to another; or the same fee for another period. */
export const fee: ReadSum = (sum) => {
  const flow = sum.one("flow");
  if (!flow) return null;
  const currency = currencyAsked(sum.words, currencyOf(flow)) ?? currencyOf(flow);
  const [time, rest] = [sum.one("time"), sum.of("money")];
  const months = time ? null : monthsBetween(sum);
  if (rest.length > 0) return null;
  const length = time ? write(time) : months ? `${months} months` : null;
  if (length && sum.complete([flow, time])) {
    const lines: SumLine[] = [
      { label: `${flow.text} for ${time?.text ?? length}`.slice(0, 80), expression: `${write(flow)} * ${length}` },
    ];
    for (const period of differing(sum, flow))
      lines.push({ label: `a ${period}`, expression: `${write(flow)} in ${currency}/${period}` });
    return evaluated(lines, { lead: lines.map((_line, index) => index + 1) });
  }
  const periods = differing(sum, flow);
  if (periods.length === 0 || !sum.complete([flow])) return null;
  return evaluated(
    periods.map((period) => ({
      label: periods.length > 1 ? `a ${period}` : "",
      expression: `${write(flow)} in ${currency}/${period}`,
    })),
    {
      title: flow.text,
      lead: periods.map((_period, index) => index + 1),
    },
  );
};

const FULL_YEAR = gated(/\b(?:full|whole)[- ]year\b|\bfor the (?:full |whole )?year\b/i);
const differing = (sum: Sum, flow: Term): Period[] =>
  periodsAsked(FULL_YEAR.test(sum.words) ? `${sum.words} a year` : sum.words).filter(
    (period) => !flow.unit.includes(`/${period}`) && (period !== "hour" || !/\b(?:gpu|chip)s?\b|¤/i.test(sum.text)),
  );

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SPAN = new RegExp(
  String.raw`\b(?:from|between)?\s*\b(${MONTHS.join("|")})[a-z]*\.?,? (20\d\d)\s?(?:-|–|to|through|thru|until|till|and|up to)\s?(?:the end of )?(${MONTHS.join("|")})[a-z]*\.?,? (20\d\d)\b`,
  "i",
);

/** "through May 2029" and "to May 2029 inclusive" count May, "until May 2029" does not. */
function monthsBetween({ text }: Sum): number | null {
  const match = SPAN.exec(text);
  if (!match) return null;
  const at = (month: string | undefined, year: string | undefined) =>
    Number(year) * 12 + MONTHS.indexOf((month ?? "").toLowerCase());
  const gap = at(match[3], match[4]) - at(match[1], match[2]);
  const counted =
    /\b(?:through|thru)\b|the end of/i.test(match[0]) ||
    /^,?\s*\(?(?:inclusive|both (?:months )?included)\b/i.test(text.slice(match.index + match[0].length))
      ? gap + 1
      : gap;
  return counted > 0 ? counted : null;
}

/** So much power every quarter for so many quarters, at a rate or by itself. */
export const pace: ReadSum = (sum) => {
  const [step, time] = [sum.one("pace"), sum.one("time")];
  const rate = sum.one("rate");
  const [from, until, ...more] = sum.of("year").map(({ low }) => low);
  const years = !time && from && until && until > from && more.length === 0 ? until - from + 1 : null;
  const [per] = periodsAsked(sum.words);
  const length = time ? write(time) : years ? `${years} years` : rate && per ? `1 ${per}` : null;
  if (!step || !length) return null;
  // The whole may be said beside its pace.
  const whole =
    years === null
      ? null
      : (sum.of("power").find(({ low, high }) => low === step.low * years && high === step.high * years) ?? null);
  if (!sum.complete([step, time, rate, whole])) return null;
  const power: SumLine = { label: "power", expression: `${write(step)} * ${length}` };
  if (!rate && !/\b(?:cost|price|spend|capex|how much money|dollars|bill)\b/i.test(sum.words))
    return evaluated([power]);
  const applied = rate
    ? write(rate)
    : `@${sum.reading.library.knowledge.rates.find(({ quantity, default: first }) => quantity === "capex-per-gw" && first)?.id ?? ""}`;
  const lines: SumLine[] = [
    power,
    { label: `${step.text} for ${time?.text ?? length}`.slice(0, 80), expression: `#1 * ${applied}` },
  ];
  const periods = periodsAsked(sum.words).slice(0, 2);
  const currency = rate ? currencyOf(rate) : "USD";
  for (const period of periods)
    lines.push({ label: `a ${period}`, expression: `#2 / (${length}) in ${currency}/${period}` });
  return evaluated(lines, { lead: [2, ...periods.map((_period, index) => index + 3), 1] });
};
