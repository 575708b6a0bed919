/** A table is rows of plain cells; lists are words with a space between, or with “ | ” where the words have spaces. */
import type { Knowledge } from "../read.ts";
import type { Source } from "../schema.ts";

export type Cell = string | number | boolean | null;
export type Row = { id: string } & Record<string, Cell>;

export const joined = (words: readonly string[] | undefined): string => (words ?? []).join(" | ");

/** Gives each id once: the second of one name becomes “name/2”, in the order in which they are asked for. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}/${count}`;
  };
}

type Owner = { id: string; sources?: readonly Source[] };
/** The ids of the sources table for the sources that a record names: its own, else the shared ones. */
export function citing(record: Owner, { sources }: Knowledge): (ids: readonly string[] | undefined) => string {
  const own = new Set(record.sources?.map((source) => source.id));
  const shared = new Set(sources.map((source) => source.id));
  return (ids) =>
    (ids ?? []).map((id) => (own.has(id) || !shared.has(id) ? `${record.id}/${id}` : `shared/${id}`)).join(" ");
}

export const sourceRow = (owner: string, source: Source): Row => ({
  ...source,
  undated: source.undated ?? null,
  id: `${owner}/${source.id}`,
  record: owner === "shared" ? null : owner,
});
