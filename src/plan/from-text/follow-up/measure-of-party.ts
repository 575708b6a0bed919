/** "Total backlog by March 2026?" after what a deal's record says of a company's backlog: that company's own figure for the time. */
import { orgName } from "../../../knowledge/resolve.ts";
import { measuresIn } from "../measures.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const MAX_WORDS = 9;

export const measureOfParty: ReadRule = {
  name: "measure-of-party",
  read(reading) {
    const { question, names, dates, library, reread, conversation } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    const [measure] = measuresIn(text);
    const shown = deal && conversation.plan?.kind === "show-figure" ? kindShown(reading, deal) : null;
    if (!deal || !shown || !measure || names.orgs.length + names.deals.length + names.people.length > 0) return null;
    // Without a time the figure that was shown may be meant.
    if (dates.mentioned.length === 0 || text.split(/\s+/).length > MAX_WORDS) return null;
    if (!measuresIn(shown.label).includes(measure)) return null;
    const [owner, ...others] = deal.parties.filter(({ org }) =>
      new RegExp(String.raw`(?<![\w-])${orgName(library, org).replace(/[.*+?^$()[\]{}|\\]/g, "\\$&")}['’]s?\s`).test(
        shown.label,
      ),
    );
    if (!owner || others.length > 0) return null;
    const plan = reread(`${orgName(library, owner.org)}'s ${text}`, true);
    return plan.kind === "show-metric" || plan.kind === "compare-metrics" ? plan : null;
  },
};
