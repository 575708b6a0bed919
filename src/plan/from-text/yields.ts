/**
 * Whether what a rule has read must give way to a look-up: one statement of the records explains every word and name of the
 * question and holds the kind of thing that is asked for, and what the rule chose does not.
 */

import { stateOn } from "../../knowledge/as-of.ts";
import { type FoundStatement, findStatements, type Sought } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { hasIt } from "../../knowledge/predicate.ts";
import { family } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { ADDS_UP } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import { isConverted } from "./exchange-said.ts";
import { measuresIn } from "./measures.ts";
import type { Reading } from "./reading.ts";
import { toSought } from "./sought.ts";
import { YEARLY_INTEREST } from "./sums/interest-on-record.ts";
import { readSum } from "./sums/sum.ts";
import type { Kind } from "./sums/terms.ts";
import { attributeAsked } from "./what-is-asked.ts";

/** How much of the words the statement must say itself, and how well it must hold what is asked for. */
const SAYS = 0.6;
/** The same, where a cost was worked out of what may be no cost at all. */
const SAYS_COUNTED = 0.45;
/** The same, where it says a word that what the rule chose has not. */
const SAYS_ANY = 0.2;
const HOLDS = 0.85;

/** "The lenders on Vantage's 38B" are those of the one deal of that amount in which who is named has a part. */
function isOfAmount({ names, quantities, library, asOf }: Reading): boolean {
  const [amount, ...more] = quantities;
  const [org] = names.orgs;
  if (!amount || more.length > 0 || org === undefined) return false;
  const { low, high } = amount.quantity;
  const found = (library.dealsOf.get(org) ?? []).filter((deal) => {
    const money = stateOn(deal, asOf)?.money?.figure;
    return money !== undefined && [money.low, money.high].some((one) => one === low || one === high);
  });
  return found.length === 1;
}

export function yieldsToLookup(reading: Reading, plan: PlanInput): boolean {
  const { names, quantities } = reading;
  if (!MAY_YIELD.has(plan.kind) || goesOn(reading)) return false;
  // What is expected of a time has more than one sentence.
  if (plan.kind === "show-timeline" && plan.ahead) return false;
  // Whoever said that it is the largest is no list of the largest.
  const attributed = plan.kind === "find-deals" && WHO_SAID.test(reading.question);
  if (!attributed && names.orgs.length + names.deals.length === 0 && (plan.kind !== "show-timeline" || plan.subject))
    return false;
  // Who somebody is, is no sentence of a record.
  if (plan.kind === "define" && reading.library.names.exact(plan.term).some(({ type }) => type !== "term"))
    return false;
  const calculated = plan.kind === "evaluate" || plan.kind === "estimate";
  if (plan.kind === "evaluate" && ADDS_UP.test(reading.question) && recordsIn(plan).size > 1) return false;
  // A stake at a valuation, or shares at a price, of the asker's is worked out, and no sum that is on record.
  if (
    plan.kind === "evaluate" &&
    AT_A_VALUE.test(reading.question) &&
    plan.lines.some(({ expression }) => expression.includes("@"))
  )
    return false;
  // An amount of the asker's in another currency is that amount, whatever it counts.
  if (plan.kind === "evaluate" && isConverted(plan)) return false;
  if (calculated && YEARLY_INTEREST.test(reading.question)) return false;
  if (plan.kind === "evaluate" && byTwoEstimates(reading, plan)) return false;
  if (plan.kind === "show-rate" && isTheirOwn(reading, plan.rates)) return false;
  // "The banks on Oracle's 2025 bond" are those of one deal.
  if (plan.kind === "find-deals" && plan.lists === "others" && (ON_ONE.test(reading.question) || isOfAmount(reading)))
    return true;
  const told = plan.kind === "find-deals" && (plan.text ?? "") !== "" && names.deals.length === 1;
  const several =
    MANY.test(reading.question) || (!told && plan.kind === "find-deals" && (plan.rank || !oneDeal(reading)));
  if (plan.kind === "find-deals" && several && !attributed) return false;
  // The parts of one deal in the order of their size are in no one sentence.
  if (
    plan.kind === "compare-figures" &&
    MOST.test(reading.question) &&
    new Set(plan.sides.map(({ deal }) => deal)).size === 1
  )
    return false;
  // Of several amounts something is worked out; a single one may be that of the deal.
  if (quantities.length > 1 || quantities.some((found) => found.perGw)) return false;
  const sought = toSought(reading, attributeAsked(reading.question), 0);
  const first = findStatements(reading.library, sought, 1)[0];
  if (!first || !(explainsAll(first) || (attributed && saysAllWords(first)))) return false;
  // What the statement tells has gone into the sum.
  const { record, part } = first.statement;
  if (
    plan.kind === "evaluate" &&
    plan.lines.some(({ expression }) => expression === `@${record.id}:${part}`) &&
    PER.test(reading.question)
  )
    return false;
  const ofAmount = plan.kind === "evaluate" && quantities.length === 1 && names.orgs.length + names.deals.length > 0;
  const says = (plan.kind === "estimate" && sought.want === "count") || ofAmount ? SAYS_COUNTED : SAYS;
  const beyond = saysBeyond(reading, plan, sought, first);
  const lacking = plan.kind === "show-metric" && lacks(reading, plan.metric, sought);
  if (first.own < says && !(plan.kind === "show-metric" ? lacking : beyond)) return false;
  if (calculated && hasOwnNumber(reading, first)) return false;
  // A figure of everybody that is named is what was asked for.
  if (plan.kind === "compare-figures") return first.own >= SAYS && beyond;
  // What happened in a deal is its events, unless one thing of it is named.
  if (plan.kind === "show-timeline" && plan.subject) return beyond && first.statement.kind !== "summary";
  if (plan.kind !== "show-metric") return true;
  return (
    first.statement.record.type !== "metric" &&
    (!isOfAll(reading, plan.metric) || lacking || (beyond && first.strong > 1))
  );
}

/** What two published figures for a gigawatt make together is in no one sentence. */
function byTwoEstimates(reading: Reading, plan: Extract<PlanInput, { kind: "evaluate" }>): boolean {
  if (recordsIn(plan).size > 0 || !OF_A_GIGAWATT.test(reading.question)) return false;
  const used = plan.lines.flatMap(({ expression }) => /@([\w-]+)$/.exec(expression)?.[1] ?? []);
  return new Set(used.filter((id) => reading.library.rates.has(id))).size > 1;
}
/** "What does Foxconn say electricity costs per gigawatt-year": a figure for a gigawatt by whoever is named. */
const isTheirOwn = ({ library, names, question }: Reading, rates: readonly string[]): boolean =>
  OF_A_GIGAWATT.test(question) &&
  rates.every((id) => {
    const rate = library.rates.get(id);
    return (
      rate !== undefined &&
      /^USD\/GW/.test(rate.unit) &&
      rate.quantity !== "capex-per-gw" &&
      names.orgs.includes(rate.org ?? "")
    );
  });
const OF_A_GIGAWATT = /\b(?:gw|gigawatt)s?\b/i;

const AT_A_VALUE = gated(/\b(?:stakes?|shares?|holdings?|positions?|warrants?)\b.*\bworth\b.*\bat (?:an? )?[$€£]?\d/i);
/** What is added up out of several records is in no one sentence. */
const recordsIn = ({ lines }: Extract<PlanInput, { kind: "evaluate" }>): ReadonlySet<string> =>
  new Set(lines.flatMap(({ expression }) => [...expression.matchAll(/@([\w-]+)[:.]/g)].map((match) => match[1] ?? "")));

/** "Yearly revenue from the unnamed customer": several words are not those of the metric. */
function lacks({ library }: Reading, id: string, { words }: Sought): boolean {
  const record = statementsOf(library).byRecord.get(`metric:${id}`);
  const missing = words.filter(
    ({ word, weak }) =>
      !weak &&
      measuresIn(word).length === 0 &&
      !hasIt(record?.title, word) &&
      !record?.statements.some(({ own }) => hasIt(own, word)),
  );
  return missing.length > 1;
}

const MOST = gated(/\b(?:most|least|largest|biggest|smallest|rank\w*|sort\w*)\b/i);
const ON_ONE = gated(
  /^(?:who|which|what)\b.*\b(?:on|in|behind|of|for|to|with) .{3,60}\b(?:bond(?: (?:sale|issue|offering))?|loan|deal|round|lease|contract|financing|facility|credit line|listing|ipo|purchase|takeover)[\s?.!]*$/i,
);

const PER = gated(/\bper (?:[mg]ws?|megawatts?|gigawatts?|gpu|chip)\b/i);

const MAY_YIELD: ReadonlySet<PlanInput["kind"]> = new Set([
  "show-metric",
  "show-timeline",
  "show-rate",
  "evaluate",
  "estimate",
  "find-deals",
  "define",
  "compare-figures",
]);

const WHO_SAID = gated(
  /\bwho (?:said|says|called|calls|described|describes|dubbed|claimed|claims|labell?ed|thinks|reckons)\b/i,
);
/** Asks for more than one thing of a record. */
const MANY = gated(/\b(?:all|every|each|list|any|other|biggest|largest|smallest)\b/i);

/** A deal is named that has no parts which a list would show. */
const oneDeal = ({ names, library }: Reading): boolean =>
  names.deals.length === 1 &&
  !library.knowledge.deals.some((deal) => deal.part_of.some((id) => names.deals.includes(id)));

const saysAllWords = (found: FoundStatement): boolean =>
  found.linked && found.amounts && found.strong > 0 && found.coverage === 1;
const explainsAll = (found: FoundStatement): boolean => saysAllWords(found) && found.fit >= HOLDS;

/** Whether the statement itself says a word of which nothing that the plan would show speaks. */
function saysBeyond(
  { library }: Reading,
  plan: PlanInput,
  { words }: Sought,
  { statement, own }: FoundStatement,
): boolean {
  const shown = wordsShown(library, plan);
  return (
    shown !== null &&
    // Whose estimate it is, is in the title: what else is said need not be in the statement alone.
    (own >= SAYS_ANY || plan.kind === "show-rate") &&
    words.some(({ word, weak }) => !weak && hasIt(statement.own, word) && !shown(word))
  );
}

/** Whether what a plan shows has a word; null where that is not told by records. */
function wordsShown(library: Library, plan: PlanInput): ((word: string) => boolean) | null {
  const inText = (texts: readonly string[]) => {
    const roots = contentRoots(texts.join(" "));
    return (word: string) => roots.includes(word) || roots.some((one) => shareSense(one, word));
  };
  switch (plan.kind) {
    case "show-rate":
      return inText(
        plan.rates.flatMap((id) => {
          const rate = library.rates.get(id);
          return rate ? [rate.name, ...rate.aliases, rate.includes, rate.note ?? "", rate.chip ?? ""] : [];
        }),
      );
    case "show-metric": {
      const record = statementsOf(library).byRecord.get(`metric:${plan.metric}`);
      return (word) => hasIt(record?.title, word) || (record?.statements.some(({ own }) => hasIt(own, word)) ?? false);
    }
    case "define":
      return inText([plan.term]);
    case "show-timeline": {
      const record = statementsOf(library).byRecord.get(`deal:${plan.subject}`);
      return record ? (word) => hasIt(record.title, word) || hasIt(record.words, word) : null;
    }
    case "compare-figures":
      return comparesParts(plan) ? (word) => plan.sides.some((side) => sideHas(library, side, word)) : null;
    default:
      return null;
  }
}
const shareSense = (one: string, other: string): boolean =>
  sensesOf(one).some((sense) => sensesOf(other).includes(sense));

type Sides = Extract<PlanInput, { kind: "compare-figures" }>["sides"];
/** Two figures of one deal: a word for a comparison may have meant something else. */
const comparesParts = ({ sides }: { sides: Sides }): boolean =>
  sides.every(({ deal }) => deal && deal === sides[0]?.deal);
const sideHas = (library: Library, { deal, figure }: Sides[number], word: string): boolean => {
  const record = statementsOf(library).byRecord.get(`deal:${deal}`);
  return (
    hasIt(record?.title, word) ||
    (record?.statements.some(({ part, own }) => part === figure && hasIt(own, word)) ?? false)
  );
};

/** A share, a price or a length of time that the record does not have is the asker's own, and worked with. */
function hasOwnNumber(reading: Reading, { statement: { record } }: FoundStatement): boolean {
  const { terms } = readSum(reading);
  // Two numbers or a list of them are there to be worked with.
  if (terms.filter(({ kind }) => kind !== "year").flatMap(({ ends }) => ends).length > 1) return true;
  const own = terms.filter(({ kind }) => WORKED_WITH.has(kind));
  const figures = reading.library.deals.get(record.id)?.events.flatMap(({ figures }) => figures ?? []) ?? [];
  return own.some(({ low, high }) => !figures.some((figure) => figure.low === low || figure.high === high));
}
const WORKED_WITH: ReadonlySet<Kind> = new Set([
  "percent",
  "price",
  "hourly",
  "unit-power",
  "unit-price",
  "rate",
  "time",
]);

/** Whether the metric is of everybody that is named. */
function isOfAll({ library, names }: Reading, id: string): boolean {
  const subjects = library.metrics.get(id)?.subjects ?? [];
  return names.orgs.every((org) => subjects.some((subject) => family(library, org).has(subject)));
}
