/** What somebody said or a debate is about: topics, found by name, person or words. */
import { findPassages } from "../../knowledge/passages.ts";
import { GENERIC } from "./asks.ts";
import type { Reading, ReadRule } from "./reading.ts";

const SAYING =
  /\b(?:say|said|says|think|thinks|believe\w*|justif\w*|argu\w*|react\w*|surpris\w*|expect\w*|vision|view|critici\w*|comment\w*|respon\w*|concern\w*|why|how does|how did|circular|hint\w*|other way round|opinion of)\b/i;

export const statement: ReadRule = {
  name: "statement",
  read(reading) {
    const { question, names, dates } = reading;
    const words = names.rest.filter((word) => !GENERIC.has(word)).join(" ");
    const named = names.mentions.flatMap((mention) =>
      mention.refs.filter((ref) => ref.type === "topic").map((ref) => ref.id),
    )[0];
    if (named) return { kind: "show-topic", topic: named, words: words.slice(0, 400), asOf: dates.asOf };
    if (!SAYING.test(question) || names.deals.length > 0) return null;
    const best = bestTopic(reading, words);
    return best ? { kind: "show-topic", topic: best, words: words.slice(0, 400), asOf: dates.asOf } : null;
  },
};

/** The topic whose people or organisations are those of the question and whose sentences cover its words. */
function bestTopic({ library, names }: Reading, words: string): string | null {
  let best: { id: string; score: number } | null = null;
  for (const topic of library.topics.values()) {
    const people = names.people.filter((id) => topic.people.includes(id)).length;
    const orgs = names.orgs.filter((id) => topic.orgs.includes(id)).length;
    if (people + orgs === 0 && names.people.length + names.orgs.length > 0) continue;
    const found = findPassages(library, words, new Set([`topic:${topic.id}`]), 3);
    const coverage = found[0]?.coverage ?? 0;
    const score = coverage * 2 + people * 0.6 + orgs * 0.3;
    if (coverage >= (people > 0 ? 0.34 : 0.5) && (!best || score > best.score)) best = { id: topic.id, score };
  }
  return (best as { id: string } | null)?.id ?? null;
}
