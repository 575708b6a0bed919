/** Fields and lists of a record, compared in words. */
import type { Event } from "../schema.ts";
import type { WhatChanged } from "./change.ts";
import { sayEntry } from "./say-entry.ts";

/** What differs in the fields, but for those of `skip`; `prefix` stands before their names. */
export function diffFields(was: object, is: object, skip: readonly string[] = [], prefix = ""): WhatChanged[] {
  const [old, now] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((field) => !skip.includes(field))
    .flatMap((field): WhatChanged[] => {
      const [before, after] = [old.get(field), now.get(field)];
      if (Array.isArray(before) || Array.isArray(after))
        return diffEntries(`${prefix}${field}`, field, before ?? [], after ?? []);
      const [from, to] = [inWords(before), inWords(after)];
      return from === to ? [] : [{ kind: "field", field: `${prefix}${field}`, before: from, after: to }];
    });
}

const inWords = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));

/** Entries are the same where they say the same: their order is no fact. */
function diffEntries(
  list: string,
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
): WhatChanged[] {
  const [old, now] = [before, after].map((entries) => new Set(entries.map((entry) => sayEntry(field, entry))));
  return [
    ...[...(now ?? [])]
      .filter((entry) => !old?.has(entry))
      .map((entry) => ({ kind: "entry" as const, list, before: null, after: entry })),
    ...[...(old ?? [])]
      .filter((entry) => !now?.has(entry))
      .map((entry) => ({ kind: "entry" as const, list, before: entry, after: null })),
  ];
}

/** An event whose day or whose sentence stayed is the same event, told otherwise. */
export function diffEvents(was: readonly Event[], is: readonly Event[]): WhatChanged[] {
  const told = ({ date, text }: Event) => ({ date, text });
  const old = was.map(told);
  const pairs = is.map((event) => ({ after: told(event), before: null as ReturnType<typeof told> | null }));
  const match = (fits: (before: Pick<Event, "date" | "text">, after: Pick<Event, "date" | "text">) => boolean) => {
    for (const pair of pairs) {
      if (pair.before) continue;
      const at = old.findIndex((event) => fits(event, pair.after));
      if (at >= 0) pair.before = old.splice(at, 1)[0] ?? null;
    }
  };
  match((a, b) => a.date === b.date && a.text === b.text);
  match((a, b) => a.text === b.text);
  match((a, b) => a.date === b.date);
  return [
    ...pairs
      .filter(({ before, after }) => before?.date !== after.date || before.text !== after.text)
      .map(({ before, after }) => ({ kind: "event" as const, before, after })),
    ...old.map((before) => ({ kind: "event" as const, before, after: null })),
  ];
}
