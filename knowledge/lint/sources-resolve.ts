import type { Knowledge } from "../read.ts";
import type { Source } from "../schema.ts";
import type { Rule } from "./rule.ts";

export const sourcesResolve: Rule = {
  name: "sources-resolve",
  holds: "Every source id stands in the record or in sources.yaml, once, and every source of a record is used.",
  check(knowledge, report) {
    const shared = new Set(knowledge.sources.map((source) => source.id));
    for (const [folder, records] of withSources(knowledge)) {
      for (const record of records) {
        const file = `${folder}/${record.id}.yaml`;
        const own = new Set<string>();
        record.sources.forEach((source, index) => {
          if (own.has(source.id)) report(file, ["sources", index, "id"], `“${source.id}” stands twice: rename one`);
          own.add(source.id);
        });
        const used = new Set<string>();
        walk(record, [], (path, id) => {
          used.add(id);
          if (!own.has(id) && !shared.has(id))
            report(file, path, `no source has the id “${id}”: add it under sources or mend the id`);
        });
        if (folder === "rates" || folder === "glossary") continue;
        record.sources.forEach((source, index) => {
          if (!used.has(source.id))
            report(
              file,
              ["sources", index, "id"],
              `nothing cites “${source.id}”: cite it where it supports something or remove it`,
            );
        });
      }
    }
  },
};

type WithSources = { id: string; sources: readonly Source[] };
function withSources(knowledge: Knowledge): [string, readonly WithSources[]][] {
  return [
    ["deals", knowledge.deals],
    ["metrics", knowledge.metrics],
    ["topics", knowledge.topics],
    ["rates", knowledge.rates],
    ["glossary", knowledge.glossary],
  ];
}

/** Calls `cite` for every id in a `sources` or `cites` list below `value`. */
function walk(value: unknown, path: PropertyKey[], cite: (path: PropertyKey[], id: string) => void): void {
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], cite));
  else if (value && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      if ((key === "sources" || key === "cites") && Array.isArray(item)) {
        item.forEach((id, index) => {
          if (typeof id === "string") cite([...path, key, index], id);
        });
      }
      walk(item, [...path, key], cite);
    }
  }
}
