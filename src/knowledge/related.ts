/** Deals that belong together: parts and wholes, what finances or replaces one, what stands on one campus. */
import type { Library } from "./library.ts";
import type { Ref } from "./names.ts";
import { keyOf } from "./statements.ts";

/** What a part, a financing or a successor of a deal shares with it; and a deal that is only like it. */
export const PART_OF = 0.6;
const LIKE = 0.35;

/** Deals that a reader takes for one matter with this one: its parts and whole, its financings, what replaced it. */
export function relatedTo(library: Library, id: string): ReadonlyMap<string, number> {
  let known = RELATED.get(library);
  if (!known) {
    known = relations(library);
    RELATED.set(library, known);
  }
  return known.get(id) ?? NONE_RELATED;
}
const NONE_RELATED: ReadonlyMap<string, number> = new Map();
const RELATED = new WeakMap<Library, ReadonlyMap<string, ReadonlyMap<string, number>>>();

function relations({ knowledge }: Library): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const out = new Map<string, Map<string, number>>();
  const join = (from: string, to: string, share: number) => {
    const near = out.get(from) ?? new Map<string, number>();
    out.set(from, near);
    near.set(to, Math.max(near.get(to) ?? 0, share));
  };
  for (const deal of knowledge.deals) {
    for (const other of [...deal.part_of, ...deal.financed_by, ...deal.supersedes]) {
      join(deal.id, other, PART_OF);
      join(other, deal.id, PART_OF);
    }
    for (const other of deal.same_campus) join(deal.id, other, PART_OF);
    for (const other of deal.related) join(deal.id, other, LIKE);
  }
  return out;
}

/** A record and those that belong to it, by their keys. */
export const nearBy = (library: Library, ref: Ref): string[] => [
  keyOf(ref),
  ...(ref.type === "deal" ? [...relatedTo(library, ref.id).keys()].map((id) => `deal:${id}`) : []),
];
