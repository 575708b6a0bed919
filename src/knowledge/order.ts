/** The order of texts. Not the runtime's own by language: that brings megabytes of language data into memory. */
import { fold } from "./words.ts";

/** Of ids, dates and whatever else nobody reads in order. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of names: letters and figures without case and accents; whatever is neither sorts before them. */
export const byAlphabet = (a: string, b: string): number => byCode(alphabetKey(a), alphabetKey(b));

const KEYS = new Map<string, string>();
const MOST = 20_000;
/** What `byAlphabet` compares, for whoever compares many. */
export function alphabetKey(name: string): string {
  let key = KEYS.get(name);
  if (key === undefined) {
    key = fold(name).replace(/[^\p{L}\d]+/gu, " ");
    if (KEYS.size >= MOST) KEYS.clear();
    KEYS.set(name, key);
  }
  return key;
}
