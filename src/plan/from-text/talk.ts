/** Greetings, help, what is asked of the bot itself, and what is not its business. */
import { gated } from "../../knowledge/gated.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";
import { FUTURE, GREETING, GRIEF, NEXT, OPINION, PRIVATE, REPORTS, SELF } from "./asks.ts";
import { marketData } from "./market-data.ts";
import { isOtherField } from "./other-fields.ts";
import { isPrivateLife } from "./private-life.ts";
import type { ReadRule } from "./reading.ts";

/** "The better deal per MW: 2.1bn for 150 MW or 3.9bn for 290 MW" is told by numbers. */
const COUNTED = gated(
  /\b(?:better|best|cheaper) (?:deal|price|value|offer|rate)\b.*\d.*\b(?:for|per|at|over)\b.*\d.*\b(?:or|vs\.?|versus|and|against)\b.*\d/i,
);

const OF_ITSELF = patternTable(SELF, ({ pattern }) => pattern);

export const talk: ReadRule = {
  name: "talk",
  read(reading) {
    const { question, names } = reading;
    if (!/[\p{L}\d()+*/=×÷]/u.test(question)) return { kind: "about", topic: "nothing-asked" };
    if (GREETING.test(question)) return { kind: "about", topic: "greeting" };
    if (PRIVATE.test(question) || isPrivateLife(reading)) return { kind: "decline", reason: "private" };
    const self = OF_ITSELF.first(question);
    if (self && names.deals.length + names.orgs.length === 0) return { kind: "about", topic: self.topic };
    if (OPINION.test(question) && !COUNTED.test(question)) return { kind: "decline", reason: "opinion" };
    if (isOtherField(question)) return { kind: "decline", reason: "out-of-scope" };
    const quoted = marketData(reading);
    if (quoted) return quoted;
    if (REPORTS.test(question) || NEXT.test(question) || (GRIEF.test(question) && names.deals.length === 0))
      return { kind: "decline", reason: "future" };
    // Of a deal or a company the records may hold what was said to be expected.
    if (FUTURE.test(question) && names.deals.length + names.orgs.length === 0)
      return { kind: "decline", reason: "future" };
    return null;
  },
};
