/** "What did A and B sign in 2023": a time before anything of the deal is on record. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** Something happened then. */
const HAPPENED = gated(
  /\b(?:did|was|were|signed|announced|agreed|paid|bought|closed|opened|struck|unveiled|launched|raised|invested)\b/i,
);
/** What stood on a day, what was before, and what somebody only foresaw is asked of no event. */
const OPEN =
  /\b(?:as of|before|until|prior to|ahead of|up to|by then|since|would|expected|planned|forecast|projected|vs\.?|versus|compared|revenue|loss(?:es)?|capex)\b/i;

export function beforeIts(reading: Reading, deal: Deal): PlanInput | null {
  const { question, dates, library, names, conversation } = reading;
  const [year, ...more] = [...new Set(dates.mentioned.map((date) => date.slice(0, 4)))];
  const [first] = deal.events;
  if (!year || more.length > 0 || !first || year >= first.date.slice(0, 4) || conversation.plan !== null) return null;
  if (!HAPPENED.test(question) || OPEN.test(question) || !isMeant(reading, deal)) return null;
  const told = statementsOf(library).byRecord.get(`deal:${deal.id}`)?.statements ?? [];
  if (told.some(({ text, amount }) => `${text} ${amount?.term ?? ""}`.includes(year))) return null;
  // Another deal of theirs may be of that time.
  const others = names.orgs.flatMap((org) => library.dealsOf.get(org) ?? []);
  const isTheirs = (one: Deal) =>
    names.orgs.every((org) => one.parties.some((party) => family(library, org).has(party.org)));
  if (others.some((one) => isTheirs(one) && one.events.some(({ date }) => date.startsWith(year)))) return null;
  return { kind: "correct-premise", claim: "before", place: year, deal: deal.id, asOf: null };
}

/** It is named, or all who are named have a part in it and there are two. */
const isMeant = ({ names, library, question }: Reading, deal: Deal): boolean =>
  names.deals.includes(deal.id) ||
  (/\bIPO\b/.test(deal.name) && LISTS.test(question)) ||
  (names.orgs.length > 1 &&
    names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))));
const LISTS = gated(/\b(?:ipo|list(?:ed|ing)?|float(?:ed)?|go public|went public|gone public|debut(?:ed)?)\b/i);
