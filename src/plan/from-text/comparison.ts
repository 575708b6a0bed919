/** "A vs B", "is A or B larger": two or three deals. */
import { readNames } from "../../knowledge/resolve.ts";
import { COMPARE } from "./asks.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { ReadRule } from "./reading.ts";

/** "Azure or AWS: whom has OpenAI promised more": who stands apart from the sides belongs to each of them. */
function sharedOrgs(all: readonly string[], sides: readonly { orgs: readonly string[] }[]): string[] {
  const alone = sides.filter((side) => side.orgs.length === 1).map((side) => side.orgs[0]);
  if (new Set(alone).size < 3)
    return sides.some((side) => side.orgs.length > 1)
      ? [...(sides.find((side) => side.orgs.length > 1)?.orgs ?? [])].slice(0, 1)
      : [];
  return all.filter((org) => org === alone.at(-1));
}

export const comparison: ReadRule = {
  name: "comparison",
  read(reading) {
    const { question, library, dates } = reading;
    if (!COMPARE.test(question)) return null;
    const body = question.replace(/^.*?\b(?:compare|compared?|difference between)\b/i, "");
    const parts = body
      .split(/\b(?:vs\.?|versus|compared (?:to|with)|against|or|and|with)\b|[,;:?]/i)
      .map((part) => part.trim())
      .filter((part) => part.length > 1);
    const sides = parts.map((part) => ({ part, names: readNames(library, part) }));
    const shared = sharedOrgs(
      reading.names.orgs,
      sides.map((side) => side.names),
    );
    const found: string[] = [];
    for (const { part, names } of sides) {
      if (names.deals.length + names.orgs.length === 0) continue;
      const orgs = names.deals.length > 0 ? names.orgs : [...new Set([...names.orgs, ...shared])];
      // One organisation alone is a party to many deals: none of them is meant.
      if (names.deals.length === 0 && orgs.length < 2 && (library.dealsOf.get(orgs[0] ?? "")?.length ?? 0) > 2)
        continue;
      const first = chooseDeal({ ...reading, question: part, names: { ...names, orgs }, quantities: [] })[0];
      if (first && !found.includes(first.deal.id)) found.push(first.deal.id);
    }
    const asked =
      /\b(?:vs\.?|versus|compare|compared|difference)\b/i.test(question) ||
      /\b(?:larger|bigger|higher|smaller|more)\b/i.test(question);
    if (found.length < 2 || !asked) return null;
    const attribute = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|power)\b/i.test(question)
      ? "capacity"
      : /\b(?:worth|value|dollars?|money|price|\$)\b/i.test(question)
        ? "value"
        : "all";
    return { kind: "compare", deals: found.slice(0, 3), attribute, asOf: dates.asOf };
  },
};
