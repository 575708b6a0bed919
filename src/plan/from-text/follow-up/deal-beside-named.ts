/** "How does that compare with Microsoft's contract with Nebius?" after a deal: that deal beside the one that is named in full. */
import { gated } from "../../../knowledge/gated.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import { sidesChosen } from "../pairs/operands.ts";
import type { Reading } from "../reading.ts";
import { figureOf, lastAlike } from "./on-the-table.ts";

const THAT_BESIDE = gated(
  /^(?:(?:and|so|but|now|ok(?:ay)?)\b[\s,]*)*(?:how (?:does|do|did|would) (?:that|this|it)(?: (?:one|deal|contract|agreement|lease|loan|round|order|site|campus))? (?:compare|stack up|measure up) (?:with|to|against|next to)|compare (?:that|this|it) (?:with|to|against)|(?:is|was) (?:that|this|it)(?: (?:one|deal|contract|lease))? (?:more|less|bigger|larger|higher|smaller|lower) than)\s+(?<other>.+?)[\s?.!]*$/i,
);

/** The question with the deal's name in the place of the pronoun; null where no deal was shown, or none other is named. */
export function dealBesideNamed(reading: Reading): { question: string; deal: string } | null {
  const { question, conversation, library } = reading;
  const { plan } = conversation;
  const deal = library.deals.get(conversation.deal ?? "");
  const { other } = THAT_BESIDE.exec(question.trim())?.groups ?? {};
  if (!deal || !other || (plan?.kind !== "show-figure" && plan?.kind !== "show-deal")) return null;
  const { deals, orgs } = readNames(library, other);
  // Beside itself it is told alone, and one of several sites of it beside another.
  if (deals.includes(deal.id))
    return deal.sites.length > 1 ? null : { question: `how big is ${deal.name}`, deal: deal.id };
  // "Than Nvidia's": the like of what was shown, which others find.
  if (deals.length === 0 && orgs.length < 2) return null;
  // What was shown last of it is what it is set beside the other by.
  const [last] = lastAlike(reading, 1);
  const inPower = last?.record?.id === deal.id && figureOf(reading, last)?.unit === "GW" ? " in GW" : "";
  return { question: `how does ${deal.name} compare with ${other}${inPower}`, deal: deal.id };
}

/** Whether it sets the deal beside another record, or tells of it where there is none other. */
export function setsBeside(plan: Plan, deal: string): boolean {
  if (plan.kind === "show-figure") return plan.subject === deal;
  const records = plan.kind === "compare" ? plan.deals : (sidesChosen(plan) ?? []).map(([record]) => record);
  return records.includes(deal) && records.some((record) => record !== deal);
}
