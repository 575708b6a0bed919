import { eachCite, withSources } from "./each-cite.ts";
import type { Rule } from "./rule.ts";

export const sourcesAreUsed: Rule = {
  name: "sources-are-used",
  holds: "Every source is cited, and no record lists one page twice. A rate or a term rests on its sources as a whole.",
  check(knowledge, report) {
    const everywhere = new Set<string>();
    for (const [folder, records] of withSources(knowledge)) {
      for (const record of records) {
        const file = `${folder}/${record.id}.yaml`;
        const used = new Set<string>();
        eachCite(record, (_path, id) => {
          used.add(id);
          everywhere.add(id);
        });
        const pages = new Map<string, string>();
        record.sources.forEach((source, index) => {
          const same = source.url && pages.get(source.url);
          if (same) report(file, ["sources", index, "url"], `is the page of “${same}”: keep one of the two`);
          if (source.url) pages.set(source.url, source.id);
          if (folder !== "rates" && folder !== "glossary" && !used.has(source.id))
            report(
              file,
              ["sources", index, "id"],
              `nothing cites “${source.id}”: cite it where it supports something or remove it`,
            );
        });
      }
    }
    knowledge.sources.forEach((source, index) => {
      if (!everywhere.has(source.id))
        report("sources.yaml", [index, "id"], `no record cites “${source.id}”: cite it or remove it`);
    });
  },
};
