import { everyAmount } from "./every-amount.ts";
import type { Rule } from "./rule.ts";

export const weakIsNotHigh: Rule = {
  name: "weak-is-not-high",
  holds: "A figure that only blogs, reposts and social posts carry is not of high confidence, so that answers say so.",
  check(knowledge, report) {
    const shared = new Map(knowledge.sources.map((source) => [source.id, source.tier]));
    const tiers = new Map(
      [...knowledge.deals, ...knowledge.metrics].map((record) => [
        record.id,
        new Map(record.sources.map((source) => [source.id, source.tier])),
      ]),
    );
    for (const { file, path, amount, figure } of everyAmount(knowledge)) {
      if (amount !== figure || figure.confidence !== "high") continue;
      const own = tiers.get(file.replace(/^.*\/|\.yaml$/g, ""));
      const all = figure.sources.map((id) => own?.get(id) ?? shared.get(id) ?? "secondary");
      if (all.every((tier) => tier === "secondary" || tier === "repost"))
        report(
          file,
          [...path, "sources"],
          `only ${[...new Set(all)].join(" and ")} pages carry it: cite a better one, or write “confidence: medium” (several agree) or “low”`,
        );
    }
  },
};
