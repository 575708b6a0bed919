/** "In cash?", "cash or stock?" after a purchase: the figure or the sentence of its record that says in what it is paid. */
import { stateOn } from "../../../knowledge/as-of.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const ASKED =
  /^(?:(?:(?:is|was) (?:it|that|this) )?(?:(?:all|paid|entirely|in) )*(?:cash|stock|shares)(?: or (?:in )?(?:cash|stock|shares|equity|debt))|(?:(?:is|was) (?:it|that|this) )?(?:(?:all|paid|entirely) )*in (?:cash|stock|shares)|(?:(?:is|was) (?:it|that|this) )?(?:an? )?all[ -](?:cash|stock|share)(?: deal)?)[\s?.!]*$/i;
const SAYS = /\b(?:cash|(?:all-|in )?(?:[A-Z][\w.]+ )?(?:shares?|stock)|share exchange)\b/i;
const BOUGHT: ReadonlySet<string> = new Set(["acquisition", "equity-stake", "investment", "licence", "joint-venture"]);

export const paidHow: ReadRule = {
  name: "paid-how",
  read(reading) {
    const { question, names, quantities, asOf, conversation } = reading;
    const { text } = bareOf(question);
    if (!ASKED.test(text) || names.orgs.length + quantities.length > 0) return null;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    if (!deal || !BOUGHT.has(deal.kind) || last === "evaluate" || last === "estimate") return null;
    const main = stateOn(deal, asOf)?.money?.figure;
    const plan = { kind: "show-figure", subject: deal.id, asOf: null } as const;
    if (main && SAYS.test(`${main.label} ${main.term ?? ""}`))
      return { ...plan, attribute: "value", topic: "", figure: main.id };
    const fact = deal.facts.find(
      ({ about, text: said }) => about !== "context" && /[$€£]\d/.test(said) && SAYS.test(said),
    );
    if (fact) return { ...plan, attribute: "fact", topic: fact.text };
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  },
};
