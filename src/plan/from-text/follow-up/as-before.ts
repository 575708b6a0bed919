/** "Was it always that?", "what was the original target?", "versus what it was?": how the figure that was shown came to what it is. */
import type { Figure } from "../../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { namesNothing } from "./operands.ts";

const MAX_WORDS = 10;
/** Whether it has changed at all: of what never did, that is the answer. */
const WHETHER =
  /\b(?:(?:was|were)(?:n['’]?t)? (?:it|that|this|they)(?: not)?(?: (?:ever|once))? (?:smaller|lower|less|bigger|larger|higher|more)(?: (?:at (?:some|one) (?:point|stage|time)|before|once|earlier|originally|at first|in the past|ever))+|(?:has|have|was|were|is) (?:it|that|this|they|the (?:number|figure|amount|price|target))(?: been)? always(?: been)?|always (?:been )?(?:that|this|the (?:number|figure|amount|case))|(?:has|have|did|was) (?:it|that|this|the (?:number|figure|amount|price|target))(?: ever)?(?: been)? (?:changed?|moved?|revised|raised|cut|increased?|upped|enlarged|lowered|reduced))\b/i;
/** What it was earlier: where it was nothing else, other words of the record may say it. */
const EARLIER =
  /\b(?:original(?:ly)?|initial(?:ly)?|at first|first(?= (?:price|figure|number|amount|report\w*|version|value)\b)|at the (?:start|outset|beginning|time)|to begin with|what (?:was|were) (?:the|its|their) (?=targets?\b|aim\b|goal\b)|before(?: (?:that|then|the (?:change|increase|raise|cut)))?|previous(?:ly)?|earlier|formerly|used to be|(?:up|down|raised|cut|changed) from(?: what)?|from what|than (?:it )?(?:was )?before|(?:versus|vs\.?|against|compared (?:with|to)) what (?:it|that) (?:was|used to be)(?: before| originally)?)\b/i;
const AMOUNT =
  /\b(?:targets?|plans?|planned|goals?|amounts?|figures?|numbers?|size|value|price(?: tag)?|announcement|announced|rumou?red|reported|said|put|at|version|how (?:much|many|big|large)|what|was|were|been|be|always|it|that|this|the)\b/gi;

export const asBefore: ReadRule = {
  name: "as-before",
  read(reading) {
    const { question, conversation, names, quantities, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal")) return null;
    if (names.mentions.length + dates.mentioned.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    const whether = WHETHER.test(text);
    const left = text.replace(whether ? WHETHER : EARLIER, " ");
    if (left === text || (!whether && quantities.length > 0)) return null;
    if (!namesNothing(left.replace(AMOUNT, " ").replace(/[$€£%\d.,?!]+\w?/g, " "))) return null;
    const shown = (conversation.shown?.[0] ?? []).filter(({ record }) => record?.id === deal.id);
    const entries = stateOn(deal, asOf)?.figures.filter((entry) =>
      shown.some(({ figure }) => figure === entry.figure.id),
    );
    const inMoney = whether && quantities.some(({ quantity }) => isMoney(quantity.unit));
    const money = inMoney && !entries?.some(({ figure }) => isMoney(figure.unit)) ? stateOn(deal, asOf)?.money : null;
    const meant = money ?? entries?.find(({ before }) => before.length > 0) ?? (whether ? entries?.[0] : undefined);
    const plan = { kind: "show-figure", subject: deal.id, asOf: null } as const;
    if (meant) return { ...plan, attribute: "history", topic: text, figure: meant.figure.id };
    const [now] = entries ?? [];
    const all = stateOn(deal, asOf)?.figures ?? [];
    const main = /\btargets?\b/i.test(text) ? stateOn(deal, asOf)?.money?.figure : undefined;
    const then = now && !whether ? (calledBefore(all, now.figure) ?? (main ? calledBefore(all, main) : null)) : null;
    if (then)
      return { ...plan, attribute: then.of === "valuation" ? "valuation" : "value", topic: "", figure: then.id };
    // A sentence may tell what it was worth before.
    const isTold = deal.facts.some(({ text: fact }) => BEFORE.test(fact) && /\bvalu(?:ed|ation)\b/i.test(fact));
    return now?.figure.of === "valuation" && !whether && isTold
      ? { ...plan, attribute: "valuation", topic: "what was it valued at before" }
      : null;
  },
};

/** "Up from?" after a valuation: the only figure of its kind that is called that of before. */
function calledBefore(all: readonly StandingFigure[], now: Figure): Figure | null {
  const found = all.filter(
    ({ figure, ended }) =>
      ended === null &&
      figure.id !== now.id &&
      figure.unit === now.unit &&
      figure.of === now.of &&
      BEFORE.test(figure.label),
  );
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}
const BEFORE = /\b(?:before|earlier|previous|the year before|first target|original)\b/i;
