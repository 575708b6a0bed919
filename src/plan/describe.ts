/** A plan in words, for “Read as: …”. */
import type { Plan } from "./plan.ts";

export function describe(plan: Plan, nameOf: (id: string) => string): string {
  switch (plan.kind) {
    case "show-deal":
      return `the deal ${nameOf(plan.deal)}${asOf(plan)}`;
    case "show-figure":
      return `${plan.attribute === "fact" ? "what is recorded" : plan.attribute.replace("-", " ")} of ${nameOf(plan.subject)}${asOf(plan)}`;
    case "find-deals":
      return `deals${plan.parties.length > 0 ? ` of ${plan.parties.map(nameOf).join(" and ")}` : ""}, by ${plan.sort}${asOf(plan)}`;
    case "compare":
      return `compare ${plan.deals.map(nameOf).join(" with ")}${asOf(plan)}`;
    case "compare-figures":
      return `compare ${plan.sides.map((side) => nameOf(side.deal ?? side.metric ?? "")).join(" with ")}${asOf(plan)}`;
    case "show-timeline":
      return `timeline of ${plan.subject === null ? "all deals" : nameOf(plan.subject)}${plan.since ? ` since ${plan.since}` : ""}${asOf(plan)}`;
    case "total-deals":
      return `total of ${plan.signed ? "signed " : ""}deals${plan.parties.length > 0 ? ` of ${plan.parties.map(nameOf).join(" and ")}` : ""}${plan.side ? `, what is ${plan.side === "pays" ? "paid" : "received"}` : ""}${asOf(plan)}`;
    case "show-changes":
      return `changes of ${plan.subject === null ? "all deals" : nameOf(plan.subject)}${plan.since ? ` since ${plan.since}` : ""}${asOf(plan)}`;
    case "trace-flows":
      return `money flows${plan.parties.length > 0 ? ` between ${plan.parties.map(nameOf).join(", ")}` : ""}${asOf(plan)}`;
    case "show-metric":
      return `${nameOf(plan.metric)}${plan.period ? `, ${plan.period}` : ""}${asOf(plan)}`;
    case "choose-deal":
      return "";
    case "compare-metrics":
      return `compare ${plan.metrics.map((entry) => nameOf(entry.metric)).join(" with ")}${asOf(plan)}`;
    case "show-rate":
      return plan.rates.map(nameOf).join(", ");
    case "show-topic":
      return nameOf(plan.topic);
    case "estimate":
      return plan.over
        ? `${plan.quantity.text} for ${plan.over.text}`
        : `${(plan.to ?? "cost").replaceAll("-", " ")} of ${plan.quantity.text}`;
    case "evaluate":
      return plan.lines.map((line) => line.expression).join("; ");
    case "define":
      return `definition of ${nameOf(plan.term)}`;
    case "about":
      return "help";
    case "correct-premise":
    case "decline":
      return "";
    default:
      return plan satisfies never;
  }
}

const asOf = (plan: { asOf: string | null }): string => (plan.asOf ? ` as of ${plan.asOf}` : "");
