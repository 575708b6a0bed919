/** Whether somebody owns a company, or a part of it: yes or no by the figure on record, with what it does not tell. */

import type { StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { sayStanding, standingNote } from "./particular.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** `standing`: a stake in percent, or the money paid for shares. */
export function sayHolding(asked: Asked, standing: StandingFigure): Direct {
  return {
    headline: [{ text: verdict(asked.topic, standing) }, ...sayStanding(asked, standing), ...standingNote(asked)],
  };
}

function verdict(topic: string, { figure }: StandingFigure): string {
  if (figure.unit !== "percent")
    return PART.test(topic)
      ? "Yes, shares of it; what share of all that is, this record does not say. "
      : "Shares of it, yes, but no record says that it owns the whole. ";
  const share = figure.high ?? figure.low ?? 0;
  const said = Number(SAID.exec(topic)?.[1] ?? Number.NaN);
  if (!Number.isNaN(said))
    return Math.abs(said - share) <= NEAR ? "Yes. " : `No, not ${said}%, as far as is on record. `;
  if (share >= WHOLE) return "Yes, all of it. ";
  if (PART.test(topic)) return "Yes, a part. ";
  return share > WHOLE / 2 ? "Most of it, not all. " : "No, only a part. ";
}
const WHOLE = 100;
/** Points of a percentage within which it is rounded. */
const NEAR = 0.6;
const SAID = /(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)/i;
const PART = gated(
  /\b(?:part|piece|stakes?|shares?|any|some|slice|chunk|bit|shareholder|investor|equity|stock|hold\w*)\b/i,
);
