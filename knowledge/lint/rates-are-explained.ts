import type { Rule } from "./rule.ts";

export const ratesAreExplained: Rule = {
  name: "rates-are-explained",
  holds:
    "A rate has a value and a source, or a note that says why not; each quantity has at most one default; a coined term has a source.",
  check(knowledge, report) {
    const defaults = new Map<string, string>();
    for (const rate of knowledge.rates) {
      const file = `rates/${rate.id}.yaml`;
      if (rate.sources.length + rate.cites.length === 0 && !rate.note)
        report(file, ["sources"], "name a source, or say in note why there is none");
      if (rate.low === null && rate.mid === null && rate.high === null) {
        if (!rate.note) report(file, ["mid"], "write a value, or say in note why there is none");
        if (rate.default) report(file, ["default"], "a rate without a value cannot be the default: choose another");
      }
      if (!rate.default) continue;
      const other = defaults.get(rate.quantity);
      if (other) report(file, ["default"], `“${other}” is the default of ${rate.quantity} already: keep one`);
      defaults.set(rate.quantity, rate.id);
    }
    for (const term of knowledge.glossary) {
      if (term.said_by && term.sources.length + term.cites.length === 0)
        report(`glossary/${term.id}.yaml`, ["said_by"], `name a source in which ${term.said_by} says so`);
    }
  },
};
