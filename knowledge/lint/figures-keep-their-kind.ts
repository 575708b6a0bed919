import type { Figure } from "../schema.ts";
import type { Rule } from "./rule.ts";

export const figuresKeepTheirKind: Rule = {
  name: "figures-keep-their-kind",
  holds:
    "A figure that a later event sets again counts the same in the same unit and stays the headline; `ends` names one that was set.",
  check(knowledge, report) {
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      const set = new Map<string, Figure>();
      deal.events.forEach((event, i) => {
        event.ends?.forEach((id, k) => {
          if (!set.has(id))
            report(file, ["events", i, "ends", k], `no earlier event sets “${id}”: mend the id or remove it`);
        });
        const here = new Set<string>();
        event.figures?.forEach((figure, k) => {
          const at = ["events", i, "figures", k];
          if (here.has(figure.id)) {
            report(file, [...at, "id"], `“${figure.id}” stands twice in this event: rename one`);
            return;
          }
          here.add(figure.id);
          const before = set.get(figure.id);
          if (before && before.of !== figure.of)
            report(file, [...at, "of"], `“${figure.id}” was ${before.of} before: give the ${figure.of} another id`);
          if (before && before.unit !== figure.unit)
            report(file, [...at, "unit"], `“${figure.id}” was in ${before.unit} before: give this another id`);
          if (before?.headline && !figure.headline)
            report(file, [...at, "id"], `“${figure.id}” was the headline before: write “headline: true” here too`);
          set.set(figure.id, figure);
        });
      });
    }
  },
};
