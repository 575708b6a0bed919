/** What a few words after a deal are read as, and what is not of it: a price list, everybody's money flows, all that changed. */

import { findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { toSought } from "../sought.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 6;

/** Whether the deal on the table has the words itself, so that it is asked first. */
export function escapes(reading: Reading, read: PlanInput): boolean {
  const { question, conversation, quantities, library } = reading;
  const last = conversation.plan?.kind;
  const deal = dealOnTable(reading);
  if (deal && isOfOthers(reading, read)) return true;
  if (!deal || (last !== "show-figure" && last !== "show-deal") || quantities.length > 0) return false;
  if (question.split(/\s+/).length > MAX_WORDS || !familyHasPart(reading, deal)) return false;
  if (!isOfNone(read, POINTS.test(question) && reading.names.orgs.length === 0)) return false;
  const words = soughtWords(question);
  if (words.every(({ weak }) => weak)) return true;
  const sought = { ...toSought(reading, null, 0), words, names: [], amounts: [], dates: [] };
  const [found] = findStatements(library, sought, 1, [`deal:${deal.id}`]);
  return found !== undefined && found.strong > 0 && found.coverage === 1;
}

/** "Who supplies the turbines?" asks of the deal on the table, and of no list of others. */
const isOfOthers = ({ question, names }: Reading, read: PlanInput): boolean =>
  read.kind === "find-deals" && read.lists === "others" && names.orgs.length === 0 && OF_THE.test(question);
const OF_THE = gated(/^(?:(?:and|so|but)\b[\s,]*)*who(?:['’]s| is| are| was)? \w+ the \w+/i);

const POINTS = /\b(?:on|of|for|from|with|in|at|to) (?:that|it|this|those|them)\b/i;

/** Of no deal. `points`: the question points at what was spoken of, and names nobody. */
function isOfNone(read: PlanInput, points: boolean): boolean {
  switch (read.kind) {
    case "show-rate":
      return true;
    // "Cost per GW on that" is of what was spoken of, and nobody's estimate.
    case "show-metric":
      return points;
    case "trace-flows":
      return (read.parties ?? []).length === 0;
    case "show-changes":
      return (read.subject ?? null) === null;
    case "decline":
      return read.reason === "unrecorded";
    default:
      return false;
  }
}
