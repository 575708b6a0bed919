/** "Is it take-or-pay on all six gigawatts", "how much of it is firm": a ceiling binds nobody, and the part that is set is told beside it. */

import type { StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { lowerFirst } from "./deal-lines.ts";
import { sayStanding } from "./particular.ts";
import type { Asked, Direct } from "./show-figure.ts";

const BOUND = gated(/\b(?:take[- ]or[- ]pay|binding|bound|firm|committed|obliged|obligated|guaranteed|locked in)\b/i);
const ALL = gated(/\b(?:all|whole|full|entire|every|total|how much of|which part)\b/i);
const SET = gated(/\b(?:first|initial|firm|committed|minimum|definitive)\b/i);

/** Null where the deal's size is no ceiling, or no part of it is set. */
export function sayBound(asked: Asked): Direct {
  const { state, draft, topic } = asked;
  if (!BOUND.test(topic) || !ALL.test(topic)) return null;
  const ceiling = [state.size, state.money].find((entry) => entry?.figure.qualifier === "up-to");
  const part = ceiling && partSet(state.figures, ceiling);
  if (!ceiling || !part) return null;
  const amount = (one: StandingFigure) => draft.amount(one.figure, `deal:${state.deal.id}`, state.deal, "strong");
  return {
    headline: [
      ...sayStanding(asked, part),
      { text: " That is the part which is set; no obligation for all of it is on record: " },
      amount(ceiling),
      { text: ` (${lowerFirst(ceiling.figure.label)}).` },
    ],
  };
}

const partSet = (figures: readonly StandingFigure[], ceiling: StandingFigure): StandingFigure | undefined =>
  figures.find(
    ({ figure, ended }) =>
      ended === null &&
      figure.unit === ceiling.figure.unit &&
      figure.qualifier !== "up-to" &&
      SET.test(figure.label) &&
      (figure.high ?? figure.low ?? 0) < (ceiling.figure.high ?? 0),
  );
