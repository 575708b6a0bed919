/** One thing asked of one record: the record by the statement that explains the question best, the attribute by its words. */

import type { Deal } from "../../../knowledge/schema.ts";
import { type FoundStatement, findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import { placesOf } from "../../knowledge/names.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { countedIn, orderIn } from "../../knowledge/question-words.ts";
import { family } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { findPeriods } from "../dates.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { ask, asksWhether, topicOf } from "./asked-of-deal.ts";
import { goesOn, lastRecord, POINTS_BACK } from "./conversation.ts";
import { calledAfterPlace, raiseMeant } from "./deal-called.ts";
import { dealInTime } from "./deal-in-time.ts";
import { dealInstead, nicknamed, ofWholeAlone } from "./deal-instead.ts";
import { ofItsCompany } from "./follow-up/of-its-company.ts";
import { measuresIn } from "./measures.ts";
import { saysOther } from "./metric-meant.ts";
import { isBesideDeal, isBetweenNobody, noLink, noSuchDeal, outside, unknownName } from "./no-such.ts";
import { operationIn } from "./pairs/operation.ts";
import { partMeant } from "./part-meant.ts";
import { perReading, type Reading, type ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";
import { afterCalculation, foundOnTable, isOfTable, saysAll } from "./sought-on-table.ts";
import { isPartAsked, saysWhetherStill, statementMeant } from "./statement-meant.ts";
import { unknownNames } from "./unknown-names.ts";
import { type Asked, whatIsAsked } from "./what-is-asked.ts";

/** Less of the question's words than this explained by any record is not understood. */
const LEAST = 0.5;
/** The same, where the kind of thing that is asked for is plain. */
const ENOUGH = 0.34;
/** More of its words than this unexplained, a question without names is of another field. */
const UNEXPLAINED = 0.25;
/** Records nearer to each other than this are both meant: of one organisation, and between two. */
const TIE = { of: 0.985, between: 0.93 };
const MOST = 4;

const IN_POWER = /\b(?:[mg]ws?|(?:mega|giga)watts?)\b/i;

export const lookup: ReadRule = {
  name: "lookup",
  // Other rules ask what it would find before it is its turn.
  read: perReading(read),
};

function read(reading: Reading): PlanInput | null {
  const strange = unknownNames(reading);
  if (strange[0]) return unknownName(reading, strange[0]);
  const { question, names, conversation, library } = reading;
  const asked = whatIsAsked(question);
  const last = lastRecord(conversation);
  const instead = last === null ? dealInstead(reading) : undefined;
  if (instead)
    return ask(
      reading,
      { ...asked, attribute: asked.attribute ?? (IN_POWER.test(question) ? "capacity" : "value") },
      instead,
    );
  // An amount of a party may be that of another record.
  const on = goesOn(reading) || isOfTable(reading) || (!AMOUNTS.has(asked.attribute) && saysAll(reading));
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
  if (listed.length === 0 && hasNoListing(reading, all)) return notCovered(reading, all);
  // Of a listing that a record only mentions nothing of the record itself is meant: who led the round did not lead that.
  if (listed.length === 0 && asked.attribute !== null && OF_RECORD.has(asked.attribute) && saysTheirListing(reading))
    return notCovered(reading, all);
  const found = withoutTallies(reading, listed.length > 0 ? listed : all);
  const first = statementMeant(reading, found, asked.attribute);
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
  if (isBetweenNobody(reading)) return noSuchDeal(reading);
  // A record that has nothing to do with who is named answers nothing about them.
  if (!first.linked && names.orgs.length === 1 && !on) {
    const [named, ...more] = names.deals.flatMap((id) => library.deals.get(id) ?? []);
    // Of two that are set against each other each stands by itself.
    const apart = more.length > 0 || operationIn(question) !== null;
    return (named && !apart ? noLink(reading, named) : null) ?? notCovered(reading, found);
  }
  // "Do penguins own Nvidia": what no record has a word for is not told by what is said about a topic.
  if (first.statement.record.type === "topic" && asksWhether(question) && first.unexplained.length > 0)
    return notCovered(reading, found);
  // Of a record that is surely meant the answer itself says what is not known.
  const there =
    names.places.length > 0 && first.linked && first.statement.record.type === "deal" && isAt(reading, first);
  const sums = first.linked && sought.amounts.length > 0 && isOnlyOfAmount(found, first);
  const sure =
    there ||
    on ||
    (sums && names.orgs.length > 0) ||
    names.deals.length > 0 ||
    names.people.length > 0 ||
    (names.orgs.length > 1 && first.linked);
  if (!sure && first.coverage < (asked.attribute === null ? LEAST : ENOUGH)) return notCovered(reading, found);
  // The figure that was told is no answer to who, when or where.
  const told = on && last?.type === "metric" && first.statement.record.id === last.id;
  const telling = sought.words.flatMap(({ word, weak }) => (weak ? [] : [word]));
  const elsewhere =
    told && !explains(first) && asked.attribute !== "parties" && names.orgs.length === 0
      ? ofItsCompany(reading, telling)
      : null;
  if (elsewhere) return elsewhere;
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
  return planFor(reading, asked, found, first);
}

/** "How many GW is the AMD deal": what several companies have together is none of it, where a deal is told as well. */
function withoutTallies(
  { question, names, library }: Reading,
  found: readonly FoundStatement[],
): readonly FoundStatement[] {
  if (names.orgs.length !== 1 || names.deals.length > 0 || !A_DEED.test(question) || ALTOGETHER.test(question))
    return found;
  const isTally = ({ statement: { amount, record } }: FoundStatement): boolean =>
    record.type === "metric" &&
    amount !== null &&
    ALTOGETHER.test(amount.label) &&
    (library.metrics.get(record.id)?.subjects.length ?? 0) > 0;
  const rest = found.filter((one) => !isTally(one));
  return rest.some(({ statement, linked }) => statement.record.type === "deal" && linked) ? rest : found;
}
const A_DEED = gated(/\b(?:deal|contract|agreement|order|pact)\b/i);
const ALTOGETHER = gated(/\b(?:together|in all|in total|altogether|combined|all (?:its|their|of)|total|both)\b/i);

/** Whether an amount that is said is one of this deal alone, of those that are found. */
const isOnlyOfAmount = (
  found: readonly FoundStatement[],
  { amounts, statement: { record } }: FoundStatement,
): boolean =>
  amounts &&
  record.type === "deal" &&
  found.every((other) => !other.amounts || !other.linked || other.statement.record.id === record.id);

const explains = (found: FoundStatement | undefined): boolean => found !== undefined && found.coverage > 0.1;

/** Whether the record is of a site at a place that is named. */
function isAt({ library, names }: Reading, { statement }: FoundStatement): boolean {
  const sites = library.deals.get(statement.record.id)?.sites ?? [];
  return sites.length === 1 && sites.some((site) => placesOf(site).some((place) => names.places.includes(place)));
}

const LISTING =
  /\b(?:ipos?|s-1|prospectus|listing|float(?:ation)?|go(?:es|ing)? public|first[- ]day (?:close|closing|price|pop|gain|trading|rise|jump)|(?:trading|market) debut|greenshoe|ticker)\b/i;
/** "OpenAI shares … in its IPO": the listing of the one that is named, and of several no listing of somebody else. */
function ofIssuer({ question, names, library }: Reading, found: readonly FoundStatement[]): FoundStatement[] {
  if (names.orgs.length === 0 || names.deals.length > 0 || !LISTING.test(question)) return [];
  const issuers = ({ statement: { record } }: FoundStatement): readonly string[] | null => {
    const deal = library.deals.get(record.id);
    return deal && [deal.name, ...deal.aliases].some((name) => LISTING.test(name))
      ? deal.parties.flatMap(({ org, role }) => (role === "issuer" ? [org] : []))
      : null;
  };
  const named = (one: FoundStatement): boolean | undefined => issuers(one)?.some((org) => names.orgs.includes(org));
  return names.orgs.length === 1
    ? found.filter((one) => named(one) === true)
    : found.filter((one) => named(one) !== false);
}

/** "CoreWeave's IPO": of a listing that no record of the company speaks of. */
const hasNoListing = (reading: Reading, found: readonly FoundStatement[]): boolean =>
  saysTheirListing(reading) && !found.some(({ statement, linked }) => linked && LISTING.test(statement.text));

function saysTheirListing({ question, names }: Reading): boolean {
  const [mention, ...others] = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
  if (!mention || others.length + names.deals.length > 0) return false;
  return THEIR_LISTING.test(question.slice(mention.end)) || LISTING_OF.test(question.slice(0, mention.start));
}
/** What is told of a deal as a whole. */
const OF_RECORD: ReadonlySet<Attribute> = new Set(["value", "parties", "valuation", "stake", "status", "capacity"]);
const THEIR_LISTING = /^(?:['’]s?)? (?:ipo|s-1|prospectus|listing|float(?:ation)?)\b/i;
const LISTING_OF = /\b(?:ipo|s-1|prospectus|listing|float(?:ation)?) (?:of|by|for) (?:the )?$/i;

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
  if (record.type === "metric" && saysOther(reading, record.id))
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  const raised = record.type === "metric" ? raiseMeant(reading, asked, found) : undefined;
  if (raised) return ask(reading, asked, raised);
  if (record.type === "metric")
    return {
      kind: "show-metric",
      metric: record.id,
      period: findPeriods(question)[0] ?? null,
      measures: [...measuresIn(question)],
      // "How much of the backlog is theirs": the part that was found, and not the whole beside it.
      words: isPartAsked(question) && first.statement.kind === "point" ? first.statement.text : topicOf(reading),
      history: asked.attribute === "history",
      asOf: dates.asOf,
    };
  // What somebody said is no figure of a company.
  if (
    record.type === "topic" &&
    reading.names.people.length === 0 &&
    OF_A_COMPANY.test(question) &&
    measuresIn(question).length > 0
  )
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  if (record.type === "topic")
    return { kind: "show-topic", topic: record.id, words: topicOf(reading), asOf: dates.asOf };
  const deal = library.deals.get(record.id);
  if (!deal) return outside(reading);
  // How a company's revenue grew is told by no sum of a deal in which revenue is spoken of.
  if (GREW.test(question) && reading.names.orgs.length > 0 && reading.names.deals.length === 0)
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
  if (saysWhetherStill(reading, first))
    return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: first.statement.text.slice(0, 300) };
  const instead = ofAnother(reading, deal) ?? ofWholeAlone(reading, asked.attribute, first);
  if (instead) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [instead] };
  if (asksWhether(question) && !namesPeople(reading, first))
    return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
  const beside = AMOUNTS.has(asked.attribute) || asked.attribute === "count" ? isBesideDeal(reading, deal) : false;
  const sized = asked.attribute === "value" || asked.attribute === "capacity" || asked.attribute === null;
  const titled = sized ? calledAfterPlace(reading, found, first) : undefined;
  if (titled) return ask(reading, asked, titled);
  const elsewhere = atPlaceWith(reading, found, deal);
  if (elsewhere) return ask(reading, asked, elsewhere);
  const denied = noLink(reading, strayedFrom(reading, deal) ?? deal);
  // A nickname of one record does not stand against the others that are named.
  const other = denied || beside ? involvingAll(reading, found, deal) : undefined;
  if (other) return ask(reading, asked, other);
  if (denied) return denied;
  // How long it runs is asked of one of several as well, where nobody else is named.
  const tied =
    sized || (asked.attribute === "term" && reading.names.orgs.length === 1) ? tiedWith(reading, found, first) : [];
  const part = sized ? partMeant(reading, deal) : null;
  // The words told the whole; of its part they choose nothing.
  if (part)
    return { kind: "show-figure", subject: part.id, attribute: "value", form: asked.form, topic: "", asOf: dates.asOf };
  const ordered = dealInTime(tied, orderIn(question));
  if (ordered) return ask(reading, asked, ordered);
  const together = tied.length > 1 && IN_ALL.test(question) ? combinedIn(tied) : null;
  if (together) return { ...together, asOf: dates.asOf };
  if (tied.length > 1)
    return { kind: "choose-deal", deals: tied.map((one) => one.id), about: question.slice(0, 200), asOf: dates.asOf };
  return ask(reading, asked, deal, first);
}

/** The deal of which it is asked whether something is so, where the words were found in the record of another: that denies and confirms nothing. */
function ofAnother({ question, library, names, conversation }: Reading, found: Deal): string | null {
  const [named, ...more] = names.deals;
  const own = library.deals.get(named ?? "");
  if (!own || more.length > 0 || own.id === found.id || conversation.plan !== null) return null;
  if (names.orgs.length + names.people.length + names.places.length > 0) return null;
  return asksWhether(question) && !own.part_of.includes(found.id) && !found.part_of.includes(own.id) ? own.id : null;
}

/** Of deals that are not told apart what they come to together, where one of them says it. */
function combinedIn(tied: readonly Deal[]) {
  for (const deal of tied)
    for (const { id, label, unit } of deal.events.flatMap(({ figures = [] }) => figures))
      if (unit === "USD" && TOGETHER.test(label))
        return { kind: "show-figure" as const, subject: deal.id, attribute: "value" as const, topic: "", figure: id };
  return null;
}
const IN_ALL = gated(/\b(?:total|combined|together|altogether|in all|overall|all told)\b/i);
const TOGETHER = gated(/\b(?:together|both|combined)\b/i);

const GREW = gated(
  /\b(?:revenues?|sales|turnover|capex|profits?|earnings)\s+(?:growth|grow|grew|growing|grown|increased?|rise|rose)\b|\b(?:growth|increase|rise) (?:in|of) (?:its |their )?(?:[\w.&'’-]+ )?(?:revenues?|sales|turnover|capex|profits?|earnings)\b/i,
);
const OF_A_COMPANY = gated(
  /\b(?:latest|last|current|newest|annual|quarterly|q[1-4]|h[12]|fy\s?\d+|fiscal|20\d\d)\b.*\b(?:revenues?|capex|backlog|rpo|earnings|profits?|loss(?:es)?|sales)\b|\b(?:revenues?|capex|backlog|rpo|earnings|profits?|loss(?:es)?|sales)\b.*\b(?:latest|last|current|newest|q[1-4]|h[12]|fy\s?\d+|fiscal|20\d\d)\b/i,
);

/** Whether a record speaks of somebody who is named, where people are: what it says of others answers nothing about them. */
const namesPeople = ({ library, names }: Reading, { statement }: FoundStatement): boolean =>
  names.people.length === 0 ||
  names.people.some((id) => {
    const { statements } = namedIn(library, { type: "person", id });
    const own = statementsOf(library).byRecord.get(keyOf(statement.record))?.statements ?? [];
    return own.some((one) => statements.has(one.id));
  });

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
        nicknamed(reading).every((org) => deal.parties.some((party) => family(reading.library, org).has(party.org))) &&
        !noLink(reading, deal),
    );
const INSTEAD = 0.5;

/** The deal whose nickname names somebody who has no part in the one that was found. */
function strayedFrom(reading: Reading, found: Deal): Deal | undefined {
  const { names, library, question } = reading;
  // Only where the two stand side by side: else each is asked about by itself.
  const beside = names.mentions.some(({ end }) =>
    names.mentions.some(
      ({ start }) => start > end && /^\s*(?:[-–—/&+×x]|and|with)?\s*$/i.test(question.slice(end, start)),
    ),
  );
  if (!beside) return undefined;
  const named = names.deals.length === 1 ? library.deals.get(names.deals[0] ?? "") : undefined;
  const takesPart = (org: string): boolean => found.parties.some((party) => family(library, org).has(party.org));
  return named && named.id !== found.id && !nicknamed(reading).every(takesPart) ? named : undefined;
}

/** "At Childress for Nvidia": the place stands for one deal there, and who is named has a part in another. */
function atPlaceWith({ library, names }: Reading, found: readonly FoundStatement[], not: Deal): Deal | undefined {
  const places = names.mentions
    .filter(({ refs }) => refs.some(({ type, id }) => type === "deal" && id === not.id))
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "place" ? [id] : [])));
  const takesPart = (deal: Deal) =>
    names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org)));
  if (places.length === 0 || names.orgs.length === 0 || takesPart(not)) return undefined;
  return found
    .flatMap(({ statement: { record } }) => library.deals.get(record.id) ?? [])
    .find((deal) => takesPart(deal) && deal.sites.some((site) => placesOf(site).some((at) => places.includes(at))));
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
  const theirs = found.filter(({ linked }) => linked);
  const near = [
    ...new Set(
      (theirs.length > 0 ? theirs : found).flatMap(({ statement: { record } }) =>
        record.type === "deal" ? [record.id] : [],
      ),
    ),
  ];
  return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: near.slice(0, 3) };
}
