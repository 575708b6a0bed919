/** A number among the others of its question, and what each step of its meaning works on. */
import type { Kind, Term } from "./terms.ts";

type Among = {
  text: string;
  terms: readonly Term[];
  index: number;
  /** The number before it that is no calendar year: "1 GW in 2026 at $42B". */
  last: Term | undefined;
  next: Term | undefined;
};

/** Changes what a number means where the words beside it say so. */
export type Step = (term: Term, among: Among) => void;

export const isOne = ({ low, high }: Term): boolean => low === 1 && high === 1;

/** For each of something, from now on. */
export function as(term: Term, kind: Kind, per: string): void {
  term.kind = kind;
  term.unit = `${term.unit}/${per}`;
}
