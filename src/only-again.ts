/**
 * "What do they make" after a price, "who's bigger" after one amount: what was just shown, said again, answers nothing. Where it
 * is asked for again, its own time or terms are, or the answer adds something to it, it stands.
 */
import type { Answer } from "./answer/draft.ts";
import { plain } from "./doc/doc.ts";
import type { Library } from "./knowledge/library.ts";
import type { Conversation } from "./plan/from-text/conversation.ts";
import { bareOf } from "./plan/from-text/follow-up/elliptic.ts";
import type { Attribute, Plan } from "./plan/plan.ts";

type Turn = { plan: Plan; said: string };

/** Of an answer that leads with what was shown before, and has no word of the turn. */
export function isOnlyAgain(answer: Answer, { plan, said }: Turn, last: Conversation, library: Library): boolean {
  if (plan.kind !== "show-figure" && plan.kind !== "show-metric") return false;
  if (
    plan.asOf !== null ||
    new Set((answer.lead ?? []).map(({ figure }) => figure)).size > 1 ||
    tellsFact(answer, library)
  )
    return false;
  // What a sentence had beside the day or the name that was asked for has not been asked for yet.
  if (last.plan?.kind === "show-figure" && last.plan.figure === null && !SIZES.has(last.plan.attribute)) return false;
  const { text } = bareOf(said);
  // Who it is, is no amount.
  if (plan.kind === "show-metric" && /^who(?!se)\b(?! (?:says?|said))/i.test(text)) return true;
  const unit = answer.lead?.[0]?.unit;
  return !ASKS_AGAIN.test(text) && !(unit === "percent" && /%|\b(?:percent|pct)/i.test(text));
}

const SIZES: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "count", "per-gw", "term"]);

/** A sentence of the record with which it begins says more than the amount. */
function tellsFact({ headline, subject }: Answer, library: Library): boolean {
  const text = plain(headline);
  const { facts, events } = library.deals.get(subject ?? "") ?? { facts: [], events: [] };
  return facts.some((fact) => text.includes(fact.text)) || events.some((event) => text.includes(event.text));
}

const ASKS_AGAIN =
  /^(?:is|are|was|were|has|have|do|does|did|can|will)\b|\b(?:that was|so|or|valued|valuation|sources?|sure|really|cite|link|who says|says who|where .*from|confirm\w*|always|total|in all|how(?=[\s?.!]*$)|how (?:much|many|big|large|long)|sizes?|values?|worth|amounts?|numbers?|figures?|sums?|money|costs?|price|capacity|gws?|mws?|gigawatts?|megawatts?|rest|remainder|remaining|when|until|till|since|terms?|dates?|(?<!\b(?:per|a|each|every) )(?:years?|months?)(?! ago)|by|as of|over|from|earlier|previous|before|start(?:s|ed|ing)?|sign(?:ed)?|binding|final|closed|live|right)\b/i;
