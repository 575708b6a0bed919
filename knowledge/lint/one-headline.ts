import { isMoney } from "./every-amount.ts";
import type { Rule } from "./rule.ts";

export const oneHeadline: Rule = {
  name: "one-headline",
  holds: "A deal has at most one headline figure in money and one in power or count; an estimate is never one.",
  check(knowledge, report) {
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      const headline: Record<"money" | "other", string | undefined> = { money: undefined, other: undefined };
      deal.events.forEach((event, i) => {
        event.figures?.forEach((figure, k) => {
          if (!figure.headline) return;
          const kind = isMoney(figure.unit) ? "money" : "other";
          const at = ["events", i, "figures", k, "headline"];
          if (figure.of === "estimate")
            report(file, at, "an estimate cannot be the headline: choose a figure of the deal itself");
          if (headline[kind] && headline[kind] !== figure.id)
            report(file, at, `“${headline[kind]}” is the headline already: keep one`);
          headline[kind] = figure.id;
        });
      });
    }
  },
};
