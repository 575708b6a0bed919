/** The deals that an answer over several is about: one deal, those of a party, or all. */
import type { Deal } from "../../knowledge/schema.ts";
import { family, orgName, resolveDeal, resolveOrg } from "../knowledge/resolve.ts";
import { words } from "../knowledge/words.ts";
import type { Context } from "./draft.ts";

export type Scope =
  | { name: string; deals: readonly Deal[]; org: string | null }
  | { unclear: readonly Deal[] }
  | { near: readonly Deal[] };

export function scopeOf(subject: string | null, { library, asOf }: Context): Scope {
  if (subject === null) return { name: "all deals", deals: library.knowledge.deals, org: null };
  const exact = library.names.exact(subject);
  const isDeal = library.deals.has(subject) || exact.some((ref) => ref.type === "deal");
  const org = isDeal
    ? null
    : library.organisations.has(subject)
      ? subject
      : (exact.find((ref) => ref.type === "org")?.id ?? null);
  if (org) return dealsOf(org);
  const resolved = resolveDeal(library, subject, asOf);
  if (resolved.found === "one") return { name: resolved.record.name, deals: [resolved.record], org: null };
  if (resolved.found === "many") return { unclear: resolved.records };
  const loose = resolveOrg(library, subject);
  return loose ? dealsOf(loose) : { near: resolved.near };

  function dealsOf(id: string): Scope {
    const deals = [...family(library, id)].flatMap((member) => library.dealsOf.get(member) ?? []);
    return { name: orgName(library, id), deals: [...new Set(deals)], org: id };
  }
}

/** A deal with its parts, however far, and the deals beside it that bear its name: "Stargate" and "Stargate UK". */
export function programmeOf({ library }: Context, deal: Deal): Deal[] {
  const found = new Set([deal]);
  // A set is walked while it grows: parts of parts are met too.
  for (const whole of found) for (const part of library.partsOf.get(whole.id) ?? []) found.add(part);
  const name = words(deal.name).join(" ");
  for (const id of deal.related) {
    const other = library.deals.get(id);
    if (other && ` ${words(other.name).join(" ")} `.includes(` ${name} `)) found.add(other);
  }
  return [...found];
}
