/** "What changed with Stargate since January": status, figures and events of a time. */
import { CHANGES, POINTS_BACK_SUBJECT, TIMELINE } from "./asks.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const changes: ReadRule = {
  name: "changes",
  read(reading) {
    const { question, names, dates, conversation } = reading;
    if (!CHANGES.test(question) || TIMELINE.test(question)) return null;
    const deal = names.deals.length > 0 || names.orgs.length > 1 ? changed(reading) : undefined;
    const back = names.orgs.length === 0 && POINTS_BACK_SUBJECT.test(question) ? conversation.deal : null;
    const subject = deal ?? names.orgs[0] ?? back;
    if (!subject && names.rest.length > 3) return null;
    return {
      kind: "show-changes",
      subject: subject ?? null,
      since: dates.since,
      until: dates.until,
      asOf: dates.asOf,
    };
  },
};

/** What grew by a part has changed, not the part: the whole of which the best is a part, where it fits too. */
function changed(reading: Reading): string | undefined {
  const ranked = chooseDeal(reading).map((entry) => entry.deal);
  const whole = ranked.find((deal) => ranked[0]?.part_of.includes(deal.id));
  return (reading.names.deals.length === 0 && whole ? whole : ranked[0])?.id;
}
