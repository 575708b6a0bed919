/** "What do holders get for each share", "the swap ratio": how many shares of one firm go for one of the other, where shares are swapped. */

import type { StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import type { Asked } from "./show-figure.ts";

const RATIO = gated(/\b(?:exchange|swap|share|conversion) ratio\b/i);
const FOR_ONE = gated(
  /\b(?:get|gets|got|given|give|receive[ds]?|offered|handed|swap(?:s|ped)?|exchange[ds]?|convert(?:s|ed)?|worth)\b.*\b(?:for|per|against|to) (?:each|every|one|a|an|1|their)\b.{0,30}\bshares?\b|\bshares?\b.*\b(?:for|per) (?:each|every|one|1)\b.{0,30}\bshares?\b/i,
);

/** The ratio at which shares were exchanged; null where none is asked for or on record. */
export function exchangeRatio({ topic, state }: Asked): StandingFigure | null {
  if (!RATIO.test(topic) && !FOR_ONE.test(topic)) return null;
  return (
    state.figures.find(({ figure: { unit, label }, ended }) => !ended && unit === "ratio" && /ratio/i.test(label)) ??
    null
  );
}
