/**
 * What was found last, by a text, up to about so many. Asked thousands of times for one question, where a cache that keeps the
 * exact order of use takes longer than what it spares: here what was not asked for in two generations is forgotten.
 */
export class Recent<Value> {
  readonly #generation: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** `most`: as many are kept, and at least half as many. */
  constructor(most: number) {
    this.#generation = Math.max(1, most >> 1);
  }

  get(text: string): Value | undefined {
    const known = this.#young.get(text);
    if (known !== undefined) return known;
    const older = this.#old.get(text);
    if (older !== undefined) this.set(text, older);
    return older;
  }

  set(text: string, value: Value): void {
    if (this.#young.size >= this.#generation) [this.#old, this.#young] = [this.#young, new Map()];
    this.#young.set(text, value);
  }
}
