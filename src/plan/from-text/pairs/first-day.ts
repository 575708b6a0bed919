/** "How far above the offer price did it close", "opening price vs close": two prices of one listing, by what people call them. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { operationIn } from "./operation.ts";

const ASKS = gated(/\bprices?\b|\b(?:closed?|opened|opening|debut(?:ed)?)\b/i);
/** Each price of a listing as it is said and as its label says it. */
const PRICES: readonly (readonly [said: RegExp, label: RegExp])[] = [
  [/\b(?:ipo|offer(?:ing)?|issue|listing) price\b|\bpriced? at (?:ipo|the offering)\b/i, /\boffer price\b/i],
  [/\b(?:clos(?:e|ed|ing)(?: price)?)\b/i, /\bclose on the first day\b/i],
  [/\b(?:first|opening) (?:price|trade)\b|\bopen(?:ed|ing)?\b/i, /\bfirst price\b/i],
];

/** Null where the words name no two prices of the one listing that is meant. */
export function firstDay(reading: Reading): PlanInput | null {
  const { question, names, library, asOf, conversation, dates } = reading;
  if (!ASKS.test(question) || conversation.plan !== null || names.orgs.length + names.deals.length !== 1) return null;
  const said = PRICES.filter(([words]) => words.test(question));
  const form = operationIn(question)?.form ?? null;
  if (said.length !== 2 || form === null) return null;
  const own = [...names.deals, ...names.orgs.flatMap((org) => library.dealsOf.get(org)?.map(({ id }) => id) ?? [])];
  for (const id of new Set(own)) {
    const deal = library.deals.get(id);
    const [a, b] = deal ? pricesOf(deal, asOf, said) : [];
    if (deal && a && b) return apart(deal, a, b, dates.asOf);
  }
  return null;
}

function pricesOf(deal: Deal, asOf: string, said: readonly (readonly [RegExp, RegExp])[]): Figure[] {
  const prices = stateOn(deal, asOf)?.figures.filter(({ figure, ended }) => !ended && figure.of === "price") ?? [];
  return said.flatMap(([, label]) => prices.find(({ figure }) => label.test(figure.label))?.figure ?? []);
}

/** The later over the earlier. */
function apart({ id, name }: Deal, a: Figure, b: Figure, asOf: string | null): PlanInput {
  const line = ({ label, id: figure }: Figure) => ({ label: label.slice(0, 80), expression: `@${id}:${figure}` });
  return evaluated(
    [
      line(a),
      line(b),
      { label: "difference", expression: "#2 - #1" },
      { label: "change", expression: "(#2 - #1) / #1 in %" },
    ],
    { title: name.slice(0, 120), lead: [3, 4, 1, 2], asOf },
  );
}
