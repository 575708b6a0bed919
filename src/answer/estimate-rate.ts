/** The rate that an estimate applies: the asker's own, a named one, the one for a chip, or the default. */
import type { Rate } from "../../knowledge/schema.ts";
import { boundsOf, capexEstimates, estimatesForChip, findEstimates } from "../calculator/named-estimate.ts";
import { type Range, range } from "../calculator/range.ts";
import type { Block, Rich, Span } from "../doc/doc.ts";
import { sayAmount, sayDate } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { compactGiven } from "./say-given.ts";
import { sayResult } from "./say-result.ts";
import { shorten } from "./shorten.ts";
import { keep } from "./worksheet-blocks.ts";

export type RateUnit = "USD" | "EUR" | "GBP";
export type Applied = { name: string; range: Range; unit: RateUnit; rate: Rate | null };

export function chooseRate(plan: PlanOf<"estimate">, { library }: Context): Applied | null {
  const { rate, chip } = plan;
  if (rate && "low" in rate)
    return { name: "your own rate", range: range(rate.low, rate.high), unit: rate.unit, rate: null };
  // A chip chooses among estimates of a cost; where none is for that chip alone, the default is as good as for any.
  const named = rate
    ? findEstimates(library, rate.name, chip)[0]
    : ((chip ? estimatesForChip(library, chip)[0] : undefined) ?? capexEstimates(library)[0]);
  const bounds = named && boundsOf(named);
  return named && bounds ? { name: named.name, range: bounds, unit: currencyOf(named), rate: named } : null;
}

export const currencyOf = (rate: Rate): RateUnit =>
  rate.unit.startsWith("EUR") ? "EUR" : rate.unit.startsWith("GBP") ? "GBP" : "USD";

export const rateText = (applied: Applied): string =>
  sayAmount({ low: applied.range.low, high: applied.range.high, unit: `${applied.unit}/GW`, qualifier: "exact" });

export function rateSpan(draft: Draft, applied: Applied): Span {
  const { low, high } = applied.range;
  draft.use({
    low,
    high,
    unit: `${applied.unit}/GW`,
    qualifier: "exact",
    origin: applied.rate ? `rate:${applied.rate.id}` : "user",
  });
  return { text: rateText(applied), ...(applied.rate ? citesOf(draft, applied.rate) : {}) };
}

function citesOf(draft: Draft, rate: Rate) {
  const found = draft.cite(rate, [...rate.sources.map((source) => source.id), ...rate.cites], 2);
  return found.length > 0 ? { cites: found } : {};
}

export function scopeOf({ rate }: Applied): Rich[] {
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

/** The estimates beside the one applied, each with its result and with what sets it apart. */
export function otherEstimates(
  draft: Draft,
  applied: Applied,
  context: Context,
  unit: RateUnit | "GW",
  apply: (range: Range) => Range,
): Block[] {
  const rows: Rich[][] = [];
  for (const rate of capexEstimates(context.library)) {
    const bounds = boundsOf(rate);
    if (!bounds || bounds.low <= 0 || rate.id === applied.rate?.id || currencyOf(rate) !== applied.unit) continue;
    const said = sayResult({ range: apply(bounds), dimension: { [unit]: 1 } });
    keep(draft, said);
    draft.use({
      low: bounds.low,
      high: bounds.high,
      unit: `${applied.unit}/GW`,
      qualifier: "exact",
      origin: `rate:${rate.id}`,
    });
    rows.push([
      [{ text: rate.name, ...citesOf(draft, rate) }],
      [{ text: sayAmount({ low: bounds.low, high: bounds.high, unit: applied.unit, qualifier: "exact" }) }],
      [{ text: said.text }],
      [{ text: differs(rate, applied.rate) }],
    ]);
  }
  if (rows.length === 0) return [];
  return [
    { type: "heading", text: "Other estimates" },
    {
      type: "table",
      caption: "What sets them apart: chips, whose power, day and scope",
      columns: [
        { label: "Estimate" },
        { label: "Per GW", align: "right" },
        { label: "Result", align: "right" },
        { label: "Differs in" },
      ],
      rows,
    },
  ];
}

/** What explains a difference, from what the records say of each. */
function differs(rate: Rate, from: Rate | null): string {
  const parts = [
    rate.chip && rate.chip !== from?.chip ? rate.chip.replace(/^(?:Nvidia|Google|AWS) /, "") : "",
    rate.basis === "it" && from?.basis !== "it" ? "IT power" : "",
    rate.basis === "facility" && from?.basis !== "facility" ? "facility power" : "",
    !rate.org && !rate.person ? "a range of several" : "",
    rate.as_of && rate.as_of.slice(0, 7) !== from?.as_of?.slice(0, 7) ? sayDate(rate.as_of.slice(0, 7)) : "",
  ].filter(Boolean);
  return parts.join(", ") || "who says it";
}

/** Buttons that put the same question to other estimates. */
export const rateActions = (line: string, applied: Applied, context: Context) =>
  capexEstimates(context.library)
    .filter((rate) => rate.id !== applied.rate?.id)
    .slice(0, 4)
    .map((rate) => ({ label: `At ${shorten(rate.name, 50)}`, line: `${line} rate:${rate.id}` }));

export function unknownRate(plan: PlanOf<"estimate">, context: Context): Answer {
  const draft = new Draft(context);
  const name = plan.rate && "name" in plan.rate ? plan.rate.name : (plan.chip ?? "");
  const known = capexEstimates(context.library).slice(0, 4);
  return draft.done({
    status: "clarify",
    kind: "estimate",
    title: "Which estimate?",
    headline: [
      {
        text: `I know no estimate called “${shorten(`${name}${plan.rate && plan.chip ? ` for ${plan.chip}` : ""}`)}”. Try ${known.map((rate) => rate.name).join("; ")}, or your own, such as $45B/GW.`,
      },
    ],
    actions: known.map((rate) => ({
      label: shorten(rate.name, 60),
      line: `cost ${compactGiven(plan.quantity)} rate:${rate.id}`,
    })),
  });
}
