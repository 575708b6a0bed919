import type { Knowledge } from "../read.ts";
import type { Qualifier, Unit } from "../schema.ts";
import type { Rule } from "./rule.ts";

type Amount = {
  low: number | null;
  high: number | null;
  unit: Unit;
  qualifier: Qualifier;
  printed?: string | undefined;
  counted?: string | undefined;
};

export const amountsAgree: Rule = {
  name: "amounts-agree",
  holds: "Low is not above high, the bounds fit the qualifier, and the printed figure agrees with the number.",
  check(knowledge, report) {
    for (const { file, path, amount } of amounts(knowledge)) {
      const say = (field: string, message: string) => report(file, [...path, field], message);
      const { low, high, qualifier } = amount;
      if (low !== null && high !== null && low > high) say("low", `low ${low} is above high ${high}: swap them`);
      if (qualifier === "up-to" && (low !== null || high === null))
        say("qualifier", "“up-to” needs low: null and a high");
      if (qualifier === "at-least" && (high !== null || low === null))
        say("qualifier", "“at-least” needs a low and high: null");
      if ((qualifier === "exact" || qualifier === "about") && (low === null || high === null))
        say("qualifier", `“${qualifier}” needs low and high (equal, or a range)`);
      if ((amount.unit === "count" || amount.unit === "shares") && !amount.counted)
        say("unit", "say what is counted in “counted”");
      if (amount.unit === "GW" && (high ?? low ?? 0) > 1000) say("high", "gigawatts, not megawatts: 600 MW is 0.6");
      if (amount.printed !== undefined && !agrees(amount))
        say("printed", `“${amount.printed}” does not agree with ${low ?? "–"} to ${high ?? "–"} ${amount.unit}`);
    }
  },
};

function amounts(knowledge: Knowledge) {
  const out: { file: string; path: PropertyKey[]; amount: Amount }[] = [];
  for (const deal of knowledge.deals) {
    deal.events.forEach((event, i) => {
      event.figures?.forEach((figure, k) => {
        const file = `deals/${deal.id}.yaml`;
        out.push({ file, path: ["events", i, "figures", k], amount: figure });
        figure.disputes?.forEach((dispute, d) =>
          out.push({
            file,
            path: ["events", i, "figures", k, "disputes", d],
            amount: { ...dispute, counted: figure.counted },
          }),
        );
      });
    });
  }
  for (const metric of knowledge.metrics)
    metric.points.forEach((point, i) =>
      out.push({ file: `metrics/${metric.id}.yaml`, path: ["points", i], amount: point }),
    );
  return out;
}

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
function agrees({ low, high, printed = "" }: Amount): boolean {
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
