/**
 * Two figures on record that a question sets against each other: the pair that together explains the most of what it says.
 * Neither needs to explain all, and what neither explains is kept, so that an answer can be refused.
 */
import type { Figure, FigureOf, Point } from "../../knowledge/schema.ts";
import { type Aspect, type FigureCandidate, figureCandidates } from "./figure-candidates.ts";
import type { Sought } from "./find-statements.ts";
import type { Library } from "./library.ts";

export type FigurePair = {
  first: FigureCandidate;
  second: FigureCandidate;
  score: number;
  /** Share of the words and names that one of the two explains, by weight. */
  explained: number;
  /** Whether each of the two is told by something that the other does not explain. */
  told: boolean;
  /** Words that must be explained and are not, with the parties and deals that neither has to do with. */
  unexplained: readonly string[];
};

/** What a name counts for beside, where both have to do with its bearer. */
const BOTH_NAMED = 0.25;
/** Two of one kind of money or power; two of one record, or of records between the same parties. */
const ALIKE = 0.07;
const TOGETHER = 0.08;
/** A figure alone that explains about as much as a pair. */
const ABOUT_AS_WELL = 0.15;
/** So little less explains as much. */
const TWIN = 0.05;
/** Of so many of the best a pair is made. */
const MOST = 60;
/** Less than this of a name is no part in the record: the parent of who is named is somebody else. */
const LINKED = 0.72;
/** So much of a name is a part in the record. */
const PARTIES = 0.85;
/** What is left of the score where nobody who is named has to do with either, or with one of the two. */
const NOT_LINKED = { either: 0.6, one: 0.8 };
/** What is left of a pair whose one figure explains nothing that the other does not. */
const UNTOLD = 0.7;
/** So much by weight tells one from the other; a little more of the same tells nothing. */
const TELLS = 1.2;
/** So much more of a name has a figure whose own label says it. */
const OWN_NAME = 0.14;
/** So much of a word stands in the figure's own label. */
const SAID_ITSELF = 0.9;
const apart = (more: number): number => (more >= 0.25 ? more : 0);

export class FigurePairs {
  readonly #aspects: readonly Aspect[];
  readonly #all: readonly FigureCandidate[];
  /** The records of everybody who is named, where several are. */
  readonly #between: ReadonlySet<string>;
  /** One day or year is of both figures, several are of each its own. */
  readonly #dates: number;

  /** `kinds`: the kinds of money that the question says; `counts`: which figures may be meant. */
  constructor(
    library: Library,
    sought: Sought,
    kinds: readonly (readonly FigureOf[])[],
    counts: (figure: Figure | Point) => boolean,
  ) {
    const { aspects, candidates } = figureCandidates(library, sought, kinds, counts);
    this.#aspects = aspects;
    this.#all = candidates;
    this.#dates = aspects.filter(({ kind }) => kind === "date").length;
    const bound = aspects.flatMap(({ binding }, index) => (binding ? [index] : []));
    const ofAll = candidates.filter(
      ({ headline, grades }) => headline && bound.every((index) => (grades[index] ?? 0) >= PARTIES),
    );
    this.#between = new Set(bound.length < 2 ? [] : ofAll.map(({ record }) => record.id));
  }

  /** The figure of a record, or its headline, as it is weighed; undefined where it is none of those that may be meant. */
  find(record: string, part: string | null): FigureCandidate | undefined {
    const own = this.#all.filter((one) => one.record.id === record);
    return part === null ? own.find((one) => one.headline) : own.find((one) => one.figure.id === part);
  }

  headlineOf(record: string, counts: (figure: Figure | Point) => boolean): FigureCandidate | undefined {
    return this.#all.find((one) => one.record.id === record && one.headline && counts(one.figure));
  }

  /** The pair that explains the most of those that may stand together, with what speaks for its kind; null where there is none, or another would do as well. */
  best(
    together: (a: FigureCandidate, b: FigureCandidate) => boolean,
    likely: (one: FigureCandidate) => number,
    beside: (a: FigureCandidate, b: FigureCandidate) => number = () => 0,
  ): FigurePair | null {
    const pool = this.#all
      .map((one) => ({ one, score: this.#score(one, one) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ one }) => one);
    let best: { first: FigureCandidate; second: FigureCandidate; score: number } | null = null;
    for (const [index, a] of pool.entries())
      for (const b of pool.slice(index + 1)) {
        if (a.figure === b.figure || !(together(a, b) || together(b, a))) continue;
        const more = likely(a) + likely(b) + beside(a, b);
        const most = this.#score(a, b) + more;
        if (best !== null && most <= best.score) continue;
        const score = this.#isTold(a, b) ? most : this.#score(a, b, UNTOLD) + more;
        if (best === null || score > best.score) best = { first: a, second: b, score };
      }
    if (!best || this.#hasTwin(best.first, best.second) || this.#hasTwin(best.second, best.first)) return null;
    return this.judge(best.first, best.second);
  }

  /** Whether another record has a figure that may be meant as well: "the Meta contract" of several. */
  #hasTwin(one: FigureCandidate, other: FigureCandidate): boolean {
    if (one.record.id === other.record.id) return false;
    return this.#all.some(
      (twin) =>
        twin.record.id !== one.record.id &&
        twin.record.id !== other.record.id &&
        twin.headline === one.headline &&
        twin.figure.of === one.figure.of &&
        twin.figure.unit === one.figure.unit &&
        twin.figure.high !== one.figure.high &&
        // It says itself whatever of the question this one says.
        one.grades.every((grade, index) => (twin.grades[index] ?? 0) > grade - TWIN),
    );
  }

  judge(first: FigureCandidate, second: FigureCandidate): FigurePair {
    let [won, total] = [0, 0];
    const unexplained: string[] = [];
    const told = this.#isTold(first, second);
    const within = first.record.id === second.record.id;
    for (const [index, { said, kind, weight, weak, binding, ordinal }] of this.#aspects.entries()) {
      if (kind !== "word" && kind !== "name") continue;
      const most = Math.max(first.grades[index] ?? 0, second.grades[index] ?? 0);
      const met = kind === "word" ? most > 0 : most >= LINKED;
      if (weak && !met && !(ordinal && within && first !== second)) continue;
      total += weight;
      if (met) won += weight;
      else if (kind === "word" || binding) unexplained.push(...said);
    }
    return {
      first,
      second,
      score: this.#score(first, second, told ? 1 : UNTOLD),
      explained: total === 0 ? 1 : won / total,
      told,
      unexplained,
    };
  }

  /** Whether one figure alone explains the question about as well as the pair, what the two say themselves included. */
  isAlone(pair: FigurePair, counts: (figure: Figure | Point) => boolean): boolean {
    return this.#all.some(
      (one) =>
        counts(one.figure) &&
        this.#saysAsMuch(one, pair) &&
        (this.#score(one, one) > pair.score - ABOUT_AS_WELL ||
          this.judge(one, one).unexplained.every((word) => pair.unexplained.includes(word))),
    );
  }

  #saysAsMuch(one: FigureCandidate, { first, second }: FigurePair): boolean {
    return this.#aspects.every(({ kind, weak, ordinal }, index) => {
      if (kind !== "word" || (weak && !ordinal)) return true;
      const most = Math.max(first.grades[index] ?? 0, second.grades[index] ?? 0);
      return most < SAID_ITSELF || (one.grades[index] ?? 0) >= SAID_ITSELF;
    });
  }

  /** Whether each of the two has a name, or is an amount, that the other has not or is not; `records`: of one it is its own. */
  areNamedApart(a: FigureCandidate, b: FigureCandidate, by: "anybody" | "records"): boolean {
    const linked = ({ grades }: FigureCandidate) =>
      this.#aspects.some(({ binding }, index) => binding && (grades[index] ?? 0) >= LINKED);
    const has = (one: FigureCandidate, other: FigureCandidate, own: boolean) =>
      this.#aspects.some(({ kind, record }, index) => {
        const [grade, others] = [one.grades[index] ?? 0, other.grades[index] ?? 0];
        return kind === "name"
          ? (record || !own) && grade >= PARTIES && others < LINKED
          : (kind === "amount" || kind === "kind") && grade > others && linked(one);
      });
    if (by === "records" && !has(a, b, true) && !has(b, a, true)) return false;
    return has(a, b, false) && has(b, a, false);
  }

  /** Whether each of the two explains something that the other does not; what all of a record comes to needs no words. */
  #isTold(a: FigureCandidate, b: FigureCandidate): boolean {
    // "The second contract of A with B against the first": the only two between them need no other words.
    if (this.#areBetween(a, b) && a.record.id !== b.record.id && a.headline && b.headline)
      return this.#between.size === 2;
    const within = a.record.id === b.record.id;
    // Money and power are told by what they are.
    if (within && a.figure.unit !== b.figure.unit && (this.#says(a) || a.headline) && (this.#says(b) || b.headline))
      return true;
    return (this.#adds(a, b) || (within && a.headline)) && (this.#adds(b, a) || (within && b.headline));
  }

  /** Whether its own label says any telling word of the question. */
  #says = ({ grades }: FigureCandidate): boolean =>
    this.#aspects.some(({ kind, weak }, index) => kind === "word" && !weak && (grades[index] ?? 0) >= SAID_ITSELF);

  #adds(one: FigureCandidate, other: FigureCandidate): boolean {
    let added = 0;
    const within = one.record.id === other.record.id;
    for (const [index, { weight, weak, kind, ordinal }] of this.#aspects.entries()) {
      if (ordinal && !within) continue;
      const more = (one.grades[index] ?? 0) - (other.grades[index] ?? 0);
      // Of one record each figure is told by the party that its own label names.
      if (kind === "name" && within && more >= OWN_NAME) return true;
      added += (weak ? 0.5 : 1) * weight * apart(more);
    }
    return added >= TELLS;
  }

  #areBetween = (a: FigureCandidate, b: FigureCandidate): boolean =>
    this.#between.has(a.record.id) && this.#between.has(b.record.id);

  /** `told`: what is left of it for what the two explain. */
  #score(a: FigureCandidate, b: FigureCandidate, told = 1): number {
    let [won, total, left] = [0, 0, 1];
    let [anyName, nearA, nearB] = [false, 0, 0];
    for (const [index, { kind, weight, weak, binding, ordinal }] of this.#aspects.entries()) {
      if (ordinal && a.record.id !== b.record.id) continue;
      const [x, y] = [a.grades[index] ?? 0, b.grades[index] ?? 0];
      const most = Math.max(x, y);
      if (kind === "date" && this.#dates === 1) won += (weight * (x + y)) / 2;
      else won += weight * (kind === "name" ? most + BOTH_NAMED * Math.min(x, y) : most);
      total += weight * (weak && most === 0 ? 0.5 : 1);
      if (kind !== "name") continue;
      anyName ||= binding;
      [nearA, nearB] = [Math.max(nearA, x), Math.max(nearB, y)];
      if (binding && most < LINKED) left *= NOT_LINKED.either;
    }
    if (anyName && nearA < LINKED) left *= NOT_LINKED.one;
    if (anyName && nearB < LINKED) left *= NOT_LINKED.one;
    const share = (total === 0 ? 1 : won / total) * left;
    if (a === b) return share + 2 * a.prior;
    const alike = a.figure.of === b.figure.of ? ALIKE : 0;
    const together = a.record.id === b.record.id || this.#areBetween(a, b) ? TOGETHER : 0;
    return share * told + a.prior + b.prior + alike + together;
  }
}
