/** Mends the spelling of words that no record knows, against the words of names and of questions. */
import { distance } from "fastest-levenshtein";
import { fold } from "./words.ts";

/** Words that questions are made of. */
const ASKED =
  "announce announced announcement acquire acquisition billion billions building built buying campus capacity capex company compare construction contract contracts cost costs current date deal deals definition dollars equity electricity estimate expected expire financing gigawatt gigawatts happened history investment investor invest largest latest leaving lease letter intent loan location megawatts million money operational owner partner paying percent planned power price promised revenue schedule shareholder signed site stake started status supplier tenant terms total trillion valuation value warrant worth where when which".split(
    " ",
  );

export type Spelling = (text: string) => string;

/** `known` are the words of names; a word of the records is never touched (`knows`). */
export function createSpelling(known: Iterable<string>, knows: (word: string) => boolean): Spelling {
  const words = new Set([...ASKED, ...known].filter((word) => word.length >= 5 && !/\d/.test(word)));
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    const alike = byFirst.get(word[0] ?? "");
    if (alike) alike.push(word);
    else byFirst.set(word[0] ?? "", [word]);
  }
  const mended = new Map<string, string | null>();
  const mend = (word: string): string | null => {
    const near = (byFirst.get(word[0] ?? "") ?? [])
      .filter((other) => Math.abs(other.length - word.length) <= 2)
      .map((other) => ({ other, gap: gapOf(word, other) }))
      .filter(({ other, gap }) => gap <= allowed(word, other))
      .sort((a, b) => a.gap - b.gap);
    const [first, second] = near;
    // Two words as near as each other: neither is taken.
    return first && (!second || second.gap > first.gap) ? first.other : null;
  };
  return (text) =>
    text.replace(/[\p{L}]{5,}/gu, (written) => {
      const word = fold(written);
      if (words.has(word) || knows(word)) return written;
      if (!mended.has(word)) {
        if (mended.size >= MOST_KEPT) mended.clear();
        mended.set(word, mend(word));
      }
      return mended.get(word) ?? written;
    });
}
const MOST_KEPT = 5_000;

/** One slip in a short word, two in a long one; a word that only lacks its ending is another word: Cohere, Coherent. */
const allowed = (word: string, other: string): number => (other.startsWith(word) ? 0 : word.length >= 8 ? 2 : 1);

/** Edit distance in which two neighbours that changed places count as one slip. */
function gapOf(a: string, b: string): number {
  const gap = distance(a, b);
  if (gap !== 2 || a.length !== b.length) return gap;
  const at = [...a].findIndex((char, index) => char !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : 2;
}
