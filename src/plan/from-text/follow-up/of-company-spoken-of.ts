/**
 * "When do they break even" after a company's revenue: put in full with the company's name, where that asks for something which
 * it does not have on record, or for another figure than the one that was shown.
 */
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

const IT = /\b(?:they|it|she|he)\b/i;
const ITS = gated(/\b(?:their|its)\b/i);
const MOST_WORDS = 9;

/** The question with the name of whose figure was shown last in the place of the pronoun; null where there is none. */
export function withCompany({ question, names, conversation, library }: Reading): string | null {
  if (names.orgs.length + names.deals.length + names.people.length > 0) return null;
  const [owner, ...more] = spokenOf(library, conversation);
  const { text } = bareOf(question);
  if (owner === undefined || more.length > 0 || text.split(/\s+/).length > MOST_WORDS) return null;
  const name = orgName(library, owner);
  const full = IT.test(text) ? text.replace(IT, name) : text.replace(ITS, `${name}'s`);
  return full === text ? null : full;
}

/** Whose figure was shown, else who was named in the last question, where that was about no deal. */
function spokenOf(library: Library, { plan, asked }: Reading["conversation"]): readonly string[] {
  if (plan?.kind === "show-metric") return library.metrics.get(plan.metric)?.subjects ?? [];
  const isOfDeal = plan === null || OF_DEALS.has(plan.kind);
  return isOfDeal || !asked ? [] : readNames(library, asked).orgs;
}
const OF_DEALS: ReadonlySet<string> = new Set([
  "show-deal",
  "show-figure",
  "compare",
  "compare-figures",
  "show-changes",
]);

/** Whether the question in full is one of the company as such, or one on which the records have nothing: not one about the figure that was shown. */
export const isOfCompany = (plan: Plan, rule: string): boolean =>
  OF_COMPANY.has(rule) || (plan.kind === "decline" && plan.reason === "unrecorded");
const OF_COMPANY: ReadonlySet<string> = new Set(["office", "owners", "company", "board", "listing-day"]);
