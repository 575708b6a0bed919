import type { Rule } from "./rule.ts";

export const startsWithStatus: Rule = {
  name: "starts-with-status",
  holds: "The first event of a deal has a status, and a superseded deal has a deal that supersedes it.",
  check(knowledge, report) {
    const replaced = new Set(knowledge.deals.flatMap((deal) => deal.supersedes));
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      if (!deal.events[0]?.status)
        report(file, ["events", 0], "the first event needs a status: write what the deal was on that day");
      const last = deal.events.findLast((event) => event.status)?.status;
      if (last === "superseded" && !replaced.has(deal.id))
        report(file, ["events"], `no deal has “supersedes: [${deal.id}]”: add it to the one that took its place`);
    }
  },
};
