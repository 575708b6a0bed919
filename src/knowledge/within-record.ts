/**
 * Which statement of one record a question asks for. Within a record its names tell nothing and its subject little: a word
 * counts by how few of the record's own statements have it.
 */

import { hasCome } from "./as-of.ts";
import { type FoundStatement, inOrder, marked, priorOf, type Sought, type SoughtWord } from "./find-statements.ts";
import { fitOf } from "./kind-asked.ts";
import type { Library } from "./library.ts";
import { type Statement, statementsOf } from "./statements.ts";
import { sensesOf } from "./synonyms.ts";
import { root } from "./words.ts";

/** A word of the record's own name tells nothing within it; neither it nor one of a party's name must be explained. */
export type WordWithin = SoughtWord & {
  name: "own" | "party" | null;
  /** Whether a statement without it is no answer: what is counted. */
  must?: boolean;
  /** What part of a name of several words it is, as a share of one. */
  part: number;
};
export type SoughtWithin = Pick<Sought, "want" | "order" | "asOf"> & {
  words: readonly WordWithin[];
  /** Roots of the names of partners that the question leaves out, where it names some. */
  others: readonly string[];
  /** Numbers that the question itself has: "of the $38B", 38. */
  numbers: readonly number[];
  /** Whether a word that no record has must be explained as well: of what is asked about it nothing is known then. */
  strict?: boolean;
  /** Whose doing is asked for, as sentences name it: "what does Google bring". */
  actor?: string | null;
  /** Roots of what is known already: "besides cash". */
  apart?: readonly string[];
  /** The month for which it is asked: what was said in it is meant before what was said earlier. */
  month?: string | null;
};

/** What a word counts for in the statement itself and in the sentence beside it: the word, one of the same sense. */
const OWN = [0, 0.7, 1] as const;
const NEAR = [0, 0.3, 0.45] as const;
/** What a word counts for that most questions have, by which an attribute is asked, or that names a party. */
const WEAK = 0.4;
const ASKED = 0.15;
const NAME = { own: 0.15, party: 0.45 };
/** A word that no statement has may be another word for what one says. */
const MISSED = 0.6;
/** What a statement has that holds the kind of thing asked for and none of the words. */
const BASE = 0.25;
/** What the question itself says is not what it asks for. */
const GIVEN = 0.6;
/** Nor is what belongs to another partner than the one that it names. */
const OTHER = 0.6;
/** Nor is the second of its kind what is asked for where no second is said. */
const NTH = 0.8;
/** A number of something else than what is counted. */
const UNCOUNTED = 0.5;
/** What the one who is asked about does, in a sentence or a part of one that begins with the name. */
const ACTS = 0.35;
/** What is left of a statement that says what is known already. */
const KNOWN = 0.5;
/** How versions differ is told where nothing else tells what is so. */
const DISPUTED = 0.05;
/** What was said in the month that is asked for. */
const OF_MONTH = 0.15;
/** Less weight than this in all words together is not asking for anything in particular. */
const LEAST_WEIGHT = 0.5;

/** `strong`: has to be explained; a word that no record has cannot be. */
type Weighed = {
  word: string;
  tells: boolean;
  strong: boolean;
  name: boolean;
  must: boolean;
  weight: number;
  inRecord: boolean;
  grades: Grades;
};
/** Of each statement of the record. */
type Grades = Float64Array;

/** Best first, at most `limit`. `own` is how much of what tells one statement from another the statement has. */
export function statementsWithin(library: Library, key: string, sought: SoughtWithin, limit: number): FoundStatement[] {
  const record = statementsOf(library).byRecord.get(key);
  if (!record) return [];
  const { statements } = record;
  const words = sought.words.map((one) => weigh(library, one, statements, sought.strict === true));
  for (const word of words)
    word.inRecord ||= [record.title, record.words].some(
      (all) => all.exact.has(word.word) || sensesOf(word.word).some((sense) => all.senses.has(sense)),
    );
  const weighty = words.filter((word) => word.weight > 0);
  const total = Math.max(
    LEAST_WEIGHT,
    weighty.reduce((sum, word) => sum + word.weight, 0),
  );
  const telling = Math.max(
    LEAST_WEIGHT,
    weighty.reduce((sum, word) => sum + (word.tells ? word.weight : 0), 0),
  );
  const strong = words.filter((word) => word.strong);
  const strange = sought.words.some(({ weak, name }) => !weak && name === null);
  const musts = words.filter((word) => word.must);
  const acts = sought.actor
    ? new RegExp(
        `(?:^|[.;] |, (?:and|while|but) |; and )${escaped(sought.actor)} (?!(?:and|or|is|was|were|may|did|had|has|announc|said|call|expect|disclos|confirm|report)\\w*)[a-z]`,
      )
    : null;
  const found: FoundStatement[] = [];
  statements.forEach((statement, at) => {
    if (statement.known !== null && !hasCome(statement.known, sought.asOf)) return;
    let [won, own] = [0, 0];
    for (const word of weighty) {
      // Parties bear their own names: these say no role.
      if (word.name && statement.kind === "parties" && sought.want !== "who") continue;
      const gained = word.weight * (word.grades[at] ?? 0);
      won += gained;
      if (word.tells) own += gained;
    }
    const unexplained = strong.filter((word) => !word.inRecord && (word.grades[at] ?? 0) === 0);
    const acting = statement.kind === "fact" && acts?.test(statement.text) ? ACTS : 0;
    const counted = musts.every((word) => (word.grades[at] ?? 0) > 0);
    const fit = fitOf(library, statement, sought.want) * (counted ? 1 : UNCOUNTED);
    found.push({
      statement,
      score:
        (BASE + won / total) *
          fit *
          (isGiven(statement, sought.numbers) ? GIVEN : 1) *
          (isOfOther(statement, sought.others) ? OTHER : 1) *
          (isNth(statement, sought.words) ? NTH : 1) *
          (sought.apart?.some((word) => statement.own.exact.has(word)) ? KNOWN : 1) +
        acting +
        priorOf(statement) -
        (statement.kind === "contested" ? DISPUTED : 0) +
        inOrder(statement, sought.order) +
        (sought.month && statement.known?.startsWith(sought.month)
          ? statement.kind === "event"
            ? OF_MONTH
            : statement.kind === "figure"
              ? OF_MONTH / 2
              : 0
          : 0),
      coverage: strong.length === 0 ? (strange ? 0 : 1) : 1 - unexplained.length / strong.length,
      unexplained: unexplained.map((word) => word.word),
      own: counted ? own / telling + acting : 0,
      words: weighty.filter((word) => (word.grades[at] ?? 0) > 0).length,
      strong: strong.length,
      fit,
      linked: true,
      amounts: true,
    });
  });
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}

function weigh(
  library: Library,
  { word, weak, tells, name, part, must = false }: WordWithin,
  statements: readonly Statement[],
  strict: boolean,
): Weighed {
  const { own, near, all, rarity } = statementsOf(library);
  const senses = sensesOf(word);
  const [inOwn, inNear] = [marked(own, word, senses, all.length), marked(near, word, senses, all.length)];
  const grades = Float64Array.from(statements, ({ id }) =>
    Math.max(OWN[inOwn[id] ?? 0] ?? 0, NEAR[inNear[id] ?? 0] ?? 0),
  );
  const having = grades.reduce((sum, grade) => sum + grade, 0);
  const size = Math.log(statements.length + 1);
  const rare = Math.max(0, Math.log((statements.length + 1) / (having + 0.5))) / size;
  const kind = !tells ? ASKED : name ? NAME[name] : weak ? WEAK : 1;
  // What no statement has tells none from another; it may still leave the question unanswered.
  const counts = having > 0 ? 1 : !weak && name === null ? MISSED : 0;
  return {
    word,
    tells: tells && name !== "own",
    name: name !== null,
    must,
    strong: !weak && name === null && (strict || !(rarity(word) === null && senses.length === 0)),
    weight: Math.min(1, rare) * kind * counts * part,
    inRecord: false,
    grades,
  };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const isOfOther = ({ amount, own }: Statement, others: readonly string[]): boolean =>
  amount !== null && others.some((word) => own.exact.has(word));

const isNth = ({ amount, text }: Statement, words: readonly WordWithin[]): boolean => {
  const nth = amount === null ? undefined : ORDINAL.exec(text)?.[0].toLowerCase();
  return nth !== undefined && !words.some(({ word }) => word === root(nth));
};
const ORDINAL = /\b(?:second|third|fourth)\b/i;

/** Whether a figure is one that the question has, in whatever unit it is written. */
const isGiven = ({ amount }: Statement, numbers: readonly number[]): boolean =>
  amount !== null &&
  [amount.low, amount.high].some(
    (value) =>
      value !== null &&
      numbers.some((number) => SCALES.some((scale) => Math.abs(value - number * scale) <= Math.abs(value) * 0.001)),
  );
const SCALES = [1, 1e-3, 1e3, 1e6, 1e9, 1e12];
