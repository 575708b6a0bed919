/** All knowledge, parsed and indexed once. Read-only; every answer is made from it. */
import MiniSearch from "minisearch";
import type { Knowledge } from "../../knowledge/read.ts";
import type { Deal, Metric, Organisation, Person, Rate, Source, Term, Topic } from "../../knowledge/schema.ts";
import { NameIndex, placesOf, type Ref } from "./names.ts";
import { createSpelling, type Spelling } from "./spelling.ts";
import { isStop, stem, words } from "./words.ts";

/** One sentence or figure label that a question may be about. */
export type Passage = {
  id: number;
  record: Ref;
  kind: "fact" | "event" | "figure" | "contested" | "expected" | "summary";
  index: number;
  text: string;
};

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
  passages: readonly Passage[];
  /** How much a (stemmed) word tells: high for rare words. */
  rarity(word: string): number;
  dealIndex: MiniSearch<{ id: string }>;
  /** The sentences of a deal as words between single spaces, to look a name up in. */
  textOf(deal: Deal): string;
  /** Mends slips of spelling in a question, before names are looked for. */
  spelling: Spelling;
  /** Whether any record has the word, in a sentence or a name. */
  knowsWord(word: string): boolean;
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
  const passages = passagesOf(knowledge);
  const shared = byId(knowledge.sources);
  const lazy = <T>(make: () => T) => {
    let value: T | undefined;
    return () => (value ??= make());
  };
  const frequency = lazy(() => {
    const seen = new Map<string, number>();
    for (const passage of passages)
      for (const word of new Set(words(passage.text).map(stem))) seen.set(word, (seen.get(word) ?? 0) + 1);
    return seen;
  });
  const nameWords = lazy(() => {
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
  const dealIndex = lazy(() => {
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
      tokenize: words,
      processTerm,
      searchOptions: {
        boost: { name: 4, aliases: 4, parties: 2, sites: 3, chips: 1.5, summary: 1.5 },
        prefix: (term) => term.length > 3,
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      },
    });
    index.addAll(
      knowledge.deals.map((deal) => ({
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
      })),
    );
    return index;
  });
  const knowsWord = (word: string): boolean =>
    words(word).every((part) => frequency().has(stem(part)) || nameWords().has(stem(part)));
  const spelling = lazy(() => createSpelling(spelledNames(knowledge), knowsWord));
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
    passages,
    get dealIndex() {
      return dealIndex() as MiniSearch<{ id: string }>;
    },
    rarity: (word) => Math.log(1 + passages.length / (1 + (frequency().get(word) ?? 0))),
    textOf: (deal) => textOf(deal),
    get spelling() {
      return spelling();
    },
    knowsWord,
    source: (record, id) => record.sources.find((source) => source.id === id) ?? shared.get(id),
  };
}

function passagesOf(knowledge: Knowledge): Passage[] {
  const out: Passage[] = [];
  const add = (record: Ref, kind: Passage["kind"], texts: readonly string[]) => {
    texts.forEach((text, index) => out.push({ id: out.length, record, kind, index, text }));
  };
  for (const deal of knowledge.deals) {
    const ref: Ref = { type: "deal", id: deal.id };
    add(ref, "summary", [[deal.name, ...deal.aliases, deal.summary].join(". ")]);
    add(
      ref,
      "fact",
      deal.facts.map((fact) => fact.text),
    );
    add(
      ref,
      "event",
      deal.events.map((event) => event.text),
    );
    add(
      ref,
      "contested",
      deal.contested.map((entry) => entry.text),
    );
    add(
      ref,
      "figure",
      deal.events.flatMap((event) =>
        (event.figures ?? []).map((figure) => [figure.label, figure.counted, figure.term].filter(Boolean).join(" ")),
      ),
    );
    add(
      ref,
      "expected",
      deal.expected.map((entry) => entry.text),
    );
  }
  for (const metric of knowledge.metrics)
    add(
      { type: "metric", id: metric.id },
      "fact",
      metric.facts.map((fact) => fact.text),
    );
  for (const topic of knowledge.topics) {
    add({ type: "topic", id: topic.id }, "summary", [[topic.name, ...topic.aliases, topic.summary].join(". ")]);
    add(
      { type: "topic", id: topic.id },
      "fact",
      topic.facts.map((fact) => fact.text),
    );
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
