/** What may have come of an agreement, and whether a question asks if it has: paid, repaid, drawn, exercised, vested. */
import { gated } from "./gated.ts";
import { PART_OF_MONTH } from "./part-of-month.ts";
import { perText } from "./per-text.ts";

/** `done`: as an answer says what is missing; `asked`: as a participle; `does`: after "did"; `says`: in a sentence that tells it. */
export type DeedDone = { done: string; asked: string; does: string; says: RegExp };
const PAID = "been paid";
const USED = "been used up";
const DEEDS: readonly DeedDone[] = [
  {
    done: "been repaid",
    asked: "repaid|paid (?:back|off|down)|redeemed",
    does: "repay|pay (?:it |them )?(?:back|off|down)|redeem",
    says: /\b(?:repaid|paid (?:back|off|down)|redeemed)\b/i,
  },
  {
    done: PAID,
    asked:
      "paid(?: in| out| over| up)?|funded|wired|transferred|disbursed|handed over|put in|invested|released|sent|received",
    does: "pay|fund|wire|transfer|hand over|put in|send|receive",
    says: /\b(?:paid|funded|wired|transferred|disbursed|handed over|invested|put in|received|closed|completed?)\b/i,
  },
  {
    done: "been drawn",
    asked: "drawn(?: down| on)?|tapped",
    does: "draw(?: down| on)?|tap",
    says: /\b(?:drawn|drew|tapped)\b/i,
  },
  {
    done: "been exercised",
    asked:
      "exercised|taken up|(?:used|pulled the trigger on) (?:its|their|the|that|this|any of (?:its|their|the)) (?:[\\w-]+ ){0,2}(?:rights?|options?|warrants?)",
    does: "exercise|take up|use (?:its|their|the|that|this) (?:[\\w-]+ ){0,2}(?:rights?|options?|warrants?)",
    says: /\b(?:exercised|took up|taken up)\b/i,
  },
  {
    done: USED,
    asked: "used(?: up)?|consumed|exhausted|spent|burned through|filled",
    does: "use(?: up)?|consume|exhaust|burn through",
    says: /\b(?:used up|consumed|exhausted|spent|filled)\b/i,
  },
  { done: "vested", asked: "vested", does: "vest", says: /\b(?:has|have|had|was|were) vested\b|\bunvested\b/i },
];

const BEGINS = String.raw`^(?:\W*(?:so|and|but|ok|wait|hey|well)\b[\s,]*)*`;
const PART = gated(
  /\b(?:remaining|remainder|rest|balance|other|second|third|final|last|conditional|further|additional|later|any|all|full|fully|whole|entire|yet|already|so far|ever|actually|to date|still)\b/i,
);
/** "Paid the 30bn", and not "paid $6.5B for it". */
const PAID_SUM = gated(
  /\bpaid (?:(?:out|over|in|up) )?(?:(?:the|its|their|that|those)\b|(?:the |its |their |that )?[$€£]?\d[\d.,]*\s?(?:bn?|m|mn|tn?|billion|million|trillion)\b)(?!.*\bfor\b)/i,
);
const ASKED = DEEDS.map((deed) => ({
  deed,
  passive: new RegExp(
    String.raw`${BEGINS}(?:has|have|had|was|were|did|is|are)(?:n['’]t)?\b.{2,90}\b(?:been|ever|get|got|was|were) (?:\w+ly |ever |actually )?(?:${deed.asked})\b`,
    "i",
  ),
  active: new RegExp(String.raw`${BEGINS}(?:has|have|had|was|were)(?:n['’]t)?\b.{2,60}\b(?:${deed.asked})\b`, "i"),
  does: new RegExp(String.raw`${BEGINS}did(?:n['’]t)?\b.{2,60}\b(?:${deed.does})\b`, "i"),
}));

/** The deed of which it is asked whether it has come about, of a part of the whole or by now; null where none is. */
export const deedDoneAsked = perText((question): DeedDone | null => {
  const found = ASKED.find(
    ({ deed, passive, active, does }) =>
      passive.test(question) ||
      // "Has Amazon paid for it" asks of a purchase; nothing else is exercised or drawn.
      ((PART.test(question) ||
        PART_OF_MONTH.test(question) ||
        PAID_SUM.test(question) ||
        !(deed.done === PAID || deed.done === USED)) &&
        active.test(question)) ||
      (PART.test(question) && does.test(question)),
  );
  return found && !SAYS_WHAT.test(question) ? found.deed : null;
});
/** What is asked is an amount, a day or a person. */
const SAYS_WHAT = /\b(?:how|what|which|who|whom|whose|when|where|why)\b|\bor\b/i;

/** What is still to come says nothing of what has. */
const TO_COME =
  /\b(?:to be|will|would|could|can|may|must|should|needs?|planned|plans?|expected|due|until|if|when|once|(?:is|are) (?:paid|funded))\b[^.;,]*/gi;
export const saysDone = ({ says }: DeedDone, text: string): boolean => says.test(text.replace(TO_COME, " "));
