/** What a rule has read, held against the whole of the question: names, two amounts that are set against each other, particulars, what is taken for granted. */
import { statementsOf } from "../../knowledge/statements.ts";
import { type Attribute, Plan, type PlanInput } from "../plan.ts";
import { leavesOut } from "./names-met.ts";
import { isBesideDeal, unknownName } from "./no-such.ts";
import { isBesideOwnNumbers } from "./own-numbers.ts";
import { countsAlike, isAccounted, nearTo } from "./pairs/accounted.ts";
import { shareOnRecord } from "./pairs/lone-answer.ts";
import { perAsked } from "./pairs/per-asked.ts";
import { lacksSecond, setAgainst } from "./pairs/set-against.ts";
import { partOfSum } from "./part-of-sum.ts";
import { lacksDeed, lacksHead, lacksParticular } from "./particulars-said.ts";
import { perGwInCurrency } from "./per-gw-in-currency.ts";
import { holdPremise } from "./premise.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { withRecordedAmounts } from "./recorded-amounts.ts";
import { unknownNames } from "./unknown-names.ts";

/** The plan that stands, with the name of the rule that it is then due to. */
export type Held = { plan: PlanInput; rule: string };

/** `goesOn`: the question was put together from one that goes on with another, and its words are not all the asker's. */
export function heldToQuestion(reading: Reading, { name }: ReadRule, read: PlanInput, goesOn: boolean): Held {
  const about = reading.question.slice(0, 200);
  const undisclosed = (near: readonly string[]): PlanInput => ({
    kind: "decline",
    reason: "undisclosed",
    about,
    near: [...near],
  });
  if (!goesOn && isBesideOwnNumbers(reading, read))
    return { plan: { kind: "decline", reason: "not-understood" }, rule: "own-numbers" };
  const inCurrency = perGwInCurrency(reading, read);
  if (inCurrency) return { plan: inCurrency, rule: name };
  const part = goesOn ? null : partOfSum(reading, read);
  if (part) return { plan: holdPremise(reading, Plan.parse(part)), rule: "part-of-sum" };
  const told = TOLD.has(name);
  const set = goesOn || told ? null : (setAgainst(reading, read) ?? perAsked(reading, read));
  const lacking =
    lacksParticular(reading, read) ??
    (set || name !== LOOKUP ? null : (lacksHead(reading, read) ?? lacksDeed(reading, read)));
  const denied = lacking ? holdPremise(reading, Plan.parse(read)) : null;
  if (denied?.kind === "correct-premise") return { plan: denied, rule: name };
  if (lacking) return { plan: undisclosed(lacking.type === "deal" ? [lacking.id] : []), rule: "particulars" };
  if (told) return { plan: holdPremise(reading, Plan.parse(read)), rule: name };
  const chosen = set ?? read;
  const [strange] =
    tellsOfOne(chosen) || isComparison(chosen) || VERSUS.test(reading.question) ? unknownNames(reading) : [];
  if (strange) return { plan: unknownName(reading, strange), rule: name };
  const accounted = goesOn || isAccounted(reading, chosen);
  const against = accounted ? set : inPlaceOf(reading, chosen);
  if (!accounted && !against) return { plan: undisclosed(nearTo(reading, chosen)), rule: "set-against" };
  if (against && !leavesOut(reading, against)) return { plan: against, rule: "set-against" };
  if (!goesOn && lacksSecond(reading, read))
    return { plan: { kind: "decline", reason: "undisclosed" }, rule: "set-against" };
  const plan = holdPremise(reading, Plan.parse(withRecordedAmounts(reading, read)));
  const beside = name === LOOKUP ? (besideDeal(reading, plan) ?? outsideItsTime(reading, plan)) : null;
  return beside ? { plan: undisclosed([beside]), rule: "particulars" } : { plan, rule: name };
}

/** The deal of which a size is told for a year before anything of it is on record, or for one to come that nothing of it speaks of. */
function outsideItsTime({ library, dates, conversation, asOf }: Reading, plan: PlanInput): string | null {
  if (plan.kind !== "show-figure" || !SIZES.has(plan.attribute) || conversation.plan !== null) return null;
  const deal = library.deals.get(plan.subject);
  const [first] = deal?.events ?? [];
  const years = dates.mentioned.map((date) => date.slice(0, 4));
  // What a site has when it is complete it has in the years to come as well.
  const lasts = plan.attribute === "capacity";
  const isOutside = (year: string) => year < (first?.date.slice(0, 4) ?? "") || (year > asOf.slice(0, 4) && !lasts);
  if (!deal || !first || years.length === 0 || !years.every(isOutside)) return null;
  const told = statementsOf(library).byRecord.get(`deal:${deal.id}`)?.statements ?? [];
  return told.some(({ text }) => years.some((year) => text.includes(year))) ? null : deal.id;
}

/** The deal of which a size is told though somebody who is named has no part in it. */
function besideDeal(reading: Reading, plan: PlanInput): string | null {
  if (plan.kind !== "show-figure" || !SIZES.has(plan.attribute) || reading.conversation.plan !== null) return null;
  const deal = reading.library.deals.get(plan.subject);
  return deal && isBesideDeal(reading, deal) ? deal.id : null;
}
const SIZES: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "count"]);

/** A sentence of a record answers these: nothing is worked out in its place. */
export const TOLD: ReadonlySet<string> = new Set([
  "covers",
  "listing-pair",
  "unpublished-share",
  "board",
  "whether-done",
  "led",
  "own-ticket",
  "tally-part",
  "teller-tally",
  "amount-moved",
  "party-sums",
  "sums-of-each",
  "average-listed",
  "amount-put-in",
  "parties-counted",
  "priceless-listed",
  "named-part",
  "earlier-version",
  "stake-and-price",
  "time-between",
  "prepaid",
]);

/** What a search alone has found. */
const LOOKUP = "lookup";

/** Two are set side by side, whatever has been read of them: "which is dearer, A or B" names two as well. */
const VERSUS =
  /\b(?:vs\.?|versus)(?=\s)|\b(?:which|who(?:se)?)\b.*\b(?:bigger|larger|dearer|cheaper|costlier|pricier|smaller|longer|shorter|more|less|higher|lower)\b[^?]*,\s*(?:the )?[A-Z][^,?]* or (?:the )?[A-Z]/i;
const isComparison = ({ kind }: PlanInput): boolean =>
  kind === "compare" || kind === "compare-figures" || kind === "compare-metrics";

/** A record is told: what stands in it of others is no answer about a name that no record has. */
const tellsOfOne = ({ kind }: PlanInput): boolean => ONE_RECORD.has(kind);
const ONE_RECORD: ReadonlySet<PlanInput["kind"]> = new Set([
  "show-rate",
  "show-metric",
  "show-figure",
  "show-topic",
  "show-deal",
  "show-timeline",
]);

/** What a question that sets two amounts against each other means, where a rule has taken others. */
function inPlaceOf(reading: Reading, chosen: PlanInput): PlanInput | null {
  const pair = setAgainst(reading, null);
  return pair && isAccounted(reading, pair) && countsAlike(reading, chosen, pair) ? pair : shareOnRecord(reading);
}
