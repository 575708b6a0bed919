/** A calculation that names a deal or a company's figure in the place of one of its numbers: "interest on SoftBank's bridge loan at 5.5%". */

import type { Figure, Point, Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { isMoney, pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { CHIP_NAME } from "../../given.ts";
import type { PlanInput } from "../../plan.ts";
import { ratesNamed } from "../rates-named.ts";
import { chain } from "./chain.ts";
import { chipsForPower, overhead, powerOfChips } from "./chips.ts";
import { runway, stakeWorth } from "./company-value.ts";
import { dealMeant } from "./deal-meant.ts";
import { type Counts, figureSought, figuresOf, isExplained, nameOf, type Recorded } from "./figure-sought.ts";
import { compounded, presentValue } from "./finance.ts";
import { payback, rental } from "./gpu-business.ts";
import { hardware, WOULD_BUY } from "./hardware.ts";
import { howManyOf } from "./how-many-of.ts";
import { adjusted } from "./late.ts";
import { depreciation, interest, levelPayment } from "./lending.ts";
import { fee } from "./over-time.ts";
import { sharedBy } from "./parts.ts";
import { energyOverTime, product } from "./product.ts";
import { howMany } from "./quotient.ts";
import { rents } from "./rents.ts";
import { type ReadSum, type Sum, withTerms } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";

/** What may be missing, which calculations take it, and how it stands among the numbers of a question. */
const OPERANDS: readonly (readonly [what: Counts, kind: Kind, unit: string, readers: readonly ReadSum[]])[] = [
  [
    "money",
    "money",
    "USD",
    [
      presentValue,
      compounded,
      stakeWorth,
      runway,
      payback,
      levelPayment,
      depreciation,
      interest,
      adjusted,
      sharedBy,
      fee,
      howMany,
      hardware,
    ],
  ],
  ["power", "power", "GW", [chipsForPower, hardware, overhead, rents, howManyOf, energyOverTime, chain, product]],
  ["chips", "chips", "chip", [rental, powerOfChips, hardware, product]],
  ["shares", "shares", "share", [product]],
];

/** Words of a calculation, which are no words of a record. */
const OF_CALCULATIONS =
  /\b(?:interest|coupon|depreciat\w*|straight[- ]line|writ(?:e|ten|ing)[- ](?:off|down)|amorti[sz]\w*|level|payments?|repa(?:y|id|ying|yments?)|paid|pay(?:s|ing)?|back|debt service|service[ds]?|payback|recoup\w*|present value|npv|discount(?:ed)?|grow(?:s|th|ing|n)?|escalat\w*|overruns?|over budget|contingency|racks?|gpus?|chips?|accelerators?|¤+s?|servers?|fit|fits|hold|house|homes?|households?|power(?:ed)?|energy|electricity|bill|load|utili[sz]ation|pue|flat out|running|runs?|ran|rent(?:ed|s|al)?|sold|it load|it power|twh|gwh|mwh|kwh|burn\w*|cash|runway|last|long|years?|months?|quarters?|weeks?|days?|hours?|life|lifetime|useful|residual|salvage|if|were|was|would|could|at|over|for|during|through|assuming|suppose|say|take|taking|the|its|their|on|of|in|into|to|from|with|a|an|and|is|be|by|rate|fixed|loan rate|borrow(?:ed|s|ing)?|financed?|funded|yields?|annual|carry(?:ing)?|full|fully|drawn|months? of|total|how many|number|buys?|bought|afford|purchased?|put|spent|spends?|poured|invested|can|could|will|might|does|have|all)\b/gi;

/** Hardly anything but a calculation is asked with one of these. */
const CALCULATES =
  /\b(?:interest|depreciat\w*|straight[- ]line|writ(?:e|ten|ing)[- ]?(?:off|down)|amorti[sz]\w*|payments?|debt service|payback|pay(?:s|ing)? back|recoup\w*|present value|npv|grow(?:s|n|ing)?|escalat\w*|overruns?|over budget|contingency|racks?|gpus?|chips|homes|households|energy|electricity|bill|load|pue|flat out|rent(?:ed|s)?|twh|gwh|mwh|runway|last|cost(?:s|ing)?|worth|burn\w*|spread|split|each|if|how (?:many|much|long)|what)\b|\b(?:stakes?|shares|holding)\b.*\b(?:at|if)\s|^\s*of\b|¤/i;

/** Without a number of the asker's own: what would fit in a power on record. */
const WOULD_FIT = gated(
  /\b(?:how many|number of)\b.*(?:\bracks?\b|¤).*\b(?:fit|fits|hold|could|would|room for|house)\b|\b(?:fit|hold|house)\b.*\bhow many\b.*\bracks?\b/i,
);

/** Without a number, money that is named does what it would. */
const DOES_BUY = gated(/\bdoes\b.*\b(?:buy|pay for|fund)\b/i);
/** What is named as money to spend. */
const MONEY_OF =
  /\b(?:capex|capital (?:expenditures?|spending)|spending|budget|revenues?|sales|cash|contract|deal|round|raise|loan|bonds?|valuation|profits?|income|run[- ]rate|commitments?|investments?|backlog|pledge)\b/i;

const BUYS = gated(/\bhow (?:many|much) (?:gws?|gigawatts?|mws?|megawatts?|power|capacity|compute)\b|\bbuys?\b/i);

export function withRecorded(sum: Sum): PlanInput | null {
  const { reading } = sum;
  const { names } = reading;
  if (names.people.length > 0 || dealsNamed(sum).length > 1 || ratesNamed(reading).length > 0) return null;
  if (names.deals.length + names.orgs.length + names.places.length === 0 || !CALCULATES.test(sum.words)) return null;
  // "Oracle's $40B chip purchase" is a name, and its amount nothing to calculate with.
  const given = sum.terms.filter(
    ({ kind, start, end }) =>
      kind !== "year" && !names.mentions.some((mention) => mention.start <= start && mention.end >= end),
  );
  if (given.length > 4) return null;
  const buys =
    given.length === 0 && MONEY_OF.test(sum.words) && (WOULD_BUY.test(sum.words) || DOES_BUY.test(sum.words));
  if (given.length === 0 && !buys && !WOULD_FIT.test(sum.words)) return null;
  for (const [what, kind, unit, readers] of OPERANDS) {
    if (buys && kind !== "money") continue;
    // With a rate money is missing only where no power is given: what it buys is asked.
    const priced = what === "money" && given.some((term) => term.kind === "rate");
    if (given.some((term) => term.kind === kind) || (priced && (given.length > 1 || !BUYS.test(sum.words)))) continue;
    // The search is the dear part: it is for those sums alone that a number of the kind would complete.
    if (!FORMS[kind === "money" ? "money" : "other"].some((of) => reads(withFigure(sum, of, kind, unit), readers)))
      continue;
    const found = operand(sum, what);
    if (!found) continue;
    const own = withFigure(sum, found, kind, unit);
    for (const read of readers) {
      const plan = read(own);
      if (plan) return shown(plan, found, reading.dates.asOf);
    }
  }
  return buys && WOULD_BUY.test(sum.words) ? withoutPrice(sum) : null;
}

/** Chips or racks of which no price is on record: what the power of a deal holds is not what its money buys. */
function withoutPrice({ words, reading: { question, library } }: Sum): PlanInput | null {
  const chip = CHIP_NAME.exec(question)?.[1];
  const [quantity, one]: [Rate["quantity"], string] = /\bracks?\b/i.test(words)
    ? ["rack-price", "rack"]
    : ["accelerator-price", "chip"];
  const isPriced = library.knowledge.rates.some((rate) => rate.quantity === quantity && chip && isChip(rate, chip));
  return chip && !isPriced
    ? { kind: "decline", reason: "missing-number", about: `the price of a single ${chip} ${one}` }
    : null;
}

/** The figure on record: of the deal that is named that one which the words tell, else what the deal is worth or its size. */
export function operand(sum: Sum, what: Counts): Recorded | null {
  const { reading, words } = sum;
  const text = words.replace(OF_CALCULATIONS, (word) => " ".repeat(word.length));
  const [deal] = dealsNamed(sum);
  if (deal) {
    const record = { type: "deal", id: deal } as const;
    const all = figuresOf(reading, record, what);
    const told = figureSought(reading, text, what, record);
    if (told?.told && isExplained(told)) return told;
    return all.find((one) => one.headline) ?? (all.length === 1 ? (all[0] ?? null) : null);
  }
  const metric = metricNamed(sum);
  if (metric) return figureSought(reading, "", what, metric) ?? headlineOf(sum, metric, what);
  const found = figureSought(reading, text, what);
  if (found && isExplained(found) && (found.headline || found.told || found.strong)) return found;
  if (what !== "money" && what !== "power") return null;
  const meant =
    reading.names.orgs.length > 1 || reading.names.places.length > 0 ? dealMeant(reading, text, what) : null;
  return meant ? (figuresOf(reading, { type: "deal", id: meant.id }, what).find((one) => one.headline) ?? null) : null;
}

/** A company's figure that is named by its own name: "Anthropic's run-rate". */
function metricNamed({ reading: { names } }: Sum): Ref | null {
  const ids = names.mentions.flatMap(({ refs }) => refs.filter(({ type }) => type === "metric"));
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function headlineOf({ reading }: Sum, record: Ref, what: Counts): Recorded | null {
  const metric = reading.library.metrics.get(record.id);
  const points = metric ? pointsOn(metric, reading.asOf) : [];
  const point = (points.find((entry) => entry.point.id === metric?.headline) ?? points.at(-1))?.point;
  if (!metric || !point || !(what === "money" ? isMoney(point.unit) : what === "power" && point.unit === "GW"))
    return null;
  return {
    record,
    figure: point,
    since: point.as_of,
    expression: `@${metric.id}:${point.id}`,
    label: point.label,
    unexplained: [],
    headline: true,
    told: false,
    strong: false,
  };
}

/** "The GB200 purchase for Abilene": a place that is named beside a deal is where it is. */
function dealsNamed({ reading: { names } }: Sum): readonly string[] {
  if (names.deals.length < 2) return names.deals;
  const told = names.mentions
    .filter(({ refs }) => refs.length === 1)
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "deal" ? [id] : [])));
  return told.length > 0 ? [...new Set(told)] : names.deals;
}

const reads = (sum: Sum, readers: readonly ReadSum[]): boolean => readers.some((read) => read(sum) !== null);

type Operand = {
  figure: Pick<Figure | Point, "low" | "high" | "unit" | "per">;
  expression: string;
  record: Ref | null;
};
/** What a figure that is not looked for yet may be like. */
const FORMS: Record<"money" | "other", readonly Operand[]> = (() => {
  const like = (high: number, per?: "year" | "month"): Operand => ({
    figure: { low: null, high, unit: "USD", ...(per ? { per } : {}) },
    expression: "1",
    record: null,
  });
  return { money: [like(1e9), like(1e9, "year"), like(1e9, "month")], other: [like(1)] };
})();

const TIMES: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

/** The sum with the figure among its numbers, where its record is named. */
function withFigure(sum: Sum, { figure, record, expression }: Operand, kind: Kind, unit: string): Sum {
  const [low, high] = [figure.low ?? figure.high ?? 0, figure.high ?? figure.low ?? 0];
  const mention = sum.reading.names.mentions.find(({ refs }) => refs.some(({ type }) => NAMING.has(type)));
  const at = Math.min(mention?.end ?? 0, sum.text.length);
  const next = sum.terms.find(({ start }) => start >= at);
  const previous = sum.terms.findLast(({ end }) => end <= at);
  const money = kind === "money" ? figure.unit : unit;
  const paced = kind === "money" && figure.per !== undefined && TIMES.has(figure.per);
  const term: Term = {
    low,
    high,
    unit: paced ? `${money}/${figure.per}` : money,
    kind: paced ? "flow" : kind,
    ends: [high],
    spread: null,
    each: false,
    scaled: true,
    assumed: false,
    text: record ? nameOf(sum.reading, record) : "",
    start: at,
    end: at,
    before: sum.text.slice(previous?.end ?? 0, at).slice(-60),
    after: sum.text.slice(at, next?.start ?? sum.text.length).slice(0, 60),
    onRecord: { expression },
  };
  const terms = [...sum.terms, term].sort((a, b) => a.start - b.start);
  return withTerms(sum, terms);
}
const NAMING: ReadonlySet<string> = new Set(["deal", "org", "place", "metric"]);

/** The figure that was taken stands beside the result, with its source. */
function shown(plan: PlanInput, { label, expression, record }: Recorded, asOf: string | null): PlanInput {
  if (plan.kind === "estimate") return { ...plan, deals: record.type === "deal" ? [record.id] : [] };
  if (plan.kind !== "evaluate") return plan;
  const lead = plan.lead && plan.lead.length > 0 ? plan.lead : [plan.lines.length];
  const lines = [...plan.lines, { label: label.slice(0, 80), expression }];
  return { ...plan, lines, lead: [...lead, lines.length], asOf };
}
