/** "When?", "since when is that" after how far a deal has come, or after what happened to it: the day of what was told, and only after its card that of the announcement. */
import { gated } from "../../../knowledge/gated.ts";
import type { Attribute } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const WHEN = gated(
  /^(?:(?:on |since |as of )?(?:when|(?:what|which) (?:date|day))(?: exactly)?(?:(?: was| is|['’]s) (?:that|this|it)(?: decided)?| did (?:that|this|it) happen| did (?:they|it) do (?:that|it|this)| has (?:that|it) been)?)[\s?.!]*$/i,
);
/** What is told by a sentence of the record, and not by a figure. */
const IN_WORDS: ReadonlySet<Attribute> = new Set(["fact", "when", "contested"]);

export const whenOfTold: ReadRule = {
  name: "when-of-told",
  read(reading) {
    const { plan } = reading.conversation;
    const deal = dealOnTable(reading);
    if (!WHEN.test(bareOf(reading.question).text)) return null;
    // After a card nothing else was told than that there is the deal.
    if (deal && plan?.kind === "show-deal" && plan.deal === deal.id)
      return { kind: "show-figure", subject: deal.id, attribute: "announced", topic: "", asOf: plan.asOf };
    if (!deal || plan?.kind !== "show-figure" || plan.subject !== deal.id || plan.figure !== null) return null;
    const told = { kind: "show-figure", subject: deal.id, figure: null, asOf: plan.asOf } as const;
    if (plan.attribute === "status") return { ...told, attribute: "status", topic: "" };
    return IN_WORDS.has(plan.attribute) && plan.topic !== ""
      ? { ...told, attribute: "when", topic: `when ${plan.topic}`.slice(0, 400) }
      : null;
  },
};
