/** Everything the records say, one statement each, with the words by which a question finds it. */

import type {
  Deal,
  Fact,
  Figure,
  FigureOf,
  Metric,
  PartialDate,
  PartyRole,
  Point,
  Topic,
} from "../../knowledge/schema.ts";
import { countryName } from "../doc/say-place.ts";
import type { Library } from "./library.ts";
import type { Ref } from "./names.ts";
import { type Stepwise, stepwise } from "./stepwise.ts";
import { WordSets, type Words } from "./word-sets.ts";
import { root } from "./words.ts";

type StatementKind =
  | "summary"
  | "figure"
  | "event"
  | "fact"
  | "contested"
  | "expected"
  | "parties"
  | "sites"
  | "chips"
  | "point";

export type Statement = {
  id: number;
  record: Ref;
  kind: StatementKind;
  /** Where it stands in the record's list of its kind; figures are counted through all events. */
  index: number;
  /** A figure's or point's id; the role of a group of parties. */
  part: string;
  text: string;
  own: Words;
  /** The sentence that a figure stands beside; null for others. */
  near: Words | null;
  /** Day from which it was known; null where it always counts. */
  known: PartialDate | null;
  /** The amount that a figure or point is; null for sentences. */
  amount: Figure | Point | null;
  /** Whether it is the figure that stands for the whole record. */
  headline: boolean;
};

/** What the record as a whole says of itself: names, parties, places, chips. */
export type RecordWords = {
  ref: Ref;
  /** "deal:stargate". */
  key: string;
  /** From 0, in the order of the knowledge. */
  number: number;
  /** Of its name and other names. */
  title: Words;
  words: Words;
  statements: readonly Statement[];
  /** Those of them that are amounts. */
  amounts: readonly Statement[];
  /** The last day on which any of them came to be known: from then on none is left out. */
  complete: PartialDate;
};

/** Words that people use for a kind of money or thing beside its label. */
const KIND_WORDS: Partial<Record<FigureOf, string>> = {
  contract: "contract value worth spend pay commitment",
  capex: "capital expenditure capex cost build spend",
  investment: "invest investment pledge commit plan spend",
  equity: "equity invest stake round raise cash",
  debt: "debt loan borrow bond raise financing",
  valuation: "valuation valued worth",
  acquisition: "purchase price acquire buy pay enterprise value takeover",
  fee: "fee pay rent monthly recurring",
  capacity: "capacity power size",
  generation: "generation power plant electricity supply",
  energy: "energy electricity",
  shares: "shares stock warrant",
  price: "price per share",
  stake: "stake ownership own share percent",
  share: "share percent proportion fraction",
  rate: "rate interest percent coupon royalty",
  count: "number many",
  term: "term long length duration years",
  estimate: "estimate analyst estimated",
  guarantee: "guarantee backstop",
  cost: "cost",
  revenue: "revenue sales",
  loss: "loss",
};

const ROLE_WORDS: Partial<Record<PartyRole, string>> = {
  customer: "customer buyer user client tenant who buys pays uses rents",
  provider: "provider supplier host cloud sells provides",
  supplier: "supplier vendor maker sells supplies provides chips",
  developer: "developer builder builds develops constructs owner",
  operator: "operator operates runs",
  tenant: "tenant leases rents customer user lessee",
  landlord: "landlord owner lessor leases",
  investor: "investor invests backer shareholder led funds round money",
  issuer: "issuer company raised raises sells shares",
  lender: "lender bank lends lent finances loan creditor",
  borrower: "borrower borrows",
  guarantor: "guarantor guarantees backstop backs",
  buyer: "buyer buys bought acquires acquirer purchaser takes over",
  target: "target bought acquired",
  seller: "seller sold sells",
  partner: "partner works with",
  "off-taker": "off-taker buys power purchaser customer",
  generator: "generator sells power produces utility",
  government: "government state authority",
  adviser: "adviser banker advises underwriter",
};

const ABOUT_WORDS: Record<Fact["about"], string> = {
  terms: "terms conditions",
  exit: "exit terminate end leave walk away",
  guarantee: "guarantee guarantor backstop",
  structure: "structure structured vehicle",
  financing: "financing funded",
  people: "person who",
  site: "site where location",
  power: "power electricity",
  chips: "chips",
  schedule: "schedule when timing",
  status: "status",
  purpose: "purpose why for",
  criticism: "criticism critics",
  context: "",
  undisclosed: "undisclosed disclosed",
};

/** Numbers of statements, or of records, by a word or a sense ("~buy"). */
export type Postings = ReadonlyMap<string, readonly number[]>;

type Statements = {
  all: readonly Statement[];
  byRecord: ReadonlyMap<string, RecordWords>;
  /** The record of each statement, by the statement's number. */
  recordOf: readonly RecordWords[];
  /** Statements with a word or a sense in their own words and in those of the sentence beside them. */
  own: Postings;
  near: Postings;
  /** Records with a word or a sense in their names, and in what they say of themselves as a whole. */
  titles: Postings;
  records: Postings;
  /** The records that have a word in a statement. */
  recordsWith(word: string): ReadonlySet<RecordWords>;
  /** How much the root of a word tells: high for rare words; null where no statement has it. */
  rarity(word: string): number | null;
};

const KNOWN = new WeakMap<Library, Stepwise<Statements>>();

export const statementsOf = (library: Library): Statements => known(library).get();

/** Ahead of the first question that needs them. */
export const buildStatements = (library: Library): Generator<void> => known(library).steps();

function known(library: Library): Stepwise<Statements> {
  const statements = KNOWN.get(library) ?? stepwise(() => build(library));
  KNOWN.set(library, statements);
  return statements;
}

/** How records say when something expires. */
const RUNS_TO = /\bruns? (?:\w+ ){0,3}?(?:to|until|through)\b/i;

/** A mark of credit, by a word of its own: "rated" is also how interest is spoken of. */
const RATED = /\brated?\b.*\b(?:Moody|S&P|Fitch)|\bcredit ratings?\b|\binvestment[- ]grade\b/i;

/** Says when something was so, and not that anything ends. */
const AT_THE_END = /\b(?:at|by|since|before|towards?|from) the end of\b/gi;

const DEALS_A_STEP = 8;
const RECORDS_A_STEP = 20;
const STATEMENTS_A_STEP = 1_000;

/** How much a word tells; a word of no statement as much as one that stands once. */
export const tellingOf = (library: Library, word: string): number => {
  const { rarity, all } = statementsOf(library);
  return rarity(root(word)) ?? Math.log(1 + all.length);
};

export const keyOf = (ref: Ref): string => `${ref.type}:${ref.id}`;

function* build(library: Library): Generator<void, Statements> {
  const all: Statement[] = [];
  const byRecord = new Map<string, RecordWords>();
  const sets = new WordSets();
  // A sentence stands beside each of its figures.
  let beside: { text: string; words: Words } | undefined;
  const near = (text: string): Words => {
    if (beside?.text !== text) beside = { text, words: sets.add(text.replace(AT_THE_END, " ")) };
    return beside.words;
  };
  const record = (ref: Ref, title: readonly string[], words: string, fill: (say: Say) => void) => {
    const from = all.length;
    fill((kind, index, text, more = {}) => {
      all.push({
        id: all.length,
        record: ref,
        kind,
        index,
        part: more.part ?? "",
        text,
        own: sets.add(`${ref.type === "deal" ? text.replace(AT_THE_END, " ") : text} ${more.words ?? ""}`),
        near: more.near ? near(more.near) : null,
        known: more.known ?? null,
        amount: more.amount ?? null,
        headline: more.headline ?? false,
      });
    });
    byRecord.set(keyOf(ref), {
      ref,
      key: keyOf(ref),
      number: byRecord.size,
      title: sets.add(title.join(" ")),
      words: sets.add(words),
      statements: all.slice(from),
      amounts: all.slice(from).filter(({ amount }) => amount !== null),
      complete: all.slice(from).reduce((last, { known }) => (known !== null && known > last ? known : last), ""),
    });
  };
  for (const [number, deal] of library.knowledge.deals.entries()) {
    record({ type: "deal", id: deal.id }, [deal.name, ...deal.aliases], wordsOfDeal(library, deal), (say) =>
      sayDeal(library, deal, say),
    );
    if (number % DEALS_A_STEP === 0) yield;
  }
  for (const [number, metric] of library.knowledge.metrics.entries()) {
    record({ type: "metric", id: metric.id }, [metric.name, ...metric.aliases], wordsOfMetric(library, metric), (say) =>
      sayMetric(metric, say),
    );
    if (number % RECORDS_A_STEP === 0) yield;
  }
  for (const [number, topic] of library.knowledge.topics.entries()) {
    record({ type: "topic", id: topic.id }, [topic.name, ...topic.aliases], wordsOfTopic(library, topic), (say) =>
      sayTopic(topic, say),
    );
    if (number % RECORDS_A_STEP === 0) yield;
  }
  sets.close();
  const [ownWords, nearWords] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const statement of all) {
    post(ownWords, statement.own, statement.id);
    if (statement.near) post(nearWords, statement.near, statement.id);
    if (statement.id % STATEMENTS_A_STEP === 0) yield;
  }
  const [titleWords, recordWords] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const { number, title, words } of byRecord.values()) {
    post(titleWords, title, number);
    post(recordWords, words, number);
    if (number % RECORDS_A_STEP === 0) yield;
  }
  const records = new Map<string, ReadonlySet<RecordWords>>();
  const recordOf = [...byRecord.values()].flatMap((record) => record.statements.map(() => record));
  return {
    all,
    byRecord,
    recordOf,
    own: ownWords,
    near: nearWords,
    titles: titleWords,
    records: recordWords,
    recordsWith(word) {
      const known = records.get(word) ?? new Set(ownWords.get(word)?.flatMap((id) => recordOf[id] ?? []));
      records.set(word, known);
      return known;
    },
    rarity: (word) => {
      const count = ownWords.get(word)?.length;
      return count === undefined ? null : Math.log(1 + all.length / (1 + count));
    },
  };
}

function post(postings: Map<string, number[]>, { exact, senses }: Words, id: number): void {
  for (const word of exact) push(postings, word, id);
  for (const sense of senses) push(postings, `~${sense}`, id);
}

type Say = (
  kind: StatementKind,
  index: number,
  text: string,
  more?: {
    part?: string;
    words?: string;
    near?: string;
    known?: PartialDate | null;
    amount?: Figure | Point;
    headline?: boolean;
  },
) => void;

function sayDeal(library: Library, deal: Deal, say: Say): void {
  say("summary", 0, deal.summary, { words: [deal.name, ...deal.aliases].join(" ") });
  let index = 0;
  deal.events.forEach((event, at) => {
    say("event", at, event.text, { known: event.date });
    for (const figure of event.figures ?? []) {
      const label = [figure.label, figure.counted, figure.term].filter(Boolean).join(", ");
      const words = [
        figure.id.replaceAll("-", " "),
        kindWords(figure),
        perWords(figure.per),
        unitWords(figure.unit),
      ].join(" ");
      say("figure", index++, label, {
        part: figure.id,
        words: `${words} ${figure.note ?? ""} ${figure.printed ?? ""}`,
        near: event.text,
        known: event.date,
        amount: figure,
        headline: figure.headline === true,
      });
    }
  });
  deal.facts.forEach((fact, at) => {
    const ends = `${RUNS_TO.test(fact.text) ? "expires ends" : ""} ${RATED.test(fact.text) ? "graded agency" : ""}`;
    say("fact", at, fact.text, { words: `${ABOUT_WORDS[fact.about]} ${ends}`, known: fact.known ?? null });
  });
  deal.contested.forEach((entry, at) => {
    say("contested", at, entry.text, { words: "disputed contested", known: entry.known ?? null });
  });
  deal.expected.forEach((entry, at) => {
    say("expected", at, entry.text, { words: "expected due planned schedule" });
  });
  [...new Set(deal.parties.map((party) => party.role))].forEach((role, at) => {
    const named = deal.parties
      .filter((party) => party.role === role)
      .map(({ org, note }) => `${library.organisations.get(org)?.name ?? org} (${note ?? role})`);
    say("parties", at, named.join(", "), { part: role, words: `${role} ${ROLE_WORDS[role] ?? ""}` });
  });
  if (deal.sites.length > 0)
    say("sites", 0, deal.sites.map(sayPlace).join("; "), { words: "site where located location" });
  if (deal.chips.length > 0) say("chips", 0, deal.chips.join(", "), { words: "chips gpu accelerator hardware" });
}

function sayMetric(metric: Metric, say: Say): void {
  metric.points.forEach((point, index) => {
    const text = [point.label, point.counted, point.term].filter(Boolean).join(", ");
    const words = `${point.id.replaceAll("-", " ")} ${point.measure.replaceAll("-", " ")} ${point.period} ${point.type} ${point.stated_by ?? ""} ${KIND_WORDS[point.of] ?? ""} ${point.note ?? ""}`;
    say("point", index, text, {
      part: point.id,
      words,
      known: point.as_of,
      amount: point,
      headline: metric.headline === point.id,
    });
  });
  metric.facts.forEach((fact, at) => {
    say("fact", at, fact.text, { known: fact.known ?? null });
  });
  metric.contested.forEach((entry, at) => {
    say("contested", at, entry.text, { known: entry.known ?? null });
  });
}

function sayTopic(topic: Topic, say: Say): void {
  say("summary", 0, topic.summary, { words: [topic.name, ...topic.aliases].join(" ") });
  topic.facts.forEach((fact, at) => {
    say("fact", at, fact.text, { words: ABOUT_WORDS[fact.about], known: fact.known ?? null });
  });
  topic.contested.forEach((entry, at) => {
    say("contested", at, entry.text, { known: entry.known ?? null });
  });
}

/** A valuation that is not one before the money is one after it. */
const kindWords = ({ of, label, id }: Figure): string =>
  `${KIND_WORDS[of] ?? of}${of === "valuation" && !/\b(?:before|pre)\b/i.test(`${label} ${id}`) ? " post-money" : ""}`;

const unitWords = (unit: string): string => (unit === "EUR" ? "euros" : unit === "GBP" ? "pounds sterling" : "");

const perWords = (per: string | undefined): string =>
  per === "month" ? "monthly month" : per === "year" ? "yearly annual year" : (per ?? "");

const sayPlace = (site: Deal["sites"][number]): string =>
  [site.campus, ...(site.nicknames ?? []), site.place, site.region, countryName(site.country)]
    .filter(Boolean)
    .join(", ");

const orgWords = (library: Library, id: string): string => {
  const org = library.organisations.get(id);
  return org ? [org.name, ...org.aliases, ...org.tickers].join(" ") : id;
};

function wordsOfDeal(library: Library, deal: Deal): string {
  return [
    deal.name,
    ...deal.aliases,
    deal.summary,
    deal.kind.replaceAll("-", " "),
    DEAL_KIND_WORDS[deal.kind],
    ...deal.parties.map((party) => `${orgWords(library, party.org)} ${party.note ?? ""}`),
    ...deal.sites.map(sayPlace),
    ...deal.chips,
  ].join(" ");
}

const DEAL_KIND_WORDS: Record<Deal["kind"], string> = {
  "cloud-contract": "cloud compute capacity contract",
  "compute-purchase": "compute capacity contract gpu",
  "chip-supply": "chip gpu supply order",
  site: "site campus data center centre facility build project",
  "joint-venture": "jv joint venture partnership",
  investment: "investment invest round raise funding",
  "equity-stake": "equity stake invest shares",
  financing: "financing loan debt bond",
  acquisition: "acquisition purchase takeover buyout merger",
  energy: "power energy electricity plant supply",
  supply: "supply order purchase",
  licence: "licence license",
  partnership: "partnership tie-up collaboration",
};

const wordsOfMetric = (library: Library, metric: Metric): string =>
  [
    metric.name,
    ...metric.aliases,
    metric.measure.replaceAll("-", " "),
    ...metric.subjects.map((org) => orgWords(library, org)),
  ].join(" ");

const wordsOfTopic = (library: Library, topic: Topic): string =>
  [
    topic.name,
    ...topic.aliases,
    topic.summary,
    ...topic.orgs.map((org) => orgWords(library, org)),
    ...topic.people.map((person) => library.people.get(person)?.name ?? person),
  ].join(" ");

function push(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}

/** The figure at this place among all of a deal's, counted through its events. */
export function figureAt(deal: Deal | undefined, index: number): Figure | null {
  let left = index;
  for (const event of deal?.events ?? []) {
    const figures = event.figures ?? [];
    if (left < figures.length) return figures[left] ?? null;
    left -= figures.length;
  }
  return null;
}
