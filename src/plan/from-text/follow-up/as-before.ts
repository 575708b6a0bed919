/** "Was it always that?", "what was the original target?", "versus what it was?": how the figure that was shown came to what it is. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { otherwiseSaid } from "../otherwise-said.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { namesNothing } from "./operands.ts";

const MAX_WORDS = 10;
/** Whether it has changed at all: of what never did, that is the answer. */
const WHETHER = gated(
  /\b(?:(?:was|were)(?:n['’]?t)? (?:it|that|this|they)(?: not)?(?: (?:ever|once))? (?:smaller|lower|less|bigger|larger|higher|more)(?: (?:at (?:some|one) (?:point|stage|time)|before|once|earlier|originally|at first|in the past|ever))+|(?:has|have|was|were|is) (?:it|that|this|they|the (?:number|figure|amount|price|target))(?: been)? always(?: been)?|always (?:been )?(?:that|this|the (?:number|figure|amount|case))|(?:has|have|did|was) (?:it|that|this|the (?:number|figure|amount|price|target))(?: ever)?(?: been)? (?:changed?|moved?|revised|raised|cut|increased?|upped|enlarged|lowered|reduced))\b/i,
);
/** What it was earlier: where it was nothing else, other words of the record may say it. */
const EARLIER = gated(
  /\b(?:original(?:ly)?|initial(?:ly)?|at first|first(?= (?:price|figure|number|amount|report\w*|version|value)\b)|at the (?:start|outset|beginning|time)|to begin with|what (?:was|were) (?:the|its|their) (?=targets?\b|aim\b|goal\b)|before(?: (?:that|then|the (?:change|increase|raise|cut)|(?:it|they|that) (?:was|were|got|had been) (?:upsized|raised|enlarged|increased|expanded|topped up|revised|cut|changed|doubled|amended|upped|extended|lifted|bumped(?: up)?|hiked)))?|previous(?:ly)?|earlier|formerly|used to be|(?:up|down|raised|cut|changed) from(?: what)?|from what|than (?:it )?(?:was )?before|(?:versus|vs\.?|against|compared (?:with|to)) what (?:it|that) (?:was|used to be)(?: before| originally)?)\b/i,
);
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
    const earlier = EARLIER_ONE.test(text) ? earlierOne(reading, deal) : null;
    if (earlier)
      return { kind: "show-figure", subject: deal.id, attribute: "value", topic: "", figure: earlier.id, asOf: null };
    const otherwise = otherwiseSaid(text);
    const whether = WHETHER.test(text) || otherwise !== null;
    const left = otherwise?.rest ?? text.replace(whether ? WHETHER : EARLIER, " ");
    if (left === text || (!whether && quantities.length > 0)) return null;
    if (!namesNothing(left.replace(AMOUNT, " ").replace(/[$€£%\d.,?!]+\w?/g, " "))) return null;
    const shown = (conversation.shown?.[0] ?? []).filter(({ record }) => record?.id === deal.id);
    const all = stateOn(deal, asOf)?.figures ?? [];
    const entries = all.filter((entry) => shown.some(({ figure }) => figure === entry.figure.id));
    const inMoney = whether && quantities.some(({ quantity }) => isMoney(quantity.unit));
    const money = inMoney && !entries.some(({ figure }) => isMoney(figure.unit)) ? stateOn(deal, asOf)?.money : null;
    const aimed = TARGET.test(left)
      ? all.find(({ figure, before }) => TARGET.test(figure.label) && before.length > 0)
      : null;
    const moved = aimed ?? money ?? entries.find(({ before }) => before.length > 0);
    const plan = { kind: "show-figure", subject: deal.id, asOf: null } as const;
    const history = (figure: string) => ({ ...plan, attribute: "history", topic: text, figure }) as const;
    if (moved) return history(moved.figure.id);
    const [now] = entries;
    const main = TARGET.test(text) ? stateOn(deal, asOf)?.money?.figure : undefined;
    const then = now ? (calledBefore(all, now.figure) ?? (main ? calledBefore(all, main) : null)) : null;
    if (then)
      return { ...plan, attribute: then.of === "valuation" ? "valuation" : "value", topic: "", figure: then.id };
    // What was shown last may be what it was at first.
    if (whether && now)
      return BEFORE.test(now.figure.label)
        ? { ...plan, attribute: "value", topic: "", figure: now.figure.id }
        : history(now.figure.id);
    // A sentence may tell what it was worth before.
    const isTold = deal.facts.some(({ text: fact }) => BEFORE.test(fact) && /\bvalu(?:ed|ation)\b/i.test(fact));
    return now?.figure.of === "valuation" && !whether && isTold
      ? { ...plan, attribute: "valuation", topic: "what was it valued at before" }
      : null;
  },
};

/** "Wasn't there an earlier bid": another amount of the deal that was on record before the one that was shown. */
const EARLIER_ONE = gated(
  /\bthere (?:not )?(?:an?|any|some) (?:\w+,? )?(?:earlier|previous|prior|first|older|smaller|bigger|larger|lower|higher|original)(?:,? (?:and )?\w+)? (?:one|bid|offer|approach|attempt|plan|proposal|figure|number|version|target|price|round|deal)s?\b/i,
);
function earlierOne(reading: Reading, deal: Deal): Figure | null {
  const all = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ ended }) => ended === null);
  const shown = (reading.conversation.shown ?? []).flat().find(({ record }) => record?.id === deal.id);
  const now = all.find(({ figure }) => figure.id === shown?.figure) ?? stateOn(deal, reading.asOf)?.money;
  if (!now) return null;
  const before = all.filter(
    ({ figure, since }) =>
      figure.id !== now.figure.id &&
      figure.unit === now.figure.unit &&
      figure.of === now.figure.of &&
      since < now.since,
  );
  return before.length === 1 ? (before[0]?.figure ?? null) : null;
}

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
const BEFORE = /\b(?:before|earlier|previous|the year before|first target|as first planned|original)\b/i;
const TARGET = gated(/\btargets?\b/i);
