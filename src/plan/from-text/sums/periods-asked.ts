/** For which part of time a result is asked: "per year and per month", "annually", "a week". */
import { gated } from "../../../knowledge/gated.ts";
import { perText } from "../../../knowledge/per-text.ts";

export type Period = "year" | "quarter" | "month" | "week" | "day" | "hour";

const PERIODS: readonly (readonly [Period, RegExp])[] = [
  [
    "year",
    /\b(?:annual(?:ly|i[sz]ed)?|yearly|per annum|p\.a\.)(?![a-z])|\b(?:per|an?|each|every)[\s-]?(?:year|yr)\b|\/\s?(?:year|yr)\b|\b(?:gw|mw|gigawatt|megawatt)[- ](?:year|yr)\b/i,
  ],
  ["quarter", /\bquarterly\b|(?:\b(?:per|a|each|every)|\/)[\s-]?quarter\b/i],
  ["month", /\bmonthly\b|(?:\b(?:per|a|each|every)|\/)[\s-]?(?:month|mo)\b/i],
  ["week", /\bweekly\b|(?:\b(?:per|a|each|every)|\/)\s?week\b/i],
  ["day", /\bdaily\b|(?:\b(?:per|a|each|every)|\/)\s?day\b/i],
  ["hour", /\bhourly\b|(?:\b(?:per|an|each|every)|\/)\s?(?:hour|hr)\b/i],
];

/** All words that say for which part of time. */
export const PERIOD_WORDS = new RegExp(PERIODS.map(([, pattern]) => pattern.source).join("|"), "gi");

/** "A year earlier" is a day, and no part of time. */
const AWAY = gated(
  /\ban? (?:year|quarter|month|week|day) (?:earlier|ago|before|prior|previously|later|after|from now)\b/gi,
);

export const periodsAsked = perText((words): readonly Period[] => {
  const text = words.replace(AWAY, " ");
  return PERIODS.filter(([, pattern]) => pattern.test(text)).map(([period]) => period);
});
