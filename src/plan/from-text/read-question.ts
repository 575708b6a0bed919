/** A question in free words → Plan. Stages: normalise → orders left out → English → spelling → quantities and dates → names → what is asked → plan. */

import { LRUCache } from "lru-cache";
import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName, readNames } from "../../knowledge/resolve.ts";
import { finish } from "../../knowledge/stepwise.ts";
import { findDates } from "../dates.ts";
import { type Attribute, Plan, type PlanInput } from "../plan.ts";
import { findQuantities, mendQuantityWords } from "../quantities.ts";
import { comparedWords } from "./above-and-below.ts";
import { withoutAsides } from "./asides.ts";
import { askedDirectly } from "./asked-indirectly.ts";
import { atPartOfRate } from "./at-part-of-rate.ts";
import { changedEachYear } from "./changed-each-year.ts";
import { comparisonsPlain } from "./comparisons-said.ts";
import { type Conversation, newConversation } from "./conversation.ts";
import { exchangePlain } from "./exchange-said.ts";
import { firmOfPerson } from "./firm-of-person.ts";
import { amountOnTable } from "./follow-up/amount-on-table.ts";
import { asideOf } from "./follow-up/aside-of.ts";
import { backTo } from "./follow-up/back-to.ts";
import { dealBesideNamed, setsBeside } from "./follow-up/deal-beside-named.ts";
import { dealWithParty } from "./follow-up/deal-with-party.ts";
import { bareOf } from "./follow-up/elliptic.ts";
import { escapes } from "./follow-up/escapes.ts";
import { FOLLOW_UPS } from "./follow-up/follow-up.ts";
import { leftFor } from "./follow-up/leaves-topic.ts";
import { newsOfIt } from "./follow-up/news-asked.ts";
import { isOfCompany, withCompany } from "./follow-up/of-company-spoken-of.ts";
import { isOfItsOwn } from "./follow-up/of-its-own.ts";
import { atTheRate, onTheRate } from "./follow-up/on-the-rate.ts";
import { onTheRunningSum } from "./follow-up/on-the-running-sum.ts";
import { goesOnWithOwnSum, isTurnOfOwnSum } from "./follow-up/own-sum.ts";
import { thatForOne } from "./follow-up/points-at-amount.ts";
import { isPutInFull } from "./follow-up/put-in-full.ts";
import { inFull, restate } from "./follow-up/restate.ts";
import { samePlace } from "./follow-up/same-place.ts";
import { spelledOut } from "./follow-up/spelled-out.ts";
import { mayStandAlone, saysAll, standsAlone } from "./follow-up/stands-alone.ts";
import { sumAgain } from "./follow-up/sum-again.ts";
import { theirsThere } from "./follow-up/theirs-there.ts";
import { turnTo } from "./follow-up/turn-to.ts";
import { turnToAmount } from "./follow-up/turn-to-amount.ts";
import { turnToParty } from "./follow-up/turn-to-party.ts";
import { unframed } from "./framing.ts";
import { fronted } from "./fronted.ts";
import { isGibberish } from "./gibberish.ts";
import { heldToQuestion, TOLD } from "./held-to-question.ts";
import { leaveOutOrders } from "./instructions.ts";
import { toEnglish } from "./languages/to-english.ts";
import { withClaim } from "./larger-claimed.ts";
import { inListWords } from "./list-words.ts";
import { listsTurned } from "./lists-turned.ts";
import { lookup } from "./lookup.ts";
import { measuresIn } from "./measures.ts";
import { leavesOut } from "./names-met.ts";
import { normalise } from "./normalise.ts";
import { ofTheTwo } from "./of-the-two.ts";
import { withoutNote } from "./own-note.ts";
import { partOfPower } from "./part-of-power.ts";
import { placesUncounted } from "./places-counted.ts";
import { ballparkAsked, inPlainWords } from "./plain-words.ts";
import type { Reading } from "./reading.ts";
import { RULES } from "./rules.ts";
import { saidPlainly } from "./said-otherwise.ts";
import { amountOnce, saidOnce } from "./said-twice.ts";
import { scaledTo } from "./scaled-to.ts";
import { timesPlain } from "./times-said.ts";
import { withoutTradeTalk } from "./trade-talk.ts";
import { versionsAsChange } from "./versions-set-side-by-side.ts";
import { attributeAsked } from "./what-is-asked.ts";
import { withApostrophes } from "./with-apostrophes.ts";
import { withYears } from "./with-years.ts";
import { inNumbers } from "./word-problems.ts";
import { yearOnYear } from "./year-on-year.ts";
import { yieldsToLookup } from "./yields.ts";

/** `today` is the day from which relative words count ("last month"). */
export type Reader = {
  library: Library;
  today: string;
  /** The text was put together from a question that goes on with another: its words are not all the asker's. */
  goesOn?: boolean;
};

/**
 * The plan, and the rule that read it. `sure` is false where no rule fitted, or several deals fit about as well;
 * `ordered` says that orders about how to answer were left out, `language` which one it was asked in where that is not English;
 * `asked` is the question in full, with what it took from the conversation.
 */
export type Read = {
  plan: Plan;
  rule: string;
  sure: boolean;
  asked: string;
  /** The question as it was read: plain, in English, its spelling mended. */
  said: string;
  ordered: boolean;
  language: string | null;
  /** It was read as a question of its own, whatever was spoken of before. */
  alone?: boolean;
  /** The turns of a calculation, with another number in one of them, that were read again for it. */
  turns?: readonly string[];
};

/** What was heard beside the question itself. */
type Heard = Pick<Read, "said" | "ordered" | "language">;

type Staged = { reading: Reading; heard: Heard };

/** What the stages before the rules find in a question. */
export const toReading = (text: string, reader: Reader, conversation: Conversation = newConversation()): Staged =>
  finish(stages(text, reader, conversation));

export const readQuestion = (text: string, reader: Reader, conversation: Conversation = newConversation()): Read =>
  finish(readInSteps(text, reader, conversation));

/** The same with a step for each stage and each rule, for whoever can let others in between. */
export function* readInSteps(text: string, reader: Reader, conversation: Conversation): Generator<void, Read> {
  if (conversation.plan !== null && isGibberish(text, reader.library))
    return readAs(
      { kind: "decline", reason: "not-understood" },
      { rule: "gibberish", asked: text },
      { said: text, ordered: false, language: null },
    );
  const read = yield* readOnce(text, reader, conversation);
  if (isTurnOfOwnSum(read.said, read.plan, conversation, reader.library))
    return {
      ...read,
      plan: Plan.parse({ kind: "decline", reason: "not-understood" }),
      rule: "own-sum",
      sure: false,
      alone: false,
    };
  const { before } = conversation;
  const stands = !before || read.plan.kind === "evaluate" || read.plan.kind === "estimate" || STANDS.has(read.rule);
  // What is no part of the sum goes on with what the sum was about.
  const final = stands ? read : yield* readOnce(text, reader, { ...conversation, plan: before, before: null });
  const kind = asideOf(text, final, conversation, reader.library);
  if (kind === null) return final;
  const aside = yield* readOnce(text, reader, newConversation());
  const isTold =
    (aside.sure || (aside.plan.kind === "choose-deal" && kind === "others")) &&
    (tellsOrRefuses(aside.plan) || lacksItThere(aside.plan, final.plan));
  return isTold ? { ...aside, alone: true } : final;
}
const STANDS: ReadonlySet<string> = new Set(["another-figure", "challenge"]);

/** Of the record that was told the question asks for what it does not say. */
const lacksItThere = (aside: Plan, told: Plan): boolean =>
  aside.kind === "decline" &&
  aside.reason === "undisclosed" &&
  told.kind === "show-figure" &&
  aside.near.includes(told.subject);

/** Nothing to take for an answer comes of what is no question of the field. */
const tellsOrRefuses = (plan: Plan): boolean => plan.kind !== "decline" || REFUSALS.has(plan.reason);
const REFUSALS: ReadonlySet<string> = new Set(["out-of-scope", "private", "instruction", "bad-quantity"]);

/** What people say in words of their own, in the words that the rules read; each goes on with the text of the one before. */
const PUT_PLAINLY: readonly ((text: string) => string)[] = [
  withoutNote,
  ballparkAsked,
  withoutAsides,
  exchangePlain,
  inNumbers,
  askedDirectly,
  timesPlain,
  inPlainWords,
  comparisonsPlain,
  unframed,
  ofTheTwo,
  scaledTo,
  partOfPower,
  inListWords,
  listsTurned,
  saidPlainly,
  withoutTradeTalk,
  yearOnYear,
  versionsAsChange,
  saidOnce,
  fronted,
  placesUncounted,
  comparedWords,
];

function* stages(text: string, reader: Reader, conversation: Conversation): Generator<void, Staged> {
  const { library, today } = reader;
  const kept = KEPT.get(library) ?? new LRUCache<string, Found>({ max: MOST_KEPT });
  KEPT.set(library, kept);
  const key = `${today} ${text}`;
  let found = kept.get(key);
  if (!found) {
    found = yield* findIn(text, reader);
    if (text.length <= LONGEST_KEPT) kept.set(key, found);
  }
  const { heard, ...said } = found;
  const reread = (other: string, whole = false) => readQuestion(other, { library, today, goesOn: !whole }).plan;
  return { reading: { ...said, library, conversation, reread }, heard };
}
/** What stands in a text, whatever was spoken of before: a turn of a talk is read by itself and then as one that goes on. */
type Found = Omit<Reading, "library" | "conversation" | "reread"> & { heard: Heard };
const KEPT = new WeakMap<Library, LRUCache<string, Found>>();
const [MOST_KEPT, LONGEST_KEPT] = [16, 400];

function* findIn(text: string, { library, today }: Reader): Generator<void, Found> {
  const { question: given, ordered } = leaveOutOrders(atPartOfRate(changedEachYear(normalise(text))));
  const said = PUT_PLAINLY.reduce((plain, put) => put(plain), given);
  yield;
  const foreign = toEnglish(said, library);
  yield;
  const plainly = withYears(amountOnce(mendQuantityWords(foreign?.text ?? said)), today);
  const question = firmOfPerson(withApostrophes(library.spelling(plainly), library), library);
  yield;
  const dates = findDates(question, today);
  yield;
  const quantities = findQuantities(question);
  yield;
  // Days are no names.
  const names = readNames(library, blanked(question, dates.spans));
  const asOf = dates.asOf ?? library.completeTo;
  return {
    question,
    dates,
    quantities,
    names,
    asOf,
    heard: { said: question, ordered, language: foreign?.language ?? null },
  };
}

function* readOnce(given: string, reader: Reader, conversation: Conversation): Generator<void, Read> {
  const turned = conversation.plan === null ? null : leftFor(given);
  if (turned !== null) {
    const alone = yield* readOnce(turned, reader, newConversation());
    if (alone.sure) return { ...alone, alone: true };
    return yield* readOnce(turned, reader, conversation);
  }
  const text = newsOfIt(thatForOne(given, conversation), conversation);
  const { reading, heard } = yield* stages(text, reader, conversation);
  const asked = reading.question;
  if (heard.ordered && asked.trim() === "")
    return readAs({ kind: "decline", reason: "instruction" }, { rule: "instructions", asked }, heard);
  // "So, has it?" behind an order points at the order.
  if (
    heard.ordered &&
    conversation.plan !== null &&
    reading.names.mentions.length === 0 &&
    HANGS_ALONE.test(asked.trim())
  )
    return yield* readOnce(text, reader, newConversation());
  const full = spelledOut(reading);
  if (full !== null) return yield* readOnce(full, reader, conversation);
  const named = dealWithParty(reading) ?? samePlace(reading) ?? amountOnTable(reading);
  if (named !== null) return yield* readOnce(named, reader, conversation);
  // "5 GW at the future price" may stand alone, and is asked of the price that was told.
  const atIt = atTheRate(reading);
  if (atIt) return readAs(atIt, { rule: onTheRate.name, asked }, heard);
  const beside = dealBesideNamed(reading);
  if (beside) {
    const both = yield* readOnce(beside.question, reader, newConversation());
    if (both.sure && setsBeside(both.plan, beside.deal)) return both;
  }
  // "That" stands for the deal that was shown: by itself the question asks something else.
  if (!beside && isPutInFull(reading)) {
    const alone = yield* readOnce(text, reader, newConversation());
    if ((alone.sure || alone.plan.kind === "choose-deal") && isOfItsOwn(reading, alone.plan))
      return { ...alone, alone: true };
  }
  const company = withCompany(reading);
  if (company !== null) {
    const alone = yield* readOnce(company, reader, newConversation());
    if (isOfCompany(alone.plan, alone.rule)) return { ...alone, alone: true };
  }
  const again = sumAgain(reading);
  if (again) return readAs(again.plan, { rule: "sum-again", asked: again.question }, heard);
  const there = theirsThere.read(reading);
  if (there) return readAs(there, { rule: theirsThere.name, asked: askedNow(reading, there) }, heard);
  const back = backTo(reading) ?? turnTo(reading) ?? turnToParty(reading) ?? turnToAmount(reading);
  if (back) return yield* readOnce(back.question, reader, back.conversation);
  if (conversation.plan !== null && saysAll(reading)) return yield* readOnce(text, reader, newConversation());
  // "Price of all those racks" may stand alone, and is asked of those that were counted.
  const step = onTheRunningSum.read(reading);
  if (step) return readAs(step, { rule: onTheRunningSum.name, asked }, heard);
  if (!beside && mayStandAlone(reading)) {
    const alone = yield* readOnce(text, { ...reader, goesOn: true }, newConversation());
    if (alone.sure && standsAlone(reading, alone.plan)) return alone;
  }
  for (const rule of conversation.plan ? FOLLOW_UPS : []) {
    const read = rule.read(reading);
    if (read) return readAs(withClaim(reading, read), { rule: rule.name, asked: askedNow(reading, read) }, heard);
  }
  if (beside)
    return readAs(
      { kind: "decline", reason: "not-beside", near: [beside.deal] },
      { rule: dealBesideNamed.name, asked },
      heard,
    );
  yield;
  const restated = restate(reading);
  // What goes on with a figure of a company, a list or a calculation is changed in its plan first.
  if (restated && !PLANS_CHANGED.has(conversation.plan?.kind ?? ""))
    return readAs(restated.plan, { rule: "restated", asked: restated.asked }, heard);
  for (const rule of RULES) {
    yield;
    const read: PlanInput | null = rule.read(reading);
    if (!read) continue;
    if (rule === lookup && goesOnWithOwnSum(reading)) break;
    if (
      rule !== lookup &&
      ((!TOLD.has(rule.name) && yieldsToLookup(reading, read)) || escapes(reading, read) || leavesOut(reading, read))
    )
      continue;
    if (restated && read.kind !== conversation.plan?.kind) break;
    const { plan, rule: due } = heldToQuestion(reading, rule, read, reader.goesOn ?? false);
    return readAs(
      withClaim(reading, plan),
      { rule: due, asked: restated?.asked ?? ofCompany(reading, plan) ?? inFull(reading) },
      heard,
    );
  }
  if (restated) return readAs(restated.plan, { rule: "restated", asked: restated.asked }, heard);
  return readAs({ kind: "decline", reason: "not-understood" }, { rule: "none", asked }, heard);
}
const HANGS_ALONE = /^\W*(?:\S+\s+){0,3}\S+$|^(?=.*\b(?:it(?:['’]s|s)?|that|they)\b)(?:\S+\s+){0,7}\S+$/i;
const PLANS_CHANGED: ReadonlySet<string> = new Set([
  "show-metric",
  "find-deals",
  "total-deals",
  "estimate",
  "evaluate",
]);

/** "And reliance?" after "how much power" asks for power, whatever was asked before that. */
function askedNow(reading: Reading, read: PlanInput): string {
  const { conversation, question, library } = reading;
  const other =
    read.kind === "show-figure" && read.subject !== conversation.deal ? library.deals.get(read.subject) : null;
  if (other) return `how much is ${other.name}`;
  const last = conversation.plan?.kind === "show-figure" ? conversation.plan.attribute : null;
  const attribute = attributeAsked(question);
  const turned = read.kind === "show-figure" && attribute !== null && SIZES.has(attribute) && attribute !== last;
  const deal = turned ? library.deals.get(conversation.deal ?? "") : undefined;
  return deal ? `${bareOf(question).text.replace(/[?.!\s]+$/, "")} ${deal.name}` : (conversation.asked ?? question);
}

/** "And its capex this year" after another figure of a company is asked of that company. */
function ofCompany({ question, names, library }: Reading, plan: PlanInput): string | null {
  if (plan.kind !== "show-metric" || names.orgs.length > 0 || measuresIn(question).length === 0) return null;
  const [owner, ...more] = library.metrics.get(plan.metric)?.subjects ?? [];
  if (owner === undefined || more.length > 0) return null;
  const { text } = bareOf(question);
  const whose = `${orgName(library, owner)}'s`;
  return OWNER.test(text) ? text.replace(OWNER, whose) : `${whose} ${text}`;
}
const OWNER = gated(/\b(?:its|their)\b/i);
const SIZES: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "count"]);

function readAs(input: PlanInput, how: Pick<Read, "rule" | "asked">, heard: Heard): Read {
  const plan = Plan.parse(input);
  return { plan, ...how, sure: isSure(plan), ...heard };
}

const isSure = (plan: Plan): boolean =>
  plan.kind !== "choose-deal" && !(plan.kind === "decline" && plan.reason === "not-understood");
