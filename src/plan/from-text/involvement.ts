/** "Is IBM involved in Stargate", "is Coherent in any of the deals": whether somebody has a part in a deal, or in any. */
import { family } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const HAS_PART =
  /^(?:\W*(?:so|and|ok|hey|wait),? )*(?:is|are|was|were|isn't|aren't)\b.{1,50}\b(?:(?:involved|participating|taking part|a (?:part|party|partner|member|investor|backer|player)|part|on board) (?:in|of|to|with)?|(?:in|inside)(?= (?:any|the|one|some|these|those|all)\b|\s+\S+\s*\??$))|^(?:\W*(?:so|and|ok|hey|wait),? )*(?:did|does|do|has|have|will)\b.{1,50}\b(?:take part|taken part|participated?|join(?:ed)?) (?:in )?/i;
const ANY =
  /\b(?:any|some)\b.{0,20}\b(?:deals?|contracts?|records?|stories)\b|\b(?:the|these|those|ai|your)\b.{0,20}\b(?:deals|contracts|records|stories)\b/i;

export const involvement: ReadRule = {
  name: "involvement",
  read({ question, names, library, dates, conversation }) {
    const [org, ...others] = names.orgs;
    if (!org || others.length > 0 || names.people.length + names.places.length > 0 || !HAS_PART.test(question))
      return null;
    const [deal, ...more] = names.deals;
    if (deal === undefined)
      return ANY.test(question) && conversation.deal === null
        ? { kind: "find-deals", parties: [org], asOf: dates.asOf }
        : null;
    const record = library.deals.get(deal);
    if (!record || more.length > 0) return null;
    const own = family(library, org);
    const all = [record, ...(library.partsOf.get(deal) ?? [])];
    const its = all.find(({ parties }) => parties.some((party) => own.has(party.org)));
    if (its)
      return {
        kind: "show-figure",
        subject: its.id,
        attribute: "parties",
        topic: question,
        form: "yes-no",
        asOf: dates.asOf,
      };
    return library.textOf(record).includes(` ${(library.organisations.get(org)?.name ?? org).toLowerCase()} `)
      ? null
      : { kind: "correct-premise", claim: "part", deal, orgs: [org], asOf: dates.asOf };
  },
};
