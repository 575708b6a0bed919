/** Direct answers that are a day: announced, signed, expected, or tied to words. */

import type { Figure, Status } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { type DealState, isMoney } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import { recordHas } from "../knowledge/predicate.ts";
import { soughtWords, wantIn } from "../knowledge/question-words.ts";
import type { Statement } from "../knowledge/statements.ts";
import { contentRoots } from "../knowledge/words.ts";
import { asksDone, asksEnd, sayDone, sayLastDay } from "./end-answers.ts";
import { asksMore, sayStatement } from "./particular.ts";
import { sayDated } from "./say-dated.ts";
import { answersIn, said, standing, tells } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

type Tense = "past" | "future" | null;

/** What has come to pass for what was asked in the past, what is expected for what is asked of the future. */
const OF_TENSE = 0.12;
/** What says itself until when, before what is only expected; the figure that stands for the whole before its parts. */
const OF_END = 0.15;
/** An event that has this much of the words is the one whose day is asked for. */
const ANYTHING = 0.05;
/** A condition instead of a day answers "when" where it has most of the words. */
const MOSTLY = 0.6;
/** An expectation that has nearly as many of the words as an event. */
const AS_MUCH = 0.9;

/** The day of the event whose verb is that of the question ("announced", "signed", "closed"); else of the first one. */
export const sayAnnounced = (asked: Asked): Direct =>
  asked.topic.trim() === ""
    ? sayFirst(asked)
    : (ofAmount(asked) ?? sayEnd(asked) ?? sayTold(asked, "past") ?? sayFirst(asked));

/** A date tied to words: the event, expectation or fact that covers them; else the day it was announced. */
export const sayWhen = (asked: Asked): Direct =>
  ofAmount(asked) ?? sayEnd(asked) ?? sayTold(asked, null) ?? sayFirst(asked);

/** "When did SoftBank's 22.5bn land": the only event with that amount, where it is not what the deal as a whole comes to. */
function ofAmount(asked: Asked): Direct {
  const { state, topic } = asked;
  const [, digits = "", scale = ""] = AMOUNT.exec(topic) ?? [];
  if (digits === "" || !LANDS.test(topic)) return null;
  const value = Number(digits) * (/^[m]/i.test(scale) ? 1e6 : /^t/i.test(scale) ? 1e12 : 1e9);
  const has = (figures: readonly Figure[] = []): boolean =>
    figures.some(({ unit, low, high, headline }) => !headline && isMoney(unit) && (low === value || high === value));
  const [event, ...others] = state.events.filter(({ figures, text }) => has(figures) && CAME.test(text));
  return event && others.length === 0 ? { headline: sayDated(asked, event) } : null;
}
const AMOUNT = /(?<![\d.])(\d+(?:\.\d+)?)\s?(bn|billion|b|mn|million|m|tn|trillion)\b/i;
const CAME = gated(/\b(?:paid|closed|closing|completed|invested|bought|sold|received|raised|transferred|drawn)\b/i);
const LANDS = gated(
  /\bwhen (?:did|was|were)\b.*\b(?:land|arrive|come in|close[d]?|paid|go in|hit|wire[d]?|complete[d]?|finish|made|invest(?:ed)?|put in|receive[d]?)\b/i,
);

/** When it came to nothing or was put off: the day of the event that says so, and never that of the announcement. */
function sayEnd(asked: Asked): Direct {
  const { state, topic } = asked;
  const ended = STATUSES_ENDED.find(({ said }) => said.test(topic));
  const event =
    ended && isOfPast(topic) ? state.events.findLast(({ status }) => status && ended.statuses.has(status)) : undefined;
  return event ? { headline: sayDated(asked, event) } : null;
}
const isOfPast = (topic: string): boolean =>
  /\b(?:when|what|which|date|day|month|year)\b/i.test(topic) && !/\b(?:will|would|does|could)\b/i.test(topic);
const STATUSES_ENDED: readonly { said: RegExp; statuses: ReadonlySet<Status> }[] = [
  {
    said: /\b(?:laps(?:e[ds]?|ing)|dropp?(?:ed|ing)?|cancel\w*|scrap(?:ped)?|fall through|f[ae]ll(?:en)? (?:through|apart)|call(?:ed)? (?:it )?off|collapsed?|abandon(?:ed)?|die[ds]?|killed|shelved|terminated|voted down|walk(?:ed)? away|did (?:it|that|this) end)\b/i,
    statuses: new Set(["lapsed", "cancelled", "superseded"]),
  },
  {
    said: /\b(?:paused?|put on (?:hold|ice)|halt(?:ed)?|suspend(?:ed)?|stopp?(?:ed)?)\b/i,
    statuses: new Set(["paused"]),
  },
  {
    said: /^(?!.*\b(?:first|second|third|tranche|day|shares?|stock)\b).*\b(?:clos(?:e|ed)|complet(?:e|ed)|finali[sz]ed|(?:went|go|gone) through|consummated)\b/i,
    statuses: new Set(["completed"]),
  },
];

/** What is still to come: the expectation that covers the words, else the next one; without any, the dated sentences. */
export function sayExpected(asked: Asked): Direct {
  const { state, topic } = asked;
  const told = asksDone(topic) ? null : sayTold(asked, "future");
  if (told) return told;
  // When something is built says nothing of when it ends.
  const ends = wantIn(topic, "date") === "end";
  const due = dueIn(asked);
  const entry = ends
    ? due && ENDS.test(due.text)
      ? due
      : undefined
    : (due ?? (asksMore(asked, topic, false) ? undefined : state.expected[0]));
  if (ends && !entry) return sayLastDay(asked) ?? sayFirst(asked);
  if (asksDone(topic)) return sayDone(asked, entry ?? null);
  // What will be is not told by the day on which it was announced.
  if (!entry) return TO_COME.test(topic) ? null : sayFirst(asked);
  return { headline: sayDated(asked, entry, true) };
}

const TO_COME = gated(
  /\bwill\b|\bwhen (?:does|do|is|are|should)\b.*\b(?:open|opens|opening|start|begin|launch|restart|(?:come|go|be) (?:online|on line|live|up)|online|operat\w+|ready)\b/i,
);
const ENDS = gated(/\b(?:expir\w*|end(?:s|ed|ing)|until|till|through|matur\w*|runs?|leave|last)\b/i);

/** The statement with a day that has the words, or the bound ("until when") that is asked for. */
function sayTold(asked: Asked, tense: Tense): Direct {
  const wanted = wantIn(asked.topic, "date");
  const bound = wanted === "start" || wanted === "end";
  const rank = ({ statement, score, fit }: FoundStatement) =>
    score +
    (wanted === "end" && fit === 1 ? OF_END * (statement.headline ? 2 : 1) : 0) +
    (statement.kind === (tense === "past" ? "event" : tense === "future" ? "expected" : "") ? OF_TENSE : 0);
  const meant = (found: FoundStatement) =>
    (found.statement.kind === "event" && tense === "past" && found.own > ANYTHING) ||
    // What is expected to start, or to be built, is no end.
    (((bound && found.fit === 1) || tells(found)) &&
      !(asksEnd(asked.topic) && found.statement.kind === "expected" && !ENDS.test(found.statement.text)));
  const found = answersIn(asked, asked.topic, "date", 10)
    .filter((one) => meant(one) && (isDated(asked, one.statement) || isCondition(one)))
    // The day of an amount's term is none on which anything was announced or signed.
    .filter(({ statement }) => tense !== "past" || bound || statement.kind !== "figure")
    .filter(({ statement }) => tense !== "future" || !(isOfYearsPast(asked, statement) || isOnlyPast(asked, statement)))
    .sort((a, b) => rank(b) - rank(a));
  // What was told when it was announced is told again by what is expected, and later.
  const ahead = tense === "future" ? found.find(({ statement }) => statement.kind === "expected") : undefined;
  if (ahead && found[0]?.statement.kind === "event" && ahead.own >= found[0].own * AS_MUCH) {
    found.splice(found.indexOf(ahead), 1);
    found.unshift(ahead);
  }
  const [first, ...others] = found;
  if (!first) return null;
  // A fact beside it tells less of what is to come than the expectation that has the verb.
  if (tense === "future" && !bound && first.statement.kind === "fact" && dueIn(asked)) return null;
  return {
    headline: sayStatement(asked, first.statement),
    lead: others
      .filter((other) => tells(other) && other.statement.kind === "fact")
      .slice(0, 3)
      .map((other) => said(asked, other.statement)),
  };
}

/** The one expectation that has the verb, or the only one where it is asked what is due. */
function dueIn({ state: { expected }, topic }: Asked): DealState["expected"][number] | null {
  const meant = expected.filter(({ text }) => saysVerb(topic, text));
  const found = meant.length === 0 && IS_DUE.test(topic) ? expected : meant;
  return found.length === 1 ? (found[0] ?? null) : null;
}
const IS_DUE = gated(
  /\b(?:due|expected|back|ready|finished)\b[^\w]*(?:back|on-? ?line|in (?:service|operation)|on the grid)?\W*(?:when\W*)?$/i,
);

/** The last word of the question, which is mostly what is to happen, stands in the expectation. */
function saysVerb(topic: string, text: string): boolean {
  const verb = contentRoots(topic).at(-1);
  return verb !== undefined && contentRoots(text).includes(verb);
}

/** "Unit 1 had been shut in 2019" says nothing of when it restarts. */
function isOfYearsPast({ state: { asOf } }: Asked, { kind, text }: Statement): boolean {
  const years = text.match(/\b20\d\d\b/g) ?? [];
  return (
    (kind === "fact" || kind === "contested") && years.length > 0 && years.every((year) => year < asOf.slice(0, 4))
  );
}

/** What has come to pass and says of no time to come, where the record has expectations. */
function isOnlyPast({ state }: Asked, { kind, index, text }: Statement): boolean {
  const event = kind === "event" ? state.deal.events[index] : undefined;
  if (!event || state.expected.length === 0 || AHEAD.test(text)) return false;
  return !(text.match(/\b20\d\d\b/g) ?? []).some((year) => year >= event.date.slice(0, 4));
}
const AHEAD =
  /\b(?:expect\w*|due|plan(?:s|ned)?|will|would|aim\w*|target\w*|schedul\w*|within|by the end|on (?:course|track)|later)\b/i;

function isDated({ state }: Asked, { kind, index, text }: Statement): boolean {
  if (kind === "event" || kind === "expected") return true;
  if (kind === "figure") return DAY.test(standing(state, index)?.figure.term ?? "");
  return (kind === "fact" || kind === "contested") && DAY.test(text);
}
const DAY = /\b20\d\d\b|\b\w+ years? (?:from|after)\b/i;
const isCondition = ({ statement, own }: FoundStatement): boolean =>
  statement.kind === "fact" &&
  own >= MOSTLY &&
  /\b(?:when|once|after|upon|until|within|before|as soon as)\b/i.test(statement.text);

/** Whether two words or more of the question are nowhere in the record: no day of it is that of them. */
function asksUnheard({ state, topic, context: { library } }: Asked): boolean {
  const told = soughtWords(topic).filter(({ weak }) => !weak);
  const unheard = told.filter(({ word }) => !recordHas(library, `deal:${state.deal.id}`, word));
  return unheard.length > 1;
}

/** The event that brought the headline; where that only changed a deal which stood already, the one by which it stood. */
function firmFirst(events: DealState["events"]): DealState["events"][number] | undefined {
  const main = events.find((event) => event.figures?.some((figure) => figure.headline));
  const stood = events.find(({ status }) => status && !SOFT.has(status));
  return main && stood && stood.date < main.date && !main.status ? stood : main;
}
const SOFT: ReadonlySet<Status> = new Set(["rumoured"]);

function sayFirst(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const first =
    asksMore(asked, topic, false) || asksUnheard(asked)
      ? undefined
      : ((TO_ALL.test(topic) ? state.events.find((event) => TO_ALL.test(event.text)) : undefined) ??
        firmFirst(state.events) ??
        state.events.find((event) => MADE_KNOWN.test(event.text)) ??
        state.events[0]);
  // The day of the announcement is no end, unless its sentence tells of one.
  const other = first && (first.text.match(/\b20\d\d\b/g) ?? []).some((year) => !first.date.startsWith(year));
  if (!first || (wantIn(topic, "date") === "end" && !other)) return null;
  const headline: Rich = [
    { text: `${state.deal.name}: ` },
    draft.sourced(sayDate(first.date), state.deal, first.sources, "strong"),
    { text: `. ${first.text}` },
  ];
  return { headline };
}

/** Signing is one day, telling everybody may be another. */
const TO_ALL = gated(/\b(?:announc\w+|unveil\w+|reveal\w+|made public)\b/i);
const MADE_KNOWN = gated(/\b(?:announced|signed|agreed|disclosed|unveiled|formed|raised|reported)\b/i);
