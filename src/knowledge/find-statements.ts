/**
 * Finds the statements of the records that answer a question: those that explain most of its words and names, and hold
 * the kind of thing that is asked for. What no statement explains is kept, so that an answer can be refused.
 */

import type { PartialDate } from "../../knowledge/schema.ts";
import { hasCome } from "./as-of.ts";
import { Credits, isSame, type RecordCredit, SAID_INSIDE } from "./credits.ts";
import { fitting, type Want } from "./kind-asked.ts";
import type { Library } from "./library.ts";
import { namedIn, nameWordsOf } from "./named-in.ts";
import { placesOf, type Ref } from "./names.ts";
import { perName } from "./per-name.ts";
import { relatedTo } from "./related.ts";
import { family } from "./resolve.ts";
import { keyOf, type Postings, type RecordWords, type Statement, statementsOf } from "./statements.ts";
import { sensesOf } from "./synonyms.ts";

/** `weak`: need not be explained by a record. `tells`: a statement that has the word is meant in particular. */
export type SoughtWord = { word: string; weak: boolean; tells: boolean };

/** A name in the question: it is met by any of the records that bear it. */
export type SoughtName = {
  refs: readonly Ref[];
  weight: number /** The roots of its words. */;
  words: readonly string[];
};

export type Sought = {
  /** Words of the question beyond its names, by their roots. */
  words: readonly SoughtWord[];
  names: readonly SoughtName[];
  /** Amounts in the question: "the $830 million". */
  amounts: readonly { value: number; unit: string }[];
  dates: readonly PartialDate[];
  want: Want | null;
  /** Nouns for deals in the plural, as they are said: a record that is called so is meant before others. */
  plurals?: readonly string[];
  /** The quarter that is said, as records write it: of a figure of that quarter it is asked before others. */
  quarter?: string | null;
  /** Whether the latest or the first of several is asked for. */
  order: "latest" | "first" | null;
  /** The record of the conversation, with how much it counts; null where there is none. */
  before: { ref: Ref; weight: number } | null;
  asOf: string;
};

export type FoundStatement = {
  statement: Statement;
  score: number;
  /** Share of the question's known words, by weight, that the statement or its record explains; 1 where it has no words. */
  coverage: number;
  /** The words that nothing explains. */
  unexplained: readonly string[];
  /** How much of the words the statement itself adds to what its record explains anyway; 0 where it adds nothing. */
  own: number;
  /** How many words the statement itself has. */
  words: number;
  /** How many words the question has that must be explained. */
  strong: number;
  /** How well it holds the kind of thing that is asked for, up to 1. */
  fit: number;
  /** Whether each organisation and deal named has to do with the record. */
  linked: boolean;
  /** Whether an amount of the question is one of the record's; true where it has none. */
  amounts: boolean;
};

/** What a match counts for: the word itself, one of the same sense; in the statement, beside it, in its record. */
type Grade = { exact: number; alike: number };
const OWN: Grade = { exact: 1, alike: 0.7 };
const NEAR: Grade = { exact: 0.5, alike: 0.35 };
const TITLE: Grade = { exact: 1, alike: 0.75 };
const RECORD: Grade = { exact: 0.55, alike: 0.4 };
/** The weight of a word that no statement has. */
const STRANGE = 3.5;

/** `strange`: no record has the word or one of its senses, so that none can explain it. */
export type Weighted = SoughtWord & { senses: readonly string[]; weight: number; strange: boolean };
/** With how each statement has the word, and each record as a whole, by its number. */
type Marked = Weighted & { own: Uint8Array; near: Uint8Array; title: Uint8Array; record: Uint8Array };
/** What a weak word counts against a statement that has it not. */
const UNMET = 0.6;
/** What a name in the statement counts for, where its bearer has no part in the record. */
const NAMED_INSIDE = 0.85;
/** What a word in the statement itself counts for beside its being explained at all. */
const SAID = 0.2;
/** Which record is meant is told by names and words more than by the kind of thing that it holds. */
const OTHER_KIND = 0.4;
/** What a word in the record's names counts for beside that: it is what the record is about. */
const ABOUT = 0.2;
/** What a word counts for by which an attribute is asked. */
const ASKED = 0.15;
/** What a weak word counts for beside others. */
const WEAK = 0.35;

/** Best first, at most `limit`. `within` limits the search to these records ("deal:…"), `of` to amounts. */
export function findStatements(
  library: Library,
  sought: Sought,
  limit: number,
  within: readonly string[] | null = null,
  of: "amounts" | "all" = "all",
): FoundStatement[] {
  const { all, byRecord, own, near, titles, records } = statementsOf(library);
  const words = weighed(library, sought.words).map((one): Marked => {
    const { word, senses } = one;
    return {
      ...one,
      own: marked(own, word, senses, all.length),
      near: marked(near, word, senses, all.length),
      title: marked(titles, word, senses, byRecord.size),
      record: marked(records, word, senses, byRecord.size),
    };
  });
  const credits = new Credits(library, sought);
  const fitted = fitting(library, sought.want);
  // Within its own record a name tells no statement from another.
  const title = within?.length === 1 ? RECORD : TITLE;
  const looked: { scores: Scores; most: number; at: number }[] = [];
  const worth = within?.flatMap((key) => byRecord.get(key) ?? []) ?? candidates(library, sought, words);
  for (const [at, record] of worth.entries()) {
    const credit = credits.of(record);
    if (!credit) continue;
    const titled: number[] = [];
    const around: number[] = [];
    for (const word of words) {
      const named = gradeOf(word.title, record.number, title);
      titled.push(named);
      around.push(Math.max(named, gradeOf(word.record, record.number, RECORD)));
    }
    const scores = new Scores({ sought, words, credits, credit, fitted, titled, around }, record);
    looked.push({ scores, most: scores.most(), at });
  }
  // Those that may hold the best first: most of the others need not be looked through.
  looked.sort((a, b) => b.most - a.most);
  const best: Ranked[] = [];
  for (const { scores, most, at } of looked) {
    if (best.length === limit && most < (best[limit - 1]?.score ?? 0)) break;
    const { statements: told, amounts, complete } = scores.record;
    const statements = of === "amounts" ? amounts : told;
    const isComplete = hasCome(complete, sought.asOf);
    for (let index = 0; index < statements.length; index++) {
      const statement = statements[index] as Statement;
      if (!isComplete && statement.known !== null && !hasCome(statement.known, sought.asOf)) continue;
      const least = best.length < limit ? 0 : (best[limit - 1]?.score ?? 0);
      const score = scores.of(statement, least);
      if (score > 0 && score >= least) keep(best, { statement, score, scores, at, index }, limit);
    }
  }
  return best.map(({ statement, score, scores }) => scores.explain(statement, score));
}

/** `at`, `index`: the record's place among those that were looked at, and the statement's in it. */
type Ranked = { statement: Statement; score: number; scores: Scores; at: number; index: number };
/** Of two that score the same the one that was looked at first. */
const isBefore = (a: Ranked, b: Ranked): boolean =>
  a.score !== b.score ? a.score > b.score : a.at !== b.at ? a.at < b.at : a.index < b.index;

/** The words with how much each tells. */
export function weighed(library: Library, words: readonly SoughtWord[]): Weighted[] {
  const { rarity } = statementsOf(library);
  return words.map((one) => {
    const [senses, known] = [sensesOf(one.word), rarity(one.word)];
    return {
      ...one,
      senses,
      weight: Math.min(known ?? STRANGE, 6.5) * (one.tells ? (one.weak ? WEAK : 1) : ASKED),
      strange: known === null && senses.length === 0,
    };
  });
}

/** By the number of a statement or a record: 0 where it has not the word, else which of the grades it has. */
export function marked(postings: Postings, word: string, senses: readonly string[], size: number): Uint8Array {
  const kept = MARKED.get(postings) ?? new Map<string, Uint8Array>();
  MARKED.set(postings, kept);
  const known = kept.get(word);
  if (known) return known;
  const marks = new Uint8Array(size);
  for (const sense of senses) for (const id of postings.get(`~${sense}`) ?? NOWHERE) marks[id] = 1;
  for (const id of postings.get(word) ?? NOWHERE) marks[id] = 2;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, marks);
  return marks;
}
/** The same word is asked of all records, then of one: marks are only read. */
const MARKED = new WeakMap<Postings, Map<string, Uint8Array>>();
const MOST_KEPT = 512;
const NOWHERE: readonly number[] = [];
const gradeOf = (marks: Uint8Array, id: number, grade: Grade): number =>
  marks[id] === 2 ? grade.exact : marks[id] === 1 ? grade.alike : 0;

/** The best that any of the statements from one number until another has of a word. */
function highest(marks: Uint8Array, from: number, until: number, grade: Grade): number {
  let most = 0;
  for (let id = from; id < until && most < 2; id++) most = Math.max(most, marks[id] ?? 0);
  return most === 2 ? grade.exact : most === 1 ? grade.alike : 0;
}

function keep(best: Ranked[], one: Ranked, limit: number): void {
  const last = best[limit - 1];
  if (last && !isBefore(one, last)) return;
  let at = best.length;
  while (at > 0 && isBefore(one, best[at - 1] as Ranked)) at--;
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}

type Scoring = {
  sought: Sought;
  words: readonly Marked[];
  credits: Credits;
  credit: RecordCredit;
  /** How well a statement holds the kind of thing that is asked for. */
  fitted(statement: Statement): number;
  /** What the record as a whole explains of each word, and what of that its names do. */
  titled: readonly number[];
  around: readonly number[];
};

/** What is explained of how much. */
type Won = { won: number; total: number };
function added(parts: readonly Won[]): Won {
  let [won, total] = [0, 0];
  for (const part of parts) {
    won += part.won;
    total += part.total;
  }
  return { won, total };
}

/** Scores the statements of one record: hundreds for a question, of which a few are kept and explained. */
class Scores {
  readonly record: RecordWords;
  readonly #by: Scoring;
  /** What each word counts where a statement itself has it not, and all of them together. */
  readonly #beside: readonly Won[];
  readonly #besideAll: Won;
  /** The words that any statement of the record has, or stands beside. */
  readonly #had: Marked[] = [];
  /** The names that not every statement of the record explains in full. */
  readonly #lacking: RecordCredit["names"];

  constructor(by: Scoring, record: RecordWords) {
    this.record = record;
    this.#by = by;
    this.#beside = by.words.map((word, index) => this.#ofWord(word, index, 0, 0));
    this.#besideAll = added(this.#beside);
    this.#lacking = by.credit.names.filter(({ missing }) => missing < 1);
  }

  /** More than any of the record's statements scores: a record that cannot be among the best is not looked through. */
  most(): number {
    const { titled, around, credit, credits, sought, words } = this.#by;
    const { statements } = this.record;
    const [from, until] = [statements[0]?.id ?? 0, (statements.at(-1)?.id ?? -1) + 1];
    let total = 0;
    let won = 0;
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as Marked;
      const own = highest(word.own, from, until, OWN);
      const near = highest(word.near, from, until, NEAR);
      if (own > 0 || near > 0) this.#had.push(word);
      const most = Math.max(own, near, around[index] ?? 0);
      won += word.weight * (most + own * SAID + (titled[index] ?? 0) * ABOUT);
      total += word.weight * (!word.weak ? 1 : most > 0 ? Number(word.tells) * UNMET : word.tells ? UNMET : 0);
    }
    let missing = 1;
    for (const name of credit.names) {
      total += name.weight;
      won += name.weight * Math.max(name.share, NAMED_INSIDE);
      missing *= Math.max(name.missing, SAID_INSIDE);
    }
    if (sought.amounts.length > 0) {
      total += AMOUNT;
      won += AMOUNT;
    }
    if (sought.dates.length > 0) {
      total += credits.dateWeight;
      won += credits.dateWeight;
    }
    if (sought.before) {
      total += sought.before.weight;
      won += sought.before.weight * credit.before;
    }
    // A weak word counts in all only where a statement has it.
    const share = total === 0 ? (won > 0 ? Number.POSITIVE_INFINITY : 1) : won / total;
    return share * missing * credit.lacks + credit.prior + MOST_BESIDE + (sought.order === null ? 0 : MOST_IN_ORDER);
  }

  /** 0 where it is surely below `least`. */
  of(statement: Statement, least: number): number {
    const { credit, credits, sought, words, fitted } = this.#by;
    const { id } = statement;
    let { won, total } = this.#besideAll;
    if (this.#has(id)) {
      won = 0;
      total = 0;
      for (let index = 0; index < words.length; index++) {
        const word = words[index] as Marked;
        const of =
          word.own[id] || word.near[id]
            ? this.#ofWord(word, index, gradeOf(word.own, id, OWN), gradeOf(word.near, id, NEAR))
            : this.#beside[index];
        won += of?.won ?? 0;
        total += of?.total ?? 0;
      }
    }
    for (const name of credit.names) {
      total += name.weight;
      const inside = name.share < NAMED_INSIDE && credits.inStatement(statement, name.index);
      won += name.weight * (inside ? NAMED_INSIDE : name.share);
    }
    if (sought.amounts.length > 0) {
      total += AMOUNT;
      won += AMOUNT * credits.amounts(statement, credit);
    }
    if (sought.dates.length > 0) {
      total += credits.dateWeight;
      won += credits.dateWeight * credits.dates(statement, credit);
    }
    if (sought.before) {
      total += sought.before.weight;
      won += sought.before.weight * credit.before;
    }
    const share = total === 0 ? 1 : won / total;
    const prior = priorOf(statement);
    const order = inOrder(statement, sought.order);
    if (share * credit.lacks + credit.prior + prior + order < least) return 0;
    const explained = share * (1 - OTHER_KIND * (1 - fitted(statement))) * this.#missing(statement);
    return explained * credit.lacks + credit.prior + prior + order;
  }

  /** Whether a statement has any of the words, or stands beside one. */
  #has(id: number): boolean {
    for (const { own, near } of this.#had) if (own[id] || near[id]) return true;
    return false;
  }

  #ofWord(word: Marked, index: number, own: number, near: number): Won {
    const { titled, around } = this.#by;
    const most = Math.max(own, near, around[index] ?? 0);
    return {
      won: word.weight * (most + own * SAID + (titled[index] ?? 0) * ABOUT),
      total: word.weight * (!word.weak || most > 0 ? 1 : word.tells ? UNMET : 0),
    };
  }

  explain(statement: Statement, score: number): FoundStatement {
    let [explained, known, strange, ownWon, ownTotal, strong, own] = [0, 0, 0, 0, 0, 0, 0];
    const unexplained: string[] = [];
    const { words, around, credit, sought, fitted } = this.#by;
    words.forEach((word, index) => {
      const beside = around[index] ?? 0;
      const said = Math.max(gradeOf(word.own, statement.id, OWN), gradeOf(word.near, statement.id, NEAR));
      const isMet = Math.max(said, beside) > 0;
      if (gradeOf(word.own, statement.id, OWN) > 0) own++;
      if (!word.weak) {
        strong++;
        if (word.strange) strange++;
        else known += word.weight;
        if (isMet) explained += word.weight;
        else unexplained.push(word.word);
      }
      // Of the statements of one record the one that has the word itself is meant.
      if (!word.tells || (word.weak && !isMet)) return;
      ownTotal += word.weight;
      ownWon += word.weight * Math.max(0, said - beside);
    });
    return {
      statement,
      score,
      coverage: known > 0 ? explained / known : strange > 0 ? 0 : 1,
      unexplained,
      own: ownTotal === 0 ? 0 : ownWon / ownTotal,
      words: own,
      strong,
      fit: fitted(statement),
      linked: this.#missing(statement) >= 0.9,
      amounts: sought.amounts.length === 0 || credit.amount > 0,
    };
  }

  #missing(statement: Statement): number {
    let missing = 1;
    for (const name of this.#lacking) missing *= this.#by.credits.missing(statement, name);
    return missing;
  }
}
/** What the amounts of a question count together. */
const AMOUNT = 3;

/** The most that the order and what speaks for a kind of statement count beside. */
const MOST_IN_ORDER = 0.2;
const MOST_BESIDE = 0.05;
/** A year later, where the latest is asked for, counts this much more. */
const A_YEAR = 0.06;
export function inOrder({ known }: Statement, order: Sought["order"]): number {
  if (order === null || known === null) return 0;
  const years = Number(known.slice(0, 4)) - 2024 + Number(known.slice(5, 7) || 6) / 12;
  return Math.max(-MOST_IN_ORDER, Math.min(MOST_IN_ORDER, years * (order === "latest" ? A_YEAR : -A_YEAR)));
}

/** Of statements about as good: the headline figure, then what is said plainly. */
export function priorOf({ amount, headline, kind }: Statement): number {
  if (amount) return headline ? MOST_BESIDE : 0.01;
  return kind === "event" || kind === "fact" || kind === "parties" ? 0.005 : 0;
}

const isParty = (ref: Ref): boolean => ref.type === "org" || ref.type === "deal";

/** Records in whose sentences an organisation or a person is named, where few are, or two of them together. */
function* namingRecords(library: Library, { names }: Sought): Generator<RecordWords | undefined> {
  const { recordOf } = statementsOf(library);
  const orgs = names.map(({ refs }) =>
    refs.flatMap((ref) => (ref.type === "org" || ref.type === "person" ? [namedIn(library, ref).statements] : [])),
  );
  const sets = orgs.flatMap((ids) => {
    const [only, ...more] = ids;
    return only && more.length === 0 ? [only] : ids.length > 0 ? [new Set(ids.flatMap((one) => [...one]))] : [];
  });
  const [first, second] = sets;
  for (const ids of sets) if (ids.size <= FEW) for (const id of ids) yield recordOf[id];
  if (first && second) for (const id of first) if (second.has(id)) yield recordOf[id];
}
const FEW = 30;

/** The metrics of the organisations that are named, then the topics of those and of the people, each in the order of the knowledge. */
function bearing(library: Library, names: readonly SoughtName[]): string[] {
  const known = BEARING.get(library) ?? bearers(library);
  BEARING.set(library, known);
  const numbers = new Set(names.flatMap(({ refs }) => refs.flatMap((ref) => known.of.get(keyOf(ref)) ?? [])));
  return [...numbers].sort((a, b) => a - b).flatMap((number) => known.keys[number] ?? []);
}
type Bearers = { keys: readonly string[]; of: ReadonlyMap<string, readonly number[]> };
const BEARING = new WeakMap<Library, Bearers>();

function bearers({ knowledge }: Library): Bearers {
  const keys: string[] = [];
  const of = new Map<string, number[]>();
  const add = (key: string, refs: readonly Ref[]) => {
    for (const ref of refs) of.set(keyOf(ref), [...(of.get(keyOf(ref)) ?? []), keys.length]);
    keys.push(key);
  };
  const orgs = (ids: readonly string[]) => ids.map((id): Ref => ({ type: "org", id }));
  for (const { id, subjects } of knowledge.metrics) add(`metric:${id}`, orgs(subjects));
  for (const { id, orgs: of, people } of knowledge.topics)
    add(`topic:${id}`, [...orgs(of), ...people.map((person): Ref => ({ type: "person", id: person }))]);
  return { keys, of };
}

/** The records that bear a name, and the deals of whoever bears it. */
const recordsOf = perName((library, { refs, words }): readonly string[] => {
  const { byRecord } = statementsOf(library);
  const out = new Set<string>();
  for (const ref of refs) {
    if (byRecord.has(keyOf(ref))) out.add(keyOf(ref));
    if (ref.type === "deal") {
      for (const id of relatedTo(library, ref.id).keys()) out.add(`deal:${id}`);
      for (const deal of library.knowledge.deals)
        if (words.every((word) => nameWordsOf(deal).has(word))) out.add(`deal:${deal.id}`);
    }
    if (ref.type === "org")
      for (const org of family(library, ref.id))
        for (const deal of library.dealsOf.get(org) ?? []) out.add(`deal:${deal.id}`);
  }
  return [...out];
});

/** The records worth looking at: those of the names, and those with the rarest words in their statements. */
export function candidates(library: Library, sought: Sought, weighted: readonly Weighted[]): readonly RecordWords[] {
  const { all, byRecord, recordOf, recordsWith } = statementsOf(library);
  const out: RecordWords[] = [];
  const taken = new Uint8Array(byRecord.size);
  const take = (record: RecordWords | undefined) => {
    if (!record || taken[record.number] === 1) return;
    taken[record.number] = 1;
    out.push(record);
  };
  for (const name of sought.names) for (const key of recordsOf(library, name)) take(byRecord.get(key));
  for (const record of namingRecords(library, sought)) take(record);
  // Without a party or a deal the amount may be what tells it.
  if (sought.amounts.length > 0 && !sought.names.some(({ refs }) => refs.some(isParty)))
    for (const { id, amount } of all)
      if (amount && sought.amounts.some((one) => isSame(amount, one))) take(recordOf[id]);
  for (const key of bearing(library, sought.names)) take(byRecord.get(key));
  for (const name of sought.names)
    for (const ref of name.refs)
      if (ref.type === "place")
        for (const deal of library.knowledge.deals)
          if (deal.sites.some((site) => placesOf(site).includes(ref.id))) take(byRecord.get(`deal:${deal.id}`));
  if (sought.before) {
    take(byRecord.get(keyOf(sought.before.ref)));
    if (sought.before.ref.type === "deal")
      for (const id of relatedTo(library, sought.before.ref.id).keys()) take(byRecord.get(`deal:${id}`));
  }
  const having: RecordWords[] = [];
  const scores = new Float64Array(byRecord.size);
  for (const { word, weight } of weighted)
    for (const record of recordsWith(word)) {
      if (scores[record.number] === 0) having.push(record);
      scores[record.number] = (scores[record.number] ?? 0) + weight;
    }
  // Words alone choose among many: the records that have most of them.
  const scoreOf = ({ number }: RecordWords) => scores[number] ?? 0;
  for (const record of having.sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MOST_BY_WORDS)) take(record);
  return out;
}
const MOST_BY_WORDS = 40;
