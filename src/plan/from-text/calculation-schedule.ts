/** Builds by year, builds at a pace, and sums over a time: "2 GW in 2027 and 3 GW in 2028", "one GW a week", "$600B over 5 years". */
import type { PlanInput } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import { rateNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { writeQuantity, writeRate } from "./write-quantity.ts";

type Evaluate = Extract<PlanInput, { kind: "evaluate" }>;
type Lines = Evaluate["lines"];

const TIME = "(years?|yrs?|quarters?|months?|weeks?|days?)";
const PER_TIME = /(?:\b(?:per|an?|each|every)\s|\/\s?)(year|quarter|month|week|day)\b/gi;
/** How many lines may stand in the direct answer. */
const MOST_IN_HEADLINE = 4;

export const calculationSchedule: ReadRule = {
  name: "calculation-schedule",
  read: (reading) =>
    reading.names.deals.length > 0 ? null : (byYear(reading) ?? atAPace(reading) ?? splitOverTime(reading)),
};

/** The rate that a question gives or names; what nobody gave is the default, which the answer names. */
function rateOf(reading: Reading): string {
  const own = reading.quantities.find((found) => found.perGw);
  return own ? writeRate(own) : `@${rateNamed(reading) ?? defaultRate(reading)}`;
}

const defaultRate = ({ library }: Reading): string =>
  library.knowledge.rates.find((rate) => rate.quantity === "capex-per-gw" && rate.default)?.id ?? "";

function byYear(reading: Reading): PlanInput | null {
  const { question, quantities } = reading;
  const powers = quantities.filter((found) => found.quantity.unit === "GW" && !found.perGw && !found.negative);
  const years = powers.flatMap((found) => {
    const year = /^\s*(?:(?:more|online|built)\s)?(?:in|by|during|for|,|\()\s*(20\d\d)\b/i.exec(
      question.slice(found.end),
    )?.[1];
    return year ? [{ year, found }] : [];
  });
  if (years.length < 2 || years.length !== powers.length || years.length > 20) return null;
  const rates = quantities.filter((found) => found.perGw);
  // A rate for each year, or one for all.
  const rate = (index: number): string =>
    rates.length === years.length ? writeRate(rates[index] as FoundQuantity) : rateOf(reading);
  if (rates.length > 1 && rates.length !== years.length) return null;
  const lines: Lines = years.map(({ year, found }, index) => ({
    label: year,
    expression: `${writeQuantity(found.quantity)} * ${rate(index)}`,
  }));
  lines.push({ label: "total", expression: years.map((_year, index) => `#${index + 1}`).join(" + ") });
  const total = lines.length;
  lines.push({
    label: "average",
    expression: `#${total} / (${powers.map((found) => writeQuantity(found.quantity)).join(" + ")})`,
  });
  const short = years.length <= MOST_IN_HEADLINE;
  return {
    kind: "evaluate",
    title: "Spending by year",
    lines,
    lead: short ? [...years.map((_year, index) => index + 1), total] : [total],
  };
}

/** So much every week for so many weeks. */
function atAPace(reading: Reading): PlanInput | null {
  const { question, quantities } = reading;
  const amounts = quantities.filter((found) => !found.perGw && !found.negative);
  const [first, ...more] = amounts;
  if (!first || more.length > 0) return null;
  const after = question.slice(first.end);
  const pace = /^\s*(?:(?:per|an?|each|every)\s|\/\s?)(year|quarter|month|week|day)\b/i.exec(after)?.[1];
  const length = new RegExp(String.raw`\b(?:for|over|during)\s(\d+(?:\.\d+)?)\s?${TIME}\b`, "i").exec(after);
  if (!pace || !length) return null;
  const sum = `${writeQuantity(first.quantity)} / 1 ${pace.toLowerCase()} * ${length[1]} ${(length[2] ?? "").toLowerCase()}`;
  if (first.quantity.unit !== "GW") return { kind: "evaluate", lines: [{ expression: sum }] };
  return {
    kind: "evaluate",
    title: `${first.quantity.text} a ${pace.toLowerCase()} for ${length[1]} ${length[2]}`,
    lines: [
      { label: "power", expression: sum },
      {
        label: `${first.quantity.text} a ${pace.toLowerCase()} for ${length[1]} ${length[2]}`,
        expression: `#1 * ${rateOf(reading)}`,
      },
    ],
  };
}

/** A sum over a time, for each part of it. */
function splitOverTime(reading: Reading): PlanInput | null {
  const { question, quantities } = reading;
  const money = quantities.filter((found) => found.quantity.unit !== "GW" && !found.perGw && !found.negative);
  const [first, ...more] = money;
  if (!first || more.length > 0 || quantities.length > 1) return null;
  const length = new RegExp(
    String.raw`\b(?:over|for|across|spread over|in)\s(?:the next\s)?(\d+(?:\.\d+)?)\s?${TIME}\b`,
    "i",
  ).exec(question);
  const parts = [...new Set([...question.matchAll(PER_TIME)].map((match) => (match[1] ?? "").toLowerCase()))];
  const monthly = /\b(?:monthly|a month)\b/i.test(question) && !parts.includes("month") ? ["month"] : [];
  const yearly = /\b(?:yearly|annually|annual)\b/i.test(question) && !parts.includes("year") ? ["year"] : [];
  const wanted = [...parts, ...yearly, ...monthly];
  if (!length || (wanted.length === 0 && !/\bhow much\b|\bwhat\b/i.test(question))) return null;
  if (reading.names.orgs.length > 0 && wanted.length === 0) return null;
  const lines: Lines = (wanted.length > 0 ? wanted : ["year"]).map((part) => ({
    label: `a ${part}`,
    expression: `${writeQuantity(first.quantity)} / (${length[1]} ${(length[2] ?? "").toLowerCase()}) in ${first.quantity.unit}/${part}`,
  }));
  const [only, ...others] = lines;
  if (only && others.length === 0) only.label = "";
  return {
    kind: "evaluate",
    title: `${first.quantity.text} over ${length[1]} ${length[2]}`,
    lines,
    lead: lines.slice(0, 6).map((_line, index) => index + 1),
  };
}
