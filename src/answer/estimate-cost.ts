/** Gigawatts to money and money to gigawatts at one rate, with the other estimates beside it. */
import { estimatesForChip } from "../calculator/named-estimate.ts";
import { divide, isPoint, multiply, type Range } from "../calculator/range.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { sayNumber } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { changeInputs } from "./cost-line.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import {
  type Applied,
  otherEstimates,
  type RateUnit,
  rateActions,
  rateSpan,
  rateText,
  scopeOf,
} from "./estimate-rate.ts";
import { dealBlocks, fromRecord } from "./estimated-deals.ts";
import { estimatesChart } from "./estimates-chart.ts";
import { rateUse, receiptBlocks } from "./receipt-blocks.ts";
import { capital, compactGiven, givenRange, keepGiven, sayGiven } from "./say-given.ts";
import { sayMiddle, sayResult } from "./say-result.ts";
import { shorten } from "./shorten.ts";
import { unusedBlocks } from "./unused-assumptions.ts";
import { keep } from "./worksheet-blocks.ts";

export function costOf(plan: PlanOf<"estimate">, applied: Applied, context: Context): Answer {
  const draft = new Draft(context);
  const { quantity } = plan;
  keepGiven(draft, quantity, fromRecord(plan, context));
  const deal = fromRecord(plan, context);
  const whose = deal ? ` (${context.library.deals.get(deal)?.name})` : "";
  const said = `${sayGiven(quantity)}${basisWords(plan.basis)}${whose}`;
  const apply = (rate: Range): Range => multiply(givenRange(quantity), rate);
  const result = resultIn(draft, apply(applied.range), applied.unit, applied);
  const none = quantity.high === 0;
  const headline: Rich = [
    ...(none
      ? [{ text: "0 GW costs $0: the capacity must be above zero. The rate would be " }]
      : [
          { text: `${capital(subject(applied, said))} would cost ${roughly(quantity.qualifier)} ` },
          { text: result.text, style: "strong" as const },
          { text: `${result.middle} at ` },
        ]),
    rateSpan(draft, applied),
    { text: applied.rate ? ` (${applied.name}).` : " (your rate)." },
    ...noneForChip(plan, context),
  ];
  return done(draft, plan, applied, context, {
    title: `Cost of ${said}`,
    headline,
    formula: `${said} × ${rateText(applied)} = ${result.text}`,
    chart: none ? [] : estimatesChart(applied, context, { unit: applied.unit, apply, about: `Cost of ${said}` }),
    others: otherEstimates(draft, applied, context, applied.unit, apply),
  });
}

export function powerFor(plan: PlanOf<"estimate">, applied: Applied, context: Context): Answer {
  const draft = new Draft(context);
  const { quantity } = plan;
  keepGiven(draft, quantity);
  const said = sayGiven(quantity);
  if (quantity.unit !== applied.unit) {
    return draft.done({
      status: "clarify",
      kind: "estimate",
      title: "Two currencies",
      headline: [
        {
          text: `${said} and a rate in ${applied.unit} are different currencies; give a rate in ${quantity.unit} a gigawatt, for example “${said} at ${sayNumber(50e9, quantity.unit)}/GW”, or convert first: “${said} in ${applied.unit}”.`,
        },
      ],
    });
  }
  const apply = (rate: Range): Range => divide(givenRange(quantity), rate);
  const result = resultIn(draft, apply(applied.range), "GW", applied);
  return done(draft, plan, applied, context, {
    title: `What ${said} buys`,
    headline: [
      { text: `${capital(said)} would pay for ${roughly(quantity.qualifier)} ` },
      { text: result.text, style: "strong" },
      { text: `${result.middle} at ` },
      rateSpan(draft, applied),
      { text: applied.rate ? ` (${applied.name}).` : " (your rate)." },
    ],
    formula: `${said} ÷ ${rateText(applied)} = ${result.text}`,
    chart: estimatesChart(applied, context, { unit: "GW", apply, about: `What ${said} buys` }),
    others: otherEstimates(draft, applied, context, "GW", apply),
  });
}

/** That a chip was named for which nobody's estimate is on record, where a general one is applied. */
const noneForChip = ({ chip, rate }: PlanOf<"estimate">, { library }: Context): Rich =>
  chip && !rate && estimatesForChip(library, chip).length === 0
    ? [{ text: ` No estimate for ${shorten(chip)} is on record: this one is general.` }]
    : [];

/** The range, and its middle where the estimate has one of its own. */
function resultIn(draft: Draft, range: Range, unit: RateUnit | "GW", { rate, range: given }: Applied) {
  const of = { range, dimension: { [unit]: 1 } };
  const said = sayResult(of);
  keep(draft, said);
  const own = rate && rate.mid !== null && !isPoint(given) && given.mid > given.low && given.mid < given.high;
  if (!own) return { text: said.text, middle: "" };
  const mid = sayMiddle(of);
  keep(draft, mid);
  return { text: said.text, middle: ` (middle ${mid.text})` };
}

/** What a rate that is not all in counts: the answer says which part of a build it is. */
const PARTS: Readonly<Record<string, string>> = {
  "facility-capex-per-gw": "the facility alone for",
  "hardware-per-gw": "the IT hardware alone for",
  "nvidia-content-per-gw": "Nvidia's hardware in",
  "deal-per-gw": "at the ratio of one deal, which is not a cost of building,",
};

const subject = ({ rate }: Applied, said: string): string => {
  const part = rate ? PARTS[rate.quantity] : undefined;
  return part ? `${part} ${said}` : said;
};

/** A bound on what goes in is a bound on what comes out. */
const roughly = (qualifier: PlanOf<"estimate">["quantity"]["qualifier"]): string =>
  qualifier === "up-to" ? "up to" : qualifier === "at-least" ? "at least" : "about";

const basisWords = (basis: "it" | "facility" | null): string =>
  basis === null ? "" : basis === "it" ? " of IT power" : " of facility power";

function done(
  draft: Draft,
  plan: PlanOf<"estimate">,
  applied: Applied,
  context: Context,
  said: { title: string; headline: Rich; formula: string; chart: Block[]; others: Block[] },
): Answer {
  const line = `cost ${compactGiven(plan.quantity)}`;
  const blocks: Block[] = [
    { type: "heading", text: "Working" },
    {
      type: "list",
      items: [
        [{ text: said.formula, style: "code" }],
        ...scopeOf(applied),
        [
          { text: "Change it: " },
          { text: `/${line} chip:GB300 basis:it`, style: "code" },
          { text: ", " },
          { text: `rate:$45B/GW`, style: "code" },
          { text: " or, for energy, " },
          { text: `to:energy load:0.8`, style: "code" },
        ],
      ],
    },
    ...dealBlocks(draft, plan, context),
    ...unusedBlocks(plan, new Set(["rate"])),
    ...said.chart,
    ...said.others,
    ...receiptBlocks(plan, applied.rate ? rateUse(context.library, applied.rate.id) : [], context),
  ];
  return draft.done({
    status: "answered",
    kind: "estimate",
    title: said.title,
    headline: said.headline,
    blocks,
    actions: [...rateActions(line, applied, context), changeInputs(plan)],
  });
}
