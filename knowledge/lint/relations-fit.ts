import type { Status } from "../schema.ts";
import type { Rule } from "./rule.ts";

const over = new Set<Status | undefined>(["superseded", "lapsed", "cancelled"]);

export const relationsFit: Rule = {
  name: "relations-fit",
  holds:
    "A deal is related to another in one way; a shared campus is named on both sides; what a deal supersedes has ended.",
  check(knowledge, report) {
    const deals = new Map(knowledge.deals.map((deal) => [deal.id, deal]));
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      const seen = new Map<string, string>();
      for (const relation of ["part_of", "supersedes", "financed_by", "same_campus", "related"] as const) {
        deal[relation].forEach((id, i) => {
          const other = seen.get(id);
          if (other) report(file, [relation, i], `“${id}” stands under ${other} already: keep the closer relation`);
          seen.set(id, relation);
        });
      }
      deal.same_campus.forEach((id, i) => {
        if (deals.has(id) && !deals.get(id)?.same_campus.includes(deal.id))
          report(file, ["same_campus", i], `write “same_campus: [${deal.id}]” in deals/${id}.yaml as well`);
      });
      deal.supersedes.forEach((id, i) => {
        const status = deals.get(id)?.events.findLast((event) => event.status)?.status;
        if (deals.has(id) && !over.has(status))
          report(
            file,
            ["supersedes", i],
            `“${id}” is still ${status}: add the event with which it was superseded there`,
          );
      });
    }
  },
};
