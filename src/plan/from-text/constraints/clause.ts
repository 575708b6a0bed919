/** The text of a question, from which each part is taken once. What is taken leaves a gap of the same length. */
import type { Pattern } from "../../../knowledge/gated.ts";
export class Clause {
  text: string;
  /** As it was before anything was taken. */
  readonly whole: string;
  /** What was taken by patterns. */
  taken = "";
  constructor(text: string) {
    this.text = text;
    this.whole = text;
  }
  take(pattern: Pattern): RegExpExecArray | null {
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.taken += `${match[0]} `;
    this.blank(match.index, match.index + match[0].length);
    return match;
  }
  blank(start: number, end: number): void {
    this.text = this.text.slice(0, start) + " ".repeat(end - start) + this.text.slice(end);
  }
}
