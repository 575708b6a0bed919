/** "Asdf qwer": several words, none of which anybody has written before, go on with nothing. */
import { isEnglish } from "../../knowledge/english.ts";
import type { Library } from "../../knowledge/library.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import { toEnglish } from "./languages/to-english.ts";
import { normalise } from "./normalise.ts";

export function isGibberish(text: string, library: Library): boolean {
  const said = contentWords(normalise(text));
  return (
    said.length >= STRANGE_WORDS &&
    said.every((word) => /^[a-z]{3,}$/.test(word) && !isEnglish(word) && !library.knowsWord(word)) &&
    readNames(library, library.spelling(text)).mentions.length === 0 &&
    toEnglish(normalise(text), library) === null
  );
}
const STRANGE_WORDS = 2;
