/** What changed of one deal, in a headline: the sentence that the question's words mean, else how firm it became, its figures old and new and its last event. */

import type { Event, Status } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { type DealState, isOver, stateOn } from "../knowledge/as-of.ts";
import type { DealChange, FigureChange, Window } from "../knowledge/changes.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { reaches } from "../knowledge/query.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { contentRoots, contentWords } from "../knowledge/words.ts";
import { successorOf } from "./deal-lines.ts";
import { type Context, type Draft, fitted } from "./draft.ts";
import { inOrder } from "./in-order.ts";
import { answersIn } from "./sentences.ts";
import { shorten } from "./shorten.ts";
import type { Asked } from "./show-figure.ts";

type Says = {
  move(change: DealChange, unnamed: boolean): Rich;
  figure(change: DealChange, figure: FigureChange, unnamed: boolean): Rich;
};

/** `what`: the deal's name, with the time that is asked about. */
export function ofOne(
  { draft, context, window }: { draft: Draft; context: Context; window: Window },
  what: string,
  own: string,
  changes: readonly DealChange[],
  words: string,
  say: Says,
): Rich {
  const first = changes.find((change) => change.deal.id === own);
  const told = first ? [first] : [...changes];
  const [change] = told;
  const state = change && stateOn(change.deal, context.asOf);
  const asked: Asked | null = state ? { draft, state, context, topic: words, form: "open" } : null;
  const meant = asked
    ? (sentenceMeant(asked, words, window) ?? (isStill(told) ? movedSince(asked, words) : null))
    : null;
  const named = (parts: readonly Rich[]): Rich =>
    fitted(
      parts.map((part, index): Rich => (index === 0 ? [{ text: `${what}: ` }, ...part] : [{ text: " " }, ...part])),
    );
  const over = state && isHalted(state.status) ? state.statusEvent : undefined;
  if (asked && meant) return named(over ? [meant, ended(draft, asked.state)] : [meant]);
  const moves = told.filter(({ status }) => status !== null).slice(0, 1);
  const figures = told.flatMap((one) => one.figures.map((figure) => ({ change: one, figure })));
  const revised = figures.filter(({ figure }) => figure.before !== null).slice(0, 2);
  const isNew = revised.length === 0 && GREW.test(words) ? figures.slice(-MOST_NEW) : [];
  const events = inOrder(
    told.flatMap((one) => one.events),
    ({ date }) => date,
  );
  const last = events.at(-1);
  const successor = state && over ? successorOf(context.library, state) : undefined;
  const back = state && revised.length === 0 && window.since === null ? toldAgain(draft, state) : null;
  const event = (one: Event): Rich =>
    change
      ? [draft.sourced(shorten(one.text, 190), change.deal, one.sources), { text: ` (${sayDate(one.date)}).` }]
      : [];
  return named([
    ...moves.map((one) => [
      ...say.move(one, one.deal.id === own),
      ...(successor ? [{ text: ` Replaced by ${successor.name}.` }] : []),
    ]),
    ...[...revised, ...isNew].map((one) => say.figure(one.change, one.figure, one.change.deal.id === own)),
    ...(back ? [back] : []),
    ...(over && moves.length > 0 ? [event(over)] : []),
    ...(last && !(last === over && moves.length > 0) && isNew.length === 0 ? [event(last)] : []),
  ]);
}
const MOST_NEW = 4;
const isHalted = (status: Status): boolean => isOver(status) || status === "paused";

/** "Status: cancelled, since 6 March 2026." */
const ended = (draft: Draft, { deal, status, statusEvent, statusSince }: DealState): Rich => [
  { text: "Status: " },
  draft.sourced(STATUS[status], deal, statusEvent.sources),
  { text: `, since ${sayDate(statusSince)}.` },
];

/** The headline figure that moved and came back: "about $10B → about $6B → about $10B". */
function toldAgain(draft: Draft, { deal, figures }: DealState): Rich | null {
  const moved = figures.find(
    ({ figure, before, ended: gone }) => figure.headline && gone === null && before.length > 1,
  );
  if (!moved) return null;
  const steps = [...moved.before, { figure: moved.figure, since: moved.since }].slice(-MOST_NEW);
  return [
    ...steps.flatMap(
      ({ figure, since }, index): Rich => [
        { text: index === 0 ? "" : " → " },
        draft.amount(figure, `deal:${deal.id}`, deal),
        { text: ` (${sayDate(since)})` },
      ],
    ),
    { text: "." },
  ];
}
const GREW = /\b(?:gr[eo]w\w*|increased?|risen?|rose)\b/i;

/** The sentence within the time that has the words; of several about as good one that tells of a change, else the latest. */
function sentenceMeant(asked: Asked, words: string, { since, until }: Window): Rich | null {
  const { draft, state } = asked;
  const { deal } = state;
  const topic = words.replace(CHANGES, " ");
  if (!asksBeyond(asked, topic)) return null;
  const dateOf = ({ statement: { kind, index } }: FoundStatement): string =>
    (kind === "event" ? deal.events[index]?.date : deal.facts[index]?.known) ?? "";
  const found = answersIn(asked, topic, null, 12).filter(
    (one) =>
      (one.statement.kind === "event" || one.statement.kind === "fact") &&
      one.own >= LEAST &&
      (since === null || reaches(dateOf(one), since)) &&
      (dateOf(one) === "" || dateOf(one) <= until),
  );
  const best = Math.max(...found.map(({ own }) => own));
  const [meant] = found
    .filter(({ own }) => own >= best - ABOUT_AS_GOOD)
    .sort(
      (a, b) =>
        Number(MOVED.test(b.statement.text)) - Number(MOVED.test(a.statement.text)) ||
        b.own - a.own ||
        dateOf(b).localeCompare(dateOf(a), "en"),
    );
  if (!meant) return null;
  const { kind, index, text } = meant.statement;
  const sources = (kind === "event" ? deal.events[index]?.sources : deal.facts[index]?.sources) ?? [];
  const dated = kind === "event" || !/\b20\d\d\b/.test(text);
  const day = dateOf(meant);
  return [
    draft.sourced(shorten(text.replace(/\.$/, ""), 230), deal, sources),
    { text: dated && day !== "" ? ` (${sayDate(day)}).` : "." },
  ];
}
/** Nothing came after the first event. */
const isStill = (changes: readonly DealChange[]): boolean =>
  changes.every(({ status, events, figures }) => status === null && events.length < 2 && figures.length === 0);

/** Where a record has no event after its first, the sentence that tells of a change of what is spoken of. */
function movedSince({ draft, state: { deal, facts } }: Asked, words: string): Rich | null {
  const asked = new Set(contentRoots(words));
  const met = (text: string) => new Set(contentRoots(text).filter((word) => asked.has(word))).size;
  const [best] = facts
    .filter(({ text }) => BECAME.test(text) && met(text) >= MET)
    .sort((a, b) => met(b.text) - met(a.text));
  return best ? [draft.sourced(best.text, deal, best.sources)] : null;
}
const MET = 2;
const BECAME = /\b(?:became|become|convert\w*|replac\w+|turned into|dropped|removed|no longer|ended)\b/i;
const LEAST = 0.4;
const ABOUT_AS_GOOD = 0.12;
/** What tells of a change. */
const MOVED =
  /\b(?:dropped|removed|replac\w+|switched|ended|gave (?:up|way)|given up|cut|rais(?:ed|es)|paused|stalled|reopened|no longer|any longer|not? \w+ any longer|never|instead|became|took|taken|passed|fell short|missed|added|caps?|capped|slipped|delay\w*|withdrew|lapsed|jumped|fell|rose|slid|slipped|surged|extended|fizzled)\b/i;
/** Words that say that something changed, and not what. */
const CHANGES =
  /\b(?:chang\w+|happen\w*|gr[eo]w\w*|evolv\w*|mov(?:e|ed|ing)|shift\w*|develop\w*|differ\w*|updates?|new|news|what|how|whatever|became|become|against|since|after|before|between|over time|over the (?:years|months)|(?:in|by|until|from) (?:20\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: 20\d\d)?))\b/gi;

/** Whether words are left beside the deal's own names. */
function asksBeyond({ state: { deal }, context: { library } }: Asked, topic: string): boolean {
  const named = library.names
    .find(topic)
    .filter(({ refs }) => refs.some(({ type, id }) => type === "org" || (type === "deal" && id === deal.id)));
  let rest = topic;
  for (const { start, end } of [...named].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const own = new Set(contentWords([deal.name, ...deal.aliases].join(" ")));
  return soughtWords(
    contentWords(rest)
      .filter((word) => !own.has(word) && !/^[$€£]?\d/.test(word))
      .join(" "),
  ).some(({ weak }) => !weak);
}
