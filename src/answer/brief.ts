/** An answer without its card: the headline, what it cites, and a note. */
import type { Doc, SourceRef } from "../doc/doc.ts";
import type { Answer } from "./draft.ts";

export function brief(answer: Answer, note: string): Answer {
  const sources: SourceRef[] = [];
  const renumbered = new Map<number, number>();
  const headline: Doc["headline"] = answer.headline.map((span) => {
    if (!span.cites) return span;
    const cites = span.cites.flatMap((number) => {
      const source = answer.sources[number - 1];
      if (!source) return [];
      if (!renumbered.has(number)) renumbered.set(number, sources.push(source));
      return renumbered.get(number) ?? [];
    });
    return { ...span, cites };
  });
  return { ...answer, headline, sources, blocks: [{ type: "note", tone: "info", text: [{ text: note }] }] };
}
