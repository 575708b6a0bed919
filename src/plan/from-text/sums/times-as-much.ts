/** After a sum: "and double the capacity?", "at half the price", "in twice that": what went in, as many times over. */

import { tryParse } from "../../../calculator/expression/parse-expression.ts";
import { boundsOf, findEstimates } from "../../../calculator/named-estimate.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { literalsOf, writtenIn } from "./literals.ts";
import { evaluated } from "./sum.ts";

const TIMES: Readonly<Record<string, number>> = {
  double: 2,
  doubled: 2,
  doubling: 2,
  twice: 2,
  triple: 3,
  tripled: 3,
  tripling: 3,
  quadruple: 4,
  half: 0.5,
  halve: 0.5,
  halved: 0.5,
  halving: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  tenth: 0.1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
};
const TURN = new RegExp(
  String.raw`^(?:(?:and|or|but|so|then|ok|okay|what about|how about|what if|if|say|make it|make that|try|now|same(?: thing)?|for|in|at|with|on|we|you|i)\b[\s,]*)*` +
    String.raw`(?:an? )?(?:(double|twice|triple|quadruple|half|third|quarter|fifth|tenth|doubling|tripling|halving|halve)|(two|three|four|five|ten|\d+(?:\.\d+)?)(?: ?x| ?×| times))` +
    String.raw`(?: of)?(?: (?:the|that|this|its|as (?:much|many|large|big)))?(?: ([a-z]+(?: [a-z]+)?))?(?: (?:instead|then))?[\s?.!]*$`,
  "i",
);
/** "If capacity doubled", "with the price halved". */
const BECAME = gated(
  /^(?:(?:and|or|but|so|then|ok|okay|what|if|with|say)\b[\s,]*)*(?:the |that |its )?([a-z]+) (?:is |was |were |had |has |gets? )?(doubled|tripled|halved|doubles|triples|halves)[\s?.!]*$/i,
);

type What = "power" | "price" | "count" | "given";
const NOUNS: readonly (readonly [What, RegExp])[] = [
  ["given", /^(?:one|ones|it|that|this|amount|number)?$/i],
  ["power", /^(?:power|capacity|size|site|campus|gigawatts?|gw|megawatts?|mw)(?: capacity)?$/i],
  ["price", /^(?:price|rate|cost|rent|tariff|power price|electricity price|price per \w+)$/i],
  ["count", /^(?:racks?|chips?|gpus?|accelerators?|tpus?|homes|households)$/i],
];

export function timesAsMuch({ question, conversation: { plan }, names, library }: Reading): PlanInput | null {
  if ((plan?.kind !== "estimate" && plan?.kind !== "evaluate") || names.orgs.length + names.deals.length > 0)
    return null;
  const turn = TURN.exec(question);
  const became = turn ? null : BECAME.exec(question);
  const word = (turn?.[1] ?? turn?.[2] ?? became?.[2]?.replace(/s$/, "d"))?.toLowerCase() ?? "";
  const times = TIMES[word] ?? Number(word || Number.NaN);
  const noun = (turn?.[3] ?? became?.[1] ?? "").toLowerCase();
  const what = NOUNS.find(([, pattern]) => pattern.test(noun))?.[0];
  if (!(times > 0) || !what) return null;
  return plan.kind === "estimate" ? ofEstimate(plan, times, what, library) : ofSum(plan, times, what);
}

const rounded = (number: number): number => Number(number.toPrecision(12));

function ofEstimate(last: PlanOf<"estimate">, times: number, what: What, library: Library): PlanInput | null {
  const { quantity, rate, over } = last;
  if (over) return null;
  if (what === "price") {
    const price = last.assume.find(({ input }) => input === "price" || input === "rent");
    if (price)
      return {
        ...last,
        receipt: null,
        assume: last.assume.map((one) =>
          one === price ? { ...one, expression: `(${one.expression}) * ${times}` } : one,
        ),
      };
    const named = rate && "name" in rate ? findEstimates(library, rate.name, last.chip)[0] : undefined;
    const bounds = named ? boundsOf(named) : rate && "low" in rate ? rate : null;
    if (!bounds || (named && !named.unit.startsWith("USD"))) return null;
    const [low, high] = [rounded(bounds.low * times), rounded(bounds.high * times)];
    const unit = rate && "unit" in rate ? rate.unit : "USD";
    return { ...last, receipt: null, rate: { low, high, unit, text: inBillions(low, high) } };
  }
  const isPower = quantity.unit === "GW";
  if ((what === "power" && !isPower) || (what === "count" && quantity.unit !== "count")) return null;
  const [low, high] = [rounded(quantity.low * times), rounded(quantity.high * times)];
  const of = /[a-z].*$/i.exec(quantity.text.replace(/^[\s~<>≥≤a-z]*(?=\d)/i, ""))?.[0] ?? "";
  const ends = low === high ? said(low) : `${said(low)}–${said(high)}`;
  const text = isPower ? `${ends} GW` : quantity.unit === "count" ? `${ends} ${of}`.trim() : `${ends} ${quantity.unit}`;
  return { ...last, receipt: null, deals: [], quantity: { ...quantity, low, high, text } };
}
const said = (number: number): string => number.toLocaleString("en-US", { maximumFractionDigits: 6 });
const inBillions = (low: number, high: number): string =>
  `$${said(low / 1e9)}${low === high ? "" : `–${said(high / 1e9)}`}B per GW`;

/** The only number of its kind in the lines of a sum. */
const UNITS: Readonly<Record<Exclude<What, "given">, RegExp>> = {
  power: /^[kMG]W$/,
  price: /^(?:USD|EUR|GBP)\//,
  count: /^(?:chips?|racks?|homes?|gpus?)$/,
};
function ofSum(last: PlanOf<"evaluate">, times: number, what: What): PlanInput | null {
  if (what === "given") return null;
  const found = last.lines.flatMap(({ expression }, index) =>
    literalsOf(tryParse(expression)).flatMap((literal) => (UNITS[what].test(literal.unit) ? [{ literal, index }] : [])),
  );
  const [only, ...more] = found;
  const old = only && last.lines[only.index];
  if (!only || !old || more.length > 0) return null;
  const { low, high, unit } = only.literal;
  const text = writtenIn(old.expression, only.literal);
  if (text === null) return null;
  const ends = low === high ? rounded(low * times) : `${rounded(low * times)}-${rounded(high * times)}`;
  const lines = last.lines.map(({ label, expression }, index) =>
    index === only.index
      ? { label: "", expression: old.expression.replace(text, `${ends} ${unit}`) }
      : { label, expression },
  );
  return evaluated(lines, { title: "", lead: [...last.lead], notes: [...last.notes] });
}
