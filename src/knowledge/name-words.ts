/** Words by which people call a record without its whole name: "cipher", "aligned", "lighthouse". */
import type { Library } from "./library.ts";
import { isStop, words } from "./words.ts";

/** In the names of more deals than this a word names none of them. */
const FEW = 2;
const SHORTEST = 5;
const KNOWN = new WeakMap<Library, ReadonlySet<string>>();

export function isOfName(library: Library, word: string): boolean {
  let known = KNOWN.get(library);
  if (!known) {
    known = nameWords(library);
    KNOWN.set(library, known);
  }
  return known.has(word);
}

function nameWords({ knowledge }: Library): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of knowledge.deals)
    for (const word of new Set(words(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const measured = new Set(knowledge.metrics.flatMap(({ name }) => words(name)));
  return new Set(
    [...counts]
      .filter(([word, count]) => count <= FEW && word.length >= SHORTEST && !isStop(word) && !/\d/.test(word))
      .map(([word]) => word)
      .filter((word) => !measured.has(word) && !TELLS_NOTHING.test(word)),
  );
}
/** "The stake after the recapitalisation", "bonds of February": in names, and no name to anybody. */
const TELLS_NOTHING = /^(?:after|multi|million|february|april|september|backed|expanded|amended)$/;
