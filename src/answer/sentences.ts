/** Sentences and figures of a deal that cover the words of a question. */
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { Passage } from "../knowledge/library.ts";
import { findPassages } from "../knowledge/passages.ts";
import { contentWords, stem } from "../knowledge/words.ts";
import { figureText } from "./deal-lines.ts";
import type { Asked } from "./show-figure.ts";

/** Less of the words than this is no answer. */
const LEAST = 0.5;

export function sentences({ state, context }: Asked, topic: string, limit: number): Passage[] {
  const facts = new Set(state.facts);
  const known = ({ kind, index }: Passage): boolean => {
    if (kind === "fact") return facts.has(state.deal.facts[index] as (typeof state.facts)[number]);
    if (kind === "event") return index < state.events.length;
    return kind !== "figure" || figureAt(state, index) !== undefined;
  };
  const named = new Set(contentWords(state.deal.name).map(stem));
  const own = contentWords(topic).filter((word) => !named.has(word));
  const wanted = own.length > 0 ? own.join(" ") : topic;
  return findPassages(context.library, wanted, new Set([`deal:${state.deal.id}`]), limit * 3)
    .filter((found) => found.coverage >= LEAST && found.passage.kind !== "summary" && known(found.passage))
    .slice(0, limit)
    .map((found) => found.passage);
}

/** The figure that stands, of those that the events set, counted through all events. */
function figureAt(state: Asked["state"], index: number) {
  const id = state.deal.events.flatMap((event) => event.figures ?? [])[index]?.id;
  return state.figures.find((entry) => entry.figure.id === id);
}

export function said({ draft, state }: Asked, passage: Passage): Rich {
  const { deal } = state;
  if (passage.kind === "figure") {
    const entry = figureAt(state, passage.index);
    if (!entry) return [];
    const { low, high, unit, qualifier } = entry.figure;
    draft.use({ low, high, unit, qualifier, origin: `deal:${deal.id}` });
    return [draft.sourced(figureText(entry.figure), deal, entry.figure.sources)];
  }
  const dated =
    passage.kind === "event"
      ? deal.events[passage.index]
      : passage.kind === "expected"
        ? deal.expected[passage.index]
        : undefined;
  const entry = dated ?? (passage.kind === "fact" ? deal.facts[passage.index] : deal.contested[passage.index]);
  return [draft.sourced(`${passage.text}${dated ? ` (${sayDate(dated.date)})` : ""}`, deal, entry?.sources ?? [])];
}
