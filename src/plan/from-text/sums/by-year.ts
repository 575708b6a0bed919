/** A build by years, each with its power and perhaps its own price: "1 GW in 2026, 2 GW in 2027, each at $40B". */

import { gated } from "../../../knowledge/gated.ts";
import { rateNamed } from "../rates-named.ts";
import { currencyAsked } from "./conversion.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeEnd } from "./write-term.ts";

/** How many lines may stand in the direct answer. */
const MOST_IN_HEADLINE = 4;

/** Power is asked for, not what it costs. */
const ASKS_POWER = gated(
  /\bhow (?:many|much) (?:more |extra |new )?(?:gws?|gigawatts?|gigs?|mws?|megawatts?|power|capacity)\b/i,
);

/** One of them in parts of the other. */
const ASKS_SHARE = /\b(?:percent(?:age)?|per cent|share|fraction|proportion|portion|times|ratio)\b|%/i;

/** "1, 2, 3 and 4 GW over four years at $50B per GW": so much in each. */
function ramp(sum: Sum) {
  const [size, time] = [sum.one("power"), sum.one("time")];
  const [rate = null, ...more] = sum.of("rate");
  if (!size || size.ends.length < 3 || more.length > 0 || !sum.complete([size, time, rate])) return null;
  if (time && (time.unit !== "year" || time.low !== size.ends.length)) return null;
  if (!rate && !/\b(?:costs?|price|capex|spend\w*|bill|budget)\b/i.test(sum.words)) return null;
  const lines = size.ends.map(
    (end): SumLine => ({
      label: writeEnd(size, end),
      expression: `${writeEnd(size, end)} * ${rate ? write(rate) : rateFor(sum)}`,
    }),
  );
  const total = lines.length + 1;
  return evaluated(
    [...lines, { label: "total", expression: size.ends.map((_end, index) => `#${index + 1}`).join(" + ") }],
    { title: "Spending by phase", lead: [total, ...lines.slice(0, MOST_IN_HEADLINE).map((_line, index) => index + 1)] },
  );
}

export const byYear: ReadSum = (sum) => {
  // "From 9 GW in 2025 to 35 GW by 2030" are two levels, and no two builds.
  const [first, second] = sum.of("power");
  if (second && /\bfrom\s*$/i.test(first?.before ?? "") && /\bto\s*$/i.test(second.before)) return null;
  const phased = ramp(sum);
  if (phased) return phased;
  const powers = sum.of("power");
  if (powers.length < 2 || powers.length > 20) return null;
  const rates = ratesOf(sum);
  const years = sum.of("year");
  if (rates.length > 1 && rates.length !== powers.length) return null;
  if (!sum.complete([...powers, ...sum.of("rate"), ...rates])) return null;
  if (rates.length === 0 && (ASKS_POWER.test(sum.words) || /\b(?:growth|grow\w*|grew|cagr)\b/i.test(sum.words)))
    return null;
  if (rates.length === 0 && ASKS_SHARE.test(sum.words)) return null;
  // With years each power has its own; without, a rate or the word "then" makes them phases.
  if (years.length > 0 && years.length !== powers.length) return null;
  if (
    years.length === 0 &&
    !/\b(?:then|phase|followed by|total|in all|altogether|sum|combined|each)\b/i.test(sum.words) &&
    rates.length < 2
  )
    return null;
  const applied = (index: number): string => {
    const own = rates.length > 1 ? rates[index] : rates[0];
    return own ? write(own) : rateFor(sum);
  };
  const lines: SumLine[] = powers.map((power, index) => ({
    label: years[index]
      ? `${years[index].low}`
      : `${power.text}${rates.length > 1 ? ` at ${rates[index]?.text}` : ""}`.slice(0, 80),
    expression: `${write(power)} * ${applied(index)}`,
  }));
  if (powers.length === 2 && rates.length === 2 && years.length === 0 && OF_TWO.test(sum.words))
    return dearerOf(sum, powers, rates, lines);
  lines.push({ label: "total", expression: powers.map((_power, index) => `#${index + 1}`).join(" + ") });
  const total = lines.length;
  lines.push({ label: "average", expression: `#${total} / (${powers.map((power) => write(power)).join(" + ")})` });
  const leads = powers.length <= MOST_IN_HEADLINE ? [...powers.map((_power, index) => index + 1), total] : [total];
  return evaluated(lines, {
    title: years.length > 0 ? "Spending by year" : "Spending by phase",
    lead: totalFirst(sum, leads, total),
  });
};

/** "Which costs more, 3 GW at 40B/GW or 2 GW at 55B/GW": nobody adds what is set against each other. */
function dearerOf(sum: Sum, powers: readonly Term[], rates: readonly Term[], lines: readonly SumLine[]) {
  const sizes = powers.map(({ low }, index) => low * (rates[index]?.low ?? 0));
  const inGw = powers.map(({ unit }, index) => (sizes[index] ?? 0) * (unit === "MW" ? 1e-3 : 1));
  const [first, second] = (inGw[0] ?? 0) >= (inGw[1] ?? 0) ? [1, 2] : [2, 1];
  const shown = LEAST.test(sum.words) ? [second, first] : [first, second];
  return evaluated([...lines, { label: "difference", expression: `#${first} - #${second}` }], {
    title: "Side by side",
    lead: [...shown, 3],
  });
}
const OF_TWO =
  /\b(?:which|what|is)\b.*\b(?:more|less|cheaper|dearer|pricier|costlier|bigger|larger|smaller|higher|lower)\b|\b(?:vs\.?|versus|against|compare[ds]?|difference)\b/i;
const LEAST = gated(/\b(?:less|cheaper|smaller|lower)\b/i);

/** "35, 38, then 42 billion per gigawatt": the unit of the last holds for those before it. */
function ratesOf(sum: Sum): readonly Term[] {
  const given = sum.of("rate");
  const [listed, ...others] = given;
  if (
    listed &&
    others.length === 0 &&
    listed.ends.length > 1 &&
    listed.ends.length === sum.of("power").length &&
    /\brespectively\b/i.test(sum.words)
  )
    return listed.ends.map((value) => ({ ...listed, low: value, high: value, text: `${value / 1e9}B` }));
  const [last, ...more] = given;
  const plain = sum.of("number").filter(({ scaled, low, high, each }) => !scaled && low === high && !each);
  if (!last || more.length > 0) return given;
  if (last.ends.length > 2 && plain.length === 0)
    return last.ends.map((value) => ({ ...last, low: value, high: value, text: `${value / 1e9} billion` }));
  const scale = 10 ** (3 * Math.floor(Math.log10(Math.max(1, last.low)) / 3));
  const before = plain.filter(({ start }) => start < last.start);
  return before.length < plain.length
    ? given
    : [
        ...before.map((term) =>
          Object.assign(term, { kind: "rate", unit: last.unit, low: term.low * scale, high: term.high * scale }),
        ),
        last,
      ];
}

/** Where only the total is asked it comes first. */
const totalFirst = (sum: Sum, leads: number[], total: number): number[] =>
  /\b(?:total|in all|altogether|overall|sum)\b/i.test(sum.words) &&
  !/\b(?:per year|each year|yearly|by year|annual)\b/i.test(sum.words) &&
  leads.length > 1
    ? [total, ...leads.filter((lead) => lead !== total)]
    : leads;

function rateFor(sum: Sum): string {
  const named = rateNamed(sum.reading);
  return `@${named ?? sum.reading.library.knowledge.rates.find(({ quantity, default: first }) => quantity === "capex-per-gw" && first)?.id ?? ""}`;
}

/** Like amounts that are added: "$5B plus $3.2B plus 900M", "total of 1.2 GW, 800 MW and 2 GW". */
export const addedUp: ReadSum = (sum) => {
  const amounts = withUnitOfLast(sum.terms.filter(({ kind }) => kind !== "year"));
  const [first] = amounts;
  if (
    first &&
    amounts.length === 1 &&
    first.ends.length > 2 &&
    /\b(?:sum|total|add(?:ed)?(?: up)?|altogether|together|in all)\b/i.test(sum.words) &&
    sum.complete([first]) &&
    sum.reading.names.deals.length === 0
  )
    return evaluated([{ label: "total", expression: first.ends.map((end) => writeEnd(first, end)).join(" + ") }]);
  const mixedUp = unlikeAdded(sum, amounts);
  if (mixedUp) return mixedUp;
  if (!first || amounts.length < 2 || !amounts.every((term: Term) => term.kind === first.kind)) return null;
  // IT and facility power are not added before somebody says what lies between them.
  if (/\bIT\b/.test(sum.words) && /\bfacility\b/i.test(sum.words)) return null;
  if (!["power", "money", "energy", "chips", "racks", "homes", "flow"].includes(first.kind)) return null;
  if (
    !/\b(?:add(?:ed)?(?: up)?|sum|total|altogether|combined|together|in all|plus)\b|\+/i.test(sum.words) ||
    !sum.complete(sum.terms)
  )
    return null;
  const mixed = first.kind === "money" && amounts.some(({ unit }) => unit !== first.unit);
  const into = mixed ? currencyAsked(sum.words, "") : null;
  if (into) return inOneCurrency(amounts, into);
  const lines: SumLine[] = [{ label: "total", expression: amounts.map((term) => write(term)).join(" + ") }];
  const other = first.kind === "money" ? currencyAsked(sum.words, first.unit) : null;
  if (other) lines.push({ label: `in ${other}`, expression: `#1 in ${other}` });
  return evaluated(lines, { lead: other ? [2, 1] : [1] });
};

/** "Add 30 MW, 4 GW and 7 billion dollars": written as it was asked, so that the answer says what does not go together. */
function unlikeAdded(sum: Sum, amounts: readonly Term[]) {
  const kinds = new Set(amounts.map(({ kind }) => kind));
  const counted = amounts.every(({ kind }) => kind === "power" || kind === "money" || kind === "energy");
  if (kinds.size < 2 || !counted || !NOTHING_BUT_ADDING.test(sum.words) || !sum.complete(amounts)) return null;
  return evaluated([{ expression: amounts.map((term) => write(term)).join(" + ") }]);
}
const NOTHING_BUT_ADDING =
  /^(?=.*(?:\b(?:add|sum|total|plus|together|altogether|combined)\b|\+))(?:[\s,;.?!:+]|\b(?:add(?:ed)?(?: up)?|the|what(?:'s| is)?|sum|total|of|and|plus|with|to|in all|together|altogether|combined|please|give me|for me)\b)*$/i;

/** Euros, pounds and dollars are added in the one that is asked for. */
function inOneCurrency(amounts: readonly Term[], into: string) {
  if (amounts.length > 8) return null;
  const lines: SumLine[] = amounts.map((term) => ({ label: term.text, expression: `${write(term)} in ${into}` }));
  lines.push({ label: "total", expression: amounts.map((_term, index) => `#${index + 1}`).join(" + ") });
  return evaluated(lines, { lead: [lines.length, ...amounts.slice(0, 4).map((_term, index) => index + 1)] });
}

/** "400 + 600 + 1200 MW": the unit behind the last holds for all. */
function withUnitOfLast(terms: readonly Term[]): readonly Term[] {
  const last = terms.at(-1);
  if (!last || !["power", "money", "energy"].includes(last.kind)) return terms;
  const before = terms.slice(0, -1);
  if (!before.every(({ kind, scaled, unit }) => kind === "number" && !scaled && unit === "")) return terms;
  const scale = last.kind === "money" ? 10 ** (3 * Math.floor(Math.log10(Math.max(1, last.high)) / 3)) : 1;
  return [
    ...before.map((term) => ({
      ...term,
      kind: last.kind,
      unit: last.unit,
      low: term.low * scale,
      high: term.high * scale,
    })),
    last,
  ];
}
