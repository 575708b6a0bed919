import { Undated } from "../schema.ts";
import { everySource } from "./every-source.ts";
import type { Rule } from "./rule.ts";

export const datedOrSaysWhy: Rule = {
  name: "dated-or-says-why",
  holds: "A source has a date, or says why it has none: never both.",
  check(knowledge, report) {
    for (const { file, path, source } of everySource(knowledge)) {
      if (source.date === null && !source.undated)
        report(
          file,
          [...path, "date"],
          `write the day of the page, or below it “undated:” and one of ${Undated.options.join(", ")}`,
        );
      if (source.date !== null && source.undated)
        report(file, [...path, "undated"], `the page has a date (${source.date}): remove this`);
    }
  },
};
