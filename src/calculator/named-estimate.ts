/** Named estimates of the cost of a gigawatt, and the asker's own rate. */
import type { Rate } from "../../knowledge/schema.ts";
import type { Library } from "../knowledge/library.ts";
import { words } from "../knowledge/words.ts";
import type { Range } from "./range.ts";

/** All-in estimates of capital expenditure for a gigawatt, the default first, then by date and name. */
export function capexEstimates(library: Library): Rate[] {
  return library.knowledge.rates
    .filter((rate) => rate.quantity === "capex-per-gw" && (rate.low ?? rate.mid ?? rate.high) !== null)
    .sort(
      (a, b) =>
        Number(b.default ?? false) - Number(a.default ?? false) ||
        (b.as_of ?? "").localeCompare(a.as_of ?? "") ||
        a.name.localeCompare(b.name),
    );
}

/** The bounds of a rate; an open side takes the middle, a single value is a point. */
export function boundsOf(rate: Rate): Range | null {
  const low = rate.low ?? rate.mid ?? rate.high;
  const high = rate.high ?? rate.mid ?? rate.low;
  return low === null || high === null ? null : { low, high };
}

/** Estimates that a name means, best first: an exact name or alias, else all words of it in name, aliases or chip. */
export function findEstimates(library: Library, name: string): Rate[] {
  const perGw = (rate: Rate) => rate.unit.endsWith("/GW");
  const exact = library.names
    .exact(name)
    .flatMap((ref) => (ref.type === "rate" ? (library.rates.get(ref.id) ?? []) : []));
  if (exact.some(perGw)) return exact.filter(perGw);
  const byId = library.rates.get(name);
  if (byId && perGw(byId)) return [byId];
  const wanted = words(name);
  if (wanted.length === 0) return [];
  const hits = library.knowledge.rates.filter((rate) => {
    if (!perGw(rate)) return false;
    const have = new Set(words([rate.name, ...rate.aliases, rate.chip ?? ""].join(" ")));
    return wanted.every((word) => have.has(word));
  });
  return hits.sort(
    (a, b) =>
      Number(b.quantity === "capex-per-gw") - Number(a.quantity === "capex-per-gw") ||
      (b.as_of ?? "").localeCompare(a.as_of ?? ""),
  );
}
