import type { Library } from "../../knowledge/library.ts";
import type { NamesRead } from "../../knowledge/resolve.ts";
import type { FoundDates } from "../dates.ts";
import type { Plan, PlanInput } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import type { Conversation } from "./conversation.ts";

/** What the stages before the rules found in a question. */
export type Reading = {
  question: string;
  library: Library;
  dates: FoundDates;
  quantities: readonly FoundQuantity[];
  names: NamesRead;
  conversation: Conversation;
  /** The day that the question speaks of. */
  asOf: string;
  /** Reads another text in its place, as the beginning of a conversation. `whole`: as one that says all that it sets side by side. */
  reread(text: string, whole?: boolean): Plan;
};

/** What is found in a reading is found once, where several rules look for it: it is shared, and only read. */
export function perReading<Found>(find: (reading: Reading) => Found): (reading: Reading) => Found {
  const kept = new WeakMap<Reading, { found: Found }>();
  return (reading) => {
    const known = kept.get(reading);
    if (known) return known.found;
    const found = find(reading);
    kept.set(reading, { found });
    return found;
  };
}

/** A rule reads one kind of question; null where it is not of that kind. */
export type ReadRule = { name: string; read(reading: Reading): PlanInput | null };
