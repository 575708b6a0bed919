import type { Rule } from "./rule.ts";

const firm = new Set(["definitive", "under-construction", "operational", "completed"]);
const solid = new Set(["primary", "major", "press"]);

export const firmHasSource: Rule = {
  name: "firm-has-source",
  holds:
    "An event that makes a deal firm rests on a primary, major or press source, or the record's confidence is not high.",
  check(knowledge, report) {
    const shared = new Map(knowledge.sources.map((source) => [source.id, source]));
    for (const deal of knowledge.deals) {
      if (deal.confidence !== "high") continue;
      const own = new Map(deal.sources.map((source) => [source.id, source]));
      const tiers = deal.events
        .filter((event) => event.status && firm.has(event.status))
        .map((event) => event.sources.map((id) => (own.get(id) ?? shared.get(id))?.tier ?? "repost"));
      if (tiers.length > 0 && !tiers.flat().some((tier) => solid.has(tier))) {
        report(
          `deals/${deal.id}.yaml`,
          ["confidence"],
          "only blogs and reposts say that it is signed: cite a better source, or write “confidence: medium”",
        );
      }
    }
  },
};
