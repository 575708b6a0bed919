/** After a sum: "and a month?", "make it 5 GW", "at 50B instead", "in euros", "over 4 years": the last one, changed in one place. */

import { CalculationError } from "../../../calculator/calculation-error.ts";
import { defaultInput } from "../../../calculator/chain/choose-inputs.ts";
import { CURRENCIES, type Dimension } from "../../../calculator/dimension.ts";
import type { Literal } from "../../../calculator/expression/expression.ts";
import { tryParse } from "../../../calculator/expression/parse-expression.ts";
import { parseUnit } from "../../../calculator/units.ts";
import { runWorksheet } from "../../../calculator/worksheet.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { isRateOwner, ratesNamed } from "../rates-named.ts";
import type { Reading } from "../reading.ts";
import { literalsOf, writtenIn } from "./literals.ts";
import { AT, asLength, asShare, literalsIn, OF_EACH } from "./number-in-turn.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, readSum, type Sum, type SumLine } from "./sum.ts";
import { unitNamed } from "./term-units.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";
import { written } from "./written-estimate.ts";

const WIDE = 20;
/** Longer questions stand alone. */
const MAX_WORDS = 12;
const GOES_ON =
  /^(?:(?:and|or|but|so|then|ok|okay|hm+|now|also)\b[\s,]*)*(?:monthly|quarterly|yearly|annually|weekly|daily|flat out|around the clock|with|at|on|in|for|by|using|over|spread|per|an?|each|gpus?|chips?|accelerators?|what about|how about|what if|if|assuming|make (?:it|that)|try|use|take|say|\d|[$€£]|how (?:much|many)|what|costs? at|of [$€£\d])|\binstead\b|\b(?:it|that|this|those|same)\b|^and\b|\bthen\b/i;

export function goingOn(reading: Reading): PlanInput | null {
  const { question, conversation, names } = reading;
  const last = conversation.plan;
  if (!last || question.split(" ").length > MAX_WORDS || !GOES_ON.test(question)) return null;
  // "4 GW by Bernstein" stands alone.
  if (ratesNamed(reading).length > 0) return null;
  if (names.deals.length > 0 || names.orgs.some((org) => !isRateOwner(reading, org))) return null;
  const before = last.kind === "evaluate" ? last : last.kind === "estimate" ? asSum(reading, last) : null;
  if (!before) return null;
  const sum = readSum(reading);
  const [said, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  const swapped = said && more.length === 1 && more[0] ? inPlaceOf(before, said, more[0]) : null;
  if (swapped) return swapped;
  // "From 240 to a billion" is no other number for one.
  if (more.length > 0 || (said && said.high > said.low * WIDE)) return null;
  const term = said && (asLength(before, said) ?? asShare(before, said, question) ?? said);
  if (!term && sum.flatOut) return inAllHours(last, before);
  if (!term) return asked(sum, before);
  return (last.kind === "evaluate" ? changed(before, term, question) : null) ?? worked(sum, before, term);
}

function asSum({ library }: Reading, last: PlanOf<"estimate">): PlanOf<"evaluate"> | null {
  const lines = written(library, last);
  return lines
    ? { kind: "evaluate", title: "", lines, lead: [], notes: [], onRecord: [], claim: null, receipt: null, asOf: null }
    : null;
}

/** "At 1.2 instead of 1.4": the number that is named gives way to the other. */
function inPlaceOf(last: PlanOf<"evaluate">, said: Term, old: Term): PlanInput | null {
  if (!/\b(?:instead of|rather than|not|in place of|and not)\s*$/i.test(old.before)) return null;
  const found = last.lines.flatMap(({ expression }, index) =>
    literalsOf(tryParse(expression)).flatMap((literal) =>
      Math.abs(literal.low - old.low) <= Math.abs(old.low) * 1e-9 && literal.low === literal.high
        ? [{ literal, index }]
        : [],
    ),
  );
  const [only, ...others] = found;
  const line = only ? last.lines[only.index] : undefined;
  const text = only && line ? writtenIn(line.expression, only.literal) : null;
  if (!only || !line || text === null || others.length > 0) return null;
  const lines = kept(last);
  lines[only.index] = { label: "", expression: line.expression.replace(text, write(said, only.literal.unit)) };
  return evaluated(lines, { title: "", lead: [...last.lead], notes: [...last.notes], asOf: last.asOf });
}

/** "And flat out?": the load that was given, or taken, becomes all hours. */
function inAllHours(last: PlanInput, before: PlanOf<"evaluate">): PlanInput | null {
  if (last.kind === "estimate") {
    const assume = (last.assume ?? []).filter(({ input }) => input !== "load");
    return { ...last, assume: [...assume, { input: "load", expression: "1" }] };
  }
  const loads = before.lines.flatMap(({ expression }, index) =>
    /\b1 year\b/.test(expression)
      ? literalsOf(tryParse(expression)).flatMap((literal) =>
          literal.unit === "" && literal.high < 1 && literal.high > 0.2 ? [{ literal, index }] : [],
        )
      : [],
  );
  const [load, ...more] = loads;
  const old = load ? before.lines[load.index] : undefined;
  const text = load && old ? writtenIn(old.expression, load.literal) : null;
  if (!load || !old || text === null || more.length > 0) return null;
  const lines = kept(before);
  lines[load.index] = { label: old.label, expression: old.expression.replace(text, "1") };
  return evaluated(lines, { title: "", lead: [...before.lead], notes: [...before.notes], asOf: before.asOf });
}

const kept = (last: PlanOf<"evaluate">): SumLine[] =>
  last.lines.map(({ label, expression }) => ({ label, expression }));
const leadOf = (last: PlanOf<"evaluate">): number => last.lead[0] ?? last.lines.length;

/** The same sum with another number in the place of the only one of its kind. */
function changed(last: PlanOf<"evaluate">, said: Term, question: string): PlanInput | null {
  const priced = last.lines.some(({ expression }) => literalsOf(tryParse(expression)).some(isPerGigawatt));
  // "At 50?" after billions for a gigawatt is as many billions.
  const term =
    said.kind === "number" && !said.scaled && said.high < 1_000 && priced
      ? { ...said, kind: "rate" as const, unit: "USD/GW", low: said.low * BILLION, high: said.high * BILLION }
      : (atPrice(last, said, question) ?? atPower(last, said, question) ?? said);
  const found = last.lines.flatMap(({ expression }, index) =>
    literalsOf(tryParse(expression)).map((literal) => ({ literal, index })),
  );
  const fitting = found.filter(({ literal }) => fits(literal, term));
  // Of two prices of a share the one is meant that is of the size of the new one: a price, not what exercising costs.
  const [only, next] = fitting.sort((a, b) => gap(a.literal, term) - gap(b.literal, term));
  if (
    !only ||
    gap(only.literal, term) > A_THOUSAND_TIMES ||
    (next && gap(next.literal, term) < gap(only.literal, term) + TEN_TIMES)
  )
    return null;
  const old = last.lines[only.index];
  if (!old) return null;
  const text = writtenIn(old.expression, only.literal);
  if (text === null) return null;
  const { unit } = only.literal;
  const bare = term.kind === "number" || (term.kind === "money" && /^(?:USD|EUR|GBP)\//.test(unit));
  const put =
    term.kind === "percent" && unit === ""
      ? writeShare(term)
      : bare || unit.startsWith("%")
        ? write(term, unit)
        : ofEach(unit) && term.kind === "power"
          ? `${write(term)}/${ofEach(unit)}`
          : write(term);
  const lines = kept(last);
  lines[only.index] = { label: "", expression: old.expression.replace(text, put) };
  // What is shown does not change with it where it was worked out from nothing else.
  const rests = /#\d/.test(last.lines[leadOf(last) - 1]?.expression ?? "");
  const lead = rests || last.lead.includes(only.index + 1) ? [...last.lead] : [only.index + 1];
  return evaluated(lines, { title: "", lead, notes: [...last.notes], asOf: last.asOf });
}

/** "At 142?" after 132 kW for each rack: as many kilowatts for each. */
function atPower(last: PlanOf<"evaluate">, said: Term, question: string): Term | null {
  if (said.kind !== "number" || said.scaled || !AT.test(question)) return null;
  const draws = last.lines.flatMap(({ expression }) =>
    literalsOf(tryParse(expression)).filter(({ unit }) => /^[kM]?W\/\w/.test(unit)),
  );
  const [only, ...more] = draws;
  const fits = only && more.length === 0 && Math.abs(Math.log(said.high / only.high)) < FIVE_TIMES;
  return fits ? { ...said, kind: "power", unit: only.unit.split("/")[0] ?? "" } : null;
}

/** "And at 4.2?" after millions for each rack: as many of what the only price counts. */
function atPrice(last: PlanOf<"evaluate">, said: Term, question: string): Term | null {
  if (said.kind !== "number" || said.scaled || !AT.test(question)) return null;
  const prices = last.lines.flatMap(({ expression }) =>
    literalsOf(tryParse(expression)).filter(({ unit }) => OF_EACH.test(unit)),
  );
  const [only, ...more] = prices;
  if (!only || more.length > 0 || !(said.high > 0)) return null;
  const scale = [1, 1e3, 1e6, 1e9].find((by) => Math.abs(Math.log((said.high * by) / only.high)) < FIVE_TIMES);
  return scale ? { ...said, kind: "money", unit: only.unit, low: said.low * scale, high: said.high * scale } : null;
}
const FIVE_TIMES = Math.log(5);

const BILLION = 1e9;
const isPerGigawatt = ({ unit, high }: Literal): boolean => /^(?:USD|EUR|GBP)\/GW$/.test(unit) && high >= BILLION;
const TEN_TIMES = Math.log(10);
/** What is so much larger or smaller is another thing: a chip's power is no campus's. */
const A_THOUSAND_TIMES = Math.log(1000);
/** "kW/chip": what a power is of each of. */
const ofEach = (unit: string): string | undefined => /^[kMG]?W\/(chip|rack)$/.exec(unit)?.[1];
/** Of power and energy in one unit: 500 MW is nearer to a gigawatt than 0.7 kW is. */
function gap(literal: Literal, term: Term): number {
  const inUnit = (unit: string): number =>
    term.kind === "power" || term.kind === "energy" ? (parseUnit(unit || "1")?.factor ?? 1) : 1;
  return Math.abs(Math.log(((literal.high || 1) * inUnit(literal.unit)) / ((term.high || 1) * inUnit(term.unit))));
}

/** A plain number may stand for any amount; money for a price; like takes the place of like. */
function fits(literal: Literal, term: Term): boolean {
  const [own, said] = [parseUnit(literal.unit || "1"), parseUnit(term.unit || "1")];
  if (!own || !said) return false;
  if (term.kind === "percent") return literal.unit.startsWith("%") || (literal.unit === "" && literal.high <= 1);
  // "With 1.2 instead" after an overhead of 1.4 is no megawatt.
  if (term.kind === "number" && !term.scaled && literal.unit === "")
    return (
      isFactor(literal.high) && isFactor(term.high) && term.high < literal.high * 2 && term.high > literal.high / 2
    );
  if (term.kind === "number") return (term.scaled ? /^(?:USD|EUR|GBP)\b/ : /^[kMG]W$/i).test(literal.unit);
  if (term.kind === "money" && /^(?:USD|EUR|GBP)\//.test(literal.unit)) return true;
  if (term.kind === "power" && ofEach(literal.unit)) return true;
  return key(own.dimension) === key(said.dimension) && key(own.dimension) !== "";
}
/** An overhead, a PUE, a redundancy. */
const isFactor = (value: number): boolean => value >= 1 && value <= 3;
const key = (dimension: Dimension): string =>
  Object.entries(dimension)
    .sort(([a], [b]) => a.localeCompare(b))
    .flat()
    .join(" ");

/** The last result with one more number: energy at a price, money over a time, power at a rate. */
function worked(sum: Sum, last: PlanOf<"evaluate">, term: Term): PlanInput | null {
  const of = resultOf(sum.reading, last);
  if (!of) return null;
  const at = `#${leadOf(last)}`;
  const add = (label: string, expression: string) =>
    evaluated([...kept(last), { label, expression }], {
      title: "",
      lead: [last.lines.length + 1],
      notes: [...last.notes],
      asOf: last.asOf,
    });
  const shape = key(of);
  const currency = CURRENCIES.find((unit) => of[unit]);
  if (term.kind === "price" && shape === key({ GW: 1, h: 1 })) return add(`at ${term.text}`, `${at} * ${write(term)}`);
  if (term.kind === "rate" && shape === "GW 1") return add(`at ${term.text}`, `${at} * ${write(term)}`);
  if (term.kind === "time" && currency && of.h === -1) return add(`for ${term.text}`, `${at} * ${write(term)}`);
  if (term.kind === "time" && currency && shape === `${currency} 1`) {
    const period = periodsAsked(sum.words)[0] ?? "year";
    return add(`a ${period} over ${term.text}`, `${at} / (${write(term)}) in ${currency}/${period}`);
  }
  if (
    term.kind === "power" &&
    currency &&
    shape === `${currency} 1` &&
    /\b(?:per|an?|each|\/) ?(?:gw|gigawatt|mw|megawatt)/i.test(sum.text)
  )
    return add("for each gigawatt", `${at} / (${write(term)}) in ${currency}/GW`);
  if (term.kind === "percent" && currency && /\b(?:interest|debt|borrow\w*|financ\w*)\b/i.test(sum.words))
    return add("interest a year", `${at} * (${term.low} %/year)`);
  return null;
}

/** The last result in another unit or for another time. */
function asked(sum: Sum, last: PlanOf<"evaluate">): PlanInput | null {
  const of = resultOf(sum.reading, last);
  if (!of) return null;
  const at = `#${leadOf(last)}`;
  const currency = CURRENCIES.find((unit) => of[unit]);
  const add = (lines: SumLine[]) =>
    evaluated([...kept(last), ...lines], {
      title: "",
      lead: lines.map((_line, index) => last.lines.length + 1 + index),
      notes: [...last.notes],
      asOf: last.asOf,
    });
  const periods = periodsAsked(sum.words);
  // What is paid each month on a loan is less than a twelfth of what is paid each year.
  const level = LEVEL.exec(last.lines[leadOf(last) - 1]?.expression ?? "");
  if (level && periods[0] === "month") {
    const [, money, percent, years] = level;
    const rate = Number((Number(percent) / 1200).toPrecision(12));
    const months = Number(years) * 12;
    return add([
      {
        label: "a month",
        expression: `${money} * ${rate} / (1 - (1 + ${rate}) ^ (0 - ${months})) / 1 month in ${currency}/month`,
      },
    ]);
  }
  if (currency && of.h === -1 && key({ ...of, h: 0 }) && periods.length > 0 && Object.keys(of).length === 2)
    return add(
      periods.slice(0, 3).map((period) => ({ label: `a ${period}`, expression: `${at} in ${currency}/${period}` })),
    );
  // Of a price of each thing for a time the like for another time.
  const each =
    currency && of.h === -1 && Object.keys(of).length === 3 ? THINGS.find((unit) => of[unit] === -1) : undefined;
  if (currency && each && EACH_TIME.test(sum.text.trim()))
    return add([
      {
        label: periods[0] && periods[0] !== "hour" ? `a ${periods[0]}` : "an hour",
        expression: `${at} in ${currency}/${each}/${periods[0] ?? "hour"}`,
      },
    ]);
  if (/\b(?:homes|households)\b/i.test(sum.words) && key(of) === key({ GW: 1, h: 1 }))
    return add([
      {
        label: "homes for a year",
        expression: `${at} / (${defaultInput(sum.reading.library, "home", null)} * 1 year)`,
      },
    ]);
  // "GPUs?" after racks.
  if (last.lines[leadOf(last) - 1]?.label === "racks" && CHIPS.test(sum.text.trim()))
    return add([
      { label: "accelerators", expression: `${at} * (${defaultInput(sum.reading.library, "chips-per-rack", null)})` },
    ]);
  const perGw = /\b(?:per|an?|each|one|single|1) (?:single )?(?:gw|gigawatt)\b/i.test(sum.text)
    ? linesOf(sum.reading, last).findIndex(
        (dimension) => dimension.GW === -1 && CURRENCIES.some((unit) => dimension[unit] === 1),
      )
    : -1;
  if (perGw >= 0)
    return evaluated(kept(last), { title: "", lead: [perGw + 1], notes: [...last.notes], asOf: last.asOf });
  const perPower = PER_POWER.exec(sum.text.trim())?.[1];
  const [rate, ...rates] = perPower ? literalsIn(last).filter(({ unit }) => /^(?:USD|EUR|GBP)\/[MG]W$/.test(unit)) : [];
  if (perPower && rate && rates.length === 0) {
    const below = `${rate.unit.split("/")[0]}/${/^g/i.test(perPower) ? "GW" : /^k/i.test(perPower) ? "kW" : "MW"}`;
    const ends = rate.low === rate.high ? `${rate.low}` : `${rate.low}-${rate.high}`;
    return add([{ label: `per ${below.split("/")[1]}`, expression: `(${ends} ${rate.unit}) in ${below}` }]);
  }
  const target = /\b(?:in|into|to|as)\s+(?:us )?(\$|€|£|[a-z]+(?:[- ]hours?)?)\s*[?.!]*$/i.exec(sum.words.trim())?.[1];
  const unit = target ? ({ $: "USD", "€": "EUR", "£": "GBP" }[target] ?? unitNamed(target)) : "";
  const wanted = unit ? parseUnit(unit) : null;
  if (!wanted) return null;
  const money = CURRENCIES.find((each) => wanted.dimension[each]);
  if (money && currency && money !== currency) {
    const { [currency]: _own, ...below } = of;
    const per =
      Object.keys(below).length === 0
        ? ""
        : key(below) === key({ h: -1 })
          ? "/year"
          : key(below) === key({ GW: -1 })
            ? "/GW"
            : null;
    return per === null ? null : add([{ label: `in ${unit}`, expression: `${at} in ${unit}${per}` }]);
  }
  return key(wanted.dimension) === key(of) ? add([{ label: `in ${unit}`, expression: `${at} in ${unit}` }]) : null;
}

const PER_POWER = /^(?:and |so )?(?:per|an?|each|\/) ?(kw|mw|gw|kilowatt|megawatt|gigawatt)[\s?.!]*$/i;
const THINGS = ["chip", "GW", "share", "rack"] as const;
const EACH_TIME = /^(?:and |so )?(?:per|an?|each|\/) ?(?:hour|hr|day|week|month|quarter|year)[\s?.!]*$/i;
const CHIPS = gated(
  /^(?:(?:and|so|or|in)\b[\s,]*)*(?:how many )?(?:gpus?|chips?|accelerators?)(?: (?:is|are|in) (?:that|it|those|them))?[\s?.!]*$/i,
);
const LEVEL = /^([^#]+?) \* annuity\(\(([\d.]+) %\/year\), ([\d.]+) years?\)/;

const resultOf = (reading: Reading, last: PlanOf<"evaluate">): Dimension | null =>
  linesOf(reading, last)[leadOf(last) - 1] ?? null;

/** What each line counts; none where the sum could not be worked out: then there is nothing to go on from. */
function linesOf({ library, asOf }: Reading, last: PlanOf<"evaluate">): Dimension[] {
  try {
    return runWorksheet(last.lines, library, asOf).lines.map((line) => line.amount.dimension);
  } catch (error) {
    if (error instanceof CalculationError) return [];
    throw error;
  }
}
