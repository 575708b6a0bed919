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

/** A rule reads one kind of question; null where it is not of that kind. */
export type ReadRule = { name: string; read(reading: Reading): PlanInput | null };
