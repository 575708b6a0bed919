/** How a figure of a deal came to what it is: what it was before, and whether it was always so. */

import type { Figure } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { sayParticular } from "./particular.ts";
import { sayDifference } from "./say-difference.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** "Was it always that?": the headline, or the figure that the conversation tells. */
export const sayHistory = (asked: Asked): Direct => {
  const entry = asked.state.money ?? asked.state.size;
  // What was aimed at first may be a figure of its own.
  const first =
    entry?.before.length === 0 && FIRST.test(asked.topic)
      ? sayParticular(asked, "money", ({ statement: { text, headline } }) => !headline && FIRST.test(text))
      : null;
  // "What had it raised previously" asks for another amount than the deal's.
  const earlier =
    first === null && entry?.before.length === 0 && PREVIOUSLY.test(asked.topic)
      ? sayParticular(asked, "money", ({ statement: { text, headline } }) => !headline && PREVIOUSLY.test(text))
      : null;
  return first ?? earlier ?? (entry && sayVersions(asked, entry));
};
const PREVIOUSLY = /\b(?:previous(?:ly)?|before|earlier|until then)\b/i;
const FIRST = gated(/\b(?:original(?:ly)?|initial(?:ly)?|(?:at )?first|earlier|rumou?red|planned)\b/i);

/** The topic of a plan that asks for the difference as well. */
const BY_HOW_MUCH = /^how much it moved$/;
function sayGap(draft: Asked["draft"], first: Figure, now: Figure): Rich {
  if (first.unit !== now.unit) return [{ text: "." }];
  const size = ({ high, low }: Figure): number => high ?? low ?? 0;
  if (size(now) === size(first)) return [{ text: "." }];
  return size(now) > size(first) ? sayDifference(draft, now, first, false) : sayDifference(draft, first, now, false);
}

/** How a figure came to what it is: each amount that it was before, and since when. */
export function sayVersions(
  { draft, state, topic }: Asked,
  { figure, since, before }: StandingFigure,
): NonNullable<Direct> {
  const amount = (one: StandingFigure["figure"]) => draft.amount(one, `deal:${state.deal.id}`, state.deal, "strong");
  const called = figure.headline ? "" : ` (${figure.label})`;
  if (before.length === 0)
    return {
      headline: [
        {
          text: `${CHANGED.test(topic) ? "Not as far as recorded" : ALWAYS.test(topic) ? "Yes, as far as recorded" : "No earlier amount is on record"}: ${state.deal.name} has stood at `,
        },
        amount(figure),
        { text: called },
        { text: ` since ${sayDate(since)}.` },
      ],
    };
  const extreme = extremeOf(topic, figure, before);
  if (extreme)
    return {
      headline: [
        { text: `${state.deal.name}${called}: at its ${extreme.word} ` },
        amount(extreme.figure),
        { text: ` (from ${sayDate(extreme.since)}); it was ` },
        amount((before[0] ?? { figure }).figure),
        { text: ` at first and has been ` },
        amount(figure),
        { text: ` since ${sayDate(since)}.` },
      ],
    };
  const [first, ...later] = before;
  const told = first && later.length >= MOST_VERSIONS ? [first, ...later.slice(1 - MOST_VERSIONS)] : before;
  return {
    headline: [
      {
        text: `${ALWAYS.test(topic) || topic === "" || isOtherWay(topic, figure, before) ? `No${called}: it` : CHANGED.test(topic) ? `Yes${called}: it` : `${state.deal.name}${called}: it`} was `,
      },
      ...told.flatMap(
        (one, index): Rich => [
          { text: index === 0 ? "" : ", " },
          amount(one.figure),
          { text: ` from ${sayDate(one.since)}` },
        ],
      ),
      { text: "; it has been " },
      amount(figure),
      { text: ` since ${sayDate(since)}` },
      ...(BY_HOW_MUCH.test(topic) && first ? sayGap(draft, first.figure, figure) : [{ text: "." }]),
    ],
  };
}
/** "How low did it go": the least or the most of all that it has been, where it was that for a time. */
function extremeOf(topic: string, now: StandingFigure["figure"], before: StandingFigure["before"]) {
  const way = LOWEST.test(topic) ? -1 : HIGHEST.test(topic) ? 1 : 0;
  if (way === 0) return null;
  const sizeOf = ({ high, low }: StandingFigure["figure"]) => (high ?? low ?? 0) * way;
  const most = before.reduce((best, one) => (sizeOf(one.figure) > sizeOf(best.figure) ? one : best));
  return sizeOf(most.figure) > sizeOf(now) && most !== before[0]
    ? { ...most, word: way < 0 ? "lowest" : "highest" }
    : null;
}
const LOWEST = gated(/\bhow (?:low|small|far down)\b|\b(?:lowest|smallest|least)\b|\bat (?:its|the) (?:very )?low\b/i);
const HIGHEST = gated(
  /\bhow (?:high|big|far up)\b|\b(?:highest|largest|biggest|most|peak)\b|\bat (?:its|the) (?:very )?high\b/i,
);
/** "Wasn't it bigger?" of what has only been smaller. */
function isOtherWay(topic: string, now: StandingFigure["figure"], before: StandingFigure["before"]): boolean {
  const sizeOf = ({ high, low }: StandingFigure["figure"]) => high ?? low ?? 0;
  const way = SMALLER.test(topic) ? -1 : LARGER.test(topic) ? 1 : 0;
  return way !== 0 && before.every(({ figure }) => (sizeOf(figure) - sizeOf(now)) * way <= 0);
}
const SMALLER = gated(/\b(?:smaller|lower|less|fewer)\b/i);
const LARGER = gated(/\b(?:bigger|larger|higher|greater|more)\b/i);
const MOST_VERSIONS = 4;
const ALWAYS = gated(/\balways\b/i);
/** Asked whether it has changed. */
const CHANGED = /^(?:has|have|had|did|was|were|is|are)(?:n['’]?t)?\b(?! what\b)/i;
