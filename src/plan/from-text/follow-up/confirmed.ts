/** "Is that confirmed?", "did they confirm it?": what the record on the table says of who has confirmed what was shown. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findQuantities } from "../../quantities.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 9;
const ASKS = gated(
  /^(?:(?:is|was|are|were|has|have)(?:n['’]t)? (?:that|this|it|any of (?:it|that)|the (?:number|figure|amount|price|value|deal|cost|sum|report|valuation|loan|financing|stake|round|terms))(?: (?:been|ever|officially|actually|really|publicly|even))* (?:confirmed|official|verified|corroborated)|(?:did|does|do|has|have|had)(?:n['’]t)? .{2,40}? (?:ever |officially |publicly |actually )*confirm(?:ed|s)?(?: (?:it|that|this|any of (?:it|that)|the (?:number|figure|amount|price|value|deal|cost|sum|report|valuation|loan|financing|stake|round|terms)))?|(?:officially |ever |already )?confirmed(?: (?:by|at) (?!either|both|them|any)[\w.& -]{2,30})?|(?:is there )?any (?:official )?confirmation|who (?:has |have )?confirmed (?:it|that|this))(?: (?:(?:by|from) (?:anyone|anybody|either|both|them|the compan(?:y|ies))|yet|at all|though|or not|anywhere))*[\s?.!]*$/i,
);
const SAYS = gated(/\bconfirm(?:s|ed)?\b|\bno (?:other|second|stronger|strong) source\b/i);

export const confirmed: ReadRule = {
  name: "confirmed",
  read(reading) {
    const { question, conversation, dates } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || !ASKS.test(text)) return null;
    if (text.split(/\s+/).length > MAX_WORDS || !familyHasPart(reading, deal)) return null;
    const said = sentenceFor(reading, deal);
    return said === null
      ? null
      : {
          kind: "show-figure",
          subject: deal.id,
          attribute: "fact",
          topic: said.slice(0, 400),
          form: "yes-no",
          asOf: dates.asOf,
        };
  },
};

/** The sentence of it with the amount that was shown, or with most of its words; else one that is of the whole. */
function sentenceFor(reading: Reading, deal: Deal): string | null {
  const { asOf, conversation } = reading;
  const found = deal.facts.filter(({ text, known }) => SAYS.test(text) && (!known || known <= asOf));
  const shown = kindShown(reading, deal);
  const amount = shown ? (shown.high ?? shown.low) : null;
  const named = new Set(contentRoots(deal.name));
  const spoken = new Set(
    contentRoots(`${shown?.label ?? ""} ${conversation.asked ?? ""}`).filter((word) => !named.has(word)),
  );
  const ranked = found
    .map(({ text, about }) => ({
      text,
      score:
        (amount !== null && findQuantities(text).some(({ quantity: { high } }) => high === amount) ? AMOUNT : 0) +
        contentRoots(text).filter((word) => spoken.has(word)).length +
        (about === "status" && OF_ALL.test(text) ? OF_WHOLE : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.text : null;
}
const AMOUNT = 3;
const OF_WHOLE = 0.5;
const OF_ALL = gated(/^(?:neither|the compan(?:y|ies)|no (?:signed|source))\b|\bhad not confirmed (?:it|the)\b/i);
