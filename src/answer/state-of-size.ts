/** "How much capacity had it planned", "how much is contracted": of several gigawatts those that the word for how far they are tells. */
import type { StandingFigure } from "../knowledge/as-of.ts";
import type { Asked } from "./show-figure.ts";

/** How far capacity may be, by the words of questions and of labels. */
const STATES: readonly RegExp[] = [
  /\bplann(?:ed|ing)\b|\bin (?:the )?plann?ing\b/i,
  /\b(?:contracted|secured|signed(?: up)?)\b/i,
  /\b(?:operating|operational|running|in use|in operation|live|online|energi[sz]ed|draw(?:s|ing)|drew|consum(?:es?|ing)|switched on)\b/i,
  /\b(?:approved|permitted)\b/i,
  /\bproposed\b/i,
  /\bunder construction\b|\bbeing built\b/i,
  /\boption(?:s|al)?\b/i,
];

/** The one figure whose label has the word, where the deal's own has it not. */
export function sizeInState({ state, topic }: Asked): StandingFigure | null {
  const said = STATES.filter((words) => words.test(topic));
  if (said.length !== 1 || said.some((words) => words.test(state.size?.figure.label ?? ""))) return null;
  const [only, ...more] = state.figures.filter(
    ({ figure: { unit, label }, ended }) => unit === "GW" && !ended && said.some((words) => words.test(label)),
  );
  return only && more.length === 0 ? only : null;
}
