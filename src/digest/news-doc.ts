/** What is said to who watches a deal or a party, and to who asked for something that no longer can go out. */
import type { Deal } from "../../knowledge/schema.ts";
import { Draft } from "../answer/draft.ts";
import { sayFigure, sayMove } from "../answer/show-changes.ts";
import type { Block, Doc, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { outlineOn } from "../knowledge/as-of.ts";
import { changesOf } from "../knowledge/changes.ts";
import type { Library } from "../knowledge/library.ts";
import { usdOf } from "../knowledge/query.ts";
import { family, orgName } from "../knowledge/resolve.ts";
import { dayAfter } from "../plan/zone.ts";
import type { Watch } from "../state/store.ts";

const MOST = 10;

/** Null where nothing that this watch is for has changed since. */
export function newsDoc(
  library: Library,
  watch: Pick<Watch, "id" | "subject" | "statusOnly" | "minUsd" | "toldTo">,
): Doc | null {
  const until = library.completeTo;
  const since = dayAfter(watch.toldTo);
  if (since > until) return null;
  const deals = watchedDeals(library, watch.subject).filter((deal) => isLargeEnough(deal, until, watch.minUsd));
  const changes = changesOf(library, deals, { since, until }).filter((change) => !watch.statusOnly || change.status);
  if (changes.length === 0) return null;
  const draft = new Draft({ library, asOf: until });
  const items: Rich[] = changes.flatMap((change) => [
    ...(change.status ? [sayMove(draft, change)] : []),
    ...(watch.statusOnly ? [] : change.figures.map((figure) => sayFigure(draft, change, figure))),
    ...(change.status || change.figures.length > 0
      ? []
      : change.events.map((event) => [
          { text: `${change.deal.name}: `, style: "strong" as const },
          draft.sourced(event.text, change.deal, event.sources.slice(0, 2)),
          { text: ` (${sayDate(event.date)})` },
        ])),
  ]);
  const name = sayWatched(library, watch.subject);
  const left = items.length - MOST;
  const blocks: Block[] = [
    { type: "list", items: items.slice(0, MOST) },
    ...(left > 0
      ? [
          {
            type: "note" as const,
            tone: "info" as const,
            text: [{ text: `${left} more: /changes ${watch.subject} since:${since}` }],
          },
        ]
      : []),
  ];
  const answer = draft.done({
    status: "answered",
    kind: "watch",
    title: `News of ${name}`,
    headline: [{ text: `${name} changed since ${sayDate(watch.toldTo)}, as you asked to be told.` }],
    blocks,
    actions: [
      ...changes.slice(0, 5).map(({ deal }) => ({ label: deal.name, line: `deal ${deal.id}` })),
      { label: "Stop watching", line: `watches remove:${watch.id}` },
    ],
  });
  return { ...answer, line: `changes ${watch.subject} since:${since}` };
}

export const sayWatched = (library: Library, subject: string): string =>
  library.deals.get(subject)?.name ?? orgName(library, subject);

function watchedDeals(library: Library, subject: string): readonly Deal[] {
  const deal = library.deals.get(subject);
  if (deal) return [deal];
  const group = family(library, subject);
  return library.knowledge.deals.filter((one) => one.parties.some((party) => group.has(party.org)));
}

function isLargeEnough(deal: Deal, day: string, minUsd: number | null): boolean {
  if (minUsd === null) return true;
  const state = outlineOn(deal, day);
  return ((state && usdOf(state)) ?? 0) >= minUsd;
}

export function pausedDoc(library: Library, what: "digest" | "watch", why: string): Doc {
  const again =
    what === "digest" ? "/digest on in the channel starts it again." : "/watch in the channel starts it again.";
  return {
    status: "partial",
    kind: what,
    title: what === "digest" ? "A digest is paused" : "A watch is paused",
    headline: [{ text: `The ${what} that you asked for can no longer be posted: ${why}. ${again}` }],
    blocks: [],
    sources: [],
    figures: [],
    actions: [],
    line: "help digest",
    asOf: library.completeTo,
    completeTo: library.completeTo,
  };
}
