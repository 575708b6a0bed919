import { eachCite, withSources } from "./each-cite.ts";
import type { Rule } from "./rule.ts";

export const sourcesResolve: Rule = {
  name: "sources-resolve",
  holds: "Every source id stands in the record or in sources.yaml, once.",
  check(knowledge, report) {
    const shared = new Set<string>();
    knowledge.sources.forEach((source, index) => {
      if (shared.has(source.id)) report("sources.yaml", [index, "id"], `“${source.id}” stands twice: rename one`);
      shared.add(source.id);
    });
    for (const [folder, records] of withSources(knowledge)) {
      for (const record of records) {
        const file = `${folder}/${record.id}.yaml`;
        const own = new Set<string>();
        record.sources.forEach((source, index) => {
          if (own.has(source.id)) report(file, ["sources", index, "id"], `“${source.id}” stands twice: rename one`);
          own.add(source.id);
        });
        eachCite(record, (path, id) => {
          if (!own.has(id) && !shared.has(id))
            report(file, path, `no source has the id “${id}”: add it under sources or mend the id`);
        });
      }
    }
  },
};
