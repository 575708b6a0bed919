/** "How much from each?", "who put in what?", "split?": what a sum is made of, side by side: deals that are part of it, or figures of its own record. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";
import { partsOf } from "./largest-part.ts";

const MAX_WORDS = 9;
const FROM_EACH = gated(
  /^(?:how much|what)\b.*\b(?:each|every(?:one|body)|respectively|apiece)\b|^who (?:put in|gave|paid|invested|committed|contributed|brought) (?:what|how much)\b/i,
);
const SPLIT = gated(
  /^(?:(?:(?:what|how)(?:['’]s| is| was) )?(?:the |that |it |this )*(?:split|breakdown|broken down|divided(?: up)?|made up(?: of)?)|break (?:it|that) down|what(?:['’]s| is) (?:that|it) made (?:up )?of|per (?:investor|company|backer))(?: (?:by|per|between) [\w ]{3,20})?[\s?.!]*$/i,
);
/** As many as are set side by side. */
const MOST = 6;

export const fromEach: ReadRule = {
  name: "from-each",
  read(reading) {
    const { question, names, conversation, quantities, dates } = reading;
    const last = conversation.plan?.kind;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    const splits = SPLIT.test(text);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || text.split(/\s+/).length > MAX_WORDS) return null;
    if (!splits && !FROM_EACH.test(text)) return null;
    if (names.orgs.length + names.deals.length + names.places.length + quantities.length > 0) return null;
    const sides = figuresThatAdd(reading, deal);
    if (sides) return beside(sides, dates.asOf);
    const parts = deal.kind === "investment" ? partsOf(reading, deal, false).sort((a, b) => b.size - a.size) : [];
    return parts.length >= 2 && parts.length <= MOST ? beside(parts, dates.asOf) : null;
  },
};

const beside = (parts: readonly { id: string; figure: string }[], asOf: string | null): PlanInput => ({
  kind: "compare-figures",
  sides: parts.map(({ id, figure }) => ({ deal: id, metric: null, figure })),
  of: "money",
  asOf,
});

/** Two figures of the record that come to the sum that was shown. */
function figuresThatAdd(reading: Reading, deal: Deal): { id: string; figure: string }[] | null {
  const shown = kindShown(reading, deal) ?? stateOn(deal, reading.asOf)?.money?.figure ?? null;
  const whole = shown && sizeOf(shown);
  if (!shown || !whole) return null;
  const parts = (stateOn(deal, reading.asOf)?.figures ?? [])
    .filter(({ figure, ended }) => !ended && figure.id !== shown.id && figure.unit === shown.unit && !figure.per)
    .map(({ figure }) => figure)
    .filter((figure) => sizeOf(figure) > 0 && sizeOf(figure) < whole)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  for (const [at, a] of parts.entries())
    for (const b of parts.slice(at + 1))
      if (Math.abs(sizeOf(a) + sizeOf(b) - whole) <= whole * ROUNDED)
        return [a, b].map(({ id }) => ({ id: deal.id, figure: id }));
  return null;
}
const sizeOf = ({ high, low }: Figure): number => high ?? low ?? 0;
const ROUNDED = 0.005;
