/** Which statements and records have a name in their words. */
import type { Deal } from "../../knowledge/schema.ts";
import type { Library } from "./library.ts";
import type { Ref } from "./names.ts";
import { keyOf, type Statement, statementsOf } from "./statements.ts";
import { contentRoots, words } from "./words.ts";

/** Statements by their ids; the keys of records whose names, parties or summary have the name, and of those whose names do. */
export type NamedIn = {
  statements: ReadonlySet<number>;
  records: ReadonlySet<string>;
  titles: ReadonlySet<string>;
};

const NAMED = new WeakMap<Library, Map<string, NamedIn>>();

/** Where one of a record's names stands in full, by its roots. */
export function namedIn(library: Library, ref: Ref): NamedIn {
  const known = NAMED.get(library) ?? new Map<string, NamedIn>();
  NAMED.set(library, known);
  const key = keyOf(ref);
  const found = known.get(key) ?? search(library, namesOf(library, ref));
  known.set(key, found);
  return found;
}

function search(library: Library, names: readonly (readonly string[])[]): NamedIn {
  const { own, byRecord } = statementsOf(library);
  const statements = new Set<number>();
  for (const [first = "", ...others] of names) {
    const also = others.map((word) => new Set(own.get(word)));
    for (const id of own.get(first) ?? []) if (also.every((ids) => ids.has(id))) statements.add(id);
  }
  const [records, titles] = [new Set<string>(), new Set<string>()];
  for (const [key, { title, words }] of byRecord) {
    if (names.some((parts) => parts.every((part) => words.exact.has(part)))) records.add(key);
    if (names.some((parts) => parts.every((part) => title.exact.has(part)))) titles.add(key);
  }
  return { statements, records, titles };
}

/** The roots by which a name stands in a sentence: all of those of one of its forms. */
function namesOf(library: Library, ref: Ref): readonly (readonly string[])[] {
  const org = library.organisations.get(ref.id);
  const names =
    ref.type === "org"
      ? [org?.name ?? "", ...(org?.aliases ?? [])]
      : ref.type === "person"
        ? [library.people.get(ref.id)?.name.split(" ").at(-1) ?? ""]
        : ref.type === "place"
          ? [ref.id]
          : [];
  const { own } = statementsOf(library);
  // Of "X-energy" and "X.AI" a word is left that stands in any record.
  const isWord = (parts: readonly string[], name: string): boolean =>
    parts.length === 1 && words(name).length > 1 && (own.get(parts[0] ?? "")?.length ?? 0) > OF_A_NAME;
  return names.flatMap((name) => {
    const parts = contentRoots(name);
    return parts.length === 0 || isWord(parts, name) ? [] : [parts];
  });
}
/** In more statements than this a word that is left of a name is no name. */
const OF_A_NAME = 30;

const DEAL_WORDS = new WeakMap<Deal, ReadonlySet<string>>();
/** The roots of a deal's name and other names. */
export function nameWordsOf(deal: Deal): ReadonlySet<string> {
  let known = DEAL_WORDS.get(deal);
  if (!known) {
    known = new Set(contentRoots([deal.name, ...deal.aliases].join(" ")));
    DEAL_WORDS.set(deal, known);
  }
  return known;
}

const KINDS = new WeakMap<Statement, { who: boolean; where: boolean }>();
/** Whether a sentence names somebody, and a place. */
export function kindsNamed(library: Library, statement: Statement): { who: boolean; where: boolean } {
  const known = KINDS.get(statement);
  if (known) return known;
  const types = new Set(library.names.find(statement.text).flatMap((mention) => mention.refs.map((ref) => ref.type)));
  const found = { who: types.has("org") || types.has("person"), where: types.has("place") };
  KINDS.set(statement, found);
  return found;
}
