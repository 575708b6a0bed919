/** A chart of a Doc → Slack's own, which takes short names, and bars of one colour a series. */
import type { Bar, Chart } from "../../doc/doc.ts";
import { type DataVisualization, LIMITS } from "./limits.ts";

/** Names side by side under an axis: of more, Slack shows every other one. */
const READABLE = 8;

/** The first, and others from the largest to the smallest in even steps; all of them stand in words beside the chart. */
function shownOf(bars: readonly Bar[]): Bar[] {
  if (bars.length <= READABLE) return [...bars];
  const [first, ...others] = bars;
  const step = (others.length - 1) / (READABLE - 2);
  const shown = Array.from({ length: READABLE - 1 }, (_, index) => others[Math.round(index * step)]);
  return [first, ...shown].filter((bar) => bar !== undefined);
}

/** What stands under it: what it shows, what it leaves out, and the amounts whose bars say less than their words. */
export function chartNote({ note, bars }: Chart): string {
  const shown = shownOf(bars);
  const left = shown.length < bars.length ? [`${shown.length} of ${bars.length} are drawn; all are in the text.`] : [];
  const bounds = shown.filter(({ said }) => /^(?:up to|at least)\b/i.test(said));
  const said = bounds.map((bar) => `${bar.label}: ${bar.said}`).join("; ");
  return [note, ...left, ...(said ? [`${said}.`] : [])].join(" ");
}

export function toChartBlock({ title, unit, bars: all }: Chart): DataVisualization {
  const bars = shownOf(all);
  const categories = shortNames(
    bars.map(({ label }) => label),
    LIMITS.chartLabel,
  );
  const scale = scaleOf(bars);
  const series = (name: string, amount: (bar: Bar) => number) => ({
    name,
    data: bars.map((bar, index) => ({ label: categories[index] ?? "", value: inScale(amount(bar), scale) })),
  });
  const ranges = bars.some(({ low, high }) => low !== high);
  return {
    type: "data_visualization",
    title: clip(title, LIMITS.chartTitle),
    chart: {
      type: "bar",
      series: ranges
        ? [series("Lower end", ({ low }) => low), series("Upper end", ({ high }) => high)]
        : [series("Amount", ({ high }) => high)],
      axis_config: { categories, y_label: clip([UNITS[unit] ?? unit, scale.word].join(""), LIMITS.axisLabel) },
    },
  };
}

const UNITS: Readonly<Record<string, string>> = { USD: "US dollars", EUR: "Euros", GBP: "Pounds", GW: "Gigawatts" };

/** Slack writes out an axis's numbers: 500, not 500,000,000,000. */
type Scale = { of: number; word: string };
const SCALES: readonly Scale[] = [
  { of: 1e9, word: ", billions" },
  { of: 1e6, word: ", millions" },
];
const scaleOf = (bars: readonly Bar[]): Scale =>
  SCALES.find(({ of }) => bars.some(({ high }) => high >= of)) ?? { of: 1, word: "" };
/** As exact as amounts are said, without the noise of a division. */
const inScale = (value: number, { of }: Scale): number => Number((value / of).toPrecision(6));

/**
 * Names within a length, each different from all others. "Foxconn chairman, Vera Rubin, June 2026" is its first part where
 * no other name begins so; else the second part tells them apart, and the first gives way to it.
 */
export function shortNames(names: readonly string[], most: number): string[] {
  const firsts = names.map((name) => name.split(", ")[0] ?? name);
  const out: string[] = [];
  for (const [index, name] of names.entries()) {
    const first = firsts[index] ?? name;
    const alone = firsts.filter((other) => other === first).length === 1;
    const forms = [name, ...(alone ? [first] : abridged(name))];
    const fitting = forms.find((form) => form.length <= most) ?? forms.at(-1) ?? name;
    out.push(differing(clip(fitting, most), out, most));
  }
  return out;
}

/** Its first two parts, months by three letters; then first names by one, too; then no comma. */
function abridged(name: string): string[] {
  const [first = "", second = ""] = name.replace(MONTHS, "$1").split(", ");
  const who = first.replace(LONG_FIRST_WORDS, "$1. ");
  return [`${first}, ${second}`, `${who}, ${second}`, `${who} ${second}`];
}
const MONTHS = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+(?= \d)/g;
const LONG_FIRST_WORDS = /(\p{L})\p{L}{5,}\s+(?=\S)/gu;

function differing(name: string, taken: readonly string[], most: number): string {
  let made = name;
  for (let count = 2; taken.includes(made); count++) made = `${clip(name, most - ` ${count}`.length)} ${count}`;
  return made;
}

const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
