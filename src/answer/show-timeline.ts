/** What happened, oldest first: of one deal, of a party, or of all. */
import type { Event } from "../../knowledge/schema.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { hasCome } from "../knowledge/as-of.ts";
import { reaches } from "../knowledge/query.ts";
import type { PlanOf } from "../plan/plan.ts";
import { whichDeal } from "./choose-deal.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { inOrder } from "./in-order.ts";
import { scopeOf } from "./scope.ts";
import { shorten } from "./shorten.ts";
import { showExpected } from "./show-expected.ts";
import { unknownDeal } from "./with-deal.ts";

export function showTimeline(plan: PlanOf<"show-timeline">, context: Context): Answer {
  const draft = new Draft(context);
  const scope = scopeOf(plan.subject, context);
  if ("unclear" in scope) return whichDeal(context, scope.unclear, plan.subject ?? "");
  if ("near" in scope) return unknownDeal(draft, "show-timeline", plan.subject ?? "", scope.near);
  if (plan.ahead !== null) return showExpected(plan, scope.name, scope.deals, context);
  const from = plan.since;
  const until = plan.until && plan.until < context.asOf ? plan.until : null;
  const inTime = (date: string) =>
    hasCome(date, context.asOf) && (!from || reaches(date, from)) && (!until || date.slice(0, until.length) <= until);
  const told = scope.deals.flatMap((deal) =>
    deal.events.filter((event) => inTime(event.date)).map((event) => ({ deal, event })),
  );
  const events = inOrder(told, ({ event }) => event.date);
  const period =
    from && from === until
      ? ` in ${sayDate(from)}`
      : `${from ? ` since ${sayDate(from)}` : ""}${until ? ` until ${sayDate(until)}` : ""}`;
  if (events.length === 0)
    return draft.done({
      status: "unknown",
      kind: "show-timeline",
      title: `Timeline: ${scope.name}`,
      headline: [{ text: `No event of ${scope.name} is recorded${period}.` }],
    });
  const several = scope.deals.length > 1;
  const [first, last] = [events[0], events.at(-1)];
  const shown = events.slice(-MOST_EVENTS);
  const answer = draft.done({
    status: "answered",
    kind: "show-timeline",
    title: `Timeline: ${scope.name}`,
    headline: [
      {
        text:
          events.length === 1
            ? `${scope.name}, ${sayDate(last?.event.date ?? "")}: `
            : `${events.length} events of ${scope.name}${period}, from ${sayDate(first?.event.date ?? "")} to ${sayDate(last?.event.date ?? "")}. Last: `,
      },
      ...(last ? [draft.sourced(shorten(last.event.text, 160), last.deal, last.event.sources)] : []),
    ],
    blocks: [
      ...(shown.length < events.length
        ? [
            {
              type: "note" as const,
              tone: "info" as const,
              text: [{ text: `The last ${shown.length} events are shown; since: and until: choose others.` }],
            },
          ]
        : []),
      {
        type: "timeline",
        items: shown.map(({ deal, event }) => ({
          date: event.date,
          text: [
            ...(several ? [{ text: `${deal.name}: `, style: "strong" as const }] : []),
            draft.sourced(event.text, deal, event.sources.slice(0, several ? 1 : 2)),
            ...became(event),
          ],
        })),
      },
    ],
    actions: scope.deals.length === 1 ? [{ label: "Deal", line: `deal ${scope.deals[0]?.id}` }] : [],
  });
  return scope.deals.length === 1 && scope.deals[0] ? { ...answer, subject: scope.deals[0].id } : answer;
}

/** More than anybody reads at once: the last ones are shown. */
const MOST_EVENTS = 200;

const became = (event: Event) => (event.status ? [{ text: ` → ${STATUS[event.status]}`, style: "em" as const }] : []);
