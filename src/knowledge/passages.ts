/** Sentences of the records that cover the words of a question. */
import type { Library, Passage } from "./library.ts";
import { sense } from "./synonyms.ts";
import { contentWords, isStop, stem, words } from "./words.ts";

export type Found = {
  passage: Passage;
  score: number /** Share of the question's words that the sentence, or its record's name, has. */;
  coverage: number;
};

/** Best first. `records` limits the search to these ("deal:…"); `topic` is the question without the names found. */
export function findPassages(
  library: Library,
  topic: string,
  records: ReadonlySet<string> | null,
  limit: number,
): Found[] {
  const wanted = [...new Set(contentWords(topic))];
  if (wanted.length === 0) return [];
  const senses = wanted.map(sense);
  const found: Found[] = [];
  for (const passage of library.passages) {
    if (records && !records.has(`${passage.record.type}:${passage.record.id}`)) continue;
    const own = wordSet(passage);
    let score = 0;
    let covered = 0;
    wanted.forEach((word, index) => {
      const rarity = library.rarity(word);
      if (own.exact.has(word)) {
        score += rarity;
        covered++;
      } else if (own.senses.has(senses[index] ?? word)) {
        score += rarity * 0.7;
        covered += 0.8;
      }
    });
    if (score > 0) found.push({ passage, score: score / (1 + own.exact.size / 60), coverage: covered / wanted.length });
  }
  return found.sort((a, b) => b.score - a.score || b.coverage - a.coverage).slice(0, limit);
}

const SETS = new WeakMap<Passage, { exact: Set<string>; senses: Set<string> }>();
function wordSet(passage: Passage) {
  let known = SETS.get(passage);
  if (!known) {
    const exact = new Set(
      words(passage.text)
        .filter((word) => !isStop(word))
        .map(stem),
    );
    known = { exact, senses: new Set([...exact].map(sense)) };
    SETS.set(passage, known);
  }
  return known;
}
