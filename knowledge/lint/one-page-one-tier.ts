import type { Source } from "../schema.ts";
import { everySource } from "./every-source.ts";
import type { Rule } from "./rule.ts";

export const onePageOneTier: Rule = {
  name: "one-page-one-tier",
  holds: "A page that several records cite has one tier in all of them, and one day, or one reason why it has none.",
  check(knowledge, report) {
    const first = new Map<string, { source: Source; file: string }>();
    for (const { file, path, source } of everySource(knowledge)) {
      if (source.url === null) continue;
      const known = first.get(source.url);
      if (!known) {
        first.set(source.url, { source, file });
        continue;
      }
      const said = (value: string) =>
        `“${known.source.id}” in ${known.file} says ${value} of this page: mend one of them`;
      if (known.source.tier !== source.tier) report(file, [...path, "tier"], said(known.source.tier));
      const [a, b] = [dayOf(known.source), dayOf(source)];
      if (!a.startsWith(b) && !b.startsWith(a)) report(file, [...path, "date"], said(a));
    }
  },
};

const dayOf = ({ date, undated }: Source): string => date ?? undated ?? "";
