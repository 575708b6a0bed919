/** After a comparison: "per GW?", "per year?", "when was each signed", "and in gigawatts?": the same of all that stand side by side. */
import { gated } from "../../../knowledge/gated.ts";
import type { Plan, PlanOf } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const MAX_WORDS = 9;
type Attribute = PlanOf<"compare">["attribute"];

/** The first that fits. */
const ASKED: readonly (readonly [Attribute, RegExp])[] = [
  ["per-gw", /\b(?:per|a|each|\/)\s?(?:gws?|gigawatts?)\b|\$\s?\/\s?gw/i],
  ["per-year", /\b(?:(?:per|a|each|every|\/)\s?(?:year|yr|annum)|annually|yearly|annuali[sz]ed|p\.?a\.?)\b/i],
  ["completed", /\b(?:clos(?:ed?|ing)|complet\w*|finish\w*)\b/i],
  ["signed", /\bsign(?:ed|ing)?\b/i],
  ["announced", /\b(?:when|dates?|first|earlier|older|newer|later|announced)\b/i],
  ["term", /\b(?:how long|longer|shorter|terms?|duration|years|until when|last)\b/i],
  ["status", /\b(?:status|firm(?:er|est)?|binding|live|done|real|definitive)\b/i],
];
const MOST = 3;
/** Asks for the same of all. */
const EACH = /^(?:(?:and|so|what) )?(?:per|a|each|\$)\b|\beach\b|^when (?:was|were|is|are) (?:they|those|these)\b/i;
/** Asks which of the two that were spoken of. */
const WHICH = gated(/^(?:which|who(?:se)?)(?: (?:one|deal|contract|lease))?(?: of (?:them|the two|those))?\b/i);
/** "Total cheque in each". */
const EACH_OF_ALL = gated(/\b(?:each|apiece|either|both|respectively)\b/i);
const EACH_MONEY = gated(
  /\b(?:che(?:que|ck)s?|tickets?|investments?|outlay|stakes?|sums?|how much(?! (?:more|less))|in all|spent)\b/i,
);
const POWER = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|power)\b/i;
/** "Who pays more" after how many. */
const PAYS = gated(/^(?:which|who)\b.*\b(?:pays?|paid|paying|spends?|costs?)\b/i);
const MONEY = /\b(?:money|dollars?|value|worth|usd|cost|price)\b|\$/i;

const isInMoney = (last: Plan): boolean => last.kind === "compare-figures" && last.of === "money";

export const ofEach: ReadRule = {
  name: "of-each",
  read({ question, conversation, names, quantities, dates }) {
    const last = conversation.plan;
    const { text } = bareOf(question);
    if (question.split(/\s+/).length > MAX_WORDS || quantities.length > 0) return null;
    if (names.orgs.length + names.deals.length + names.places.length > 0) return null;
    const [latest, previous] = conversation.deals ?? [];
    if ((last?.kind === "show-figure" || last?.kind === "show-deal") && latest && previous && WHICH.test(text)) {
      const attribute = ASKED.find(([, pattern]) => pattern.test(text))?.[0];
      return attribute
        ? { kind: "compare", deals: [previous, latest], attribute, asOf: dates.asOf ?? last.asOf }
        : null;
    }
    // A list as short as what can stand side by side.
    const listed = last?.kind === "find-deals" && last.lists === "deals" ? (conversation.beside ?? []) : [];
    if (last?.kind === "find-deals" && listed.length >= 2 && listed.length <= MOST) {
      const attribute =
        EACH.test(text) || WHICH.test(text) ? ASKED.find(([, pattern]) => pattern.test(text))?.[0] : null;
      return attribute ? { kind: "compare", deals: [...listed], attribute, asOf: dates.asOf ?? last.asOf } : null;
    }
    if (last?.kind !== "compare" && last?.kind !== "compare-figures") return null;
    const deals = last.kind === "compare" ? last.deals : last.sides.flatMap(({ deal }) => deal ?? []);
    const sides = new Set(deals);
    if (sides.size < 2 || (last.kind === "compare-figures" && deals.length < last.sides.length)) return null;
    const asOf = dates.asOf ?? last.asOf;
    const attribute = ASKED.find(([, pattern]) => pattern.test(text))?.[0];
    if (attribute) return sides.size <= MOST ? { kind: "compare", deals: [...sides], attribute, asOf } : null;
    const each = EACH_OF_ALL.test(text) && EACH_MONEY.test(text);
    const of = each
      ? "money"
      : POWER.test(text)
        ? "power"
        : MONEY.test(text) || (PAYS.test(text) && !isInMoney(last))
          ? "money"
          : null;
    return of ? { kind: "compare-figures", sides: [...sides].map((deal) => ({ deal })), of, asOf } : null;
  },
};
