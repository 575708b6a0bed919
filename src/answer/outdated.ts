/** Whether what an event told has been replaced since: on a day after it, its amounts no longer stand. */
import { gated } from "../knowledge/gated.ts";
import type { Statement } from "../knowledge/statements.ts";
import type { Asked } from "./show-figure.ts";

/** All figures of the event have later versions by the day of the answer, and the question asks for no earlier one. */
export function isOutdated({ state, topic }: Asked, { kind, index }: Statement): boolean {
  const event = kind === "event" ? state.deal.events[index] : undefined;
  const figures = event?.figures ?? [];
  if (!event || figures.length === 0 || EARLIER.test(topic) || saysMonth(topic, event.date)) return false;
  return figures.every(({ id }) => {
    const standing = state.figures.find(({ figure }) => figure.id === id);
    return standing !== undefined && standing.since > event.date;
  });
}
const EARLIER = gated(
  /\b(?:first(?:ly)?|original(?:ly)?|initial(?:ly)?|earlier|before|previous(?:ly)?|at the (?:time|start|announcement|launch)|used to|was it announced|when announced)\b/i,
);

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const IN_WORDS = MONTHS.map((month) => new RegExp(String.raw`\b${month}[a-z]*\b`, "i"));
const saysMonth = (topic: string, date: string): boolean =>
  IN_WORDS[Number(date.slice(5, 7)) - 1]?.test(topic) ?? false;
