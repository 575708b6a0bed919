/** "Treat it as 20 over 24.6": bare numbers that are the billions of figures on record of those who are named. */
import { isMoney } from "../../../knowledge/as-of.ts";
import type { Ref } from "../../../knowledge/names.ts";
import type { Reading } from "../reading.ts";
import { figuresOf, type Recorded } from "./figure-sought.ts";
import type { Term } from "./terms.ts";

const BILLION = 1e9;

/** Null where nobody is named, or nothing of theirs has that amount. */
export function billionsOf(reading: Reading, { kind, unit, low, high }: Term): Recorded | null {
  const { names, library } = reading;
  if (kind !== "number" || unit !== "" || low !== high || high >= 1000 || names.orgs.length === 0) return null;
  const same = (value: number | null) => value !== null && Math.abs(value - high * BILLION) <= high * BILLION * 0.002;
  const found = [...recordsOf(reading)].flatMap((record) =>
    figuresOf(reading, record, "money").filter(
      ({ figure }) => isMoney(figure.unit) && !figure.per && (same(figure.low) || same(figure.high)),
    ),
  );
  // Of the deal between those who are named before any other of theirs.
  const shared = ({ record }: Recorded) =>
    names.orgs.filter((org) => library.deals.get(record.id)?.parties.some((party) => party.org === org)).length;
  return found.sort((a, b) => shared(b) - shared(a) || Number(b.headline) - Number(a.headline))[0] ?? null;
}

function recordsOf({ names, library }: Reading): Set<Ref> {
  const deals = new Set(names.orgs.flatMap((org) => (library.dealsOf.get(org) ?? []).map(({ id }) => id)));
  return new Set([...deals].map((id): Ref => ({ type: "deal", id })));
}
