/** Where a text says something in everyday words, and which words of the records that may stand for. */
import { root, spans, words } from "../../knowledge/words.ts";
import { EVERYDAY_WORDS } from "./everyday-words.ts";

/** "Take over", by the roots of its words. */
type Phrase = { roots: readonly string[]; words: readonly string[] };

/** By the first root, the longest first. */
let known: ReadonlyMap<string, readonly Phrase[]> | null = null;

function build(): ReadonlyMap<string, readonly Phrase[]> {
  const all = new Map<string, { roots: string[]; words: string[] }>();
  for (const line of EVERYDAY_WORDS) {
    const [word = "", said = ""] = line.split(": ");
    for (const phrase of said.split(" | ")) {
      const roots = words(phrase).map(root);
      const same = all.get(roots.join(" "));
      if (same) same.words.push(word);
      else all.set(roots.join(" "), { roots, words: [word] });
    }
  }
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all.values()) {
    const [first = ""] = phrase.roots;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const some of byFirst.values()) some.sort((a, b) => b.roots.length - a.roots.length);
  return byFirst;
}

/** What is said from `start` to `end`, with the words of the records for it. */
export type Everyday = { start: number; end: number; words: readonly string[] };

/** `isKept`: what is a name, or `alone` a word of the records itself, stands for nothing else. */
export function everydayIn(
  text: string,
  isKept: (start: number, end: number, alone: string | null) => boolean,
): Everyday[] {
  known ??= build();
  const found = spans(text).map(({ word, start, end }) => ({ word: root(word), start, end }));
  const out: Everyday[] = [];
  for (let at = 0; at < found.length; at++) {
    const first = found[at];
    const phrase = known
      .get(first?.word ?? "")
      ?.find(({ roots }) => roots.every((one, index) => found[at + index]?.word === one));
    const last = phrase && found[at + phrase.roots.length - 1];
    if (!first || !phrase || !last) continue;
    if (isKept(first.start, last.end, phrase.roots.length === 1 ? first.word : null)) continue;
    out.push({ start: first.start, end: last.end, words: phrase.words });
    at += phrase.roots.length - 1;
  }
  return out;
}
