import { everyAmount } from "./every-amount.ts";
import type { Rule } from "./rule.ts";

export const contestedHasSources: Rule = {
  name: "contested-has-sources",
  holds: "A figure with several versions says why one is preferred, and the versions do not all rest on one source.",
  check(knowledge, report) {
    for (const { file, path, amount, figure } of everyAmount(knowledge)) {
      if (amount !== figure) continue;
      const { disputes = [], preferred_because, sources } = figure;
      if (disputes.length === 0) {
        if (preferred_because)
          report(
            file,
            [...path, "preferred_because"],
            "there is no other version: add it under disputes or remove this",
          );
        continue;
      }
      if (!preferred_because)
        report(file, [...path, "disputes"], "say in preferred_because why this version is the preferred one");
      if (new Set([...sources, ...disputes.flatMap((dispute) => dispute.sources)]).size < 2)
        report(file, [...path, "disputes"], "one source gives all versions: cite who gives the other one");
    }
  },
};
