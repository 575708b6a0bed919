import type { Rule } from "./rule.ts";

export const relationsEnd: Rule = {
  name: "relations-end",
  holds:
    "No deal is part of, supersedes or is financed by itself through others, and no organisation is its own parent.",
  check(knowledge, report) {
    for (const relation of ["part_of", "supersedes", "financed_by"] as const) {
      const next = new Map(knowledge.deals.map((deal) => [deal.id, deal[relation]]));
      for (const loop of loops(next))
        report(`deals/${loop[0]}.yaml`, [relation], `goes round in a loop (${loop.join(" → ")}): remove one of these`);
    }
    const parents = new Map(knowledge.organisations.map((org) => [org.id, org.parent ? [org.parent] : []]));
    for (const loop of loops(parents)) {
      const at = knowledge.organisations.findIndex((org) => org.id === loop[0]);
      report("organisations.yaml", [at, "parent"], `goes round in a loop (${loop.join(" → ")}): remove one of these`);
    }
  },
};

/** One way round for each loop, from the id at which it was first entered back to it. Each id is walked once. */
function loops(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (id: string, way: readonly string[]): void => {
    const entered = way.indexOf(id);
    if (entered >= 0) found.push([...way.slice(entered), id]);
    if (entered >= 0 || done.has(id)) return;
    for (const other of next.get(id) ?? []) walk(other, [...way, id]);
    done.add(id);
  };
  for (const id of next.keys()) walk(id, []);
  return found;
}
