/** What gigawatts cost, what money buys, or what a pair of them comes to per gigawatt, with the working. */
import type { Rate } from "../../knowledge/schema.ts";
import { boundsOf, capexEstimates, findEstimates } from "../calculator/named-estimate.ts";
import { over, type Range, times } from "../calculator/range.ts";
import type { Block, FigureUse, Rich, Span } from "../doc/doc.ts";
import { sayAmount, sayDate, sayNumber } from "../doc/say-figure.ts";
import type { PlanOf, Quantity } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

type Unit = FigureUse["unit"];
type Applied = { name: string; range: Range; unit: "USD" | "EUR" | "GBP"; rate: Rate | null };

export function estimate(plan: PlanOf<"estimate">, context: Context): Answer {
  const draft = new Draft(context);
  const { quantity } = plan;
  keepGiven(draft, quantity);
  if (plan.over) return perGigawatt(draft, quantity, plan.over);
  const applied = chooseRate(plan, context);
  if (!applied) return unknownRate(draft, plan, context);
  return quantity.unit === "GW"
    ? costOf(draft, quantity, applied, context)
    : powerFor(draft, quantity, applied, context);
}

function chooseRate(plan: PlanOf<"estimate">, context: Context): Applied | null {
  const { rate } = plan;
  if (rate && "low" in rate)
    return { name: "your own rate", range: { low: rate.low, high: rate.high }, unit: rate.unit, rate: null };
  const named = rate ? findEstimates(context.library, rate.name)[0] : capexEstimates(context.library)[0];
  const range = named && boundsOf(named);
  return named && range ? { name: named.name, range, unit: currencyOf(named), rate: named } : null;
}

const currencyOf = (rate: Rate): "USD" | "EUR" | "GBP" =>
  rate.unit.startsWith("EUR") ? "EUR" : rate.unit.startsWith("GBP") ? "GBP" : "USD";
const ends = (quantity: Quantity): Range => ({ low: quantity.low, high: quantity.high });

function keepGiven(draft: Draft, quantity: Quantity): void {
  draft.use({
    low: quantity.low,
    high: quantity.high,
    unit: quantity.unit,
    qualifier: quantity.qualifier,
    origin: "user",
  });
}

function computed(draft: Draft, range: Range, unit: Unit): string {
  draft.use({ ...range, unit, qualifier: "exact", origin: "computed" });
  return sayAmount({ ...tidy(range), unit, qualifier: "exact" });
}

/** Four significant digits are more than any estimate here can bear. */
const tidy = ({ low, high }: Range): Range => ({ low: Number(low.toPrecision(4)), high: Number(high.toPrecision(4)) });

const rateText = (applied: Applied): string =>
  sayAmount({ ...applied.range, unit: `${applied.unit}/GW`, qualifier: "exact" });

function rateSpan(draft: Draft, applied: Applied, context: Context): Span {
  draft.use({
    ...applied.range,
    unit: `${applied.unit}/GW`,
    qualifier: "exact",
    origin: applied.rate ? `rate:${applied.rate.id}` : "user",
  });
  if (!applied.rate) return { text: rateText(applied) };
  return { text: rateText(applied), ...cites(draft, applied.rate, context) };
}

function cites(draft: Draft, rate: Rate, _context: Context) {
  const found = draft.cite(rate, [...rate.sources.map((source) => source.id), ...rate.cites], 2);
  return found.length > 0 ? { cites: found } : {};
}

function costOf(draft: Draft, quantity: Quantity, applied: Applied, context: Context): Answer {
  const result = times(ends(quantity), applied.range);
  const said = sayGiven(quantity);
  const headline: Rich = [
    {
      text:
        quantity.high === 0
          ? `0 GW costs $0: the capacity must be above zero. The rate would be `
          : `${capital(said)} would cost about `,
    },
    ...(quantity.high === 0
      ? []
      : [{ text: computed(draft, result, applied.unit), style: "strong" as const }, { text: ` at ` }]),
    rateSpan(draft, applied, context),
    { text: applied.rate ? ` (${applied.name}).` : " (your rate)." },
  ];
  const blocks: Block[] = [
    { type: "heading", text: "Working" },
    {
      type: "list",
      items: [
        [
          {
            text: `${said} × ${rateText(applied)} = ${sayAmount({ ...tidy(result), unit: applied.unit, qualifier: "exact" })}`,
            style: "code",
          },
        ],
        ...scopeOf(applied),
      ],
    },
  ];
  blocks.push(...others(draft, applied, context, (range) => times(ends(quantity), range), applied.unit));
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: `Cost of ${said}`,
    headline,
    blocks,
    actions: estimateActions(`cost ${compact(quantity)}`, applied, context),
  });
}

function powerFor(draft: Draft, quantity: Quantity, applied: Applied, context: Context): Answer {
  const said = sayGiven(quantity);
  if (quantity.unit !== applied.unit) {
    return draft.done({
      status: "clarify",
      kind: "estimate",
      title: "Two currencies",
      headline: [
        {
          text: `${said} and a rate in ${applied.unit} are different currencies; give a rate in ${quantity.unit} a gigawatt, for example “${said} at ${sayNumber(50e9, quantity.unit)}/GW”.`,
        },
      ],
    });
  }
  const result = over(ends(quantity), applied.range);
  if (!result) return zeroRate(draft);
  const headline: Rich = [
    { text: `${capital(said)} would pay for about ` },
    { text: computed(draft, result, "GW"), style: "strong" },
    { text: " at " },
    rateSpan(draft, applied, context),
    { text: applied.rate ? ` (${applied.name}).` : " (your rate)." },
  ];
  const blocks: Block[] = [
    { type: "heading", text: "Working" },
    {
      type: "list",
      items: [
        [
          {
            text: `${said} ÷ ${rateText(applied)} = ${sayAmount({ ...tidy(result), unit: "GW", qualifier: "exact" })}`,
            style: "code",
          },
        ],
        ...scopeOf(applied),
      ],
    },
    ...others(draft, applied, context, (range) => over(ends(quantity), range), "GW"),
  ];
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: `What ${said} buys`,
    headline,
    blocks,
    actions: estimateActions(`cost ${compact(quantity)}`, applied, context),
  });
}

function perGigawatt(draft: Draft, first: Quantity, second: Quantity): Answer {
  const [money, power] = first.unit === "GW" ? [second, first] : [first, second];
  if (money.unit === "GW" || power.unit !== "GW") {
    return draft.done({
      status: "clarify",
      kind: "estimate",
      title: "One money, one power",
      headline: [{ text: "Give an amount of money and a number of gigawatts, for example “$300B / 4.5 GW”." }],
    });
  }
  keepGiven(draft, second);
  const result = over(ends(money), ends(power));
  if (!result) return zeroRate(draft);
  const unit = `${money.unit}/GW` as Unit;
  const said = computed(draft, result, unit);
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: `${sayGiven(money)} for ${sayGiven(power)}`,
    headline: [
      { text: `${sayGiven(money)} for ${sayGiven(power)} comes to ` },
      { text: said, style: "strong" },
      { text: "." },
    ],
    blocks: [
      { type: "heading", text: "Working" },
      { type: "list", items: [[{ text: `${sayGiven(money)} ÷ ${sayGiven(power)} = ${said}`, style: "code" }]] },
    ],
  });
}

function others(
  draft: Draft,
  applied: Applied,
  context: Context,
  apply: (range: Range) => Range | null,
  unit: Unit,
): Block[] {
  const rows: Rich[][] = [];
  for (const rate of capexEstimates(context.library)) {
    const range = boundsOf(rate);
    const result = range && rate.id !== applied.rate?.id && currencyOf(rate) === applied.unit ? apply(range) : null;
    if (!range || !result) continue;
    draft.use({ ...range, unit: `${applied.unit}/GW`, qualifier: "exact", origin: `rate:${rate.id}` });
    rows.push([
      [{ text: rate.name, ...cites(draft, rate, context) }],
      [{ text: sayAmount({ ...range, unit: applied.unit, qualifier: "exact" }) }],
      [{ text: computed(draft, result, unit) }],
    ]);
  }
  if (rows.length === 0) return [];
  return [
    { type: "heading", text: "Other estimates" },
    {
      type: "table",
      caption: "Estimates differ in what they include, in chips and in date",
      columns: [{ label: "Estimate" }, { label: "Per GW", align: "right" }, { label: "Result", align: "right" }],
      rows,
    },
  ];
}

function scopeOf(applied: Applied): Rich[] {
  const { rate } = applied;
  if (!rate) return [[{ text: "The rate is yours; it has no source." }]];
  const said = [
    `Includes: ${rate.includes}`,
    rate.excludes ? `Excludes: ${rate.excludes}` : "",
    rate.basis && rate.basis !== "unknown"
      ? `Power is ${rate.basis === "it" ? "IT" : "facility"} power`
      : "Whether the gigawatt is IT or facility power is not said",
    rate.as_of ? `As of ${sayDate(rate.as_of)}` : "",
  ];
  return said.filter(Boolean).map((line) => [{ text: `${line}.`.replace("..", ".") }]);
}

function estimateActions(line: string, applied: Applied, context: Context) {
  return capexEstimates(context.library)
    .filter((rate) => rate.id !== applied.rate?.id)
    .slice(0, 4)
    .map((rate) => ({ label: `At ${shorten(rate.name, 50)}`, line: `${line} rate:${rate.id}` }));
}

function unknownRate(draft: Draft, plan: PlanOf<"estimate">, context: Context): Answer {
  const name = plan.rate && "name" in plan.rate ? plan.rate.name : "";
  const known = capexEstimates(context.library).slice(0, 4);
  return draft.done({
    status: "clarify",
    kind: "estimate",
    title: "Which estimate?",
    headline: [
      {
        text: `I know no estimate called “${shorten(name)}”. Try ${known.map((rate) => rate.name).join("; ")}, or your own, such as $45B/GW.`,
      },
    ],
    actions: known.map((rate) => ({
      label: shorten(rate.name, 60),
      line: `cost ${compact(plan.quantity)} rate:${rate.id}`,
    })),
  });
}

const zeroRate = (draft: Draft): Answer =>
  draft.done({
    status: "clarify",
    kind: "estimate",
    title: "Division by zero",
    headline: [{ text: "That divides by zero: give a number above zero." }],
  });

const sayGiven = (quantity: Quantity): string =>
  sayAmount({
    low: quantity.low,
    high: quantity.high,
    unit: quantity.unit,
    qualifier: quantity.qualifier === "exact" ? "exact" : quantity.qualifier,
  });
const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);
const compact = (quantity: Quantity): string => {
  const one = (value: number) => (quantity.unit === "GW" ? `${value}GW` : `${value / 1e9}B ${quantity.unit}`);
  return quantity.low === quantity.high
    ? one(quantity.low)
    : `${quantity.unit === "GW" ? quantity.low : quantity.low / 1e9}-${one(quantity.high)}`;
};
