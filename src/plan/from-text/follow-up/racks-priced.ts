/** Racks: the price of one after their count, of all of them, and for each GPU. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { chipOrFamily } from "../rates-named.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";

/** "Price of one?" after how many racks a gigawatt has, and "all of them together?" after that. */
export function priceOfCounted({ library, conversation }: Reading, rate: Rate, text: string): PlanInput | null {
  const { plan, before } = conversation;
  if (plan?.kind === "evaluate" && OF_RACKS.test(rate.quantity) && PRICE_OF_ONE.test(text)) {
    const chip = chipOrFamily(`${rate.name} ${conversation.asked ?? ""}`);
    const price =
      chip && library.knowledge.rates.find((other) => other.quantity === "rack-price" && isChip(other, chip));
    return price ? { kind: "show-rate", rates: [price.id] } : null;
  }
  if (!ALL_OF_THEM.test(text)) return null;
  // The count and the price, in the order in which they were asked for.
  const [price, sheet] =
    plan?.kind === "evaluate"
      ? [before?.kind === "show-rate" ? library.rates.get(before.rates[0] ?? "") : undefined, plan.lines]
      : [rate, (conversation.shown ?? []).flat().flatMap(({ lines }) => lines)];
  const count = sheet.find(({ expression }) => isOfRacks(library, expression));
  return count && price?.unit === "USD/rack"
    ? evaluated([count, { label: "cost of the racks", expression: `#1 * @${price.id}` }], {
        title: price.name.slice(0, 120),
        lead: [2, 1],
      })
    : null;
}
const OF_RACKS = gated(/^racks-per-gw/);
const isOfRacks = (library: Reading["library"], expression: string): boolean =>
  [...expression.matchAll(/@([\w-]+)/g)].some(([, id = ""]) => OF_RACKS.test(library.rates.get(id)?.quantity ?? ""));
const PRICE_OF_ONE = gated(
  /^(?:(?:what(?:['’]s| is) )?(?:the )?(?:price|cost) (?:of|for) (?:one|each|a (?:single )?(?:rack|one)|a single one)|(?:how much|what) (?:is|does|do|are) (?:one|each|a (?:single )?rack|they each)(?: (?:cost|go for))?|(?:price|cost) each|how much (?:each|apiece|a ?piece|per rack))[\s?.!]*$/i,
);
const ALL_OF_THEM = gated(
  /\b(?:all(?: of)?(?: (?:them|those|these|the racks|the lot))?|(?:the )?racks (?:alone|together|in all|come|cost)|together|in all|altogether|in total|the lot)\b/i,
);

/** "Per GPU then?" after the price of a rack. */
export function perGpu({ library }: Reading, rate: Rate, text: string): PlanInput | null {
  if (rate.unit !== "USD/rack" || !PER_GPU.test(text) || !library.rates.has(IN_A_RACK)) return null;
  return evaluated(
    [
      { label: rate.name.slice(0, 80), expression: `1 rack * @${rate.id}` },
      { label: "for each GPU", expression: `#1 / @${IN_A_RACK}` },
    ],
    { title: rate.name.slice(0, 120), lead: [2, 1] },
  );
}
const IN_A_RACK = "chips-per-rack";
const PER_GPU = gated(
  /^(?:what(?:['’]s| is) (?:that|it) )?(?:per|a|each|for each|\/) ?(?:gpu|chip|card|accelerator)s?(?: then| please)?[\s?.!]*$/i,
);
