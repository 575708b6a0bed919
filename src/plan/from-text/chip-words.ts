/** Chips as questions name them: "Trainium", "Rubin", "TPU". */
import type { Library } from "../../knowledge/library.ts";
import { contentWords } from "../../knowledge/words.ts";

const CHIPS = new WeakMap<Library, ReadonlySet<string>>();
/** Words of chips' names that name nothing else: no makers, no "chips". */
function chipWords(library: Library): ReadonlySet<string> {
  const known = CHIPS.get(library);
  if (known) return known;
  const makers = new Set([...library.organisations.values()].flatMap((org) => contentWords(org.name)));
  const names = new Set([...library.deals.values()].flatMap((deal) => deal.chips));
  const found = new Set(
    [...names]
      .flatMap(contentWords)
      .flatMap((word) => [word, word.replace(/\d+$/, "")])
      .filter((word) => word.length > 2 && !makers.has(word) && !PLAIN_WORDS.has(word)),
  );
  CHIPS.set(library, found);
  return found;
}
const PLAIN_WORDS = new Set(
  "chip gpu accelerator custom system rack next generation cloud and million server card superchip ultra grace".split(
    " ",
  ),
);

export const chipsIn = (text: string, library: Library): string[] =>
  contentWords(text).filter((word) => chipWords(library).has(word));
