/** Links of the chain beyond cost: energy, bill, homes, carbon, water, chips, depreciation, what an hour costs and so on. */
import type { Link } from "../../calculator/chain/names.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { CHIP_NAME, type FoundGiven, findGiven } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { assumptionsSaid } from "./assumptions-said.ts";
import { basisSaid } from "./calculation-cost.ts";
import { rateNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

const CHIPS =
  "(?:chips?|gpus?|accelerators?|tpus?|h[12]00s?|g?b[23]00s?|vr200s?|mi\\d{3}x?s?|trainiums?|blackwells?|rubins?)";
/** The first that fits is what is asked for. */
const ASKED: readonly (readonly [Link, RegExp])[] = [
  ["power", /\b(?:to|in|as) (?:facility|site) (?:power|load|terms|capacity|gw|mw)\b/i],
  ["it-power", /\b(?:to|in|as) (?:critical )?IT (?:power|load|terms|capacity|gw|mw)\b/i],
  [
    "gpu-hour",
    /\bcosts?\b.*\b(?:gpu|chip|accelerator)[- ]?hours?\b|\b(?:gpu|chip|accelerator)[- ]?hours?\b.*\bcosts?\b/i,
  ],
  ["break-even", /\bbreak[- ]?even\b/i],
  ["payback", /\bpay(?:s|ing)?[- ]?(?:itself )?back\b|\bpayback\b|\bpay (?:off|for itself)\b/i],
  [
    "bill",
    /\b(?:electricity|power|energy|electric|utility) (?:bill|costs?|spend)\b|\bcosts? of (?:the )?(?:electricity|energy|power)\b|\bpay for (?:electricity|energy)\b/i,
  ],
  [
    "homes",
    /\bhow many (?:us |american |average )?(?:homes|households|houses)\b|\b(?:homes|households) (?:equivalent|worth)\b/i,
  ],
  ["co2", /\b(?:co2|carbon|emissions?|greenhouse)\b/i],
  ["water", /\b(?:water)\b/i],
  ["depreciation", /\bdepreciat\w*\b/i],
  [
    "financing",
    /\b(?:interest|financing|debt) (?:cost|bill|a year|per year|payments?)\b|\bcost of (?:financing|debt|borrowing)\b|\binterest on\b/i,
  ],
  [
    "running-cost",
    /\b(?:running costs?|opex|operating costs?)\b.*\b(?:without|excluding|ex|besides|non)\b.*\benergy\b|\bnon-energy opex\b/i,
  ],
  [
    "yearly-cost",
    /\b(?:yearly|annual|annuali[sz]ed|per-year) (?:total )?costs?\b|\b(?:total )?costs? (?:a|per) year\b|\btco\b|\bcosts? to (?:own|run|operate)\b|\bcost of ownership\b/i,
  ],
  ["revenue", /\b(?:rental|gpu|rent) revenue\b|\bhow much (?:could|can|would) .* (?:earn|rent for|bring in)\b/i],
  [
    "generation",
    /\b(?:own|on-site|onsite|behind[- ]the[- ]meter) (?:gas |nuclear |power )?(?:generation|power|gas|plants?|turbines?)\b/i,
  ],
  ["on-time", /\bon (?:time|schedule)\b|\bhaircut\b|\bhow much of\b.*\blate\b/i],
  ["racks", /\bhow many (?:\S+ ){0,2}racks\b|\bracks (?:per|in|fit)\b/i],
  [
    "accelerators",
    new RegExp(
      String.raw`\bhow many (?:\S+ ){0,2}${CHIPS}\b|\b${CHIPS} (?:per|fit|in|for|from) (?:an? |one |each )?(?:\d|gw|gigawatt|mw|megawatt)`,
      "i",
    ),
  ],
  [
    "energy",
    /\b(?:how much (?:energy|electricity)|(?:energy|electricity) (?:use|usage|demand|consumption|need)|how many [tg]wh|[tg]wh (?:a|per) year|use .* in a year|energy (?:a|per) year)\b/i,
  ],
  ["power", /\b(?:how (?:many|much) (?:gw|gigawatts?|mw|megawatts?|power)|in (?:gw|mw|gigawatts|megawatts))\b/i],
  ["cost", /\b(?:cost|capex|price|spend)\b/i],
];

export const calculationChain: ReadRule = {
  name: "calculation-chain",
  read(reading) {
    const { question } = reading;
    const { assume, left } = assumptionsSaid(question);
    const given = findGiven(left);
    // What is given is not what is asked for: "what is 1 million GPUs in GW".
    const to = ASKED.find(([link, pattern]) => link !== given?.from && pattern.test(question))?.[0];
    if (!to) return null;
    const start = startOf(reading, { left, given }, to);
    if (!start) return null;
    const chip = start.chip ?? CHIP_NAME.exec(question)?.[1] ?? null;
    const own = reading.quantities.find((found) => found.perGw);
    const named = rateNamed(reading);
    const rate: Extract<PlanInput, { kind: "estimate" }>["rate"] = own
      ? {
          low: own.quantity.low,
          high: own.quantity.high,
          unit: own.quantity.unit === "GW" ? "USD" : own.quantity.unit,
          text: own.quantity.text,
        }
      : named
        ? { name: named }
        : null;
    return {
      kind: "estimate",
      quantity: start.quantity,
      from: start.from,
      to,
      rate,
      chip: chip?.replace(/'?s$/i, "") ?? null,
      // "280 MW of facility power to IT power": whose power is given stands before what it becomes.
      basis: basisSaid(to === "power" || to === "it-power" ? (question.split(/\b(?:to|as)\b/i)[0] ?? "") : question),
      assume:
        to === "generation" && /\bnuclear\b/i.test(question)
          ? [...assume, { input: "generation", expression: "@nuclear-capex" }]
          : assume,
      deals: start.deals,
    };
  },
};

type Start = {
  quantity: Extract<PlanInput, { kind: "estimate" }>["quantity"];
  from: Link | null;
  chip: string | null;
  deals: string[];
};

/** Links whose question is about deals and companies as often as about a calculation: they need a quantity of their own. */
const NEEDS_QUANTITY: ReadonlySet<Link> = new Set([
  "cost",
  "power",
  "revenue",
  "financing",
  "depreciation",
  "generation",
  "water",
  "racks",
]);

function startOf(
  reading: Reading,
  { left, given }: { left: string; given: FoundGiven | null },
  to: Link,
): Start | null {
  const { names, library, asOf } = reading;
  const plain = reading.quantities.filter((found) => !found.perGw && !found.negative);
  const power = plain.filter((found) => found.quantity.unit === "GW" && !/kw|kilowatt/i.test(found.quantity.text));
  const money = plain.filter(
    (found) =>
      found.quantity.unit !== "GW" &&
      left.includes(found.quantity.text) &&
      !given?.quantity.text.startsWith(found.quantity.text),
  );
  if (power.length > 1 || money.length > 1) return null;
  // Deals and parties named beside a quantity make it a question about them.
  const onRecord = names.deals.length > 0 || (names.orgs.length > 0 && (to === "cost" || to === "power"));
  if (given && !onRecord) return { quantity: given.quantity, from: given.from, chip: given.chip, deals: [] };
  if (to === "cost" || (to === "power" && !given && basisSaid(reading.question) === null)) return null;
  if (power[0] && !onRecord) return { quantity: power[0].quantity, from: null, chip: null, deals: [] };
  if (money[0] && !onRecord && to !== "power")
    return { quantity: money[0].quantity, from: "cost", chip: null, deals: [] };
  if (
    onRecord &&
    names.deals.length === 1 &&
    !NEEDS_QUANTITY.has(to) &&
    /\b(?:would|could|might|equals?|estimate)\b/i.test(reading.question)
  ) {
    const deal = library.deals.get(names.deals[0] ?? "");
    const size = deal ? stateOn(deal, asOf)?.size?.figure : undefined;
    if (!deal || size?.unit !== "GW") return null;
    const [low, high] = [size.low ?? size.high ?? 0, size.high ?? size.low ?? 0];
    return {
      quantity: { low, high, unit: "GW", qualifier: size.qualifier, text: deal.name },
      from: null,
      chip: null,
      deals: [deal.id],
    };
  }
  if (onRecord || names.orgs.length > 0) return null;
  // "GB200s per GW of IT power": a gigawatt without a number is one, and so is that of a ratio, whatever its size.
  return /\b(?:per|an?|one|each)\s(?:gw|gigawatt)\b/i.test(left) || to === "gpu-hour"
    ? { quantity: { low: 1, high: 1, unit: "GW", text: "1 GW" }, from: null, chip: null, deals: [] }
    : null;
}
