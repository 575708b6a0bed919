import type { FigureOf, Unit } from "../schema.ts";
import { everyAmount, isMoney } from "./every-amount.ts";
import type { Rule } from "./rule.ts";

/** Totals, of which none in this field is below a hundred thousand of any currency. */
const totals = new Set<FigureOf>([
  "contract",
  "capex",
  "investment",
  "equity",
  "debt",
  "revenue",
  "valuation",
  "acquisition",
  "guarantee",
]);

export const amountsAgree: Rule = {
  name: "amounts-agree",
  holds:
    "Low is not above high, the bounds fit the qualifier, units are base units, and the printed figure agrees with the number.",
  check(knowledge, report) {
    for (const { file, path, amount, figure } of everyAmount(knowledge)) {
      const say = (field: string, message: string) => report(file, [...path, field], message);
      const { low, high, qualifier, unit } = amount;
      if (low !== null && high !== null && low > high) say("low", `low ${low} is above high ${high}: swap them`);
      if (qualifier === "up-to" && (low !== null || high === null))
        say("qualifier", "“up-to” needs low: null and a high");
      if (qualifier === "at-least" && (high !== null || low === null))
        say("qualifier", "“at-least” needs a low and high: null");
      if ((qualifier === "exact" || qualifier === "about") && (low === null || high === null))
        say("qualifier", `“${qualifier}” needs low and high (equal, or a range)`);
      const most = high ?? low ?? 0;
      if ((unit === "count" || unit === "shares") && !figure.counted) say("unit", "say what is counted in “counted”");
      if (unit === "GW" && most > 1000) say(high === null ? "low" : "high", "gigawatts, not megawatts: 600 MW is 0.6");
      if (isMoney(unit) && totals.has(figure.of) && !figure.per && most > 0 && most < 1e5)
        say(high === null ? "low" : "high", `${most} ${unit} in all? Write 38 billion as 38e9`);
      if (amount === figure && figure.printed !== undefined && !agrees(figure.printed, low, high))
        say("printed", `“${figure.printed}” does not agree with ${sayBounds(low, high, unit)}: mend one of them`);
    }
    for (const rate of knowledge.rates) {
      const steps = [rate.low, rate.mid, rate.high].filter((value) => value !== null);
      if (steps.some((value, i) => value < (steps[i - 1] ?? value)))
        report(`rates/${rate.id}.yaml`, ["low"], `${steps.join(", ")} do not rise from low to high: put them in order`);
    }
  },
};

const sayBounds = (low: number | null, high: number | null, unit: Unit): string =>
  low === high ? `${low} ${unit}` : `${low ?? "–"} to ${high ?? "–"} ${unit}`;

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
  mw: 1e-3,
  kw: 1e-6,
  gwh: 1e-3,
};

/** Whether each bound of the amount is a number of the printed text, whatever scale word stands beside it. */
function agrees(printed: string, low: number | null, high: number | null): boolean {
  const numbers = [
    ...printed
      .replace(/(\d),(?=\d{3})/g, "$1")
      .matchAll(/(\d+(?:\.\d+)?)\s*(thousand|million|billion|trillion|mn|bn|mw|kw|gwh|k|m|b|t)?\b/gi),
  ].map((match) => ({
    value: Number(match[1]),
    scale: scales[match[2]?.toLowerCase() ?? ""],
  }));
  if (numbers.length === 0) return true;
  const last = numbers.findLast((number) => number.scale !== undefined)?.scale ?? 1;
  const values = numbers.flatMap(({ value, scale }) => [value * (scale ?? 1), value * (scale ?? last)]);
  const near = (bound: number | null) =>
    bound === null || values.some((value) => Math.abs(value - bound) <= Math.abs(bound) * 0.011 + 1e-9);
  return near(low) && near(high);
}
