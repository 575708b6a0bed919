/** "When did CBRS start trading", "first day of trading for Cerebras": the day on which a company's offering was completed. */
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import { unrecordedOf } from "./company-named.ts";
import type { ReadRule } from "./reading.ts";

const WHEN = gated(
  /^(?:\W*(?:so|and|but|ok|hey)\b)*\W*(?:when|since when|(?:on )?(?:what|which) (?:exact )?(?:day|date)|(?:what (?:was|is) )?the (?:date|day)|date|first (?:trading )?day)\b/i,
);
const TRADES = gated(
  /\b(?:(?:start|starts|started|begin|began|begun|commence[ds]?) (?:to trade|(?:public(?:ly)? )?trading)|(?:trading|market|nasdaq|nyse|stock[- ]market) debut|debut(?:ed)?\b.*\b(?:nasdaq|nyse|exchange|market)|first (?:day of trading|trading day|traded?)|(?:trade|traded|trading) (?:for the first time|since))\b/i,
);

export const listingDay: ReadRule = {
  name: "listing-day",
  read({ question, names, library, dates }) {
    if (!WHEN.test(question) || !TRADES.test(question) || names.people.length > 0) return null;
    const [org, ...others] = names.orgs;
    const [named, ...more] = names.deals;
    if (others.length + more.length > 0 || (!org && !named)) return null;
    const group = org ? family(library, org) : null;
    const all = named ? [library.deals.get(named)] : (library.dealsOf.get(org ?? "") ?? []);
    const offerings = all.filter(
      (deal) =>
        deal !== undefined &&
        /\bIPO\b/.test(deal.name) &&
        deal.parties.some((party) => party.role === "issuer" && (group?.has(party.org) ?? true)),
    );
    const done = offerings.find((deal) => deal?.events.some(({ status }) => status === "completed"));
    if (done)
      return { kind: "show-figure", subject: done.id, attribute: "when", topic: "went public", asOf: dates.asOf };
    const [filed] = offerings;
    // What has only been filed for trades nowhere yet.
    if (filed)
      return { kind: "show-figure", subject: filed.id, attribute: "status", topic: "listed", asOf: dates.asOf };
    return org && !named ? unrecordedOf(library, org, "first day of trading") : null;
  },
};
