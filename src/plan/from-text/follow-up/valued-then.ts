/** "What was OpenAI valued at?" after a round or a purchase: the valuation in it, and not the latest one. */
import { stateOn } from "../../../knowledge/as-of.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 9;
const WAS =
  /^(?:(?:what|how much) (?:was|were) .{2,40} (?:valued(?: at)?|worth)|(?:what|which) valuation did .{2,40} (?:get|have|reach|carry))(?: (?:then|in it|in that(?: round)?|at the time|there))*[\s?.!]*$/i;

export const valuedThen: ReadRule = {
  name: "valued-then",
  read(reading) {
    const { question, conversation, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || !WAS.test(text)) return null;
    if (text.split(/\s+/).length > MAX_WORDS || dates.mentioned.length > 0 || !familyHasPart(reading, deal))
      return null;
    const valued = (stateOn(deal, asOf)?.figures ?? []).some(
      ({ figure, ended }) => figure.of === "valuation" && !ended,
    );
    return valued ? { kind: "show-figure", subject: deal.id, attribute: "valuation", topic: "", asOf: null } : null;
  },
};
