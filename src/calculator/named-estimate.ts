/** Named estimates of the cost of a gigawatt: which there are, in which order, and which one a name means. */

import type { Rate } from "../../knowledge/schema.ts";
import type { Library } from "../knowledge/library.ts";
import { byAlphabet, byCode } from "../knowledge/order.ts";
import { words } from "../knowledge/words.ts";
import { isChip } from "./chain/choose-inputs.ts";
import { type Range, range } from "./range.ts";

/** A range drawn together from several sources has nobody who said it. */
export const isSynthetic = (rate: Rate): boolean => !rate.org && !rate.person;

/** All-in estimates of capital expenditure for a gigawatt: the default, then those that somebody made, the newest first. */
export function capexEstimates(library: Library): Rate[] {
  return library.knowledge.rates
    .filter((rate) => rate.quantity === "capex-per-gw" && boundsOf(rate) !== null)
    .sort(
      (a, b) =>
        Number(b.default ?? false) - Number(a.default ?? false) ||
        Number(isSynthetic(a)) - Number(isSynthetic(b)) ||
        byCode(b.as_of ?? "", a.as_of ?? "") ||
        byAlphabet(a.name, b.name),
    );
}

/** The bounds of a rate; an open side takes the middle, a single value is a point. */
export function boundsOf(rate: Rate | undefined): Range | null {
  if (!rate) return null;
  const low = rate.low ?? rate.mid ?? rate.high;
  const high = rate.high ?? rate.mid ?? rate.low;
  return low === null || high === null ? null : range(low, high, rate.mid ?? (low + high) / 2);
}

const isPerGw = (rate: Rate): boolean => /^(?:USD|EUR|GBP)\/GW$/.test(rate.unit) && boundsOf(rate) !== null;

/** Estimates that a name means, best first: an exact name or alias, else all words of it in name, aliases or chip. */
export function findEstimates(library: Library, name: string, chip: string | null = null): Rate[] {
  const found = byName(library, name);
  if (chip === null) return found;
  const owner = found[0]?.org;
  const forChip = library.knowledge.rates.filter(
    (rate) => isPerGw(rate) && rate.chip && isChip(rate, chip) && (!owner || rate.org === owner),
  );
  return forChip.length > 0 ? bestFirst(forChip) : [];
}

/** The estimates for one chip, those that somebody made first. */
export const estimatesForChip = (library: Library, chip: string): Rate[] =>
  capexEstimates(library).filter((rate) => rate.chip && isChip(rate, chip));

function byName(library: Library, name: string): Rate[] {
  const exact = library.names
    .exact(name)
    .flatMap((ref) => (ref.type === "rate" ? (library.rates.get(ref.id) ?? []) : []));
  if (exact.some(isPerGw)) return exact.filter(isPerGw);
  const byId = library.rates.get(name);
  if (byId && isPerGw(byId)) return [byId];
  const wanted = words(name).filter((word) => !EMPTY.has(word));
  if (wanted.length === 0) return [];
  const hits = library.knowledge.rates.filter((rate) => {
    if (!isPerGw(rate)) return false;
    const have = new Set(words([rate.name, ...rate.aliases, rate.chip ?? ""].join(" ")));
    return wanted.every((word) => have.has(word));
  });
  return bestFirst(hits);
}

/** Words around a name that tell no estimates apart: "Bernstein's number". */
const EMPTY: ReadonlySet<string> = new Set(["the", "estimate", "number", "numbers", "figure", "rate", "per", "gw"]);

const bestFirst = (rates: readonly Rate[]): Rate[] =>
  [...rates].sort(
    (a, b) =>
      Number(b.quantity === "capex-per-gw") - Number(a.quantity === "capex-per-gw") ||
      Number(isSynthetic(a)) - Number(isSynthetic(b)) ||
      byCode(b.as_of ?? "", a.as_of ?? ""),
  );
