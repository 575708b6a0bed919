/** "What changed in April 2026?" after a deal: what happened to it then, or to the one deal of the same parties that had news then. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { lastDayOf } from "../../dates.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

/** What is pointed at, and the question; the time stands behind it. */
const CHANGED = gated(
  /^(?:(?:going |so |now )?back to (?:the |that |this )(?:whole |main )?(?:deal|partnership|agreement|contract|relationship|tie-up|alliance|arrangement|pact)(?: itself)?\s*[:,–—-]\s*)?(?:so |and )?(?:what(?:['’]s| has| have| was| is| all)? (?:been )?(?:chang(?:ed|es)|happen(?:ed|s)?|new|news|different|moved|altered|amended|renegotiated)|how (?:did|has) (?:it|that|this|the (?:deal|partnership|agreement|contract|relationship)) chang(?:e|ed))(?: (?:in|to|with|about|on) (?:it|that|this|the (?:deal|partnership|agreement|contract|relationship)))? (?:in|since|during|over|after|by|from|on|between)\b/i,
);

const DEAL = gated(/\b(?:deal|partnership|agreement|contract|relationship|tie-up|alliance|arrangement|pact)\b/i);

export const changedInTime: ReadRule = {
  name: "changed-in-time",
  read(reading) {
    const { question, names, dates, library, conversation } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    // After a company's figure a deal is meant only where one is spoken of.
    if (!deal || (last === "show-metric" && !DEAL.test(question))) return null;
    if (names.orgs.length + names.deals.length + names.people.length > 0) return null;
    if (!CHANGED.test(question) && !CHANGED.test(bareOf(question).text)) return null;
    const [first, end] = [dates.mentioned[0], dates.mentioned.at(-1)];
    const since = dates.since ?? first;
    if (!since) return null;
    const isOpen = /\b(?:since|after|from)\b/i.test(question) && dates.mentioned.length < 2;
    const until = isOpen ? null : (dates.until ?? end ?? since);
    const has = ({ events }: Deal) =>
      events.some(({ date }) => date >= since && (until === null || date.slice(0, until.length) <= until));
    const orgs = deal.parties.map(({ org }) => org);
    const alike = library.knowledge.deals.filter(
      (other) =>
        other.id !== deal.id &&
        other.parties.length === orgs.length &&
        other.parties.every(({ org }) => orgs.includes(org)) &&
        has(other),
    );
    // One that began then is what changed.
    const began = alike.filter(({ events: [start] }) => start && has({ ...deal, events: [start] }));
    const [only, ...more] = began.length > 0 ? began : has(deal) ? [deal] : alike;
    const subject = only && more.length === 0 ? only : deal;
    return {
      kind: "show-changes",
      subject: subject.id,
      since,
      until: until === null ? null : until.length < 10 ? until : lastDayOf(until),
      words: "",
      asOf: null,
    };
  },
};
