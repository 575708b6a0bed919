/**
 * Two figures on record that a question sets against each other: the pair that together explains the most of what it says.
 * Neither needs to explain all, and what neither explains is kept, so that an answer can be refused.
 */

import type { Figure, FigureOf, Point } from "../../knowledge/schema.ts";
import { type Aspect, type FigureCandidate, figureCandidates } from "./figure-candidates.ts";
import type { Sought } from "./find-statements.ts";
import { gated } from "./gated.ts";
import type { Library } from "./library.ts";
import { isOfName } from "./name-words.ts";

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
/** The same of those that each of two texts may mean. */
const MOST_OF_EACH = 40;
/** Less than this of a name is no part in the record: the parent of who is named is somebody else. */
const LINKED = 0.72;
/** So much of a name is a part in the record. */
const PARTIES = 0.85;
/** What is left of the score where nobody who is named has to do with either, or with one of the two. */
const NOT_LINKED = { either: 0.6, one: 0.8 };
/** The same for a word of one of the two texts that its figure does not explain. */
const NOT_SAID = 0.88;
/** What is left of a pair whose one figure explains nothing that the other does not. */
const UNTOLD = 0.7;
/** So much by weight tells one from the other; a little more of the same tells nothing. */
const TELLS = 1.2;
/** What a figure of one record gains whose own label has the name that is said of it alone. */
const OWN_NAMED = 0.3;
/** Of a word so much stands in the figure's label, in the sentence beside it or in its record's names. */
const SAID_BESIDE = 0.45;
/** So much more of a name has a figure whose own label says it. */
const OWN_NAME = 0.14;
/** So much of a word stands in the figure's own label. */
const SAID_ITSELF = 0.9;
/** What all of a record comes to. */
export const ALL = gated(/\b(?:total|whole|in all|altogether|package|overall|combined)\b/i);
const apart = (more: number): number => (more >= 0.25 ? more : 0);

/** What one of two texts says by itself: roots of its words and names, days and kinds of money. */
export type OwnText = {
  text: string;
  roots: ReadonlySet<string>;
  dates: readonly string[];
  kinds: readonly (readonly FigureOf[])[];
  amounts: readonly number[];
};
/** `directed`: the first is set over the second, however large the two are, as a part over its whole. */
export type OwnTexts = { own: readonly [OwnText, OwnText]; directed: boolean };
/** Of which of the two an aspect is said; null where of both, or of neither by itself. */
type OwnOf = 0 | 1 | null;

export class FigurePairs {
  readonly #aspects: readonly Aspect[];
  readonly #own: readonly OwnOf[];
  readonly #texts: boolean;
  readonly #directed: boolean;
  /** Whether each of two texts has names of its own. */
  readonly #apart: boolean;
  /** Whether a text leaves out names, days or kinds that the other says, and means them as well. */
  readonly #leavesOut: Readonly<Record<"name" | "date" | "kind", readonly [boolean, boolean]>>;
  /** By the aspect: whether it is said of the other of the two alone. */
  readonly #ofOther: readonly [readonly boolean[], readonly boolean[]];
  readonly #all: readonly FigureCandidate[];
  /** The records of everybody who is named, where several are. */
  readonly #between: ReadonlySet<string>;
  /** One day or year is of both figures, several are of each its own. */
  readonly #dates: number;

  /** `kinds`: the kinds of money that the question says; `counts`: which figures may be meant; `texts`: what says each of the two. */
  constructor(
    library: Library,
    sought: Sought,
    kinds: readonly (readonly FigureOf[])[],
    counts: (figure: Figure | Point) => boolean,
    texts: OwnTexts | null = null,
  ) {
    const { aspects, candidates } = figureCandidates(library, sought, kinds, counts);
    this.#aspects = aspects;
    this.#own = aspects.map((aspect) => (texts ? ownOf(aspect, texts) : null));
    this.#texts = texts !== null;
    this.#directed = texts?.directed ?? false;
    const leavesOut = (kind: Aspect["kind"]): [boolean, boolean] => {
      const [x = 0, y = 0] = [0, 1].map(
        (side) =>
          aspects.filter(
            (aspect, at) =>
              this.#own[at] === side &&
              // "Cipher" is a word that names a record as well as its whole name does.
              (aspect.kind === kind || (kind === "name" && aspect.said.some((word) => isOfName(library, word)))),
          ).length,
      );
      return [x < y, y < x];
    };
    const named = (side: OwnOf) => aspects.some(({ kind }, at) => kind === "name" && this.#own[at] === side);
    this.#apart = named(0) && named(1);
    this.#leavesOut = {
      name: leavesOut("name"),
      date: leavesOut("date"),
      kind: leavesOut("kind"),
    };
    this.#ofOther = [0, 1].map((side) =>
      aspects.map(({ kind }, index) => {
        const own = this.#own[index] ?? null;
        if (own === null || own === side) return false;
        return (kind !== "name" && kind !== "date" && kind !== "kind") || !this.#leavesOut[kind][side as 0 | 1];
      }),
    ) as [boolean[], boolean[]];
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
    const sided = this.#own.some((own) => own !== null);
    const weighed = (side: OwnOf) => this.#likeliest(side).map((one) => ({ one, likelihood: likely(one) }));
    const firsts = weighed(sided ? 0 : null);
    const seconds = sided ? weighed(1) : firsts;
    let best: { first: FigureCandidate; second: FigureCandidate; score: number } | null = null;
    for (const [index, { one: a, likelihood }] of firsts.entries())
      for (const { one: b, likelihood: other } of sided ? seconds : seconds.slice(index + 1)) {
        if (a.figure === b.figure) continue;
        const more = likelihood + other + beside(a, b);
        const most = this.#score(a, b) + more;
        // Whether they may stand together is the dear question, and asked only of a pair that would be the best.
        if (best !== null && most <= best.score) continue;
        if (!(together(a, b) || together(b, a))) continue;
        const score = this.#isTold(a, b) ? most : this.#score(a, b, UNTOLD) + more;
        if (best === null || score > best.score) best = { first: a, second: b, score };
      }
    if (!best || this.#hasTwin(best.first, best.second, 0) || this.#hasTwin(best.second, best.first, 1)) return null;
    return this.judge(best.first, best.second);
  }

  /** The figures that one of the two texts may mean; of the whole question where no text is told from the other. */
  #likeliest(side: OwnOf): FigureCandidate[] {
    const scored = this.#all.map((one) => ({
      one,
      score: side === null ? this.#score(one, one) : this.#scoreOf(one, side),
    }));
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, side === null ? MOST : MOST_OF_EACH)
      .map(({ one }) => one);
  }

  #scoreOf({ grades, prior }: FigureCandidate, side: 0 | 1): number {
    let won = prior;
    for (let index = 0; index < this.#aspects.length; index++) {
      const { weight } = this.#aspects[index] as Aspect;
      const left = this.#isOfOther(index, side) ? BOTH_NAMED : 1;
      won += (weight * left * (grades[index] ?? 0)) / 10;
    }
    return won;
  }

  /** Whether another record has a figure that may be meant as well: "the Meta contract" of several. */
  #hasTwin(one: FigureCandidate, other: FigureCandidate, side: 0 | 1): boolean {
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
        one.grades.every((grade, index) => this.#isOfOther(index, side) || (twin.grades[index] ?? 0) > grade - TWIN),
    );
  }

  /** "A or B: which is the larger at first": it stands in neither text, and is meant of each. */
  #isOfEach = (index: number): boolean => this.#texts && this.#own[index] === null;

  /** Said of the other of the two alone. */
  #isOfOther(index: number, side: OwnOf): boolean {
    return side !== null && this.#ofOther[side][index] === true;
  }

  /** What is left of the two grades where only one of the two figures is spoken of. */
  #most(index: number, first: FigureCandidate, second: FigureCandidate): number {
    const own = first === second ? null : this.#own[index];
    const [x, y] = [first.grades[index] ?? 0, second.grades[index] ?? 0];
    return own === 0 ? x : own === 1 ? y : Math.max(x, y);
  }

  /** How well two figures explain what is said; `inOrder`: the first by the first text. */
  judge(first: FigureCandidate, second: FigureCandidate, inOrder = true): FigurePair {
    if (!inOrder && this.#score(second, first) > this.#score(first, second)) return this.judge(second, first);
    let [won, total] = [0, 0];
    const unexplained: string[] = [];
    const told = this.#isTold(first, second);
    const within = first.record.id === second.record.id;
    for (const [index, { said, kind, weight, weak, binding, ordinal }] of this.#aspects.entries()) {
      if (kind !== "word" && kind !== "name") continue;
      const most = this.#most(index, first, second);
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

  /** Whether the question says its amount. */
  isGiven({ grades }: FigureCandidate): boolean {
    return this.#aspects.some(({ kind }, index) => kind === "amount" && (grades[index] ?? 0) > 0);
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

  /** Whether each of the two explains what its own text says, and more of it than the other does. */
  areOfTheirTexts(a: FigureCandidate, b: FigureCandidate): boolean {
    const [x, y] = ([0, 1] as const).map((side) => {
      const [one, other] = side === 0 ? [a, b] : [b, a];
      let told = 0;
      for (let index = 0; index < this.#aspects.length; index++) {
        const { kind, weight, weak } = this.#aspects[index] as Aspect;
        if (this.#own[index] !== side || weak || (kind !== "word" && kind !== "name")) continue;
        const grade = one.grades[index] ?? 0;
        if (grade < (kind === "name" ? LINKED : SAID_BESIDE)) return false;
        told += weight * apart(grade - (other.grades[index] ?? 0));
      }
      return told >= TELLS;
    });
    return x === true && y === true;
  }

  /** Whether each of the two explains something that the other does not; what all of a record comes to needs no words. */
  #isTold(a: FigureCandidate, b: FigureCandidate): boolean {
    // "The second contract of A with B against the first": the only two between them need no other words.
    if (this.areBetween(a, b) && a.record.id !== b.record.id && a.headline && b.headline)
      return this.#between.size === 2;
    const within = a.record.id === b.record.id;
    // Money and power are told by what they are.
    if (within && a.figure.unit !== b.figure.unit && (this.#says(a) || a.headline) && (this.#says(b) || b.headline))
      return true;
    const whole = (one: FigureCandidate) => within && (one.headline || (this.#directed && ALL.test(one.figure.label)));
    return (this.#adds(a, b, 0) || whole(a)) && (this.#adds(b, a, 1) || whole(b));
  }

  /** Whether its own label says any telling word of the question. */
  #says = ({ grades }: FigureCandidate): boolean =>
    this.#aspects.some(({ kind, weak }, index) => kind === "word" && !weak && (grades[index] ?? 0) >= SAID_ITSELF);

  #adds(one: FigureCandidate, other: FigureCandidate, side: OwnOf): boolean {
    let added = 0;
    const within = one.record.id === other.record.id;
    for (let index = 0; index < this.#aspects.length; index++) {
      const { weight, weak, kind, ordinal } = this.#aspects[index] as Aspect;
      if ((ordinal && !within) || this.#isOfOther(index, side)) continue;
      const more = (one.grades[index] ?? 0) - (other.grades[index] ?? 0);
      // Of one record each figure is told by the party that its own label names.
      if (kind === "name" && within && more >= OWN_NAME) return true;
      added += (weak ? 0.5 : 1) * weight * apart(more);
    }
    return added >= TELLS;
  }

  /** Whether both are of deals between all who are named, where several are. */
  areBetween = (a: FigureCandidate, b: FigureCandidate): boolean =>
    this.#between.has(a.record.id) && this.#between.has(b.record.id);

  /** `told`: what is left of it for what the two explain. */
  #score(a: FigureCandidate, b: FigureCandidate, told = 1): number {
    let won = 0;
    let total = 0;
    let left = 1;
    let anyName = false;
    let nearA = 0;
    let nearB = 0;
    const within = a.record.id === b.record.id;
    for (let index = 0; index < this.#aspects.length; index++) {
      const { kind, weight, weak, binding, ordinal } = this.#aspects[index] as Aspect;
      if (ordinal && !within && !this.#isOfEach(index)) continue;
      const x = a.grades[index] ?? 0;
      const y = b.grades[index] ?? 0;
      const own = a === b ? null : this.#own[index];
      const most = own === 0 ? x : own === 1 ? y : Math.max(x, y);
      const ofBoth = a === b || !(this.#isOfOther(index, 0) || this.#isOfOther(index, 1));
      if (ordinal && !within) won += weight * Math.min(x, y);
      else if (
        (kind === "date" && this.#dates === 1 && ofBoth) ||
        (kind === "kind" && a !== b && this.#texts && ofBoth)
      )
        won += (weight * (x + y)) / 2;
      // Of one record each text means the figure whose own label has its name.
      else if (kind === "name" && own !== null && this.#apart && within && Math.abs(x - y) >= OWN_NAME)
        won += weight * (most + BOTH_NAMED * Math.min(x, y) + (own === 0 ? OWN_NAMED : -OWN_NAMED) * Math.sign(x - y));
      else won += weight * (kind === "name" && ofBoth ? most + BOTH_NAMED * Math.min(x, y) : most);
      total += weight * (weak && most === 0 ? 0.5 : 1);
      if (kind === "word" && own !== null && own !== undefined && !weak && most === 0) left *= NOT_SAID;
      if (kind !== "name") continue;
      anyName ||= binding;
      if (ofBoth || !this.#isOfOther(index, 0)) nearA = Math.max(nearA, x);
      if (ofBoth || !this.#isOfOther(index, 1)) nearB = Math.max(nearB, y);
      if (binding && most < LINKED) left *= NOT_LINKED.either;
    }
    if (anyName && nearA < LINKED) left *= NOT_LINKED.one;
    if (anyName && nearB < LINKED) left *= NOT_LINKED.one;
    const share = (total === 0 ? 1 : won / total) * left;
    if (a === b) return share + 2 * a.prior;
    const alike = a.figure.of === b.figure.of ? ALIKE : 0;
    const together = within || (this.areBetween(a, b) && !this.#apart) ? TOGETHER : 0;
    return share * told + a.prior + b.prior + alike + together;
  }
}

/** "Groq licence" of "the Groq licence against the Intel stake" is said of the first alone. */
function ownOf({ said, kind }: Aspect, { own, directed }: OwnTexts): OwnOf {
  // Whoever is named for the whole has to do with the part too.
  if (kind === "name" && directed) return null;
  const [first, second] = own.map(({ roots, dates, kinds, amounts }) => {
    if (kind === "date") return said.some((date) => dates.includes(date));
    if (kind === "kind") return kinds.some((of) => of.join() === said.join());
    if (kind === "amount") return said.some((value) => amounts.includes(Number(value)));
    return said.length > 0 && said.every((word) => roots.has(word));
  });
  return first === second ? null : first ? 0 : 1;
}
