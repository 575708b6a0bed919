/** What happened, in a time. */
import { POINTS_BACK_SUBJECT, TIMELINE } from "./asks.ts";
import { subjectOf } from "./changes.ts";
import { chooseDeal } from "./choose-deal.ts";
import { measuresIn } from "./measures.ts";
import { metric } from "./metric.ts";
import type { ReadRule } from "./reading.ts";
import { attributeAsked } from "./what-is-asked.ts";

export const timeline: ReadRule = {
  name: "timeline",
  read(reading) {
    const { question, names, dates, conversation } = reading;
    // What became of somebody is a sentence that speaks of that person.
    if (names.people.length === 1 && names.orgs.length === 1 && names.deals.length === 0) return null;
    if (!TIMELINE.test(question) || attributeAsked(question) === "explained") return null;
    // What happened to a company's figure is how it came to what it is.
    if (names.orgs.length === 1 && names.deals.length === 0 && measuresIn(question).length > 0) {
      const figure = metric.read(reading);
      if (figure?.kind === "show-metric") return { ...figure, period: null, history: true };
    }
    const deal =
      names.deals.length > 0 || names.orgs.length > 1
        ? (subjectOf(reading) ?? chooseDeal(reading)[0]?.deal.id)
        : undefined;
    const back = names.orgs.length === 0 && POINTS_BACK_SUBJECT.test(question) ? conversation.deal : null;
    const subject = deal ?? names.orgs[0] ?? back;
    if (!subject && names.rest.length > (/\bhappened to\b/i.test(question) ? 1 : 3)) return null;
    return {
      kind: "show-timeline",
      subject: subject ?? null,
      since: dates.since,
      until: dates.until,
      asOf: dates.asOf,
    };
  },
};
