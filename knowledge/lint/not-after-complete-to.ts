import type { Rule } from "./rule.ts";

export const notAfterCompleteTo: Rule = {
  name: "not-after-complete-to",
  holds: "Nothing is told as having happened after the day to which the knowledge is complete.",
  check(knowledge, report) {
    const end = knowledge.meta.complete_to;
    for (const deal of knowledge.deals) {
      deal.events.forEach((event, i) => {
        if (event.date > end)
          report(
            `deals/${deal.id}.yaml`,
            ["events", i, "date"],
            `${event.date} is after complete_to (${end}): put it under expected, or move complete_to`,
          );
      });
    }
    for (const metric of knowledge.metrics) {
      metric.points.forEach((point, i) => {
        if (point.as_of > end)
          report(`metrics/${metric.id}.yaml`, ["points", i, "as_of"], `${point.as_of} is after complete_to (${end})`);
      });
    }
  },
};
