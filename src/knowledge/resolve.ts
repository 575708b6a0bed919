/** From what somebody wrote to the deal, party or metric that is meant; ambiguity is kept. */

import type { Deal } from "../../knowledge/schema.ts";
import { isOver, stateOn } from "./as-of.ts";
import type { Library } from "./library.ts";
import { type Mention, placesOf } from "./names.ts";
import { contentWords, words } from "./words.ts";

export type Resolved<T> =
  | { found: "one"; record: T }
  | { found: "many"; records: readonly T[] }
  | { found: "none"; near: readonly T[] };

/** The deal that a name or a few words mean. */
export function resolveDeal(library: Library, name: string, asOf: string): Resolved<Deal> {
  const byId = library.deals.get(name);
  if (byId) return { found: "one", record: byId };
  const exact = library.names
    .exact(name)
    .flatMap((ref) => (ref.type === "deal" ? (library.deals.get(ref.id) ?? []) : []));
  if (exact.length === 1 && exact[0]) return { found: "one", record: exact[0] };
  if (exact.length > 1) return { found: "many", records: exact };
  const names = readNames(library, name);
  // A word that no record has names another deal than those that the other words name.
  if (names.rest.some((word) => !library.knowsWord(word)))
    return { found: "none", near: nearestDeals(library, name, 3) };
  const all = rankDeals(library, names, asOf);
  const full = all.filter((entry) => entry.parts === names.orgs.length);
  const ranked = full.length > 0 ? full : all;
  if (ranked.length === 0) return { found: "none", near: nearestDeals(library, name, 3) };
  const [first, second] = ranked;
  if (first && (!second || first.score >= second.score * CLEARLY)) return { found: "one", record: first.deal };
  return { found: "many", records: ranked.slice(0, 4).map((entry) => entry.deal) };
}

/** How much better the first must be than the second to be taken without asking. */
const CLEARLY = 1.08;

/** What a text names, and the words that are left. */
export type NamesRead = {
  deals: readonly string[];
  orgs: readonly string[];
  people: readonly string[];
  places: readonly string[];
  rest: readonly string[];
  mentions: readonly Mention[];
};

export function readNames(library: Library, text: string): NamesRead {
  const mentions = oneSite(library, text, library.names.find(text));
  const ids = (type: string) => [
    ...new Set(mentions.flatMap((mention) => mention.refs.filter((ref) => ref.type === type).map((ref) => ref.id))),
  ];
  let rest = text;
  for (const mention of [...mentions].reverse()) {
    if (mention.refs.some((ref) => ref.type === "deal" || ref.type === "org"))
      rest = `${rest.slice(0, mention.start)} ${rest.slice(mention.end)}`;
  }
  // Amounts name nothing: they are read as quantities.
  const telling = contentWords(rest).filter((word) => !/^[$€£]?\d/.test(word));
  return { deals: ids("deal"), orgs: ids("org"), people: ids("person"), places: ids("place"), rest: telling, mentions };
}

/** "The Lordstown Stargate site": the site, and not all of the programme that it is a part of. */
function oneSite({ deals }: Library, text: string, mentions: Mention[]): Mention[] {
  const dealsOf = ({ refs }: Mention) => refs.flatMap(({ type, id }) => (type === "deal" ? [id] : []));
  const isWhole = (mention: Mention, before: Mention | undefined): boolean =>
    before !== undefined &&
    text.slice(before.end, mention.start) === " " &&
    A_SITE.test(text.slice(mention.end)) &&
    mention.refs.every(({ type }) => type === "deal") &&
    dealsOf(before).some((part) => dealsOf(mention).every((id) => deals.get(part)?.part_of.includes(id) ?? false));
  return mentions.filter((mention, at) => !isWhole(mention, mentions[at - 1]));
}
const A_SITE = /^ (?:data ?cent(?:er|re)s?|sites?|campus|complex|facility|location|plant)\b/i;

/** `parts`: how many of the organisations named are parties; one that is only spoken of counts for less. */
export type RankedDeal = { deal: Deal; score: number; parts: number };

/**
 * Deals that fit the names and words, best first. Every organisation named must be a party (a parent stands in for its
 * subsidiary) or be spoken of in the record, which counts for less; deals named outright come before all others.
 */
export function rankDeals(library: Library, names: NamesRead, asOf: string): RankedDeal[] {
  const groups = names.orgs.map((id) => family(library, id));
  const hits = names.rest.length > 0 ? library.dealIndex.search(names.rest.join(" ")) : [];
  const wordScores = new Map<string, number>(hits.map((hit) => [hit.id as string, hit.score]));
  const there = names.places.length > 0 ? dealsAt(library, names.places) : null;
  const pool = candidates(library, names, groups, wordScores, there);
  const top = Math.max(1, ...[...pool.keys()].map((deal) => wordScores.get(deal.id) ?? 0));
  // Where deals are between those named, one that only speaks of them must be told by its own words.
  const between = groups.length > 1 && [...pool.values()].some((parts) => parts === groups.length);
  const ranked: RankedDeal[] = [];
  for (const [deal, parts] of pool) {
    const state = stateOn(deal, asOf);
    if (!state) continue;
    const parties = new Set(deal.parties.map((party) => party.org)).size;
    let score = 1 + parts * 1.5 + (parts / Math.max(1, parties)) * 2;
    if (names.rest.length > 0) score += (3 * (wordScores.get(deal.id) ?? 0)) / top;
    const worth = state.money ? (state.money.figure.high ?? state.money.figure.low ?? 0) : 0;
    score += worth > 0 ? Math.log10(worth) / 12 : 0;
    if (between && parts < groups.length) score -= 1;
    if (there?.has(deal)) score += 1.2;
    if (isOver(state.status)) score -= 0.8;
    if (state.status === "rumoured") score -= 0.3;
    ranked.push({ deal, score: Math.max(0.1, score), parts });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** How much an organisation counts that a record speaks of without being a party. */
const SPOKEN_OF = 0.4;

/** The deals that may be meant, each with how many of the organisations named have a part in it. */
function candidates(
  library: Library,
  names: NamesRead,
  groups: readonly ReadonlySet<string>[],
  wordScores: ReadonlyMap<string, number>,
  there: ReadonlySet<Deal> | null,
): Map<Deal, number> {
  const partIn = (deal: Deal, group: ReadonlySet<string>): number => {
    if (deal.parties.some((party) => group.has(party.org))) return 1;
    return [...group].some((id) => speaksOf(library, deal, id)) ? SPOKEN_OF : 0;
  };
  const named = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const all = [...library.deals.values()];
  const scored = (deals: Iterable<Deal>) =>
    new Map([...deals].map((deal) => [deal, groups.reduce((sum, group) => sum + partIn(deal, group), 0)]));
  if (named.length > 0) return scored(named);
  if (groups.length > 0) return scored(all.filter((deal) => groups.every((group) => partIn(deal, group) > 0)));
  if (there) return scored(there);
  const best = Math.max(0, ...wordScores.values());
  return scored(all.filter((deal) => (wordScores.get(deal.id) ?? 0) > best * 0.5));
}

/** Whether the record names the organisation anywhere. */
export function speaksOf(library: Library, deal: Deal, org: string): boolean {
  const known = SPEAKING.get(library) ?? new Map<string, ReadonlySet<Deal>>();
  SPEAKING.set(library, known);
  const deals = known.get(org) ?? speaking(library, org);
  known.set(org, deals);
  return deals.has(deal);
}
const SPEAKING = new WeakMap<Library, Map<string, ReadonlySet<Deal>>>();

function speaking(library: Library, id: string): ReadonlySet<Deal> {
  const org = library.organisations.get(id);
  const names = [org?.name ?? id, ...(org?.aliases ?? [])].map((name) => ` ${words(name).join(" ")} `);
  return new Set(
    library.knowledge.deals.filter((deal) => {
      const text = library.textOf(deal);
      return names.some((name) => text.includes(name));
    }),
  );
}

/** Deals with a site in any of these places. */
function dealsAt(library: Library, places: readonly string[]): ReadonlySet<Deal> {
  const wanted = new Set(places);
  return new Set(
    library.knowledge.deals.filter((deal) =>
      deal.sites.some((site) => placesOf(site).some((place) => wanted.has(place))),
    ),
  );
}

/** An organisation with its subsidiaries: SoftBank's deals include those of SB Energy. */
export function family(library: Library, id: string): ReadonlySet<string> {
  const known = FAMILIES.get(library) ?? new Map<string, ReadonlySet<string>>();
  FAMILIES.set(library, known);
  let found = known.get(id);
  if (!found) {
    const out = new Set([id]);
    for (const org of library.organisations.values()) if (org.parent && out.has(org.parent)) out.add(org.id);
    found = out;
    known.set(id, found);
  }
  return found;
}
const FAMILIES = new WeakMap<Library, Map<string, ReadonlySet<string>>>();

/** Deals nearest to a name that is not known. */
export function nearestDeals(library: Library, name: string, limit: number): Deal[] {
  const hits = library.dealIndex
    .search(name, { fuzzy: 0.3, prefix: true })
    .slice(0, limit)
    .map((hit) => hit.id);
  const spelled = library.names.nearest(name, "deal", limit).map((ref) => ref.id);
  return [...new Set([...hits, ...spelled])].slice(0, limit).flatMap((id) => library.deals.get(id) ?? []);
}

/** The organisation of a name; null where the name is not known. */
export function resolveOrg(library: Library, name: string): string | null {
  if (library.organisations.has(name)) return name;
  const refs = library.names.exact(name).filter((ref) => ref.type === "org");
  if (refs[0]) return refs[0].id;
  return readNames(library, name).orgs[0] ?? null;
}

export function orgName(library: Library, id: string): string {
  return library.organisations.get(id)?.name ?? id;
}
