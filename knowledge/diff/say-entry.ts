import type { Deal, Fact, Figure, Flow, Person, Place, Source } from "../schema.ts";

type Said = {
  aliases: string;
  contested: Deal["contested"][number];
  disputes: NonNullable<Figure["disputes"]>[number];
  expected: Deal["expected"][number];
  facts: Fact;
  flows: Flow;
  parties: Deal["parties"][number];
  roles: Person["roles"][number];
  sites: Place;
  sources: Source;
};

const SAY: { [List in keyof Said]: (entry: Said[List]) => string } = {
  aliases: (alias) => alias,
  contested: ({ text }) => text,
  disputes: ({ says }) => says,
  expected: ({ date, text }) => `${date}: ${text}`,
  facts: ({ text }) => text,
  flows: ({ from, to, what, figure }) => `${from} → ${to}: ${what}${figure ? ` (${figure})` : ""}`,
  parties: ({ org, role }) => `${org}, ${role}`,
  roles: ({ org, title }) => `${title}, ${org}`,
  sites: ({ campus, place, region, country }) => [campus, place, region, country].filter(Boolean).join(", "),
  sources: ({ title, publisher }) => `${title} (${publisher})`,
};

/** An entry of a list in words. Ids and plain texts say themselves. */
export function sayEntry(list: string, entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  return list in SAY ? SAY[list as keyof Said](entry as never) : JSON.stringify(entry);
}
