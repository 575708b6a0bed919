/** What is found in a text is found once, where several rules look for the same in one question, and many questions in the same names. */
import { LRUCache } from "lru-cache";

/** Longer texts are looked through anew each time: they would fill the memory. */
const LONGEST_KEPT = 400;

/** `find`: depends on the text alone; what it gives is shared, and only read. `most`: as many texts are kept. */
export function perText<Found>(find: (text: string) => Found, most = 64): (text: string) => Found {
  const kept = new LRUCache<string, { found: Found }>({ max: most });
  return (text) => {
    if (text.length > LONGEST_KEPT) return find(text);
    let known = kept.get(text);
    if (known === undefined) {
      known = { found: find(text) };
      kept.set(text, known);
    }
    return known.found;
  };
}
