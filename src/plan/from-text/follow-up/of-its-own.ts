/** Whether a question that is put in full asks for something else than what was spoken of: it is read as if it were the first one, then. */

import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import { family } from "../../../knowledge/resolve.ts";
import { statementsOf } from "../../../knowledge/statements.ts";
import { sensesOf } from "../../../knowledge/synonyms.ts";
import type { Words } from "../../../knowledge/word-sets.ts";
import { contentWords } from "../../../knowledge/words.ts";
import type { Plan, PlanOf } from "../../plan.ts";
import { SUPERLATIVE } from "../asks.ts";
import { isConverted } from "../exchange-said.ts";
import type { Reading } from "../reading.ts";
import { HEAD_NOUN, isNamed, LEAST_WORDS, LISTS, MANY_WORDS, NAMED, WHAT_IS } from "./put-in-full.ts";

/** Whether the plan that the question makes by itself is of something else than what is on the table. */
export function isOfItsOwn(reading: Reading, alone: Plan): boolean {
  const { quantities, names, question, conversation, library } = reading;
  const table = onTable(reading);
  const own = recordsIn(alone, library);
  const length = lengthOf(reading);
  const isLong = length > LEAST_WORDS;
  const isSum =
    conversation.plan?.kind === "estimate" || (conversation.plan?.kind === "evaluate" && table.length === 0);
  if (alone.kind === "find-deals" || alone.kind === "total-deals") {
    const afterList = conversation.plan?.kind === "find-deals" || conversation.plan?.kind === "total-deals";
    if (alone.kind === "find-deals" && alone.rank && !afterList)
      return isLong && SUPERLATIVE.test(question) && HEAD_NOUN.test(question);
    const others = alone.kind === "find-deals" && alone.lists === "others";
    const isNew = names.orgs.length > 0 || !afterList;
    return isLong && isNew && ((others && names.orgs.length > 0) || LISTS.test(question) || OF_A_TIME.test(question));
  }
  if (alone.kind === "show-deal" && WHAT_IS.test(question) && !table.includes(`deal:${alone.deal}`)) return true;
  if (
    names.deals.some((id) => own.includes(`deal:${id}`) && (!table.includes(`deal:${id}`) || id !== conversation.deal))
  )
    return isLong;
  if (alone.kind === "correct-premise")
    return isLong && names.orgs.length > 1 && !names.deals.some((id) => id === conversation.deal);
  if (alone.kind === "decline" && alone.reason === "unrecorded")
    return names.orgs.length > 0 && !/\bprice\b/i.test(question);
  // Two of its times, whatever was spoken of.
  if (alone.kind === "compare-metrics" && areItsTimes(reading, alone)) return true;
  if (!tells(reading, table)) return false;
  // What was listed has nothing to do with a deal that is asked for by whose it is.
  if (alone.kind === "show-figure" && conversation.plan?.kind === "find-deals")
    if (isLong && names.orgs.length > 0 && ASKS.test(question)) return true;
  switch (alone.kind) {
    case "decline":
      return (
        alone.reason === "bad-quantity" ||
        alone.reason === "unknown-name" ||
        (alone.reason === "out-of-scope" && length > MANY_WORDS && isSum && hasStrangeWord(reading)) ||
        (alone.reason === "undisclosed" && isLong && isNamed(reading) && isOfOthers(reading, table))
      );
    case "show-metric":
    case "compare-metrics":
      return isFigureByName(reading, alone) || (isLong && isToldApart(reading, own, table));
    case "evaluate":
      // "£2bn in dollars?"
      if (isConverted(alone)) return true;
      if (own.length === 0) return isLong && (quantities.length > 0 || isNamed(reading) || /\d/.test(question));
      return isLong && (isToldApart(reading, own, table) || (names.orgs.length > 0 && WITH_NUMBER.test(question)));
    case "estimate":
      return isLong && (quantities.length > 0 || isNamed(reading));
    case "define":
      return isLong;
    case "show-rate":
      return length > MANY_WORDS && conversation.deal === null;
    case "choose-deal":
      return (
        isLong &&
        names.orgs.length > 1 &&
        table.every((record) => names.orgs.some((org) => !isPartyOf(reading, org, record)))
      );
    case "show-figure":
      // What a company was valued at is no figure of another kind.
      if (alone.attribute === "valuation" && isLong && isOfOtherMeasure(conversation, library)) return true;
      return isLong && isToldApart(reading, own, table);
    default:
      return isLong && own.length > 0 && isToldApart(reading, own, table);
  }
}

/** A company's figure by its name, after a deal, a sum or a figure of another kind; two of its times, whatever was spoken of. */
function isFigureByName(
  { names, conversation: { plan } }: Reading,
  alone: PlanOf<"show-metric"> | PlanOf<"compare-metrics">,
): boolean {
  if (alone.measures.length === 0 || names.orgs.length === 0) return false;
  if (plan?.kind !== "show-metric") return true;
  return plan.measures.length > 0 && !alone.measures.some((measure) => plan.measures.includes(measure));
}

const areItsTimes = (reading: Reading, { metrics, measures }: PlanOf<"compare-metrics">): boolean =>
  isNamed(reading) && measures.length > 0 && metrics.length > 1 && metrics.every(({ period }) => period);
/** "NVDA deals from May this year". */
const OF_A_TIME = gated(
  /^\W*[\w.&-]+(?:['’]s)? (?:deals|contracts|leases|loans|bonds|investments|acquisitions) (?:from|since|in|of|after|before|this|last|announced|signed)\b/i,
);
const ASKS = gated(/^\W*(?:what|who|whose|when|where|how|is|are|was|were|did|does|do|has|have|will)\b/i);

/** A word that no record has: "bananas". */
const hasStrangeWord = ({ library, question }: Reading): boolean =>
  contentWords(question).some((word) => !/\d/.test(word) && !library.knowsWord(word));

/** What a company's figure is worked out with stands beside it: "Oracle's backlog x 2". */
const WITH_NUMBER =
  /[×*÷/]\s?\d|\d\s?[x×]\b|\b(?:times|x|by) \d|\b(?:half|double|twice|triple|a (?:third|quarter|tenth)) (?:of )?\w/i;

const isOfOtherMeasure = ({ plan }: Reading["conversation"], { metrics }: Library): boolean =>
  plan?.kind === "show-metric" && metrics.get(plan.metric)?.measure !== "valuation";

/** Nobody who is named has a part in what is on the table. */
const isOfOthers = (reading: Reading, table: readonly string[]): boolean =>
  table.every((record) => !reading.names.orgs.some((org) => isPartyOf(reading, org, record)));

const lengthOf = ({ question }: Reading): number => question.trim().split(/\s+/).length;

/** A number, or a word beside the names that tells what is asked for. */
const tells = (reading: Reading, table: readonly string[]): boolean =>
  reading.quantities.length > 0 ||
  (isOfOthers(reading, table) && reading.names.orgs.length > 0 && lengthOf(reading) > MANY_WORDS) ||
  soughtWords(withoutNames(reading)).some(({ word, weak }) => !weak && !/\d/.test(word) && !SHARE.test(word));
const SHARE = /^(?:percent|share|part)/;
const withoutNames = ({ question, names }: Reading): string =>
  blanked(
    question,
    names.mentions.filter(({ refs }) => refs.some(({ type }) => NAMED.has(type))),
  );

/** The records that were spoken of last, as "deal:…" and "metric:…". */
function onTable({ conversation: { plan, deal, metric, beside = [] } }: Reading): string[] {
  const deals = [...(deal === null ? [] : [deal]), ...beside].map((id) => `deal:${id}`);
  return [...new Set([...deals, ...(plan?.kind === "show-metric" && metric !== null ? [`metric:${metric}`] : [])])];
}

export function recordsIn(plan: Plan, { deals }: Library): string[] {
  switch (plan.kind) {
    case "show-deal":
      return [`deal:${plan.deal}`];
    case "show-figure":
      return [`deal:${plan.subject}`];
    case "show-metric":
      return [`metric:${plan.metric}`];
    case "show-topic":
      return [`topic:${plan.topic}`];
    case "show-changes":
    case "show-timeline":
      return plan.subject === null ? [] : [`deal:${plan.subject}`];
    case "compare":
      return plan.deals.map((id) => `deal:${id}`);
    case "compare-figures":
      return plan.sides.map(({ deal, metric }) => (deal === null ? `metric:${metric}` : `deal:${deal}`));
    case "compare-metrics":
      return plan.metrics.map(({ metric }) => `metric:${metric}`);
    case "evaluate":
      return plan.lines.flatMap(({ expression }) =>
        [...expression.matchAll(/@([\w-]+):[\w-]+/g)].map(
          ([, id = ""]) => `${deals.has(id) ? "deal" : "metric"}:${id}`,
        ),
      );
    default:
      return [];
  }
}

/** Somebody who is named, or a word that tells something, is in the one and not in any of the others. */
function isToldApart(reading: Reading, own: readonly string[], table: readonly string[]): boolean {
  if (table.length === 0) return isNamed(reading) || reading.quantities.length > 0;
  return own.some((record) => !table.includes(record)) && table.every((record) => isApartFrom(reading, own, record));
}

function isApartFrom(reading: Reading, own: readonly string[], record: string): boolean {
  if (reading.names.orgs.some((org) => !isPartyOf(reading, org, record))) return true;
  const [mine, theirs] = [own.flatMap((key) => wordsOf(reading, key)), wordsOf(reading, record)];
  const telling = soughtWords(reading.question).filter(({ word, weak }) => {
    if (weak || /\d/.test(word)) return false;
    const senses = sensesOf(word);
    const has = (all: readonly Words[]) =>
      all.some(({ exact, senses: known }) => exact.has(word) || senses.some((sense) => known.has(sense)));
    return has(mine) && !has(theirs);
  });
  return telling.length >= (isNamed(reading) && !isMetricOfNamed(reading, record) ? 1 : 2);
}

/** A figure of whoever is named: what goes on with it is told by more than a word. */
const isMetricOfNamed = (reading: Reading, record: string): boolean =>
  record.startsWith("metric:") && reading.names.orgs.length > 0;

function isPartyOf(reading: Reading, org: string, record: string): boolean {
  const parties = new Set(partiesOf(reading.library, record));
  return parties.has(org) || [...family(reading.library, org)].some((one) => parties.has(one));
}

function wordsOf({ library }: Reading, key: string): Words[] {
  const { byRecord } = statementsOf(library);
  const record = byRecord.get(key);
  return record ? [record.title, record.words, ...record.statements.map(({ own }) => own)] : [];
}

export function partiesOf(library: Library, key: string): readonly string[] {
  const [type, id = ""] = key.split(":");
  return type === "deal"
    ? (library.deals.get(id)?.parties.map(({ org }) => org) ?? [])
    : (library.metrics.get(id)?.subjects ?? []);
}
