/** "At the midpoint of the guidance": the sum without these words, with that end of each range on record. */
import type { ReadRule } from "./reading.ts";

/** "If all hit the top of guidance". */
const HIT =
  "(?:(?:if|when|assuming|with) )?(?:(?:they|both|all|each|everyone|everybody)(?: of them)?(?: (?:three|four|five))? )?(?:(?:hits?|reach(?:es)?|spends?|comes? in|lands?|ends? up)(?: at)? )?(?:the )?";
const OF_GUIDANCE = "(?= of (?:the |its |their )?(?:guid\\w+|ranges?))";
const ENDS: readonly (readonly ["low" | "mid" | "high", RegExp])[] = [
  ["mid", end("mid-?points?|middle")],
  ["low", end(`(?:low(?:er|est)?|bottom) end|${HIT}bottom${OF_GUIDANCE}`)],
  ["high", end(`(?:high(?:er|est)?|upper|top) end|${HIT}top${OF_GUIDANCE}`)],
];

/** Of numbers that the asker gives the middle is worked out where they are read. */
function end(words: string): RegExp {
  return new RegExp(
    String.raw`(?:\b(?:at|of|using|taking|by)\s)?(?:\b(?:the|its|their)\s)?\b(?:${words})\b(?:\sof(?:\sthe)?)?(?!\s*[$€£]?\d+(?:\.\d+)?\s?(?:and|to|-))`,
    "i",
  );
}
const RECORD = /@[a-z0-9-]+(?::[a-z0-9-]+)?(?![a-z0-9.:-])/g;

export const atEndOfRange: ReadRule = {
  name: "at-end-of-range",
  read({ question, reread }) {
    const [which, words] = ENDS.find(([, pattern]) => pattern.test(question)) ?? [];
    if (!which || !words) return null;
    const plan = reread(question.replace(words, " ").replace(/\s+/g, " "));
    if (plan.kind !== "evaluate" || plan.claim) return null;
    const lines = plan.lines.map((line) => ({
      ...line,
      expression: line.expression.replace(RECORD, (record) => `${record}.${which}`),
    }));
    const changed = lines.some(({ expression }, at) => expression !== plan.lines[at]?.expression);
    return changed ? { ...plan, lines } : null;
  },
};
