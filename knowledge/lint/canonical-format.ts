import { toCanonical } from "./canonical.ts";
import type { Rule } from "./rule.ts";

export const canonicalFormat: Rule = {
  name: "canonical-format",
  holds: "A record is written in the one form that `npm run knowledge:lint -- --fix` writes.",
  check(_knowledge, report, files) {
    for (const source of files.values()) {
      // Sorting its fields does not change where they stand in the text.
      const written = toCanonical(source, source.document);
      if (written === source.text) continue;
      const [is, should] = [source.text.split("\n"), written.split("\n")];
      const at = is.findIndex((line, index) => line !== should[index]);
      const line = at < 0 ? is.length : at + 1;
      report(
        source.file,
        { line },
        `write “${(should[line - 1] ?? "").trim()}”: npm run knowledge:lint -- --fix does it`,
      );
    }
  },
};
