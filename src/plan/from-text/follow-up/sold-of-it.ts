/** "And how much of it did they sell" after the dividend or the price talk of a security: the sum of that security, and of no other in the record. */

import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const SOLD = gated(
  /^how (?:much|many)(?: of (?:it|them|that|those|these|the (?:stock|notes|bonds|paper|shares)))? (?:did|have|has|was|were) (?:(?:they|it|he|she|the company)(?: end up)?|[\w.&-]+)? ?(?:sell|sold|issue|issued|place|placed|print|printed|raise|raised|selling|float|floated)(?: in (?:the end|all))?[\s?.!]*$/i,
);

export const soldOfIt: ReadRule = {
  name: "sold-of-it",
  read(reading) {
    const { question, conversation, names, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    if (!deal || conversation.plan?.kind !== "show-figure" || names.deals.length > 0) return null;
    if (!SOLD.test(bareOf(question).text)) return null;
    const figures = stateOn(deal, asOf)?.figures ?? [];
    const shown = conversation.shown?.[0]?.[0];
    const now = figures.find(({ figure }) => figure.id === shown?.figure)?.figure;
    if (!now || isMoney(now.unit)) return null;
    const words = new Set(contentRoots(now.label));
    const met = (label: string) => contentRoots(label).filter((word) => words.has(word)).length;
    const [best, next] = figures
      .filter(({ figure, ended }) => ended === null && isMoney(figure.unit) && SOLD_KINDS.has(figure.of))
      .map(({ figure }) => ({ figure, met: met(figure.label) }))
      .sort((a, b) => b.met - a.met);
    return best && best.met > (next?.met ?? 0)
      ? {
          kind: "show-figure",
          subject: deal.id,
          attribute: "value",
          topic: "",
          figure: best.figure.id,
          asOf: dates.asOf,
        }
      : null;
  },
};
const SOLD_KINDS: ReadonlySet<string> = new Set(["equity", "debt", "investment"]);
