/** Direct answers that are a day: announced, signed, expected, or tied to words. */
import type { Rich, Span } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { wantIn } from "../knowledge/question-words.ts";
import { asksMore, sayStatement } from "./particular.ts";
import { answersIn, said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** The day of the event whose verb is that of the question ("announced", "signed", "closed"); else of the first one. */
export function sayAnnounced(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const told = answersIn(asked, topic, "date", 6).find((found) => found.statement.kind === "event" && found.own > 0.05);
  const first = told
    ? state.deal.events[told.statement.index]
    : asksMore(asked, topic, false)
      ? undefined
      : (state.events.find((event) => event.figures?.some((figure) => figure.headline)) ??
        state.events.find((event) => MADE_KNOWN.test(event.text)) ??
        state.events[0]);
  if (!first) return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(sayDate(first.date), state.deal, first.sources, "strong"),
      { text: `. ${first.text}` },
    ],
  };
}

const MADE_KNOWN = /\b(?:announced|signed|agreed|disclosed|unveiled|formed|raised|reported)\b/i;

/** A date tied to words: the event, expectation or fact that covers them; else the day it was announced. */
export function sayWhen(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  // "Until when", "from when": what says the end or the beginning, whatever its other words.
  const bound = wantIn(topic, "date") === "date" ? undefined : answersIn(asked, topic, "date", 1)[0];
  if (bound && bound.fit === 1) return { headline: sayStatement(asked, bound.statement) };
  for (const passage of sentences(asked, topic, 6, "date")) {
    const dated =
      passage.kind === "event"
        ? state.deal.events[passage.index]
        : passage.kind === "expected"
          ? state.deal.expected[passage.index]
          : undefined;
    if (dated)
      return {
        headline: [
          { text: `${state.deal.name}: ` },
          draft.sourced(sayDate(dated.date), state.deal, dated.sources, "strong"),
          { text: `${passage.kind === "expected" ? " (expected)" : ""}. ` },
          draft.sourced(passage.text, state.deal, dated.sources),
        ],
        lead: sentences(asked, topic, 4)
          .filter((other) => other.kind === "fact")
          .map((other) => said(asked, other)),
      };
    if (/\b20\d\d\b/.test(passage.text)) return { headline: [said(asked, passage)[0] as Span], lead: [] };
  }
  return sayAnnounced(asked);
}

/** What is still to come: the expectation that covers the words, else the next one; without any, the dated sentences. */
export function sayExpected(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const told = sentences(asked, topic, 6, "date");
  const covering = told.find((statement) => statement.kind === "expected");
  const entry = covering
    ? state.deal.expected[covering.index]
    : told.length > 0 || asksMore(asked, topic, false)
      ? undefined
      : state.expected[0];
  // Words that no sentence has ask for something that nobody has said.
  if (!entry) return told.length === 0 && asksMore(asked, topic, false) ? null : sayWhen(asked);
  const lead: Rich[] = told
    .filter((statement) => statement !== covering)
    .slice(0, 4)
    .map((statement) => said(asked, statement));
  return {
    headline: [
      { text: `${state.deal.name}: expected ` },
      draft.sourced(sayDate(entry.date), state.deal, entry.sources, "strong"),
      { text: ". " },
      draft.sourced(entry.text, state.deal, entry.sources),
    ],
    lead,
  };
}
