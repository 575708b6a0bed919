/** The names that a question may mean: what a model chooses from. It gets names and ids, no figures. */
import type { Library } from "../../knowledge/library.ts";
import type { Ref } from "../../knowledge/names.ts";
import { rankDeals, readNames } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { Conversation } from "../from-text/conversation.ts";

export type NameMeant = { id: string; type: Ref["type"]; name: string; also?: readonly string[] };

const MOST = { ranked: 14, searched: 12, begun: 3, spelled: 2, metrics: 8, all: 60 };
/** A list of names to begin with, where the question has none. */
const WELL_KNOWN = 15;

export function namesMeant(question: string, library: Library, { deal, metric }: Conversation): NameMeant[] {
  const read = readNames(library, question);
  const refs: Ref[] = [];
  if (deal) refs.push({ type: "deal", id: deal });
  if (metric) refs.push({ type: "metric", id: metric });
  refs.push(...read.mentions.flatMap((mention) => mention.refs));
  const deals = (ids: readonly string[]) => refs.push(...ids.map((id): Ref => ({ type: "deal", id })));
  deals(
    rankDeals(library, read, library.completeTo)
      .slice(0, MOST.ranked)
      .map((entry) => entry.deal.id),
  );
  deals(
    library.dealIndex
      .search(question)
      .slice(0, MOST.searched)
      .map((hit) => String(hit.id)),
  );
  for (const metricOf of library.metrics.values())
    if (
      read.orgs.includes(metricOf.subjects[0] ?? "") &&
      refs.filter((ref) => ref.type === "metric").length < MOST.metrics
    )
      refs.push({ type: "metric", id: metricOf.id });
  for (const word of contentWords(question).filter((one) => one.length >= 4)) {
    refs.push(...library.names.startingWith(word, ["org", "metric", "topic", "term", "rate"]).slice(0, MOST.begun));
    if (!library.knowsWord(word)) refs.push(...library.names.nearest(word, "org", MOST.spelled));
  }
  if (!refs.some((ref) => ref.type === "deal"))
    deals([...library.deals.keys()].sort((a, b) => partiesOf(library, b) - partiesOf(library, a)).slice(0, WELL_KNOWN));
  const known = new Map<string, NameMeant>();
  for (const ref of refs) {
    const meant = describeRef(library, ref);
    if (meant) known.set(`${ref.type}:${ref.id}`, meant);
    if (known.size >= MOST.all) break;
  }
  return [...known.values()];
}

const partiesOf = (library: Library, id: string): number => library.deals.get(id)?.parties.length ?? 0;

function describeRef(library: Library, { type, id }: Ref): NameMeant | null {
  const { deals, organisations, people, metrics, topics, rates, terms } = library;
  if (type === "term") {
    const term = terms.get(id);
    return term ? { id, type, name: term.term } : null;
  }
  const records = { deal: deals, org: organisations, person: people, metric: metrics, topic: topics, rate: rates };
  const record = type === "place" ? undefined : records[type].get(id);
  if (!record) return null;
  const also = record.aliases.slice(0, 3);
  return { id, type, name: record.name, ...(also.length > 0 && { also }) };
}
