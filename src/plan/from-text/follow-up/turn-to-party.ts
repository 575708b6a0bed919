/** "Can Google leave?" after another's lease, where Google's was spoken of before: of the one of these deals in which they have a part. */
import { family } from "../../../knowledge/resolve.ts";
import type { Attribute, Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { attributeAsked } from "../what-is-asked.ts";
import type { Returned } from "./back-to.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 7;
/** What a few words ask of a deal that they do not name. */
export const OF_ITS_OWN: ReadonlySet<Attribute> = new Set([
  "exit",
  "status",
  "term",
  "when",
  "expected",
  "announced",
  "site",
  "chips",
]);

/** The question as it is, with that deal on the table; null where it is not surely one. */
export function turnToParty(reading: Reading): Returned | null {
  const { question, conversation, names, quantities, library } = reading;
  const last = conversation.plan?.kind;
  const [org, ...more] = names.orgs;
  if (org === undefined || more.length + quantities.length + names.deals.length + names.people.length > 0) return null;
  if ((last !== "show-figure" && last !== "show-deal") || question.split(/\s+/).length > MAX_WORDS) return null;
  const attribute = attributeAsked(question);
  const deal = dealOnTable(reading);
  const theirs = family(library, org);
  const hasPart = (id: string) => library.deals.get(id)?.parties.some((party) => theirs.has(party.org)) ?? false;
  if (attribute === null || !OF_ITS_OWN.has(attribute) || !deal || hasPart(deal.id)) return null;
  const [only, ...others] = (conversation.deals ?? []).filter((id) => id !== deal.id && hasPart(id));
  if (only === undefined || others.length > 0) return null;
  const plan: Plan = { kind: "show-deal", deal: only, view: "card", asOf: null };
  return { question, conversation: { ...conversation, deal: only, plan, asked: question, beside: [] } };
}
