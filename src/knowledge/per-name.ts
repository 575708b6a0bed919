/** What is found for a name is found once, whichever question has it. */
import type { SoughtName } from "./find-statements.ts";
import type { Library } from "./library.ts";
import { Recent } from "./recent.ts";
import { keyOf } from "./statements.ts";

const NAMES_KEPT = 512;

/** `find` depends on who bears the name, on the words by which it is called, and on what stands `beside` it. */
export function perName<Found>(
  find: (library: Library, name: SoughtName) => Found,
): (library: Library, name: SoughtName, beside?: string) => Found {
  const libraries = new WeakMap<Library, Recent<{ found: Found }>>();
  return (library, name, beside = "") => {
    const kept = libraries.get(library) ?? new Recent<{ found: Found }>(NAMES_KEPT);
    libraries.set(library, kept);
    const key = `${name.refs.map(keyOf).join(" ")}|${name.words.join(" ")}|${beside}`;
    let known = kept.get(key);
    if (known === undefined) {
      known = { found: find(library, name) };
      kept.set(key, known);
    }
    return known.found;
  };
}
