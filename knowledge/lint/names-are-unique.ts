import type { Report, Rule } from "./rule.ts";

type Named = { file: string; at: PropertyKey[]; id: string; names: readonly string[] };

export const namesAreUnique: Rule = {
  name: "names-are-unique",
  holds: "No two records of a kind share an id, a name or an alias.",
  check(knowledge, report) {
    const inFolder = (
      folder: string,
      records: readonly { id: string; name?: string; term?: string; aliases: readonly string[] }[],
    ): Named[] =>
      records.map((record) => ({
        file: `${folder}/${record.id}.yaml`,
        at: [],
        id: record.id,
        names: [record.name ?? record.term ?? record.id, ...record.aliases],
      }));
    const inList = (
      file: string,
      records: readonly { id: string; name: string; aliases: readonly string[]; tickers?: readonly string[] }[],
    ): Named[] =>
      records.map((record, index) => ({
        file,
        at: [index],
        id: record.id,
        names: [record.name, ...record.aliases, ...(record.tickers ?? [])],
      }));
    for (const records of [
      inFolder("deals", knowledge.deals),
      inFolder("metrics", knowledge.metrics),
      inFolder("topics", knowledge.topics),
      inFolder("rates", knowledge.rates),
      inFolder("glossary", knowledge.glossary),
      inList("organisations.yaml", knowledge.organisations),
      inList("people.yaml", knowledge.people),
    ]) {
      unique(records, report);
    }
  },
};

function unique(records: readonly Named[], report: Report): void {
  const owner = new Map<string, string>();
  const ids = new Set<string>();
  for (const { file, at, id, names } of records) {
    if (ids.has(id)) report(file, [...at, "id"], `another record has the id “${id}”: rename one`);
    ids.add(id);
    for (const name of names) {
      const key = name.toLowerCase();
      const other = owner.get(key);
      if (other === id) report(file, [...at, "aliases"], `“${name}” stands twice: remove one`);
      else if (other !== undefined)
        report(file, [...at, "aliases"], `“${name}” is also a name of ${other}: keep it in one of the two`);
      owner.set(key, id);
    }
  }
}
