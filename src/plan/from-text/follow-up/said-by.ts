/** "Who said that?" after a figure: the sentence of its record that tells whose words it is, else what it rests on. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const ASKED = gated(
  /^(?:who(?:['’]s| is| was| has)? ?(?:said|saying|claim(?:s|ed|ing)?|put(?:s|ting)?|gave|giving|quoted|quotes|estimated|estimates|reckons|calls?|called) (?:that|this|it|so|the (?:number|figure)|that (?:number|figure))(?: (?:at )?(?:that|number|figure|so (?:high|low)))?|whose (?:number|figure|estimate|claim|words|forecast)s?(?: (?:is|are|was|were) (?:that|this|it|those))?|(?:is|was) that (?:their|its|his|her) own (?:number|figure|claim)|who(?:['’]s| is) (?:that|this|it) (?:from|according to|by)|where(?:['’]s| is| does| did) (?:the|that) [$€£]?[\d.,]+ ?(?:bn|b|mn|m|t|billion|million|trillion)?(?: (?:figure|number))? (?:come )?from)[\s?.!]*$/i,
);

export const saidBy: ReadRule = {
  name: "said-by",
  read(reading) {
    const { question, conversation, names } = reading;
    const last = conversation.plan;
    const { text } = bareOf(question);
    if (!last || names.mentions.length > 0 || !ASKED.test(text)) return null;
    // A company's figure is told with whose it is.
    if (last.kind === "show-metric" || last.kind === "show-rate" || last.kind === "show-topic") return last;
    if (last.kind === "show-deal") return { ...last, view: "sources" };
    const deal = dealOnTable(reading);
    if (last.kind !== "show-figure" || !deal) return null;
    const figure = amountSaid(reading, deal) ?? shownOf(reading, deal);
    const said = figure ? sentenceOf(deal, figure) : null;
    return said
      ? { kind: "show-figure", subject: deal.id, attribute: "fact", topic: said, asOf: null }
      : ({ ...last, attribute: "sources", figure: figure?.id ?? null, also: [], form: "open" } satisfies PlanInput);
  },
};

/** "Where's the 25 billion from": of that amount. */
function amountSaid({ quantities, asOf }: Reading, deal: Deal): Figure | null {
  const [said, ...more] = quantities;
  if (!said || more.length > 0) return null;
  const all = stateOn(deal, asOf)?.figures ?? [];
  return all.find(({ figure: { low, high } }) => [low, high].includes(said.quantity.high))?.figure ?? null;
}

function shownOf({ conversation, asOf }: Reading, deal: Deal): Figure | null {
  const [first] = conversation.shown?.[0] ?? [];
  if (first?.record?.id !== deal.id) return null;
  return stateOn(deal, asOf)?.figures.find(({ figure }) => figure.id === first.figure)?.figure ?? null;
}

/** Says whose words they are, with the number itself. */
function sentenceOf(deal: Deal, { low, high }: Figure): string | null {
  const numbers = [low, high].flatMap((value) =>
    value === null ? [] : [1, 1e3, 1e6, 1e9, 1e12, 1e-3].map((scale) => String(Number((value / scale).toPrecision(6)))),
  );
  const hasIt = (text: string) =>
    (text.match(/\d[\d.,]*\d|\d/g) ?? []).some((one) => numbers.includes(one.replace(/,/g, "")));
  const all = [...deal.facts, ...deal.contested, ...[...deal.events].reverse()];
  return all.find(({ text }) => TELLS_WHO.test(text) && hasIt(text))?.text.slice(0, 400) ?? null;
}
const TELLS_WHO = gated(
  /\b(?:said|says|puts?|told|according to|estimate[sd]?|reported|reckon(?:s|ed)|wrote|claim(?:s|ed)?|expects?|announced|disclosed|called)\b/i,
);
