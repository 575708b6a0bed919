/** What is found in a text is found once, where several rules look for the same in one question, and many questions in the same names. */
import { Recent } from "./recent.ts";

/** Longer texts are looked through anew each time: they would fill the memory. */
const LONGEST_KEPT = 400;

/** `find`: depends on the text alone; what it gives is shared, and only read. `most`: about as many texts are kept. */
export function perText<Found>(find: (text: string) => Found, most = 64): (text: string) => Found {
  const kept = new Recent<{ text: string; found: Found }>(most);
  let last: { text: string; found: Found } | undefined;
  return (text) => {
    if (last?.text === text) return last.found;
    if (text.length > LONGEST_KEPT) return find(text);
    let known = kept.get(text);
    if (known === undefined) {
      known = { text, found: find(text) };
      kept.set(text, known);
    }
    last = known;
    return known.found;
  };
}
