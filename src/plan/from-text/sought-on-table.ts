/** Where a follow-up is sought: in the record on the table first, and after a calculation nowhere else. */
import type { Deal } from "../../../knowledge/schema.ts";
import { type FoundStatement, findStatements, type Sought } from "../../knowledge/find-statements.ts";
import type { Ref } from "../../knowledge/names.ts";
import { soughtWords } from "../../knowledge/question-words.ts";
import { nearBy } from "../../knowledge/related.ts";
import { keyOf } from "../../knowledge/statements.ts";
import { familyHasPart } from "./follow-up/parts-in.ts";
import type { Reading } from "./reading.ts";
import { toSought } from "./sought.ts";

/** A few words after a calculation. */
export const afterCalculation = ({ question, conversation: { plan } }: Reading): boolean =>
  (plan?.kind === "estimate" || plan?.kind === "evaluate") && question.split(/\s+/).length <= FEW;
const FEW = 6;

const VERY_FEW = 3;

/** What the record itself says of it; what belongs to it, where that explains more of the words. */
export function foundOnTable({ library, question }: Reading, sought: Sought, last: Ref): readonly FoundStatement[] {
  // "Interest rate" asks for that of the record, and for no other one's where it has none.
  const few = question.trim().split(/\s+/).length <= VERY_FEW;
  const near = findStatements(library, sought, 40, nearBy(library, last));
  const own = near.filter(({ statement }) => keyOf(statement.record) === keyOf(last));
  const most = Math.max(0, ...near.map(({ coverage }) => coverage));
  const best = Math.max(0, ...own.map(({ coverage }) => coverage));
  return own.length > 0 && (best >= most || few) ? own : near;
}

/**
 * Whether the words may go on with what was asked: none tells, or the record has one that does. "Rent?" asks for the rent, and "any
 * threats" after an amount for the sentence that alone speaks of them.
 */
export function mayBeOf(reading: Reading, deal: Deal, topic: string): boolean {
  const words = soughtWords(topic);
  if (words.every(({ weak }) => weak)) return true;
  const sought = { ...toSought(reading, null, 0), words, names: [], amounts: [], dates: [] };
  const found = findStatements(reading.library, sought, 8, [`deal:${deal.id}`]).filter(({ coverage }) => coverage > 0);
  const isTold = found.some(
    ({ statement: { kind, index }, coverage }) =>
      kind === "fact" && coverage === 1 && deal.facts[index]?.about !== "undisclosed",
  );
  return found.some(({ statement }) => statement.amount !== null) || (found.length > 0 && !isTold);
}

/** "How much has CoreWeave leased of that": of what was spoken of, and of one who has a part in it. */
export function isOfTable(reading: Reading): boolean {
  const { conversation, library, names, question } = reading;
  const last = conversation.plan?.kind;
  const deal = last === "show-figure" || last === "show-deal" ? library.deals.get(conversation.deal ?? "") : undefined;
  return deal !== undefined && names.orgs.length > 0 && OF_IT.test(question) && familyHasPart(reading, deal);
}
const OF_IT = /\b(?:of|in) (?:it|that|this|those|these)(?=[\s?.!,]*$)/i;

/** "Google's backstop?" after a lease: who is named is a party of the deal on the table, and one of its sentences has every word. */
export function saysAll(reading: Reading): boolean {
  const { conversation, library, names, question, quantities } = reading;
  const last = conversation.plan?.kind;
  const deal = last === "show-figure" || last === "show-deal" ? library.deals.get(conversation.deal ?? "") : undefined;
  if (!deal || names.orgs.length === 0 || quantities.length > 0 || question.split(/\s+/).length > FEW) return false;
  if (!familyHasPart(reading, deal)) return false;
  const sought = { ...toSought(reading, null, 0), names: [], amounts: [], dates: [] };
  return findStatements(library, sought, 8, [`deal:${deal.id}`]).some(
    ({ statement, strong, coverage, own }) =>
      strong > 0 && coverage === 1 && own > 0 && statement.kind !== "parties" && statement.kind !== "summary",
  );
}
