/** "What about Amazon?" after what Microsoft puts into India: the deal of the same kind that they have in that country. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { family, readNames } from "../../../knowledge/resolve.ts";
import type { Attribute } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 5;
/** What somebody plans for a place is recorded as either. */
const PLANS: ReadonlySet<Deal["kind"]> = new Set(["investment", "site"]);
/** What is asked of the one is asked of the other; of a sentence that was told it is what the deal is worth. */
const AGAIN: ReadonlySet<Attribute> = new Set(["value", "capacity", "when", "announced", "status", "parties", "site"]);

export const theirsThere: ReadRule = {
  name: "theirs-there",
  read(reading) {
    const { question, names, library, dates, conversation } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    const [org, ...others] = names.orgs;
    if (!deal || !org || others.length + names.deals.length + names.places.length + names.people.length > 0)
      return null;
    if (text.split(/\s+/).length > MAX_WORDS || !namesOnly(text, readNames(library, text), [])) return null;
    const [country, ...countries] = new Set(deal.sites.map((site) => site.country));
    const group = family(library, org);
    // The United States are no one place.
    if (!country || country === "US" || countries.length > 0 || deal.parties.some((party) => group.has(party.org)))
      return null;
    const there = [...group]
      .flatMap((id) => library.dealsOf.get(id) ?? [])
      .filter(
        (other) =>
          other.id !== deal.id &&
          // Theirs is what they head, and not what they have a part in.
          group.has(other.parties[0]?.org ?? "") &&
          (other.kind === deal.kind || (PLANS.has(other.kind) && PLANS.has(deal.kind))) &&
          other.sites.some((site) => site.country === country),
      );
    const [only, ...more] = new Set(there);
    if (!only || more.length > 0) return null;
    const last = conversation.plan?.kind === "show-figure" ? conversation.plan.attribute : "value";
    return {
      kind: "show-figure",
      subject: only.id,
      attribute: AGAIN.has(last) ? last : "value",
      topic: "",
      asOf: dates.asOf,
    };
  },
};
