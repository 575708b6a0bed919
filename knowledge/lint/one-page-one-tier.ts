import type { Source } from "../schema.ts";
import { withSources } from "./each-cite.ts";
import type { Rule } from "./rule.ts";

export const onePageOneTier: Rule = {
  name: "one-page-one-tier",
  holds: "A page that several records cite has one tier in all of them, and one day where they give it.",
  check(knowledge, report) {
    const first = new Map<string, { source: Source; file: string }>();
    const hold = (source: Source, file: string, path: PropertyKey[]) => {
      if (source.url === null) return;
      const known = first.get(source.url);
      if (!known) {
        first.set(source.url, { source, file });
        return;
      }
      const said = (value: string) =>
        `“${known.source.id}” in ${known.file} says ${value} of this page: mend one of them`;
      if (known.source.tier !== source.tier) report(file, [...path, "tier"], said(known.source.tier));
      const [a, b] = [known.source.date, source.date];
      if (a && b && !a.startsWith(b) && !b.startsWith(a)) report(file, [...path, "date"], said(a));
    };
    knowledge.sources.forEach((source, index) => hold(source, "sources.yaml", [index]));
    for (const [folder, records] of withSources(knowledge)) {
      for (const record of records)
        record.sources.forEach((source, index) => hold(source, `${folder}/${record.id}.yaml`, ["sources", index]));
    }
  },
};
