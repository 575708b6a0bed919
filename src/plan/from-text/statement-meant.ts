/** Which of the statements that a search has found is meant, by what the question says of it: not always the one that explains most words. */

import { type FoundStatement, findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import { placesOf } from "../../knowledge/names.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { family } from "../../knowledge/resolve.ts";
import { namesOf } from "../../knowledge/sentences-naming.ts";
import { keyOf } from "../../knowledge/statements.ts";
import { contentRoots, root, words } from "../../knowledge/words.ts";
import type { Attribute } from "../plan.ts";
import { saysOrg } from "./names-said.ts";
import { payerAndPayee } from "./owner-and-owned.ts";
import type { Reading } from "./reading.ts";
import { toSought } from "./sought.ts";

/** `found`: best first. Undefined where nothing is found. */
export function statementMeant(
  reading: Reading,
  found: readonly FoundStatement[],
  attribute: Attribute | null,
): FoundStatement | undefined {
  const chosen =
    (attribute === null || OF_PEOPLE.has(attribute)
      ? (ofPerson(reading, found) ?? saidElsewhere(reading, found))
      : undefined) ??
    (attribute === "stake" && reading.names.orgs.length === 2 ? shareOfBoth(reading, found) : undefined) ??
    (attribute === "value" && reading.names.orgs.length === 2 ? partOfBoth(reading, found) : undefined) ??
    noLonger(reading, found) ??
    ofForecaster(reading, found) ??
    ofPayer(reading, found) ??
    (attribute === "status" ? ofNamed(reading, found) : undefined) ??
    called(reading.question, found) ??
    ofOrder(reading, found) ??
    linkedFirst(found);
  return betweenAll(reading, found, chosen) ?? chosen;
}

/** What may be asked of a person; an amount is that of the company. */
const OF_PEOPLE: ReadonlySet<Attribute> = new Set(["fact", "status", "parties"]);

/** "Hock Tan's seat at Meta": a record that does not speak of the person is not meant where another one does. */
function ofPerson({ names, library }: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [person, ...others] = names.people;
  const [best] = found;
  if (person === undefined || others.length > 0 || !best) return undefined;
  const { statements, records } = namedIn(library, { type: "person", id: person });
  const speaks = ({ statement }: FoundStatement) =>
    statements.has(statement.id) || records.has(keyOf(statement.record));
  return speaks(best) || best.statement.record.type !== "deal"
    ? undefined
    : found.find(
        (one) =>
          one.statement.record.type === "deal" &&
          one.linked &&
          one.score >= best.score * HALF_AS_GOOD &&
          statements.has(one.statement.id),
      );
}

/** "Did Huang know beforehand": what the best does not say, where a record of what that person said has it. */
function saidElsewhere(reading: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const { names, library } = reading;
  const [person, ...others] = names.people;
  const [best] = found;
  if (person === undefined || others.length > 0 || !best || best.coverage > 0.1 || best.unexplained.length === 0)
    return undefined;
  const topics = library.knowledge.topics.filter(
    ({ people, orgs, deals }) =>
      people?.includes(person) &&
      names.deals.every((deal) => deals?.includes(deal)) &&
      names.orgs.every((org) => orgs?.includes(org)),
  );
  if (topics.length === 0) return undefined;
  const sought = { ...toSought(reading, null, 0), names: [] };
  const [told] = findStatements(
    library,
    sought,
    1,
    topics.map(({ id }) => keyOf({ type: "topic", id })),
  );
  return told && told.coverage === 1 ? told : undefined;
}

/** Of two records that explain the question as well, that in which everybody who is named has a part. */
function betweenAll(
  { names, library }: Reading,
  found: readonly FoundStatement[],
  chosen: FoundStatement | undefined,
): FoundStatement | undefined {
  if (chosen?.statement.record.type !== "deal" || names.orgs.length < 2 || names.deals.length > 0) return undefined;
  const partyIn = (id: string, org: string): boolean =>
    library.deals.get(id)?.parties.some((party) => family(library, org).has(party.org)) ?? false;
  const isBetween = ({ statement: { record } }: FoundStatement): boolean =>
    record.type === "deal" && names.orgs.every((org) => partyIn(record.id, org));
  // Somebody may be spoken of and have no part in it.
  const deal = library.deals.get(chosen.statement.record.id);
  const speaksOf = (org: string): boolean =>
    deal !== undefined &&
    (partyIn(deal.id, org) || namesOf(library, org).some((name) => library.textOf(deal).includes(name)));
  return names.orgs.every(speaksOf)
    ? undefined
    : found.find((one) => one.score >= chosen.score * AS_WELL && isBetween(one));
}
const AS_WELL = 0.975;

/** "How much does Anthropic pay Google": of the deals that are found the first in which money goes that way. */
function ofPayer(reading: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [payer, payee] = payerAndPayee(reading) ?? [];
  if (payer === undefined || payee === undefined) return undefined;
  const { library } = reading;
  const [from, to] = [family(library, payer), family(library, payee)];
  return found.find(
    ({ linked, statement: { record } }) =>
      linked &&
      record.type === "deal" &&
      library.deals
        .get(record.id)
        ?.flows.some((flow) => flow.what === "cash" && from.has(flow.from) && to.has(flow.to)),
  );
}

/** "How much borrowing does Morgan Stanley see": what it reckons, and no deal in which it has a part. */
function ofForecaster({ question, names }: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [best] = found;
  const mention = names.mentions.find(
    ({ refs, start, end }) =>
      refs.some(({ type }) => type === "org") &&
      /\b(?:do|does|did|has|have|is|was)\s+$/i.test(question.slice(0, start)) &&
      /^\s+(?:now )?(?:see|sees|saw|seen|expect(?:ed|ing)?|forecast(?:ing)?|predict(?:ed|ing)?|reckon(?:ed)?|estimat(?:e|ed|ing)|project(?:ed|ing)?|pencil\w*)\b/i.test(
        question.slice(end),
      ),
  );
  if (!mention || !best || best.statement.record.type !== "deal" || best.statement.amount?.of === "estimate")
    return undefined;
  return found.find(({ statement, linked }) => linked && statement.record.type === "metric");
}

/** "What share of CoreWeave's backlog is OpenAI": of the shares that are found that which names both. */
const shareOfBoth = (reading: Reading, found: readonly FoundStatement[]): FoundStatement | undefined => {
  const [best] = found;
  const both = (one: FoundStatement): boolean => reading.names.orgs.every((org) => saysOrg(reading, one, org));
  if (best?.statement.amount?.unit !== "percent" || both(best)) return undefined;
  return found.find((one) => one.statement.amount?.unit === "percent" && one.linked && both(one));
};

/** "Does Microsoft still pay OpenAI a share": the sentence that says of the first who is named that it does not any longer. */
function noLonger({ question, names, library }: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [first] = names.orgs;
  if (first === undefined || !STILL.test(question)) return undefined;
  return found.find(
    ({ linked, coverage, statement: { text, kind } }) =>
      linked &&
      coverage === 1 &&
      kind === "fact" &&
      ENDED.test(text) &&
      isNamedIn(library, first, text.slice(0, BEGINS)),
  );
}
/** Whoever a sentence begins with. */
const BEGINS = 25;
const isNamedIn = (library: Reading["library"], org: string, text: string): boolean =>
  namesOf(library, org).some((name) => ` ${words(text).join(" ")} `.includes(name));
const STILL = gated(/^(?:\W*(?:so|and|but|ok),? )*(?:does|do)\b.*\bstill\b/i);
const ENDED = gated(/\b(?:no longer|not \w+ any longer|any more|stopped|goes on|continues?|keeps|remains)\b/i);

/** Whether a statement says of somebody who is named that it is still so, or not any longer. */
export const saysWhetherStill = ({ question }: Reading, { statement: { kind, text } }: FoundStatement): boolean =>
  STILL.test(question) && kind === "fact" && ENDED.test(text);

/** "How much of Microsoft's backlog is from OpenAI in dollars": of the sums that are found that of which both are named. */
const partOfBoth = (reading: Reading, found: readonly FoundStatement[]): FoundStatement | undefined =>
  PART_OF.test(reading.question)
    ? found.find(
        (one) =>
          one.statement.amount?.unit === "USD" &&
          one.linked &&
          reading.names.orgs.every((org) => isNamedIn(reading.library, org, one.statement.text)),
      )
    : undefined;
export const isPartAsked = (question: string): boolean => PART_OF.test(question);
const PART_OF = gated(/\bhow much of\b.*\b(?:backlog|revenues?|sales|order book|rpo)\b/i);

/** "The TPU deal": what stands before such a word tells which of several is meant, and the best that has it not is not it. */
function called(question: string, found: readonly FoundStatement[]): FoundStatement | undefined {
  const [best] = found;
  const said = contentRoots([...question.matchAll(CALLED)].map(([, name = ""]) => name).join(" "));
  const lacking = said.filter((word) => best?.unexplained.includes(word));
  return lacking.length === 0
    ? undefined
    : found.find((other) => other.linked && !lacking.some((word) => other.unexplained.includes(word)));
}
/** "The third CoreWeave contract": of a record that speaks of a third one, where the best does not. */
function ofOrder({ question, library }: Reading, found: readonly FoundStatement[]): FoundStatement | undefined {
  const order = ORDER.exec(question)?.[1]?.toLowerCase();
  const [best] = found;
  const has = ({ statement }: FoundStatement) => recordHas(library, keyOf(statement.record), root(order ?? ""));
  return order === undefined || !best || has(best)
    ? undefined
    : found.find((other) => other.linked && other.score >= best.score * NEARLY_AS_GOOD && has(other));
}
const ORDER = gated(
  /\b(second|third|fourth|fifth)\b(?: [\w.&'’-]+){0,3} (?:contract|agreement|lease|closing|phase|tranche|order|site|building|loan)s?\b/i,
);
const NEARLY_AS_GOOD = 0.6;
const HALF_AS_GOOD = 0.5;

const CALLED =
  /\b(?:the|its|their|his|[\w.&-]+['’]s?) ((?:[\w.&-]+ ){1,2})(?:deals?|contracts?|agreements?|leases?|loans?|pacts?|arrangements?|partnerships?)\b/gi;

/** The best statement of a record that has to do with all that are named, where one is not much worse than the best of all. */
const linkedFirst = (found: readonly FoundStatement[]): FoundStatement | undefined =>
  found[0]?.linked
    ? found[0]
    : (found.find((other) => other.linked && other.score >= (found[0]?.score ?? 0) * 0.55) ?? found[0]);

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
    : isOfAmount(found)
      ? found[0]
      : found.find(({ statement: { record } }) => record.type === "deal" && record.id === only);
}

/** "The 600 MW add-on at Abilene": the best has the amount that is said, and it is not every record's. */
const isOfAmount = ([best, ...others]: readonly FoundStatement[]): boolean =>
  best?.amounts === true && others.some(({ amounts }) => !amounts);
