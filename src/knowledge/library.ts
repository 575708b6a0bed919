/** All knowledge, parsed and indexed once. Read-only; every answer is made from it. */
import MiniSearch from "minisearch";
import type { Knowledge } from "../../knowledge/read.ts";
import type { Deal, Metric, Organisation, Person, Rate, Source, Term, Topic } from "../../knowledge/schema.ts";
import { NameIndex, placesOf } from "./names.ts";
import { createSpelling, type Spelling } from "./spelling.ts";
import { atOnce, stepwise } from "./stepwise.ts";
import { isStop, stem, words, wordsIn } from "./words.ts";

export type Library = {
  completeTo: string;
  knowledge: Knowledge;
  deals: ReadonlyMap<string, Deal>;
  organisations: ReadonlyMap<string, Organisation>;
  people: ReadonlyMap<string, Person>;
  metrics: ReadonlyMap<string, Metric>;
  topics: ReadonlyMap<string, Topic>;
  rates: ReadonlyMap<string, Rate>;
  terms: ReadonlyMap<string, Term>;
  names: NameIndex;
  /** Deals of an organisation, by id. */
  dealsOf: ReadonlyMap<string, readonly Deal[]>;
  /** Deals with a flow from or to an organisation, by its id. */
  dealsWithFlow: ReadonlyMap<string, readonly Deal[]>;
  /** Deals that are part of a deal, by its id. */
  partsOf: ReadonlyMap<string, readonly Deal[]>;
  dealIndex: MiniSearch<{ id: string }>;
  /** The sentences of a deal as words between single spaces, to look a name up in. */
  textOf(deal: Deal): string;
  /** Mends slips of spelling in a question, before names are looked for. */
  spelling: Spelling;
  /** Whether any record has the word, in a sentence or a name. */
  knowsWord(word: string): boolean;
  /** Builds the indexes that answers share, in steps; without it the first answer that needs one builds it. */
  build(): Generator<void>;
  /** Models and chips by their line: "gpt" → "5.5", "mi" → "355". */
  versions(): ReadonlyMap<string, ReadonlySet<string>>;
  /** A source of a record, or of the shared list. */
  source(record: { sources: readonly Source[] }, id: string): Source | undefined;
};

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));
function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
/** As many as take a few milliseconds. */
const SENTENCES_A_STEP = 400;
const DEALS_A_STEP = 8;

const processTerm = (term: string) => (isStop(term) ? null : stem(term));

export function toLibrary(knowledge: Knowledge): Library {
  const organisations = byId(knowledge.organisations);
  const dealsOf = new Map<string, Deal[]>();
  const dealsWithFlow = new Map<string, Deal[]>();
  const partsOf = new Map<string, Deal[]>();
  for (const deal of knowledge.deals) {
    for (const org of new Set(deal.parties.map((party) => party.org))) add(dealsOf, org, deal);
    for (const org of new Set(deal.flows.flatMap((flow) => [flow.from, flow.to]))) add(dealsWithFlow, org, deal);
    for (const whole of deal.part_of) add(partsOf, whole, deal);
  }
  const shared = byId(knowledge.sources);
  const sentenceWords = stepwise(function* () {
    const found = new Set<string>();
    for (const [number, sentence] of sentencesOf(knowledge).entries()) {
      for (const word of wordsIn(sentence)) found.add(stem(word));
      if (number % SENTENCES_A_STEP === 0) yield;
    }
    return found;
  });
  const nameWords = atOnce(() => {
    const { deals, organisations: orgs, people, metrics, topics, rates, glossary } = knowledge;
    const names = [...deals, ...orgs, ...people, ...metrics, ...topics, ...rates].flatMap((record) => [
      record.name,
      ...record.aliases,
    ]);
    const places = deals.flatMap((deal) => [
      ...deal.chips,
      ...deal.sites.flatMap((site) => [site.campus ?? "", site.place ?? "", site.region ?? ""]),
    ]);
    const figures = deals.flatMap((deal) =>
      deal.events.flatMap((event) =>
        (event.figures ?? []).map((figure) => `${figure.label} ${figure.term ?? ""} ${figure.counted ?? ""}`),
      ),
    );
    return new Set(
      [...names, ...places, ...figures, ...glossary.flatMap((term) => [term.term, term.definition, ...term.aliases])]
        .flatMap(words)
        .map(stem),
    );
  });
  const dealIndex = stepwise(function* () {
    const index = new MiniSearch<{
      id: string;
      name: string;
      aliases: string;
      parties: string;
      sites: string;
      chips: string;
      summary: string;
      text: string;
    }>({
      fields: ["name", "aliases", "parties", "sites", "chips", "summary", "text"],
      tokenize: wordsIn,
      processTerm,
      searchOptions: {
        boost: { name: 4, aliases: 4, parties: 2, sites: 3, chips: 1.5, summary: 1.5 },
        prefix: (term) => term.length > 3,
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      },
    });
    for (const [number, deal] of knowledge.deals.entries()) {
      index.add({
        id: deal.id,
        name: deal.name,
        aliases: deal.aliases.join(" "),
        parties: deal.parties.map((party) => organisations.get(party.org)?.name ?? party.org).join(" "),
        sites: deal.sites
          .map((site) => [site.campus, site.place, site.region, ...(site.nicknames ?? [])].join(" "))
          .join(" "),
        chips: deal.chips.join(" "),
        summary: deal.summary,
        text: [...deal.events.map((event) => event.text), ...deal.facts.map((fact) => fact.text)].join(" "),
      });
      if (number % DEALS_A_STEP === 0) yield;
    }
    return index;
  });
  const knowsWord = (word: string): boolean =>
    words(word).every((part) => sentenceWords.get().has(stem(part)) || nameWords.get().has(stem(part)));
  const versions = atOnce(() => versionsIn(knowledge));
  const spelling = atOnce(() => createSpelling(spelledNames(knowledge), knowsWord));
  return {
    completeTo: knowledge.meta.complete_to,
    knowledge,
    deals: byId(knowledge.deals),
    organisations,
    people: byId(knowledge.people),
    metrics: byId(knowledge.metrics),
    topics: byId(knowledge.topics),
    rates: byId(knowledge.rates),
    terms: byId(knowledge.glossary),
    names: new NameIndex(knowledge),
    dealsOf,
    dealsWithFlow,
    partsOf,
    get dealIndex() {
      return dealIndex.get() as MiniSearch<{ id: string }>;
    },
    textOf: (deal) => textOf(deal),
    get spelling() {
      return spelling.get();
    },
    knowsWord,
    versions: () => versions.get(),
    *build() {
      for (const index of [sentenceWords, nameWords, dealIndex, spelling, versions]) yield* index.steps();
    },
    source: (record, id) => record.sources.find((source) => source.id === id) ?? shared.get(id),
  };
}

/** Every sentence of the records. */
function sentencesOf({ deals, metrics, topics }: Knowledge): string[] {
  const texts = (entries: readonly { text: string }[]) => entries.map((entry) => entry.text);
  return [
    ...deals.flatMap((deal) => [
      deal.summary,
      ...texts(deal.facts),
      ...texts(deal.events),
      ...texts(deal.contested),
      ...texts(deal.expected),
    ]),
    ...metrics.flatMap((metric) => texts(metric.facts)),
    ...topics.flatMap((topic) => [topic.summary, ...texts(topic.facts)]),
  ];
}

function versionsIn(knowledge: Knowledge): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const names = [...knowledge.rates, ...knowledge.deals, ...knowledge.topics].flatMap(({ name, aliases }) => [
    name,
    ...aliases,
  ]);
  const terms = knowledge.glossary.flatMap((term) => [term.term, ...term.aliases, term.definition]);
  const chips = [...knowledge.rates.map((rate) => rate.chip ?? ""), ...knowledge.deals.flatMap((deal) => deal.chips)];
  for (const text of [...sentencesOf(knowledge), ...names, ...terms, ...chips])
    for (const [, line = "", number = ""] of text.matchAll(/(?<![\w.-])([a-z]{2,8})-?(\d{1,4}(?:\.\d+)?)/gi)) {
      const numbers = out.get(line.toLowerCase()) ?? new Set();
      out.set(line.toLowerCase(), numbers.add(number));
    }
  return out;
}

const TEXTS = new WeakMap<Deal, string>();
function textOf(deal: Deal): string {
  const known = TEXTS.get(deal);
  if (known !== undefined) return known;
  const sentences = [deal.name, deal.summary, ...deal.events, ...deal.facts, ...deal.contested].map((entry) =>
    typeof entry === "string" ? entry : entry.text,
  );
  const text = ` ${words(sentences.join(" ")).join(" ")} `;
  TEXTS.set(deal, text);
  return text;
}

/** The words of names that people misspell: of deals, organisations, people and places. */
function spelledNames({ deals, organisations, people, rates, glossary }: Knowledge): string[] {
  const names = [...deals, ...organisations, ...people].flatMap((record) => [record.name, ...record.aliases]);
  const terms = [...rates.flatMap((rate) => rate.aliases), ...glossary.map((term) => term.term)];
  return [...names, ...terms, ...deals.flatMap((deal) => deal.sites.flatMap(placesOf))].flatMap(words);
}
