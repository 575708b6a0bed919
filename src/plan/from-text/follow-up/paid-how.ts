/**
 * "In cash?", "cash or stock?" after a purchase, "how is it being paid in?", "in how many tranches?" after money that is put in:
 * the figure or the sentence of its record that says in what, and in which parts, it is paid.
 */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const ASKED = gated(
  /^(?:(?:(?:is|was) (?:it|that|this) )?(?:(?:all|paid|entirely|in) )*(?:cash|stock|shares)(?: or (?:in )?(?:cash|stock|shares|equity|debt))|(?:(?:is|was) (?:it|that|this) )?(?:(?:all|paid|entirely) )*in (?:cash|stock|shares)|(?:(?:is|was) (?:it|that|this) )?(?:an? )?all[ -](?:cash|stock|share)(?: deal)?)[\s?.!]*$/i,
);
const SAYS = gated(/\b(?:cash|(?:all-|in )?(?:[A-Z][\w.]+ )?(?:shares?|stock)|share exchange)\b/i);
const IN_PARTS = gated(
  /^(?:(?:how|when|on what schedule) (?:is|are|was|were|does|will|do) (?:it|they|that|this|the (?:money|sum|investment|equity|stake|rest|cash|amount|[$€£]?\d[\d.]* ?(?:bn|b|billion|m|million)?)) (?:all )?(?:be |being |get |getting )?(?:paid|funded|put in|drawn(?: down)?|disbursed|transferred|handed over)(?: (?:in|out|over|up))?|(?:(?:paid )?in )?(?:how many|what|which) (?:tranches|instal?ments|stages|slices|payments)(?: (?:is|are|was|were) (?:it|they|that|there)(?: (?:paid|being paid)(?: in)?)?)?|(?:the |its )?(?:payment|funding|tranche) (?:schedule|plan|structure)|paid (?:in|out) how|(?:the )?(?:tranches|instal?ments))[\s?.!]*$/i,
);
const SAYS_PARTS = gated(
  /\b(?:tranches?|instal?ments?|upfront|up front|in stages|conditional|conditions|drawn|at (?:signing|closing))\b/i,
);
const BOUGHT: ReadonlySet<string> = new Set(["acquisition", "equity-stake", "investment", "licence", "joint-venture"]);
const PUT_IN: ReadonlySet<string> = new Set([...BOUGHT, "financing"]);

export const paidHow: ReadRule = {
  name: "paid-how",
  read(reading) {
    const { question, names, quantities, asOf, conversation } = reading;
    const { text } = bareOf(question);
    const inParts = IN_PARTS.test(text);
    const says = inParts ? SAYS_PARTS : SAYS;
    if (!(inParts || ASKED.test(text)) || names.orgs.length + quantities.length > 0) return null;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    if (!deal || !(inParts ? PUT_IN : BOUGHT).has(deal.kind) || last === "evaluate" || last === "estimate") return null;
    const main = stateOn(deal, asOf)?.money?.figure;
    const plan = { kind: "show-figure", subject: deal.id, asOf: null } as const;
    if (main && says.test(`${main.label} ${main.term ?? ""}`))
      return { ...plan, attribute: "value", topic: "", figure: main.id };
    const fact = deal.facts.find(
      ({ about, text: said }) => about !== "context" && /[$€£]\d/.test(said) && says.test(said),
    );
    if (fact) return { ...plan, attribute: "fact", topic: fact.text };
    const event = inParts ? deal.events.find(({ text: said }) => says.test(said)) : undefined;
    if (event) return { ...plan, attribute: "fact", topic: event.text };
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  },
};
