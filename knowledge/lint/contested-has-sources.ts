import type { Rule } from "./rule.ts";

export const contestedHasSources: Rule = {
  name: "contested-has-sources",
  holds: "A figure with several versions says why one is preferred.",
  check(knowledge, report) {
    const check = (
      file: string,
      path: PropertyKey[],
      figure: { disputes?: unknown[] | undefined; preferred_because?: string | undefined },
    ) => {
      if (figure.disputes?.length && !figure.preferred_because)
        report(file, [...path, "disputes"], "say in preferred_because why this version is the preferred one");
    };
    for (const deal of knowledge.deals) {
      deal.events.forEach((event, i) => {
        event.figures?.forEach((figure, k) => check(`deals/${deal.id}.yaml`, ["events", i, "figures", k], figure));
      });
    }
    for (const metric of knowledge.metrics)
      metric.points.forEach((point, i) => check(`metrics/${metric.id}.yaml`, ["points", i], point));
  },
};
