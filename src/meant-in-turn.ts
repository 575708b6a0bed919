/**
 * What the record on the table has for a few words that go on with it: each of its figures and sentences is a candidate, weighed by
 * the kind of thing that is asked for and by the words. Another than what would be said is taken where it is plainly the better one.
 */

import type { Deal } from "../knowledge/schema.ts";
import type { Answer } from "./answer/draft.ts";
import { asksDone, asksEnd } from "./answer/end-answers.ts";
import { ROLE_ALONE } from "./answer/party-answers.ts";
import { NOT_SAID } from "./answer/show-figure.ts";
import { plain } from "./doc/doc.ts";
import { CONTENTS } from "./hold-to-turn.ts";
import { type StandingFigure, stateOn } from "./knowledge/as-of.ts";
import type { FoundStatement } from "./knowledge/find-statements.ts";
import { gated } from "./knowledge/gated.ts";
import type { Want } from "./knowledge/kind-asked.ts";
import type { Library } from "./knowledge/library.ts";
import { recordHas } from "./knowledge/predicate.ts";
import { asksWhether, orderIn, soughtWords } from "./knowledge/question-words.ts";
import { family, orgName } from "./knowledge/resolve.ts";
import { figureAt, type Statement } from "./knowledge/statements.ts";
import { statementsWithin, type WordWithin } from "./knowledge/within-record.ts";
import { contentRoots } from "./knowledge/words.ts";
import { thingsIn } from "./plan/from-text/asked-of-deal.ts";
import { type Conversation, lastRecord } from "./plan/from-text/conversation.ts";
import { wantOfTurn } from "./plan/from-text/follow-up/want-of-turn.ts";
import type { Attribute, Plan } from "./plan/plan.ts";

/** `said`: the question as it was read; `text`: as it was written. */
export type Turn = { plan: Plan; rule: string; said: string; text: string };

const MAX_WORDS = 9;
const OPEN: ReadonlySet<string> = new Set([
  "lookup",
  "another-figure",
  "restated",
  "part-in-another",
  "in-its-financing",
  "stated-share",
  "none",
]);

/** "The Milam one" after five sites: another deal has in its name what is said, and the one on the table has not. */
function isCalledBy(plan: Plan, deal: Deal, said: string, { deals }: Library): boolean {
  const other = plan.kind === "show-figure" && plan.subject !== deal.id ? deals.get(plan.subject) : undefined;
  const own = new Set(contentRoots(deal.name));
  const words = new Set(contentRoots(said));
  return other !== undefined && contentRoots(other.name).some((word) => words.has(word) && !own.has(word));
}

export function meantInTurn(answer: Answer, turn: Turn, last: Conversation, library: Library): Plan | null {
  const { said, plan, rule, text } = turn;
  const ref = lastRecord(last);
  const deal = ref?.type === "deal" ? library.deals.get(ref.id) : undefined;
  if (!deal || !OPEN.has(rule) || said.split(/\s+/).length > MAX_WORDS) return null;
  if (
    plan.kind !== "show-figure" &&
    plan.kind !== "show-deal" &&
    !(plan.kind === "decline" && plan.reason !== "unknown-name")
  )
    return null;
  if (!isOf(deal, said, library) || isCalledBy(plan, deal, said, library)) return null;
  const state = stateOn(deal, answer.asOf);
  if (!state) return null;
  // What comes nearest is not what was asked for.
  const isNearest = answer.status === "partial" && plain(answer.headline).includes(NOT_SAID);
  const isUnknown = answer.status === "unknown" || answer.status === "clarify" || isNearest;
  const isCard = answer.kind === "show-deal";
  // What the records do not say stays so: what milestones are is not told by the money that hangs on them.
  if (isUnknown && CONTENTS.test(said)) return null;
  // Where nobody has the role that is asked for, no sentence about others is an answer.
  if (isUnknown && ROLE_ALONE.test(said)) return null;
  // When all of it is done is told by what is expected, and no sentence of an earlier day.
  if (!isUnknown && plan.kind === "show-figure" && plan.attribute === "expected" && (asksDone(said) || asksEnd(said)))
    return null;
  // What is left of a whole was worked out, and no word chose it.
  if (rule === "another-figure" && plan.kind === "show-figure" && plan.figure !== null && plan.topic === "")
    return null;
  // One of several by its place in time was chosen by that.
  if (rule === "another-figure" && orderIn(said) !== null) return null;
  const termed = WHEN_ALONE.test(said) ? figureWithYear(last, deal) : null;
  if (termed) return planOfFigure(deal, termed, said);
  const { want, counted, words, rest } = wantOfTurn(
    said,
    plan.kind === "show-figure" ? plan.attribute : null,
    last,
    deal,
  );
  // A card answers no question by yes or no: of a turn that the table knows the record may have it.
  if (!isUnknown && asksWhether(said) && !(isCard && words !== "")) return null;
  // What is asked for in no words of its own is asked of what was spoken of.
  const about = soughtWords(said).some(({ weak }) => !weak) ? "" : thingsIn(last.asked ?? "");
  const more = [words, DAYS.has(want ?? "money") ? about : ""].join(" ");
  // "In return" says of what is asked for no more than which way it goes.
  const bare = want === "money" ? rest.replace(/\bin (?:return|exchange)\b/i, " ") : rest;
  const found = candidates(deal, bare, more, want, counted, library, answer.asOf);
  // What a sentence said beside the day or the name that was asked for has not been asked for yet.
  const [latest = [], ...older] = last.shown ?? [];
  const told = last.plan?.kind === "show-figure" && TOLD_BESIDE.has(last.plan.attribute) ? older : [latest, ...older];
  const shown = new Set(told.flat().flatMap((one) => (one.record?.id === deal.id && one.figure ? [one.figure] : [])));
  const isShown = ({ statement }: FoundStatement) => statement.kind === "figure" && shown.has(statement.part);
  const isOfAnother = ofAnother(deal, said, library);
  // What is of a time of its own is not the part that was spoken of.
  const part = /\d/.test(said) ? [] : partShown(last, deal);
  // "For how many GW" after the cost of the first phase is of that phase.
  const goesOn = ({ statement }: FoundStatement): number =>
    statement.kind === "figure" ? part.filter((word) => contentRoots(statement.text).includes(word)).length : 0;
  const current = currentOf(answer, found, deal, library);
  const best = found
    .filter((one) => stands(one.statement, state.figures) && tells(one, want) && !isOfAnother(one.statement))
    .map((one) => ({
      ...one,
      score: one.own + one.fit + (isShown(one) ? -0.4 : 0) + like(one, last, deal) + Math.min(0.2, goesOn(one) * 0.1),
    }))
    .sort((a, b) => b.score - a.score);
  const [first] = dated(best, said, want, deal) ?? best;
  if (!first) return null;
  // A card says nothing in particular.
  const isOpen = isUnknown || (isCard && current === undefined);
  const better = isOpen
    ? first.fit >= 0.85 &&
      // Of several words that may say it one is enough.
      first.own >= (words === "" ? 0.5 : 0.15) &&
      first.coverage > 0.99 &&
      (!isShown(first) || counted !== null) &&
      ((want !== null && want !== "whether") || saysAll(first, said))
    : answer.subject !== deal.id
      ? rule === "lookup" &&
        isAsSaid(said, text) &&
        isUnnamed(text, library) &&
        first.own >= 0.5 &&
        first.coverage > 0.99 &&
        first.fit >= 0.85 &&
        first.strong > 0
      : current !== undefined &&
        (isBetter(first, current, isShown, words !== "") ||
          (!isShown(first) &&
            current.own < NAMED &&
            first.fit >= current.fit &&
            first.own >= current.own &&
            goesOn(first) > goesOn(current)));
  if (!better) return null;
  return planFor(deal, (isOpen && sentenceOfAll(best, first)) || first.statement, rest.trim() === "" ? null : said);
}

/** Where several amounts answer as well, the sentence that says more than one of them. */
function sentenceOfAll(best: readonly FoundStatement[], first: FoundStatement): Statement | null {
  const alike = best.filter(
    ({ statement, own, fit }) => statement.amount !== null && own >= first.own && fit >= first.fit,
  );
  if (first.statement.amount === null || first.statement.headline || alike.length < 2) return null;
  const all = best.find(
    ({ statement: { kind, text }, own, fit }) =>
      kind === "fact" && own >= first.own && fit >= 0.85 && (text.match(/[$€£]\d/g) ?? []).length > 1,
  );
  return all?.statement ?? null;
}

/** "By when?" after a power that is to be reached: its own time. */
const WHEN_ALONE = gated(/^(?:(?:and|so|by)\b[\s,]*)*when(?: (?:is|will) (?:that|it)(?: be)?)?[\s?.!]*$/i);
function figureWithYear({ shown = [], plan }: Conversation, deal: Deal): string | null {
  const [first] = shown[0] ?? [];
  const figure = deal.events.flatMap(({ figures = [] }) => figures).findLast(({ id }) => id === first?.figure);
  const isSize = figure?.unit === "GW" || figure?.unit === "count";
  const told = plan?.kind === "show-figure" && plan.subject === deal.id && first?.record?.id === deal.id;
  return told && isSize && /20\d\d/.test(figure?.term ?? "") ? (figure?.id ?? null) : null;
}

/** A turn with so much of the words of what would be said names it itself. */
const NAMED = 0.1;

/** What the label of the figure shown last says of it beside the record's name and its kind; nothing of the main one. */
function partShown({ shown = [], plan }: Conversation, deal: Deal): string[] {
  // A sentence that has an amount is about something else.
  if (
    plan?.kind === "show-figure" &&
    plan.figure === null &&
    (plan.attribute === "fact" || TOLD_BESIDE.has(plan.attribute))
  )
    return [];
  const [first] = shown[0] ?? [];
  const figures = deal.events.flatMap(({ figures: all }) => all ?? []);
  const figure = first?.record?.id === deal.id ? figures.find(({ id }) => id === first.figure) : undefined;
  if (!figure || figure.headline) return [];
  const title = new Set(contentRoots(deal.name));
  const told = soughtWords(figure.label).filter(({ word, tells }) => tells && !title.has(word));
  // A word of most labels tells no part.
  const labels = figures.map(({ label }) => contentRoots(label));
  return told.flatMap(({ word }) =>
    labels.filter((own) => own.includes(word)).length <= labels.length / 2 ? [word] : [],
  );
}

/** Whether a figure is called after another party than the one that is named: "xAI alone" is no value of SpaceX. */
function ofAnother(deal: Deal, said: string, library: Library): (statement: Statement) => boolean {
  const named = new Set(
    library.names.find(said).flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))),
  );
  const orgs = [...new Set(deal.parties.map(({ org }) => org))];
  const firstOf = (org: string) => orgName(library, org).split(" ")[0] ?? "";
  const theirs = orgs.filter((org) => named.has(org)).map(firstOf);
  const others = orgs.filter((org) => !named.has(org)).map(firstOf);
  return ({ kind, text }) =>
    kind === "figure" &&
    theirs.length > 0 &&
    others.some((name) => text.includes(name)) &&
    !theirs.some((name) => text.includes(name));
}

const TOLD_BESIDE: ReadonlySet<Attribute> = new Set([
  "when",
  "announced",
  "expected",
  "parties",
  "status",
  "site",
  "exit",
]);

/** "The first building" is a part of a site, and no event of its record. */
const PART_IN_ORDER = gated(
  /\b(?:first|second|third|last|next) (?:building|phase|stage|unit|hall|reactor|tranche|site|campus|gigawatt|delivery|payment|power|capacity)s?\b/i,
);

/** "When is the last one": of what is dated the latest or the first. */
function dated<T extends FoundStatement>(best: readonly T[], said: string, want: Want | null, deal: Deal): T[] | null {
  const order = orderIn(said);
  if (order === null || want === null || !DAYS.has(want) || PART_IN_ORDER.test(said)) return null;
  const dayOf = ({ statement: { kind, index } }: T): string =>
    (kind === "expected" ? deal.expected[index]?.date : kind === "event" ? deal.events[index]?.date : "") ?? "";
  const most = Math.max(0, ...best.map(({ own }) => own));
  const all = best.filter((one) => dayOf(one) !== "" && one.own > 0 && one.own >= most * AS_GOOD);
  return all.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1) * (order === "latest" ? -1 : 1));
}
const AS_GOOD = 0.6;
const DAYS: ReadonlySet<Want> = new Set(["date", "happened", "due"]);

/** A number is asked for, and no sentence without one. */
const tells = ({ statement, fit }: FoundStatement, want: Want | null): boolean =>
  want === null || !NUMBERS.has(want) || (statement.amount !== null ? fit >= 0.9 : fit >= 0.85);
const NUMBERS: ReadonlySet<Want> = new Set(["money", "price", "power", "percent", "count", "valuation"]);

/** Of what is of no kind every word that tells is the statement's own. */
const saysAll = ({ statement }: FoundStatement, said: string): boolean =>
  soughtWords(said).every(({ word, weak }) => weak || statement.own.exact.has(word));

/** `led`: the turn has words of its own in the table of short turns. */
function isBetter(
  first: FoundStatement,
  current: FoundStatement,
  isShown: (one: FoundStatement) => boolean,
  led: boolean,
): boolean {
  if (current.statement.id === first.statement.id) return false;
  // What is still to come is told by no day that has come.
  if (current.statement.kind === "expected" && first.statement.kind === "event") return false;
  const [gain, better] = [first.own - current.own, first.fit - current.fit];
  // A sentence takes the place of an amount, or of those who have a part in it, only where it says much more.
  const isKind = current.statement.amount !== null || current.statement.kind === "parties";
  const named = current.statement.kind === "parties";
  const least = isKind && first.statement.amount === null && !(named && led) ? 0.5 : 0.3;
  if (named && !led) return false;
  return (
    (gain >= least && better >= -0.1) ||
    (better >= 0.25 && gain >= 0) ||
    (isShown(current) && !isShown(first) && gain + better >= 0.2 && gain >= 0 && better >= 0 && least < 0.5)
  );
}

const planOfFigure = (deal: Deal, figure: string, said: string): Plan => ({
  kind: "show-figure",
  subject: deal.id,
  attribute: "capacity",
  topic: said.slice(0, 400),
  figure,
  also: [],
  form: "open",
  asOf: null,
});

/** `said`: null where the table of short turns has other words for all of it. */
function planFor(deal: Deal, statement: Statement, said: string | null): Plan {
  const figure = statement.kind === "figure" ? figureAt(deal, statement.index) : null;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: figure ? "value" : "fact",
    // In its own words a sentence is found again.
    topic: (figure ? (said ?? figure.label) : statement.text).slice(0, 400),
    figure: figure?.id ?? null,
    also: [],
    form: "open",
    asOf: null,
  };
}

const stands = (statement: Statement, figures: readonly StandingFigure[]): boolean =>
  statement.kind === "figure"
    ? figures.some(({ figure, ended }) => ended === null && figure.id === statement.part)
    : SENTENCES.has(statement.kind);
const SENTENCES: ReadonlySet<Statement["kind"]> = new Set(["event", "fact", "contested", "expected"]);

/** Of those as good: what has words of the last question, the main figure, and nothing contested. */
function like({ statement }: FoundStatement, last: Conversation, deal: Deal): number {
  const own = new Set(contentRoots(statement.text));
  const title = new Set(contentRoots(deal.name));
  const words = soughtWords(last.asked ?? "").filter(({ word, weak }) => !weak && !title.has(word));
  const shared = words.filter(({ word }) => own.has(word)).length;
  return Math.min(0.15, shared * 0.08) + (statement.headline ? 0.05 : 0) + (statement.kind === "contested" ? -0.1 : 0);
}

/** What would be said, among the candidates. */
function currentOf(
  answer: Answer,
  found: readonly FoundStatement[],
  deal: Deal,
  library: Library,
): FoundStatement | undefined {
  const text = plain(answer.headline);
  const [lead] = answer.lead ?? [];
  const isSaid = ({ statement: { kind, part, text: own } }: FoundStatement): boolean => {
    if (kind === "figure") return lead?.origin === `deal:${deal.id}` && part === lead.figure;
    if (kind === "parties") {
      const first = deal.parties.find(({ role }) => role === part);
      return first !== undefined && text.includes(orgName(library, first.org));
    }
    return SENTENCES.has(kind) && text.includes(own.slice(0, ENOUGH));
  };
  return found.filter(isSaid).sort((a, b) => b.own + b.fit - a.own - a.fit)[0];
}
const ENOUGH = 60;

function candidates(
  deal: Deal,
  said: string,
  more: string,
  want: Want | null,
  counted: string | null,
  library: Library,
  asOf: string,
): FoundStatement[] {
  const own = new Set(contentRoots(deal.name));
  const parties = new Set(contentRoots(deal.parties.map(({ org }) => orgName(library, org)).join(" ")));
  const nameOf = (word: string) => (own.has(word) ? "own" : parties.has(word) ? "party" : null);
  // By other words the same may be said: one of them is enough.
  const others = contentRoots(more);
  const words = [
    ...soughtWords(said)
      .filter(({ word }) => !others.includes(word))
      .map((one): WordWithin => ({ ...one, name: nameOf(one.word), must: one.word === counted, part: 1 })),
    ...others.map((word): WordWithin => ({ word, weak: true, tells: true, name: null, part: 2 })),
  ];
  const sought = { words, others: [], numbers: [], strict: true, want, order: orderIn(said), asOf };
  // "In three tranches" says how many, whatever the sentence or the figure is of.
  return statementsWithin(library, `deal:${deal.id}`, sought, ALL).map((one) => {
    if (counted === null) return one;
    if (saysNumberOf(one.statement, counted)) return { ...one, fit: Math.max(one.fit, COUNTED) };
    return NUMBERED.has(one.statement.amount?.unit ?? "") ? one : { ...one, fit: Math.min(one.fit, UNCOUNTED) };
  });
}
const ALL = 400;
const COUNTED = 0.95;
const UNCOUNTED = 0.6;
const NUMBERED: ReadonlySet<string> = new Set(["count", "shares"]);
const saysNumberOf = ({ text, amount }: Statement, counted: string): boolean =>
  [...(amount ? `${text} ${amount.term ?? ""}` : text).matchAll(NUMBER_OF)].some(([, first = "", second = ""]) =>
    contentRoots(`${first} ${second}`).includes(counted),
  );
const NUMBER_OF =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:a|several) (?:dozen|hundred)|dozens?|hundreds|thousands|millions)(?: of)?(?: million| billion)? ([\p{L}-]+)(?: ([\p{L}-]+))?/giu;

/** What was turned to something else is about that. */
function isAsSaid(said: string, text: string): boolean {
  const written = new Set(contentRoots(text));
  return contentRoots(said).every((word) => written.has(word));
}

const isUnnamed = (said: string, library: Library): boolean =>
  library.names.find(said).every(({ refs }) => refs.every(({ type }) => type !== "org" && type !== "person"));

/** Nobody and nothing is named that is not of the deal, or spoken of in its record. */
function isOf(deal: Deal, said: string, library: Library): boolean {
  return library.names.find(said).every(({ refs, start, end }) => {
    const isParty = refs.some(
      ({ type, id }) =>
        type === "org" &&
        deal.parties.some((party) => family(library, id).has(party.org) || family(library, party.org).has(id)),
    );
    const isOther =
      refs.some(({ type }) => type === "org" || type === "deal") && !refs.some(({ id }) => id === deal.id);
    return (
      isParty ||
      !isOther ||
      contentRoots(said.slice(start, end)).every((word) => recordHas(library, `deal:${deal.id}`, word))
    );
  });
}
