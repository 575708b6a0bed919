/** What of a question's names, amounts and dates a record explains, or a statement of it. */

import type { Deal, Figure, PartialDate, Point } from "../../knowledge/schema.ts";
import { countryName } from "../doc/say-place.ts";
import { isMoney, isOver, type Outline, outlineOn } from "./as-of.ts";
import type { Sought, SoughtName } from "./find-statements.ts";
import type { Library } from "./library.ts";
import { type NamedIn, namedIn, nameWordsOf } from "./named-in.ts";
import { placesOf, type Ref } from "./names.ts";
import { onDay } from "./on-day.ts";
import { perName } from "./per-name.ts";
import { PART_OF, relatedTo } from "./related.ts";
import { family, orgName, speaksOf } from "./resolve.ts";
import { keyOf, type RecordWords, type Statement, statementsOf } from "./statements.ts";
import { contentRoots } from "./words.ts";

export type RecordCredit = {
  /** `missing`: below 1 where an organisation or deal named has nothing to do with the record. */
  names: readonly { index: number; weight: number; share: number; missing: number }[];
  amount: number;
  /** Below 1 where the record has none of the amounts in the question. */
  lacks: number;
  date: number;
  before: number;
  prior: number;
};

/** What an organisation that the statement alone names leaves of its score: it has no part in the record. */
const INSIDE_ONLY = 0.85;
/** The same of a place that a sentence speaks of, and of a metric whose words it has. */
export const SAID_INSIDE = 0.92;
/** What a record is left with that has nothing to do with the bearer of a name. */
const WITHOUT: Partial<Record<Ref["type"], number>> = { org: 0.6, deal: 0.6, person: 0.9 };
/** Another deal than the one of the amount must explain much more. */
const NO_AMOUNT = 0.75;

/** What a level of another day of the year counts for. */
const OTHER_DAY = 0.8;

/** What a deal gains that is between those who are named alone. */
const BETWEEN_THEM = 0.03;

/** What a deal gains whose own name has the word by which a party is called. */
const CALLED_SO = 0.04;

/** What a figure gains of the quarter that is said. */
const OF_QUARTER = 0.05;

/** What a deal gains that is called "leases" or "contracts", where several are asked about. */
const CALLED_IN_PLURAL = 0.1;

/** What an amount of the question counts for that is none of the record's main ones. */
const BESIDE = 0.75;

/** What a country counts that a party is from. */
const FROM_THERE = 0.5;

/** What the name of a party counts for where the record's own names do not have it. */
const PARTY = 0.87;

/** What of the question's names, amounts and dates a record, or a statement of it, explains. */
export class Credits {
  readonly #library: Library;
  readonly #sought: Sought;
  readonly #families: readonly ReadonlySet<string>[];
  readonly #related: ReadonlyMap<string, number>;
  readonly #named: readonly (readonly NamedIn[])[];
  /** Of each name how much of it each record explains, by the record's number. */
  readonly #shares: readonly Float64Array[];
  readonly #bearers: readonly Bearers[];
  /** Words by which an organisation is called and which its own name has not: "AWS" of Amazon. */
  readonly #called: readonly (readonly string[])[];
  readonly #standing: (record: RecordWords) => StandingDeal | null;
  /** What the days of the question count: a year alone tells less. */
  readonly dateWeight: number;

  constructor(library: Library, sought: Sought) {
    const { names } = sought;
    this.#library = library;
    this.#sought = sought;
    this.#families = names.map(
      (name) => new Set(name.refs.flatMap((ref) => (ref.type === "org" ? [...family(library, ref.id)] : []))),
    );
    this.#named = names.map((name) => name.refs.map((ref) => namedIn(library, ref)));
    this.#called = names.flatMap(({ refs, words }) => {
      const own = refs.flatMap((ref) => (ref.type === "org" ? contentRoots(orgName(library, ref.id)) : []));
      return own.length > 0 && words.length > 0 && !words.every((word) => own.includes(word)) ? [words] : [];
    });
    const deals = names.flatMap((name) => name.refs.filter((ref) => ref.type === "deal").map((ref) => ref.id));
    this.#related = new Map(deals.flatMap((id) => [...relatedTo(library, id)]));
    // What a deal shares with another that is named depends on all of those.
    this.#shares = names.map((name) =>
      sharesOf(library, name, name.refs.some(({ type }) => type === "deal") ? deals.join(" ") : ""),
    );
    this.#bearers = names.map(({ refs }) => ({
      without: Math.min(...refs.map(({ type }) => WITHOUT[type] ?? 0.85)),
      deal: refs.some(({ type }) => type === "deal"),
      org: refs.some(({ type }) => type === "org"),
      onlyMetrics: refs.every(({ type }) => type === "metric"),
      onlyPlaces: refs.every(({ type }) => type === "place"),
    }));
    this.#standing = standingOn(library, sought.asOf);
    this.dateWeight = Math.max(...sought.dates.map((date) => (date.length > 4 ? 3 : 1.5)));
  }

  /** Null of a deal of which nothing was known on the day. */
  of(record: RecordWords): RecordCredit | null {
    const { names, before, quarter, want, plurals, amounts } = this.#sought;
    const { ref } = record;
    const library = this.#library;
    const stands = ref.type === "deal" ? this.#standing(record) : undefined;
    if (stands === null) return null;
    const shares = names.map((name, index) => {
      const share = this.#share(record, stands?.deal, name, index);
      const bearers = this.#bearers[index];
      // Another deal than the one that is named must explain much more.
      let missing = share < 1 && bearers?.deal ? (share >= PART_OF ? 0.95 : 0.9) : 1;
      if (share === 0) missing *= bearers?.without ?? 1;
      return { index, weight: name.weight, share, missing };
    });
    // A matter of many deals is a topic; where a deal is named, it is that deal's.
    let prior = ref.type === "topic" && names.length === 0 ? 0.08 : 0;
    // Named in full: others would have to explain much more.
    if (
      names.some((name) => name.words.length > 1 && name.refs.some((one) => one.type === ref.type && one.id === ref.id))
    )
      prior += 0.2;
    if (stands) {
      const { deal, orgs, parties } = stands;
      prior += stands.worth;
      const met = this.#families.reduce((sum, group) => sum + Number(orgs.some((org) => group.has(org))), 0);
      prior += (0.06 * met) / Math.max(1, parties);
      // A deal that has the name in its own is meant by it before the owner's others.
      if (this.#called.some((words) => words.every((word) => nameWordsOf(deal).has(word)))) prior += CALLED_SO;
      if (plurals?.some((word) => deal.name.toLowerCase().includes(word))) prior += CALLED_IN_PLURAL;
      // Between those who are named, and nobody else.
      if (met > 1 && met === parties) prior += BETWEEN_THEM;
      // "Is it still happening" may well be asked of what is over.
      if (stands.isOver && want !== "status") prior -= 0.03;
      if (stands.isRumoured) prior -= 0.01;
    }
    if (
      quarter &&
      library.metrics.get(ref.type === "metric" ? ref.id : "")?.points.some(({ period }) => period === quarter)
    )
      prior += OF_QUARTER;
    const amount = stands ? this.#recordAmount(stands) : 0;
    return {
      names: shares,
      amount,
      lacks: stands && amount === 0 && amounts.some(({ unit }) => isMoney(unit) || unit === "GW") ? NO_AMOUNT : 1,
      date: stands ? this.#recordDate(record, stands.deal) : 0,
      before: before ? this.#beforeShare(ref, before.ref) : 0,
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

  #share(record: RecordWords, deal: Deal | undefined, name: SoughtName, index: number): number {
    const known = this.#shares[index]?.[record.number] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const share = this.#shareOf(record.ref, deal, name, index);
    const kept = this.#shares[index];
    if (kept) kept[record.number] = share;
    return share;
  }

  #shareOf(ref: Ref, deal: Deal | undefined, name: SoughtName, index: number): number {
    const library = this.#library;
    const key = keyOf(ref);
    const orgs = orgsOf(library, ref);
    let best = 0;
    for (const sought of name.refs) {
      if (sought.type === ref.type && sought.id === ref.id) return 1;
      // "Stargate" is a programme and a word in the names of its sites.
      if (sought.type === "deal" && deal && name.words.every((word) => nameWordsOf(deal).has(word)))
        best = Math.max(best, 0.7);
      if (sought.type === "deal" && ref.type === "deal") best = Math.max(best, this.#related.get(ref.id) ?? 0);
      if (sought.type === "org") {
        const group = this.#families[index] ?? new Set([sought.id]);
        if (orgs.some((org) => group.has(org))) best = Math.max(best, this.#titled(key, index) ? 1 : PARTY);
        else if (orgs.some((org) => family(library, org).has(sought.id))) best = Math.max(best, 0.7);
        else if (this.#about(key, index)) best = Math.max(best, 0.75);
        else if (deal && speaksOf(library, deal, sought.id)) best = Math.max(best, 0.4);
      }
      // A record of one site is about the place, one of many only touches it.
      if (sought.type === "place" && deal?.sites.some((site) => placesOf(site).includes(sought.id)))
        best = Math.max(best, deal.sites.length === 1 ? 0.95 : 0.6);
      // "Korean memory": of no place, and from companies of that country.
      if (
        sought.type === "place" &&
        deal?.sites.length === 0 &&
        deal.parties.some(({ org }) => {
          const country = library.organisations.get(org)?.country;
          return country !== undefined && country !== null && countryName(country) === sought.id;
        })
      )
        best = Math.max(best, FROM_THERE);
      if (sought.type === "person") {
        const person = library.people.get(sought.id);
        if (ref.type === "topic" && library.topics.get(ref.id)?.people.includes(sought.id)) best = Math.max(best, 0.95);
        else if (person?.roles.some((role) => orgs.includes(role.org))) best = Math.max(best, 0.4);
      }
    }
    return best;
  }

  /** Whether one of the record's own names has the name. */
  #titled(key: string, index: number): boolean {
    return this.#named[index]?.some((named) => named.titles.has(key)) ?? false;
  }

  /** Whether the record's name or summary has the name. */
  #about(key: string, index: number): boolean {
    return this.#named[index]?.some((named) => named.records.has(key)) ?? false;
  }

  /** What is left of a statement's score, as far as this name goes. */
  missing(statement: Statement, { index, missing }: RecordCredit["names"][number]): number {
    const bearers = this.#bearers[index];
    const name = this.#sought.names[index];
    if (!bearers || !name) return missing;
    // "OpenAI revenue" is the name of a metric, and in a sentence two words like others.
    if (bearers.onlyMetrics && statement.record.type !== "metric" && hasAll(statement, name.words))
      return Math.max(missing, SAID_INSIDE);
    if (!this.inStatement(statement, index)) return missing;
    if (bearers.onlyPlaces && statement.kind !== "parties") return Math.max(missing, SAID_INSIDE);
    return bearers.org ? Math.max(missing, INSIDE_ONLY) : missing;
  }

  /** Whether the statement's own sentence has the name. */
  inStatement({ id }: Statement, index: number): boolean {
    for (const { statements } of this.#named[index] ?? []) if (statements.has(id)) return true;
    return false;
  }

  /** How well the statement has one of the amounts in the question. */
  amounts({ amount: figure }: Statement, record: RecordCredit): number {
    return figure && this.#isSought(figure) ? 1 : record.amount * 0.8;
  }

  #recordAmount({ figures }: StandingDeal): number {
    if (this.#sought.amounts.length === 0) return 0;
    let most = 0;
    for (const { figure, before } of figures) {
      const has = this.#isSought(figure) || before.some((entry) => this.#isSought(entry.figure));
      // A deal is told by its own amount before one that is spoken of in it.
      if (has) most = Math.max(most, figure.headline ? 1 : BESIDE);
    }
    return most;
  }

  #isSought(figure: Figure | Point): boolean {
    for (const amount of this.#sought.amounts) if (isSame(figure, amount)) return true;
    return false;
  }

  /** How well the statement has one of the days in the question. */
  dates(statement: Statement, record: RecordCredit): number {
    const day = this.#dateOf(statement);
    const period = statement.amount && "period" in statement.amount ? statement.amount.period : "";
    const said = this.#sought.dates.some((date) => {
      if (date.length > 4 && period.startsWith(date) && /^20\d\d-\d/.test(period)) return true;
      return day?.startsWith(date) || statement.own.exact.has(date.slice(0, 4));
    });
    // A level is told by its own day before that on which it was reported.
    if (said && period !== "" && !this.#sought.dates.some((date) => period.startsWith(date)))
      return Math.max(OTHER_DAY, record.date);
    return said ? 1 : record.date;
  }

  #dateOf(statement: Statement): PartialDate | null {
    if (statement.kind !== "expected") return statement.known;
    return this.#library.deals.get(statement.record.id)?.expected[statement.index]?.date ?? null;
  }

  #recordDate({ title }: RecordWords, deal: Deal): number {
    const { dates } = this.#sought;
    if (dates.length === 0) return 0;
    // "The order of 2025" is called so.
    if (dates.some((date) => title.exact.has(date))) return 1;
    const first = deal.events[0]?.date ?? "";
    if (dates.some((date) => first.startsWith(date))) return 0.7;
    return dates.some((date) => deal.events.some((event) => event.date.startsWith(date))) ? 0.5 : 0;
  }
}

/** Whether a figure is the amount that the question gives, at one of its ends. */
export function isSame(
  figure: { low: number | null; high: number | null; unit: string },
  { value, unit }: { value: number; unit: string },
): boolean {
  const isEnd = (end: number | null) => end !== null && Math.abs(end - value) <= value * 0.02;
  return figure.unit === unit && (isEnd(figure.low) || isEnd(figure.high));
}

function hasAll({ own }: Statement, words: readonly string[]): boolean {
  for (const word of words) if (!own.exact.has(word)) return false;
  return true;
}

function orgsOf(library: Library, ref: Ref): readonly string[] {
  const deal = ref.type === "deal" ? library.deals.get(ref.id) : undefined;
  if (deal) return deal.parties.map(({ org }) => org);
  if (ref.type === "metric") return library.metrics.get(ref.id)?.subjects ?? [];
  return library.topics.get(ref.id)?.orgs ?? [];
}

const UNKNOWN = -1;
/** Of one name by the records' numbers. */
const sharesOf = perName(
  (library): Float64Array => new Float64Array(statementsOf(library).byRecord.size).fill(UNKNOWN),
);

/** Who bears a name. `without`: what a record is left with that has nothing to do with any of them. */
type Bearers = { without: number; deal: boolean; org: boolean; onlyMetrics: boolean; onlyPlaces: boolean };

/** What of a deal stands on a day, as far as a search asks for it. */
type StandingDeal = {
  deal: Deal;
  figures: Outline["figures"];
  /** What its size speaks for it. */
  worth: number;
  isOver: boolean;
  isRumoured: boolean;
  /** Who has a part in it, once for each role, and how many they are. */
  orgs: readonly string[];
  parties: number;
};
/** Null of a deal of which nothing was known. */
const standingOn = onDay((library, { ref }, asOf): StandingDeal | null => {
  const deal = library.deals.get(ref.id);
  return deal ? standingDeal(deal, asOf) : null;
});

function standingDeal(deal: Deal, asOf: string): StandingDeal | null {
  const outline = outlineOn(deal, asOf);
  if (!outline) return null;
  const { figures, money, status } = outline;
  const worth = money ? (money.figure.high ?? money.figure.low ?? 0) : 0;
  const orgs = deal.parties.map(({ org }) => org);
  return {
    deal,
    figures,
    worth: worth > 0 && money && isMoney(money.figure.unit) ? Math.log10(worth) / 500 : 0,
    isOver: isOver(status),
    isRumoured: status === "rumoured",
    orgs,
    parties: new Set(orgs).size,
  };
}
