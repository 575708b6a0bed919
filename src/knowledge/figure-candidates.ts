/** Figures on record that a question may mean, each with how well it explains what the question says: words, names, dates, amounts. */
import type { Deal, Figure, FigureOf, Point } from "../../knowledge/schema.ts";
import { outlineOn, pointsOn } from "./as-of.ts";
import { Credits, isSame } from "./credits.ts";
import { candidates, marked, type Sought, type Weighted, weighed } from "./find-statements.ts";
import type { Library } from "./library.ts";
import { namedIn } from "./named-in.ts";
import type { Ref } from "./names.ts";
import { onDay } from "./on-day.ts";
import { family } from "./resolve.ts";
import { type RecordWords, type Statement, statementsOf } from "./statements.ts";
import { contentRoots } from "./words.ts";

/** One thing that a question says. */
export type Aspect = {
  /** "equity", "openai", "2025": words by which it is told what is not explained. */
  said: readonly string[];
  kind: "word" | "name" | "date" | "amount" | "kind";
  weight: number;
  /** It need not be explained. */
  weak: boolean;
  /** The name of an organisation or a deal: a record without it has to do with somebody else. */
  binding: boolean;
  /** The name of a record. */
  record: boolean;
  /** "First" tells figures of one record apart. */
  ordinal: boolean;
};

export type FigureCandidate = {
  record: Ref;
  figure: Figure | Point;
  headline: boolean;
  /** How well it explains each aspect: 1 where it does, a little more where its own label says it. */
  grades: Float64Array;
  /** What speaks for it whatever is said. */
  prior: number;
};

/** What a word counts for, in the figure's own label, in the sentence beside it, in the record's names, anywhere in it. */
const GRADES = { own: [1, 0.75], near: [0.6, 0.45], title: [0.85, 0.6], record: [0.55, 0.4] } as const;
/** Of what tells figures apart their own labels tell the most. */
const SAID = 0.25;
/** What a figure gains whose own label has a name, and loses where it has that of another party. */
const NAMED_ITSELF = 0.15;
/** A part by which its record is called as well: "Abernathy". */
const PART_NAMED = 0.3;
const OF_OTHERS = 0.06;
const HEADLINE = 0.05;
const WEIGHTS = { date: 3, amount: 4, kind: 4 } as const;
/** Within a record also the words that tell little tell one figure from another. */
const WEAK_TELLS = 2;
/** Which of several it is, only its own label says. */
const ORDINALS: ReadonlySet<string> = new Set(contentRoots("first second third fourth"));
const ORDINAL = 2.5;
const BINDING: ReadonlySet<Ref["type"]> = new Set(["org", "deal"]);

/** `kinds`: the kinds of money that the question says; `counts`: which figures may be meant. */
export function figureCandidates(
  library: Library,
  sought: Sought,
  kinds: readonly (readonly FigureOf[])[],
  counts: (figure: Figure | Point) => boolean,
): { aspects: readonly Aspect[]; candidates: readonly FigureCandidate[] } {
  const words = weighed(library, sought.words).map((word) =>
    ORDINALS.has(word.word)
      ? { ...word, weight: ORDINAL }
      : word.weak && word.tells
        ? { ...word, weight: word.weight * WEAK_TELLS }
        : word,
  );
  const aspects = aspectsOf(words, sought, kinds);
  const ofWords = gradesOfWords(library, words);
  const credits = new Credits(library, sought);
  const standing = standingOn(library, sought.asOf);
  const asked = new Set(
    sought.names.flatMap(({ refs }) =>
      refs.flatMap(({ type, id }) => (type === "org" ? [...family(library, id)] : [])),
    ),
  );
  const found: FigureCandidate[] = [];
  for (const record of candidates(library, sought, words)) {
    const credit = record.ref.type === "topic" ? null : credits.of(record);
    if (!credit) continue;
    const { ref } = record;
    const deal = library.deals.get(ref.type === "deal" ? ref.id : "");
    // Whose figures are not asked for.
    const others = asked.size === 0 || !deal ? [] : partiesOf(library, deal).filter(({ org }) => !asked.has(org));
    const named = sought.names.map(({ refs, words: said }): NamedAs => {
      if (!refs.some(({ type, id }) => type === ref.type && id === ref.id))
        return isLikeNamed(library, ref, refs) ? "alike" : "beside";
      // "Abernathy" is a site of a deal whose own name does not say it.
      const title = titleOf(deal?.name ?? "");
      return said.every((word) => title.has(word)) ? "itself" : said;
    });
    const stand = standing(record);
    // Between two everything is of both; among more a name tells whose it is.
    const itself = (deal?.parties.length ?? 0) > 2 ? NAMED_ITSELF : 0;
    const around = ofWords.around(record);
    for (const statement of record.amounts) {
      const { amount, headline } = statement;
      if (!amount || !stand.has(amount) || !counts(amount)) continue;
      const ofOthers = others.some(({ statements }) => statements.has(statement.id));
      const grades = new Float64Array(aspects.length);
      let at = ofWords.fill(grades, statement, around);
      for (const { index, share } of credit.names) {
        const as = named[index] ?? "beside";
        grades[at++] =
          as === "beside"
            ? credits.inStatement(statement, index)
              ? Math.max(share, 0.9) + itself
              : share
            : as === "alike"
              ? 1
              : 1 +
                NAMED_ITSELF +
                (as !== "itself" && as.every((word) => statement.own.exact.has(word)) ? PART_NAMED : 0);
      }
      for (const date of sought.dates) grades[at++] = dateGrade(statement, amount, date);
      for (const one of sought.amounts) grades[at++] = Number(isSame(amount, one));
      for (const of of kinds) grades[at++] = Number(of.includes(amount.of));
      const prior = credit.prior / 4 + (headline ? HEADLINE : 0) - (ofOthers ? OF_OTHERS : 0);
      found.push({ record: ref, figure: amount, headline, grades, prior });
    }
  }
  return { aspects, candidates: found };
}

/** How a name stands to a record: the record's own, by the words of a part of it, that of another year of it, or of somebody else. */
type NamedAs = "itself" | readonly string[] | "alike" | "beside";

function aspectsOf(words: readonly Weighted[], sought: Sought, kinds: readonly (readonly FigureOf[])[]): Aspect[] {
  const plain = { weak: false, binding: false, record: false, ordinal: false };
  return [
    ...words.map(
      ({ word, weight, weak }): Aspect => ({
        ...plain,
        said: [word],
        kind: "word",
        weight,
        weak,
        ordinal: ORDINALS.has(word),
      }),
    ),
    ...sought.names.map(
      ({ refs, words: said, weight }): Aspect => ({
        ...plain,
        said,
        kind: "name",
        weight,
        binding: refs.some(({ type }) => BINDING.has(type)),
        record: refs.some(({ type }) => type === "deal" || type === "metric"),
      }),
    ),
    ...sought.dates.map((date): Aspect => ({ ...plain, said: [date], kind: "date", weight: WEIGHTS.date })),
    ...sought.amounts.map(
      ({ value }): Aspect => ({ ...plain, said: [String(value)], kind: "amount", weight: WEIGHTS.amount }),
    ),
    ...kinds.map((of): Aspect => ({ ...plain, said: of, kind: "kind", weight: WEIGHTS.kind })),
  ];
}

type Grades = readonly [exact: number, alike: number];

/** How well the words are explained by a record as a whole, and with that by a statement of it. */
function gradesOfWords(library: Library, words: readonly Weighted[]) {
  const { own, near, titles, records, all, byRecord } = statementsOf(library);
  const marks = words.map(({ word, senses }) => ({
    ordinal: ORDINALS.has(word),
    own: marked(own, word, senses, all.length),
    near: marked(near, word, senses, all.length),
    title: marked(titles, word, senses, byRecord.size),
    record: marked(records, word, senses, byRecord.size),
  }));
  const grade = (mark: number | undefined, [exact, alike]: Grades) => (mark === 2 ? exact : mark === 1 ? alike : 0);
  return {
    around: ({ number }: RecordWords): number[] =>
      marks.map(({ title, record }) =>
        Math.max(grade(title[number], GRADES.title), grade(record[number], GRADES.record)),
      ),
    /** Puts one grade a word into `grades`, and gives how many. */
    fill(grades: Float64Array, { id }: Statement, around: readonly number[]): number {
      for (let index = 0; index < marks.length; index++) {
        const mark = marks[index] as (typeof marks)[number];
        const said = grade(mark.own[id], GRADES.own);
        grades[index] = mark.ordinal
          ? said
          : Math.max(said, grade(mark.near[id], GRADES.near), around[index] ?? 0) + said * SAID;
      }
      return marks.length;
    },
  };
}

/** "OpenAI revenue" is the name of one year's record, and means that of another year as well. */
function isLikeNamed(library: Library, record: Ref, refs: readonly Ref[]): boolean {
  const own = record.type === "metric" ? library.metrics.get(record.id) : undefined;
  return refs.some((ref) => {
    const named = ref.type === "metric" ? library.metrics.get(ref.id) : undefined;
    return own && named && own.measure === named.measure && own.subjects.join() === named.subjects.join();
  });
}

/** The roots of a record's name. */
function titleOf(name: string): ReadonlySet<string> {
  const known = TITLES.get(name) ?? new Set(contentRoots(name));
  TITLES.set(name, known);
  return known;
}
const TITLES = new Map<string, ReadonlySet<string>>();

type Party = { org: string; statements: ReadonlySet<number> };
const PARTIES = new WeakMap<Deal, readonly Party[]>();
/** Each party of a deal, with the numbers of the statements that name it. */
function partiesOf(library: Library, deal: Deal): readonly Party[] {
  const known =
    PARTIES.get(deal) ??
    [...new Set(deal.parties.map(({ org }) => org))].map((org) => ({
      org,
      statements: namedIn(library, { type: "org", id: org }).statements,
    }));
  PARTIES.set(deal, known);
  return known;
}

/** The figures of a record that stand on the day, and where the deal is over those that stood when it ended. */
const standingOn = onDay(
  (library, { ref }, asOf): ReadonlySet<Figure | Point> => new Set(figuresOn(library, ref, asOf)),
);

function figuresOn(library: Library, { type, id }: Ref, asOf: string): (Figure | Point)[] {
  const metric = type === "metric" ? library.metrics.get(id) : undefined;
  if (metric) return pointsOn(metric, asOf).map(({ point }) => point);
  const deal = library.deals.get(id);
  const state = deal ? outlineOn(deal, asOf) : null;
  return (state?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null || ended === state?.statusSince ? [figure] : [],
  );
}

/** How well a figure is of a date that the question says. */
function dateGrade({ known, text, own }: Statement, figure: Figure | Point, date: string): number {
  const period = "period" in figure ? figure.period : "";
  const year = date.slice(0, 4);
  // A quarter is not the year.
  const parted = date.length === 4 && /-[HQ]\d/.test(period) ? 0.2 : 0;
  if (period !== "" && period !== "point")
    return period.includes(date) ? 1 - parted : period.includes(year) ? (date.length === 4 ? 1 : 0.6) : 0;
  if (known?.startsWith(date)) return 1;
  if (text.includes(date) || (date.length === 4 && own.exact.has(year))) return 0.9;
  return known?.startsWith(year) ? 0.3 : 0;
}
