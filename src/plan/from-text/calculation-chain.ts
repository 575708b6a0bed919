/** Links of the chain beyond cost: energy, bill, homes, carbon, water, chips, depreciation, what an hour costs and so on. */
import type { Link } from "../../calculator/chain/names.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { CHIP_NAME, type FoundGiven, findGiven } from "../given.ts";
import type { PlanInput } from "../plan.ts";
import { assumptionsSaid } from "./assumptions-said.ts";
import { asksForRecords, basisSaid } from "./calculation-cost.ts";
import { linkAsked } from "./link-asked.ts";
import { rateSaid } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const calculationChain: ReadRule = {
  name: "calculation-chain",
  read(reading) {
    const { question } = reading;
    const { assume, left } = assumptionsSaid(question);
    const given = findGiven(left);
    // What is given is not what is asked for: "what is 1 million GPUs in GW".
    const to = linkAsked(question, given?.from ?? null);
    if (!to) return null;
    const start = startOf(reading, { left, given }, to);
    if (!start) return null;
    const chip = start.chip ?? CHIP_NAME.exec(question)?.[1] ?? null;
    return {
      kind: "estimate",
      quantity: start.quantity,
      from: start.from,
      to,
      rate: rateSaid(reading),
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
  const onRecord =
    names.deals.length > 0 ||
    names.places.length > 0 ||
    (names.orgs.length > 0 && (to === "cost" || to === "power" || asksForRecords(reading)));
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
