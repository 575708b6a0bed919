/** Deals by a name that each has as it stood on a day: its kind, its year. From one day to another few names change. */
import type { Outline } from "./as-of.ts";
import { ByDay } from "./days.ts";
import type { Library } from "./library.ts";

export class DealNames {
  readonly #names: ByDay<readonly string[]>;
  /** Few names for thousands of deals: of equal ones always the same string. */
  readonly #known = new Map<string, string>();

  constructor(nameOf: (state: Outline, library: Library) => string) {
    const toName = (state: Outline | null, library: Library): string => {
      const name = state ? nameOf(state, library) : "";
      const known = this.#known.get(name);
      if (known === undefined) this.#known.set(name, name);
      return known ?? name;
    };
    this.#names = new ByDay<readonly string[]>(
      (library, states) => states.map((state) => toName(state, library)),
      (library, near, moved) => {
        const names = [...near];
        for (const { at, after } of moved) names[at] = toName(after, library);
        return names;
      },
    );
  }

  /** By the number of the deal in the library; "" for what was not known on the day. */
  on(library: Library, day: string): readonly string[] {
    return this.#names.on(library, day);
  }
}
