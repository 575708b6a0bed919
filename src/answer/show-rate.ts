/** An input of the calculator as a fact: the figure, what it includes, whose it is, as of when; several side by side. */
import type { Rate } from "../../knowledge/schema.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { numberFormat } from "../doc/number-format.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayApart } from "./say-difference.ts";
import { shorten } from "./shorten.ts";

export function showRate(plan: PlanOf<"show-rate">, context: Context): Answer {
  const draft = new Draft(context);
  const rates = plan.rates.flatMap((id) => context.library.rates.get(id) ?? []);
  const [first, ...others] = rates;
  if (!first) {
    return draft.done({
      status: "unknown",
      kind: "show-rate",
      title: "Not known",
      headline: [{ text: `I have no input called “${shorten(plan.rates.join(", "))}”.` }],
    });
  }
  const sorted =
    plan.rank === null
      ? rates
      : [...rates].sort((a, b) => (plan.rank === "lowest" ? middle(a) - middle(b) : middle(b) - middle(a)));
  const headline: Rich =
    others.length === 0
      ? [...one(draft, first), ...(plan.covers ? covered(draft, first) : [])]
      : several(draft, plan.rank, sorted);
  const blocks: Block[] = rates.flatMap((rate): Block[] => [
    ...(others.length > 0 ? [{ type: "heading" as const, text: rate.name }] : []),
    { type: "list", items: details(draft, rate) },
  ]);
  return draft.done({
    status: "answered",
    kind: "show-rate",
    title: rates.map((rate) => rate.name).join(" · "),
    headline,
    blocks,
  });
}

const middle = (rate: Rate): number => rate.mid ?? ((rate.low ?? rate.high ?? 0) + (rate.high ?? rate.low ?? 0)) / 2;

const one = (draft: Draft, rate: Rate): Rich => [
  { text: `${rate.name}: ` },
  amount(draft, rate),
  { text: `${rate.as_of ? ` (as of ${sayDate(rate.as_of)})` : ""}.` },
];

/** "It includes: land, power, the building, servers and all other components." */
const covered = (draft: Draft, rate: Rate): Rich => [
  { text: " It includes: " },
  draft.sourced(`${rate.includes.charAt(0).toLowerCase()}${rate.includes.slice(1)}`, rate, [
    ...rate.sources.map((source) => source.id),
    ...rate.cites,
  ]),
];

function several(draft: Draft, rank: "highest" | "lowest" | null, rates: readonly Rate[]): Rich {
  const [first, second, ...more] = rates;
  const gap = first && second && more.length === 0 ? apart(draft, first, second) : [];
  const spans = rates.flatMap(
    (rate, index): Rich => [
      { text: index === 0 ? (rank ? `The ${rank}: ` : "") : "; " },
      { text: `${rate.name}: ` },
      amount(draft, rate, rates.length > FEW),
      { text: index === rates.length - 1 && gap.length === 0 ? "." : "" },
    ],
  );
  return [...spans, ...gap];
}

/** By how much the larger of two of one unit is the larger. */
function apart(draft: Draft, a: Rate, b: Rate): Rich {
  if (a.unit !== b.unit || middle(a) === middle(b)) return [];
  const [large, small] = middle(a) > middle(b) ? [a, b] : [b, a];
  const say = (value: number) => sayIn(value, a.unit);
  return sayApart(draft, { large: middle(large), small: middle(small), unit: "ratio", exact: false, say });
}

/** Of more of them each is said without its price of a megawatt. */
const FEW = 3;

function amount(draft: Draft, rate: Rate, brief = false): Span {
  draft.use({
    low: rate.low ?? rate.mid ?? rate.high,
    high: rate.high ?? rate.mid ?? rate.low,
    unit: "ratio",
    qualifier: "about",
    origin: `rate:${rate.id}`,
  });
  return draft.sourced(
    sayRate(rate, brief),
    rate,
    [...rate.sources.map((source) => source.id), ...rate.cites],
    "strong",
  );
}

/** "$2.60 per GPU-hour ($1.70–3.50)", "1.4 kW", "190–230 kW per rack". */
function sayRate(rate: Rate, brief = false): string {
  const { low, mid, high } = rate;
  const say = (value: number) => sayIn(value, rate.unit, brief);
  const range = low !== null && high !== null && low !== high ? `${say(low)} to ${say(high)}` : null;
  if (mid === null)
    return range ?? (low !== null && high === null ? `at least ${say(low)}` : high !== null ? say(high) : "not given");
  return range ? `${say(mid)} (from ${range})` : say(mid);
}

const CURRENCY: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };
const number = numberFormat(4);

function sayIn(value: number, unit: string, brief = false): string {
  const [base = "", per] = unit.split("/");
  const tail = per ? ` per ${per}` : "";
  const symbol = CURRENCY[base];
  if (symbol) {
    const [scale, letter] =
      value >= 1e12 ? [1e12, "T"] : value >= 1e9 ? [1e9, "B"] : value >= 1e6 ? [1e6, "M"] : [1, ""];
    const perMw = per === "GW" && !brief ? ` (${symbol}${number.format(value / 1e9)}M per MW)` : "";
    return `${symbol}${number.format(value / scale)}${letter}${tail}${perMw}`;
  }
  if (base === "1" || base === "fraction" || base === "ratio")
    return per === "year"
      ? `${number.format(value * 100)}% a year`
      : per
        ? `${number.format(value)}${tail}`
        : value > 0 && value < 1
          ? `${number.format(value * 100)}%`
          : number.format(value);
  return `${number.format(value)} ${base}${tail}`;
}

function details(draft: Draft, rate: Rate): Rich[] {
  const lines = [
    `Includes: ${rate.includes}`,
    rate.excludes ? `Excludes: ${rate.excludes}` : "",
    rate.basis && rate.basis !== "unknown" ? `Power is ${rate.basis === "it" ? "IT" : "facility"} power` : "",
    rate.as_of ? `As of ${sayDate(rate.as_of)}` : "",
    rate.confidence === "high" ? "" : `Confidence: ${rate.confidence}`,
    rate.note ?? "",
  ].filter(Boolean);
  const cites = draft.cite(rate, [...rate.sources.map((source) => source.id), ...rate.cites], 3);
  return lines.map(
    (line, index): Rich => [
      { text: `${line}.`.replace(/\.\.$/, "."), ...(index === 0 && cites.length > 0 && { cites }) },
    ],
  );
}
