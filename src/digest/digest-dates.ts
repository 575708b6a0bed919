/** What is due soon and what happened a year ago, for a digest. */
import type { Deal, PartialDate } from "../../knowledge/schema.ts";
import type { Context, Draft } from "../answer/draft.ts";
import { shorten } from "../answer/shorten.ts";
import type { Block } from "../doc/doc.ts";
import { isOver, outlineOn } from "../knowledge/as-of.ts";
import { dealsBetween } from "../knowledge/days.ts";
import type { Library } from "../knowledge/library.ts";
import { usdOf } from "../knowledge/query.ts";
import { DAY_MS, dayAfter } from "../plan/zone.ts";
import { type Named, sayEvent } from "./digest-changes.ts";

const MOST_DUE = 4;
const DUE_DAYS = 30;
const ANNIVERSARY_DAYS = 3;

/** The last day that a date as exact as it is known can mean. */
function lastDayOf(date: PartialDate): string {
  if (date.length === 10) return date;
  const [year = "", month] = date.split("-");
  return month ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
}

export function dueBlocks(draft: Draft, deals: readonly Deal[], { asOf }: Context, day: string, named: Named): Block[] {
  const until = dayAfter(day, DUE_DAYS);
  const soon: { deal: Deal; entry: Deal["expected"][number]; last: string }[] = [];
  for (const deal of deals)
    for (const entry of deal.expected) {
      const last = lastDayOf(entry.date);
      if (last >= day && last <= until) soon.push({ deal, entry, last });
    }
  const due = soon
    .filter(({ deal }) => {
      const state = outlineOn(deal, asOf);
      return state !== null && !isOver(state.status);
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.deal.id < b.deal.id ? -1 : 1));
  if (due.length === 0) return [];
  const shown = due.slice(0, MOST_DUE);
  named.push(...shown.map(({ deal }) => deal));
  return [
    {
      type: "heading",
      text: due.length > shown.length ? `Due within 30 days: ${shown.length} of ${due.length}` : "Due within 30 days",
    },
    {
      type: "timeline",
      items: shown.map(({ deal, entry }) => ({
        date: entry.date,
        text: [
          { text: `${deal.name}: `, style: "strong" as const },
          draft.sourced(shorten(entry.text, 200), deal, entry.sources.slice(0, 1)),
        ],
      })),
    },
  ];
}

/** The event nearest to this day of last year; of several on one day, the one of the largest deal. */
export function anniversaryBlocks(
  draft: Draft,
  library: Library,
  deals: readonly Deal[],
  day: string,
  named: Named,
): Block[] {
  const year = Number(day.slice(0, 4)) - 1;
  const then = `${year}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;
  const [from, until] = [dayAfter(then, -ANNIVERSARY_DAYS), dayAfter(then, ANNIVERSARY_DAYS)];
  const chosen = deals === library.knowledge.deals ? null : new Set(deals);
  const near = dealsBetween(library, from, until)
    .filter((deal) => chosen?.has(deal) ?? true)
    .flatMap((deal) =>
      deal.events.flatMap((event) =>
        event.date.length === 10 && event.date >= from && event.date <= until ? [{ deal, event }] : [],
      ),
    )
    .map(({ deal, event }) => ({
      deal,
      event,
      days: Math.abs(Date.parse(event.date) - Date.parse(then)) / DAY_MS,
      usd: worthOn(deal, event.date),
    }))
    .sort((a, b) => a.days - b.days || b.usd - a.usd || (a.deal.id < b.deal.id ? -1 : 1));
  const first = near[0];
  if (!first) return [];
  named.push(first.deal);
  return [
    { type: "heading", text: "A year ago" },
    { type: "list", items: [sayEvent(draft, first.deal, first.event)] },
  ];
}

function worthOn(deal: Deal, day: string): number {
  const state = outlineOn(deal, day);
  return (state && usdOf(state)) ?? 0;
}
