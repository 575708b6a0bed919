/** One thing asked of one record: the record by the statement that explains the question best, the attribute by its words. */
import type { Deal, Figure, Measure } from "../../../knowledge/schema.ts";
import { isMoney } from "../../knowledge/as-of.ts";
import { type FoundStatement, findStatements } from "../../knowledge/find-statements.ts";
import { kindsSaid } from "../../knowledge/kinds-said.ts";
import type { Library } from "../../knowledge/library.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import { placesOf } from "../../knowledge/names.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { countedIn, orderIn, soughtWords } from "../../knowledge/question-words.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { findPeriods } from "../dates.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { goesOn, lastRecord, POINTS_BACK } from "./conversation.ts";
import { dealInTime } from "./deal-in-time.ts";
import { measuresIn } from "./measures.ts";
import { asksManner } from "./metric.ts";
import { leavesOut } from "./names-met.ts";
import { noLink, noSuchDeal, outside, unknownName } from "./no-such.ts";
import { partMeant } from "./part-meant.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";
import { afterCalculation, foundOnTable, mayBeOf, saysAll } from "./sought-on-table.ts";
import { unknownNames } from "./unknown-names.ts";
import { type Asked, whatIsAsked, YES_NO } from "./what-is-asked.ts";

/** Less of the question's words than this explained by any record is not understood. */
const LEAST = 0.5;
/** The same, where the kind of thing that is asked for is plain. */
const ENOUGH = 0.34;
/** More of its words than this unexplained, a question without names is of another field. */
const UNEXPLAINED = 0.25;
/** Records nearer to each other than this are both meant: of one organisation, and between two. */
const TIE = { of: 0.985, between: 0.93 };
const MOST = 4;

export const lookup: ReadRule = {
  name: "lookup",
  read(reading) {
    const strange = unknownNames(reading);
    if (strange[0]) return unknownName(reading, strange[0]);
    const { question, names, conversation, library } = reading;
    const asked = whatIsAsked(question);
    const last = lastRecord(conversation);
    // An amount of a party may be that of another record.
    const on = goesOn(reading) || (!AMOUNTS.has(asked.attribute) && saysAll(reading));
    const alone = names.deals.length > 0 || (names.orgs.length > 0 && !POINTS_BACK.test(question));
    const sought = toSought(reading, asked.attribute, last === null ? 0 : on ? 5 : alone ? 1 : 4);
    const nothing = sought.names.length === 0 && !on;
    // A few words after a calculation that go on with it in no way that is known are not about whatever record has them.
    if (nothing && afterCalculation(reading))
      return { kind: "decline", reason: "not-understood", about: question.slice(0, 200) };
    if (nothing && sought.amounts.length === 0 && sought.words.every((word) => word.weak)) return outside(reading);
    // What goes on with a record is sought in it, and in those that belong to it.
    const all = on && last ? foundOnTable(reading, sought, last) : findStatements(library, sought, 40, null);
    const listed = ofIssuer(reading, all);
    const found = listed.length > 0 ? listed : all;
    const first =
      (asked.attribute === "status" ? ofNamed(reading, found) : undefined) ??
      called(question, found) ??
      linkedFirst(found);
    const deal = on && last?.type === "deal" ? library.deals.get(last.id) : undefined;
    // Of what nothing on the table explains, a word for a size makes no question for its size.
    if (deal && asked.attribute !== null && sought.words.filter(({ weak }) => !weak).length > 1 && !explains(first))
      return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
    if (deal && (!first || first.coverage < LEAST)) return ask(reading, asked, deal);
    if (!first) return names.orgs.length > 0 ? noSuchDeal(reading) : outside(reading);
    // Without any name all words count, also those of no record.
    const strong = sought.words.filter((word) => !word.weak).length;
    if (nothing && first.unexplained.length > strong * UNEXPLAINED) return outside(reading);
    if (!first.linked && names.orgs.length > 1) return noSuchDeal(reading);
    // A record that has nothing to do with who is named answers nothing about them.
    if (!first.linked && names.orgs.length === 1 && !on) return notCovered(reading, found);
    // Of a record that is surely meant the answer itself says what is not known.
    const there =
      names.places.length > 0 && first.linked && first.statement.record.type === "deal" && isAt(reading, first);
    const sure =
      there || on || names.deals.length > 0 || names.people.length > 0 || (names.orgs.length > 1 && first.linked);
    if (!sure && first.coverage < (asked.attribute === null ? LEAST : ENOUGH)) return notCovered(reading, found);
    // The figure that was told is no answer to who, when or where.
    const told = on && last?.type === "metric" && first.statement.record.id === last.id;
    if (told && asked.attribute !== null && NO_FIGURE.has(asked.attribute) && strong > 0 && !explains(first))
      return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    // What is counted is none of the other things that the record counts: buildings are no jobs.
    const counted = asked.attribute === "count" ? countedIn(question) : null;
    if (
      counted !== null &&
      !recordHas(library, keyOf(first.statement.record), counted) &&
      first.unexplained.includes(counted)
    )
      return {
        kind: "decline",
        reason: "undisclosed",
        about: question.slice(0, 200),
        near: [first.statement.record.id],
      };
    const plan = planFor(reading, asked, found, first);
    // Of two who are named, a record of one alone does not say what lies between them.
    return names.orgs.length === 2 && !on && plan.kind === "show-figure" && leavesOut(reading, plan)
      ? noSuchDeal(reading)
      : plan;
  },
};

/** "The TPU deal": what stands before such a word tells which of several is meant, and the best that has it not is not it. */
function called(question: string, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [best] = found;
  const said = contentRoots([...question.matchAll(CALLED)].map(([, name = ""]) => name).join(" "));
  const lacking = said.filter((word) => best?.unexplained.includes(word));
  return lacking.length === 0
    ? undefined
    : found.find((other) => other.linked && !lacking.some((word) => other.unexplained.includes(word)));
}
const CALLED =
  /\b(?:the|its|their|his|[\w.&-]+['’]s?) ((?:[\w.&-]+ ){1,2})(?:deals?|contracts?|agreements?|leases?|loans?|pacts?|arrangements?|partnerships?)\b/gi;

const explains = (found: FoundStatement | undefined): boolean => found !== undefined && found.coverage > 0.1;

/** Whether the record is of a site at a place that is named. */
function isAt({ library, names }: Reading, { statement }: FoundStatement): boolean {
  const sites = library.deals.get(statement.record.id)?.sites ?? [];
  return sites.length === 1 && sites.some((site) => placesOf(site).some((place) => names.places.includes(place)));
}

/** The best statement of a record that has to do with all that are named, where one is not much worse than the best of all. */
const linkedFirst = (found: readonly FoundStatement[]): FoundStatement | undefined =>
  found[0]?.linked
    ? found[0]
    : (found.find((other) => other.linked && other.score >= (found[0]?.score ?? 0) * 0.55) ?? found[0]);

const LISTING = /\b(?:ipos?|s-1|prospectus|listing|float(?:ation)?|go(?:es|ing)? public)\b/i;
/** "OpenAI shares … in its IPO": the listing of the one that is named, and none that it has a part in. */
function ofIssuer({ question, names, library }: Reading, found: readonly FoundStatement[]): FoundStatement[] {
  const [org, ...others] = names.orgs;
  if (org === undefined || others.length > 0 || names.deals.length > 0 || !LISTING.test(question)) return [];
  return found.filter(({ statement: { record } }) => {
    const deal = library.deals.get(record.id);
    return (
      deal !== undefined &&
      [deal.name, ...deal.aliases].some((name) => LISTING.test(name)) &&
      deal.parties.some((party) => party.org === org && party.role === "issuer")
    );
  });
}

/** How far something has come is asked of what is named itself, not of what it is a part of. */
function ofNamed({ names, library }: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [only, ...others] = names.deals;
  const own = new Set([
    ...(library.deals.get(only ?? "")?.sites.flatMap(placesOf) ?? []),
    ...names.mentions
      .filter(({ refs }) => refs.some(({ id }) => id === only))
      .flatMap(({ refs }) => refs.map(({ id }) => id)),
  ]);
  return only === undefined || others.length > 0 || names.places.some((place) => !own.has(place))
    ? undefined
    : found.find(({ statement: { record } }) => record.type === "deal" && record.id === only);
}

const NO_FIGURE: ReadonlySet<Attribute> = new Set([
  "parties",
  "when",
  "expected",
  "announced",
  "site",
  "chips",
  "count",
  "exit",
]);
const AMOUNTS: ReadonlySet<Attribute | null> = new Set(["value", "capacity", "valuation", "stake"]);

function planFor(reading: Reading, asked: Asked, found: readonly FoundStatement[], first: FoundStatement): PlanInput {
  const { library, dates, question } = reading;
  const { record } = first.statement;
  if (
    record.type === "metric" &&
    (measuresOther(reading, record.id) || isOfOthers(reading, record.id) || asksManner(reading))
  )
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  if (record.type === "metric")
    return {
      kind: "show-metric",
      metric: record.id,
      period: findPeriods(question)[0] ?? null,
      measures: [...measuresIn(question)],
      words: topicOf(reading),
      history: asked.attribute === "history",
      asOf: dates.asOf,
    };
  if (record.type === "topic")
    return { kind: "show-topic", topic: record.id, words: topicOf(reading), asOf: dates.asOf };
  const deal = library.deals.get(record.id);
  if (!deal) return outside(reading);
  if (asksWhether(question) && !namesPeople(reading, first))
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  const denied = noLink(reading, deal);
  // A nickname of one record does not stand against the others that are named.
  const other = denied ? involvingAll(reading, found, deal) : undefined;
  if (other) return ask(reading, asked, other);
  if (denied) return denied;
  const sized = asked.attribute === "value" || asked.attribute === "capacity" || asked.attribute === null;
  const tied = sized ? tiedWith(reading, found, first) : [];
  const part = sized ? partMeant(reading, deal) : null;
  // The words told the whole; of its part they choose nothing.
  if (part)
    return { kind: "show-figure", subject: part.id, attribute: "value", form: asked.form, topic: "", asOf: dates.asOf };
  const ordered = dealInTime(tied, orderIn(question));
  if (ordered) return ask(reading, asked, ordered);
  if (tied.length > 1)
    return { kind: "choose-deal", deals: tied.map((one) => one.id), about: question.slice(0, 200), asOf: dates.asOf };
  return ask(reading, asked, deal, first);
}

/** Whether a record speaks of somebody who is named, where people are: what it says of others answers nothing about them. */
const namesPeople = ({ library, names }: Reading, { statement }: FoundStatement): boolean =>
  names.people.length === 0 ||
  names.people.some((id) => {
    const { statements } = namedIn(library, { type: "person", id });
    const own = statementsOf(library).byRecord.get(keyOf(statement.record))?.statements ?? [];
    return own.some((one) => statements.has(one.id));
  });

/** A cost of something is no answer where revenue is asked for. */
function measuresOther({ question, library }: Reading, id: string): boolean {
  const metric = library.metrics.get(id);
  const subject = metric?.subjects[0];
  const hasRevenue = library.knowledge.metrics.some((one) => one.measure === "revenue" && one.subjects[0] === subject);
  // Of whom no revenue of a period is on record, the annualised one tells it, and says what it is.
  const said = measuresIn(question).flatMap((measure): Measure[] =>
    measure === "revenue" && !hasRevenue ? [measure, "run-rate-revenue"] : [measure],
  );
  const own = [metric?.measure, ...(metric?.points ?? []).map((point) => point.measure)];
  return said.length > 0 && !said.some((measure) => own.includes(measure));
}

/** A figure of companies none of which is named, that says nothing of those that are. */
function isOfOthers({ library, names }: Reading, id: string): boolean {
  const metric = library.metrics.get(id);
  if (!metric || names.orgs.length === 0) return false;
  const told = [metric.name, ...metric.aliases, ...[...metric.facts, ...metric.contested].map(({ text }) => text)];
  const labels = metric.points.map(({ label, stated_by, note }) => `${label} ${stated_by ?? ""} ${note ?? ""}`);
  const all = [...told, ...labels].join(" ").toLowerCase();
  return !names.orgs.some((org) => {
    const group = family(library, org);
    return (
      metric.subjects.some((subject) => group.has(subject) || family(library, subject).has(org)) ||
      all.includes(orgName(library, org).toLowerCase())
    );
  });
}

/** The deal found that has to do with everybody who is named, and with somebody of the deal that does not. */
const involvingAll = (reading: Reading, found: readonly FoundStatement[], not: Deal): Deal | undefined =>
  found
    .flatMap(({ statement, score }) =>
      statement.record.type === "deal" && score >= (found[0]?.score ?? 0) * INSTEAD
        ? (reading.library.deals.get(statement.record.id) ?? [])
        : [],
    )
    .find(
      (deal) =>
        reading.names.orgs.length > 0 &&
        deal.parties.some(
          ({ org }) => !reading.names.orgs.includes(org) && not.parties.some((party) => party.org === org),
        ) &&
        reading.names.orgs.every((org) => deal.parties.some((party) => family(reading.library, org).has(party.org))) &&
        !noLink(reading, deal),
    );
const INSTEAD = 0.5;

/** `best`: the statement by which the deal was found. */
function ask(reading: Reading, asked: Asked, deal: Deal, best?: FoundStatement): PlanInput {
  const { dates, question, conversation } = reading;
  const topic = asked.first === null ? topicOf(reading) : asked.first.trim().slice(0, 400);
  // "And the power there?" after where it stands asks for something of its own.
  const another =
    conversation.plan?.kind === "show-figure" &&
    conversation.plan.subject === deal.id &&
    !SIZES.has(conversation.plan.attribute) &&
    conversation.plan.attribute !== "history" &&
    reading.names.orgs.length === 0 &&
    soughtWords(topic).some(({ weak }) => !weak);
  const before =
    conversation.plan?.kind === "show-figure" && /^(?:and|what about|how about)\b/i.test(question) && !another;
  if (
    asked.attribute === null &&
    before &&
    question.split(" ").length <= 6 &&
    conversation.plan?.kind === "show-figure"
  )
    return {
      ...conversation.plan,
      subject: deal.id,
      topic: topic || conversation.plan.topic,
      figure: deal.id === conversation.plan.subject ? conversation.plan.figure : null,
    };
  const last =
    conversation.plan?.kind === "show-figure" && conversation.plan.subject === deal.id ? conversation.plan : null;
  const on = last !== null && goesOn(reading);
  // "just the first phase?" after a value asks for that value, "how many GW does that get?" for that phase.
  const carries =
    on &&
    !asksWhether(question) &&
    !NAMES_THING.test(question) &&
    (SIZES.has(last.attribute) || soughtWords(topic).every(({ weak }) => weak));
  if (asked.attribute === null && carries && last.attribute !== "fact" && mayBeOf(reading, deal, topic))
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: last.attribute,
      topic: `${topic} ${last.topic}`.slice(0, 400),
      asOf: dates.asOf ?? last.asOf,
    };
  if (asked.attribute !== null) {
    // "Whose guarantee is it?", "up to what amount?": that of the guarantee.
    const other = last !== null && !SIZES.has(last.attribute) && BARE_AMOUNT.test(topic);
    const sized = last !== null && (SIZES.has(last.attribute) || SIZES.has(asked.attribute));
    const elliptic =
      on &&
      sized &&
      (POINTS_AT.test(question) || other) &&
      countedIn(question) === null &&
      asked.attribute !== "site" &&
      !COUNTS_CHIPS.test(question) &&
      soughtWords(topic).every((word) => word.weak);
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: sizeOf(asked.attribute, question, deal),
      topic: elliptic
        ? `${topic} ${asked.form === "open" ? thingsIn(last.topic, DAYS.has(asked.attribute)) : last.topic}`
            .trim()
            .slice(0, 400)
        : topic,
      also: [...asked.also],
      form: asked.form,
      asOf: dates.asOf,
    };
  }
  // "Google's backstop for the lease": the sum of that kind, though the deal is named by it.
  if (!YES_NO.test(question) && (owesOf(deal, topic) || isOfOnePart(reading, deal, topic)))
    return { kind: "show-figure", subject: deal.id, attribute: "value", form: asked.form, topic, asOf: dates.asOf };
  if (!asksSomething(topic, deal, reading.library) && !(best && saysIt(best)))
    return { kind: "show-deal", deal: deal.id, asOf: dates.asOf };
  return { kind: "show-figure", subject: deal.id, attribute: "fact", topic, asOf: dates.asOf };
}

/** What was spoken of, without the words that asked for it: these would ask again. */
const thingsIn = (topic: string, dated: boolean): string =>
  (topic.match(/[\p{L}\d][\p{L}\d.,&'’-]*/gu) ?? [])
    .filter((word) => (dated && PLACE_IN_TIME.test(word)) || soughtWords(word).some(({ weak }) => !weak))
    .join(" ");
/** "When was it added?" after the third of them. */
const DAYS: ReadonlySet<Attribute> = new Set(["when", "announced", "expected"]);
const PLACE_IN_TIME = /^(?:first|second|third|fourth|latest|last|initial)$/i;

/** Whether the words say a kind of debt or guarantee of which the deal has a sum beside its headline. */
function owesOf(deal: Deal, topic: string): boolean {
  const said = kindsSaid(topic)
    .flat()
    .filter((of) => OWED.has(of));
  return deal.events.some(({ figures = [] }) => figures.some(({ of, headline }) => !headline && said.includes(of)));
}

/** "Ares money in SB Energy", "the first contract": of the deal's sums one alone is labelled with what is said beside its names. */
function isOfOnePart({ library, names, question }: Reading, deal: Deal, topic: string): boolean {
  const [, nth] = NTH.exec(topic) ?? [];
  if ((!nth && !GIVES.test(topic)) || asksSomething(topic.replace(GIVES, " "), deal, library)) return false;
  const sums = (statementsOf(library).byRecord.get(`deal:${deal.id}`)?.statements ?? []).filter(
    ({ kind, amount }) => kind === "figure" && amount && isMoney(amount.unit),
  );
  const bearers = names.mentions
    .filter(({ refs }) => refs.some(({ type }) => type === "org"))
    .map(({ start, end }) => contentRoots(question.slice(start, end)));
  return (nth ? [contentRoots(nth)] : bearers).some((said) => {
    const theirs = sums.filter(({ own }) => said.every((word) => own.exact.has(word)));
    return theirs.length > 0 && theirs.every(({ headline, part }) => !headline && part === theirs[0]?.part);
  });
}
const NTH =
  /\b(first|second|third|fourth|original|initial)\s(?:[\w.&'’-]+\s){0,3}?(?:contract|lease|phase|tranche|order|closing|loan|agreement|payment|instal?lment)\b/i;
const GIVES =
  /[$€£]|\b(?:money|cash|cheque|check|put(?:s|ting)?|pay(?:s|ing)?|paid|giv(?:es?|en|ing)|gave|part|portion|slice|invest\w*|contribut\w*|sum|amount|figure|number|bit)\b/i;

/** "Which process?" asks for that, and for no amount beside it. */
const NAMES_THING =
  /^(?:(?:and|so|ok|but)\b[\s,]*)*(?:which|what) (?!(?:amounts?|value|price|size|share|part|portion|year|date|capacity|power|stake|sum|number|figure|cost|currency|deal|one|term|valuation)\b)[a-z-]+[\s?.!]*$/i;

/** "Did shareholders approve" asks for no amount; "is it 4 GW" does. */
const asksWhether = (question: string): boolean =>
  YES_NO.test(question) && !/\d/.test(question) && question.split(/\s+/).length > 2;

/** Whether words beyond the deal's own name are left: any that tells, or in a whole question even one that most questions have. */
function asksSomething(topic: string, deal: Deal, library: Library): boolean {
  const parties = deal.parties.map((party) => orgName(library, party.org));
  const names = new Set(contentRoots([deal.name, ...deal.aliases, ...parties].join(" ")));
  const whole = WHOLE_QUESTION.test(topic);
  return soughtWords(topic).some(({ word, weak, tells }) => !names.has(word) && (!weak || (whole && tells)));
}
/** Everyday words may be those of one figure: "first day close". */
const saysIt = ({ statement, own, words }: FoundStatement): boolean =>
  statement.amount !== null && !statement.headline && own >= SAYS && words > 1;
const SAYS = 0.6;

/** Asks something of a subject by a verb, and does not only ask about it. */
const WHOLE_QUESTION =
  /^(?:(?:so|and|but|or|ok(?:ay)?|hey|hi|wait)[\s,]+)*(?:(?:what|which|who|whom|where|how|why)\b.{0,60}?\b(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|must|should|may|became|becomes|happens|happened|made|makes|got|gets|stands|holds)\b|(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|must|should|may)(?:n['’]t)? )/i;

/** Before a day it says when to look, not what is asked for. */
const AS_OF =
  /\b(?:as (?:of|at)|by|in|on|during|back in|since|until|before|at the end of|end of)\s+(?:(?:the|late|early|mid)[\s-]+)*$/i;
const OWED: ReadonlySet<Figure["of"]> = new Set(["debt", "guarantee"]);
const BEGINS_AS_OF = /^(?:as (?:of|at)|by)\b/i;
const SIZES: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "fact", "per-gw"]);
const BARE_AMOUNT =
  /^(?:(?:and|so)\b[\s,]*)*(?:for |up to |to |by |at )?(?:how much|(?:what |the )?(?:amount|sum|value|price|worth|size))[\s?.!]*$/i;
const COUNTS_CHIPS = /\bhow many (?:chips?|gpus?|accelerators?|tpus?)\b/i;
const POINTS_AT = /\b(?:that|this|it|those)\b/i;

/** "How big" asks for the gigawatts of a site or a plant, where no money is spoken of. */
const sizeOf = (attribute: Attribute, question: string, deal: Deal): Attribute =>
  attribute === "value" &&
  SITES.has(deal.kind) &&
  deal.events.some(({ figures = [] }) => figures.some(({ unit }) => unit === "GW")) &&
  /\b(?:how (?:big|large)|size)\b/i.test(question) &&
  !MONEY.test(question)
    ? "capacity"
    : attribute;
const SITES: ReadonlySet<Deal["kind"]> = new Set(["site", "energy"]);
const MONEY = /[$€£]|\b(?:dollars?|money|invest\w*|cost|spend\w*|loan|debt|round|stake|cheque|check)\b/i;

/** The words of the question by which the statement is chosen, with organisations and people by the names of the records. */
function topicOf({ question, names, library, dates }: Reading): string {
  let text = question;
  for (const { start, end } of dates.spans)
    if (
      /\d/.test(text.slice(start, end)) &&
      (AS_OF.test(text.slice(0, start)) || BEGINS_AS_OF.test(text.slice(start, end)))
    )
      text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  for (const { refs, start, end } of [...names.mentions].reverse()) {
    const org = refs.find((ref) => ref.type === "org");
    if (refs.some((ref) => ref.type === "deal"))
      text = `${text.slice(0, start)}${text.slice(start, end).toLowerCase()}${text.slice(end)}`;
    else if (org) text = `${text.slice(0, start)}${orgName(library, org.id)}${text.slice(end)}`;
  }
  return text.replace(/\s+/g, " ").trim().slice(0, 400);
}

/** Deals between the same parties that the words do not tell apart; nobody asks for a part of one, or for what one replaced. */
function tiedWith(
  { library, names, quantities, dates, conversation }: Reading,
  found: readonly FoundStatement[],
  first: FoundStatement,
): Deal[] {
  const told = names.deals.length + quantities.length + dates.mentioned.length > 0 || first.strong > 0;
  if (told || names.orgs.length === 0 || conversation.deal !== null) return [];
  const best = new Map<string, number>();
  for (const { statement, score } of found)
    if (statement.record.type === "deal" && !best.has(statement.record.id)) best.set(statement.record.id, score);
  const tied = [...best]
    .filter(([, score]) => score >= first.score * (names.orgs.length > 1 ? TIE.between : TIE.of))
    .flatMap(([id]) => library.deals.get(id) ?? [])
    .filter((deal) => names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))));
  const ids = new Set(tied.map((deal) => deal.id));
  const replaced = new Set(tied.flatMap((deal) => deal.supersedes));
  const alone = tied.filter((deal) => !deal.part_of.some((id) => ids.has(id)) && !replaced.has(deal.id));
  const few = Math.min(...alone.map((deal) => deal.parties.length));
  const kind = library.deals.get(first.statement.record.id)?.kind;
  return alone
    .filter((deal) => names.orgs.length === 1 || (deal.kind === kind && deal.parties.length === few))
    .slice(0, MOST);
}

function notCovered({ question }: Reading, found: readonly FoundStatement[]): PlanInput {
  const near = [
    ...new Set(found.flatMap(({ statement }) => (statement.record.type === "deal" ? [statement.record.id] : []))),
  ];
  return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: near.slice(0, 3) };
}
