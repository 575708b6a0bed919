/** "Wasn't it 100?" after an amount: another version of it, or the deal that this one has replaced, where that amount is theirs. */

import type { Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import { SCALES } from "../../scales.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { dealOnTable } from "./figures-of-record.ts";

const AMOUNT = String.raw`[$€£]?(\d[\d.,]*) ?(k|mn?|mm|million|bn?|billion|tn?|trillion)?`;
const BEFORE =
  "(?: (?:before|once|originally|initially|at first|earlier|at (?:some|one) point|to (?:begin|start) with|back then|(?:in|per|from) the (?:loi|letter|first (?:version|deal))))*";
const ASKS = new RegExp(
  String.raw`^\W*(?:(?:but|and|so|wait|hm+|hang on|huh|hold on|ok)\b[\s,.…]*)*(?:(?:was|were)(?:n['’]?t| not)? (?:it|that|this|they)(?: not)?|(?:i|we) (?:thought|had|heard|read|remember) (?:it|that|this) (?:was|at|as|down as)|(?:it|that|this) (?:was|used to be)|did(?:n['’]?t)? (?:it|that|this) use(?:d)? to be)(?: (?:supposed|meant|going) to be)? (?:more like |about |around |up to |over |like |only )*${AMOUNT}${BEFORE}\W*$`,
  "i",
);

export const onceAnother: ReadRule = {
  name: "once-another",
  read(reading: Reading): PlanInput | null {
    const { question, conversation, library, asOf } = reading;
    const deal = dealOnTable(reading);
    const [, digits, unit = ""] = ASKS.exec(question) ?? [];
    if (!deal || digits === undefined || conversation.plan?.kind !== "show-figure") return null;
    const shown = conversation.shown?.[0]?.find(({ record }) => record?.id === deal.id)?.figure;
    const value = Number(digits.replace(/,/g, ""));
    const scale = SCALES[unit.charAt(0).toLowerCase()] ?? null;
    const has = ({ low, high }: Figure): boolean =>
      [low, high].some((end) => end !== null && (scale === null ? isWritten(end, value) : isNear(end, value * scale)));
    const own = stateOn(deal, asOf)?.figures.find(({ figure }) => figure.id === shown);
    if (!own) return null;
    if (own.before.some(({ figure }) => has(figure)))
      return { kind: "show-figure", subject: deal.id, attribute: "history", topic: question, figure: own.figure.id };
    for (const id of deal.supersedes) {
      const before = library.deals.get(id);
      const found =
        before && stateOn(before, asOf)?.figures.find(({ figure }) => figure.unit === own.figure.unit && has(figure));
      if (found) return { kind: "show-figure", subject: id, attribute: "value", topic: "", figure: found.figure.id };
    }
    return null;
  },
};

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 0.02;
/** A bare number may be of any size: "100" is a hundred billion. */
const isWritten = (end: number, value: number): boolean =>
  [1, 1e-3, 1e3, 1e6, 1e9, 1e12].some((scale) => isNear(end, value * scale));
