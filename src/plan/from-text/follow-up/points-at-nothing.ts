/** "The difference between the two?", "all three together" where nothing was shown that it could be worked out from: which is asked back. */
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { arithmeticAsked } from "./arithmetic-asked.ts";
import { bareOf } from "./elliptic.ts";
import { namesNothing } from "./operands.ts";

const MAX_WORDS = 10;
const TWO = gated(
  /\b(?:both|(?:the|those|these|of the|all) (?:two|three|four)|(?:those|these|all)(?: of them)?|them|it up)\b/i,
);

/** A change of one amount alone is none. */
const CHANGES: ReadonlySet<string> = new Set(["growth", "gap", "times", "more"]);
const FEW = 5;

/** "How much did it raise" of nothing that was spoken of. */
const OF_IT = gated(
  /^(?:(?:and|so|but|ok)\b[\s,]*)*(?:how (?:much|many \w+|big|long|large)|when|who|where|why|what)(?: \w+)? (?:(?:did|does|do|is|was|will|has|have|had|are|were) )(?:it|they|that one|this one)\b(?: (?:raise|pay|cost|get|run|last|end|start|close|sign(?:ed)?|build|borrow|invest|expire|due|for|signed|announced|in|cover|in total|in all|altogether|overall))*[\s?.!]*$|^(?:and |so )*(?:up to (?:how much|what (?:sum|amount))|to the tune of(?: what)?|for (?:how many|how much|what))[\s?.!]*$|^(?:and |so )*(?:the (?:20\d\d|first|second|third|other|latest|last|bigger|smaller) one)[\s?.!]*$/i,
);

/** "Annualise that" where no amount was shown. */
const TO_YEAR = gated(/^annuali[sz]e (?:that|it|this|them|both)[\s?.!]*$/i);

export const pointsAtNothing: ReadRule = {
  name: "points-at-nothing",
  read({ question, names, quantities, conversation, dates, library }) {
    if (names.orgs.length + names.deals.length + names.places.length + names.people.length > 0) return null;
    if (quantities.length + dates.spans.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
    const last = conversation.plan?.kind;
    if (last === undefined && conversation.deal === null && OF_IT.test(question))
      return { kind: "decline", reason: "which" };
    if ((conversation.shown ?? []).length === 0 && TO_YEAR.test(bareOf(question).text))
      return { kind: "decline", reason: "which" };
    // Of a record its own figures are sought first.
    if (last === "show-figure" || last === "show-deal") return null;
    const { text } = bareOf(question);
    const asked = arithmeticAsked(text);
    // "And the gap" after the rent in one record may be a figure of its own there.
    const points =
      (conversation.plan?.kind === "show-metric" && library.metrics.get(conversation.plan.metric)?.points) || [];
    const words = contentRoots(text);
    if (words.length > 0 && points.some(({ label }) => words.every((word) => contentRoots(label).includes(word))))
      return null;
    if (last === "show-metric")
      return asked && CHANGES.has(asked.form) && text.split(/\s+/).length <= FEW && namesNothing(asked.rest)
        ? { kind: "decline", reason: "which" }
        : null;
    const bare = last !== undefined && last !== "find-deals" && text.split(/\s+/).length <= 2;
    return asked && (TWO.test(text) || bare) && namesNothing(asked.rest) ? { kind: "decline", reason: "which" } : null;
  },
};
