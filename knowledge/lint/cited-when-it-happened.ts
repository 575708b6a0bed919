import type { Rule } from "./rule.ts";

export const citedWhenItHappened: Rule = {
  name: "cited-when-it-happened",
  holds: "An event has a source that is not older than the event.",
  check(knowledge, report) {
    const shared = new Map(knowledge.sources.map((source) => [source.id, source.date]));
    for (const deal of knowledge.deals) {
      const own = new Map(deal.sources.map((source) => [source.id, source.date]));
      deal.events.forEach((event, i) => {
        const dates = event.sources.map((id) => own.get(id) ?? shared.get(id) ?? null);
        if (dates.every((date) => date !== null && isBefore(date, event.date)))
          report(
            `deals/${deal.id}.yaml`,
            ["events", i, "sources"],
            `all sources are older (${dates.join(", ")}) than the event (${event.date}): cite a later one or mend the day`,
          );
      });
    }
  },
};

/** A month is not before its days: only the part that both give is compared. */
const isBefore = (a: string, b: string): boolean => {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) < b.slice(0, shared);
};
