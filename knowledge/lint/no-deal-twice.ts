import type { Rule } from "./rule.ts";

export const noDealTwice: Rule = {
  name: "no-deal-twice",
  holds: "No two deals of one kind have the same parties and the same first day, unless one names the other.",
  check(knowledge, report) {
    const first = new Map<string, (typeof knowledge.deals)[number]>();
    for (const deal of knowledge.deals) {
      const date = deal.events[0]?.date ?? "";
      if (date.length < 10) continue;
      const key = [deal.kind, date, ...new Set(deal.parties.map((party) => party.org).sort())].join(" ");
      const other = first.get(key);
      first.set(key, deal);
      if (!other || names(deal, other.id) || names(other, deal.id)) continue;
      report(
        `deals/${deal.id}.yaml`,
        ["parties"],
        `looks like “${other.id}” (kind, parties and first day): make them one, or name it under related`,
      );
    }
  },
};

type Deal = Parameters<Rule["check"]>[0]["deals"][number];
const names = (deal: Deal, id: string): boolean =>
  [deal.part_of, deal.supersedes, deal.financed_by, deal.same_campus, deal.related].some((list) => list.includes(id));
