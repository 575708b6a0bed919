/** When a deal ends, and when a site is finished: by the day that is said, or by its start and its length; never the day of the announcement. */

import type { Status } from "../../knowledge/schema.ts";
import { type DealState, outlineOn } from "../knowledge/as-of.ts";
import { endOf } from "../knowledge/ends.ts";
import { gated } from "../knowledge/gated.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { contentRoots } from "../knowledge/words.ts";
import { sayDated } from "./say-dated.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** Until when the whole runs; null where nothing tells, or more is asked than the end of it. */
export function sayLastDay({ draft, state, topic }: Asked): Direct {
  const own = new Set(contentRoots(state.deal.name));
  if (soughtWords(topic).some(({ word, weak }) => !weak && !own.has(word))) return null;
  const outline = outlineOn(state.deal, state.asOf);
  const end = outline && endOf(outline);
  if (!end) return null;
  const { term, label, sources } = end.figure;
  const reckoned = end.reckoned ? ", by its start and its length" : "";
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(end.said, state.deal, sources, "strong"),
      { text: `${reckoned} (${[label, term].filter(Boolean).join("; ")}).` },
    ],
  };
}

export const asksEnd = (topic: string): boolean => /\bwhen\b.*\b(?:ends?|run(?:s|ning)? out|expires?)\b/i.test(topic);

/** "When is it finished", "when will they be ready", and nothing more. */
export const asksDone = (topic: string): boolean => DONE.test(topic);
const DONE = gated(
  /\bwhen (?:is|are|will|should) (?!.*\b(?:first|second|third|next|phase|one|unit|building|hall|reactor|tranche)\b).{1,60}\b(?:done|finished|complete[d]?|ready|built)\b/i,
);

/** `due`: what is expected next. */
export function sayDone(asked: Asked, due: DealState["expected"][number] | null): Direct {
  const { draft, state } = asked;
  const event = STANDS.has(state.status) ? state.events.findLast(({ status }) => status === state.status) : undefined;
  const entry = state.expected.findLast(({ text }) => WHOLE.test(text)) ?? due;
  if (event && (!entry || state.status === "completed")) return { headline: sayDated(asked, event) };
  if (entry) return { headline: sayDated(asked, entry, true) };
  const figure = state.figures.find(({ ended, figure: { term } }) => ended === null && BUILT.test(term ?? ""))?.figure;
  if (!figure) return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(figure.term ?? "", state.deal, figure.sources, "strong"),
      { text: ` (${figure.label}).` },
    ],
  };
}
const STANDS: ReadonlySet<Status> = new Set(["completed", "operational"]);
const WHOLE = gated(/\b(?:all|complet\w+|full(?:y)?|whole|finish\w*|rest)\b/i);
const BUILT = /\b(?:complet\w+|finish\w*|ready|by|end of|around)\b.*\b20\d\d\b/i;
