/** How long something takes to grow to something: "how long until $6B doubles at 20% a year", "when does 1.9 GW hit 30 GW growing 50% a year". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeEnd } from "./write-term.ts";

const ASKS = gated(
  /\bhow long\b|\bhow many (?:years|months|quarters)\b|\bhow (?:quickly|soon)\b|\b(?:when|by when|in what year|which year) (?:does|do|will|would|is|are|it)\b|\b(?:years|time) (?:to|until|till|it takes|needed)\b|\bdoubling time\b/i,
);
const TIMES: readonly (readonly [factor: number, words: RegExp])[] = [
  [2, /\bdoubl(?:es?|ed|ing)\b|\btwice as (?:much|big|large)\b/i],
  [3, /\b(?:tripl|trebl)(?:es?|ed|ing)\b/i],
  [4, /\bquadrupl(?:es?|ed|ing)\b/i],
  [10, /\b(?:tenfold|10x)\b/i],
];
const REACHES =
  /\b(?:to|until|till|hits?|reach(?:es)?|becomes?|gets? to|grows? (?:in)?to|surpass(?:es)?|passes|exceeds?|is)\b/i;
const SHRINKS = gated(
  /\b(?:shrink\w*|declin\w*|falls?|falling|losing|depreciat\w*|halve[sd]?|interest|payback|pay (?:back|off)|runway|burn\w*)\b/i,
);
const PERIODS = ["year", "quarter", "month"] as const;

export const untilGrown: ReadSum = (sum) => {
  if (!ASKS.test(sum.words) || SHRINKS.test(sum.words)) return null;
  const added = untilAdded(sum);
  if (added) return added;
  const percent = sum.one("percent");
  if (!percent || percent.low !== percent.high || percent.low <= 0) return null;
  const ends = endsOf(sum, percent);
  if (!ends || !(ends.factor > 1)) return null;
  const period =
    PERIODS.find(
      (one) =>
        percent.unit.endsWith(`/${one}`) ||
        new RegExp(String.raw`\b(?:an?|per|each|every) ${one}\b|\b${one}ly\b`, "i").test(sum.words),
    ) ?? "year";
  const growth = Number((1 + percent.low / 100).toPrecision(12));
  const count = Number((Math.log(ends.factor) / Math.log(growth)).toPrecision(5));
  const from = ends.from ? writeEnd(ends.from, ends.from.low) : "1";
  const lines = [
    { label: `${ends.said} at ${percent.text}`.slice(0, 80), expression: `${count} ${period}s` },
    { label: "after that time", expression: `${from} * ${growth} ^ ${count}` },
  ];
  return evaluated(lines, { title: ends.said.slice(0, 120), lead: [1] });
};

/** By how many times it has to grow. */
function endsOf(sum: Sum, percent: Term): { from: Term | null; factor: number; said: string } | null {
  const amounts = sum.terms.filter((term) => term !== percent && term.kind !== "year");
  const [first, second, ...more] = amounts;
  if (more.length > 0 || !sum.complete([...amounts, percent])) return null;
  const [factor] = TIMES.find(([, words]) => words.test(sum.words)) ?? [];
  if (factor && !second)
    return { from: first ?? null, factor, said: `until ${first?.text ?? "it"} is ${factor} times as much` };
  if (!first || factor) return null;
  if (!second)
    return first.ends.length === 2 && (first.ends[1] ?? 0) > (first.ends[0] ?? 0)
      ? {
          from: { ...first, low: first.ends[0] ?? 0 },
          factor: (first.ends[1] ?? 0) / (first.ends[0] ?? 1),
          said: first.text,
        }
      : null;
  if (first.kind !== second.kind || (first.unit !== second.unit && first.kind !== "power")) return null;
  const turned = /\bfrom\s*$/i.test(second.before);
  if (!turned && !REACHES.test(sum.words.slice(first.end, second.start)) && !REACHES.test(first.before)) return null;
  const [a, b] = sizeOf(first) <= sizeOf(second) ? [first, second] : [second, first];
  if (a.low !== a.high || b.low !== b.high || a.low <= 0) return null;
  return { from: a, factor: Number((sizeOf(b) / sizeOf(a)).toPrecision(12)), said: `from ${a.text} to ${b.text}` };
}

/** "From 300 MW to 1.2 GW": in one unit. */
const sizeOf = ({ low, kind, unit }: Term): number =>
  kind === "power" ? low * ({ kW: 1e-6, MW: 1e-3, TW: 1e3 }[unit] ?? 1) : low;

/** "If we add 500 MW a year how long to reach 4 GW from 1 GW". */
function untilAdded(sum: Sum) {
  const pace = sum.one("pace");
  const [a, b, ...more] = sum.of("power");
  if (!pace || !a || !b || more.length > 0 || !sum.complete([pace, a, b])) return null;
  const [from, to] = /\bfrom\s*$/i.test(b.before) || /\b(?:reach|hit|to)\s*$/i.test(a.before) ? [b, a] : [a, b];
  const period = pace.unit.split("/")[1] ?? "year";
  return evaluated(
    [
      { label: "to be added", expression: `${write(to)} - ${write(from)}` },
      { label: `at ${pace.text}`, expression: `#1 / (${write(pace)}) in ${period}s` },
    ],
    { title: `From ${from.text} to ${to.text}`, lead: [2, 1] },
  );
}
