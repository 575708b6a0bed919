/** How firm an amount is: by the status of its deal, and by whether the status binds that kind of money. */
import type { FigureOf, Status } from "../../knowledge/schema.ts";

/** From the firmest to the least firm; what ended comes last and is never live. */
export const FIRMNESSES = [
  "signed",
  "being-built",
  "letter-of-intent",
  "announced",
  "paused",
  "talks",
  "ended",
] as const;
export type Firmness = (typeof FIRMNESSES)[number];

const BY_STATUS: Record<Status, Firmness> = {
  rumoured: "talks",
  announced: "announced",
  "letter-of-intent": "letter-of-intent",
  definitive: "signed",
  "under-construction": "being-built",
  operational: "signed",
  completed: "signed",
  paused: "paused",
  lapsed: "ended",
  cancelled: "ended",
  superseded: "ended",
};

/** What is planned, and not owed, until it is finished: ground broken does not make a budget a contract. */
const PLANNED = new Set<FigureOf>(["capex", "investment", "capacity", "generation"]);

export function firmnessOf(status: Status, of: FigureOf): Firmness {
  const firmness = BY_STATUS[status];
  return firmness === "being-built" && !PLANNED.has(of) ? "signed" : firmness;
}

/** 0 is the firmest. */
export const rankOf = (firmness: Firmness): number => FIRMNESSES.indexOf(firmness);
