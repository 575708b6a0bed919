/** Every name by which a record is known, and how a text is searched for them. */
import { distance } from "fastest-levenshtein";
import type { Knowledge } from "../../knowledge/read.ts";
import type { Place } from "../../knowledge/schema.ts";
import { countryName } from "../doc/say-place.ts";
import { DEMONYMS } from "./demonyms.ts";
import { isEnglish } from "./english.ts";
import { Recent } from "./recent.ts";
import { spans, words } from "./words.ts";

/** A place is a town, county, region or country of a site, by its own name. */
export type RefType = "place" | "deal" | "org" | "person" | "metric" | "topic" | "rate" | "term";
export type Ref = { type: RefType; id: string };

/** A name found in a text. `refs` holds more than one where the name is shared. `exact` is false for a mended spelling. */
export type Mention = { refs: readonly Ref[]; name: string; start: number; end: number; exact: boolean };

type Entry = {
  key: string;
  name: string;
  length: number;
  refs: Ref[] /** A ticker counts only in capitals, where it is also a word. */;
  ticker: boolean;
};

const LONGEST_KEPT = 1000;
const POSSESSIVE = /^['’]s\b/;
const OWNERS: ReadonlySet<RefType> = new Set(["org", "person", "deal", "place"]);

export class NameIndex {
  readonly #byKey = new Map<string, Entry>();
  readonly #firstWords = new Map<string, number>();
  readonly #single: Entry[] = [];
  /** What the latest texts name: many rules ask it of one question. */
  readonly #found = new Recent<readonly Mention[]>(64);

  constructor(knowledge: Knowledge) {
    for (const deal of knowledge.deals) this.#add({ type: "deal", id: deal.id }, [deal.name, ...deal.aliases]);
    // A campus that has a record of its own means that record, not every deal with a site on it.
    const own = new Set(this.#byKey.keys());
    for (const deal of knowledge.deals) {
      const campuses = deal.sites.flatMap((site) => [site.campus ?? "", ...(site.nicknames ?? [])]);
      this.#add(
        { type: "deal", id: deal.id },
        campuses.filter((name) => !own.has(words(name).join(" "))),
      );
    }
    for (const org of knowledge.organisations) {
      this.#add({ type: "org", id: org.id }, [org.name, ...org.aliases]);
      this.#add({ type: "org", id: org.id }, org.tickers, true);
    }
    for (const person of knowledge.people)
      this.#add({ type: "person", id: person.id }, [
        person.name,
        ...person.aliases,
        person.name.split(" ").at(-1) ?? "",
      ]);
    const places = new Set(knowledge.deals.flatMap((deal) => deal.sites.flatMap(placesOf)));
    for (const place of places) this.#add({ type: "place", id: place }, [place]);
    for (const [code, names] of Object.entries(DEMONYMS))
      if (places.has(countryName(code)))
        this.#add(
          { type: "place", id: countryName(code) },
          names.filter((name) => !this.#byKey.has(words(name).join(" "))),
        );
    for (const metric of knowledge.metrics)
      this.#add({ type: "metric", id: metric.id }, [metric.name, ...metric.aliases]);
    for (const topic of knowledge.topics) this.#add({ type: "topic", id: topic.id }, [topic.name, ...topic.aliases]);
    for (const rate of knowledge.rates) this.#add({ type: "rate", id: rate.id }, [rate.name, ...rate.aliases]);
    for (const term of knowledge.glossary) this.#add({ type: "term", id: term.id }, [term.term, ...term.aliases]);
  }

  #add(ref: Ref, names: readonly string[], ticker = false): void {
    for (const name of names) {
      const parts = words(name);
      const key = parts.join(" ");
      if (key.length < 2) continue;
      const known = this.#byKey.get(key);
      if (known) {
        if (!known.refs.some((other) => other.type === ref.type && other.id === ref.id)) known.refs.push(ref);
        if (!ticker) known.ticker = false;
        continue;
      }
      const entry: Entry = { key, name, length: parts.length, refs: [ref], ticker };
      this.#byKey.set(key, entry);
      const first = parts[0] ?? "";
      this.#firstWords.set(first, Math.max(this.#firstWords.get(first) ?? 0, parts.length));
      if (parts.length === 1 && !ticker && key.length >= 5) this.#single.push(entry);
    }
  }

  /** The records of exactly this name. */
  exact(name: string): readonly Ref[] {
    return this.#byKey.get(words(name).join(" "))?.refs ?? [];
  }

  /** Names in a text from left to right, the longest first, then words that are one slip away from a name. */
  find(text: string): Mention[] {
    const known = this.#found.get(text);
    if (known) return [...known];
    const found = this.#read(text);
    if (text.length < LONGEST_KEPT) this.#found.set(text, found);
    return [...found];
  }

  #read(text: string): Mention[] {
    const found: Mention[] = [];
    const tokens = spans(text);
    for (let i = 0; i < tokens.length; ) {
      const hit = this.#longestAt(text, tokens, i, tokens.length) ?? this.#slipAt(tokens, i);
      if (hit) found.push(hit.mention, ...this.#within(text, tokens, i, hit));
      i += hit?.taken ?? 1;
    }
    return found;
  }

  /** "OpenAI revenue" is a metric, and still says OpenAI: whose it is stands within the names of metrics and the like. */
  #within(
    text: string,
    tokens: ReturnType<typeof spans>,
    at: number,
    hit: { mention: Mention; taken: number },
  ): Mention[] {
    if (hit.taken < 2 || hit.mention.refs.some((ref) => ref.type === "deal" || ref.type === "org")) return [];
    const inner: Mention[] = [];
    for (let i = at; i < at + hit.taken; ) {
      // From the first word on only a shorter name is another one.
      const part = this.#longestAt(text, tokens, i, i === at ? at + hit.taken - 1 : at + hit.taken);
      const refs = part?.mention.refs.filter((ref) => ref.type === "org" || ref.type === "person") ?? [];
      if (part && refs.length > 0) inner.push({ ...part.mention, refs });
      // A longer name of something else may begin with the name of an organisation.
      i += part && refs.length > 0 ? part.taken : 1;
    }
    return inner;
  }

  #longestAt(
    text: string,
    tokens: ReturnType<typeof spans>,
    i: number,
    end: number,
  ): { mention: Mention; taken: number } | undefined {
    const most = this.#firstWords.get(tokens[i]?.word ?? "") ?? 0;
    for (let length = Math.min(most, end - i); length > 0; length--) {
      const part = tokens.slice(i, i + length);
      const entry = this.#byKey.get(part.map((token) => token.word).join(" "));
      const [first, last] = [part[0], part.at(-1)];
      if (!entry || !first || !last) continue;
      const written = text.slice(first.start, last.end);
      // "The value of OpenAI's contract" is not the value of OpenAI.
      if (length > 1 && POSSESSIVE.test(text.slice(last.end)) && !entry.refs.some((ref) => OWNERS.has(ref.type)))
        continue;
      if (entry.ticker && written !== written.toUpperCase() && !(written.length >= 4 && written.length > 0)) continue;
      return {
        mention: { refs: entry.refs, name: entry.name, start: first.start, end: last.end, exact: true },
        taken: length,
      };
    }
    return undefined;
  }

  #slipAt(tokens: ReturnType<typeof spans>, i: number): { mention: Mention; taken: number } | undefined {
    const token = tokens[i];
    if (!token || token.word.length < 5 || /\d/.test(token.word) || isEnglish(token.word)) return undefined;
    let best: Entry | undefined;
    let ties = 0;
    for (const entry of this.#single) {
      if (Math.abs(entry.key.length - token.word.length) > 1 || entry.key[0] !== token.word[0]) continue;
      if (distance(entry.key, token.word) === 1 || isSwap(entry.key, token.word)) {
        if (best) ties++;
        best = entry;
      }
    }
    // Names that only resemble each other are not taken for one another: Cohere is not Coherent.
    if (!best || ties > 0 || best.key.startsWith(token.word) || token.word.startsWith(best.key)) return undefined;
    return {
      mention: { refs: best.refs, name: best.name, start: token.start, end: token.end, exact: false },
      taken: 1,
    };
  }

  /** The names nearest in spelling, for “did you mean”. */
  nearest(name: string, type: RefType, limit: number): Ref[] {
    const wanted = words(name).join(" ");
    const best: { ref: Ref; score: number }[] = [];
    for (const entry of this.#byKey.values()) {
      const refs = entry.refs.filter((ref) => ref.type === type);
      if (refs.length === 0) continue;
      const longer = Math.max(wanted.length, entry.key.length);
      const part = entry.key.includes(wanted) || wanted.includes(entry.key) ? 0.35 : 1;
      // So many letters differ at least: a name that cannot be among the nearest is not compared letter by letter.
      const least = (Math.abs(wanted.length - entry.key.length) / longer) * part;
      if (best.length === limit && least >= (best.at(-1)?.score ?? 0)) continue;
      const score = (distance(wanted, entry.key) / longer) * part;
      for (const ref of refs) keepNearest(best, { ref, score }, limit);
    }
    return best.map((entry) => entry.ref);
  }

  /** For autocomplete: records whose name begins with, then contains, what was typed. */
  startingWith(typed: string, types: readonly RefType[]): Ref[] {
    const wanted = words(typed).join(" ");
    const hits: { ref: Ref; score: number }[] = [];
    for (const entry of this.#byKey.values()) {
      const score = entry.key.startsWith(wanted)
        ? 0
        : entry.key.includes(` ${wanted}`)
          ? 1
          : entry.key.includes(wanted)
            ? 2
            : 3;
      if (score === 3) continue;
      for (const ref of entry.refs) if (types.includes(ref.type)) hits.push({ ref, score });
    }
    hits.sort((a, b) => a.score - b.score);
    const best = new Map<string, Ref>();
    for (const { ref } of hits) {
      const key = `${ref.type}:${ref.id}`;
      if (!best.has(key)) best.set(key, ref);
    }
    return [...best.values()];
  }
}

/** Puts a record in its place among the nearest, once, by its nearest name. */
function keepNearest(best: { ref: Ref; score: number }[], entry: { ref: Ref; score: number }, limit: number): void {
  const same = best.findIndex((other) => other.ref.id === entry.ref.id);
  if (same >= 0 && (best[same]?.score ?? 0) <= entry.score) return;
  if (same >= 0) best.splice(same, 1);
  const at = best.findIndex((other) => other.score > entry.score);
  best.splice(at < 0 ? best.length : at, 0, entry);
  if (best.length > limit) best.pop();
}

/** The names of where a site lies, from the town to the country. */
export const placesOf = (site: Place): string[] =>
  [...(site.place?.split(", ") ?? []), site.region, countryName(site.country)].filter((name): name is string =>
    Boolean(name),
  );

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return (
    at >= 0 && at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
};
