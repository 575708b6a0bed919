/**
 * Whether what was agreed has come about: paid, repaid, drawn, exercised, vested. No, where a sentence of the record denies it; its
 * sentence, where one tells it; else that no record says so, with what was agreed: the terms alone would read like a yes.
 */

import { sayDate } from "../doc/say-figure.ts";
import { isOver } from "../knowledge/as-of.ts";
import { deedDoneAsked, saysDone } from "../knowledge/deed-done.ts";
import { gated } from "../knowledge/gated.ts";
import { isOfPartMonth } from "../knowledge/part-of-month.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { contentRoots } from "../knowledge/words.ts";
import { answersIn, said } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

export function sayWhetherDone(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const deed = deedDoneAsked(topic);
  if (!deed) return null;
  const { deal } = state;
  if (WHOLLY.test(topic) && deed.done === "been paid" && state.status === "completed")
    return {
      headline: [{ text: `${deal.name}: ` }, draft.sourced(state.statusEvent.text, deal, state.statusEvent.sources)],
    };
  const words = new Set(soughtWords(topic).map(({ word }) => word));
  const numbers = topic.match(/\d[\d.,]*/g) ?? [];
  const met = (text: string): number =>
    contentRoots(text).filter((word) => words.has(word)).length +
    2 * numbers.filter((number) => hasNumber(text, number)).length;
  const sentences = [...state.facts, ...state.contested, ...state.events]
    .map((one) => ({
      text: one.text,
      sources: one.sources ?? [],
      month: "date" in one ? sayDate(one.date) : "",
      met: met(one.text) - (CLOSED.test(one.text) ? ROUND : 0),
    }))
    .filter(({ text }) => saysDone(deed, text))
    .sort((a, b) => b.met - a.met);
  // "Paid $15B upfront; the other $35B is conditional."
  const isOther = (clause: string): boolean =>
    STILL_OPEN.test(clause) && !saysDone(deed, clause) && numbers.some((number) => hasNumber(clause, number));
  const [denied] = [
    ...sentences.filter(({ text, month }) => DENIES.test(text) && isOfPartMonth(topic, `${text} ${month}`)),
    ...sentences.filter(({ text }) => text.split(";").some(isOther)),
  ];
  const [told] = sentences.filter(
    ({ text, month }) =>
      isOfPartMonth(topic, `${text} ${month}`) &&
      !text.split(";").some(isOther) &&
      text.split(";").some((clause) => !DENIES.test(clause) && saysDone(deed, clause) && isOfPart(topic, clause)),
  );
  if (denied && (!told || denied.met >= told.met))
    return {
      headline: [
        { text: `${deal.name}: ${UNSURE.test(denied.text) ? "Not known" : "No, not as far as is on record"}. ` },
        draft.sourced(denied.text, deal, denied.sources),
      ],
    };
  if (told) return { headline: [{ text: `${deal.name}: ` }, draft.sourced(told.text, deal, told.sources)] };
  if (isOver(state.status))
    return {
      headline: [
        { text: `No, not as far as is on record. ${deal.name}: ` },
        draft.sourced(state.statusEvent.text, deal, state.statusEvent.sources),
      ],
    };
  // Of a deal that is done and over with, the whole has been paid.
  if (state.status === "completed" && deed.done === "been paid" && !OF_PART.test(topic)) return null;
  const [agreed] = answersIn(asked, withoutDeed(topic), null, 8, 0).filter(({ statement }) =>
    AGREED.has(statement.kind),
  );
  return {
    status: "unknown",
    headline: [
      { text: `${deal.name}: no record says that it has ${deed.done}.` },
      ...(agreed ? [{ text: " On record is: " }, ...said(asked, agreed.statement)] : []),
    ],
  };
}

const hasNumber = (text: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\d.,])${number.replace(/\W+$/, "").replace(/\W/g, "\\$&")}(?![\d]|[.,]\d)`).test(text);
const STILL_OPEN = gated(
  /\b(?:conditional|conditions?|remaining|remainder|subject to|outstanding|depends?|to come)\b/i,
);

const WHOLLY = gated(/\b(?:in full|fully|wholly|completely|all of)\b/i);
/** What closed was perhaps the round, and no payment. */
const CLOSED = /\b(?:closed|completed?)\b/i;
const ROUND = 5;
/** A right that was used is no use of anything. */
const withoutDeed = (topic: string): string => topic.replace(/\bused?\b/gi, " ");

const AGREED: ReadonlySet<string> = new Set(["fact", "expected", "event"]);
const DENIES = gated(
  /\b(?:no (?:source|report|page|money|payment|part|record)s?|not|never|none|neither|nor|unclear|unconfirmed)\b|\bwrote that .{5,80}; it is\b/i,
);
const UNSURE = gated(/\b(?:not known|unclear|unknown)\b/i);
const OF_PART = gated(
  /\b(?:remaining|remainder|rest|balance|second|third|final|last|conditional|further|additional|later)\b/i,
);

/** What was paid first says nothing of the rest. */
const isOfPart = (topic: string, text: string): boolean => {
  const part = OF_PART.exec(topic)?.[0];
  return part === undefined || new RegExp(String.raw`\b${part}\b`, "i").test(text);
};
