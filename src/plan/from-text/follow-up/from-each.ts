/** "How much from each?", "who put in what?" of a deal that others are part of: what each of those comes to, side by side. */
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { partsOf } from "./largest-part.ts";

const MAX_WORDS = 9;
const FROM_EACH =
  /^(?:how much|what)\b.*\b(?:each|every(?:one|body)|respectively|apiece)\b|^who (?:put in|gave|paid|invested|committed|contributed|brought) (?:what|how much)\b|^(?:(?:what(?:['’]s| is) )?the )?(?:split|breakdown|break it down|per (?:investor|company|backer))(?: (?:by|per) (?:investor|company|backer))?[\s?.!]*$/i;
/** As many as are set side by side. */
const MOST = 6;

export const fromEach: ReadRule = {
  name: "from-each",
  read(reading) {
    const { question, names, conversation, quantities, dates } = reading;
    const last = conversation.plan?.kind;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    if (deal?.kind !== "investment" || (last !== "show-figure" && last !== "show-deal")) return null;
    if (!FROM_EACH.test(text) || text.split(/\s+/).length > MAX_WORDS) return null;
    if (names.orgs.length + names.deals.length + names.places.length + quantities.length > 0) return null;
    const parts = partsOf(reading, deal, false).sort((a, b) => b.size - a.size);
    return parts.length >= 2 && parts.length <= MOST
      ? {
          kind: "compare-figures",
          sides: parts.map(({ id, figure }) => ({ deal: id, metric: null, figure })),
          of: "money",
          asOf: dates.asOf,
        }
      : null;
  },
};
