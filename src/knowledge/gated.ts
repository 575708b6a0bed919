/** Patterns that are tried only where a text has the words that they need. */
import { Gate } from "./gate.ts";

/** What a pattern is used for; a bare one does, too. */
export type Pattern = Pick<RegExp, "source" | "flags" | "test" | "exec" | typeof Symbol.replace>;

/** The same as the bare pattern, but quick to say that a text has no match. `bare`: without the flags "g" and "y" where it is tested. */
export const gated = (bare: RegExp): Pattern => new Gated(bare);

class Gated implements Pattern {
  readonly #bare: RegExp;
  readonly #gate: Gate;

  constructor(bare: RegExp) {
    this.#bare = bare;
    this.#gate = new Gate(bare);
  }

  get source(): string {
    return this.#bare.source;
  }

  get flags(): string {
    return this.#bare.flags;
  }

  test(text: string): boolean {
    return this.#gate.mayBeIn(text) && this.#bare.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.#gate.mayBeIn(text) ? this.#bare.exec(text) : null;
  }

  [Symbol.replace](text: string, put: string | ((found: string, ...groups: string[]) => string)): string {
    if (!this.#gate.mayBeIn(text)) return text;
    return typeof put === "string" ? text.replace(this.#bare, put) : text.replace(this.#bare, put);
  }
}
