/** Averages: of numbers that are listed, and of prices weighted by what is bought at each. */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeEnd } from "./write-term.ts";

const AVERAGE = gated(/\b(?:averages?|avg|mean of|midpoint|mid[- ]?point|middle)\b/i);
const WEIGHTED = gated(/\b(?:blended|weighted|averages?|avg)\b/i);

/** "The average of 35, 40 and 55 billion per GW"; with a power, what it costs at that. */
export const averageOf: ReadSum = (sum) => {
  const middle = medianOf(sum);
  if (middle) return middle;
  // "Alphabet midpoint + Meta midpoint" adds them.
  if (!AVERAGE.test(sum.words) || /\+/.test(sum.words)) return null;
  // "From 2 GW to 12 by 2030, on average a year" is a pace.
  if (
    /\b(?:per|an?|each|every) (?:year|quarter|month)\b|\bannual/i.test(sum.words) &&
    /\b(?:from|by|until)\b/i.test(sum.words)
  )
    return null;
  const kinds = ["rate", "money", "power", "percent", "flow", "price", "unit-price", "hourly", "number"] as const;
  const listed = kinds.flatMap((kind) => sum.of(kind)).filter(({ ends }) => ends.length > 1);
  const [list, ...more] = listed;
  if (list && more.length === 0) {
    const power = list.kind === "rate" ? sum.one("power") : null;
    const times = power || list.kind === "number" ? null : sum.one("number");
    if (!sum.complete([list, power, times])) return null;
    const together = `(${list.ends.map((end) => writeEnd(list, end)).join(" + ")})`;
    // A quotient of plain numbers reads as a multiple.
    const mean =
      list.kind === "number" ? `(1 / ${list.ends.length}) * ${together}` : `${together} / ${list.ends.length}`;
    const all = [{ label: `average of ${list.text}`.slice(0, 80), expression: mean }];
    if (power) all.push({ label: `${power.text} at that`, expression: `#1 * ${write(power)}` });
    if (times)
      all.push({
        label: `times ${times.text}`,
        expression: `#1 * ${write(times, list.kind === "rate" ? "GW" : undefined)}`,
      });
    return evaluated(all, { lead: all.length === 2 ? [2, 1] : [1] });
  }
  const alike = sum.terms.filter(({ kind }) => kind !== "year");
  const [first] = alike;
  if (!first || alike.length < 2 || !alike.every((term: Term) => term.kind === first.kind && term.unit === first.unit))
    return null;
  if (!sum.complete(alike)) return null;
  const whole = alike.map((term) => write(term)).join(" + ");
  if (/\b(?:total|sum|in all|altogether)\b/i.test(sum.words))
    return evaluated(
      [
        { label: "total", expression: whole },
        { label: "average", expression: `#1 / ${alike.length}` },
      ],
      { lead: [1, 2] },
    );
  return evaluated([{ label: "average", expression: `(${whole}) / ${alike.length}` }]);
};

/** "Median of 35, 47, 57 and 80 billion": the one in the middle, or half-way between the two that are. */
function medianOf(sum: Sum) {
  if (!/\bmedian\b/i.test(sum.words)) return null;
  const all = sum.terms.filter(({ kind }) => kind !== "year");
  const [first] = all;
  const alike = all.every(({ kind, unit }) => kind === first?.kind && unit === first?.unit);
  const values = all.flatMap((term) => term.ends.map((value) => ({ term, value }))).sort((a, b) => a.value - b.value);
  if (!first || !alike || values.length < 2 || all.some(({ onRecord, spread }) => onRecord || spread !== null))
    return null;
  const at = Math.floor(values.length / 2);
  const [low, high] = [values[values.length % 2 === 1 ? at : at - 1], values[at]];
  if (!low || !high) return null;
  const middle = Number(((low.value + high.value) / 2).toPrecision(12));
  return evaluated([{ label: `median of ${values.length} numbers`, expression: writeEnd(first, middle) }]);
}

/** "6 GW at $40B and 4 GW at $55B": what each gigawatt costs on average. */
export const weightedRate: ReadSum = (sum) => {
  const [powers, rates] = [sum.of("power"), sum.of("rate")];
  if (
    !WEIGHTED.test(sum.words) ||
    powers.length < 2 ||
    powers.length !== rates.length ||
    !sum.complete([...powers, ...rates])
  )
    return null;
  const cost = powers.map((power, index) => `${write(power)} * ${write(rates[index] as Term)}`).join(" + ");
  const [currency = "USD"] = (rates[0] as Term).unit.split("/");
  return evaluated(
    [
      { label: "total", expression: cost },
      {
        label: "per GW on average",
        expression: `#1 / (${powers.map((power) => write(power)).join(" + ")}) in ${currency}/GW`,
      },
    ],
    { lead: [2, 1], title: "Weighted average" },
  );
};
