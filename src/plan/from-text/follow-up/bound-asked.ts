/** "Is that a cap?", "is it a minimum": the amount that was shown, which says itself whether it is the most or the least. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const ASKS = gated(
  /^(?:is|was) (?:that|it|this|the (?:number|figure|amount|value)) (?:just |only |really |a hard |meant as )*(?:an? |the )?(?:hard |fixed |firm )?(?:cap|ceiling|maximum|max|upper (?:limit|bound|end)|limit|minimum|min|floor|lower (?:limit|bound|end)|exact(?: number| figure)?|approximate|approximation|round number)[\s?.!]*$/i,
);

export const boundAsked: ReadRule = {
  name: "bound-asked",
  read(reading) {
    const { question, names, conversation, dates } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan;
    const { text } = bareOf(question);
    if (!deal || !ASKS.test(text) || names.orgs.length + names.deals.length > 0) return null;
    const shown = last?.kind === "show-figure" || last?.kind === "show-deal" ? kindShown(reading, deal) : null;
    return shown
      ? { kind: "show-figure", subject: deal.id, attribute: "value", topic: "", figure: shown.id, asOf: dates.asOf }
      : null;
  },
};
