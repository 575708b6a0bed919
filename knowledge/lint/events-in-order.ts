import type { Rule } from "./rule.ts";

export const eventsInOrder: Rule = {
  name: "events-in-order",
  holds: "Events, and the points of a metric, stand oldest first.",
  check(knowledge, report) {
    const inOrder = (file: string, field: string, key: string, dates: readonly string[]) => {
      dates.forEach((date, i) => {
        const before = dates[i - 1];
        // A month stands before its days: only the part that both give is compared.
        const shared = before === undefined ? 0 : Math.min(before.length, date.length);
        if (before !== undefined && before.slice(0, shared) > date.slice(0, shared))
          report(file, [field, i, key], `${date} stands after ${before}: move it up`);
      });
    };
    for (const deal of knowledge.deals)
      inOrder(
        `deals/${deal.id}.yaml`,
        "events",
        "date",
        deal.events.map((event) => event.date),
      );
    for (const metric of knowledge.metrics)
      inOrder(
        `metrics/${metric.id}.yaml`,
        "points",
        "as_of",
        metric.points.map((point) => point.as_of),
      );
  },
};
