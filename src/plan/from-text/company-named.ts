/** The one company that a question names, with the question around it: what is asked of a company as such is told by the words that are left. */
import type { Deal } from "../../../knowledge/schema.ts";
import type { Library } from "../../knowledge/library.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

/** What people say before a question. */
export const LEAD = String.raw`^(?:\W*(?:so|and|but|ok|hey|wait|well|now|then|sorry|please|tell me|remind me|name|do (?:you|we) know),? )*`;

/** `asked`: the question with "§" in the place of the name. Null where no company is named, or several. */
export function companyNamed({ names, question }: Reading): { org: string; asked: string } | null {
  const [org, ...others] = names.orgs;
  const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org));
  if (!org || !mention || others.length > 0) return null;
  return { org, asked: `${question.slice(0, mention.start)}§${question.slice(mention.end)}` };
}

/** "No owner of Lancium is recorded", with the latest of its deals. */
export const unrecordedOf = (library: Library, org: string, what: string, when = ""): PlanInput => ({
  kind: "decline",
  reason: "unrecorded",
  about: `${what} of ${orgName(library, org)}${when}`,
  near: latestOf(library, org),
});

/** The deals in which somebody has a part that moved last, and of one day those among the fewest. */
function latestOf(library: Library, org: string): string[] {
  const deals = new Set([...family(library, org)].flatMap((one) => library.dealsOf.get(one) ?? []));
  const moved = (deal: Deal) => deal.events.at(-1)?.date ?? "";
  return [...deals]
    .sort((a, b) => moved(b).localeCompare(moved(a)) || a.parties.length - b.parties.length)
    .slice(0, NEAR)
    .map(({ id }) => id);
}
const NEAR = 3;
