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
  const wanted = [...new Set(contentWords(topic))].map((word) => ({
    word,
    sense: sense(word),
    rarity: library.rarity(word),
  }));
  if (wanted.length === 0) return [];
  const best: Found[] = [];
  const keep = (passage: Passage, score: number, covered: number) => {
    if (score <= 0) return;
    const length = wordSet(passage).exact.size;
    const found = { passage, score: score / (1 + length / 60), coverage: covered / wanted.length };
    // In order of the passages: of two alike the first stays before the other.
    let at = best.length;
    while (at > 0 && isBetter(found, best[at - 1])) at--;
    if (at < limit) best.splice(at, 0, found);
    if (best.length > limit) best.pop();
  };
  const { byRecord, byWord, bySense } = indexOf(library);
  if (records) {
    const pool = [...records].flatMap((record) => byRecord.get(record) ?? []);
    for (const passage of pool.sort((a, b) => a.id - b.id)) {
      const own = wordSet(passage);
      let [score, covered] = [0, 0];
      for (const { word, sense: meant, rarity } of wanted) {
        const share = own.exact.has(word)
          ? [rarity, 1]
          : own.senses.has(meant)
            ? [rarity * ALIKE, ALIKE_COVERS]
            : [0, 0];
        score += share[0] ?? 0;
        covered += share[1] ?? 0;
      }
      keep(passage, score, covered);
    }
    return best;
  }
  const [scores, covers] = [new Float64Array(library.passages.length), new Float64Array(library.passages.length)];
  const exactly = new Int16Array(library.passages.length);
  const touched = new Set<number>();
  for (const [index, { word, sense: meant, rarity }] of wanted.entries()) {
    for (const id of byWord.get(word) ?? []) {
      exactly[id] = index + 1;
      scores[id] = (scores[id] ?? 0) + rarity;
      covers[id] = (covers[id] ?? 0) + 1;
      touched.add(id);
    }
    for (const id of bySense.get(meant) ?? []) {
      if (exactly[id] === index + 1) continue;
      scores[id] = (scores[id] ?? 0) + rarity * ALIKE;
      covers[id] = (covers[id] ?? 0) + ALIKE_COVERS;
      touched.add(id);
    }
  }
  for (const id of [...touched].sort((a, b) => a - b)) {
    const passage = library.passages[id];
    if (passage) keep(passage, scores[id] ?? 0, covers[id] ?? 0);
  }
  return best;
}

/** What a word of the same sense counts for, beside the word itself. */
const ALIKE = 0.7;
const ALIKE_COVERS = 0.8;

const isBetter = (a: Found, b: Found | undefined): boolean =>
  b !== undefined && (a.score > b.score || (a.score === b.score && a.coverage > b.coverage));

type Index = {
  /** By "deal:…", "topic:…". */
  byRecord: ReadonlyMap<string, readonly Passage[]>;
  /** Ids of passages by each word that tells something, and by the word that stands for its group. */
  byWord: ReadonlyMap<string, readonly number[]>;
  bySense: ReadonlyMap<string, readonly number[]>;
};

const INDEXES = new WeakMap<Library, Index>();
function indexOf(library: Library): Index {
  const known = INDEXES.get(library);
  if (known) return known;
  const byRecord = new Map<string, Passage[]>();
  const [byWord, bySense] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const passage of library.passages) {
    add(byRecord, `${passage.record.type}:${passage.record.id}`, passage);
    const { exact, senses } = wordSet(passage);
    for (const word of exact) add(byWord, word, passage.id);
    for (const word of senses) add(bySense, word, passage.id);
  }
  const index = { byRecord, byWord, bySense };
  INDEXES.set(library, index);
  return index;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
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
