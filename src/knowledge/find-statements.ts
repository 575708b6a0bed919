/**
 * Finds the statements of the records that answer a question: those that explain most of its words and names, and hold
 * the kind of thing that is asked for. What no statement explains is kept, so that an answer can be refused.
 */
import type { Deal, PartialDate } from "../../knowledge/schema.ts";
import { hasCome, isMoney, isOver, outlineOn, stateOn } from "./as-of.ts";
import type { Library } from "./library.ts";
import { placesOf, type Ref } from "./names.ts";
import { family, speaksOf } from "./resolve.ts";
import { keyOf, type Statement, statementsOf, type Words } from "./statements.ts";
import { sensesOf } from "./synonyms.ts";
import { contentRoots } from "./words.ts";

/** What kind of thing is asked for. */
export type Want =
  | "money"
  | "price"
  | "power"
  | "percent"
  | "count"
  | "length"
  | "date"
  | "start"
  | "end"
  | "who"
  | "where"
  | "chips"
  | "status";

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
  /** How many words the question has that must be explained. */
  strong: number;
  /** How well it holds the kind of thing that is asked for, up to 1. */
  fit: number;
  /** Whether each organisation and deal named has to do with the record. */
  linked: boolean;
};

/** What a match counts for: the word itself, one of the same sense; in the statement, beside it, in its record. */
const OWN = { exact: 1, alike: 0.7 };
const NEAR = { exact: 0.5, alike: 0.35 };
const TITLE = { exact: 1, alike: 0.75 };
const RECORD = { exact: 0.55, alike: 0.4 };
/** The weight of a word that no statement has. */
const STRANGE = 3.5;

/** `strange`: no record has the word or one of its senses, so that none can explain it. */
type Weighted = SoughtWord & { senses: readonly string[]; weight: number; strange: boolean };
/** What a weak word counts against a statement that has it not. */
const UNMET = 0.6;
/** What a name in the statement counts for, where its bearer has no part in the record. */
const NAMED_INSIDE = 0.85;
/** What a word in the statement itself counts for beside its being explained at all. */
const SAID = 0.2;
/** What a word counts for by which an attribute is asked. */
const ASKED = 0.15;
/** What a weak word counts for beside others. */
const WEAK = 0.35;

/** Best first, at most `limit`. `within` limits the search to these records ("deal:…"). */
export function findStatements(
  library: Library,
  sought: Sought,
  limit: number,
  within: readonly string[] | null = null,
): FoundStatement[] {
  const { byRecord, rarity } = statementsOf(library);
  const words: Weighted[] = sought.words.map((one) => ({
    ...one,
    senses: sensesOf(one.word),
    weight: Math.min(rarity(one.word) ?? STRANGE, 6.5) * (one.tells ? (one.weak ? WEAK : 1) : ASKED),
    strange: rarity(one.word) === null && sensesOf(one.word).length === 0,
  }));
  const credits = new Credits(library, sought);
  // Within its own record a name tells no statement from another.
  const title = within?.length === 1 ? RECORD : TITLE;
  const records = within ?? candidates(library, sought, words);
  const best: FoundStatement[] = [];
  for (const key of records) {
    const record = byRecord.get(key);
    const first = record?.statements[0];
    if (!record || !first) continue;
    const credit = credits.of(first.record);
    if (!credit) continue;
    const around = words.map((word) => Math.max(match(record.title, word, title), match(record.words, word, RECORD)));
    for (const statement of record.statements) {
      if (statement.known !== null && !hasCome(statement.known, sought.asOf)) continue;
      const found = scored(statement, around, words, credits, credit, sought);
      if (found) keep(best, found, limit);
    }
  }
  return best;
}

function keep(best: FoundStatement[], found: FoundStatement, limit: number): void {
  let at = best.length;
  while (at > 0 && found.score > (best[at - 1]?.score ?? 0)) at--;
  if (at < limit) best.splice(at, 0, found);
  if (best.length > limit) best.pop();
}

const match = ({ exact, senses }: Words, { word, senses: meant }: Weighted, grade: typeof OWN): number =>
  exact.has(word) ? grade.exact : meant.some((sense) => senses.has(sense)) ? grade.alike : 0;

function scored(
  statement: Statement,
  /** What the record as a whole explains of each word. */
  aroundWords: readonly number[],
  words: readonly Weighted[],
  credits: Credits,
  credit: RecordCredit,
  sought: Sought,
): FoundStatement | null {
  let [total, won, explained, wordTotal, strange, ownWon, ownTotal] = [0, 0, 0, 0, 0, 0, 0];
  const unexplained: string[] = [];
  for (const [index, word] of words.entries()) {
    const own = match(statement.own, word, OWN);
    const near = statement.near ? match(statement.near, word, NEAR) : 0;
    const around = aroundWords[index] ?? 0;
    const most = Math.max(own, near, around);
    won += word.weight * (most + own * SAID);
    if (word.weak && most === 0) {
      if (word.tells) total += word.weight * UNMET;
      continue;
    }
    total += word.weight;
    if (!word.weak) {
      if (word.strange) strange++;
      else wordTotal += word.weight;
      if (most > 0) explained += word.weight;
      else unexplained.push(word.word);
    }
    // Of the statements of one record the one that has the word itself is meant.
    if (!word.tells) continue;
    ownTotal += word.weight;
    ownWon += word.weight * Math.max(0, Math.max(own, near) - around);
  }
  for (const name of credit.names) {
    const inside = credits.inStatement(statement, name.index);
    total += name.weight;
    won += name.weight * Math.max(name.share, inside * NAMED_INSIDE);
  }
  for (const part of [credits.amounts(statement, credit), credits.dates(statement, credit)]) {
    total += part.weight;
    won += part.weight * part.share;
  }
  if (sought.before) {
    total += sought.before.weight;
    won += sought.before.weight * credit.before;
  }
  const share = total === 0 ? 1 : won / total;
  const fit = fits(statement, sought.want, credits);
  const score =
    share * fit * credit.missing + credit.prior + priorOf(statement, credits) + inOrder(statement, sought.order);
  if (score <= 0) return null;
  return {
    statement,
    score,
    coverage: wordTotal > 0 ? explained / wordTotal : strange > 0 ? 0 : 1,
    unexplained,
    own: ownTotal === 0 ? 0 : ownWon / ownTotal,
    strong: words.filter((word) => !word.weak).length,
    fit,
    linked: credit.missing >= 0.9,
  };
}

/** A year later, where the latest is asked for, counts this much more. */
const A_YEAR = 0.06;
function inOrder({ known }: Statement, order: Sought["order"]): number {
  if (order === null || known === null) return 0;
  const years = Number(known.slice(0, 4)) - 2024 + Number(known.slice(5, 7) || 6) / 12;
  return Math.max(-0.2, Math.min(0.2, years * (order === "latest" ? A_YEAR : -A_YEAR)));
}

/** How well a statement holds the kind of thing that is asked for. */
function fits(statement: Statement, want: Want | null, credits: Credits): number {
  const { kind, text } = statement;
  const figure = credits.figure(statement);
  if (NAMING.has(kind) && want !== null && !NAMED_BY.has(want)) return 0.35;
  switch (want) {
    case null:
      return kind === "summary" ? 0.85 : kind === "contested" ? 0.82 : kind === "parties" ? 0.85 : 1;
    case "money":
      if (figure) return isMoney(figure.unit) ? (figure.of === "price" ? 0.7 : 1) : 0.5;
      return /[$€£₹]\s?\d/.test(text) ? (kind === "contested" ? 0.75 : 0.85) : 0.6;
    case "price":
      if (figure) return figure.per === "share" || figure.of === "price" ? 1 : isMoney(figure.unit) ? 0.6 : 0.45;
      return /[$€£₹]\s?\d[\d.,]* (?:a|per|each)\b/.test(text) ? 0.9 : 0.6;
    case "power":
      if (figure) return figure.unit === "GW" ? 1 : 0.5;
      return /\d\s?(?:GW|MW|gigawatt|megawatt)/i.test(text) ? 0.85 : 0.55;
    case "percent":
      if (figure) return figure.unit === "percent" ? 1 : figure.unit === "shares" ? 0.75 : 0.5;
      return /\d\s?(?:%|per ?cent)/i.test(text) ? 0.88 : 0.55;
    case "count":
      if (figure) return figure.unit === "count" || figure.unit === "shares" ? 1 : 0.55;
      return /\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)/i.test(text) ? 0.85 : 0.6;
    case "length":
      if (figure)
        return ["years", "months", "days"].includes(figure.unit)
          ? 1
          : figure.term && LENGTH.test(figure.term)
            ? 0.9
            : 0.55;
      return LENGTH.test(text) ? 0.92 : 0.6;
    case "date":
      if (kind === "event" || kind === "expected") return 1;
      if (figure) return figure.term && /20\d\d|years?|months?/.test(figure.term) ? 0.85 : 0.55;
      return (/\b20\d\d\b/.test(text) ? 0.92 : 0.65) * (kind === "contested" ? 0.85 : 1);
    case "start":
    case "end": {
      const words = figure ? (figure.term ?? "") : text;
      if ((want === "end" ? ENDS : STARTS).test(words)) return 1;
      if (kind === "expected") return want === "end" ? 0.85 : 0.97;
      return kind === "event" ? 0.7 : /\b20\d\d\b/.test(words) ? 0.75 : 0.55;
    }
    case "who":
      if (kind === "parties") return 1;
      if (figure) return 0.6;
      return credits.names(statement) ? 0.95 : 0.65;
    case "where":
      return kind === "sites" ? 1 : figure ? 0.6 : credits.places(statement) ? 0.92 : 0.7;
    case "chips":
      return kind === "chips" ? 1 : figure ? (figure.unit === "count" || figure.unit === "GW" ? 0.85 : 0.6) : 0.88;
    case "status":
      return kind === "event" ? 1 : kind === "fact" ? 0.95 : figure ? 0.7 : 0.85;
    default:
      return want satisfies never;
  }
}
/** Who, where and with what chips: no answer to how much. */
const NAMING: ReadonlySet<Statement["kind"]> = new Set(["parties", "sites", "chips"]);
const NAMED_BY: ReadonlySet<Want> = new Set(["who", "where", "chips", "length", "end", "start"]);
const LENGTH =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-](?:\w+[\s-])?(?:years?|months?|days?|weeks?)\b/i;

const ENDS = /\b(?:to|until|till|through|by|expir\w+|ends?|mature\w*|runs?|due)\b[^.;]*\b20\d\d\b/i;
const STARTS = /\b(?:from|starting|start\w*|since|begin\w*|online|deliver\w*|first)\b[^.;]*\b20\d\d\b/i;

/** Of statements about as good: the headline figure, then what is said plainly. */
function priorOf(statement: Statement, credits: Credits): number {
  const figure = credits.figure(statement);
  if (figure) return credits.isHeadline(statement) ? 0.05 : 0.01;
  return statement.kind === "event" || statement.kind === "fact" || statement.kind === "parties" ? 0.005 : 0;
}

type RecordCredit = {
  names: readonly { index: number; weight: number; share: number }[];
  amount: number;
  date: number;
  before: number;
  /** Below 1 where an organisation named has nothing to do with the record. */
  missing: number;
  prior: number;
};

/** What of the question's names, amounts and dates a record, or a statement of it, explains. */
class Credits {
  readonly #library: Library;
  readonly #sought: Sought;
  readonly #families: readonly ReadonlySet<string>[];
  readonly #related: ReadonlyMap<string, number>;
  readonly #nameWords: readonly (readonly (readonly string[])[])[];

  constructor(library: Library, sought: Sought) {
    this.#library = library;
    this.#sought = sought;
    this.#families = sought.names.map(
      (name) => new Set(name.refs.flatMap((ref) => (ref.type === "org" ? [...family(library, ref.id)] : []))),
    );
    this.#nameWords = sought.names.map((name) => name.refs.flatMap((ref) => namesOf(library, ref)));
    const deals = sought.names.flatMap((name) => name.refs.filter((ref) => ref.type === "deal").map((ref) => ref.id));
    this.#related = new Map(deals.flatMap((id) => [...relatedTo(library, id)]));
  }

  of(ref: Ref): RecordCredit | null {
    const { names, before } = this.#sought;
    const library = this.#library;
    const deal = ref.type === "deal" ? library.deals.get(ref.id) : undefined;
    const outline = deal ? outlineOn(deal, this.#sought.asOf) : null;
    if (deal && !outline) return null;
    let missing = 1;
    const shares = names.map((name, index) => {
      const share = this.#share(ref, deal, name, index);
      // Another deal than the one that is named must explain much more.
      if (share < 1 && name.refs.some((other) => other.type === "deal")) missing *= share >= PART_OF ? 0.95 : 0.9;
      if (share === 0) missing *= name.refs.some((other) => other.type === "org" || other.type === "deal") ? 0.6 : 0.85;
      return { index, weight: name.weight, share };
    });
    // A matter of many deals is a topic; where a deal is named, it is that deal's.
    let prior = ref.type === "topic" && names.length === 0 ? 0.08 : 0;
    // Named in full: others would have to explain much more.
    if (
      names.some((name) => name.words.length > 1 && name.refs.some((one) => one.type === ref.type && one.id === ref.id))
    )
      prior += 0.2;
    if (outline && deal) {
      const worth = outline.money ? (outline.money.figure.high ?? outline.money.figure.low ?? 0) : 0;
      prior += worth > 0 && outline.money && isMoney(outline.money.figure.unit) ? Math.log10(worth) / 500 : 0;
      const parties = new Set(deal.parties.map((party) => party.org)).size;
      const met = this.#families.filter((group) => deal.parties.some((party) => group.has(party.org))).length;
      prior += (0.06 * met) / Math.max(1, parties);
      if (isOver(outline.status)) prior -= 0.03;
      if (outline.status === "rumoured") prior -= 0.01;
    }
    return {
      names: shares,
      amount: deal ? this.#recordAmount(deal) : 0,
      date: deal ? this.#recordDate(deal) : 0,
      before: before ? this.#beforeShare(ref, before.ref) : 0,
      missing,
      prior,
    };
  }

  #beforeShare(ref: Ref, before: Ref): number {
    if (ref.type === before.type && ref.id === before.id) return 1;
    const near =
      before.type === "deal" && ref.type === "deal" ? relatedTo(this.#library, before.id).get(ref.id) : undefined;
    if (near !== undefined) return near;
    const orgs = new Set(orgsOf(this.#library, before));
    const shared = orgsOf(this.#library, ref).filter((org) => orgs.has(org)).length;
    return shared > 0 ? 0.2 + 0.1 * Math.min(shared, 2) : 0;
  }

  #share(ref: Ref, deal: Deal | undefined, name: SoughtName, index: number): number {
    const library = this.#library;
    let best = 0;
    for (const sought of name.refs) {
      if (sought.type === ref.type && sought.id === ref.id) return 1;
      // "Stargate" is a programme and a word in the names of its sites.
      if (sought.type === "deal" && deal && name.words.every((word) => nameWordsOf(deal).has(word)))
        best = Math.max(best, 0.7);
      if (sought.type === "deal" && ref.type === "deal") best = Math.max(best, this.#related.get(ref.id) ?? 0);
      if (sought.type === "org") {
        const group = this.#families[index] ?? new Set([sought.id]);
        const orgs = orgsOf(library, ref);
        if (orgs.some((org) => group.has(org))) best = Math.max(best, 0.95);
        else if (orgs.some((org) => family(library, org).has(sought.id))) best = Math.max(best, 0.7);
        else if (this.#about(ref, index)) best = Math.max(best, 0.75);
        else if (deal && speaksOf(library, deal, sought.id)) best = Math.max(best, 0.4);
      }
      // A record of one site is about the place, one of many only touches it.
      if (sought.type === "place" && deal?.sites.some((site) => placesOf(site).includes(sought.id)))
        best = Math.max(best, deal.sites.length === 1 ? 0.95 : 0.6);
      if (sought.type === "person") {
        const person = library.people.get(sought.id);
        if (ref.type === "topic" && library.topics.get(ref.id)?.people.includes(sought.id)) best = Math.max(best, 0.95);
        else if (person?.roles.some((role) => orgsOf(library, ref).includes(role.org))) best = Math.max(best, 0.4);
      }
    }
    return best;
  }

  /** Whether the record's name or summary has the name. */
  #about(ref: Ref, index: number): boolean {
    const record = statementsOf(this.#library).byRecord.get(keyOf(ref));
    const names = this.#nameWords[index] ?? [];
    return names.some((parts) => parts.every((part) => record?.words.exact.has(part)));
  }

  /** Whether the statement's own sentence has the name. */
  inStatement(statement: Statement, index: number): number {
    const names = this.#nameWords[index] ?? [];
    const has = (words: Words) => names.some((parts) => parts.every((part) => words.exact.has(part)));
    return has(statement.own) ? 1 : 0;
  }

  amounts(statement: Statement, record: RecordCredit): { weight: number; share: number } {
    const { amounts } = this.#sought;
    if (amounts.length === 0) return { weight: 0, share: 0 };
    const figure = this.figure(statement);
    const own = figure && amounts.some((amount) => isSame(figure, amount)) ? 1 : 0;
    return { weight: 3, share: Math.max(own, record.amount * 0.8) };
  }

  #recordAmount(deal: Deal): number {
    const { amounts, asOf } = this.#sought;
    if (amounts.length === 0) return 0;
    const figures = stateOn(deal, asOf)?.figures ?? [];
    return amounts.some((amount) =>
      figures.some(({ figure, before }) =>
        [figure, ...before.map((entry) => entry.figure)].some((one) => isSame(one, amount)),
      ),
    )
      ? 1
      : 0;
  }

  dates(statement: Statement, record: RecordCredit): { weight: number; share: number } {
    const { dates } = this.#sought;
    if (dates.length === 0) return { weight: 0, share: 0 };
    const day = this.#dateOf(statement);
    const said = dates.some((date) => day?.startsWith(date) || statement.own.exact.has(date.slice(0, 4)));
    const weight = Math.max(...dates.map((date) => (date.length > 4 ? 3 : 1.5)));
    return { weight, share: Math.max(said ? 1 : 0, record.date) };
  }

  #dateOf(statement: Statement): PartialDate | null {
    if (statement.kind !== "expected") return statement.known;
    return this.#library.deals.get(statement.record.id)?.expected[statement.index]?.date ?? null;
  }

  #recordDate(deal: Deal): number {
    const { dates } = this.#sought;
    const first = deal.events[0]?.date ?? "";
    if (dates.some((date) => first.startsWith(date))) return 0.7;
    return dates.some((date) => deal.events.some((event) => event.date.startsWith(date))) ? 0.5 : 0;
  }

  /** The figure or point of a statement; null for sentences. */
  figure(statement: Statement) {
    if (statement.kind === "point")
      return this.#library.metrics.get(statement.record.id)?.points[statement.index] ?? null;
    if (statement.kind !== "figure") return null;
    return figureAt(this.#library.deals.get(statement.record.id), statement.index);
  }

  isHeadline(statement: Statement): boolean {
    if (statement.kind === "point") return this.#library.metrics.get(statement.record.id)?.headline === statement.part;
    const figure = figureAt(this.#library.deals.get(statement.record.id), statement.index);
    return figure?.headline === true;
  }

  /** Whether a sentence names a person or an organisation. */
  names(statement: Statement): boolean {
    return namedIn(this.#library, statement).who;
  }
  places(statement: Statement): boolean {
    return namedIn(this.#library, statement).where;
  }
}

const NAMED = new WeakMap<Statement, { who: boolean; where: boolean }>();
function namedIn(library: Library, statement: Statement): { who: boolean; where: boolean } {
  const known = NAMED.get(statement);
  if (known) return known;
  const types = new Set(library.names.find(statement.text).flatMap((mention) => mention.refs.map((ref) => ref.type)));
  const found = { who: types.has("org") || types.has("person"), where: types.has("place") };
  NAMED.set(statement, found);
  return found;
}

export function figureAt(deal: Deal | undefined, index: number) {
  let left = index;
  for (const event of deal?.events ?? []) {
    const figures = event.figures ?? [];
    if (left < figures.length) return figures[left] ?? null;
    left -= figures.length;
  }
  return null;
}

const isSame = (
  figure: { low: number | null; high: number | null; unit: string },
  { value, unit }: { value: number; unit: string },
): boolean =>
  figure.unit === unit &&
  [figure.low, figure.high].some((end) => end !== null && Math.abs(end - value) <= value * 0.02);

function orgsOf(library: Library, ref: Ref): readonly string[] {
  if (ref.type === "deal") return library.deals.get(ref.id)?.parties.map((party) => party.org) ?? [];
  if (ref.type === "metric") return library.metrics.get(ref.id)?.subjects ?? [];
  return library.topics.get(ref.id)?.orgs ?? [];
}

/** What a part, a financing or a successor of a deal shares with it; and a deal that is only like it. */
const PART_OF = 0.6;
const LIKE = 0.35;

/** Deals that a reader takes for one matter with this one: its parts and whole, its financings, what replaced it. */
function relatedTo(library: Library, id: string): ReadonlyMap<string, number> {
  let known = RELATED.get(library);
  if (!known) {
    known = relations(library);
    RELATED.set(library, known);
  }
  return known.get(id) ?? NONE_RELATED;
}
const NONE_RELATED: ReadonlyMap<string, number> = new Map();
const RELATED = new WeakMap<Library, ReadonlyMap<string, ReadonlyMap<string, number>>>();

function relations({ knowledge }: Library): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const out = new Map<string, Map<string, number>>();
  const join = (from: string, to: string, share: number) => {
    const near = out.get(from) ?? new Map<string, number>();
    out.set(from, near);
    near.set(to, Math.max(near.get(to) ?? 0, share));
  };
  for (const deal of knowledge.deals) {
    for (const other of [...deal.part_of, ...deal.financed_by, ...deal.supersedes]) {
      join(deal.id, other, PART_OF);
      join(other, deal.id, PART_OF);
    }
    for (const other of deal.same_campus) join(deal.id, other, PART_OF);
    for (const other of deal.related) join(deal.id, other, LIKE);
  }
  return out;
}

/** A record and those that belong to it, by their keys. */
export const nearBy = (library: Library, ref: Ref): string[] => [
  keyOf(ref),
  ...(ref.type === "deal" ? [...relatedTo(library, ref.id).keys()].map((id) => `deal:${id}`) : []),
];

/** The roots by which a name stands in a sentence: all of those of one of its forms. */
function namesOf(library: Library, ref: Ref): readonly (readonly string[])[] {
  const known = NAME_WORDS.get(library) ?? new Map<string, readonly (readonly string[])[]>();
  NAME_WORDS.set(library, known);
  const key = keyOf(ref);
  let made = known.get(key);
  if (!made) {
    const names =
      ref.type === "org"
        ? [library.organisations.get(ref.id)?.name ?? "", ...(library.organisations.get(ref.id)?.aliases ?? [])]
        : ref.type === "person"
          ? [library.people.get(ref.id)?.name.split(" ").at(-1) ?? ""]
          : ref.type === "place"
            ? [ref.id]
            : [];
    made = names.map(contentRoots).filter((parts) => parts.length > 0);
    known.set(key, made);
  }
  return made;
}

const DEAL_WORDS = new WeakMap<Deal, ReadonlySet<string>>();
function nameWordsOf(deal: Deal): ReadonlySet<string> {
  let known = DEAL_WORDS.get(deal);
  if (!known) {
    known = new Set(contentRoots([deal.name, ...deal.aliases].join(" ")));
    DEAL_WORDS.set(deal, known);
  }
  return known;
}
const NAME_WORDS = new WeakMap<Library, Map<string, readonly (readonly string[])[]>>();

/** The records worth looking at: those of the names, and those with the rarest words in their statements. */
function candidates(library: Library, sought: Sought, weighted: readonly Weighted[]): string[] {
  const { all, byWord, byRecord } = statementsOf(library);
  const out = new Set<string>();
  for (const { refs, words } of sought.names)
    for (const ref of refs) {
      if (byRecord.has(keyOf(ref))) out.add(keyOf(ref));
      if (ref.type === "deal") for (const id of relatedTo(library, ref.id).keys()) out.add(`deal:${id}`);
      if (ref.type === "deal")
        for (const deal of library.knowledge.deals)
          if (words.every((word) => nameWordsOf(deal).has(word))) out.add(`deal:${deal.id}`);
      if (ref.type === "org")
        for (const org of family(library, ref.id)) {
          for (const deal of library.dealsOf.get(org) ?? []) out.add(`deal:${deal.id}`);
        }
    }
  for (const metric of library.knowledge.metrics)
    if (sought.names.some((name) => name.refs.some((ref) => ref.type === "org" && metric.subjects.includes(ref.id))))
      out.add(`metric:${metric.id}`);
  for (const topic of library.knowledge.topics)
    if (
      sought.names.some((name) =>
        name.refs.some((ref) => topic.people.includes(ref.id) || (ref.type === "org" && topic.orgs.includes(ref.id))),
      )
    )
      out.add(`topic:${topic.id}`);
  for (const name of sought.names)
    for (const ref of name.refs)
      if (ref.type === "place")
        for (const deal of library.knowledge.deals)
          if (deal.sites.some((site) => placesOf(site).includes(ref.id))) out.add(`deal:${deal.id}`);
  if (sought.before) {
    out.add(keyOf(sought.before.ref));
    if (sought.before.ref.type === "deal")
      for (const id of relatedTo(library, sought.before.ref.id).keys()) out.add(`deal:${id}`);
  }
  const scores = new Map<string, number>();
  for (const { word, weight } of weighted) {
    const having = new Set((byWord.get(word) ?? []).flatMap((id) => (all[id] ? [keyOf(all[id].record)] : [])));
    for (const key of having) scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  // Words alone choose among many: the records that have most of them.
  const ranked = [...scores].sort((a, b) => b[1] - a[1]).slice(0, 40);
  for (const [key] of ranked) out.add(key);
  return [...out];
}
